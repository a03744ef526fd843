"""A tree in a frame of another site: it works as far as its host lets it, says what it rests on, asks nobody else."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.browser import ATTRIBUTE, AXE, NEXT_FRAME, SCHEMES, WCAG, Scheme, Visit, visiting
from helpers.framing import Framed, embedded, framed, iframe
from helpers.pages import read_page
from playwright.sync_api import Browser, Frame, expect

from macros.embed.code import SANDBOX
from trees.core import wording
from trees.core.export import NODE_KINDS
from trees.core.library import Library
from trees.core.nodes import ways
from trees.core.report import hash_of
from trees.core.walk import walk

TREE = "example/tarn_nodule"
NARROWEST = 280
BEYOND = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
ASK_AXE = """tags => axe.run(document,
  {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false})"""
ADD_SCRIPT = "() => document.body.append(Object.assign(document.createElement('script'), {text: 'ran = 1'}))"
STRICT, RECOMMENDED, NOTHING = "allow-scripts", SANDBOX, ""


def cards(frame: Frame) -> list[str | None]:
    return [card.get_attribute("data-node") for card in frame.locator(".dt-walk .dt-card").all()]


def headed(frame: Frame, css: str) -> str:
    """A heading as it is read: no-break spaces say where a line must not end, and nothing else."""
    return frame.locator(css).inner_text().replace("\xa0", " ")


def answer(frame: Frame, code: str) -> None:
    frame.locator(f'.dt-walk li[data-code="{code}"] .dt-answer').click()


@pytest.mark.parametrize("sandbox", [None, STRICT, RECOMMENDED], ids=["free", "strict", "recommended"])
def test_a_tree_is_walked_to_its_outcome_in_the_frame_of_another_origin(
    browser: Browser, origin: str, tmp_path: Path, library: Library, sandbox: str | None
) -> None:
    with framed(browser, tmp_path, iframe(embedded(origin, "gist_2017/first_line"), sandbox)) as host:
        expect(host.frame.locator(".dt-walk .dt-card")).to_be_visible()
        assert host.frame.evaluate("() => self.origin") != host.visit.origin
        answer(host.frame, "yes")
        expect(host.frame.locator(".dt-trail")).to_be_visible()
        (reached,) = walk(library, "first_line", {"kit_exon_9": "yes"}).outcomes

        assert cards(host.frame) == [reached.node.id]
        assert (
            host.frame.locator(".dt-walk .dt-card h2")
            .inner_text()
            .replace("\xa0", " ")
            .endswith(wording.title(reached.node))
        )
        assert host.visit.complaints == []
        others = {url.partition("/embed/")[0] for url in host.visit.foreign()}
        assert {each.partition("/walks/")[0] for each in others} == {embedded(origin, TREE).partition("/embed/")[0]}


def test_a_walk_that_goes_on_in_another_tree_goes_on_in_the_frame_and_as_it_was_shown(
    browser: Browser, origin: str, tmp_path: Path, library: Library
) -> None:
    source = embedded(origin, "gist_2017/review_on_treatment", "?show=walk&theme=dark")
    jump = next(
        (node, way)
        for node in library.trees["gist_2017/review_on_treatment"].nodes[:1]
        for way in ways(node)
        if not isinstance(way.to, str)
    )
    with framed(browser, tmp_path, iframe(source, STRICT)) as host:
        answer(host.frame, jump[1].code)
        expect(host.frame.locator(".dt-trail-tree, .dt-trail")).not_to_have_count(0)
        host.frame.wait_for_load_state()
        address, _, fragment = host.frame.url.partition("#")

        assert address.endswith(f"/{jump[1].to.name}/?show=walk&theme=dark")
        assert fragment.startswith(f"review_on_treatment@{hash_of(library, 'gist_2017/review_on_treatment')}")
        assert host.frame.locator("html").get_attribute("data-md-color-scheme") == "slate"
        assert not host.frame.locator(".dt-fig").is_visible()


def test_a_frame_that_may_run_nothing_has_the_diagram_and_every_step_and_does_not_offer_a_walk(
    browser: Browser, origin: str, tmp_path: Path, library: Library
) -> None:
    with framed(browser, tmp_path, iframe(embedded(origin, TREE), NOTHING), listening=False) as host:
        frame = host.frame

        assert not frame.locator(".dt-walk").is_visible()
        assert frame.locator("noscript p").is_visible()
        assert frame.locator(".dt-scroll svg").is_visible()
        for node in library.trees[TREE].nodes:
            heading = headed(frame, f'.dt-step[data-node="{node.id}"] h3')
            assert heading.endswith(wording.title(node))
        frame.locator(".dt-step .dt-answers a[href^='#']").first.click()
        assert [url for url in host.visit.requests if "/embed/" not in url and "host.html" not in url] == []


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"walk", "fig", "key"}),
        ("?show=walk", {"walk"}),
        ("?show=diagram", {"fig"}),
        ("?show=key", {"key"}),
        ("?show=<script>", {"walk", "fig", "key"}),
        ("?theme=purple&show=", {"walk", "fig", "key"}),
    ],
)
def test_the_address_says_what_is_shown_and_what_it_does_not_know_changes_nothing(
    browser: Browser, origin: str, tmp_path: Path, query: str, shown: set[str]
) -> None:
    with framed(browser, tmp_path, iframe(embedded(origin, TREE, query), STRICT)) as host:
        found = {part for part in ("walk", "fig", "key") if host.frame.locator(f".dt-{part}").is_visible()}

        assert found == shown
        assert host.frame.locator(".dt-state").is_visible()
        assert host.frame.locator(".dt-about").is_visible()
        assert host.visit.complaints == []


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("theme", "always"), [("auto", None), ("light", "default"), ("dark", "slate"), ("?", None)])
def test_the_colors_are_those_of_the_address_or_else_those_of_the_reader(
    browser: Browser, origin: str, tmp_path: Path, scheme: Scheme, theme: str, always: str | None
) -> None:
    source = embedded(origin, TREE, f"?theme={theme}")
    with framed(browser, tmp_path, iframe(source, STRICT), scheme=scheme) as host:
        wanted = always or {"light": "default", "dark": "slate"}[scheme]
        ground = host.frame.locator(".dt").evaluate("each => getComputedStyle(each).backgroundColor")

        assert host.frame.locator("html").get_attribute("data-md-color-scheme") == wanted
        assert (sum(map(int, re.findall(r"\d+", ground))) > 3 * 127) == (wanted == "default")


def test_a_reader_who_changes_the_colors_of_the_system_is_followed(
    browser: Browser, origin: str, tmp_path: Path
) -> None:
    with framed(browser, tmp_path, iframe(embedded(origin, TREE), STRICT)) as host:
        host.page.emulate_media(color_scheme="dark")
        expect(host.frame.locator("html")).to_have_attribute("data-md-color-scheme", "slate")


def test_a_step_that_is_linked_to_is_shown_where_only_the_diagram_was(
    browser: Browser, origin: str, tmp_path: Path
) -> None:
    with framed(browser, tmp_path, iframe(embedded(origin, TREE, "?show=diagram"), STRICT)) as host:
        assert not host.frame.locator(".dt-key").is_visible()
        host.frame.locator(".dt-scroll a.n").first.click()
        expect(host.frame.locator(".dt-key")).to_be_visible()
        assert not host.frame.locator(".dt-walk").is_visible()


def test_the_host_is_told_the_height_in_each_of_three_ways_and_nothing_else(
    browser: Browser, origin: str, tmp_path: Path
) -> None:
    with framed(browser, tmp_path, iframe(embedded(origin, TREE, "?show=walk"), STRICT)) as host:
        host.page.wait_for_function("() => window.heard.length >= 3")
        before = host.heard()
        answer(host.frame, host.frame.locator(".dt-walk li[data-code]").first.get_attribute("data-code") or "")
        expect(host.frame.locator(".dt-trail")).to_be_visible()
        count = len(before)
        host.page.wait_for_function("count => window.heard.length > count", arg=count)
        host.page.evaluate(NEXT_FRAME)
        heard = host.heard()

        assert {each["origin"] for each in heard} == {"null"}
        shapes = {tuple(sorted((key, each[key]) for key in each if key not in ("height", "origin"))) for each in heard}
        assert shapes == {
            (("type", "dt:height"),),
            (("subject", "lti.frameResize"),),
            (("sentinel", "amp"), ("type", "embed-size")),
        }
        assert {type(each["height"]) for each in heard} == {int}
        height = host.frame.evaluate("() => Math.ceil(document.documentElement.getBoundingClientRect().height)")
        assert heard[-1]["height"] == height
        assert host.frame.evaluate("() => document.documentElement.scrollHeight - innerHeight") <= 0
        # The host follows, and the frame does not answer to what the host did with another height.
        settled = len(host.heard())
        host.page.wait_for_timeout(300)
        assert len(host.heard()) == settled


def test_a_frame_gets_lower_again_when_there_is_less_in_it(browser: Browser, origin: str, tmp_path: Path) -> None:
    source = embedded(origin, "gist_2017/first_line", "?show=walk")
    with framed(browser, tmp_path, iframe(source, STRICT)) as host:
        answer(host.frame, "yes")
        expect(host.frame.locator(".dt-trail")).to_be_visible()
        host.page.wait_for_function("() => window.heard.at(-1).height > 1500")
        host.frame.get_by_role("button", name="Start over").click()
        host.page.wait_for_function("() => window.heard.at(-1).height < 1500")


def test_no_message_and_nothing_in_the_address_makes_the_frame_do_anything_else(
    browser: Browser, origin: str, tmp_path: Path
) -> None:
    hostile = "?show=walk%22%3E%3Cimg+src%3Dx+onerror%3Dalert(1)%3E&theme=%3Cscript%3E&case=..%2F..%2Fx&__proto__=1"
    with framed(browser, tmp_path, iframe(embedded(origin, TREE, hostile), STRICT)) as host:
        before = host.frame.evaluate("() => document.body.innerHTML")
        host.page.evaluate(
            """() => { for (const data of ["x", { type: "dt:height", height: 1 }, { show: "key" }, "<img src=x>", null])
              document.querySelector("iframe").contentWindow.postMessage(data, "*"); }"""
        )
        host.frame.evaluate(NEXT_FRAME)

        assert host.frame.evaluate("() => document.body.innerHTML") == before
        assert host.frame.locator("img, script:not([src])").count() == 0


@pytest.fixture(scope="module")
def alone(browser: Browser, origin: str) -> Iterator[Visit]:
    """A window in which the page for frames is opened by itself, as narrow as a frame may be."""
    with visiting(browser, origin, (NARROWEST, 700)) as visit:
        yield visit


def test_no_frame_is_wider_than_280_px_breaks_its_policy_or_offends_axe(alone: Visit, library: Library) -> None:
    faults, kinds = [], set[type]()
    for name, tree in library.trees.items():
        page = alone.open(f"embed/{name}/")
        if page.evaluate(BEYOND) > 0:
            faults.append(f"{name}: wider than the frame")
        # One program writes them all: axe looks at each that has a kind of step which none before it had.
        if {type(node) for node in tree.nodes} <= kinds:
            continue
        kinds |= {type(node) for node in tree.nodes}
        page.evaluate(AXE.read_text(encoding="utf-8"))
        # Of what is scrolled out to the left, axe misses words.
        page.evaluate("() => { for (const each of document.querySelectorAll('.dt-scroll')) each.scrollLeft = 0; }")
        for scheme in SCHEMES:
            page.evaluate("scheme => document.documentElement.dataset.mdColorScheme = scheme", ATTRIBUTE[scheme])
            found = page.evaluate(ASK_AXE, WCAG)
            faults += [f"{name} {scheme}: {rule['id']} {rule['nodes'][0]['target']}" for rule in found["violations"]]
    assert len(kinds) == len(NODE_KINDS)
    assert faults == []
    assert alone.complaints == []


def test_a_link_out_of_the_frame_opens_beside_the_host_and_one_to_another_tree_stays(
    browser: Browser, origin: str, tmp_path: Path
) -> None:
    with framed(browser, tmp_path, iframe(embedded(origin, "gist_2017/first_line"), RECOMMENDED)) as host:
        with host.page.expect_popup() as opened:
            host.frame.locator(".dt-state a").first.click()
        assert opened.value.url.endswith("/sources/pdq_2014/")
        assert host.page.url.endswith("/host.html")


def test_a_policy_holds_in_a_frame_as_well(browser: Browser, origin: str, tmp_path: Path) -> None:
    with framed(browser, tmp_path, iframe(embedded(origin, TREE), STRICT)) as host:
        host.frame.evaluate(ADD_SCRIPT)
        assert host.frame.evaluate("() => 'ran' in window") is False
        assert any("Content Security Policy" in each for each in host.visit.complaints)


def test_the_code_that_is_copied_shows_the_tree(browser: Browser, site: Path, tmp_path: Path, origin: str) -> None:
    page = read_page(site / "trees" / TREE / "index.html")
    code = json.loads((site / "embed" / TREE / "oembed.json").read_text(encoding="utf-8"))["html"]
    (whole,) = re.findall(r"<iframe.*?</iframe>", code)
    assert whole in page.text
    with framed(
        browser, tmp_path, whole.replace("https://example.org", embedded(origin, TREE).partition("/embed")[0])
    ) as host:
        expect(host.frame.locator(".dt-walk .dt-card")).to_be_visible()
        assert host.visit.complaints == []


def test_twenty_frames_on_one_page_can_all_be_walked(
    browser: Browser, origin: str, tmp_path: Path, library: Library
) -> None:
    names = [name for name in library.trees if name.startswith("gist_2017/")][:20]
    code = "".join(iframe(embedded(origin, name, "?show=walk"), STRICT, height=200) for name in names)
    with framed(browser, tmp_path, code, listening=False) as host:
        assert isinstance(host, Framed)
        for frame in host.page.main_frame.child_frames:
            name = frame.url.partition("/embed/")[2].partition("/?")[0]
            assert cards(frame) == [library.trees[name].start.id]
        assert host.visit.complaints == []
