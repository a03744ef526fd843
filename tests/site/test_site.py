"""The built site: complete, linked, and asking nobody else for anything."""

import hashlib
import re
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.basis import sources_shown
from helpers.builds import build
from helpers.pages import Page, read_page, target, with_theme

from trees.core import wording
from trees.core.doses import DailyDose
from trees.core.figures import Arm, Figure, Finding, HazardRatio, Medians, Percentages
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Treatment, quotes_in, ways
from trees.core.paths import conditions
from trees.core.report import hash_of
from trees.core.review import NOT_REVIEWED
from trees.core.walk import walk

BELOW = {
    "differences": "sources",
    "since": "sources",
    "left_open": "sources",
    "changes": "sources",
    "glossary": "cases",
    "practice": "teach",
    "review": "maintain",
    "embed": "teach",
}
"""The tab of each folder that has none of its own, by the first folder below it."""


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[Path, Page]:
    return {path.resolve(): read_page(path) for path in sorted(site.rglob("*.html"))}


def page_of(site: Path, pages: dict[Path, Page], address: str) -> Page:
    return pages[(site / address / "index.html").resolve()]


def test_every_internal_link_and_anchor_resolves(pages: dict[Path, Page], library: Library) -> None:
    broken = []
    for path, page in pages.items():
        for link in page.links:
            # The page for a wrong address is served at any depth, so its links start at the root.
            found = None if path.name == "404.html" else target(page, link)
            if found is None:
                continue
            there = not found[1] or found[1] in pages[found[0]].ids or walks(library, found[0], found[1])
            if not found[0].is_file() or not there:
                broken.append(f"{path}: {link}")

    assert broken == []


def walks(library: Library, page: Path, fragment: str) -> bool:
    """Return whether an anchor is a walk that the trees know: of the tree of a page, as it is, with its answers."""
    found = re.fullmatch(r"(?P<tree>\w+)@(?P<hash>\w+)\?(?P<asked>\w+)=(?P<answer>\w+)", fragment)
    if found is None:
        return False
    name = f"{page.parent.parent.name}/{page.parent.name}"
    walked = walk(library, name, {found["asked"]: found["answer"]})
    return name.endswith(f"/{found['tree']}") and hash_of(library, name) == found["hash"] and len(walked.steps) > 0


def test_every_page_but_the_first_marks_the_one_tab_that_it_stands_below(site: Path, pages: dict[Path, Page]) -> None:
    for path in with_theme(site.resolve()):
        html = path.read_text(encoding="utf-8")
        marked = re.findall(r'<a href="([^"]*)" class="md-tabs__link" aria-current="true"', html)
        section = path.relative_to(site).parts[0]
        if path.parent == site:
            assert marked == []
        else:
            (tab,) = marked
            assert (path.parent / tab).resolve() == site / BELOW.get(section, section)


def test_no_page_gives_one_id_to_two_things(pages: dict[Path, Page]) -> None:
    twice = {str(path): {each for each in page.ids if page.ids.count(each) > 1} for path, page in pages.items()}

    assert {path: ids for path, ids in twice.items() if ids} == {}


def test_no_page_loads_anything_from_another_origin(pages: dict[Path, Page]) -> None:
    foreign = [f"{path}: {load}" for path, page in pages.items() for load in page.loads if re.match(r"(\w+:)?//", load)]

    assert foreign == []


def test_no_style_sheet_loads_anything_from_another_origin(site: Path) -> None:
    found = {
        path.name: re.findall(r"(?:url\(|@import)\s*['\"]?((?:https?:)?//[^'\")]+)", path.read_text(encoding="utf-8"))
        for path in site.rglob("*.css")
    }

    assert {name: addresses for name, addresses in found.items() if addresses} == {}


