"""What cases leave out: outcomes, answers and edges, each named at its place, and nothing that a case brings."""

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.small import HERE, action, answer, case, left_open, library_of, question, quote

from trees.core.branches import Band, Event, Item, Option, OtherTree
from trees.core.cases import Case
from trees.core.coverage import coverage, held
from trees.core.evidence import NOT_STATED, OUR_QUESTION
from trees.core.library import Library
from trees.core.nodes import CURRENT, Checklist, Choice, Measure, Node
from trees.core.place import Place

BANDS = (
    Band("below_2", "Small", below=2, to="watch", because=OUR_QUESTION, place=Place("trees/c/t.py", 10)),
    Band("from_2", "Middle", at_least=2, at_most=5, to="open", because=OUR_QUESTION, place=Place("trees/c/t.py", 11)),
    Band("above_5", "Large", above=5, to="watch", because=OUR_QUESTION, place=Place("trees/c/t.py", 12)),
)
SIZE = Measure(
    "size",
    asks="?",
    means="m",
    lasts=CURRENT,
    unit="cm",
    lowest=0.1,
    highest=50,
    step=0.1,
    bands=BANDS,
    unknown=answer("unknown", "open"),
)
EDGES = ("1.9", "2", "2.1", "4.9", "5", "5.1")


def watch(node_id: str = "watch") -> Node:
    return action(node_id, quote("it may be watched", strength="may"))


def library(*first: Node) -> Library:
    return library_of(t=(*first, watch(), left_open("open")))


PAIN = library(question("pain", {"yes": "watch", "no": "watch", "unknown": "open"}))
MEASURED = library(SIZE)


def cases(*answers: str | tuple[str, ...], tree: str = "t") -> list[Case]:
    """One case for each answer, or for several answers at once."""
    every = [(each,) if isinstance(each, str) else each for each in answers]
    return [case(*each, name=f"case_{number}", tree=tree) for number, each in enumerate(every)]


def left_out(of: Library, given: list[Case]) -> list[str]:
    return [problem.text for problem in coverage(of, "c", given)]


WHOLE = cases("pain=yes", "pain=no", "pain=unknown", "pain=unknown")


def test_cases_that_reach_every_outcome_twice_and_give_every_answer_leave_nothing_out() -> None:
    assert left_out(PAIN, WHOLE) == []


def test_an_outcome_that_one_case_reaches_or_none_is_named_at_its_place() -> None:
    (problem,) = coverage(PAIN, "c", WHOLE[:3])

    assert problem.text == "'open' is reached by one case; two are wanted at least."
    assert "'open' is reached by no case; two are wanted at least." in left_out(PAIN, WHOLE[:2])
    assert problem.place == PAIN.trees["c/t"].node("open").place


def test_a_case_that_comes_to_an_outcome_on_two_walks_counts_once() -> None:
    twice = replace(WHOLE[2], walks=(("t", ("pain=unknown",)), ("t", ("pain=unknown",))))

    assert left_out(PAIN, [*WHOLE[:2], twice]) == ["'open' is reached by one case; two are wanted at least."]


def test_an_answer_that_no_case_gives_is_named_at_its_place_and_so_is_the_one_for_not_known() -> None:
    (problem,) = coverage(PAIN, "c", [*cases("pain=yes", "pain=yes"), *WHOLE[2:]])

    assert (str(problem.place), problem.text) == ("trees/c/t.py:2", "no case answers 'pain' with 'no'.")
    assert "no case answers 'pain' with 'unknown'." in left_out(PAIN, WHOLE[:2])


def test_a_question_that_stands_in_two_trees_is_answered_in_each() -> None:
    pain = question("pain", {"yes": "one", "no": "one", "unknown": "one"})
    other = question("pain", {"yes": "other", "no": "other", "unknown": "other"})
    both = library_of(t=(pain, watch("one")), u=(other, watch("other")))
    elsewhere = [replace(each, id=f"u_{each.id}") for each in cases("pain=yes", "pain=no", tree="u")]

    assert left_out(both, [*cases("pain=yes", "pain=no", "pain=unknown"), *elsewhere]) == [
        "no case answers 'pain' with 'unknown'."
    ]


def test_a_walk_that_jumps_to_another_tree_brings_its_answers_and_outcomes_too() -> None:
    both = library_of(
        t=(question("pain", {"yes": OtherTree("u"), "unknown": OtherTree("u")}),),
        u=(question("fever", {"yes": "watch", "unknown": "watch"}), watch()),
    )

    assert left_out(both, cases(("pain=yes", "fever=yes"), ("pain=unknown", "fever=unknown"))) == []


@pytest.mark.parametrize("missing", EDGES)
def test_a_number_just_below_at_or_just_above_an_edge_that_no_case_gives_is_named(missing: str) -> None:
    given = cases(*(f"size={each}" for each in EDGES if each != missing), "size=unknown", "size=1", "size=3", "size=6")
    where = {"1.9": "just below", "4.9": "just below", "2": "at", "5": "at"}.get(missing, "just above")
    band = next(each for each in BANDS if each.holds(float(missing)))
    (problem,) = coverage(MEASURED, "c", given)

    edge = "2" if float(missing) < 3 else "5"
    assert problem.text == f"no case answers 'size' with {missing} cm, {where} the edge {edge}."
    assert problem.place == band.place


