"""The forks and rows that every format is made from, held to the walker patient by patient, without an engine."""

from dataclasses import replace
from pathlib import Path

import pytest
from helpers.engine_patients import Patient, columns, expected, grid
from helpers.engine_rows import by_hand, in_any_order, rows_of
from helpers.random_trees import Maker
from helpers.random_trees import library as made
from helpers.small import action, answer, left_open, library_of, question, quote

from trees.core.branches import Band, Event, Item
from trees.core.digest import SHORT, digest
from trees.core.library import Library, load
from trees.core.nodes import CURRENT, FIXED, Checklist, Measure
from trees.formats.forks import EMPTY, End, Fork, Leads, OneOf, decision, within
from trees.formats.inputs import BEGINS_AT, Number, inputs
from trees.formats.reading import FIELDS, MOST_ROWS, Reading, TooManyRowsError
from trees.formats.rows import count_rows, ends, rows

LIBRARY = load(Path(__file__).parents[2] / "trees")
ADDRESS = "https://example.org/"
each_tree = pytest.mark.parametrize("name", [name for name, _ in LIBRARY.full_names()])
MOST = 600
"""Patients of one tree, drawn by lot where there are more."""
SIZE = Measure(
    "size",
    asks="How large?",
    means="m",
    lasts=CURRENT,
    unit="cm",
    lowest=0.5,
    highest=9,
    step=0.5,
    bands=(Band("small", "Small", below=2, to="wait"), Band("large", "Large", at_least=2, to="cut")),
    unknown=answer("unknown", "open"),
)
LIST = Checklist(
    "signs",
    asks="Which?",
    means="m",
    lasts=FIXED,
    items=(Item("fever", "Fever", to="cut"), Item("pain", "Pain", to="cut"), Item("iron", "Iron", to="check")),
    none=answer("none", "wait"),
    unknown=answer("unknown", "open"),
    always="wait",
)


def reading(library: Library, name: str) -> Reading:
    return Reading(library, name, ADDRESS)


def agree(library: Library, name: str, patients: list[Patient]) -> None:
    of = reading(library, name)
    for patient in patients:
        assert in_any_order(by_hand(of, patient)) == in_any_order(expected(library, name, patient)), patient


def of_sizes() -> Reading:
    return reading(library_of(t=(SIZE, action("wait"), action("cut"), left_open("open"))), "c/t")


def of_signs() -> Reading:
    ends = (action("wait"), action("cut"), action("check"), left_open("open"))
    return reading(library_of(t=(LIST, *ends)), "c/t")


def does(of: Reading, **held: str | float) -> list[tuple[str, str]]:
    patient = {column.name: None for column in of.inputs} | held
    return [(each["does"], each["id"]) for each in by_hand(of, patient)]


@each_tree
def test_the_rows_of_a_tree_tell_every_patient_what_its_walk_tells(name: str) -> None:
    agree(LIBRARY, name, grid(LIBRARY.trees[name], MOST))


@pytest.mark.parametrize("seed", range(60))
def test_the_rows_of_a_tree_made_by_chance_tell_every_patient_what_its_walk_tells(seed: int) -> None:
    library = made(Maker(seed).trees())
    for name in library.trees:
        agree(library, name, grid(library.trees[name], MOST))


@each_tree
def test_a_patient_is_in_one_row_and_no_other(name: str) -> None:
    of = reading(LIBRARY, name)

    assert {len(rows_of(of, patient)) for patient in grid(of.tree, MOST)} == {1}


@each_tree
def test_the_columns_are_those_that_the_manual_names_each_once(name: str) -> None:
    named = [column.name for column in reading(LIBRARY, name).inputs]

    assert sorted(named) == sorted(column.name for column in columns(LIBRARY.trees[name]))
    assert len(set(named)) == len(named)


