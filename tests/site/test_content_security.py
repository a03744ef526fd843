"""Every page carries a policy that admits no script and no style written into it, and breaks none of it."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path

import pytest
from helpers.browser import NARROW, WIDE, Scheme, Visit, visiting
from helpers.pages import addresses, with_theme
from helpers.searching import typed
from playwright.sync_api import Browser, expect

TREE = "trees/example/tarn_nodule/"
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
LISTEN = """addEventListener("securitypolicyviolation", event => broken(
  `${event.violatedDirective} ${event.blockedURI} ${event.sample} on ${location.pathname}`));"""


DATA = ("application/json", "application/ld+json")
"""Scripts that are data, which no browser runs."""


class _Inline(HTMLParser):
    """Collects what a policy without 'unsafe-inline' refuses, and in which order the head begins."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.order: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.order.append(values.get("http-equiv") or tag)
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") not in DATA):
            self.found.append(f"<{tag}> in line {self.getpos()[0]}")
        for name, value in attrs:
            if name == "style" or name.startswith("on") or (value or "").strip().startswith("javascript:"):
                self.found.append(f"{name}={value!r} in line {self.getpos()[0]}")


@contextmanager
def watched(
    browser: Browser, origin: str, size: tuple[int, int] = WIDE, scheme: Scheme = "light"
) -> Iterator[tuple[Visit, list[str]]]:
    """Open a window and collect every break of a policy on any page in it."""
    breaks: list[str] = []
    with visiting(browser, origin, size, scheme) as visit:
        visit.page.expose_function("broken", lambda what: breaks.append(what))
        visit.page.add_init_script(LISTEN)
        yield visit, breaks


def test_every_page_begins_with_the_same_policy_which_admits_nothing_unsafe_and_no_other_origin(site: Path) -> None:
    policies = set()
    for path in with_theme(site):
        html = path.read_text(encoding="utf-8")
        assert _Inline(html).order[:4] == ["html", "head", "Content-Security-Policy", "meta"], path
        assert '<meta name="referrer" content="no-referrer">' in html, path
        policies |= set(POLICY.findall(html))
    (policy,) = policies
    rules = {name: set(values) for name, *values in (rule.split() for rule in policy.split(";"))}

    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == {"'none'"}
    assert set.union(*rules.values()) == {"'none'", "'self'", "data:"}
    assert [name for name, values in rules.items() if "data:" in values] == ["img-src"]


def test_no_page_has_a_script_or_a_style_written_into_it(site: Path) -> None:
    inline = {path: _Inline(path.read_text(encoding="utf-8")).found for path in site.rglob("*.html")}

    assert len(inline) > 50
    assert {path: found for path, found in inline.items() if found} == {}


def test_a_script_and_a_style_written_into_a_page_are_noticed() -> None:
    html = "<script>x</script><p style='x' onclick='x'><a href=' javascript:x'></a><style></style>"

    assert len(_Inline(html).found) == 5


def test_no_page_breaks_its_policy_in_either_color(browser: Browser, origin: str, site: Path) -> None:
    with watched(browser, origin, scheme="dark") as (visit, breaks):
        for address in [*addresses(site), "404.html"]:
            visit.open(address)
            visit.recolor("light")
            visit.recolor("dark")
        assert breaks == []
        assert visit.complaints == []


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["360", "1440"])
def test_nothing_that_a_reader_does_on_a_page_breaks_its_policy(
    browser: Browser, origin: str, size: tuple[int, int]
) -> None:
    with watched(browser, origin, size) as (visit, breaks):
        page = visit.open(TREE)
        page.locator("label[for='__palette_1']").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.locator(".dt-term").first.focus()
        expect(page.locator(".dt-tip:not([hidden])")).to_be_visible()
        page.locator(".dt-walk button.dt-answer").first.click()
        expect(page.locator(".dt-trail")).to_be_visible()
        for closed in page.locator("summary:visible").all():
            closed.click()
        page.evaluate("scrollTo(0, 0)")
        if size == NARROW:
            page.locator("label.md-header__button[for='__drawer']").click()
            expect(page.locator(".md-sidebar--primary")).to_be_in_viewport()
            page.locator(".md-overlay").click(position={"x": 340, "y": 400})
            page.locator("label.md-header__button[for='__search']").click()
        typed(page, "nodule").click()
        page.wait_for_load_state()
        assert breaks == []
        assert visit.complaints == []


