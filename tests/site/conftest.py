"""The site, built once by the command that a newcomer runs, and a real browser to open it in."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.browser import WIDE, find_browser, serving, visiting
from helpers.builds import built_once, copy_checkout, shared_folder
from helpers.host import Host, hosting
from helpers.walking import Walking
from playwright.sync_api import Browser, sync_playwright

from trees.core.library import Library


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of this checkout: built once, by whichever of the processes asks for it first."""
    folder, complaint = built_once(shared_folder(tmp_path_factory.getbasetemp()))
    assert complaint == ""
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what a build needs, to be broken; its name has a space in it."""
    return copy_checkout(tmp_path / "a checkout")


@pytest.fixture(scope="session")
def origin(site: Path) -> Iterator[str]:
    """Where the built site is served as it is."""
    with serving(site) as address:
        yield address


@pytest.fixture
def host(site: Path) -> Iterator[Host]:
    """The built site, published below a path by a host that a test can disturb."""
    with hosting(site) as host:
        yield host


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, or a skip that says plainly that there is none."""
    found = find_browser()
    with sync_playwright() as playwright:
        # A browser that root starts has no sandbox; it opens only pages of this site. It draws with one thread, so that
        # the browsers of tests that run side by side do not wait for each other.
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--num-raster-threads=1"])
        yield started
        started.close()


@pytest.fixture
def walking(browser: Browser, origin: str, library: Library) -> Iterator[Walking]:
    with visiting(browser, origin, WIDE) as visit:
        yield Walking(library, visit)
        assert visit.complaints == []
        assert visit.foreign() == []
