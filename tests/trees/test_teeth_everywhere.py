"""The teeth, everywhere: the same kind of change at every place there is, made in memory since there are hundreds.

Here are the words of quotes and of shared questions, and the figures of trials. The rest is in `tests/mutants`, which
changes every dose, duration, drug, target, pair of answers, band, statement number, word of strength, node, and whether
time passes or an answer lasts: `make mutants` makes every such change, and `test_mutants.py` a sample of them.
"""

from collections.abc import Iterator
from dataclasses import replace

from helpers.mutants import record_notices, with_node

from trees.core.check import check
from trees.core.check.figures import trials_are_quoted
from trees.core.check.quoting import all_quotes
from trees.core.figures import Arm, Group, HazardRatio, Medians, Percentages, Trial
from trees.core.fingerprint import says
from trees.core.library import Library
from trees.core.nodes import Node
from trees.core.tokens import tokens


def nodes_of(library: Library) -> Iterator[tuple[str, Node]]:
    for name, tree in library.trees.items():
        for node in tree.nodes:
            yield name, node


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
