"""The content hash of a tree, over everything that its page shows: trials, drugs, sources, terms and notes included.

What the page shows of other trees counts too: the title of each that is led to, whether newer sources have notes in one
that an option leads to, and by which steps others lead here.
How many cases end in the tree, and who has reviewed it, does not: neither says anything of what the tree says.
"""

import hashlib
import json
from enum import Enum

from trees.core.branches import Option, OtherTree
from trees.core.evidence import Quote, Source
from trees.core.library import Library
from trees.core.nodes import Collection, Tree, ways
from trees.core.numbering import badges
from trees.core.parts import names, parts_within
from trees.core.place import Part
from trees.core.since import Since
from trees.core.suspects import told_of_tree
from trees.core.term_forms import terms_in
from trees.core.wording import since_in_tree

SHORT = 8
"""Hex digits of a hash that a reader sees."""

OF_THE_COLLECTION = ("id", "title", "intended_use", "invented", "superseded_by", "condition")
"""What the page of each of its trees shows of a collection."""


def digest(library: Library, name: str) -> str:
    """Return the SHA-256 of everything that is shown of a tree, in hex."""
    text = json.dumps(shown(library, name), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def shown(library: Library, name: str) -> dict[str, object]:
    """Return what the page of a tree shows, as plain data."""
    tree = library.trees[name]
    own = name.partition("/")[0]
    collection = library.collections[own]
    newer = library.collections.get(collection.superseded_by or "")
    suspect = told_of_tree(library, tree)
    return {
        # Where nothing is suspect the hash is what it was before anything could be.
        **({"suspect": suspect} if suspect else {}),
        "tree": plain(tree),
        "collection": {each: getattr(collection, each) for each in OF_THE_COLLECTION},
        "superseded_by": newer.title if newer else None,
        "newer": [plain(source) for source in collection.newer],
        "sources": [source.id for source in sources_quoted(tree, collection)],
        "leads_to": leads_to(library, name),
        "notes_ahead": notes_ahead(library, name),
        "reached_from": reached_from(library, name),
        "terms": [plain(term) for term in terms_in(tree, library.terms.get(own, {}).values())],
    }


def plain(value: object) -> object:
    """Return a part as plain data: dicts with the name of its class, lists, texts, numbers. Places are left out."""
    if isinstance(value, Part):
        data: dict[str, object] = {"is": type(value).__name__}
        data.update({name: plain(getattr(value, name)) for name in names(type(value))})
        return data
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    # A mark such as NOT_STATED is no text that reads alike.
    return {"is": type(value).__name__}


def sources_quoted(tree: Tree, collection: Collection) -> list[Source]:
    """Return the sources that a tree quotes, in the order of its collection: others are no basis of it."""
    quoted = {part.source.id for part in parts_within(tree, without=(Since,)) if isinstance(part, Quote)}
    return [source for source in collection.sources if source.id in quoted]


def leads_to(library: Library, name: str) -> dict[str, str]:
    """Return the title of each tree that a tree leads to, by its full name."""
    jumps = (way.to for node in library.trees[name].nodes for way in ways(node) if isinstance(way.to, OtherTree))
    others = (library.jump(name, to) for to in jumps)
    return {other: library.trees[other].title for other in others if other}


def notes_ahead(library: Library, name: str) -> dict[str, str]:
    """Return for each tree that an option leads to what is said of newer sources in it, by its full name."""
    options = (way.to for node in library.trees[name].nodes for way in ways(node) if isinstance(way, Option))
    others = (library.jump(name, to) for to in options if isinstance(to, OtherTree))
    return {other: since_in_tree(library.trees[other].nodes) for other in others if other}


def reached_from(library: Library, name: str) -> list[list[object]]:
    """Return each tree that leads to a tree, in reading order: name, title, and the steps that do with their badges."""
    found: list[list[object]] = []
    for other, tree in library.full_names():
        steps = [
            node.id
            for node in tree.nodes
            if any(isinstance(way.to, OtherTree) and library.jump(other, way.to) == name for way in ways(node))
        ]
        if steps:
            numbers = badges(tree)
            found.append([other, tree.title, *([step, numbers[step]] for step in steps)])
    return found
