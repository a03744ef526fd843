"""What the file of a tree is made from, whatever its form."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from macros import drawn
from macros.attribution import Attribution, Where
from macros.diagram.place import Layout
from macros.diagram.sheets import Page, sheet_for
from macros.links import AbsoluteLinks
from macros.uses import Uses
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
        return drawn.layout(self.library, self.name)

    @property
    def sheets(self) -> list[Page]:
        """The diagram in parts that each fit on a sheet of paper; in one where it fits as it is."""
        whole = sheet_for(self.layout)
        return [Page(self.layout, whole)] if whole else drawn.sheets(self.library, self.name)

    def tree_title(self, other: str) -> str:
        """Return the title of a tree that this one leads to."""
        return self.library.trees[drawn.full(self.library, self.name, other)].title

    def tree_href(self, other: str) -> str:
        """Return the address of a tree that this one leads to."""
        return self.links.tree(drawn.full(self.library, self.name, other))

    def href(self, node: str) -> str:
        """Return the address of a node on the page of the tree."""
        return self.links.tree(self.name, node)
