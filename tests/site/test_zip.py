"""The site as a ZIP: opened from a folder it is whole, searches, says that it is a copy, and asks nobody else."""

import re
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.browser import NARROW, WIDE, visiting
from helpers.pages import read_page, target, with_theme
from playwright.sync_api import Browser, expect

from macros.finishing.archive import write_zip
from macros.finishing.file_links import index_for_files, link_for_files, page_for_files

NAME = "executable-guideline-trees"
OLD = "This copy is {} days old. Look at the site itself before you rely on it."
SITE = "https://example.org/"
PAGES = {"index.html", "embed/index.html", "trees/index.html", "trees/example/a/index.html"}


@pytest.fixture(scope="module")
def opened(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ZIP, taken apart in a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("taken along") / "on a stick"
    with zipfile.ZipFile(site / f"{NAME}.zip") as archive:
        archive.extractall(folder)
    return folder / NAME


def day_of(site: Path) -> str:
    found = re.search(r'data-date="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    assert found is not None
    return found[1]


def test_the_zip_holds_every_page_below_one_folder_as_of_the_day_of_the_commit(site: Path) -> None:
    with zipfile.ZipFile(site / f"{NAME}.zip") as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
    names = [entry.filename for entry in entries]
    pages = {f"{NAME}/{path.relative_to(site).as_posix()}" for path in with_theme(site, "index.html")}

    assert pages <= set(names)
    assert names == sorted(names)
    assert {name.partition("/")[0] for name in names} == {NAME}
    assert {"-".join(f"{part:02}" for part in entry.date_time[:3]) for entry in entries} == {day_of(site)}
    assert {entry.external_attr >> 16 for entry in entries} == {0o100644}
    assert not [name for name in names if name.endswith((".map", ".zip", "404.html", "sw.js", "sitemap.xml"))]


def test_the_same_files_make_the_same_zip_whenever_it_is_made(tmp_path: Path) -> None:
    day = datetime(2026, 11, 21, tzinfo=UTC).date()
    write_zip(tmp_path / "one.zip", {"b": b"2", "a": b"1" * 999}, day)
    (tmp_path / "other").mkdir()
    write_zip(tmp_path / "other" / "one.zip", {"a": b"1" * 999, "b": b"2"}, day)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other" / "one.zip").read_bytes()


def test_every_link_of_the_copy_leads_to_a_file_and_to_an_anchor_that_is_there(opened: Path) -> None:
    pages = {path.resolve(): read_page(path) for path in opened.rglob("*.html")}
    broken = []
    for path, page in pages.items():
        for link in page.links:
            found = target(page, link)
            if found is None:
                continue
            to_file = link.startswith("#") or not link.partition("#")[0].endswith(("/", "."))
            # A walk stands behind the # as well: its first tree with its hash, and the answers.
            anchor = "" if "@" in found[1] else found[1]
            if not to_file or not found[0].is_file() or (anchor and anchor not in pages[found[0]].ids):
                broken.append(f"{path.relative_to(opened)}: {link}")

    assert len(pages) > 50
    assert broken == []


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        (".", "./index.html"),
        ("../", "../index.html"),
        ("../..", "../../index.html"),
        ("../example/a/#x", "../example/a/index.html#x"),
        ("#x", "#x"),
        ("", ""),
        ("https://example.org/trees/", "https://example.org/trees/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../css/site.css", "../css/site.css"),
        ("../nowhere/", "../nowhere/"),
        ("../../../embed/example/a/?show=walk#x", f"{SITE}embed/example/a/?show=walk#x"),
        ("../../../downloads/example/a.svg", f"{SITE}downloads/example/a.svg"),
        ("../../../embed/", "../../../embed/index.html"),
    ],
)
def test_a_link_to_a_folder_becomes_one_to_its_page_and_any_other_stays(link: str, leads: str) -> None:
    page = "trees/index.html" if not link.startswith("../..") else "trees/example/a/index.html"
    page = "trees/example/index.html" if link.startswith("../example") else page

    assert link_for_files(link, page, PAGES, SITE) == leads


def test_only_the_links_of_tags_are_changed_and_what_a_page_writes_out_is_not() -> None:
    html = '<p>href="trees/"</p><a title="a > b" href="trees/">a</a><a xlink:href="trees/#x">b</a>'
    alternate = '<link rel="alternate" type="text/markdown" href="index.md">'

    assert page_for_files(html + alternate, "index.html", PAGES, SITE) == (
        '<p>href="trees/"</p><a title="a > b" href="trees/index.html">a</a><a xlink:href="trees/index.html#x">b</a>'
    )


def test_what_the_search_finds_is_a_file() -> None:
    written = '{"config":{},"docs":[{"location":""},{"location":"#x"},{"location":"a/b/#c"}]}'

    assert re.findall(r'"location":"([^"]*)"', index_for_files(written)) == [
        "index.html",
        "index.html#x",
        "a/b/index.html#c",
    ]


