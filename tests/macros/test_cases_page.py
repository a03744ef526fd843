"""The page of cases: each in words, where the trees lead it, and what the sources say, counted and in its place."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.markup_tree import Element
from helpers.two_sources import LIBRARY as SMALL
from helpers.two_sources import body

from macros.cases_page import cases_page
from macros.links import Links
from macros.put import asked_once, put_all
from macros.tree_page import cases
from macros.uses import Uses
from trees.core.judge import said_for
from trees.core.library import Library, load
from trees.core.walk import walk

REAL = load(ROOT / "trees")
CASES, PROBLEMS = put_all(REAL)
USES = Uses(REAL, CASES)
SPREAD = [
    ("disease_state", "spread"),
    ("tki_taken", "none"),
    ("tki_before", "no"),
    ("biopsy_result", "yes"),
    ("kit_exon_9", "no"),
]
AGAIN = [("pain", "no"), ("nodule_size", "1"), ("watch", "pain"), ("pain", "no"), ("nodule_size", "1")]
each_collection = pytest.mark.parametrize("name", REAL.collections)
WRITTEN = """
[[patient]]
id = "{id}"
says = "A large one, and the dose is 400 mg."
walks = [{{ tree = "first", answers = ["large=yes", "which=more"] }}]
left_open = "Whether it lasts."
would_decide = "Time."
settled = "Both readings agree."

