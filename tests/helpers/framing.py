"""A page of another site that shows a tree in a frame, as hosts do it: with and without scripts, sandboxed or not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import escape
from pathlib import Path

from helpers.browser import Scheme, Visit, serving, visiting
from playwright.sync_api import Browser, Frame, Page

HOST = '<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title><link rel="icon" href="data:,">'
LISTENING = """
<script>
  window.heard = [];
  addEventListener("message", ({ data, source, origin }) => {
    if (source !== document.querySelector("iframe").contentWindow) return;
    heard.push({ ...data, origin });
    if (data.type === "dt:height") document.querySelector("iframe").style.height = `${data.height}px`;
  });
</script>
"""
"""What a host may do with the messages of the frame; without it, the frame keeps the height that it was given."""


@dataclass
class Framed:
    """The page of a host, with what it complains of and asks for, and the frame in it."""

    visit: Visit
    page: Page

    @property
    def frame(self) -> Frame:
        """The tree in its frame."""
        (frame,) = self.page.main_frame.child_frames
        return frame

    def heard(self) -> list[dict[str, object]]:
        """Return every message that the host has had from the frame."""
        found: list[dict[str, object]] = self.page.evaluate("() => window.heard")
        return found


@contextmanager
def framed(
    browser: Browser,
    folder: Path,
    code: str,
    *,
    listening: bool = True,
    scheme: Scheme = "light",
) -> Iterator[Framed]:
    """Show a piece of HTML with a frame on a page of an origin of its own, served from an empty folder."""
    html = f"{HOST}{code}{LISTENING if listening else ''}"
    (folder / "host.html").write_text(html, encoding="utf-8")
    with serving(folder) as origin, visiting(browser, origin, (900, 900), scheme) as visit:
        yield Framed(visit, visit.open("host.html"))


def iframe(source: str, sandbox: str | None, width: int = 640, height: int = 400) -> str:
    """Return the code of a frame of a size in px; `sandbox` is what it may do, None where nothing is kept from it."""
    box = "" if sandbox is None else f' sandbox="{sandbox}"'
    return f'<iframe src="{escape(source)}" title="A tree" width="{width}" height="{height}"{box}></iframe>'


def embedded(origin: str, name: str, query: str = "") -> str:
    """Return the address of the page of a tree for frames, on another origin than that of a host."""
    return f"{origin.replace('127.0.0.1', 'localhost')}/embed/{name}/{query}"