def test_every_page_opens_from_the_folder_without_a_complaint_and_asks_only_for_files_of_it(
    browser: Browser, opened: Path
) -> None:
    with visiting(browser, opened.as_uri()) as visit:
        for path in sorted(opened.rglob("*.html")):
            page = visit.open(path.relative_to(opened).as_posix())
            for scheme in ("dark", "light"):
                visit.recolor(scheme)
                expect(page.locator("h1").first).to_be_visible()
            assert page.locator("body").evaluate("each => getComputedStyle(each).fontSize") != "16px", "no style"
        assert visit.requests
        assert visit.foreign() == []
        assert visit.complaints == []
        assert visit.page.context.cookies() == []


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["360", "1440"])
@pytest.mark.parametrize("start", ["index.html", "trees/example/tarn_nodule/index.html"])
def test_the_search_of_the_copy_finds_a_tree_and_leads_to_it(
    browser: Browser, opened: Path, start: str, size: tuple[int, int]
) -> None:
    with visiting(browser, opened.as_uri(), size) as visit:
        page = visit.open(start)
        if size == NARROW:
            page.locator("label.md-header__button[for='__search']").click()
        page.locator(".md-search__input").press_sequentially("watched or treated")
        found = page.locator(".md-search-result__link").first
        expect(found).to_be_visible()
        found.click()
        expect(page).to_have_url(re.compile(r"^file://.*/index\.html(#.*)?$"))
        expect(page.locator("h1").first).to_be_visible()
        assert visit.foreign() == []
        assert visit.complaints == []


def test_the_home_page_leads_to_a_tree_and_a_box_of_its_diagram_to_a_step(browser: Browser, opened: Path) -> None:
    with visiting(browser, opened.as_uri()) as visit:
        page = visit.open("index.html")
        page.locator(".md-tabs__link", has_text="Trees").click()
        page.locator("a[href*='tarn_nodule']:visible").first.click()
        expect(page.locator("h1")).to_have_text("A new Tarn nodule")
        page.locator(".dt-svg a").first.click()
        assert "#" in page.url
        assert visit.complaints == []


def test_a_walk_from_the_home_page_of_the_copy_leads_from_tree_to_tree(browser: Browser, opened: Path) -> None:
    with visiting(browser, opened.as_uri()) as visit:
        page = visit.open("index.html")
        page.locator("a.dt-answer").first.click()
        files = set()
        for _ in range(4):
            expect(page.locator(".dt-trail")).to_be_visible()
            files.add(page.url.partition("#")[0])
            before = page.url
            page.locator(".dt-walk button.dt-answer").first.click()
            page.wait_for_url(lambda url, before=before: url != before)
        assert len(files) > 1
        assert all(file.endswith("/index.html") for file in files)
        assert visit.foreign() == []
        assert visit.complaints == []


def test_every_page_of_the_copy_says_of_which_day_and_of_which_files_it_is(site: Path, opened: Path) -> None:
    said = set()
    for path in opened.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        banner = re.search(r'<aside class="dt-copy" aria-label="Offline copy">(.*?)</aside>', html, re.DOTALL)
        assert banner is not None
        said.add(re.sub(r"<[^>]*>", "", banner[1]).strip())
        assert f"{NAME}.zip" not in html
        assert "<!--copy:" not in html
    (words,) = said
    found = re.fullmatch(r"Offline copy of (\S+) \((\w{12})\)\. The texts may have been corrected since\.", words)

    assert found is not None
    assert found[1] == day_of(site)
    for path in with_theme(site):
        html = path.read_text(encoding="utf-8")
        assert '<aside class="dt-copy" hidden' in html
        assert re.search(rf"\(ZIP, \d+\.\d MB, {found[1]}, {found[2]}\)</p>", html)


@pytest.mark.parametrize(("age", "warned"), [(-400, False), (0, False), (89, False), (90, True), (400, True)])
def test_a_copy_warns_from_the_ninetieth_day_on(browser: Browser, opened: Path, age: int, warned: bool) -> None:
    with visiting(browser, opened.as_uri(), NARROW) as visit:
        day = datetime.fromisoformat(day_of(opened)).replace(tzinfo=UTC)
        visit.page.clock.set_fixed_time(day + timedelta(days=age, hours=1))
        page = visit.open("trees/index.html")
        expect(page.locator(".dt-copy [role=status]")).to_be_in_viewport()
        expect(page.locator(".dt-copy strong")).to_have_text([OLD.format(age)] if warned else [])


def test_the_copy_works_without_scripts_and_says_that_it_is_one(browser: Browser, opened: Path) -> None:
    with visiting(browser, opened.as_uri(), java_script_enabled=False) as visit:
        page = visit.open("trees/example/tarn_nodule/index.html")
        expect(page.locator(".dt-copy")).to_be_visible()
        page.locator(".md-tabs__link", has_text="Drugs").click()
        expect(page.locator("h1")).to_have_text("Drugs")


def test_the_site_shows_the_way_to_the_copy_on_every_page_and_nothing_of_the_copy_itself(
    browser: Browser, origin: str, site: Path
) -> None:
    with visiting(browser, origin) as visit:
        page = visit.open("trees/")
        expect(page.locator(".dt-copy")).to_be_hidden()
        with page.expect_download() as download:
            page.get_by_role("link", name="Take it with you").click()
        assert download.value.path().read_bytes() == (site / f"{NAME}.zip").read_bytes()
