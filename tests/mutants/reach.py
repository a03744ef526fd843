"""Which scenarios meet which nodes, so that a changed node is put to those alone that could tell."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace

from mutants.scenarios import Scenario, complaints
from trees.core.cases import Case
from trees.core.courses import Course
from trees.core.library import Library
from trees.core.nodes import Node, Tree

Place = tuple[str, str]
"""The full name of a tree and the id of a node; or a collection and the id of a node in any of its trees."""


class Reach:
    """For each node, the scenarios that come by it, or that give an answer to a question of its id."""

    def __init__(self, library: Library, scenarios: Sequence[Scenario]) -> None:
        self.library = library
        self.scenarios = scenarios
        self._by_place: dict[Place, set[int]] = defaultdict(set)
        seen: set[Place] = set()
        trees = {name: _recorded(name, tree, seen) for name, tree in library.trees.items()}
        recording = replace(library, trees=trees)
        for index, scenario in enumerate(scenarios):
            seen.clear()
            if isinstance(scenario, Case):
                # Whoever judges has to ask the trees for their nodes, and is written down as it does.
                list(complaints(recording, scenario))
            for place in (*seen, *_named(scenario)):
                self._by_place[place].add(index)

    def touched(self, changed: Library) -> Iterator[Scenario]:
        """Yield the scenarios that a change can touch, in their order."""
        found: set[int] = set()
        for name, node in changed_nodes(self.library, changed):
            found |= self._by_place.get((name, node.id), set())
            found |= self._by_place.get((name.partition("/")[0], node.id), set())
        return (self.scenarios[index] for index in sorted(found))


def _named(scenario: Scenario) -> Iterator[Place]:
    """Yield what a scenario names itself: an answer is held against a question of its id in any tree."""
    collection = scenario.collection
    if isinstance(scenario, Case):
        for _, answers in scenario.walks:
            yield from ((collection, each.partition("=")[0]) for each in answers)
    elif isinstance(scenario, Course):
        yield from ((f"{collection}/{scenario.tree}", start) for start in scenario.starts)
        yield f"{collection}/{scenario.leads_to}", scenario.asks_first or scenario.shows or ""
    else:
        yield from ((collection, question) for question in scenario.asked)


def _recorded(name: str, tree: Tree, seen: set[Place]) -> Tree:
    """Return a tree that writes down which of its nodes it is asked for."""

    class Recorded(Tree):
        @property
        def start(self) -> Node:
            seen.add((name, self.nodes[0].id))
            return self.nodes[0]

        def node(self, node_id: str) -> Node:
            seen.add((name, node_id))
            return super().node(node_id)

    return Recorded(**{each.name: getattr(tree, each.name) for each in fields(tree)})


def changed_nodes(library: Library, changed: Library) -> Iterator[tuple[str, Node]]:
    """Yield each node that another library has not, or has otherwise, with the full name of its tree."""
    for name, tree in library.trees.items():
        other = changed.trees[name]
        if other is not tree:
            same = {id(node) for node in other.nodes}
            yield from ((name, node) for node in tree.nodes if id(node) not in same)
