"""Paths: each listed once, counted without listing, and walked to the end that its row names."""

import time
from pathlib import Path as File

import pytest

from trees.core.answers import WalkError
from trees.core.branches import Answer, OtherTree
from trees.core.evidence import OUR_QUESTION
from trees.core.library import Library, load
from trees.core.nodes import CURRENT, OUTCOMES, WATCHING, Action, Checklist, Node, Question, Tree, ways
from trees.core.paths import Path, behind, count, paths, starts
from trees.core.walk import Walk, walk

LIBRARY = load(File(__file__).parents[2] / "trees")
each_tree = pytest.mark.parametrize("name", sorted(LIBRARY.trees))
Pairs = list[tuple[str, str]]


def row(path: Path) -> tuple[str | None, tuple[tuple[str, str], ...], str]:
    after = f"{path.after[0].id}={path.after[1].code}" if path.after else None
    return after, tuple((node.id, way.code) for node, way in path.steps), end_of(path)


def end_of(path: Path) -> str:
    return f"tree {path.end.name}" if isinstance(path.end, OtherTree) else path.end.id


def answers_of(path: Path) -> Pairs:
    return [(node.id, way.code) for node, way in path.steps]


def layered(layers: int) -> Tree:
    """A tree of layers of two questions with two answers each, which both lead on to both questions below."""
    nodes: list[Node] = []
    for layer in range(layers):
        for side in ("left",) if layer == 0 else ("left", "right"):
            below = [f"{to}_{layer + 1}" for to in ("left", "right")]
            answers = tuple(Answer(to, to, to=to, because=OUR_QUESTION) for to in below)
            nodes.append(Question(f"{side}_{layer}", asks="?", means="m", lasts=CURRENT, answers=answers))
    ends = [Action(f"{side}_{layers}", kind=WATCHING, says=side) for side in ("left", "right")]
    return Tree("t", title="t", purpose="p", readers="r", applies_to="a", because=None, nodes=(*nodes, *ends))


@each_tree
def test_every_path_is_listed_once_and_the_count_is_the_number_listed(name: str) -> None:
    rows = [row(path) for path in paths(LIBRARY.trees[name])]

    assert len(set(rows)) == len(rows)
    assert count(LIBRARY.trees[name]) == len(rows)


@each_tree
def test_the_rows_go_through_every_answer_and_end_at_every_outcome_and_every_jump(name: str) -> None:
    tree = LIBRARY.trees[name]
    listed = list(paths(tree))
    answered = {(node.id, way.code) for path in listed for node, way in path.steps}
    shown_always = {node.always for node in tree.nodes if isinstance(node, Checklist)}

    assert answered == {(n.id, way.code) for n in tree.nodes if not isinstance(n, OUTCOMES) for way in ways(n)}
    assert {node.id for node in tree.nodes if isinstance(node, OUTCOMES)} - shown_always <= {end_of(x) for x in listed}


@each_tree
def test_walking_every_row_from_the_start_of_a_tree_reaches_the_end_that_the_row_names(name: str) -> None:
    for path in paths(LIBRARY.trees[name]):
        if path.after is None:
            assert arrives(name, [], answers_of(path), path)


@each_tree
def test_walking_every_row_after_an_outcome_reaches_the_end_that_the_row_names(name: str) -> None:
    listed = list(paths(LIBRARY.trees[name]))
    for path in listed:
        if path.after is not None:
            before = ways_to(listed, path.after[0].id)
            assert any(arrives(name, [*way, happens(path)], answers_of(path), path) for way in before), row(path)


def happens(path: Path) -> tuple[str, str]:
    return path.after[0].id, path.after[1].code


def ways_to(listed: list[Path], outcome: str, tried: frozenset[str] = frozenset()) -> list[Pairs]:
    """Every way to an outcome, with the events on it."""
    found: list[Pairs] = []
    for path in listed:
        if end_of(path) != outcome or outcome in tried:
            continue
        if path.after is None:
            found.append(answers_of(path))
        else:
            before = ways_to(listed, path.after[0].id, tried | {outcome})
            found += [[*way, happens(path), *answers_of(path)] for way in before]
    return found


def arrives(name: str, before: Pairs, answers: Pairs, path: Path) -> bool:
    """Return whether a walk passes the steps of a row and comes to its end; False when the answers contradict."""
    try:
        walked = walk(LIBRARY, name, [*before, *answers])
        first = len(walk(LIBRARY, name, before).steps) if before else 0
    except WalkError:
        return False
    steps = [(step.tree, step.node.id, step.ways[0].code) for step in walked.steps]
    if not isinstance(path.end, OtherTree):
        own = [(name, *answer) for answer in answers]
        return path.end in {each.node for each in walked.outcomes} and steps[len(steps) - len(own) :] == own
    target = LIBRARY.jump(name, path.end)
    last = max(i for i, step in enumerate(steps) if step == (name, *answers[-1])) + 1 if answers else first
    here = steps[last][:2] if last < len(steps) else (walked.tree, standing(walked))
    return here == (target, LIBRARY.trees[target].start.id)


def standing(walked: Walk) -> str:
    return walked.asks.id if walked.asks is not None else walked.outcomes[0].node.id


def test_a_million_paths_are_counted_exactly_and_at_once() -> None:
    tree = layered(20)
    began = time.perf_counter()

    assert count(tree) == 2**20
    assert time.perf_counter() - began < 1


def test_a_number_of_paths_that_no_machine_could_list_is_counted_exactly() -> None:
    assert count(layered(300)) == 2**300


def test_the_first_of_a_million_paths_is_listed_without_waiting_for_the_last() -> None:
    first = next(paths(layered(20)))

    assert len(first.steps) == 20


def test_the_same_number_is_listed_where_it_is_small() -> None:
    assert [len({row(path) for path in paths(layered(n))}) for n in (1, 2, 5, 10)] == [2, 4, 32, 1024]


def test_what_follows_an_outcome_begins_a_path_of_its_own_and_once(library: Library) -> None:
    tree = library.trees["example/after_velurin"]
    after = [f"{start[0][0].id}={start[0][1].code}" if start[0] else None for start in starts(tree)]

    assert after == [None, "osmatil_50=not_tolerated", "osmatil_50=taking"]


def test_rows_stand_in_the_order_of_the_data(library: Library) -> None:
    rows = [row(path) for path in paths(library.trees["example/on_velurin"])]

    assert rows == [
        (None, (("velurin_cautions", code),), end)
        for code, end in (("iron", "check_iron"), ("fever", "refer"), ("none", "visits"), ("unknown", "cautions_open"))
    ]


@each_tree
def test_what_stands_behind_the_start_is_what_the_paths_from_it_pass_and_end_at(name: str) -> None:
    tree = LIBRARY.trees[name]
    from_start = [path for path in paths(tree) if path.after is None]
    passed = {node.id for path in from_start for node, _ in path.steps}
    ends = {path.end.id for path in from_start if not isinstance(path.end, OtherTree)}
    always = {node.always for node in tree.nodes if isinstance(node, Checklist) and node.id in passed}

    assert {node.id for node in behind(tree, tree.start)} == {tree.start.id} | passed | ends | always - {None}
