"""A student reads of a patient, walks, and is shown how the walk compares with the case; nothing is kept or sent."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.browser import NARROW, SCHEMES, WIDE, serving, visiting
from helpers.practicing import Practicing, told
from helpers.walking import Walking
from playwright.sync_api import Browser, expect

from trees.core.library import Library

TARN, AFTER = "example/tarn_nodule", "example/after_velurin"
SMALL = [("pain", "no"), ("nodule_size", "1.9")]
KEPT = "() => [document.cookie, Object.keys(localStorage).join(), Object.keys(sessionStorage).join()]"
FINGER = """() => [...document.querySelectorAll('.dt-practice :is(.dt-way, .dt-back) > a, .dt-practice summary')]
  .filter(each => each.getBoundingClientRect().height < 44).map(each => each.outerHTML)"""
BEYOND = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
ZIP = "executable-guideline-trees"


@pytest.fixture
def practicing(walking: Walking) -> Practicing:
    return Practicing(walking)


def test_a_student_walks_by_hand_and_ends_where_the_case_does(practicing: Practicing) -> None:
    page = practicing.open(TARN, "small_painless")
    assert practicing.shown()["says"] == "A painless nodule of 1.9 cm."
    assert practicing.shown()["verdict"] is None
    expect(page.locator(".dt-practice + .dt-card h2")).to_have_text("1 Does the nodule hurt?")
    practicing.walking.choose("No")
    expect(page.locator(".dt-practice + .dt-card h2")).to_contain_text("How large")
    assert practicing.shown()["verdict"] is None
    page.locator(".dt-card input").fill("1.9")
    page.keyboard.press("Enter")
    shown = practicing.compared()

    assert shown["verdict"] == "Your walk ends where the case does."
    assert shown["facts"] == {
        "Both end in": "A The nodule may be watched with ultrasound every 6 months. Action: watching."
    }
    assert "Watching by ultrasound twice a year. “every 6 months”. (Invented 2020, E03)" in shown["text"]
    assert shown["way"] is None
    assert shown["focus"] == "Compared with the case"
    expect(page.get_by_role("status").filter(has_text="Your walk ends")).to_be_visible()
    expect(page.locator(".dt-practice + .dt-card h2")).to_contain_text("may be watched")


def test_another_way_is_told_by_the_first_answer_that_differs_and_by_what_the_case_rests_on(
    practicing: Practicing,
) -> None:
    page = practicing.open(TARN, "small_painless", [("pain", "unknown")])
    shown = practicing.compared()

    assert shown["verdict"] == "Your walk ends elsewhere than the case."
    assert shown["facts"]["Your walk ends in"].startswith("D ")
    assert shown["facts"]["The case ends in"].startswith("A The nodule may be watched")
    assert shown["facts"]["First difference"] == "1 Does the nodule hurt? You: Not known The case: No"
    assert "“may” in “2 cm without pain may be watched”" in shown["text"]
    page.locator(".dt-way a").click()
    expect(page.locator(".dt-verdict")).to_have_text("Your walk ends where the case does.")
    page.go_back()
    expect(page.locator(".dt-verdict")).to_have_text("Your walk ends elsewhere than the case.")
    page.reload()
    assert practicing.compared()["verdict"] == "Your walk ends elsewhere than the case."
    page.locator(".dt-change").first.click()
    expect(page.locator(".dt-compared")).to_be_hidden()


def test_a_choice_that_is_left_is_the_end_and_a_course_of_it_is_no_mistake(practicing: Practicing) -> None:
    page = practicing.open(AFTER, "after_velurin", [("quill_tea", "no")])
    assert practicing.compared()["verdict"] == (
        "Your walk ends where the case does: at a choice that is left to patient and clinician."
    )
    practicing.walking.choose("Osmatil")
    expect(page.locator(".dt-verdict")).to_contain_text("You went on into “Osmatil”")
    shown = practicing.shown()
    assert shown["verdict"].endswith("one of the courses that the source leaves to patient and clinician.")
    assert shown["facts"]["The case ends in"].startswith("2 Osmatil, or surgery?")
    assert "First difference" not in shown["facts"]
    newer, stated = shown["text"].index("Blood pressure on osmatil"), shown["text"].index("Osmatil in a cycle.")
    assert newer < stated


def test_a_choice_that_the_case_goes_through_is_a_question_like_any_other(practicing: Practicing) -> None:
    page = practicing.open(AFTER, "after_velurin_prefers_surgery", [("quill_tea", "no")])
    expect(page.locator(".dt-practice + .dt-card")).to_be_visible()
    assert practicing.shown()["verdict"] is None
    practicing.walking.choose("Surgery")
    assert practicing.compared()["verdict"] == "Your walk ends where the case does."


def test_what_a_checklist_shows_is_compared_as_a_whole(practicing: Practicing) -> None:
    both = [("velurin_cautions", "fever,iron")]
    practicing.open("example/on_velurin", "on_velurin_iron_and_fever", both)
    assert practicing.compared()["verdict"] == "Your walk ends where the case does."
    practicing.open("example/on_velurin", "on_velurin_iron_and_fever", [("velurin_cautions", "iron")])
    shown = practicing.compared()
    assert shown["verdict"] == "Your walk ends elsewhere than the case."
    assert "You: Low iron The case: Low iron; Fever" in shown["facts"]["First difference"].replace("  ", " ")


def test_where_the_case_goes_on_after_an_outcome_its_end_is_not_told_yet(practicing: Practicing) -> None:
    page = practicing.open(AFTER, "neither_tolerated_after_the_tea", [("quill_tea", "yes")])
    shown = practicing.compared()
    assert shown["verdict"].startswith("Up to here your walk is the way of the case, and the case goes on")
    assert shown["facts"] == {}
    page.locator(".dt-way a").click()
    expect(page.locator(".dt-verdict")).to_have_text("Your walk ends where the case does.")


def test_a_walk_that_goes_on_after_the_end_of_the_case_says_so(practicing: Practicing) -> None:
    on = [*SMALL, ("watch", "pain"), ("pain", "unknown")]
    practicing.open(TARN, "small_painless", on)
    assert practicing.compared()["verdict"].startswith("Your walk came to where the case ends, and went on from there:")


def test_a_case_that_is_put_in_several_ways_is_compared_with_the_one_that_was_walked(practicing: Practicing) -> None:
    tea = [("quill_tea", "no"), ("osmatil_or_surgery", "osmatil"), ("osmatil_50", "taking")]
    practicing.open(AFTER, "after_velurin_prefers_a_drug", tea)
    shown = practicing.compared()
    assert shown["verdict"] == "Your walk ends where the case does."
    assert shown["facts"]["Put otherwise, it ends in"].startswith("B – 2024 Osmatil 50 mg daily, 3 weeks on")
    page = practicing.open("example/on_velurin", "small_painless")
    expect(page.locator(".dt-practice .dt-stale")).to_contain_text("This case does not begin in this tree")
    page.locator(".dt-practice .dt-stale a").click()
    expect(page.locator("h1")).to_have_text("A new Tarn nodule")
    expect(page.locator(".dt-says-case")).to_be_visible()


def test_a_walk_through_several_trees_keeps_the_case_and_compares_where_it_ends(
    practicing: Practicing, library: Library, site: Path
) -> None:
    name = "gist_2017"
    known = told(site, name)
    far = next(
        (case, way)
        for case, each in known.items()
        for way in each["ways"]
        if len(way["ends"]) == 1 and not way["ends"][0].startswith(f"{way['tree']}#") and len(way["answers"]) > 3
    )
    case, way = far
    answers = [tuple(pair) for pair in way["answers"]]
    page = practicing.open(f"{name}/{way['tree']}", case, answers)
    page.wait_for_url(lambda url: f"/{way['ends'][0].partition('#')[0]}/?case={case}#" in url)
    assert practicing.compared()["verdict"].startswith("Your walk ends where the case does")


def test_a_case_that_there_is_not_is_said_and_the_walk_goes_on(practicing: Practicing) -> None:
    page = practicing.open(TARN, "<b>no such case</b>")
    expect(page.locator(".dt-practice .dt-stale")).to_have_text("There is no case called “<b>no such case</b>” here.")
    assert page.locator(".dt-back a").get_attribute("href") == "../../../practice/example/"
    practicing.walking.choose("No")
    expect(page.locator(".dt-card h2")).to_contain_text("How large")


def test_without_a_case_in_the_address_a_page_loads_nothing_of_them(walking: Walking) -> None:
    walking.open(TARN)
    assert [url for url in walking.visit.requests if "practice" in url] == []


def test_nothing_is_stored_and_no_request_carries_an_answer(practicing: Practicing) -> None:
    page = practicing.open(TARN, "small_painless", [("pain", "unknown")])
    practicing.compared()
    page.locator(".dt-way a").click()
    expect(page.locator(".dt-verdict")).to_have_text("Your walk ends where the case does.")

    # The theme keeps which colors a reader has chosen.
    assert page.evaluate(KEPT) in (["", "", ""], ["", "/.__palette", ""])
    for url in practicing.walking.visit.requests:
        sent = url.partition("#")[0]
        assert "pain" not in sent.replace("small_painless", "").replace("pain_not_known.js", ""), url
        assert "nodule_size" not in sent, url


@pytest.mark.parametrize("collection", ["example", "gist_2017"])
def test_the_list_leads_to_a_case_and_one_at_random(walking: Walking, collection: str) -> None:
    page = walking.visit.open(f"practice/{collection}/")
    page.get_by_role("button", name="One at random").click()
    page.wait_for_url(lambda url: "?case=" in url)
    expect(page.locator(".dt-says-case")).to_be_visible()


def test_without_javascript_the_list_leads_to_the_page_of_all_cases(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, java_script_enabled=False) as visit:
        page = visit.open("practice/example/")
        expect(page.locator("noscript p").first).to_contain_text("Practicing needs JavaScript.")
        expect(page.locator("noscript p").first).to_be_visible()
        expect(page.get_by_role("button", name="One at random")).to_have_count(0)
        page.locator("noscript a").click()
        expect(page.locator("h1")).to_have_text("Cases")


def test_a_case_is_practiced_from_a_folder_of_files(browser: Browser, site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(site / f"{ZIP}.zip") as archive:
        archive.extractall(tmp_path)
    home = (tmp_path / ZIP).as_uri()
    with visiting(browser, home) as visit:
        page = visit.open("practice/example/index.html")
        page.locator(".dt-start-case").first.click()
        page.get_by_role("button", name="No", exact=True).click()
        page.locator(".dt-card input").fill("3")
        page.keyboard.press("Enter")
        expect(page.locator(".dt-verdict")).to_have_text("Your walk ends elsewhere than the case.")
        page.locator(".dt-way a").click()
        expect(page.locator(".dt-verdict")).to_have_text("Your walk ends where the case does.")
        page.locator(".dt-back a").click()
        expect(page.locator("h1")).to_have_text("Practice")
        assert visit.complaints == []


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Another site, and the folder in which its pages are."""
    folder = tmp_path_factory.mktemp("elsewhere")
    with serving(folder) as address:
        yield address, folder