@each_tree
def test_the_number_of_rows_is_known_without_listing_them(name: str) -> None:
    made = decision(LIBRARY, name)

    assert count_rows(made) == len(list(rows(made)))


@each_tree
def test_every_fork_has_a_case_for_nothing(name: str) -> None:
    todo, seen = [decision(LIBRARY, name)], 0
    while todo:
        at = todo.pop()
        if isinstance(at, Fork):
            seen += 1
            assert sum(None in case.cell.codes for case in at.cases if isinstance(case.cell, OneOf)) == 1
            todo += [case.to for case in at.cases]
    assert seen > 0


@each_tree
def test_every_field_is_told_of_every_end_and_what_does_not_apply_is_empty(name: str) -> None:
    of = reading(LIBRARY, name)
    version = f"{name}@{digest(LIBRARY, name)[:SHORT]}"
    for end in of.ends:
        for _, cells in of.told(end):
            assert tuple(cells) == FIELDS
            assert all((cells["does"], cells["id"], cells["words"]))
            assert cells["basis"].startswith(version)


def test_a_number_and_that_it_is_unknown_are_refused_together_where_they_are_asked_for() -> None:
    of = of_sizes()

    assert does(of, size=1, size__unknown="unknown") == [("refuse", "size")]
    assert does(of, size__unknown="unknown") == [("show", "open")]
    assert does(of, size=1) == [("show", "wait")]
    assert does(of) == [("ask", "size")]


@pytest.mark.parametrize(("size", "shown"), [(0.5, "wait"), (1.99, "wait"), (2, "cut"), (9, "cut")])
def test_an_edge_belongs_to_the_band_that_says_so(size: float, shown: str) -> None:
    assert does(of_sizes(), size=size) == [("show", shown)]


@pytest.mark.parametrize("size", [0.4, 9.1, -1, float("inf"), float("nan")])
def test_a_number_out_of_range_is_in_no_row(size: float) -> None:
    assert rows_of(of_sizes(), {"size": size, "size__unknown": None}) == []


def test_a_band_that_the_range_does_not_reach_has_no_numbers() -> None:
    assert within(Band("none", "None", to="x", below=0.5), SIZE) is None
    assert within(Band("none", "None", to="x", above=9), SIZE) is None
    assert within(Band("all", "All", to="x"), SIZE) is not None


def test_every_true_item_is_shown_once_beside_what_is_shown_in_any_case() -> None:
    of = of_signs()

    assert does(of, signs__fever="yes", signs__pain="yes", signs__iron="no") == [("show", "wait"), ("show", "cut")]
    assert does(of, signs__fever="no", signs__pain="no", signs__iron="yes") == [("show", "wait"), ("show", "check")]


def test_an_item_of_which_nothing_is_known_is_asked_for_beside_what_is_shown() -> None:
    assert does(of_signs(), signs__fever="yes") == [("show", "wait"), ("show", "cut"), ("ask", "signs")]


def test_items_that_are_all_false_are_none_and_no_item_at_all_asks() -> None:
    of = of_signs()

    assert does(of, signs__fever="no", signs__pain="no", signs__iron="no") == [("show", "wait")]
    assert does(of, signs__fever="no", signs__pain="no") == [("ask", "signs")]
    assert does(of) == [("ask", "signs")]


@pytest.mark.parametrize("stated", ["none", "unknown"])
def test_none_or_unknown_beside_a_true_item_is_refused(stated: str) -> None:
    of = of_signs()

    assert does(of, signs=stated, signs__pain="yes") == [("refuse", "signs")]
    assert ("refuse", "signs") not in does(of, signs=stated, signs__pain="no")


