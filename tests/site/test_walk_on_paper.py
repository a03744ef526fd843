"""A walk to an outcome is printed on one sheet of A4 or Letter, with its way, its basis, its dates and its state."""

from collections import defaultdict
from pathlib import Path

import pypdfium2
import pytest
from helpers.browser import visiting
from helpers.walking import Walking
from playwright.sync_api import Browser, Page

from trees.core.library import Library
from trees.core.nodes import OUTCOMES
from trees.core.paths import Path as Way
from trees.core.paths import paths
from trees.core.report import hash_of, sources_quoted
from trees.core.walk import WalkError, walk

SHEETS = {"A4": (703, 1032), "Letter": (725, 965)}
"""What the margins of docs/css/site.css leave of a sheet, in px."""
SMALLEST = 8.0
"""In pt."""
ENDS = """() => {
  const walk = document.querySelector('.dt-walk');
  const words = (each) => [...each.childNodes].some(part => part.nodeType === 3 && part.data.trim());
  const sizes = [...walk.querySelectorAll('*')]
    .filter(each => each.checkVisibility() && words(each))
    .map(each => parseFloat(getComputedStyle(each).fontSize) * 0.75);
  return [walk.getBoundingClientRect().bottom + scrollY, Math.min(...sizes)];
}"""


def outcomes(library: Library) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Return for each tree the shortest way to each of its outcomes, from its start."""
    found: defaultdict[str, dict[str, list[tuple[str, str]]]] = defaultdict(dict)
    for name, tree in library.full_names():
        for path in sorted(paths(tree), key=lambda path: len(path.steps)):
            if isinstance(path.end, OUTCOMES) and path.end.id not in found[name]:
                answers = answers_of(library, name, path)
                if answers is not None:
                    found[name][path.end.id] = answers
    return found


def answers_of(library: Library, name: str, path: Way) -> list[tuple[str, str]] | None:
    """Return the answers that lead along a path from the start of its tree; None where an event comes first."""
    answers = [(node.id, way.code) for node, way in path.steps]
    try:
        walked = walk(library, name, answers)
    except WalkError:
        return None
    return answers if path.after is None and walked.outcomes else None


def printing(page: Page) -> None:
    page.evaluate("document.documentElement.classList.add('dt-print')")


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_outcome_with_its_way_fits_on_one_sheet_in_letters_that_can_be_read(
    browser: Browser, origin: str, library: Library, sheet: str
) -> None:
    (wide, high), faults, seen = SHEETS[sheet], [], 0
    with visiting(browser, origin, (wide, high)) as visit:
        walking = Walking(library, visit)
        visit.page.emulate_media(media="print")
        for name, by_outcome in outcomes(library).items():
            page = walking.open(name)
            printing(page)
            for outcome, answers in by_outcome.items():
                walking.one_by_one([walking.fragment(name, answers)])
                bottom, smallest = page.evaluate(ENDS)
                seen += 1
                if bottom > high:
                    faults.append(f"{name}, {outcome}: {bottom:.0f} px of {high}")
                if smallest < SMALLEST:
                    faults.append(f"{name}, {outcome}: letters of {smallest} pt")
    assert faults == []
    assert seen > 3 * len(library.trees)


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_sheet_that_the_browser_prints_has_all_that_a_reader_needs_to_judge_it(
    browser: Browser, origin: str, library: Library, tmp_path: Path, sheet: str
) -> None:
    name, answers = "gist_2017/first_line", [("kit_exon_9", "unknown")]
    with visiting(browser, origin) as visit:
        page = Walking(library, visit).open(name, answers)
        printing(page)
        page.pdf(path=tmp_path / "walk.pdf", format=sheet, prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(tmp_path / "walk.pdf")
    assert len(document) == 1
    text = " ".join(document[0].get_textpage().get_text_bounded().split())
    tree = library.trees[name]
    wanted = [
        tree.title,
        "Not tested or not known",
        "Not reviewed by a clinician",
        hash_of(library, name),
        tree.applies_to,
    ]
    wanted += [source.date for source in sources_quoted(library, name)]
    wanted += [source.date for source in library.collections["gist_2017"].newer]
    assert [each for each in wanted if each not in text.replace(" @", "@")] == []


def test_the_button_prints_the_walk_alone_and_the_page_is_whole_again_after_it(
    browser: Browser, origin: str, library: Library
) -> None:
    with visiting(browser, origin) as visit:
        walking = Walking(library, visit)
        page = walking.open("gist_2017/first_line", [("kit_exon_9", "yes")])
        page.evaluate("window.print = () => { window.seen = document.documentElement.className }")
        walking.press("Print")
        assert "dt-print" in page.evaluate("window.seen")
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert "dt-print" not in page.evaluate("document.documentElement.className")
