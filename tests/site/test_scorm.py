"""The package runs in a learning platform: it is told that a comparison was seen, and nothing else."""

import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

import pytest
from helpers.browser import MODULES, serving, visiting
from helpers.pages import read_page
from helpers.present import absent
from playwright.sync_api import Browser, FrameLocator, Page, expect

PLATFORM = MODULES / "scorm-again" / "dist" / "scorm12.min.js"
HOST = """<!doctype html><title>A platform</title><script src="scorm12.js"></script><script src="host.js"></script>
<iframe width="900" height="800"></iframe>"""
KEEPS = """globalThis.API = new Scorm12API({ logLevel: 5 });
globalThis.calls = [];
for (const name of ["LMSInitialize", "LMSSetValue", "LMSCommit", "LMSFinish"]) {
  const real = API[name].bind(API);
  API[name] = (...given) => { calls.push([name, ...given]); return real(...given); };
}"""
STATE = """() => ({
  status: API.cmi.core.lesson_status,
  score: API.cmi.core.score.raw,
  answers: API.cmi.interactions.childArray.length,
  data: API.cmi.suspend_data + API.cmi.comments + API.cmi.core.lesson_location,
})"""
NOTHING = {"score": "", "answers": 0, "data": ""}
CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"


@pytest.fixture(scope="module")
def packages(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each package taken apart, and a page that has a platform's interface."""
    if not PLATFORM.is_file():
        absent("scorm-again is absent: run `make test`, which gets it from npm")
    folder = tmp_path_factory.mktemp("platform")
    for path in (site / "downloads").glob("*.scorm.zip"):
        with zipfile.ZipFile(path) as archive:
            archive.extractall(folder / path.name.partition(".")[0])
    (folder / "scorm12.js").write_bytes(PLATFORM.read_bytes())
    (folder / "host.js").write_text(KEEPS, encoding="utf-8")
    (folder / "index.html").write_text(HOST, encoding="utf-8")
    (folder / "favicon.ico").touch()
    return folder


@pytest.fixture(scope="module")
def platform(packages: Path) -> Iterator[str]:
    with serving(packages) as address:
        yield address


def launched(page: Page, collection: str, parameters: str) -> FrameLocator:
    """Open an item as a platform does, and return what is inside the frame of its page."""
    page.locator("iframe").evaluate("(frame, to) => { frame.src = to; }", f"{collection}/case.html{parameters}")
    inside = page.frame_locator("iframe").frame_locator("iframe")
    expect(inside.locator(".dt-says-case")).to_be_visible()
    return inside


def test_a_case_is_incomplete_until_a_comparison_is_seen_and_nothing_else_is_recorded(
    browser: Browser, platform: str
) -> None:
    with visiting(browser, platform) as visit:
        page = visit.open("index.html")
        inside = launched(page, "example", "?case=small_painless&tree=tarn_nodule")
        assert page.evaluate(STATE) == {"status": "incomplete", **NOTHING}
        inside.get_by_role("button", name="No", exact=True).click()
        inside.locator(".dt-card input").fill("1.9")
        inside.get_by_role("button", name="Go on").click()
        expect(inside.locator(".dt-verdict")).to_have_text("Your walk ends where the case does.")
        assert page.evaluate(STATE) == {"status": "completed", **NOTHING}
        page.locator("iframe").evaluate("frame => { frame.src = 'about:blank'; }")
        page.wait_for_function("() => API.isTerminated()")
        said = page.evaluate("() => calls")

        assert visit.complaints == []
        assert visit.foreign() == []
    assert said == [
        ["LMSInitialize", ""],
        ["LMSSetValue", "cmi.core.lesson_status", "incomplete"],
        ["LMSCommit", ""],
        ["LMSSetValue", "cmi.core.lesson_status", "completed"],
        ["LMSCommit", ""],
        ["LMSFinish", ""],
    ]


def test_another_way_completes_a_case_just_as_well_and_a_walk_may_go_on_in_another_tree(
    browser: Browser, platform: str
) -> None:
    with visiting(browser, platform) as visit:
        page = visit.open("index.html")
        inside = launched(page, "example", "?case=small_painless&tree=tarn_nodule")
        inside.get_by_role("button", name="Not known", exact=True).click()
        expect(inside.locator(".dt-verdict")).to_have_text("Your walk ends elsewhere than the case.")
        assert page.evaluate(STATE) == {"status": "completed", **NOTHING}

        page = visit.open("index.html")
        inside = launched(page, "gist_2017", "?case=adv_no_biopsy_widespread&tree=where_the_patient_stands")
        inside.locator(".dt-answer").get_by_text("spread", exact=False).first.click()
        for _ in range(20):
            if inside.locator(".dt-verdict").is_visible():
                break
            heading = inside.locator(".dt-practice + .dt-card h2").inner_text()
            inside.locator(".dt-practice + .dt-card .dt-answer").first.click()
            expect(inside.locator(".dt-card h2").first).not_to_have_text(heading)
            expect(inside.locator(".dt-practice")).to_have_count(1)
        expect(inside.locator(".dt-verdict")).not_to_be_empty()
        assert "/gist_2017/where_the_patient_stands/" not in page.frames[-1].url
        assert page.evaluate(STATE) == {"status": "completed", **NOTHING}
        assert page.evaluate("() => calls.filter(([name]) => name === 'LMSInitialize').length") == 1
        assert visit.complaints == []


def test_without_a_platform_the_page_of_a_case_works_as_well(browser: Browser, platform: str) -> None:
    with visiting(browser, platform) as visit:
        page = visit.open("example/case.html?case=small_painless&tree=tarn_nodule")
        inside = page.frame_locator("iframe")
        inside.get_by_role("button", name="Not known", exact=True).click()
        expect(inside.locator(".dt-verdict")).to_have_text("Your walk ends elsewhere than the case.")
        assert visit.complaints == []


def test_the_manifest_lists_every_file_of_the_package_and_no_other(packages: Path) -> None:
    for folder in (path for path in packages.iterdir() if path.is_dir()):
        root = ElementTree.parse(folder / "imsmanifest.xml").getroot()
        listed = [each.get("href", "") for each in root.iter(f"{CP}file")]
        there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

        assert len(listed) == len(set(listed))
        assert set(listed) == there - {"imsmanifest.xml"}
        for item in root.iter(f"{CP}item"):
            if item.get("identifierref"):
                tree = (item.get("parameters") or "").partition("&tree=")[2]
                assert f"embed/{folder.name}/{tree}/index.html" in there


def test_no_page_of_a_package_leads_to_a_folder_or_to_a_file_that_is_not_in_it(packages: Path) -> None:
    for page in packages.rglob("index.html"):
        for link in links_of(page):
            path = link.partition("#")[0].partition("?")[0]
            if path and not path.startswith("https://"):
                assert PurePosixPath(path).suffix, (page, link)
                assert (page.parent / path).is_file(), (page, link)


def links_of(page: Path) -> list[str]:
    read = read_page(page)
    return [*read.links, *read.loads]