def test_where_time_leads_back_into_a_tree_a_column_says_where_to_begin() -> None:
    after = Event("worse", "Worse", to="second")
    first = question("first", {"yes": "wait", "unknown": "open"})
    second = question("second", {"yes": "cut", "unknown": "open"})
    nodes = (first, second, action("wait", quote("so it says here"), then=(after,)), action("cut"), left_open("open"))
    of = reading(library_of(t=nodes), "c/t")

    assert of.inputs[0].name == BEGINS_AT
    assert does(of, second="yes") == [("ask", "first")]
    assert does(of, **{BEGINS_AT: "second", "second": "yes"}) == [("show", "cut")]
    ((_, told),) = of.told(next(end for end in of.ends if end.key == "show wait"))
    assert told["goes_on"] == f"worse: event, c/t, {BEGINS_AT} second"


def test_the_header_says_which_columns_an_event_empties() -> None:
    assert dict(of_sizes().header)["After an event"] == "Empty these columns: size, size__unknown."
    assert dict(of_signs().header)["After an event"] == "No column is emptied."


def test_a_choice_that_nobody_has_made_is_laid_before_the_reader_with_every_option() -> None:
    of = reading(LIBRARY, "example/after_velurin")
    (end,) = [end for end in of.ends if end.leads is Leads.CHOOSE]
    ((_, told),) = of.told(end)

    assert [each.partition(":")[0] for each in told["may_answer"].splitlines()] == ["osmatil", "surgery", "talk"]
    assert told["order"] == "No order between them is stated."


def test_an_end_names_what_is_missing_and_of_a_measure_the_number() -> None:
    (asked,) = [end for end in of_sizes().ends if end.leads is Leads.ASK]

    assert [each.name for each in asked.missing] == ["size"]
    assert isinstance(asked.missing[0], Number)


def ladder(steps: int) -> Library:
    """A tree of questions that each lead to the next by two answers: twice as many rows with every question."""
    nodes = [
        question(f"q_{step}", {"left": f"q_{step + 1}", "right": f"q_{step + 1}", "unknown": "open"})
        for step in range(steps)
    ]
    return library_of(t=(*nodes, action(f"q_{steps}"), left_open("open")))


def test_a_tree_with_a_million_rows_is_counted_and_refused_in_words_and_not_listed() -> None:
    of = reading(ladder(20), "c/t")

    assert count_rows(of.decision) == 3 * 2**20 - 2
    assert len(ends(of.decision)) == 22
    with pytest.raises(TooManyRowsError, match=rf"c/t has 3,145,726 rows, and a file holds at most {MOST_ROWS:,}\."):
        _ = of.rows


def test_a_tree_of_ten_thousand_questions_in_a_row_is_read() -> None:
    assert isinstance(decision(ladder(10_000), "c/t"), Fork)


def test_a_tree_that_begins_with_an_outcome_has_one_row_and_asks_nothing() -> None:
    of = reading(library_of(t=(action("wait"),)), "c/t")

    assert isinstance(of.decision, End)
    assert (inputs(of.tree), len(of.rows)) == ([], 1)


def test_rows_notice_a_tree_whose_answers_were_swapped() -> None:
    name = "example/after_velurin"
    tree = LIBRARY.trees[name]
    asked, *others = tree.nodes
    yes, no, unknown = asked.answers
    swapped = replace(asked, answers=(replace(yes, to=no.to), replace(no, to=yes.to), unknown))
    library = replace(LIBRARY, trees={**LIBRARY.trees, name: replace(tree, nodes=(swapped, *others))})
    of = reading(library, name)

    assert any(by_hand(of, patient) != expected(LIBRARY, name, patient) for patient in grid(tree))


def test_the_case_for_nothing_is_the_empty_cell_and_not_a_code() -> None:
    assert EMPTY.codes == (None,)


def test_a_tree_whose_answers_lead_round_is_refused_and_never_read_for_ever() -> None:
    nodes = (question("one", {"yes": "two", "unknown": "end"}), question("two", {"yes": "one", "unknown": "end"}))
    library = library_of(t=(*nodes, action("end")))

    with pytest.raises(ValueError, match=r"the answers of c/t lead round in a circle\."):
        decision(library, "c/t")
