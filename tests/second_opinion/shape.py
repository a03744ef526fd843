"""The shape of a tree and of a collection: targets, ends, circles, what is reached, and what leads to it."""

from collections import Counter
from collections.abc import Iterator

import networkx as nx

from .faults import Fault
from .graphs import JUMP, asked_in, asking, jumps, of_collection
from .reading import ASKED, OUTCOMES, WAYS_OF, Data

NONE, UNKNOWN = "none", "unknown"
MOST_JUMPS = 2


def one(collection: Data, tree: Data, graph: nx.MultiDiGraph) -> Iterator[Fault]:
    """Yield each fault in the shape of one tree."""
    yield from _names(tree)
    yield from _targets(collection, tree, graph)
    for node in tree["nodes"]:
        yield from _ways(f"{tree['name']}#{node['id']}", node)
    yield from _references(collection, tree)
    yield from _ends(tree, graph)
    if graph.has_node(tree["start"]):
        reached = {tree["start"], *nx.descendants(graph, tree["start"])}
        for node in tree["nodes"]:
            if node["id"] not in reached:
                yield Fault(f"{tree['name']}#{node['id']}", "unreachable", "no way leads here from the start.")
    else:
        yield Fault(tree["name"], "target", f"the start '{tree['start']}' is no node of the tree.")


def whole(collection: Data) -> Iterator[Fault]:
    """Yield each circle of a collection, each tree that is far from the entry, and each jump that is not listed."""
    asked = asked_in(collection)
    for circle in nx.strongly_connected_components(asked):
        if len(circle) > 1 or any(asked.has_edge(each, each) for each in circle):
            names = sorted("#".join(each) for each in circle)
            yield Fault(names[0], "circle", f"answers alone lead round and round: {', '.join(names)}.")
    for name, count in Counter(tree["name"] for tree in collection["trees"]).items():
        if count > 1:
            yield Fault(name, "twice", f"{count} trees have this name.")
    if collection["trees"]:
        yield from _far(collection)
    yield from _not_listed(collection)


def _names(tree: Data) -> Iterator[Fault]:
    for node_id, count in Counter(node["id"] for node in tree["nodes"]).items():
        if count > 1:
            yield Fault(f"{tree['name']}#{node_id}", "twice", f"{count} nodes have this id.")
    for node in tree["nodes"]:
        for code, count in Counter(way["code"] for way in node["ways"]).items():
            if count > 1:
                yield Fault(f"{tree['name']}#{node['id']}", "twice", f"{count} ways have the code '{code}'.")


def _targets(collection: Data, tree: Data, graph: nx.MultiDiGraph) -> Iterator[Fault]:
    trees = {each["name"] for each in collection["trees"]}
    for node in tree["nodes"]:
        where = f"{tree['name']}#{node['id']}"
        for way in node["ways"]:
            kind, name = next(iter(way["to"].items()))
            if kind == "tree" and name not in trees:
                yield Fault(where, "target", f"'{way['code']}' leads to the tree '{name}', which is not there.")
            elif kind == "node" and not graph.has_node(name):
                yield Fault(where, "target", f"'{way['code']}' leads to the node '{name}', which is not there.")
        always = node["always"] if node["kind"] == "checklist" else None
        if always is not None and not graph.has_node(always):
            yield Fault(where, "target", f"'{always}' is shown in any case, and is not there.")


def _ways(where: str, node: Data) -> Iterator[Fault]:
    codes = [way["code"] for way in node["ways"] if way["kind"] == "answer"]
    for way in node["ways"]:
        if way["kind"] not in WAYS_OF[node["kind"]]:
            yield Fault(
                where, "kind", f"'{way['code']}' is of the kind '{way['kind']}': no way out of a {node['kind']}."
            )
    if node["kind"] in ASKED - {"choice"} and UNKNOWN not in codes:
        yield Fault(where, "unknown", "there is no answer for what is not known.")
    if node["kind"] == "checklist" and NONE not in codes:
        yield Fault(where, "none", "there is no answer for none of the items.")


def _references(collection: Data, tree: Data) -> Iterator[Fault]:
    known = {
        field: {each["id"] for each in collection[field]} for field in ("sources", "trials", "differences", "since")
    }
    for node in tree["nodes"]:
        quotes = [*node.get("quotes", ()), *(each for way in node["ways"] for each in way.get("quotes", ()))]
        named = [("sources", quote["source"]) for quote in quotes]
        named += [("trials", each) for each in node.get("evidence", ())]
        named += [("differences", each) for each in node.get("differs", ())]
        named += [("since", each) for each in node.get("since", ())]
        for field, name in dict.fromkeys(named):
            if name not in known[field]:
                yield Fault(f"{tree['name']}#{node['id']}", "reference", f"'{name}' is not among the {field}.")


def _ends(tree: Data, graph: nx.MultiDiGraph) -> Iterator[Fault]:
    answers = asking(graph)
    for node in dict.fromkeys(node["id"] for node in tree["nodes"]):
        if answers.out_degree(node) == 0 and graph.nodes[node]["kind"] not in {*OUTCOMES, JUMP}:
            yield Fault(f"{tree['name']}#{node}", "dead end", "a path stops here, and this is no outcome.")
    for node in tree["nodes"]:
        if node["kind"] == "checklist":
            ends = {end for _, end in graph.out_edges(node["id"])}
            for end in sorted(end for end in map(str, ends) if graph.nodes.get(end, {}).get("kind") not in OUTCOMES):
                yield Fault(f"{tree['name']}#{node['id']}", "kind", f"a checklist shows '{end}', which is no outcome.")


def _far(collection: Data) -> Iterator[Fault]:
    entry = collection["trees"][0]["name"]
    near = nx.single_source_shortest_path_length(of_collection(collection), entry)
    for tree in collection["trees"]:
        if tree["name"] not in near:
            yield Fault(tree["name"], "far", f"no jumps lead here from the entry, {entry}.")
        elif near[tree["name"]] > MOST_JUMPS:
            yield Fault(
                tree["name"], "far", f"{near[tree['name']]} jumps from the entry, {entry}; at most {MOST_JUMPS}."
            )


def _not_listed(collection: Data) -> Iterator[Fault]:
    leading = Counter(jumps(collection))
    listed = Counter(
        (each["tree"], each["node"], each["code"], tree["name"])
        for tree in collection["trees"]
        for each in tree["reached_from"]
    )
    for tree, node, code, to in leading - listed:
        yield Fault(to, "reached from", f"'{code}' of {tree}#{node} leads here, and is not listed.")
    for tree, node, code, to in listed - leading:
        yield Fault(to, "reached from", f"'{code}' of {tree}#{node} is listed, and does not lead here.")
