"""Type into the search of the theme, and read what it shows."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpers.browser import visiting
from playwright.sync_api import Browser, Locator, Page, expect

COUNTED = """
globalThis.answered = 0;
globalThis.ready = false;
{
  const count = (made) => made.addEventListener("message", ({ data }) => {
    if (data.type === 1) ready = true;
    if (data.type === 3) answered += 1;
  });
  let here = globalThis.Worker;
  Object.defineProperty(globalThis, "Worker", {
    get: () => here,
    // The last to be set is the one that the theme starts.
    set: (next) => { here = class extends next { constructor(...given) { super(...given); count(this); } }; },
  });
}
"""
"""Notes that the search has read its index, and counts its answers, so that no test waits longer than it takes."""

ANSWERED = """(before) => new Promise((done, fail) => {
  setTimeout(() => fail("the search does not answer"), 10000);
  const look = () => (answered > before ? done() : setTimeout(look, 5));
  look();
})"""

SHOWN = """() => [...document.querySelectorAll(".md-search-result__item")].map(
  (each) => each.querySelector("a").href)"""


@dataclass
class Search:
    """The search on one page."""

    page: Page
    root: str

    def type(self, query: str) -> list[str]:
        """Type a query in place of the last one; return the addresses that are shown, below the site and without #."""
        box = self.page.locator("input.md-search__input")
        if box.input_value() == query:
            return self.shown()
        before = self.page.evaluate("answered")
        box.fill(query)
        # The theme listens to keys that are let go, and not to what is filled in.
        box.press("Shift")
        self.page.evaluate(ANSWERED, before)
        return self.shown()

    def shown(self) -> list[str]:
        """Return the pages that are shown, the first first: `trees/example/tarn_nodule`."""
        found = (address.removeprefix(f"{self.root}/").partition("#")[0] for address in self.page.evaluate(SHOWN))
        return [re.sub(r"/?(index\.html)?$", "", address) for address in found]

    def told(self) -> str:
        """Return what a reader is told of how the query was taken."""
        return self.page.locator(".dt-told").inner_text().strip()

    def says(self) -> str:
        """Return what the theme says of the number of results."""
        return self.page.locator(".md-search-result__meta").inner_text().strip()


def typed(page: Page, query: str) -> Locator:
    """Type into the open search of a page until it shows what it found, and return the first of that."""
    found = page.locator(".md-search-result__item a").first
    for _ in range(50):
        # The theme hears what is typed only once its index has been read.
        page.locator(".md-search__input").fill("")
        page.locator(".md-search__input").press_sequentially(query)
        if found.is_visible():
            break
        page.wait_for_timeout(100)
    expect(found).to_be_visible()
    return found


@contextmanager
def searching(browser: Browser, root: str, start: str = "index.html") -> Iterator[Search]:
    """Open the search of a site on one of its pages, and wait until it is ready."""
    with visiting(browser, root) as visit:
        visit.page.add_init_script(COUNTED)
        page = visit.open(start)
        page.locator("input.md-search__input").click()
        page.wait_for_function("() => ready")
        expect(page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
        yield Search(page, root)
        assert visit.complaints == []
        assert visit.foreign() == []


def tree_of(address: str) -> str | None:
    """Return the id of the tree on a page, or None for another page."""
    found = re.fullmatch(r"trees/[^/]+/([^/]+)", address)
    return found[1] if found else None


def without_words(site: Path, folder: Path) -> None:
    """Leave a copy of the site's search without the words that its collections give it."""
    (script,) = (site / "assets" / "javascripts" / "workers").glob("search.*.js")
    text = script.read_text(encoding="utf-8")
    changed = re.sub(r'"words":\{.*?\}(?=\};\n)', '"words":{}', text, count=1)
    assert changed != text
    (folder / script.relative_to(site)).write_text(changed, encoding="utf-8")
