"""The copy of the site that a browser keeps: made, looked into, and made anew from another build."""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.browser import WIDE, Visit, visiting
from helpers.host import Host
from playwright.sync_api import Browser, Page

from macros.finishing import fresh, worker

ARCHIVE = "executable-guideline-trees.zip"
WHOLE = """async () => {
  const {active} = await navigator.serviceWorker.ready;
  if (active.state === 'activated') return;
  await new Promise(done => active.addEventListener('statechange', () => active.state === 'activated' && done()));
}"""
"""Waits until a copy of the whole site is in the browser."""
NEWER = """async () => {
  const registration = await navigator.serviceWorker.ready;
  await registration.update();
  const newer = registration.installing ?? registration.waiting;
  if (!newer) return 'no newer one';
  if (newer.state === 'installing') await new Promise(done => newer.addEventListener('statechange', done));
  return newer.state;
}"""
"""Asks for a newer copy, and returns what became of it."""
KEPT = """async () => ({
  copies: await Promise.all((await caches.keys()).map(async name => [name, await (await caches.open(name)).keys()
    .then(all => all.map(each => each.url))])),
  local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie,
  databases: (await indexedDB.databases()).length,
})"""


@contextmanager
def copied(browser: Browser, host: Host, size: tuple[int, int] = WIDE) -> Iterator[Visit]:
    """Open a window whose browser has visited the home page and has made its copy."""
    with visiting(browser, host.address, size, service_workers="allow") as visit:
        visit.open("").evaluate(WHOLE)
        yield visit


def banner(page: Page) -> str | None:
    """Return what a page says of being a copy; None when it says nothing."""
    shown = page.locator(".dt-copy")
    return shown.inner_text() if shown.is_visible() else None


def rebuilt(site: Path, folder: Path, word: str) -> Path:
    """Return another build of a site: its pages and one of its style sheets say which."""
    shutil.copytree(site, folder)
    for path in folder.rglob("index.html"):
        html = path.read_text(encoding="utf-8").replace("<body ", f'<body data-build="{word}" ')
        path.write_text(re.sub(r"\?v=\w+", "", html), encoding="utf-8")
    with (folder / "css" / "all.css").open("a", encoding="utf-8") as css:
        css.write(f"\nbody {{ --build: {word}; }}\n")
    fresh.write(folder)
    worker.write(folder, ARCHIVE)
    return folder


def builds_on(page: Page) -> tuple[str | None, str]:
    """Return which build the page is of, and which build its style sheet is of."""
    style: str = page.evaluate("getComputedStyle(document.body).getPropertyValue('--build').trim()")
    return page.locator("body").get_attribute("data-build"), style