def test_no_page_sets_a_cookie_or_asks_for_text(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        inputs = re.findall(r"<(?:input|textarea|select)\b[^>]*>", html)
        asking = [
            each for each in inputs if "md-search" not in each and "md-toggle" not in each and "palette" not in each
        ]
        # A walk takes numbers and ticks; without a name, no form could send them.
        walked = [each for each in asking if 'type="checkbox"' in each or 'inputmode="decimal"' in each]
        asking = [each for each in asking if each not in walked or " name=" in each]

        assert "document.cookie" not in html
        assert asking == [], path


def test_every_tree_has_a_page_that_says_its_basis(site: Path, pages: dict[Path, Page], library: Library) -> None:
    for name, tree in library.trees.items():
        text = page_of(site, pages, f"trees/{name}").text
        collection = library.collections[name.partition("/")[0]]

        assert tree.title in text
        assert tree.applies_to in text
        assert tree.readers in text
        assert f"{name}@{hash_of(library, name)}" in text
        assert NOT_REVIEWED in text
        assert collection.intended_use in text
        for source in sources_shown(library, name):
            assert source.date in text


def test_the_key_says_everything_without_javascript(site: Path, pages: dict[Path, Page], library: Library) -> None:
    for name, tree in library.trees.items():
        page = page_of(site, pages, f"trees/{name}")
        for node in tree.nodes:
            assert node.id in page.ids
            assert wording.title(node) in page.text
            for way in ways(node):
                assert way.says in page.text
            for quote in quotes_in(node):
                assert quote.text in page.text
            if isinstance(node, OUTCOMES):
                for note in node.notes:
                    assert note in page.text


def test_every_treatment_shows_dose_strength_evidence_and_citation(
    site: Path, pages: dict[Path, Page], library: Library
) -> None:
    for name, tree in library.trees.items():
        html = (site / "trees" / name / "index.html").read_text(encoding="utf-8")
        for node in tree.nodes:
            if not isinstance(node, Treatment):
                continue
            section = re.search(rf'<section class="[^"]*" data-node="{node.id}">.*?</section>', html, re.DOTALL)
            assert section is not None
            shown = section.group().replace("\xa0", " ")
            assert wording.dose(node.dose) in shown
            assert "Strength" in shown
            assert ("level" in shown) or not node.evidence
            assert all(trial.name in shown for trial in node.evidence)
            assert all(f"#{quote.at}" in shown for quote in quotes_in(node))
            assert "Reached from" in shown
            if isinstance(node.dose, DailyDose):
                assert wording.number(node.dose.high) in shown


def test_every_drug_trial_and_source_has_a_page_that_lists_its_trees(
    site: Path, pages: dict[Path, Page], library: Library
) -> None:
    for name, tree in library.trees.items():
        collection = name.partition("/")[0]
        for node in tree.nodes:
            for quote in quotes_in(node):
                assert tree.title in page_of(site, pages, f"sources/{quote.source.id}").text
            if isinstance(node, Treatment):
                text = page_of(site, pages, f"drugs/{node.drug.id}").text
                assert tree.title in text
                for each in conditions(tree, node):
                    assert f"{wording.title(each.asked)} {'; or '.join(way.says for way in each.leading)}" in text
                for after in (each for each in tree.nodes if isinstance(each, OUTCOMES)):
                    for way in (way for way in after.then if way.to == node.id):
                        assert f"In time, after “{wording.title(after)}”: {way.says}." in text
            if isinstance(node, OUTCOMES):
                for trial in node.evidence:
                    page = page_of(site, pages, f"trials/{collection}/{trial.id}")
                    assert tree.title in page.text
                    for figure in trial.figures:
                        assert all(words in page.text for words in words_of(figure)), figure
                        assert all(quote.text in page.text for quote in figure.because)
                    assert all(oddity.says in page.text for oddity in trial.oddities)


def words_of(figure: Figure) -> list[str]:
    """Return what a page says of a figure, each row of its table with its name and its numbers in one piece."""

    def printed(value: float) -> str:
        return wording.printed(value, figure.because)

    match figure:
        case Finding():
            return [wording.figure(figure)]
        case HazardRatio():
            row = f"{figure.what}{printed(figure.value)} ("
            level = f"{wording.number(figure.confidence)}% CI"
            return [row, f"{spanned(figure, figure)}){figure.p or ''}", level]
        case Medians():
            rows = [
                f"{arm.name}{printed(arm.value)}" + (f" ({spanned(arm, figure)})" if arm.low is not None else "")
                for arm in figure.arms
            ]
            level = f" ({wording.number(figure.confidence)}% CI)" if figure.confidence and has_interval(figure) else ""
            return [*rows, figure.what, f"Median, {figure.unit}{level}"]
        case Percentages():
            return [figure.what, *(f"{group.name}{printed(group.percent)}%" for group in figure.groups)]


def has_interval(figure: Medians) -> bool:
    return any(arm.low is not None or arm.high is not None for arm in figure.arms)


def spanned(part: HazardRatio | Arm, of: HazardRatio | Medians) -> str:
    ends = (part.low, part.high)
    return " to ".join(wording.NOT_GIVEN if end is None else wording.printed(end, of.because) for end in ends)


def test_every_statement_of_a_source_is_on_its_page(site: Path, pages: dict[Path, Page], library: Library) -> None:
    for name, register in library.registers.items():
        page = page_of(site, pages, f"sources/{name}")

        assert all(statement.id in page.ids for statement in register.statements)
        assert all(statement.gist in page.text for statement in register.statements)


def test_an_invented_collection_says_so_on_every_page(site: Path, pages: dict[Path, Page], library: Library) -> None:
    for name in library.trees:
        collection = library.collections[name.partition("/")[0]]
        says = "Invented for tests" in page_of(site, pages, f"trees/{name}").text

        assert says == collection.invented


def test_every_diagram_is_inline_and_without_a_color(site: Path, library: Library) -> None:
    for name in library.trees:
        html = (site / "trees" / name / "index.html").read_text(encoding="utf-8")
        drawing = re.search(r'<svg [^>]*class="dt-svg".*?</svg>', html, re.DOTALL)

        assert drawing is not None
        assert not re.search(r'(fill|stroke|style)="', drawing.group())


def test_the_home_page_says_what_this_is_for_whom_and_what_it_is_not(site: Path) -> None:
    text = " ".join(read_page(site / "index.html").text.split())

    for words in ("What it is.", "For whom.", "What it is not.", "not medical advice", "No clinician has reviewed"):
        assert words in text
    assert "not current guidance" in text


def test_the_hazard_log_is_a_page_that_has_every_hazard_and_what_is_not_controlled(site: Path) -> None:
    log = (ROOT / "SAFETY.md").read_text(encoding="utf-8")
    headings = re.findall(r"(?m)^##+ (.*)$", log)
    text = " ".join(read_page(site / "maintain" / "safety" / "index.html").text.split())

    assert len(headings) > 30
    assert [heading for heading in headings if heading not in text] == []


def test_two_builds_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "another folder" / "site"
    done = build(ROOT, again)

    assert done.returncode == 0, done.stderr
    assert digests(again) == digests(site)


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
