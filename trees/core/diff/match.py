"""Which trees, nodes and answers of two editions are the same, though they may be called otherwise."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from trees.core import wording
from trees.core.library import Library
from trees.core.nodes import ASKED, Choice, Measure, Node, Tree, ways
from trees.core.tokens import tokens

Called = TypeVar("Called")
MINUS = re.compile(r"(?<!\w)[-–](?=[.\d])")
"""A minus before a number, or what may be one."""
ALIKE = 0.5
"""Of the nodes of two trees that are called otherwise, the part that both must have to count as one tree renamed."""


@dataclass(frozen=True)
class Edition:
    """One collection of a library: its trees by short name, and its nodes by id.

    A question that stands in several trees is the same in each, but it does not lead to the same places.
    """

    library: Library
    collection: str
    trees: Mapping[str, Tree] = field(init=False)
    nodes: Mapping[str, Node] = field(init=False)
    nodes_of: Mapping[str, Mapping[str, Node]] = field(init=False)

    def __post_init__(self) -> None:
        start = f"{self.collection}/"
        known = self.library.collections
        trees = self.library.in_order(self.collection) if self.collection in known else []
        named = {name.removeprefix(start): tree for name, tree in self.library.trees.items() if name.startswith(start)}
        # In reading order; a tree that the order leaves out is no less a tree.
        order = dict.fromkeys((*(tree.id for tree in trees), *named))
        object.__setattr__(self, "trees", {name: named[name] for name in order if name in named})
        of = {name: {node.id: node for node in tree.nodes} for name, tree in self.trees.items()}
        object.__setattr__(self, "nodes_of", of)
        object.__setattr__(self, "nodes", {name: node for nodes in of.values() for name, node in nodes.items()})


@dataclass(frozen=True)
class Matching:
    """Two editions, and the names in the later one of what the earlier one calls otherwise."""

    before: Edition
    after: Edition
    trees: Mapping[str, str]
    nodes: Mapping[str, str]

    def tree(self, name: str) -> str:
        """Return what a tree of the earlier edition is called in the later one, if it is still there."""
        return self.trees.get(name, name)

    def node(self, name: str) -> str:
        """Return what a node of the earlier edition is called in the later one, if it is still there."""
        return self.nodes.get(name, name)

    def pairs(self) -> list[tuple[str | None, str | None]]:
        """Return the trees of both editions by short name, one beside the other; None where one has no such tree."""
        met = {self.tree(name): name for name in self.before.trees}
        new = [(met.get(name), name) for name in self.after.trees]
        gone = [(name, None) for name in self.before.trees if self.tree(name) not in self.after.trees]
        return [*new, *gone]


def match(before: Edition, after: Edition) -> Matching:
    """Return which trees and nodes of two editions are the same: those of one id, and those that were renamed."""
    trees = renamed(before.trees, after.trees, _tree_alike)
    return Matching(before, after, trees, renamed(before.nodes, after.nodes, _node_alike, _titled))


def renamed(
    before: Mapping[str, Called],
    after: Mapping[str, Called],
    alike: Callable[[Called, Called], float],
    kind: Callable[[Called], object] = lambda _: None,
) -> dict[str, str]:
    """Return the new name of each thing that is gone under its old one and like no other as much as one that is new.

    Only those of one `kind` are held against each other.
    """
    gone = [name for name in before if name not in after]
    new: dict[object, list[str]] = {}
    for name in after:
        if name not in before:
            new.setdefault(kind(after[name]), []).append(name)
    found: dict[str, str] = {}
    likeness = ((alike(before[old], after[name]), old, name) for old in gone for name in new.get(kind(before[old]), ()))
    for how, old, name in sorted(likeness, key=lambda each: -each[0]):
        if how > ALIKE and old not in found and name not in found.values():
            found[old] = name
    return found


def _tree_alike(one: Tree, other: Tree) -> float:
    mine, theirs = ({node.id for node in tree.nodes} for tree in (one, other))
    return len(mine & theirs) / (len(mine | theirs) or 1)


def _titled(node: Node) -> object:
    return type(node), tokens(wording.title(node))


def _node_alike(one: Node, other: Node) -> float:
    if not isinstance(one, (*ASKED, Choice)):
        return 1
    return shared([way.code for way in ways(one)], [way.code for way in ways(other)])


def shared(mine: Iterable[str], theirs: Iterable[str]) -> float:
    """Return which part of two lists stands in both."""
    one, other = set(mine), set(theirs)
    return len(one & other) / (len(one | other) or 1)


def codes(before: Node, after: Node) -> list[tuple[str | None, str | None]]:
    """Return the codes of the ways out of a node in both editions, one beside the other; None where one has none.

    A way whose code is new and whose words are those of one that is gone is that one, renamed.
    """
    old, new = ({way.code: way.says for way in ways(node)} for node in (before, after))
    gone = {tokens(says): code for code, says in old.items() if code not in new and tokens(says)}
    # One that is gone is met once, though two new ones may have its words.
    met = {code: code if code in old else gone.pop(tokens(says), None) for code, says in new.items()}
    kept = set(met.values())
    return [*((met[code], code) for code in new), *((code, None) for code in old if code not in kept)]


def same_words(before: str, after: str) -> bool:
    """Return whether two texts differ in letter case and punctuation alone: a minus is neither, nor is ≠."""
    return tokens(before) == tokens(after) and _signs(before) == _signs(after)


def _signs(text: str) -> list[str]:
    marked = MINUS.sub("−", text)
    return [each for each in marked if unicodedata.category(each) == "Sm"]


def one_fact(before: Node, after: Node) -> bool:
    """Return whether two nodes of one id ask for the same thing: a number in another unit is another thing."""
    if type(before) is not type(after):
        return False
    return not isinstance(before, Measure) or (isinstance(after, Measure) and before.unit == after.unit)
