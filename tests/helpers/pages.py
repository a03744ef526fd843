"""Read the pages of a built site: their links, anchors and what they load."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADS = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src")}
STARTS_LOADING = {
    "stylesheet",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "icon",
    "manifest",
}


@dataclass
class Page:
    """What one page links to, loads, and can be linked to by."""

    path: Path
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if "id" in values:
            self.page.ids.append(values["id"])
        for key in ("href", "xlink:href"):
            if key in values and tag == "a":
                self.page.links.append(values[key])
        if tag == "link" and STARTS_LOADING & set(values.get("rel", "").split()):
            self.page.loads.append(values["href"])
        self.page.loads += [values[key] for name, key in LOADS if name == tag and key in values]
        self.hidden += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            # No-break spaces say where a line must not end, and nothing else.
            self.page.text += data.replace("\xa0", " ")


def read_page(path: Path) -> Page:
    """Return what a page holds."""
    page = Page(path)
    _Reader(page).feed(path.read_text(encoding="utf-8"))
    return page


def target(page: Page, link: str) -> tuple[Path, str] | None:
    """Return the file and the anchor that a link of a page leads to; None when it leads out of the site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = page.path if not parts.path else (page.path.parent / unquote(parts.path))
    if parts.path.endswith("/") or path.is_dir():
        path = path / "index.html"
    return path.resolve(), unquote(parts.fragment)


def for_frames(site: Path) -> list[Path]:
    """Return the pages that other sites show in frames, which have no theme: tests/site/test_embed.py is about them."""
    found = sorted((site / "embed").glob("*/*/index.html"))
    assert found
    return found


def with_theme(site: Path, name: str = "*.html") -> list[Path]:
    """Return every other page of a built site that is called so."""
    return sorted(set(site.rglob(name)) - set(for_frames(site)))


def addresses(site: Path) -> list[str]:
    """Return the address of every page of a built site that has the theme, the home page as ''."""
    found = (path.parent.relative_to(site).as_posix() for path in with_theme(site, "index.html"))
    return ["" if address == "." else f"{address}/" for address in found]