def test_a_band_that_is_given_by_its_code_is_answered_and_its_edges_are_not() -> None:
    given = cases("size=below_2", "size=from_2", "size=above_5", "size=unknown")

    assert len(left_out(MEASURED, given)) == len(EDGES)
    assert all("the edge" in text for text in left_out(MEASURED, given))


def test_a_number_outside_of_what_may_be_answered_is_not_wanted() -> None:
    low = (replace(BANDS[0], below=0.2), replace(BANDS[1], at_least=0.2, at_most=None))
    narrow = replace(SIZE, bands=low, highest=0.2)

    assert left_out(library(narrow), cases("size=0.1", "size=0.2", "size=0.1", "size=unknown")) == []


def test_every_item_of_a_checklist_and_none_of_them_is_answered() -> None:
    items = (Item("iron", "Iron", to="watch", because=OUR_QUESTION), Item("fever", "Fever", to="watch"))
    ways = {"none": answer("none", "open"), "unknown": answer("unknown", "open")}
    cautions = Checklist("cautions", asks="?", means="m", lasts=CURRENT, items=items, **ways)

    assert left_out(library(cautions), cases("cautions=iron,fever", "cautions=iron", "cautions=unknown")) == [
        "'open' is reached by one case; two are wanted at least.",
        "no case answers 'cautions' with 'none'.",
    ]


def test_a_choice_is_followed_on_every_option_and_wants_no_answer() -> None:
    options = tuple(Option(code, code, to=code) for code in ("watch", "open"))
    either = Choice("either", between="?", options=options, order=NOT_STATED)

    assert left_out(library(either), cases((), ())) == []
    assert left_out(library(either), cases((), "either=watch")) == [
        "'open' is reached by one case; two are wanted at least."
    ]


def test_an_outcome_that_only_time_leads_to_is_reached_by_its_event() -> None:
    first = action("first", quote("it may be watched"), then=(Event("grows", "It grows", to="later"),))
    trees = library_of(t=(question("pain", {"yes": "first", "unknown": "first"}), first, watch("later")))
    given = cases("pain=yes", "pain=unknown", ("pain=yes", "first=grows"))

    assert left_out(trees, given) == ["'later' is reached by one case; two are wanted at least."]


def test_a_walk_that_makes_no_sense_brings_nothing_and_is_no_matter_here() -> None:
    odd = case("pain=perhaps", name="odd")

    assert left_out(PAIN, [*WHOLE, odd]) == []
    assert "no case answers 'pain' with 'no'." in left_out(PAIN, [WHOLE[0], odd, *WHOLE[2:]])


def test_a_case_that_is_put_to_no_tree_is_named() -> None:
    nowhere = replace(case(name="nowhere"), walks=())
    problems = list(coverage(PAIN, "c", [*WHOLE, nowhere]))

    assert [(problem.place, problem.text) for problem in problems] == [
        (HERE, "'nowhere' is put to no tree. Name trees and answers under `walks`.")
    ]


def test_two_cases_of_one_name_are_named() -> None:
    again = replace(WHOLE[0], says="Somebody else.")

    assert left_out(PAIN, [*WHOLE, again]) == ["two cases are called 'case_0'. Give one of them another id."]


def test_only_the_collection_that_is_asked_for_is_looked_at() -> None:
    assert list(coverage(PAIN, "another", [])) == []


ROW = """[[patient]]
id = "{id}"
says = "A patient."
walks = [{{ tree = "t", answers = ["pain={answer}"] }}]
left_open = "It is."
expects = [{{ what = "watching", statements = ["S01"] }}]
"""


def of_files(folder: Path, *answers: str) -> list[str]:
    path = folder / "c" / "cases" / "x.toml"
    path.parent.mkdir(parents=True)
    rows = (ROW.format(id=f"case_{number}", answer=each) for number, each in enumerate(answers))
    path.write_text("\n".join(rows), encoding="utf-8")
    read, problems = held(replace(PAIN, root=folder), "c")
    assert len(read) == len([each for each in answers if '"' not in each])
    return [str(problem) for problem in problems]


def test_the_cases_of_a_collection_are_read_judged_and_held_to_what_they_leave_out(tmp_path: Path) -> None:
    lines = of_files(tmp_path, "yes", "perhaps", "unknown")

    assert any(line.startswith("trees/c/cases/x.toml:9: 'case_1': t: 'pain' has no answer ") for line in lines)
    assert "trees/c/t.py:2: no case answers 'pain' with 'no'." in lines


def test_what_is_left_out_is_no_matter_while_a_file_cannot_be_read(tmp_path: Path) -> None:
    (line,) = of_files(tmp_path, 'yes"', 'unknown"')

    assert line.startswith("trees/c/cases/x.toml:4: the file is not TOML: ")
