"""The teeth, everywhere: the same kind of change at every place there is, made in memory since there are hundreds."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import replace

from helpers.mutants import patients_notice, record_notices, with_node

from trees.core.branches import Event, Onward, OtherTree, Way
from trees.core.check import check
from trees.core.check.figures import trials_are_quoted
from trees.core.check.quoting import all_quotes
from trees.core.figures import Arm, Group, HazardRatio, Medians, Percentages, Trial
from trees.core.fingerprint import says
from trees.core.library import Library
from trees.core.nodes import (
    CURRENT,
    FIXED,
    OUTCOMES,
    Checklist,
    Choice,
    Measure,
    Node,
    Question,
    Treatment,
    ways,
)
from trees.core.tokens import tokens

SHARED = {"absence of disease progression or unacceptable toxicity", "treatment is usually continued indefinitely"}
"""Words that two statements of one source print, so that either number is true of them."""


GAPS = {
    # No patient has one of the two items without the other.
    "example/on_velurin#velurin_cautions: iron, fever",
    # Both are left open, and a patient does not say which of the two questions it is that is left open.
    "example/tarn_nodule#nodule_size: from_2_to_5, unknown",
    "gist_2017/surgery_in_advanced_disease#behavior_on_tki: no_tki, unknown",
    "gist_2017/surgery_in_advanced_disease#gross_resection: no, unknown",
    "gist_2017/surgery_in_progression#progression_extent: neither, unknown",
}
"""Answers that could lead to each other's place, and no patient would notice: a patient more would close each."""


def nodes_of(library: Library) -> Iterator[tuple[str, Node]]:
    for name, tree in library.trees.items():
        for node in tree.nodes:
            yield name, node


def with_ways(node: Node, instead: dict[str, Way]) -> Node:
    """Return a node in which some of the ways out, by their code, are others."""
    others = tuple(instead.get(way.code, way) for way in ways(node))
    match node:
        case Question():
            return replace(node, answers=others)
        case Measure():
            return replace(node, bands=others[:-1], unknown=others[-1])
        case Checklist():
            return replace(node, items=others[:-2], none=others[-2], unknown=others[-1])
        case Choice():
            return replace(node, options=others)
        case _:
            return replace(node, then=others)


def test_no_word_of_any_quote_can_be_another_one(library: Library) -> None:
    for quote in all_quotes(library):
        known, run = library.fingerprints[quote.source.id], tokens(quote.text)
        for index in range(len(run)):
            changed = " ".join([*run[:index], "zebra", *run[index + 1 :]])
            assert not says(known, quote.at, changed), (quote.at, changed)


def test_no_two_words_of_any_quote_can_change_places(library: Library) -> None:
    for quote in all_quotes(library):
        known, run = library.fingerprints[quote.source.id], tokens(quote.text)
        for index in range(len(run) - 1):
            changed = (*run[:index], run[index + 1], run[index], *run[index + 2 :])
            assert changed == run or not says(known, quote.at, " ".join(changed)), (quote.at, changed)


def test_no_word_of_any_quote_can_be_left_out_of_its_middle(library: Library) -> None:
    for quote in all_quotes(library):
        known, run = library.fingerprints[quote.source.id], tokens(quote.text)
        for index in range(1, len(run) - 1):
            left = (*run[:index], *run[index + 1 :])
            assert len(left) < 4 or not says(known, quote.at, " ".join(left)), (quote.at, left)


def test_only_words_that_a_source_prints_twice_can_have_another_number(library: Library) -> None:
    twice = {
        quote.text.casefold()
        for quote in all_quotes(library)
        for other in library.fingerprints[quote.source.id].statements
        if other != quote.at and says(library.fingerprints[quote.source.id], other, quote.text)
    }

    assert twice <= SHARED


def test_a_dropped_node_is_missed(library: Library) -> None:
    for name, node in random.Random(3).sample(list(nodes_of(library)), 20):
        lines = [str(problem) for problem in check(with_node(library, name, node.id))]
        assert lines, f"nobody misses {name}#{node.id}"
        if node is not library.trees[name].start:
            assert any(f"'{node.id}'" in line for line in lines)


def test_every_treatment_with_another_drug_is_noticed(library: Library) -> None:
    for name, node in nodes_of(library):
        for drug in library.drugs.values() if isinstance(node, Treatment) else ():
            if drug.id != node.drug.id:
                changed = with_node(library, name, node.id, replace(node, drug=drug))
                assert patients_notice(changed) or any(f"names {drug.name}" in each.text for each in check(changed))


def test_every_two_answers_that_lead_to_each_others_place_are_noticed(library: Library) -> None:
    missed, tried = [], 0
    for name, node in nodes_of(library):
        for one, other in itertools.combinations(() if isinstance(node, OUTCOMES) else ways(node), 2):
            if one.to != other.to:
                swapped = with_ways(node, {one.code: replace(one, to=other.to), other.code: replace(other, to=one.to)})
                changed = with_node(library, name, node.id, swapped)
                tried += 1
                if not noticed(changed):
                    missed.append(f"{name}#{node.id}: {one.code}, {other.code}")

    assert set(missed) <= GAPS
    assert tried > 50


