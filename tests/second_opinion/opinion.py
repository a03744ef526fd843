"""The whole opinion on an export: what is wrong, how many paths there are, and which."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import networkx as nx

from . import bands, graphs, shape
from .faults import Fault
from .reading import Data
from .rows import MOST_ROWS, Row, count, rows


@dataclass
class Opinion:
    """What was found: faults in order of place; for each tree the number of paths and, unless too many, their rows."""

    faults: list[Fault] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)


def opinion(export: Data) -> Opinion:
    """Judge an export that `read` has read."""
    found = Opinion()
    for collection in export["collections"]:
        found.faults += shape.whole(collection)
        for tree in collection["trees"]:
            graph = graphs.of_tree(tree)
            found.faults += shape.one(collection, tree, graph)
            for node in tree["nodes"]:
                if node["kind"] == "measure":
                    found.faults += bands.faults(f"{tree['name']}#{node['id']}", node)
            found.faults += _paths(found, tree, graph)
    found.faults = sorted(set(found.faults))
    return found


def _paths(found: Opinion, tree: Data, graph: nx.MultiDiGraph) -> Iterator[Fault]:
    name, total = tree["name"], count(tree, graph)
    if total is None:
        # The circle is a fault of its own.
        return
    found.counts[name] = total
    if total != tree["paths"]:
        yield Fault(name, "count", f"{total} paths were counted; the export says {tree['paths']}.")
    if total <= MOST_ROWS:
        found.rows[name] = list(rows(tree, graph))
        listed = set(found.rows[name])
        if len(found.rows[name]) != total or len(listed) != total:
            yield Fault(name, "count", f"{total} paths were counted, {len(listed)} different ones were listed.")
