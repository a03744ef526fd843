"""Walk on a page in the browser as a reader does, and read what it then shows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.browser import PATIENCE, Visit
from playwright.sync_api import Page

from trees.core.library import Library
from trees.core.report import hash_of

SHOWN = """() => {
  const all = (css, read) => [...document.querySelectorAll(css)].map(read);
  const named = ({ dataset }) => dataset.id ?? `${dataset.from} ${dataset.to}`;
  const lit = (css) => all(`.dt-scroll .dt-svg ${css}`, named);
  return {
    cards: all('.dt-walk .dt-card', each => each.dataset.node),
    headings: all('.dt-walk .dt-card h2', each => each.innerText),
    trail: all('.dt-trail li:not(.dt-trail-tree)', each => each.innerText.replace(/\\s+/g, ' ').trim()),
    boxes: lit('.n.is-on:not(.k-chip, .k-goto, .k-jump)'),
    chips: lit('.k-chip.is-on'),
    lines: lit('.e.is-on'),
    now: lit('.n.is-now'),
    marked: all('.dt-step li.is-on', each => `${each.closest('.dt-step').dataset.node}:${each.dataset.code}`),
    nowMarked: all('.dt-step.is-now', each => each.dataset.node),
    stale: all('.dt-stale', each => each.innerText),
  };
}"""
FOLLOWED = """
globalThis.followed = location.href;
addEventListener("hashchange", () => { followed = location.href; });
"""
"""Notes to which address the page has last been told to go: it is told only after the address has changed."""
SHOWN_THEN = f"""async () => {{
  for (const started = performance.now(); followed !== location.href;) {{
    if (performance.now() - started > {PATIENCE}) throw new Error(`nothing came of ${{location.href}}`);
    await new Promise(done => setTimeout(done, 5));
  }}
  return ({SHOWN})();
}}"""
"""What is shown, once the page has followed its address."""
ONE_BY_ONE = f"""async fragments => {{
  const shown = {SHOWN};
  const found = [];
  const go = (fragment) => new Promise((done, fail) => {{
    if (location.hash.slice(1) === fragment) return done();
    addEventListener('hashchange', done, {{ once: true }});
    setTimeout(() => fail(new Error(`nothing came of ${{fragment}}`)), 5000);
    location.hash = fragment;
  }});
  for (const fragment of fragments) {{
    await go('');
    await go(fragment);
    found.push(shown());
  }}
  return found;
}}"""


@dataclass(frozen=True)
class Walking:
    """The trees and a window in which a reader walks through them."""

    library: Library
    visit: Visit

    def __post_init__(self) -> None:
        self.page.add_init_script(FOLLOWED)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.visit.page

    def fragment(self, name: str, answers: Iterable[tuple[str, str]] = ()) -> str:
        """Return a walk as it stands in an address, of a tree by its full name."""
        head = f"{name.partition('/')[2]}@{hash_of(self.library, name)}"
        written = "&".join(f"{key}={value}" for key, value in answers)
        return f"{head}?{written}" if written else head

    def open(self, name: str, answers: Sequence[tuple[str, str]] = ()) -> Page:
        """Open the page of a tree, at the point to which answers lead."""
        # The same page with another fragment would not be loaded anew.
        self.page.goto("about:blank")
        return self.visit.open(f"trees/{name}/" + (f"#{self.fragment(name, answers)}" if answers else ""))

    def shown(self) -> dict[str, Any]:
        """Return what the page shows of the walk: cards, trail, and what is marked in diagram and steps."""
        found: dict[str, Any] = self.page.evaluate(SHOWN_THEN)
        return found

    def one_by_one(self, fragments: Sequence[str]) -> list[dict[str, Any]]:
        """Return what the open page shows of each of several walks that stay on it."""
        found: list[dict[str, Any]] = self.page.evaluate(ONE_BY_ONE, list(fragments))
        return found

    def choose(self, says: str) -> None:
        """Press the button of the card with exactly these words."""
        self.page.locator(".dt-card button.dt-answer").get_by_text(says, exact=True).click()

    def press(self, name: str) -> None:
        """Press a button of the walk by its name."""
        self.page.locator(".dt-walk").get_by_role("button", name=name, exact=True).click()