def test_an_answer_that_leads_to_any_other_node_is_noticed(library: Library) -> None:
    chance, missed = random.Random(1), []
    for name, node in nodes_of(library):
        for way in () if isinstance(node, OUTCOMES) else ways(node):
            others = [each.id for each in library.trees[name].nodes if each.id not in (way.to, node.id)]
            wrong = replace(way, to=chance.choice(others)) if others else way
            if wrong != way and not noticed(with_node(library, name, node.id, with_ways(node, {way.code: wrong}))):
                missed.append(f"{name}#{node.id}={way.code} to {wrong.to}")

    assert missed == []


def test_every_jump_to_another_tree_of_the_collection_is_noticed(library: Library) -> None:
    chance, missed = random.Random(2), []
    for name, node in nodes_of(library):
        for way in ways(node):
            if isinstance(way.to, OtherTree):
                own = [tree.id for tree in library.in_order(name.partition("/")[0])]
                other = chance.choice([each for each in own if each not in (way.to.name, name.partition("/")[2])])
                wrong = replace(way, to=replace(way.to, name=other))
                if not noticed(with_node(library, name, node.id, with_ways(node, {way.code: wrong}))):
                    missed.append(f"{name}#{node.id}={way.code} to {other}")

    assert missed == []


def noticed(library: Library) -> bool:
    return bool(record_notices(library) or patients_notice(library) or check(library))


def test_every_event_that_became_an_onward_link_or_the_other_way_round_is_noticed(library: Library) -> None:
    for name, node in nodes_of(library):
        for way in node.then if isinstance(node, OUTCOMES) else ():
            other = (Onward if isinstance(way, Event) else Event)(way.code, way.says, to=way.to, place=way.place)
            assert record_notices(with_node(library, name, node.id, with_ways(node, {way.code: other})))


def test_every_question_that_lasts_longer_or_shorter_is_noticed(library: Library) -> None:
    for name, node in nodes_of(library):
        if isinstance(node, Question | Measure | Checklist):
            lasts = CURRENT if node.lasts is FIXED else FIXED
            assert record_notices(with_node(library, name, node.id, replace(node, lasts=lasts)))


def test_every_question_that_has_another_wording_in_another_tree_is_noticed(library: Library) -> None:
    ids = [node.id for _, node in nodes_of(library)]
    shared = [(name, node) for name, node in nodes_of(library) if ids.count(node.id) > 1]

    assert shared
    for name, node in shared:
        changed = with_node(library, name, node.id, replace(node, asks=f"{node.asks} Really?"))
        assert any("One question has one wording." in problem.text for problem in check(changed))


def trials_of(library: Library) -> Iterator[tuple[str, Trial]]:
    for collection, trials in library.trials.items():
        for trial in trials.values():
            yield collection, trial


def with_trial(library: Library, collection: str, trial: Trial) -> Library:
    return replace(library, trials={**library.trials, collection: {**library.trials[collection], trial.id: trial}})


def test_every_dropped_figure_is_noticed(library: Library) -> None:
    for collection, trial in trials_of(library):
        for index in range(len(trial.figures)):
            left = trial.figures[:index] + trial.figures[index + 1 :]
            assert record_notices(with_trial(library, collection, replace(trial, figures=left)))


def test_every_two_arms_or_groups_that_took_each_others_figure_are_noticed(library: Library) -> None:
    for collection, trial in trials_of(library):
        for index, figure in enumerate(trial.figures):
            for wrong in mixed_up(figure):
                figures = (*trial.figures[:index], wrong, *trial.figures[index + 1 :])
                assert record_notices(with_trial(library, collection, replace(trial, figures=figures)))


def mixed_up(figure: object) -> Iterator[object]:
    """Yield a figure with its numbers in another order: each stands in the quote, none is where it belongs."""
    match figure:
        case Medians():
            yield replace(figure, arms=tuple(map(renamed, figure.arms, reversed(figure.arms))))
        case Percentages():
            yield replace(figure, groups=tuple(map(renamed, figure.groups, reversed(figure.groups))))
        case HazardRatio():
            yield replace(figure, value=figure.low, low=figure.value)
            yield replace(figure, low=figure.high, high=figure.low)


def renamed(each: Arm | Group, other: Arm | Group) -> Arm | Group:
    return replace(each, name=other.name)


def test_every_number_of_patients_is_held_to_its_quote(library: Library) -> None:
    for collection, trial in trials_of(library):
        changed = with_trial(library, collection, replace(trial, patients=trial.patients + 1))
        assert any(
            f"'{trial.id}' has {trial.patients + 1} patients" in each.text for each in trials_are_quoted(changed)
        )
