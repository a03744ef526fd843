"""What the cases of a collection leave out: outcomes, answers, edges of measures, and cases that are put to no tree."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trees.core.answers import WalkError
from trees.core.branches import Option
from trees.core.cases import Case, read_cases
from trees.core.course_judge import judge_course
from trees.core.courses import read_courses
from trees.core.judge import judge
from trees.core.library import Library
from trees.core.nodes import ASKED, OUTCOMES, Choice, Measure, Node, Tree, ways
from trees.core.place import Problem, in_file_order
from trees.core.to_do import is_to_do
from trees.core.walk import Walk, walk
from trees.core.wording import number

LEAST = 2
"""How many cases reach an outcome, at least: a single one may share the mistake of the tree."""

Here = tuple[str, str]
"""A node: the full name of its tree, and its id."""


@dataclass
class Covered:
    """What the cases of a collection bring: who reaches each outcome, and what each question is answered with."""

    reached_by: dict[Here, set[Case]] = field(default_factory=dict)
    codes: dict[Here, set[str]] = field(default_factory=dict)
    numbers: dict[Here, set[float]] = field(default_factory=dict)


def held(library: Library, collection: str) -> tuple[list[Case], list[Problem]]:
    """Return the cases of a collection, and every problem of them, of what they leave out and of the courses, in order.

    What they leave out is no matter while some of them cannot be read. One that is still to do is put to no tree.
    """
    cases, problems = read_cases(library.root, collection, library.shown_as)
    left_out = [] if problems else [*coverage(library, collection, cases)]
    written = [case for case in cases if case.walks and not is_to_do(case.says)]
    wrong = (problem for case in written for problem in judge(library, case))
    courses, unread = read_courses(library.root, collection, library.shown_as)
    astray = (problem for each in courses if not is_to_do(each.says) for problem in judge_course(library, each))
    return cases, in_file_order([*problems, *left_out, *wrong, *unread, *astray])


def coverage(library: Library, collection: str, cases: Sequence[Case]) -> Iterator[Problem]:
    """Yield a problem for each thing in a collection that its cases leave out."""
    yield from called_alike(cases)
    yield from _put_to_no_tree(cases)
    covered = covered_by(library, cases)
    for name, tree in library.trees.items():
        if name.startswith(f"{collection}/"):
            yield from _outcomes(name, tree, covered)
            for node in tree.nodes:
                yield from _answers((name, node.id), node, covered)
                if isinstance(node, Measure):
                    yield from _edges((name, node.id), node, covered)


def covered_by(library: Library, cases: Sequence[Case]) -> Covered:
    """Return what cases bring; a walk that makes no sense brings nothing, and `judge` says why."""
    covered = Covered()
    for case in cases:
        for tree, answers in case.walks:
            known = [(key, value) for key, _, value in (each.partition("=") for each in answers)]
            try:
                walks = [*_every_walk(library, f"{case.collection}/{tree}", known)]
            except WalkError:
                continue
            for walked in walks:
                _count(case, walked, covered)
    return covered


def _every_walk(library: Library, tree: str, known: list[tuple[str, str]]) -> Iterator[Walk]:
    """Yield a walk, and where it is left with a choice, the walk of each option."""
    walked = walk(library, tree, known)
    yield walked
    if isinstance(walked.asks, Choice):
        for option in walked.asks.options:
            yield from _every_walk(library, tree, [*known, (walked.asks.id, option.code)])


def _count(case: Case, walked: Walk, covered: Covered) -> None:
    for reached in walked.outcomes:
        covered.reached_by.setdefault((reached.tree, reached.node.id), set()).add(case)
    for step in walked.steps:
        here = (step.tree, step.node.id)
        covered.codes.setdefault(here, set()).update(way.code for way in step.ways if not isinstance(way, Option))
        if step.number is not None:
            covered.numbers.setdefault(here, set()).add(step.number)


def called_alike(cases: Sequence[Case]) -> Iterator[Problem]:
    """Yield a problem for each case of a collection that has the id of one before it: an id stands in addresses."""
    first: dict[str, Case] = {}
    for case in cases:
        if first.setdefault(case.id, case) is not case:
            yield Problem(case.place, f"two cases are called '{case.id}'. Give one of them another id.")


def _put_to_no_tree(cases: Sequence[Case]) -> Iterator[Problem]:
    for case in cases:
        if not case.walks:
            yield Problem(case.place, f"'{case.id}' is put to no tree. Name trees and answers under `walks`.")


def _outcomes(name: str, tree: Tree, covered: Covered) -> Iterator[Problem]:
    for node in tree.nodes:
        if isinstance(node, OUTCOMES):
            count = len(covered.reached_by.get((name, node.id), ()))
            if count < LEAST:
                by = "one case" if count else "no case"
                yield Problem(node.place, f"'{node.id}' is reached by {by}; two are wanted at least.")


def _answers(here: Here, node: Node, covered: Covered) -> Iterator[Problem]:
    for way in ways(node) if isinstance(node, ASKED) else ():
        if way.code not in covered.codes.get(here, ()):
            yield Problem(way.place, f"no case answers '{node.id}' with '{way.code}'.")


def _edges(here: Here, node: Measure, covered: Covered) -> Iterator[Problem]:
    """Yield what no case gives of the numbers one step below each edge between two bands, at it, and one step above."""
    given = covered.numbers.get(here, set())
    edges = {e for band in node.bands for e in (band.at_least, band.above, band.at_most, band.below) if e is not None}
    for edge in sorted(edges):
        for steps, where in ((-1, "just below"), (0, "at"), (1, "just above")):
            # Rounded, so that a message prints 0.3 and not 0.30000000000000004.
            wanted = round(edge + steps * node.step, 9)
            if not node.lowest <= wanted <= node.highest:
                continue
            if not any(math.isclose(wanted, each, abs_tol=node.step / 100) for each in given):
                band = next((each for each in node.bands if each.holds(wanted)), node)
                text = (
                    f"no case answers '{node.id}' with {number(wanted)} {node.unit}, {where} the edge {number(edge)}."
                )
                yield Problem(band.place, text)
