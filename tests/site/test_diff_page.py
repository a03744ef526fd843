"""The page of a comparison in a real browser: it asks for nothing, runs nothing, and everybody can read it."""

import re
from dataclasses import replace as replaced
from pathlib import Path

import pytest
from helpers.browser import NARROW, NEXT_FRAME, SCHEMES, WIDE, visiting
from helpers.commands import copy_of_the_invented, replace, run
from playwright.sync_api import Browser

from macros.diff.page import before_and_after
from trees.core.diff.items import ADDED, CHANGED, WORDING, Item


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a comparison in which something of every kind has changed."""
    folder = tmp_path_factory.mktemp("diff")
    before = copy_of_the_invented(folder / "before")
    after = copy_of_the_invented(folder / "after")
    tree = after / "example" / "tarn_nodule.py"
    replace(tree, "dose=DailyDose(mg=100)", "dose=DailyDose(mg=150)")
    replace(tree, '"More than 5 cm"', '"Above <5> & more"')
    replace(
        tree, 'Answer("unknown", "Not tested", to="velurin_100"', 'Answer("unknown", "Not tested", to="velurin_400"'
    )
    replace(tree, "Whether a nodule is watched or treated.", "Whether a nodule is watched or treated, or neither.")
    out = folder / "page.html"
    done = run("--folder", after, "diff", before, "--format", "html", "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    return out


WINDOWS = """() => [...document.querySelectorAll('.dt-scroll')].map(region => {
  const edge = region.getBoundingClientRect(), box = region.querySelector('.n .b').getBoundingClientRect();
  return {
    'scrolls': region.scrollWidth > region.clientWidth,
    'says so': region.parentElement.querySelector('.dt-wide').getClientRects().length > 0,
    'has its first box in view': box.left >= edge.left && box.right <= edge.right,
  };
})"""
"""Whether each picture is wider than its window, and whether that says so and opens on its first box."""
TOUCHED = """() => {
  const at = shape => shape.getBoundingClientRect();
  const near = (one, other) => one.left < other.right + 2 && other.left < one.right + 2
    && one.top < other.bottom + 2 && other.top < one.bottom + 2;
  return [...document.querySelectorAll('.dt-scroll .tagc')].flatMap(tag =>
    [...document.querySelectorAll('.dt-scroll :is(.b, .tagc, .h)')]
      .filter(other => other.closest('.n') !== tag.closest('.n') && near(at(tag), at(other)))
      .map(other => `${tag.closest('.n').dataset.id} ${other.parentElement.dataset.id ?? 'a line'}`));
}"""
"""Each tag that comes nearer than 2 px to another box, its tag, or the head of a line."""


@pytest.fixture(params=[(size, scheme) for size in (NARROW, WIDE) for scheme in SCHEMES], ids=str)
def look(request: pytest.FixtureRequest) -> tuple[tuple[int, int], str]:
    return request.param


def test_the_page_says_who_is_led_elsewhere_and_what_is_not_written_down(page: Path) -> None:
    text = " ".join(re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8")).split())

    assert "example: a change of advice. 1 of 3 trees;" in text
    assert "was Treatment: Velurin 100 mg daily" in text
    assert "now Treatment: Velurin 150 mg daily" in text
    assert "Does the nodule hurt? Yes; Has a biopsy been taken? Yes; Is it the quill variant? No" in text
    assert "Not written down yet" in text
    assert "has no new entry that names this tree" in text
    assert "Above &lt;5&gt; &amp; more" in text


def test_the_page_is_sound_in_every_look(page: Path, browser: Browser, look: tuple[tuple[int, int], str]) -> None:
    size, scheme = look
    with visiting(browser, page.parent.as_uri(), size, scheme) as visit:
        visit.page.goto(page.as_uri())
        wide = visit.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        ground = visit.page.evaluate("getComputedStyle(document.querySelector('.dt')).backgroundColor")

        assert wide[0] <= wide[1]
        assert visit.requests == [page.as_uri()]
        assert visit.complaints == []
        assert ground == ("rgb(30, 33, 41)" if scheme == "dark" else "rgb(255, 255, 255)")


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=str)
def test_a_picture_opens_on_its_first_box_and_says_where_it_scrolls(
    page: Path, browser: Browser, size: tuple[int, int]
) -> None:
    with visiting(browser, page.parent.as_uri(), size) as visit:
        visit.page.goto(page.as_uri())
        visit.page.evaluate(NEXT_FRAME)
        narrow = size == NARROW

        assert visit.page.evaluate(WINDOWS) == [
            {"scrolls": narrow, "says so": narrow, "has its first box in view": True}
        ]
        # It is held fast to nothing: the reader scrolls where they will.
        visit.page.evaluate("document.querySelector('.dt-scroll').scrollLeft = 0")
        visit.page.evaluate(NEXT_FRAME)
        assert visit.page.evaluate("document.querySelector('.dt-scroll').scrollLeft") == 0


def test_a_note_that_a_picture_scrolls_stands_there_exactly_while_it_does(page: Path, browser: Browser) -> None:
    with visiting(browser, page.parent.as_uri(), WIDE) as visit:
        visit.page.goto(page.as_uri())
        seen = set()
        for wide in range(900, 1060, 7):
            visit.resize((wide, 900))
            (found,) = visit.page.evaluate(WINDOWS)
            seen.add(found["scrolls"])
            assert found["says so"] == found["scrolls"], wide

        assert seen == {True, False}


def test_no_tag_touches_a_box_that_is_not_its_own(page: Path, browser: Browser) -> None:
    with visiting(browser, page.parent.as_uri()) as visit:
        visit.page.goto(page.as_uri())

        assert visit.page.locator(".dt-scroll .tagc").count() > 6
        assert visit.page.evaluate(TOUCHED) == []


def test_what_is_gone_is_struck_through_beside_its_sign_and_what_is_new_looks_like_no_link(
    page: Path, browser: Browser
) -> None:
    decoration = "each => getComputedStyle(each).textDecorationLine"
    with visiting(browser, page.parent.as_uri()) as visit:
        visit.page.goto(page.as_uri())
        gone = visit.page.locator(".dt-scroll .k-chip.is-removed .w").first
        new = visit.page.locator("ins").first

        assert (gone.text_content() or "").startswith("− ")
        assert gone.evaluate(decoration) == "none"
        assert gone.locator("tspan").evaluate(decoration) == "line-through"
        assert not (gone.locator("tspan").text_content() or "").startswith("−")
        assert new.evaluate(decoration) == "none"
        assert int(new.evaluate("each => getComputedStyle(each).fontWeight")) >= 700


def test_only_what_is_there_now_is_marked_as_new() -> None:
    aside = Item(CHANGED, WORDING, "page", "", "", "from where it is reached")

    assert before_and_after(aside) == ": from where it is reached"
    assert before_and_after(replaced(aside, how=ADDED)) == ": <ins>from where it is reached</ins>"
    assert before_and_after(replaced(aside, before="x", after="y")) == ": <del>x</del> → <ins>y</ins>"
    assert before_and_after(replaced(aside, after="")) == ""


def test_on_paper_headings_and_where_patients_are_led_stay_with_what_follows(page: Path, browser: Browser) -> None:
    with visiting(browser, page.parent.as_uri()) as visit:
        visit.page.goto(page.as_uri())
        visit.page.emulate_media(media="print")
        left = visit.page.evaluate(
            "() => [...document.querySelectorAll('h1, h2, h3, h4, dl')]"
            ".filter(each => ['breakAfter', 'breakInside'].some(name => getComputedStyle(each)[name] !== 'avoid'))"
            ".map(each => each.textContent)"
        )

        assert left == []
        assert visit.page.locator(".patients").first.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
        assert not visit.page.locator(".dt-wide").is_visible()


def test_a_page_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    trees = copy_of_the_invented(tmp_path)
    done = run("--folder", trees, "diff", trees, "--format", "html", "--out", tmp_path / "no" / "page.html")

    assert done.returncode == 2
    assert done.stderr.startswith("trees diff: ")
    assert done.stderr.endswith("cannot be written: No such file or directory. What was there is as it was.\n")


def test_a_page_without_a_file_says_that_it_wants_one(tmp_path: Path) -> None:
    trees = copy_of_the_invented(tmp_path)
    done = run("--folder", trees, "diff", trees, "--format", "html")

    assert (done.returncode, done.stderr) == (2, "trees diff: a page wants a file. Say --out FILE.\n")
