"""Every path of a tree, one row each; and how many there are, without listing them."""

from collections.abc import Iterator
from dataclasses import dataclass

from trees.core.branches import OtherTree, Way
from trees.core.nodes import OUTCOMES, Node, Tree, ways


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
