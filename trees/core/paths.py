"""Every path of a tree, one row each; how many there are, without listing them; and what all to one end share."""

from collections.abc import Iterator
from dataclasses import dataclass

from trees.core.branches import OtherTree, Way
from trees.core.nodes import OUTCOMES, Checklist, Node, Tree, ways


@dataclass(frozen=True)
class Path:
    """From a start to an outcome of the tree or a jump out of it.

    `after` is the first way out of an outcome that leads here, None for the start of the tree.
    A checklist is followed one item at a time: the walker shows every true item, so that several show what each shows.
    """

    after: tuple[Node, Way] | None
    steps: tuple[tuple[Node, Way], ...]
    end: Node | OtherTree


def starts(tree: Tree) -> list[tuple[tuple[Node, Way] | None, Node]]:
    """Return where paths begin: the start, and each other node that a way out of an outcome leads to, once."""
    nodes = {node.id: node for node in tree.nodes}
    result: dict[str, tuple[tuple[Node, Way] | None, Node]] = {tree.start.id: (None, tree.start)}
    for node in tree.nodes:
        if isinstance(node, OUTCOMES):
            for way in ways(node):
                if isinstance(way.to, str):
                    result.setdefault(way.to, ((node, way), nodes[way.to]))
    return list(result.values())


def paths(tree: Tree) -> Iterator[Path]:
    """Yield every path, in the order of the data."""
    nodes = {node.id: node for node in tree.nodes}
    for after, start in starts(tree):
        stack: list[tuple[Node | OtherTree, tuple[tuple[Node, Way], ...]]] = [(start, ())]
        while stack:
            at, steps = stack.pop()
            if isinstance(at, (*OUTCOMES, OtherTree)):
                yield Path(after, steps, at)
                continue
            ahead = [
                (way.to if isinstance(way.to, OtherTree) else nodes[way.to], (*steps, (at, way))) for way in ways(at)
            ]
            stack += reversed(ahead)


def count(tree: Tree) -> int:
    """Return how many paths there are, by adding up from the ends: a million take no longer than ten."""
    nodes = {node.id: node for node in tree.nodes}
    known: dict[str, int] = {}
    todo = [start.id for _, start in starts(tree)]
    while todo:
        node = nodes[todo[-1]]
        targets = [] if isinstance(node, OUTCOMES) else [way.to for way in ways(node)]
        waiting = [to for to in targets if isinstance(to, str) and to not in known]
        if waiting:
            todo += waiting
            continue
        todo.pop()
        known[node.id] = sum(known[to] if isinstance(to, str) else 1 for to in targets) if targets else 1
    return sum(known[start.id] for _, start in starts(tree))


def behind(tree: Tree, node: Node) -> list[Node]:
    """Return a node and every one that answers lead to from it, in the order of the data; time is not followed."""
    seen, todo = {node.id}, [node]
    while todo:
        at = todo.pop()
        ahead = [] if isinstance(at, OUTCOMES) else [way.to for way in ways(at) if isinstance(way.to, str)]
        if isinstance(at, Checklist) and at.always is not None:
            ahead.append(at.always)
        todo += [tree.node(to) for to in ahead if to not in seen]
        seen.update(ahead)
    return [each for each in tree.nodes if each.id in seen]


@dataclass(frozen=True)
class Condition:
    """A question on the way to a node, and those of its answers that lead on to it; `always` when every way asks it."""

    asked: Node
    leading: tuple[Way, ...]
    always: bool


def conditions(tree: Tree, end: Node) -> list[Condition]:
    """Return each question on a path to a node of which not every answer leads on to it, in the order of the data.

    Paths begin where `starts` has them begin: what time brings is no answer, and the answers before it no condition.
    """
    to: dict[str, list[str]] = {node.id: [] for node in tree.nodes}
    asked = [node for node in tree.nodes if not isinstance(node, OUTCOMES)]
    for node in asked:
        to[node.id] += [way.to for way in ways(node) if isinstance(way.to, str)]
        if isinstance(node, Checklist) and node.always is not None:
            to[node.id].append(node.always)

    def leads(start: str, without: str) -> bool:
        seen, todo = {without}, [start]
        while todo:
            at = todo.pop()
            if at == end.id:
                return True
            if at not in seen:
                seen.add(at)
                todo += to[at]
        return False

    found = []
    for node in asked:
        in_any_case = isinstance(node, Checklist) and node.always is not None and leads(node.always, without=node.id)
        leading = tuple(way for way in ways(node) if isinstance(way.to, str) and leads(way.to, without=node.id))
        if node.id != end.id and not in_any_case and 0 < len(leading) < len(ways(node)):
            past = (leads(start.id, without=node.id) for _, start in starts(tree) if start.id != node.id)
            found.append(Condition(node, leading, always=not any(past)))
    return found
