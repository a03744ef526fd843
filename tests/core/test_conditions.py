"""What leads to an outcome: each question that decides about it, with every answer that leads on to it and no other."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from trees.core.branches import Answer
from trees.core.evidence import OUR_QUESTION
from trees.core.library import load
from trees.core.nodes import CURRENT, OUTCOMES, WATCHING, Action, Checklist, Choice, Node, Question, Tree, ways
from trees.core.paths import conditions, starts

TREES = load(Path(__file__).parents[2] / "trees").trees
each_tree = pytest.mark.parametrize("name", sorted(TREES))
Steps = tuple[tuple[str, str], ...]


def walks(tree: Tree, at: str, end: str, before: Steps = ()) -> Iterator[Steps]:
    """Yield every way by answers from a node to another, as (node, answer)."""
    if at == end:
        yield before
        return
    node = tree.node(at)
    if isinstance(node, OUTCOMES):
        return
    out = [(way.code, way.to) for way in ways(node) if isinstance(way.to, str)]
    if isinstance(node, Checklist) and node.always is not None:
        out.append(("in any case", node.always))
    for code, to in out:
        yield from walks(tree, to, end, (*before, (at, code)))


def expected(tree: Tree, end: Node) -> dict[str, tuple[set[str], bool]]:
    """Return the questions on ways to a node whose answers on these ways are not all, and if they are on all ways."""
    every = [dict(steps) for _, start in starts(tree) for steps in walks(tree, start.id, end.id)]
    asked = [node for node in tree.nodes if any(node.id in steps for steps in every)]
    found = {node.id: {steps[node.id] for steps in every if node.id in steps} for node in asked}
    return {
        node.id: (found[node.id], all(node.id in steps for steps in every))
        for node in asked
        if "in any case" not in found[node.id] and len(found[node.id]) < len(ways(node))
    }


@each_tree
def test_the_conditions_of_a_node_are_the_answers_on_the_ways_to_it(name: str) -> None:
    tree = TREES[name]
    for node in tree.nodes:
        found = {each.asked.id: ({way.code for way in each.leading}, each.always) for each in conditions(tree, node)}
        assert found == expected(tree, node), node.id


def test_a_raised_dose_depends_on_the_present_dose_the_mutation_and_the_choice() -> None:
    tree = TREES["gist_2017/progression_on_imatinib"]
    found = [
        (each.asked.id, [way.code for way in each.leading], each.always)
        for each in conditions(tree, tree.node("imatinib_raised_to_800"))
    ]
    assert found == [
        ("progression_extent", ["limited", "generalized", "neither"], False),
        ("limited_progression", ["raise_or_switch"], False),
        ("imatinib_daily_dose", ["from_400_to_600"], True),
        ("kit_exon_9", ["no"], True),
        ("raise_or_switch", ["raise"], True),
    ]


def test_the_start_of_a_tree_depends_on_nothing_and_a_choice_counts_as_a_question() -> None:
    tree = TREES["example/after_velurin"]
    assert conditions(tree, tree.start) == []
    (choice,) = (node for node in tree.nodes if isinstance(node, Choice))
    assert choice.id in [each.asked.id for each in conditions(tree, tree.node("osmatil_50"))]


def test_a_question_of_which_every_answer_leads_on_is_no_condition() -> None:
    answers = tuple(Answer(code, code, to="watch", because=OUR_QUESTION) for code in ("yes", "no"))
    asked = Question("size", asks="Large?", means="As it says.", lasts=CURRENT, answers=answers)
    watch = Action("watch", kind=WATCHING, says="Watch", because=())
    tree = Tree("t", title="T", purpose="p", applies_to="a", readers="r", because=(), nodes=(asked, watch))
    assert conditions(tree, watch) == []


def test_what_only_time_leads_to_depends_on_no_answer() -> None:
    tree = TREES["example/after_velurin"]
    assert conditions(tree, tree.node("velurin_lowest")) == []
