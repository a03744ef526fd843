"""Where every page stands, and how one page leads to another, so that the site works under any address."""

import posixpath
from dataclasses import dataclass

from trees.core.branches import OtherTree, To
from trees.core.drugs import Drug
from trees.core.figures import Trial
from trees.core.library import Library

OF_A_COLLECTION = ("cases", "practice", "differences", "since", "left_open", "changes", "glossary", "review")
"""Pages that every collection has, each in a folder of that name."""
CAUTIONS = "side-effects-and-cautions"
"""Where the page of a drug says what its side effects are, and what to take care of."""


@dataclass(frozen=True)
class Links:
    """The way from one page, given by its address below the site's root, to every other."""

    library: Library
    here: str

    def to(self, page: str, anchor: str = "") -> str:
        """Return the relative address of a page, with an anchor in it."""
        path = posixpath.relpath(f"/{page}", f"/{self.here}") if page != self.here else ""
        fragment = f"#{anchor}" if anchor else ""
        if not path:
            return fragment or "."
        return f"{path}/{fragment}" if page or fragment else f"{path}/"

    def tree(self, name: str, anchor: str = "") -> str:
        """Return the address of a tree by its full name."""
        return self.to(f"trees/{name}", anchor)

    def collection(self, name: str) -> str:
        """Return the address of a collection."""
        return self.to(f"trees/{name}")

    def drug(self, drug: Drug, anchor: str = "") -> str:
        """Return the address of a drug, or of what is said of it there."""
        return self.to(f"drugs/{drug.id}", anchor)

    def trial(self, collection: str, trial: Trial) -> str:
        """Return the address of a trial; a trial belongs to the collection whose source prints it."""
        return self.to(f"trials/{collection}/{trial.id}")

    def source(self, source: str, statement: str = "") -> str:
        """Return the address of a source, or of a statement in it."""
        return self.to(f"sources/{source}", statement)

    def of_collection(self, kind: str, collection: str, anchor: str = "") -> str:
        """Return the address of a page that every collection has, such as its cases."""
        return self.to(f"{kind}/{collection}", anchor)

    def way(self, tree: str, to: To) -> str:
        """Return where a way out of a node leads: a step of the same page, or another tree."""
        if isinstance(to, OtherTree):
            name = self.library.jump(tree, to)
            return self.tree(name) if name else "#"
        return f"#{to}"


@dataclass(frozen=True)
class AbsoluteLinks(Links):
    """The way to every page from anywhere: with the address of the site, which ends with a slash, before each."""

    site: str

    def to(self, page: str, anchor: str = "") -> str:
        """Return the whole address of a page, with an anchor in it."""
        return f"{self.site}{page}{'/' if page else ''}{f'#{anchor}' if anchor else ''}"


def pages(library: Library) -> dict[str, str]:
    """Return every page that the data calls for, by its address, with what it is about."""
    found: dict[str, str] = {}
    for name in library.collections:
        found[f"trees/{name}/index"] = "collection"
    for name in library.trees:
        found[f"trees/{name}"] = "tree"
    for drug in library.drugs:
        found[f"drugs/{drug}"] = "drug"
    for name in library.collections:
        found.update({f"{kind}/{name}": kind for kind in OF_A_COLLECTION})
    for collection, trials in library.trials.items():
        found.update({f"trials/{collection}/{trial}": "trial" for trial in trials})
    for source in library.registers:
        found[f"sources/{source}"] = "source"
    return found
