"""The patients who are led elsewhere: all of them and nobody else, as a brute force finds that is no kin of it."""

import random
from dataclasses import replace
from itertools import islice

import pytest
from helpers.brute_force import Two
from helpers.led_elsewhere import WATCH_OR_REMOVE, compared, led, sized, treated
from helpers.random_edits import edited
from helpers.random_trees import Maker, library
from helpers.small import action, left_open, library_of, question
from mutants.every import every_mutant
from mutants.parts import Parts

from trees.core.branches import OtherTree
from trees.core.check import walkable
from trees.core.diff.comparison import compare
from trees.core.diff.items import CODE, RENAMED, WORDING
from trees.core.diff.joint import Joint
from trees.core.diff.match import Edition, match
from trees.core.diff.patients import Patient, Patients
from trees.core.diff.told import groups
from trees.core.library import Library
from trees.core.paths import count

SEED, MUTANTS = 20170517, 60


@pytest.mark.parametrize("seed", range(0, 60, 10))
def test_every_patient_of_ten_random_pairs_is_on_one_path_if_led_elsewhere_and_on_none_if_not(seed: int) -> None:
    for each in range(seed, seed + 10):
        make = Maker(each)
        trees = next(trees for trees in iter(make.trees, None) if not walkable(library(trees)))
        later = edited(make, trees, make.pick((1, 1, 2, 3)))
        two = Two(library(trees), library(later))
        put = [two.audit(name) for name in trees if name in later]

        assert sum(everybody for everybody, _ in put) > 0


def test_the_random_pairs_lead_many_patients_elsewhere_and_many_not() -> None:
    make = Maker(1)
    trees = make.trees()
    later = edited(make, trees, 3)
    two = Two(library(trees), library(later))

    assert [two.audit(name) for name in ("t", "u", "w")] == [(769, 64), (2, 1), (4, 0)]


def test_every_patient_of_mutants_of_the_collections_is_on_one_path_if_led_elsewhere(library: Library) -> None:
    parts = Parts(library)
    sample = random.Random(SEED).sample(every_mutant(parts), MUTANTS)
    mutants = [parts.changed(each.instead) for each in sample]
    put = [
        Two(library, mutant, name.partition("/")[0]).audit(name.partition("/")[2], large=True)
        for mutant in mutants
        if not walkable(mutant)
        for name, tree in mutant.trees.items()
        if tree is not library.trees[name]
    ]

    assert sum(elsewhere for _, elsewhere in put) > 1_000


def test_of_two_editions_that_are_the_same_nobody_is_led_elsewhere_and_every_path_is_counted(library: Library) -> None:
    for name in library.collections:
        edition = Edition(library, name)
        joint = Joint(match(edition, edition))
        tallies = {tree: Patients(joint, tree, tree).tally for tree in edition.trees}

        assert {tree: tally.ways for tree, tally in tallies.items()} == {
            tree: count(edition.trees[tree]) for tree in edition.trees
        }
        assert all((tally.changed, tally.otherwise) == (0, 0) for tally in tallies.values())
        assert compare(edition, edition).weight is CODE


@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5, 6, 7, 8])
def test_with_the_editions_the_other_way_round_each_was_is_a_now(seed: int) -> None:
    make = Maker(seed)
    trees = next(trees for trees in iter(make.trees, None) if not walkable(library(trees)))
    later = edited(make, trees, 2)
    there, back = led(library(trees), library(later)), led(library(later), library(trees))

    assert sorted((was, now) for _, _, (was, now) in there) == sorted((now, was) for _, _, (was, now) in back)


def test_two_questions_in_the_other_order_with_the_same_results_lead_nobody_elsewhere() -> None:
    ends = (action("watch"), action("treat"), action("refer"))
    before = library_of(
        t=(
            question("pain", {"yes": "fever", "no": "watch"}),
            question("fever", {"yes": "refer", "no": "treat"}),
            *ends,
        )
    )
    after = library_of(
        t=(
            question("fever", {"yes": "pain", "no": OtherTree("cool")}),
            question("pain", {"yes": "refer", "no": "watch"}),
            *ends,
        ),
        cool=(question("pain", {"yes": "treat_cool", "no": "watch_cool"}), says("treat"), says("watch")),
    )

    assert led(before, after) == []


def says(words: str):
    """An outcome of another id that says the same."""
    return replace(action(f"{words}_cool"), says=words)


def test_a_tree_that_is_split_in_two_by_a_jump_leads_nobody_elsewhere() -> None:
    second = (question("fever", {"yes": "refer", "no": "treat"}), action("refer"), action("treat"))
    before = library_of(t=(question("pain", {"yes": "fever", "no": "watch"}), action("watch"), *second))
    after = library_of(
        t=(question("pain", {"yes": OtherTree("second"), "no": "watch"}), action("watch")), second=second
    )

    assert led(before, after) == []
    assert led(after, before) == []


