"""Where a walk begins on the page of a tree: the first question as a card. The script of the page goes on."""

from markupsafe import Markup

from macros.diagram.boxes import CLASSES
from macros.key import Key
from macros.markup import el, joined
from macros.terms import Terms
from trees.core import wording
from trees.core.branches import Item, Way
from trees.core.nodes import OUTCOMES, Checklist, Measure, Node

WITHOUT_SCRIPT = "Walking needs JavaScript. The steps below are complete without it."


class Card(Key):
    """A step as the card of a walk: what the key shows as links are buttons here, as docs/js/walker.js makes them."""

    def asked(self, node: Node) -> Markup:
        """Return what a question means, and its answers as buttons and fields."""
        enter = "Go on" if isinstance(node, Measure) else "Show what is ticked"
        row = el("p", number(node), el("button", enter, type="button", class_="dt-enter"), class_="dt-number")
        entered = [el("p", role="alert", class_="dt-wrong"), row]
        answers = [self.answers(node)]
        match node:
            case Measure():
                answers = [*entered, *answers]
            case Checklist():
                answers = [*answers, *entered]
        return joined(*self.about(node), *answers)

    def way(self, node: Node, way: Way) -> Markup:
        """Return one answer as a button, or an item as a box to tick."""
        if isinstance(way, Item):
            tick = el("input", type="checkbox", value=way.code)
            return el("label", tick, " ", el("span", self.says(node, way)), class_="dt-item")
        return el("button", self.says(node, way), type="button", class_="dt-answer")


def walker(card: Card, terms: Terms) -> Markup | None:
    """Return the first card of a walk through a tree; None where the tree asks nothing."""
    node = card.tree.start
    if isinstance(node, OUTCOMES):
        return None
    first = el(
        "section",
        el("h2", el("span", card.badges[node.id], class_="dt-badge"), " ", wording.title(node), tabindex="-1"),
        el("p", wording.kind(node), class_="dt-kind"),
        terms.marked(card.asked(node)),
        card.proposal(node),
        class_=f"dt-card {CLASSES[type(node)]}",
        data_node=node.id,
    )
    return joined(
        el("section", first, class_="dt-walk", aria_label="Walk through this tree", data_search_exclude=True),
        el("noscript", el("p", WITHOUT_SCRIPT)),
    )


def number(node: Node) -> Markup | None:
    """Return the field for the number that a measure asks for, with its unit."""
    if not isinstance(node, Measure):
        return None
    field = el("input", type="text", inputmode="decimal", autocomplete="off", maxlength="12", size="8")
    return joined(el("label", f"Number in {node.unit} ", field), " ")
