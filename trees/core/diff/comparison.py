"""Two editions compared: each tree with what changed in it and for whom, what else changed, and of which kind it is."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from trees.core import digest
from trees.core.diff.items import ADDED, ADVICE, CHANGED, CODE, REMOVED, WORDING, Item, Weight
from trees.core.diff.joint import Joint
from trees.core.diff.match import Edition, Matching, match
from trees.core.diff.nodes import TreeChanges
from trees.core.diff.patients import Patients, Tally
from trees.core.diff.vocabulary import vocabulary_items
from trees.core.library import Library
from trees.core.nodes import Tree
from trees.core.suspects import told_of_tree

ASIDE = {
    "tree": "a trial, a drug, a source, a note or a difference that it names reads otherwise",
    "collection": "what its page says of the collection",
    "superseded_by": "the title of the newer collection",
    "newer": "the newer sources",
    "sources": "the sources it quotes",
    "leads_to": "the titles of trees that it leads to",
    "notes_ahead": "that newer sources have notes further on",
    "reached_from": "from where it is reached",
    "terms": "the terms that it explains",
}
"""What the page of a tree shows beside its own parts, by the names that the hash of a tree has for it.

What is suspect is told by itself.
"""


@dataclass(frozen=True)
class TreeDiff:
    """What changed in one tree. `before` and `after` are its short names; None where that edition has no such tree."""

    before: str | None
    after: str | None
    title: str
    items: tuple[Item, ...]
    patients: Patients

    @property
    def name(self) -> str:
        """The short name of the tree in the later edition, or else in the earlier one."""
        return self.after or self.before or ""

    @property
    def tally(self) -> Tally:
        """How many ways there are through the tree, and how many end otherwise."""
        return self.patients.tally

    @property
    def weight(self) -> Weight:
        """What kind of change it is; of a tree that has not changed, a change of code at most."""
        if self.before is None or self.after is None or self.tally.changed:
            return ADVICE
        kinds = {item.weight for item in self.items}
        return ADVICE if ADVICE in kinds else WORDING if kinds else CODE


@dataclass(frozen=True)
class Comparison:
    """Two editions of one collection, or of two: `trees` that changed, and `items` of what changed beside them."""

    matching: Matching
    trees: tuple[TreeDiff, ...]
    items: tuple[Item, ...]
    ways: int
    joint: Joint = field(repr=False)

    @property
    def weight(self) -> Weight:
        """What kind of change it all is: the weightiest of its parts."""
        kinds = {each.weight for each in self.trees} | {each.weight for each in self.items}
        return ADVICE if ADVICE in kinds else WORDING if WORDING in kinds else CODE

    @property
    def changed(self) -> int:
        """How many ways end otherwise."""
        return sum(each.tally.changed for each in self.trees)


def compare(before: Edition, after: Edition) -> Comparison:
    """Return everything in which two editions differ."""
    matching = match(before, after)
    joint = Joint(matching)
    trees: list[TreeDiff] = []
    ways = 0
    for old, new in matching.pairs():
        patients = Patients(joint, old, new)
        ways += patients.tally.ways
        items: tuple[Item, ...] = ()
        if old is not None and new is not None:
            items = tuple(tree_items(matching, old, new))
        tree = after.trees[new] if new is not None else before.trees[old or ""]
        if items or old is None or new is None or patients.tally.changed:
            trees.append(TreeDiff(old, new, tree.title, items, patients))
    return Comparison(matching, tuple(trees), tuple(vocabulary_items(before, after)), ways, joint)


def tree_items(matching: Matching, old: str, new: str) -> list[Item]:
    """Return every change of a tree; that the page changed in some other way is said as well, so that none is lost."""
    before, after = matching.before.trees[old], matching.after.trees[new]
    items = [*TreeChanges(matching, before, after).items(), *_suspects(matching, before, after)]
    same_collection = matching.before.collection == matching.after.collection
    if not items and same_collection:
        items += _aside(matching, old, new, after)
    return items


def _suspects(matching: Matching, before: Tree, after: Tree) -> Iterator[Item]:
    """Yield what a tree rests on that was suspect and is not any more, or is now and was not."""
    was, now = told_of_tree(matching.before.library, before), told_of_tree(matching.after.library, after)
    yield from (
        Item(REMOVED, WORDING, "tree", "suspect", each, "", place=after.place) for each in was if each not in now
    )
    yield from (Item(ADDED, WORDING, "tree", "suspect", "", each, place=after.place) for each in now if each not in was)


def _aside(matching: Matching, old: str, new: str, after: Tree) -> list[Item]:
    """Return that the page of a tree shows something else, where none of its own parts has changed."""
    mine, theirs = (
        digest.shown(each.library, f"{each.collection}/{name}")
        for each, name in ((matching.before, old), (matching.after, new))
    )
    differ = [says for key, says in ASIDE.items() if mine[key] != theirs[key]]
    return [Item(CHANGED, WORDING, "page", "", "", each, place=after.place) for each in differ]


def compared(before: Library, after: Library) -> list[Comparison]:
    """Return what changed in each collection of two folders of trees, in the order of the later one."""
    names = dict.fromkeys((*after.collections, *before.collections))
    return [compare(Edition(before, name), Edition(after, name)) for name in names]