def test_an_educator_shows_a_case_in_a_sandboxed_frame_of_another_site(
    browser: Browser, origin: str, elsewhere: tuple[str, Path]
) -> None:
    address, folder = elsewhere
    frame = f'<iframe sandbox="allow-scripts" src="{origin}/embed/{TARN}/?case=small_painless" width="700">'
    (folder / "index.html").write_text(f"<!doctype html><title>A course</title>{frame}", encoding="utf-8")
    (folder / "favicon.ico").touch()
    with visiting(browser, address) as visit:
        inside = visit.open("index.html").frame_locator("iframe")
        expect(inside.locator(".dt-says-case")).to_have_text("A painless nodule of 1.9 cm.")
        inside.get_by_role("button", name="Not known", exact=True).click()
        expect(inside.locator(".dt-verdict")).to_have_text("Your walk ends elsewhere than the case.")
        expect(inside.locator(".dt-end")).to_contain_text("may be watched")
        assert inside.locator(".dt-back a").get_attribute("target") == "_blank"
        inside.locator(".dt-way a").click()
        expect(inside.locator(".dt-verdict")).to_have_text("Your walk ends where the case does.")
        assert visit.complaints == []


def test_axe_finds_nothing_wrong_with_a_comparison_and_what_is_pressed_is_as_large_as_a_finger(
    practicing: Practicing,
) -> None:
    faults = []
    page = practicing.page
    for answers in ([("pain", "unknown")], SMALL):
        practicing.open(TARN, "small_painless", answers)
        practicing.compared()
        for size in (NARROW, WIDE):
            practicing.walking.visit.resize(size)
            assert page.evaluate(FINGER) == []
            assert not page.evaluate(BEYOND)
            for scheme in SCHEMES:
                practicing.walking.visit.recolor(scheme)
                faults += practicing.walking.visit.axe([".dt-practice"])
    assert faults == []
