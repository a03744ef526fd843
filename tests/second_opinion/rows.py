"""Paths: every one as a row, and how many there are, counted in two ways that know nothing of each other."""

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from .graphs import JUMP, asking
from .reading import OUTCOMES, Data

MOST_ROWS = 100_000
"""A tree of more paths is counted, and its rows are not made."""

End = tuple[str, str]
"""('node', id) or ('tree', name)."""


@dataclass(frozen=True)
class Row:
    """A path: the answers as (node, code) in their order, and where it ends.

    `after` is the first way out of an outcome, as (node, code), that leads to where the path begins; None where it
    begins at the start of the tree.
    """

    tree: str
    after: tuple[str, str] | None
    answers: tuple[tuple[str, str], ...]
    end: End

    def __str__(self) -> str:
        after = f"after {'='.join(self.after)}: " if self.after else ""
        answers = " ".join("=".join(each) for each in self.answers)
        return f"{self.tree}: {after}{answers} -> {' '.join(self.end)}"


def starts(tree: Data, graph: nx.MultiDiGraph) -> dict[str, tuple[str, str] | None]:
    """Return where paths begin: at the start of a tree, and at each other node that a way out of an outcome leads to.

    The value is the first such way.
    """
    found: dict[str, tuple[str, str] | None] = {tree["start"]: None} if graph.has_node(tree["start"]) else {}
    for node in tree["nodes"]:
        for way in node["ways"] if node["kind"] in OUTCOMES else ():
            if "node" in way["to"] and graph.has_node(way["to"]["node"]):
                found.setdefault(way["to"]["node"], (node["id"], way["code"]))
    return found


def count(tree: Data, graph: nx.MultiDiGraph) -> int | None:
    """Return the number of paths, added up from the ends to the starts, or None where a way leads round."""
    answers = asking(graph)
    try:
        order = list(nx.topological_sort(answers))
    except nx.NetworkXUnfeasible:
        return None
    ahead: dict[object, int] = {}
    for node in reversed(order):
        ahead[node] = sum(ahead[end] for _, end in answers.out_edges(node)) if answers.out_degree(node) else 1
    return sum(ahead[start] for start in starts(tree, graph))


def rows(tree: Data, graph: nx.MultiDiGraph) -> Iterator[Row]:
    """Yield every path, found by following every edge; in no order that means anything."""
    answers = asking(graph)
    for start, after in starts(tree, graph).items():
        ends = {node for node in {start, *nx.descendants(answers, start)} if answers.out_degree(node) == 0}
        for edges in nx.all_simple_edge_paths(answers, start, ends):
            last = edges[-1][1] if edges else start
            end: End = last if graph.nodes[last]["kind"] == JUMP else ("node", last)
            yield Row(tree["name"], after, tuple((node, code) for node, _, code in edges), end)
