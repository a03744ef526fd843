"""The way in: the first question of a collection as a card, whose answers lead to where the walk goes on."""

from markupsafe import Markup

from macros.diagram.boxes import CLASSES
from macros.links import Links
from macros.markup import el, joined
from trees.core import wording
from trees.core.nodes import Choice, Question, Tree, ways
from trees.core.numbering import badges
from trees.core.report import hash_of


def entry(links: Links, collection: str) -> Markup:
    """Return the first question of the first tree, each answer a link to the page on which the walk goes on.

    What is answered by a number or by ticking is answered there.
    """
    tree = links.library.in_order(collection)[0]
    name, node = f"{collection}/{tree.id}", tree.start
    answers = (
        [(way.says, answered(links, name, tree, way.code)) for way in ways(node)]
        if isinstance(node, Question | Choice)
        else [("Begin", links.tree(name))]
    )
    rows = (el("li", el("a", says, href=href, class_="dt-answer")) for says, href in answers)
    means = el("p", wording.meaning(node.means), class_="dt-means") if isinstance(node, Question) else None
    heading = el("h3", el("span", badges(tree)[node.id], class_="dt-badge"), " ", wording.title(node))
    # A choice of answers is no running text: what is searched for is the tree, not the way to it.
    return el(
        "section",
        joined(heading, means, el("ul", *rows, class_="dt-answers")),
        class_=f"dt-card {CLASSES[type(node)]}",
        data_search_exclude=True,
    )


def answered(links: Links, name: str, tree: Tree, code: str) -> str:
    """Return the address of a walk that has the first question of a tree answered, as docs/js/walk.js writes it.

    The script leads on to another tree where the answer does. Without it the reader meets the tree's first step.
    """
    walk = f"{tree.id}@{hash_of(links.library, name)}?{tree.start.id}={code}"
    return links.tree(name, walk)
