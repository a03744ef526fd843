"""The page of cases: each in words, where the trees lead it, and what the sources say, counted and in its place."""

from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.markup_tree import Element
from helpers.two_sources import LIBRARY as SMALL
from helpers.two_sources import body

from macros.cases_page import cases_page
from macros.links import Links
from macros.put import put_all
from macros.tree_page import cases
from macros.uses import Uses
from trees.core.judge import said_for
from trees.core.library import Library, load

REAL = load(ROOT / "trees")
CASES, PROBLEMS = put_all(REAL)
USES = Uses(REAL, CASES)
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
        ("Put to", "tIs it large? → YesOne or the other? → More"),
        ("Leads to", "A: Velurin 800 mg daily"),
        (
            "Stated",
            "the higher dose. Velurin, 400 to 800 mg daily, 4 weeks on, 2 weeks off. “for a year”. "
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
def test_every_case_that_is_put_to_a_tree_stands_under_the_first_of_its_trees(name: str) -> None:
    found = {
        section.one("h2").attributes["id"]: [each.attributes["id"] for each in section.all("details")]
        for section in real(name).all("section")
    }
    expected: dict[str, list[str]] = {}
    for tree in REAL.in_order(name):
        ids = [each.case.id for each in CASES[name] if each.walks and each.case.walks[0][0] == tree.id]
        if ids:
            expected[f"cases-of-{tree.id}"] = ids
    assert found == expected


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


def test_a_tree_leads_to_its_cases_with_their_number() -> None:
    for name in REAL.trees:
        html = str(cases(Links(REAL, f"trees/{name}"), USES, name))
        count = len(USES.cases_of_tree.get(name, ()))
        collection, _, tree = name.partition("/")
        link = f'<a href="../../../cases/{collection}/#cases-of-{tree}">{count} case{"s" if count > 1 else ""}</a>'
        assert (link in html) == bool(count)
