"""A tree as Markdown that stands alone: its page's text, whose it is, and links that hold anywhere.

A link to a step leads to that step in the file; every other leads to the site by its whole address.
"""

from collections.abc import Iterator

from macros.downloads.material import Material
from macros.markdown import Row, link, plain
from macros.twin import Twin


def make(of: Material) -> bytes:
    """Return the file of a tree."""
    return Alone(of).text().encode("utf-8")


class Alone(Twin):
    """The Markdown of one tree away from its page."""

    def __init__(self, of: Material) -> None:
        super().__init__(of.links, of.uses, of.name)
        self.attribution = of.attribution

    def header(self) -> Iterator[Row]:
        """Yield whose the tree is, and then what has to be known before anything below is read."""
        # The last row of a twin leads to the page that it stands beside.
        *known, _ = super().header()
        warnings = len(self.attribution.warnings())
        yield from known[:warnings]
        yield Row(plain(self.attribution.line()))
        yield from known[warnings:]
        if not self.collection.newer:
            yield Row(f"Since then: {plain(self.attribution.newer)}")
        yield Row(f"Changed: {self.attribution.day}")
        yield Row(f"Page: {link(self.tree.title, self.links.tree(self.name))}")

    def twin_of(self, tree: str, anchor: str = "") -> str:
        """Return the address of the page of another tree, or of a step in it."""
        return self.links.tree(tree, anchor)
