"""The diagram of each tree, placed once a build: its page, its picture and every file of it draw the same."""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from macros.diagram.draw import lay_out
from macros.diagram.place import Layout
from macros.diagram.sheets import Page, in_sheets
from trees.core.branches import OtherTree
from trees.core.library import Library
from trees.core.nodes import Tree
from trees.core.numbering import badges

KEPT = 256
"""How many drawings are kept."""


class One:
    """A tree of a library, the same only if it is the very same tree in the very same library."""

    def __init__(self, library: Library, name: str) -> None:
        self.library, self.name, self.tree = library, name, library.trees[name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, One) and self.library is other.library and self.tree is other.tree

    def __hash__(self) -> int:
        return hash((id(self.library), id(self.tree)))


class Drawable(NamedTuple):
    """What a drawing is made from: the tree, the badge of each node, and the title of a tree that it leads to."""

    tree: Tree
    badge: dict[str, str]
    tree_title: Callable[[str], str]


def drawable(library: Library, name: str) -> Drawable:
    """Return what a drawing of a tree is made from, by its full name."""
    tree = library.trees[name]
    return Drawable(tree, badges(tree), lambda other: library.trees[full(library, name, other)].title)


def full(library: Library, name: str, other: str) -> str:
    """Return the full name of a tree that another leads to."""
    return library.jump(name, OtherTree(other)) or other


def layout(library: Library, name: str) -> Layout:
    """Return the diagram of a tree as it stands on a screen."""
    return _layout(One(library, name))


def sheets(library: Library, name: str) -> list[Page]:
    """Return the diagram of a tree in parts that each fit on a sheet of paper."""
    return list(_sheets(One(library, name)))


@lru_cache(maxsize=KEPT)
def _layout(one: One) -> Layout:
    tree, badge, title = drawable(one.library, one.name)
    return lay_out(tree, badge=badge, tree_title=title)


@lru_cache(maxsize=KEPT)
def _sheets(one: One) -> tuple[Page, ...]:
    tree, badge, title = drawable(one.library, one.name)
    return tuple(in_sheets(tree, badge=badge, tree_title=title))