@pytest.mark.parametrize(
    ("what", "script"),
    [
        ("script-src-elem", "document.body.append(Object.assign(document.createElement('script'), {text: 'ran = 1'}))"),
        ("script-src-attr", "document.body.setAttribute('onclick', 'ran = 1'); document.body.click()"),
        (
            "script-src-elem",
            "document.head.append(Object.assign(document.createElement('script'), {src: '//[::1]:9/x'}))",
        ),
        ("style-src-attr", "document.body.setAttribute('style', 'color: red')"),
        ("img-src", "document.body.append(Object.assign(new Image(), {src: '//[::1]:9/x'}))"),
        ("connect-src", "fetch('http://[::1]:9/x').catch(() => 0)"),
        ("connect-src", "navigator.sendBeacon('http://[::1]:9/x', 'exon 9')"),
        ("form-action", "Object.assign(document.forms[0], {action: '//[::1]:9/x'}).submit()"),
        ("frame-src", "document.body.append(Object.assign(document.createElement('iframe'), {src: '//[::1]:9/x'}))"),
        ("base-uri", "document.head.append(Object.assign(document.createElement('base'), {href: '//[::1]:9/x'}))"),
    ],
)
def test_what_is_slipped_into_a_page_neither_runs_nor_is_asked_for(
    browser: Browser, origin: str, what: str, script: str
) -> None:
    with watched(browser, origin) as (visit, breaks):
        page = visit.open("")
        page.evaluate(script)
        page.wait_for_timeout(300)
        assert [each.split()[0] for each in breaks] == [what]
        assert page.evaluate("'ran' in globalThis") is False
        assert page.url == f"{origin}/"


@pytest.mark.parametrize(
    ("system", "chosen", "drawn"), [("dark", None, "slate"), ("light", None, "default"), ("light", 1, "slate")]
)
def test_a_page_is_drawn_in_its_colors_before_the_theme_has_run(
    browser: Browser, origin: str, system: Scheme, chosen: int | None, drawn: str
) -> None:
    with visiting(browser, origin, scheme=system) as visit:
        page = visit.open("")
        if chosen is not None:
            page.locator(f"label[for='__palette_{chosen}']").click()
        else:
            page.evaluate("localStorage.clear()")
        page.route("**/bundle.*.js", lambda route: route.abort())
        visit.open(TREE)
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", drawn)


def test_a_page_works_in_a_browser_that_lets_it_keep_nothing(browser: Browser, origin: str) -> None:
    with visiting(browser, origin) as visit:
        refuse = "Object.defineProperty(globalThis, 'localStorage', {get() { throw new DOMException('no') }})"
        visit.page.add_init_script(refuse)
        page = visit.open(TREE)
        page.locator("label[for='__palette_1']").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert visit.complaints == []


def test_every_script_and_style_sheet_is_asked_for_by_an_address_that_changes_with_what_it_holds(site: Path) -> None:
    own = with_theme(site)
    for path in site.rglob("index.html"):
        loaded = re.findall(r' (?:src|href)="([^"?]+\.(?:js|css))((?:\?[^"]*)?)"', path.read_text(encoding="utf-8"))
        assert len(loaded) > (5 if path in own else 3)
        for link, version in loaded:
            digest = hashlib.sha256((path.parent / link).read_bytes()).hexdigest()
            assert version == f"?v={digest[:12]}", f"{path}: {link}"
