"""What is practiced with: patients listed without their ends, and what the script that compares a walk is told."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.diagram_trees import MARKUP
from helpers.markup_tree import Element, elements
from helpers.two_sources import LIBRARY as SMALL
from helpers.two_sources import body

from macros.links import AbsoluteLinks, Links
from macros.practice.data import IN_A_FILE, case_files, end_files, file_of, starts
from macros.practice.page import AT_ONCE, practice_page
from macros.put import put_all
from macros.uses import Uses
from trees.core import wording
from trees.core.evidence import quotes_of
from trees.core.judge import said_for
from trees.core.library import Library, load
from trees.core.nodes import OUTCOMES, Choice

REAL = load(ROOT / "trees")
CASES, _ = put_all(REAL)
USES = Uses(REAL, CASES)
each_collection = pytest.mark.parametrize("name", REAL.collections)
WRITTEN = """
[[patient]]
id = "big"
says = {says}
walks = [{{ tree = "first", answers = ["large=yes", "which=more"] }}]
left_open = {says}

[[patient.expects]]
what = {says}
drug = "velurin"
mg = 800
strength = "may"
statements = ["S01"]
"""
NOT_PUT = '\n[[patient]]\nid = "later"\nsays = "Another."\nwalks = []\n'


@cache
def page(name: str) -> Element:
    return body(practice_page(Links(REAL, f"practice/{name}"), USES, name))


@cache
def told(name: str) -> dict[str, dict[str, object]]:
    files = case_files(Links(REAL, f"trees/{name}/any"), USES, name)
    return {code: case for each in files for code, case in each["cases"].items()}  # type: ignore[attr-defined]


@cache
def ends(name: str) -> dict[str, dict[str, str]]:
    return end_files(Links(REAL, f"trees/{name}/any"), USES, name)  # type: ignore[return-value]


def small(folder: Path, says: str) -> Uses:
    """Return who uses what in the small library with a case that says this, and one that is put to no tree."""
    (folder / "c" / "cases").mkdir(parents=True)
    written = WRITTEN.format(says=json.dumps(says)) + NOT_PUT
    (folder / "c" / "cases" / "x.toml").write_text(written, encoding="utf-8")
    library = Library(**{**vars(SMALL), "root": folder})
    put, problems = put_all(library)
    assert problems == []
    return Uses(library, put)


@each_collection
def test_every_case_that_is_put_to_the_trees_is_a_link_to_the_tree_that_is_asked_first(name: str) -> None:
    links = {a.text: a.attributes["href"] for a in page(name).all("a", "dt-start-case")}
    put = [each for each in CASES[name] if each.walks]

    assert len(page(name).all("a", "dt-start-case")) == len(put)
    for each in put:
        assert links[each.case.says] == f"../../trees/{each.walks[0].tree}/?case={each.case.id}"


@each_collection
def test_a_case_that_is_asked_about_in_several_trees_leads_to_each_of_them_once(name: str) -> None:
    addresses = [a.attributes["href"] for a in page(name).all("a") if "?case=" in a.attributes["href"]]
    wanted = [f"../../trees/{tree}/?case={each.case.id}" for each in CASES[name] for tree in starts(each)]

    assert sorted(addresses) == sorted(wanted)


@each_collection
def test_the_list_tells_nowhere_in_what_a_walk_ends(name: str) -> None:
    text = page(name).text
    for says in (each.case.says for each in CASES[name]):
        text = text.replace(says, "")
    reached = {node for each in CASES[name] for walk in each.walks for node in walk.outcomes.values()}

    assert [wording.title(node) for node in reached if wording.title(node) in text] == []
    assert [a for a in page(name).all("a") if "/trees/" in a.attributes["href"] and "#" in a.attributes["href"]] == []


@each_collection
def test_at_most_so_many_patients_are_shown_before_a_reader_opens_more(name: str) -> None:
    for group in page(name).all("ol", "dt-vignettes"):
        assert 0 < len(group.all("li")) <= AT_ONCE
    for section in page(name).all("section"):
        lists, opened = section.all("ol", "dt-vignettes"), section.all("details")
        assert len(lists) == 1 or [each.one("ol") for each in opened] == lists


@each_collection
def test_the_list_says_that_nothing_is_stored_and_what_can_be_read_without_javascript(name: str) -> None:
    without = page(name).one("noscript")

    assert "There is no score, and nothing is stored or sent" in page(name).text
    assert without.text.startswith("Practicing needs JavaScript.")
    assert without.one("a").attributes["href"] == f"../../cases/{name}/"


def test_a_case_is_told_with_its_answers_its_ends_and_what_is_said(tmp_path: Path) -> None:
    uses = small(tmp_path, "A large one.")
    (file,) = case_files(Links(uses.library, "trees/c/any"), uses, "c")

    assert file["list"] == "../../../practice/c/"
    assert file["cases"] == {
        "big": {
            "says": "A large one.",
            "ways": [
                {"tree": "first", "answers": [["large", "yes"], ["which", "more"]], "ends": ["first#dosed"]},
            ],
            "stated": [
                [
                    '<li>A large one.. <a href="../../../drugs/velurin/">Velurin</a>, 800\xa0mg daily. '
                    "Strength: <strong>“may”</strong>. "
                    '<small>(<a href="../../../sources/s/#S01">S 2020, S01</a>)</small></li>',
                    ["first"],
                ]
            ],
            "more": '<dl class="dt-facts"><div><dt>Left open</dt> <dd>A large one.</dd></div> </dl>',
        }
    }
    assert end_files(Links(uses.library, "trees/c/any"), uses, "c").keys() == {"first#dosed"}


def test_words_that_look_like_markup_come_out_as_text_in_the_list_and_in_what_is_compared(tmp_path: Path) -> None:
    uses = small(tmp_path, MARKUP)
    (file,) = case_files(Links(uses.library, "trees/c/any"), uses, "c")
    case = file["cases"]["big"]  # type: ignore[index]
    shown = body(practice_page(Links(uses.library, "practice/c"), uses, "c"))

    assert elements(case["stated"][0][0]).text.startswith(MARKUP[:1].upper() + MARKUP[1:])
    assert elements(case["more"]).one("dd").text == MARKUP
    assert shown.one("a", "dt-start-case").text == MARKUP


def test_a_case_that_is_put_to_no_tree_cannot_be_practiced(tmp_path: Path) -> None:
    uses = small(tmp_path, "A large one.")
    shown = body(practice_page(Links(uses.library, "practice/c"), uses, "c"))

    assert "Another." not in shown.text
    assert [a.text for a in shown.all("a", "dt-start-case")] == ["A large one."]


@each_collection
def test_every_case_is_in_the_file_that_is_asked_for_it_with_few_others(name: str) -> None:
    files = case_files(Links(REAL, f"trees/{name}/any"), USES, name)
    for number, each in enumerate(files):
        assert {file_of(code, len(files)) for code in each["cases"]} <= {number}  # type: ignore[attr-defined]
        assert len(each["cases"]) <= 5 * IN_A_FILE  # type: ignore[arg-type]
    assert told(name).keys() == {each.case.id for each in CASES[name] if each.walks}


@each_collection
def test_the_ends_of_a_case_are_the_outcomes_or_the_choice_that_each_of_its_ways_comes_to(name: str) -> None:
    for put in CASES[name]:
        if not put.walks:
            continue
        for index, (walk, way) in enumerate(zip(put.walks, told(name)[put.case.id]["ways"], strict=True)):  # type: ignore[call-overload]
            alone = said_for(REAL, replace(put.case, walks=put.case.walks[index : index + 1])).outcomes
            wanted = {f"{walk.choice[0]}#{walk.choice[1].id}"} if walk.choice else alone.keys()
            assert {f"{name}/{end}" for end in way["ends"]} == wanted
            assert set(way["ends"]) <= ends(name).keys()


@each_collection
def test_all_that_the_sources_say_for_a_patient_is_shown_after_one_of_the_walks(name: str) -> None:
    for put in CASES[name]:
        if put.walks:
            rows = told(name)[put.case.id]["stated"]
            assert len(rows) == len({each.what for each in put.case.expects})  # type: ignore[arg-type]
            for row, trees in rows:  # type: ignore[attr-defined]
                assert trees, (put.case.id, row)


@each_collection
def test_an_end_has_what_is_newer_the_words_of_strength_and_every_word_of_its_source(name: str) -> None:
    for end, data in ends(name).items():
        tree, _, code = end.partition("#")
        node = REAL.trees[f"{name}/{tree}"].node(code)
        basis = elements(data["basis"])
        if isinstance(node, OUTCOMES):
            notes = elements(data["since"]).text
            assert all(note.says in notes and note.source.date in notes for note in node.since)
            assert wording.firmly(node) in elements(data["says"]).text
            quotes = quotes_of(node.because)
            assert all(f"“{quote.strength}”" in basis.text for quote in wording.strengths(quotes))
            shown = [each.text for each in basis.all("q")]
            assert all(quote.text in shown for quote in quotes)
        else:
            assert isinstance(node, Choice)
            assert all(f"{option.says} → " in basis.text for option in node.options)


@each_collection
def test_what_is_newer_of_each_course_of_a_choice_stands_before_what_the_sources_say(name: str) -> None:
    for end, data in ends(name).items():
        tree, _, code = end.partition("#")
        node = REAL.trees[f"{name}/{tree}"].node(code)
        for option in node.options if isinstance(node, Choice) else ():
            if isinstance(option.to, str):
                to = REAL.trees[f"{name}/{tree}"].node(option.to)
                assert all(note.says in elements(data["since"]).text for note in getattr(to, "since", ()))


def test_in_a_package_every_link_of_a_case_is_a_whole_address() -> None:
    for name in REAL.collections:
        links = AbsoluteLinks(REAL, "", "https://example.org/site/")
        data = [*case_files(links, USES, name), *end_files(links, USES, name).values()]
        html = json.dumps(data)
        assert 'href=\\"' in html
        assert html.count('href=\\"') == html.count('href=\\"https://')