[[patient.expects]]
what = "the higher dose"
drug = "velurin"
mg = [400, 800]
weeks = [4, 2]
duration = "for a year"
strength = "may"
statements = ["S01", "O1"]
{more}
"""
NOT_PUT = '\n[[patient]]\nid = "later"\nsays = "Another."\nwalks = []\n'


@cache
def real(name: str) -> Element:
    return page(REAL, USES, name)


def page(library: Library, uses: Uses, name: str) -> Element:
    return body(cases_page(Links(library, f"cases/{name}"), uses, name))


def facts(shown: Element) -> list[tuple[str, str]]:
    return [(row.one("dt").text, row.one("dd").text) for row in shown.one("dl").all("div")]


def small(folder: Path, written: str) -> Library:
    """Return the small library with this file of cases."""
    (folder / "c" / "cases").mkdir(parents=True)
    (folder / "c" / "cases" / "x.toml").write_text(written, encoding="utf-8")
    return Library(**{**vars(SMALL), "root": folder})


def test_a_case_is_told_in_words_with_what_the_sources_say_and_leave_open(tmp_path: Path) -> None:
    library = small(tmp_path, WRITTEN.format(id="big", more=NOT_PUT))
    put, problems = put_all(library)
    whole = page(library, Uses(library, put), "c")
    (shown,) = whole.all("details")
    assert problems == []
    assert shown.attributes["id"] == "big"
    assert shown.one("summary").text == "A large one, and the dose is 400 mg."
    assert facts(shown) == [
        ("Leads to", "A: Velurin 800 mg daily"),
        ("Put to", "tIs it large? → YesOne or the other? → More"),
        (
            "Stated",
            "The higher dose. Velurin, 400 to 800 mg daily, 4 weeks on, 2 weeks off. “for a year”. "
            "Strength: “may”. (O 2021, O1, S 2020, S01)",
        ),
        ("Left open", "Whether it lasts."),
        ("Would decide", "Time."),
        ("Settled", "Both readings agree."),
    ]
    addresses = [a.attributes["href"] for a in shown.all("a")]
    assert {"../../trees/c/first/#dosed", "../../sources/o/#O1", "../../drugs/velurin/"} <= set(addresses)
    assert "1 case. 1 more is written, not yet put to the trees, and left out." in whole.text


def test_a_choice_that_is_left_is_said_with_what_each_course_leads_to(tmp_path: Path) -> None:
    library = small(tmp_path, WRITTEN.format(id="big", more="").replace(', "which=more"', ""))
    put, _ = put_all(library)
    (shown,) = page(library, Uses(library, put), "c").all("details")
    says = dict(facts(shown))["Leads to"]
    assert says.startswith("A choice that is left to patient and clinician: One or the other?. Its courses:")
    assert "A: Velurin 800 mg daily" in says
    assert "B: Velurin (dose not stated)" in says


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (WRITTEN.format(id="big", more="").replace("large=yes", "large=perhaps"), "trees/c/cases/x.toml:3: 'big': "),
        (WRITTEN.format(id="big", more="") * 2, "two cases are called 'big'. Give one of them another id."),
        ("[[patient]]\nid = 3", "cannot be read"),
    ],
    ids=["an answer there is not", "one id twice", "no case"],
)
def test_a_case_that_cannot_be_shown_is_a_problem(tmp_path: Path, wrong: str, says: str) -> None:
    _, problems = put_all(small(tmp_path, wrong))
    assert any(says in str(each) for each in problems), problems


def test_every_case_of_the_repository_can_be_put_to_the_trees() -> None:
    assert PROBLEMS == []


@each_collection
def test_every_case_that_is_put_to_a_tree_stands_once_under_an_outcome_or_choice_that_its_first_walk_ends_in(
    name: str,
) -> None:
    found: dict[str, tuple[str, str]] = {}
    for section in real(name).all("section"):
        heading, ended = "", ""
        for part in section.children:
            if isinstance(part, Element) and part.tag == "h2":
                heading = part.one("a").attributes["href"]
            elif isinstance(part, Element) and part.tag == "h3":
                ended = part.one("a").attributes["href"]
            elif isinstance(part, Element):
                assert part.attributes["id"] not in found
                found[part.attributes["id"]] = heading, ended
    assert found.keys() == {each.case.id for each in CASES[name] if each.walks}
    for put in CASES[name]:
        if put.walks:
            first = replace(put.case, walks=put.case.walks[:1])
            ends = put.walks[0].choice
            nodes = {f"{ends[0]}#{ends[1].id}"} if ends else said_for(REAL, first).outcomes.keys()
            heading, ended = found[put.case.id]
            assert ended.startswith(heading)
            assert ended.removeprefix("../../trees/").replace("/#", "#") in nodes


def test_what_the_sources_say_of_one_matter_is_told_once_with_all_that_is_printed_of_it(tmp_path: Path) -> None:
    more = '\n[[patient.expects]]\nwhat = "the higher dose"\nhow_often = "twice a day"\nstatements = ["S01"]\n'
    library = small(tmp_path, WRITTEN.format(id="big", more=more))
    put, _ = put_all(library)
    (shown,) = page(library, Uses(library, put), "c").all("details")
    assert dict(facts(shown))["Stated"] == (
        "The higher dose. Velurin, 400 to 800 mg daily, 4 weeks on, 2 weeks off. “for a year”. "
        "Strength: “may”. (O 2021, O1, S 2020, S01) “twice a day”. (S 2020, S01)"
    )


@each_collection
def test_every_outcome_that_a_case_reaches_is_linked_from_it(name: str) -> None:
    shown = {each.attributes["id"]: each for each in real(name).all("details")}
    for put in CASES[name]:
        if put.walks:
            reached = said_for(REAL, put.case).outcomes
            addresses = {a.attributes["href"] for a in shown[put.case.id].all("a")}
            assert {f"../../trees/{each.replace('#', '/#')}" for each in reached} <= addresses


@each_collection
def test_the_page_says_how_many_cases_it_leaves_out(name: str) -> None:
    text = real(name).text
    left = sum(not put.walks for put in CASES[name])
    assert f"{len(CASES[name]) - left} cases." in text
    assert (f" {left} more " in text) == bool(left)


def test_a_question_that_two_trees_ask_is_told_once_and_again_when_time_has_passed_unless_it_stays_true() -> None:
    later = [("imatinib_400_600", "progression"), ("progression_extent", "generalized"), ("imatinib_daily_dose", "400")]
    steps = walk(REAL, "gist_2017/where_the_patient_stands", [*SPREAD, *later]).steps
    assert [step.node.id for step in steps].count("kit_exon_9") == 2
    assert [step.node.id for step in asked_once(steps)] == [code for code, _ in (*SPREAD, *later)]
    twice = walk(REAL, "example/tarn_nodule", AGAIN).steps
    assert [step.node.id for step in asked_once(twice)] == [code for code, _ in AGAIN]


def test_a_tree_leads_to_its_cases_with_their_number() -> None:
    for name in REAL.trees:
        html = str(cases(Links(REAL, f"trees/{name}"), USES, name))
        count = len(USES.cases_of_tree.get(name, ()))
        collection, _, tree = name.partition("/")
        link = f'<a href="../../../cases/{collection}/#cases-of-{tree}">{count} case{"s" if count > 1 else ""}</a>'
        assert (link in html) == bool(count)


def test_an_outcome_that_a_case_leads_to_says_in_a_line_what_a_newer_source_does_since() -> None:
    shown = " ".join(dict(facts(each)).get("Leads to", "") for each in real("gist_2017").all("details"))
    assert "Imatinib 400 mg to 600 mg daily Since then, PDQ 2024 says otherwise and adds to it." in shown
    assert shown.count("Imatinib 400 mg to 600 mg daily") == shown.count("400 mg to 600 mg daily Since then, PDQ 2024")
