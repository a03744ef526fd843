"""What leads to an outcome: each question that decides about it, with every answer that leads on to it and no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from trees.core.branches import Answer
from trees.core.evidence import OUR_QUESTION
from trees.core.library import load
from trees.core.nodes import OUTCOMES, WATCHING, Action, Checklist, Choice, Node, Question, Tree, ways
from trees.core.paths import conditions

TREES = load(Path(__file__).parents[2] / "trees").trees
each_tree = pytest.mark.parametrize("name", sorted(TREES))
Steps = tuple[tuple[str, str], ...]


def walks(tree: Tree, at: str, end: str, before: Steps = ()) -> Iterator[Steps]:
    """Yield every way from a node to another that passes no node twice, as (node, answer); time may pass on it."""
    if at == end:
        yield before
        return
    node = tree.node(at)
    out = [(way.code, way.to) for way in ways(node) if isinstance(way.to, str)]
    if isinstance(node, Checklist) and node.always is not None:
        out.append(("in any case", node.always))
    for code, to in out:
        if to not in {passed for passed, _ in before} | {at}:
            yield from walks(tree, to, end, (*before, (at, code)))


def expected(tree: Tree, end: Node) -> dict[str, set[str]]:
    """Return the questions that are on every way to a node, with the answers on these ways, unless all are."""
    every = [dict(steps) for steps in walks(tree, tree.start.id, end.id)]
    shared = [
        node for node in tree.nodes if not isinstance(node, OUTCOMES) and all(node.id in steps for steps in every)
    ]
    found = {node.id: {steps[node.id] for steps in every} for node in shared}
    return {
        node.id: found[node.id]
        for node in shared
        if found[node.id] and "in any case" not in found[node.id] and len(found[node.id]) < len(ways(node))
    }


@each_tree
def test_the_conditions_of_an_outcome_are_what_every_way_to_it_has_in_common(name: str) -> None:
    tree = TREES[name]
    for node in tree.nodes[1:]:
        found = {asked.id: {way.code for way in leading} for asked, leading in conditions(tree, node)}
        assert found == expected(tree, node), node.id


def test_a_raised_dose_depends_on_the_present_dose_the_mutation_and_the_choice() -> None:
    tree = TREES["gist_2017/progression_on_imatinib"]
    found = [
        (asked.id, [way.code for way in leading])
        for asked, leading in conditions(tree, tree.node("imatinib_raised_to_800"))
    ]
    assert found == [
        ("imatinib_daily_dose", ["from_400_to_600"]),
        ("kit_exon_9", ["no"]),
        ("raise_or_switch", ["raise"]),
    ]


def test_the_start_of_a_tree_depends_on_nothing_and_a_choice_counts_as_a_question() -> None:
    tree = TREES["example/after_velurin"]
    assert conditions(tree, tree.start) == []
    (choice,) = (node for node in tree.nodes if isinstance(node, Choice))
    assert choice.id in [asked.id for asked, _ in conditions(tree, tree.node("osmatil_50"))]


def test_a_question_of_which_every_answer_leads_on_is_no_condition() -> None:
    answers = tuple(Answer(code, code, to="watch", because=OUR_QUESTION) for code in ("yes", "no"))
    asked = Question(
        "size", asks="Large?", means="As it says.", lasts=next(iter(TREES.values())).start.lasts, answers=answers
    )
    watch = Action("watch", kind=WATCHING, says="Watch", because=())
    tree = Tree("t", title="T", purpose="p", applies_to="a", readers="r", because=(), nodes=(asked, watch))
    assert conditions(tree, watch) == []
