"""Open pages of the built site in a real browser, and keep what it complains of and asks for."""

import os
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

from conftest import ROOT
from helpers.present import absent
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

MODULES = ROOT / "tests" / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
"""What axe-core is asked to hold a page to: WCAG 2.2 AA, which includes those before it, and best practices."""
NARROW, MIDDLE, WIDE = (360, 800), (768, 1024), (1440, 900)
NO_COPY = "Service Worker registration blocked by Playwright"
"""What a browser says whose pages are not to keep a copy of the site, which would be one more download a test."""
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
ATTRIBUTE: dict[Scheme, str] = {"light": "default", "dark": "slate"}
"""What the theme calls each scheme."""
SWITCH = """wanted => {
  const other = document.querySelector('[data-md-component=palette] label:not([hidden])');
  if (document.body.dataset.mdColorScheme !== wanted) other.click();
  // As on a page that has just opened, nothing has the focus.
  document.activeElement.blur();
}"""
PATIENCE = 30_000
"""How long, in ms, a script waits for what has no limit of its own: a test then ends with words, and not never."""
NEXT_FRAME = f"""() => new Promise((done, fail) => {{
  setTimeout(() => fail(new Error("no frame was drawn")), {PATIENCE});
  requestAnimationFrame(() => requestAnimationFrame(done));
}})"""
"""Whatever a page does when its window changes, it has done two frames later."""


def find_browser() -> str:
    """Return where a Chromium is: what CHROMIUM names, or the first on the path. Skip the test where there is none."""
    named = os.environ.get("CHROMIUM")
    found = next(filter(None, map(shutil.which, [named] if named else NAMES)), None)
    if found is None and named:
        absent(f"CHROMIUM names {named}, and there is no such program")
    if found is None:
        absent("there is no browser: install Chromium, or name one in CHROMIUM")
    return found


@dataclass
class Visit:
    """One page in the browser, with what went wrong on it and what it asked for."""

    page: Page
    origin: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._says)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)

    def _says(self, says: ConsoleMessage) -> None:
        if says.type in ("error", "warning") and says.text != NO_COPY:
            self.complaints.append(says.text)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)

    def _failed(self, request: Request) -> None:
        # A page that is left while it still loads something has not failed.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"{request.failure}: {request.url}")

    def open(self, address: str) -> Page:
        """Go to a page of the site and wait until it has loaded."""
        self.page.goto(f"{self.origin}/{address}", wait_until="load")
        return self.page

    def settle(self) -> None:
        """Wait until every step is laid out: of one that is not, a script is told the colors and sizes of before."""
        expect(self.page.locator(".dt-step:not(.is-laid)")).to_have_count(0)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the window another size, in px, and wait until the page has followed it."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.page.evaluate(NEXT_FRAME)

    def recolor(self, scheme: Scheme) -> None:
        """Show the page in the colors of a scheme, by the switch in its header."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.evaluate(SWITCH, ATTRIBUTE[scheme])
        self.page.evaluate(NEXT_FRAME)
        assert self.page.locator("body").get_attribute("data-md-color-scheme") == ATTRIBUTE[scheme]

    def foreign(self) -> list[str]:
        """Return every request to another origin; `data:` and `blob:` stay on the page."""
        return [url for url in self.requests if not url.startswith((f"{self.origin}/", "data:", "blob:"))]

    def axe(self, within: Sequence[str] = ()) -> list[str]:
        """Return what axe-core finds wrong with the page now, or with parts of it, one line an element."""
        if not AXE.is_file():
            absent("axe-core is absent: run `make test`, which gets it from npm")
        # axe-core takes what is scrolled out to the left for what cannot be seen, and misses lines of a box's name.
        self.page.evaluate("document.querySelectorAll('.dt-scroll').forEach(region => region.scrollLeft = 0)")
        self.settle()
        if not self.page.evaluate("() => 'axe' in window"):
            # As a script that is put into the page, its policy would refuse it.
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = self.page.evaluate(
            "([parts, tags]) => axe.run(parts.length ? { include: parts.map(part => [part]) } : document,"
            " {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: false})",
            [list(within), WCAG],
        )
        return [
            f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]


@contextmanager
def visiting(
    browser: Browser, origin: str, size: tuple[int, int] = WIDE, scheme: Scheme = "light", **context: Any
) -> Iterator[Visit]:
    """Open a window of a size in px, with nothing kept from before and, unless asked for, no copy of the site made."""
    opened = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
        **{"service_workers": "block", **context},
    )
    try:
        yield Visit(opened.new_page(), origin)
    finally:
        opened.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: a test that fails says what it asked for."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, and return its origin."""
    handler = partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