def test_what_changed_in_a_tree_that_both_go_on_in_is_told_in_that_tree_alone() -> None:
    asked = question("pain", {"yes": OtherTree("u"), "no": "watch"})
    u = question("fever", {"yes": "drug", "no": "calm"})
    before = library_of(t=(asked, action("watch")), u=(u, treated("drug", 100), action("calm")))
    more = question("iron", {"low": "watch", "high": "pain"})
    after = library_of(t=(more, asked, action("watch")), u=(u, treated("drug", 200), action("calm")))

    assert [answers for _, answers, _ in led(before, after)] == [("Low", "Yes", "Yes"), ("Low", "Yes", "No")]
    assert led(before, after, "u") == [("", ("Yes",), ("drug", "drug"))]


def test_a_question_that_was_renamed_leads_nobody_elsewhere_and_is_said_to_be_renamed() -> None:
    before = library_of(t=(question("pain", {"yes": "remove", "no": "watch"}), *WATCH_OR_REMOVE))
    renamed = replace(question("ache", {"yes": "remove", "no": "watch"}), asks="pain?")
    found = compared(before, library_of(t=(renamed, *WATCH_OR_REMOVE)))

    assert found.changed == 0
    assert [(each.how, each.before, each.after) for tree in found.trees for each in tree.items] == [
        (RENAMED, "pain", "ache")
    ]
    assert found.weight is WORDING


def test_an_outcome_that_was_renamed_leads_nobody_elsewhere_and_is_said_to_be_renamed() -> None:
    before = library_of(t=(question("pain", {"yes": "remove", "no": "watch"}), *WATCH_OR_REMOVE))
    outcome = replace(action("taken_out"), says="remove")
    after = library_of(t=(question("pain", {"yes": "taken_out", "no": "watch"}), action("watch"), outcome))
    found = compared(before, after)

    assert found.changed == 0
    assert next((each.how, each.before, each.after) for tree in found.trees for each in tree.items) == (
        RENAMED,
        "remove",
        "taken_out",
    )


def test_of_an_edge_moved_from_2_to_3_those_from_2_to_2_9_are_led_elsewhere() -> None:
    before, after = library_of(t=(sized(2), *WATCH_OR_REMOVE)), library_of(t=(sized(3), *WATCH_OR_REMOVE))

    assert led(before, after) == [("", ("2 to 2.9 cm",), ("remove", "watch"))]


def test_of_a_range_that_begins_later_all_below_it_are_told_and_not_its_end_alone() -> None:
    before, after = library_of(t=(sized(2), *WATCH_OR_REMOVE)), library_of(t=(sized(2, lowest=0.5), *WATCH_OR_REMOVE))

    assert led(before, after) == [("", ("0.1 to 0.4 cm",), ("watch", "this answer is not offered"))]


def test_a_number_in_another_unit_is_another_fact() -> None:
    before = library_of(t=(sized(2), *WATCH_OR_REMOVE))
    after = library_of(t=(replace(sized(2), unit="mm"), *WATCH_OR_REMOVE))

    assert [answers for _, answers, _ in led(before, after)] == [
        ("0.1 to 1.9 mm", "2 to 50 cm"),
        ("2 to 50 mm", "0.1 to 1.9 cm"),
        ("2 to 50 mm", "Unknown"),
        ("Unknown", "2 to 50 cm"),
    ]


def diamonds(questions: int, last: str) -> Library:
    nodes = [question(f"q{i}", {"yes": f"q{i + 1}", "no": f"q{i + 1}", "unknown": "open"}) for i in range(questions)]
    return library_of(t=(*nodes, action(f"q{questions}"), left_open("open", last)))


def test_a_tree_of_a_million_paths_is_counted_and_as_many_are_listed_as_are_asked_for() -> None:
    found = compared(diamonds(19, "This"), diamonds(19, "That"))
    tree = found.trees[0]

    assert (tree.tally.ways, tree.tally.changed) == (2**19 + 2**19 - 1, 2**19 - 1)
    assert len(list(islice(tree.patients.changed(), 5))) == 5
    assert sum(len(group.patients) for group in groups(tree, 7)) == 7


def test_a_chain_of_two_thousand_nodes_is_compared() -> None:
    found = compared(diamonds(1_998, "This"), diamonds(1_998, "That"))
    first: Patient = next(found.trees[0].patients.changed())

    assert found.trees[0].tally.changed == 2**1998 - 1
    assert [known.says for known in first.answers] == ["Yes"] * 1_997 + ["Unknown"]


def test_through_more_than_fifty_trees_in_a_row_a_patient_is_followed_to_the_end() -> None:
    asked = question("pain", {"yes": OtherTree("a0"), "no": "watch"})
    rows = {
        f"a{i}": (question("pain", {"yes": OtherTree(f"a{i + 1}"), "no": f"no_{i}"}), action(f"no_{i}"))
        for i in range(60)
    }
    last = (question("pain", {"yes": "drug", "no": "calm"}), action("calm"))
    before = library_of(t=(asked, action("watch")), **rows, a60=(*last, treated("drug", 100)))
    after = library_of(
        t=(question("pain", {"yes": "other_drug", "no": "watch"}), action("watch"), treated("other_drug", 200)),
        **rows,
        a60=(*last, treated("drug", 100)),
    )

    assert led(before, after) == [("", ("Yes",), ("drug", "other_drug"))]
