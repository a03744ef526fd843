"""The page of a collection's patients to practice with: each a sentence, and a link to where its walk begins.

Where a walk ends stands nowhere on it: patients are listed by the tree in which they are first put to the trees.
"""

from collections.abc import Sequence

from markupsafe import Markup

from macros import trust
from macros.basis_pages import page
from macros.links import Links
from macros.markup import count, el, joined
from macros.practice.data import starts
from macros.put import PutCase
from macros.scorm.address import address
from macros.uses import Uses
from trees.core.nodes import Tree

TITLE = "Practice"
AT_ONCE = 25
"""How many patients are opened together: more than these on a page cannot be looked over."""
HOW = (
    "Read of a patient, and walk through the trees as you would for them. When the walk has ended, it is compared with "
    "the way on which the case is put to the trees: where each ends, where they part, what the sources say for this "
    "patient and in which words."
)
NOTHING_KEPT = (
    "The patients are invented. There is no score, and nothing is stored or sent: the address names the case, and "
    "your answers stand in it behind the #, which a browser sends to nobody."
)
NEEDS = "Practicing needs JavaScript."
OPENLY = "with where each patient's way ends and what the sources say"


def practice_page(links: Links, uses: Uses, name: str) -> str:
    """Return every case that is put to the trees as a link to its walk, by the tree that is asked first."""
    collection = links.library.collections[name]
    groups = [(tree, of) for tree in links.library.in_order(name) if (of := begun_in(uses, name, tree))]
    index = (el("li", el("a", tree.title, href=f"#begun-in-{tree.id}"), f": {len(of)}") for tree, of in groups)
    openly = el("a", "All cases", href=links.of_collection("cases", name))
    return page(
        TITLE,
        trust.invented(collection),
        trust.superseded(links, collection),
        el("p", el("a", collection.title, href=links.collection(name)), f". {HOW}"),
        el("p", NOTHING_KEPT),
        el("noscript", el("p", el("strong", NEEDS), " ", openly, f" {OPENLY} can be read without it.")),
        el("p", el("button", "One at random", type="button", class_="dt-tool"), class_="dt-random", hidden=True),
        el("p", "To read without practicing: ", openly, f", {OPENLY}."),
        taken(links, uses, name),
        el("p", "By the tree in which each is first asked about:"),
        el("ul", *index, class_="dt-topics"),
        *(group(links, tree, of) for tree, of in groups),
    )


def begun_in(uses: Uses, collection: str, tree: Tree) -> list[PutCase]:
    """Return the cases of a collection whose first way begins in a tree."""
    name = f"{collection}/{tree.id}"
    return [put for put in uses.cases.get(collection, ()) if put.walks and put.walks[0].tree == name]


def taken(links: Links, uses: Uses, name: str) -> Markup | None:
    """Return a link to the package for learning platforms, where there is a case to practice with."""
    if not any(put.walks for put in uses.cases.get(name, ())):
        return None
    to = links.to(address(name)).removesuffix("/")
    link = el("a", "these cases as a SCORM 1.2 package", href=to, download=True)
    return el("p", "For a learning platform: ", link, ". It reports that a comparison was seen, and no answer.")


def group(links: Links, tree: Tree, cases: Sequence[PutCase]) -> Markup:
    """Return the cases that begin in a tree, so many at a time that they can be looked over."""
    parts = [cases[first : first + AT_ONCE] for first in range(0, len(cases), AT_ONCE)]
    rows: list[Markup] = []
    for number, part in enumerate(parts):
        first = number * AT_ONCE + 1
        shown = el("ol", *(vignette(links, put) for put in part), class_="dt-vignettes", start=str(first))
        summary = el("summary", f"{first} to {first + len(part) - 1}")
        rows.append(shown if len(parts) == 1 else el("details", summary, shown, class_="dt-case"))
    heading = el("h2", tree.title, id=f"begun-in-{tree.id}")
    return el("section", heading, el("p", f"{count(len(cases), 'case')}."), *rows)


def vignette(links: Links, put: PutCase) -> Markup:
    """Return a case as a link to its first walk, and to the other trees in which it is asked about."""
    first, *others = starts(put)
    more = Markup(", ").join(
        el("a", links.library.trees[other].title, href=begun(links, other, put)) for other in others
    )
    also = el("small", " Asked about in other trees too: ", more) if others else None
    return el("li", joined(el("a", put.case.says, href=begun(links, first, put), class_="dt-start-case"), also))


def begun(links: Links, tree: str, put: PutCase) -> str:
    """Return the address at which a case is practiced: that of a tree, and the name of the case."""
    return f"{links.tree(tree)}?case={put.case.id}"
