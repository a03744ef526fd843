"""“Propose a change”: from every step of a tree to a form that already says which step it is, in which wording.

Where the address of the repository is known at the build, the link opens its issue form, filled in. Where it is not, it
leads to the page of the site that says how to propose a change, and the step shows what to copy. Nothing is asked of
the other site before a reader opens the link.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote_plus, urlencode

from markupsafe import Markup

from macros.links import Links
from macros.markup import el
from trees.core import wording
from trees.core.digest import SHORT, digest
from trees.core.library import Library
from trees.core.nodes import Node
from trees.core.numbering import called

FORM = "propose_change.yml"
"""The form's file in .github/ISSUE_TEMPLATE/; the fields that an address can fill in are named by their ids there."""
PAGE = "change/propose"
LONGEST_WORDING, LONGEST_TITLE = 900, 300
"""How many characters of an address the present wording and the title may take, so that none is longer than 2,000."""
REPOSITORY = re.compile(r"https://[\w.-]+(?::\d+)?(?:/[\w.~-]+){2,}")


def repository(given: str) -> str:
    """Return the address of a repository without a slash at its end, or '' where none is given.

    Raises ValueError where it is no address of a repository.
    """
    address = given.strip().rstrip("/")
    if address and not REPOSITORY.fullmatch(address):
        raise ValueError(f"REPOSITORY_URL is {given!r}. It must be like https://example.org/owner/name.")
    return address


@dataclass(frozen=True)
class Proposals:
    """The links of one tree, given by its full name, to where a change of each of its steps is proposed."""

    library: Library
    name: str
    repository: str = ""

    def line(self, links: Links, node: Node) -> Markup:
        """Return the line at the end of a step: the link, and what names the step in this wording."""
        step = called(self.library.trees[self.name], node)
        says = "Propose a change"
        href = self.form(node) if self.repository else links.to(PAGE)
        return el(
            "p",
            el("a", says, href=href, rel="noreferrer" if self.repository else None, aria_label=f"{says} to {step}"),
            " to ",
            el("code", self.reference(node)),
            class_="dt-propose",
            data_search_exclude=True,
        )

    @cached_property
    def version(self) -> str:
        """The short hash of the tree, as its page shows it."""
        return digest(self.library, self.name)[:SHORT]

    def reference(self, node: Node) -> str:
        """Return what names a step in the wording of today: 'collection/tree#node@hash'."""
        return f"{self.name}#{node.id}@{self.version}"

    def form(self, node: Node) -> str:
        """Return the address of the issue form, filled in."""
        tree = self.library.trees[self.name]
        fields = {
            "template": FORM,
            "title": cut(f"{self.name}, {called(tree, node)}: {wording.title(node)}", LONGEST_TITLE),
            "tree": self.name,
            "node": node.id,
            "version": self.version,
            "wording": cut(wording.title(node), LONGEST_WORDING),
        }
        return f"{self.repository}/issues/new?{urlencode(fields)}"


def cut(text: str, longest: int) -> str:
    """Return text that takes at most so many characters of an address; what is cut off is shown by '…'."""
    if len(quote_plus(text)) <= longest:
        return text
    while len(quote_plus(f"{text}…")) > longest:
        text = text[:-1]
    return f"{text.rstrip()}…"
