"""The recipes for educators, each tried as it is written: what the page says to paste is pasted, into such a host."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.framing import embedded, framed, iframe
from helpers.pages import read_page, target
from playwright.sync_api import Browser, Frame, expect

from macros.downloads.forms import FORMS
from macros.embed.code import HEIGHT
from macros.links import Links
from macros.packages import packages
from macros.put import put_all
from macros.uses import Uses
from trees.core.library import Library

RECIPES = ROOT / "docs" / "teach" / "index.md"
CANVAS = """
<script>
  addEventListener("message", ({ data }) => {
    if (data.subject === "lti.frameResize") document.querySelector("iframe").height = data.height;
  });
</script>
"""
"""What Canvas does with the message that it documents."""
NAMED = {"Slides", "A course in Moodle", "A course in Canvas", "A blog", "A printed handout", "A quiz"}


def high(frame: Frame) -> int:
    found: int = frame.evaluate("() => Math.ceil(document.documentElement.getBoundingClientRect().height)")
    return found


def walked(frame: Frame) -> None:
    """Answer the first question of a tree by its first answer."""
    frame.locator(".dt-walk .dt-answer").first.click()
    expect(frame.locator(".dt-trail")).to_be_visible()


def test_there_are_six_recipes_and_each_says_how_it_was_tried() -> None:
    parts = re.split(r"^## ", RECIPES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    recipes = {part.partition("\n")[0]: part for part in parts}

    assert set(recipes) >= NAMED
    assert [name for name in NAMED if "\nTried: " not in recipes[name]] == []


def test_the_recipes_name_every_thing_to_take_as_the_page_of_a_tree_does(site: Path) -> None:
    shown = read_page(site / "trees" / "example" / "tarn_nodule" / "index.html").text
    text = RECIPES.read_text(encoding="utf-8")
    for name in re.findall(r"“((?:Frame|Picture|Slides|Handout|GIFT)[^”]*)”", text):
        assert name in shown, name
    assert {form.name for form in FORMS if form.suffix in (".svg", ".png", ".pdf", ".pptx")} <= set(
        re.findall(r"“([^”]*)”", text)
    )


def test_the_script_for_a_blog_gives_every_frame_its_own_height(browser: Browser, origin: str, tmp_path: Path) -> None:
    (script,) = re.findall(r"```html\n(.*?)```", RECIPES.read_text(encoding="utf-8"), flags=re.DOTALL)
    names = ("example/tarn_nodule", "gist_2017/first_line")
    code = "".join(iframe(embedded(origin, name, "?show=walk"), "allow-scripts", height=100) for name in names)
    with framed(browser, tmp_path, f"{code}{script}", listening=False) as host:
        frames = host.page.main_frame.child_frames
        for round_ in range(2):
            for place, frame in enumerate(frames):
                shown = host.page.locator("iframe").nth(place)
                host.page.wait_for_function(
                    "([place, high]) => document.querySelectorAll('iframe')[place].clientHeight === high",
                    arg=[place, high(frame)],
                )
                assert shown.evaluate("each => each.clientHeight") == high(frame)
                if not round_:
                    walked(frame)
        assert high(frames[0]) != high(frames[1])
        assert host.visit.complaints == []


def test_canvas_is_told_the_height_in_its_own_words(browser: Browser, origin: str, tmp_path: Path) -> None:
    code = iframe(embedded(origin, "gist_2017/first_line"), None, height=150)
    with framed(browser, tmp_path, f"{code}{CANVAS}", listening=False) as host:
        host.page.wait_for_function("() => document.querySelector('iframe').clientHeight > 1000")
        assert host.page.locator("iframe").evaluate("each => each.clientHeight") == high(host.frame)
        assert host.visit.complaints == []


def test_in_a_host_that_does_nothing_for_a_frame_the_tree_is_scrolled_to_inside(
    browser: Browser, origin: str, tmp_path: Path
) -> None:
    code = iframe(embedded(origin, "gist_2017/first_line", "?show=walk"), None, height=HEIGHT)
    with framed(browser, tmp_path, code, listening=False) as host:
        walked(host.frame)
        assert host.page.locator("iframe").evaluate("each => each.clientHeight") == HEIGHT
        assert host.frame.evaluate("() => document.scrollingElement.scrollHeight") > HEIGHT
        about = host.frame.locator(".dt-about a").first
        about.scroll_into_view_if_needed()
        expect(about).to_be_in_viewport()


def test_where_a_site_grants_a_frame_nothing_but_scripts_and_marks_its_address_the_tree_is_walked(
    browser: Browser, origin: str, tmp_path: Path
) -> None:
    # WordPress adds a mark of its own behind the address of a frame of a site that it does not know.
    with framed(
        browser, tmp_path, iframe(embedded(origin, "example/tarn_nodule", "#?secret=aBcD12"), "allow-scripts")
    ) as host:
        assert host.frame.locator(".dt-stale").count() == 0
        walked(host.frame)
        assert host.visit.complaints == []


def test_a_frame_in_a_frame_is_walked_as_well(browser: Browser, origin: str, tmp_path: Path) -> None:
    (tmp_path / "inner.html").write_text(
        f"<!doctype html><title>Inner</title>{iframe(embedded(origin, 'example/tarn_nodule'), 'allow-scripts')}",
        encoding="utf-8",
    )
    with framed(browser, tmp_path, iframe("inner.html", None), listening=False) as host:
        (inner,) = host.frame.child_frames
        walked(inner)


@pytest.mark.parametrize("suffix", [".scorm.zip", ".cases.apkg"])
def test_the_packages_of_every_collection_with_cases_are_there_to_take(
    site: Path, library: Library, suffix: str
) -> None:
    page = read_page(site / "teach" / "index.html")
    files = {
        found[0].relative_to(site.resolve()).as_posix()
        for link in page.links
        if (found := target(page, link)) and "downloads" in link
    }

    assert {f"downloads/{name}{suffix}" for name in library.collections} <= files
    assert all((site / each).is_file() for each in files)


def test_of_a_collection_without_cases_no_package_is_offered(library: Library) -> None:
    links = Links(library, "teach")
    cases, _ = put_all(library)
    (one, *others) = library.collections
    shown = packages(links, Uses(library, {**cases, one: []}))

    assert f"downloads/{one}." not in shown
    assert all(f"downloads/{other}." in shown for other in others)
    assert "downloads/" not in packages(links, Uses(library))
