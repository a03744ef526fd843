"""What the file of a tree is made from, whatever its form."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros.attribution import Attribution, Where
from macros.diagram.draw import lay_out
from macros.diagram.place import Layout
from macros.links import AbsoluteLinks
from macros.uses import Uses
from trees.core.branches import OtherTree
from trees.core.library import Library
from trees.core.nodes import Tree
from trees.core.numbering import badges


@dataclass(frozen=True)
class Material:
    """One tree of a library, with who uses what, where it is published, and the folder of the style of the pages."""

    library: Library
    uses: Uses
    name: str
    where: Where
    docs: Path

    @cached_property
    def tree(self) -> Tree:
        """The tree."""
        return self.library.trees[self.name]

    @cached_property
    def attribution(self) -> Attribution:
        """What every file says of itself."""
        return Attribution(self.library, self.name, self.where)

    @cached_property
    def badges(self) -> dict[str, str]:
        """The number or the letter of each node."""
        return badges(self.tree)

    @cached_property
    def links(self) -> AbsoluteLinks:
        """Where everything stands on the site, from anywhere."""
        return AbsoluteLinks(self.library, "", self.where.address)

    @cached_property
    def layout(self) -> Layout:
        """The diagram as it stands on the page, placed."""
        return lay_out(self.tree, badge=self.badges, tree_title=self.tree_title)

    def tree_title(self, other: str) -> str:
        """Return the title of a tree that this one leads to."""
        return self.library.trees[self._full(other)].title

    def tree_href(self, other: str) -> str:
        """Return the address of a tree that this one leads to."""
        return self.links.tree(self._full(other))

    def href(self, node: str) -> str:
        """Return the address of a node on the page of the tree."""
        return self.links.tree(self.name, node)

    def _full(self, other: str) -> str:
        return self.library.jump(self.name, OtherTree(other)) or other
