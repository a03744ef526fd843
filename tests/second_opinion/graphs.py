"""The graphs: of each tree, of what is asked in a whole collection, and of the trees of a collection."""

from collections.abc import Iterator

import networkx as nx

from .reading import ASKED, Data

ALWAYS = "(in any case)"
"""The key of the edge from a checklist to what it shows in any case; no code has brackets."""

JUMP = "jump"
"""The kind of a place in the graph of a tree that stands for another tree."""


def of_tree(tree: Data) -> nx.MultiDiGraph:
    """Return a tree as a graph: its nodes by id, other trees as ('tree', name), and an edge for each way, by its code.

    A way to a node that is not there has no edge.
    """
    graph = nx.MultiDiGraph()
    for node in tree["nodes"]:
        graph.add_node(node["id"], kind=node["kind"])
    for node in tree["nodes"]:
        for way in node["ways"]:
            if "tree" in way["to"]:
                end = ("tree", way["to"]["tree"])
                graph.add_node(end, kind=JUMP)
                graph.add_edge(node["id"], end, key=way["code"], kind=way["kind"])
            elif graph.has_node(way["to"]["node"]):
                graph.add_edge(node["id"], way["to"]["node"], key=way["code"], kind=way["kind"])
        if node["kind"] == "checklist" and graph.has_node(node["always"]):
            graph.add_edge(node["id"], node["always"], key=ALWAYS, kind="always")
    return graph


def asking(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return the part of the graph of a tree that answers alone walk through: the ways out of what is asked."""
    return nx.subgraph_view(
        graph, filter_edge=lambda start, _, key: graph.nodes[start]["kind"] in ASKED and key != ALWAYS
    )


def asked_in(collection: Data) -> nx.MultiDiGraph:
    """Return the ways out of everything that is asked in a collection, from tree to tree: nodes are (tree, id)."""
    starts = {tree["name"]: (tree["name"], tree["start"]) for tree in collection["trees"]}
    graph = nx.MultiDiGraph()
    for tree in collection["trees"]:
        of_this = asking(of_tree(tree))
        for node in tree["nodes"]:
            graph.add_node((tree["name"], node["id"]))
        for start, end, code in of_this.edges(keys=True):
            target = starts.get(end[1]) if isinstance(end, tuple) else (tree["name"], end)
            if target is not None:
                graph.add_edge((tree["name"], start), target, key=code)
    return graph


def jumps(collection: Data) -> Iterator[tuple[str, str, str, str]]:
    """Yield every jump of a collection, of whatever kind of way: from which tree, node and code, and to which tree."""
    for tree in collection["trees"]:
        for node in tree["nodes"]:
            for way in node["ways"]:
                if "tree" in way["to"]:
                    yield tree["name"], node["id"], way["code"], way["to"]["tree"]


def of_collection(collection: Data) -> nx.DiGraph:
    """Return the trees of a collection as a graph, an edge where a jump leads from one to another."""
    graph = nx.DiGraph()
    graph.add_nodes_from(tree["name"] for tree in collection["trees"])
    graph.add_edges_from((start, end) for start, _, _, end in jumps(collection) if graph.has_node(end))
    return graph
