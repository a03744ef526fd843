"""A page from the copy is of one build alone, and a copy is whole or is not there."""

import shutil
from http import HTTPStatus
from pathlib import Path

import pytest
from helpers.browser import visiting
from helpers.copies import ARCHIVE, KEPT, NEWER, banner, builds_on, copied, rebuilt
from helpers.host import BELOW, Host
from playwright.sync_api import Browser, expect

from macros.finishing import worker

TREE = "trees/example/tarn_nodule/"


def test_a_page_from_the_copy_is_of_one_build_also_when_the_server_already_has_another(
    browser: Browser, host: Host, site: Path, tmp_path: Path
) -> None:
    host.folder = rebuilt(site, tmp_path / "old", "old")
    with copied(browser, host) as visit:
        host.folder = rebuilt(site, tmp_path / "new", "new")
        host.refused = {"/": HTTPStatus.BAD_GATEWAY, "sw.js": HTTPStatus.BAD_GATEWAY}
        page = visit.open(TREE)
        assert banner(page) is not None
        assert builds_on(page) == ("old", "old")


def test_a_newer_copy_takes_over_whole_and_the_older_one_goes(
    browser: Browser, host: Host, site: Path, tmp_path: Path
) -> None:
    host.folder = rebuilt(site, tmp_path / "old", "old")
    with copied(browser, host) as visit:
        host.folder = rebuilt(site, tmp_path / "new", "new")
        assert visit.open(TREE).evaluate(NEWER) == "installed"
        host.gone = True
        assert builds_on(visit.open(TREE)) == ("new", "new")
        assert len(visit.page.evaluate(KEPT)["copies"]) == 2
        # The older one is needed until its last page is closed.
        visit.page.goto("about:blank")
        visit.page.wait_for_timeout(1000)
        page = visit.open("trees/")
        assert builds_on(page) == ("new", "new")
        page.wait_for_function("async () => (await caches.keys()).length === 1")


def test_of_a_newer_build_only_what_has_changed_is_asked_for(
    browser: Browser, host: Host, site: Path, tmp_path: Path
) -> None:
    with copied(browser, host) as visit:
        host.folder = tmp_path / "new"
        shutil.copytree(site, host.folder)
        with (host.folder / "trees" / "index.html").open("a", encoding="utf-8") as changed:
            changed.write("<!-- new -->")
        worker.write(host.folder, ARCHIVE)
        host.asked.clear()
        assert visit.page.evaluate(NEWER) == "installed"
        assert host.asked == [f"{BELOW}sw.js", f"{BELOW}trees/"]


@pytest.mark.parametrize("missing", ["search/search_index.json", "css/all.css"])
def test_a_copy_that_cannot_be_made_whole_is_not_made_and_the_site_goes_on(
    browser: Browser, host: Host, site: Path, tmp_path: Path, missing: str
) -> None:
    host.folder = tmp_path / "broken"
    shutil.copytree(site, host.folder)
    with (host.folder / missing).open("a", encoding="utf-8") as changed:
        changed.write(" ")
    with visiting(browser, host.address, service_workers="allow") as visit:
        page = visit.open("")
        page.wait_for_function("async () => !(await navigator.serviceWorker.getRegistration())")
        page = visit.open(TREE)
        assert banner(page) is None
        expect(page.locator("h1")).to_be_visible()
        page.wait_for_function("async () => (await caches.keys()).length === 0")


def test_a_broken_update_leaves_the_copy_that_was_there(
    browser: Browser, host: Host, site: Path, tmp_path: Path
) -> None:
    with copied(browser, host) as visit:
        host.folder = rebuilt(site, tmp_path / "new", "new")
        (host.folder / "css" / "all.css").write_text("", encoding="utf-8")
        assert visit.page.evaluate(NEWER) == "redundant"
        host.gone = True
        page = visit.open(TREE)
        assert builds_on(page) == (None, "")
        assert banner(page) is not None
        assert len(page.evaluate(KEPT)["copies"]) == 1
