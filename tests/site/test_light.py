"""A page is light: what it loads, how often it asks for something before it can be used, and that nothing moves."""

import gzip
import re
from pathlib import Path

import pytest
from helpers.browser import NARROW, visiting
from helpers.pages import with_theme
from playwright.sync_api import Browser, expect

from macros.finishing.loading import ALL, with_few
from trees.core.library import Library

HEAVIEST = 200_000
"""What a page of a tree may weigh, in bytes as they are sent: compressed, the page with all that it loads."""
MOVES = 0.02
"""How much of a page may move by itself, as the Layout Instability API counts it."""
SHIFT = """() => new Promise(done => {
  let shift = 0;
  new PerformanceObserver(list => {
    for (const each of list.getEntries()) if (!each.hadRecentInput) shift += each.value;
  }).observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(shift), 300);
})"""
LOADED = re.compile(r'<(?:script\b[^>]* src|link rel="stylesheet" href|link rel="preload"[^>]* href)="([^"?]+)')


def loaded(page: Path) -> list[Path]:
    """Return every script and style sheet that a page loads."""
    named = dict.fromkeys(LOADED.findall(page.read_text(encoding="utf-8")))
    return [(page.parent / name).resolve() for name in named]


def weight(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), mtime=0))


def test_the_page_of_every_tree_weighs_at_most_200_kb_with_all_that_it_loads(site: Path, library: Library) -> None:
    # The theme starts the worker of its search with every page.
    (worker,) = (site / "assets" / "javascripts" / "workers").iterdir()
    heavy = {}
    for name in library.trees:
        page = site / "trees" / name / "index.html"
        files = loaded(page)
        assert len(files) > 10
        heavy[name] = sum(map(weight, [page, worker, *files]))

    assert max(heavy.values()) <= HEAVIEST, heavy


def test_every_page_has_one_style_sheet_of_ours_and_names_its_scripts_before_it_runs_one(site: Path) -> None:
    for page in with_theme(site):
        html = page.read_text(encoding="utf-8")
        ours = [href for href in re.findall(r'<link rel="stylesheet" href="([^"?]+)', html) if "assets/" not in href]
        assert [href.lstrip("./") for href in ours] == [ALL], page
        scripts = [src for src in re.findall(r'<script\b[^>]* src="([^"]+)', html) if "/bundle." not in src]
        named = re.findall(r'<link rel="preload" as="script" href="([^"]+)', html)
        assert named == scripts, page
        assert html.index('rel="preload"') < html.index("<script"), page


def test_a_walk_begins_before_the_script_of_the_theme_has_run(site: Path, library: Library) -> None:
    for name in library.trees:
        html = (site / "trees" / name / "index.html").read_text(encoding="utf-8")
        theme = re.search(r"<script defer src=[^>]*/bundle\.", html)
        assert theme is not None
        assert html.index("/walker.js", html.index("<body")) < theme.start()


def test_a_page_without_style_of_ours_stays_as_it_is() -> None:
    html = '<html><head><link rel="stylesheet" href="theirs.css"></head><script src="a.js"></script></html>'

    assert with_few(html) == html


def test_nothing_moves_by_itself_while_the_page_of_a_tree_loads(
    browser: Browser, origin: str, library: Library
) -> None:
    moved = {}
    with visiting(browser, origin, NARROW) as visit:
        for name in library.trees:
            moved[name] = visit.open(f"trees/{name}/").evaluate(SHIFT)

    assert max(moved.values()) < MOVES, moved


@pytest.mark.parametrize("name", ["example/tarn_nodule", "gist_2017/unresectable_or_spread"])
def test_nothing_moves_by_itself_while_a_reader_scrolls_to_the_end(browser: Browser, origin: str, name: str) -> None:
    with visiting(browser, origin, NARROW) as visit:
        page = visit.open(f"trees/{name}/")
        page.mouse.move(100, 400)
        while page.evaluate("scrollY + innerHeight + 1 < document.documentElement.scrollHeight"):
            page.mouse.wheel(0, 800)
            page.wait_for_timeout(100)
        assert page.evaluate("scrollY") > 1_000
        assert page.evaluate(SHIFT) < MOVES


@pytest.mark.parametrize("at", ["", "#middle_size"], ids=["at its head", "at a step"])
def test_a_page_that_has_been_open_for_a_moment_is_laid_out_whole_and_has_not_moved(
    browser: Browser, origin: str, at: str
) -> None:
    with visiting(browser, origin, NARROW) as visit:
        page = visit.open(f"trees/example/tarn_nodule/{at}")
        before = page.evaluate("document.querySelector('#middle_size').getBoundingClientRect().top")
        expect(page.locator(".dt-step:not(.is-laid)")).to_have_count(0)
        assert page.locator(".dt-step").last.inner_text() != ""
        assert page.evaluate(SHIFT) < MOVES
        if at:
            assert abs(page.evaluate("document.querySelector('#middle_size').getBoundingClientRect().top") - before) < 2


def test_a_part_that_moves_is_noticed(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, NARROW) as visit:
        page = visit.open("trees/example/tarn_nodule/")
        page.wait_for_timeout(300)
        page.evaluate("document.querySelector('h1').insertAdjacentHTML('beforebegin', '<p>a<br>b<br>c<br>d<br>e</p>')")
        page.wait_for_timeout(300)
        assert page.evaluate(SHIFT) > MOVES
