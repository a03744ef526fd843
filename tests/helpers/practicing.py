"""Practice with a case in the browser as a student does, and read how the walk compares."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from helpers.walking import Walking
from playwright.sync_api import Page, expect

Pairs = Sequence[tuple[str, str]]
SHOWN = """() => {
  const text = css => document.querySelector(css)?.innerText.replace(/\\s+/g, ' ').trim();
  const all = (css, read) => [...document.querySelectorAll(css)].map(read);
  return {
    says: text('.dt-says-case'),
    verdict: text('.dt-compared:not([hidden]) .dt-verdict'),
    facts: Object.fromEntries(all('.dt-compared:not([hidden]) .dt-facts > div',
      row => [row.querySelector('dt').innerText, row.querySelector('dd').innerText.replace(/\\s+/g, ' ').trim()])),
    way: document.querySelector('.dt-compared:not([hidden]) .dt-way a')?.href ?? null,
    text: text('.dt-compared:not([hidden])') ?? '',
    focus: document.activeElement?.innerText,
  };
}"""
SCRIPT = re.compile(r"globalThis\.guidelineCases=(.*);\n", re.DOTALL)


@dataclass(frozen=True)
class Practicing:
    """A window in which a reader practices."""

    walking: Walking

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.walking.page

    def open(self, name: str, case: str, answers: Pairs = (), folder: str = "trees") -> Page:
        """Open a tree by its full name with a case, at the point to which answers lead, and wait for the case."""
        self.page.goto("about:blank")
        fragment = f"#{self.walking.fragment(name, answers)}" if answers else ""
        page = self.walking.visit.open(f"{folder}/{name}/?case={case}{fragment}")
        expect(page.locator(".dt-practice")).to_have_count(1)
        return page

    def compared(self) -> dict[str, Any]:
        """Wait for the comparison, and return what it says."""
        expect(self.page.locator(".dt-verdict")).not_to_be_empty()
        return self.shown()

    def shown(self) -> dict[str, Any]:
        """Return what the page shows of the case now."""
        found: dict[str, Any] = self.page.evaluate(SHOWN)
        return found


def told(site: Path, collection: str) -> dict[str, dict[str, Any]]:
    """Return every case of a collection as the scripts of a built site tell of it."""
    return dict(_cases(site, collection))


@cache
def _cases(site: Path, collection: str) -> tuple[tuple[str, dict[str, Any]], ...]:
    return tuple(_read(site / "practice" / collection))


def _read(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.js")):
        found = SCRIPT.fullmatch(path.read_text(encoding="utf-8"))
        assert found is not None, path
        yield from json.loads(found[1])["cases"].items()
