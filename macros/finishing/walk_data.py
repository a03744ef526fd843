"""What a walk needs of each collection, as a script that a page loads: it works from a folder, where no page may fetch.

Only what is followed and what a step is called; everything else is read from the page.
"""

import json
from pathlib import Path

from trees.core import wording
from trees.core.branches import Band, Event, Onward, OtherTree, Way
from trees.core.export import NODE_KINDS, WAY_KINDS
from trees.core.library import Library
from trees.core.nodes import ASKED, FIXED, OUTCOMES, Checklist, Measure, Node, Tree, ways
from trees.core.numbering import badges
from trees.core.report import hash_of

FOLDER = "walks"
Data = dict[str, object]


def write(folder: Path, library: Library) -> None:
    """Write one script a collection into the folder of a site."""
    (folder / FOLDER).mkdir(exist_ok=True)
    for name in library.collections:
        written = json.dumps(collection_data(library, name), ensure_ascii=False, separators=(",", ":"))
        (folder / FOLDER / f"{name}.js").write_text(f"globalThis.guidelineTrees={written};\n", encoding="utf-8")


def collection_data(library: Library, collection: str) -> Data:
    """Return what a walk through the trees of a collection needs."""
    return {
        "collection": collection,
        "trees": {
            tree.id: tree_data(library, f"{collection}/{tree.id}", tree) for tree in library.in_order(collection)
        },
    }


def tree_data(library: Library, name: str, tree: Tree) -> Data:
    """Return one tree: its title, its hash, where it starts, and its nodes by id."""
    numbers = badges(tree)
    return {
        "title": tree.title,
        "hash": hash_of(library, name),
        "start": tree.start.id,
        "nodes": {node.id: node_data(library, name, node, numbers[node.id]) for node in tree.nodes},
    }


def node_data(library: Library, name: str, node: Node, badge: str) -> Data:
    """Return one node: its kind, its badge, its words, its ways, and what its kind adds."""
    data: Data = {"kind": NODE_KINDS[type(node)], "badge": badge, "words": wording.title(node)}
    if isinstance(node, ASKED) and node.lasts is FIXED:
        data["fixed"] = True
    if isinstance(node, Measure):
        data.update(unit=node.unit, lowest=node.lowest, highest=node.highest)
    if isinstance(node, Checklist) and node.always is not None:
        data["always"] = node.always
    if not isinstance(node, OUTCOMES) or node.then:
        # A list: an object of a script would put a code that is a number, such as a dose, before every other.
        data["ways"] = [way_data(library, name, way) for way in ways(node)]
    return data


def way_data(library: Library, name: str, way: Way) -> Data:
    """Return one way: its code, its words and where it leads: to a node, or to the start of another tree."""
    data: Data = {"code": way.code, "says": way.says}
    if isinstance(way.to, OtherTree):
        data["tree"] = (library.jump(name, way.to) or way.to.name).partition("/")[2]
    else:
        data["to"] = way.to
    if isinstance(way, Event | Onward):
        data["kind"] = WAY_KINDS[type(way)]
    if isinstance(way, Band):
        edges = {"at_least": way.at_least, "above": way.above, "at_most": way.at_most, "below": way.below}
        data.update({key: value for key, value in edges.items() if value is not None})
    return data
