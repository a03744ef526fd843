"""What is suspect, where a reader meets it: before the advice, at an answer, behind a quote, and for a whole tree."""

from collections.abc import Sequence

from markupsafe import Markup

from macros.links import Links
from macros.markup import el, joined
from trees.core.branches import Way
from trees.core.evidence import Quote
from trees.core.nodes import Node, Tree
from trees.core.numbering import badges
from trees.core.suspects import (
    MARK,
    NOT_COMPARED,
    Doubt,
    doubts_of_node,
    doubts_of_tree,
    doubts_of_way,
    is_suspect,
)


def block(links: Links, node: Node) -> Markup | None:
    """Return what is suspect of an outcome or a choice in a frame, to be read before it; None where nothing is."""
    return framed(links, doubts_of_node(links.library, node))


def framed(links: Links, doubts: Sequence[Doubt]) -> Markup | None:
    """Return suspect statements in a frame, which stands and is printed as what has changed since does."""
    if not doubts:
        return None
    head = el("p", el("strong", f"Suspect: {what(doubts)}; {NOT_COMPARED}."), class_="dt-since-head")
    return el("div", head, el("ul", *(el("li", told(links, each)) for each in doubts)), class_="dt-since dt-suspect")


def what(doubts: Sequence[Doubt]) -> str:
    """Return what has become of the words: 'the words this rests on have changed in the source (found 2026-11-22)'."""
    days = ", ".join(dict.fromkeys(each.suspect.found for each in doubts))
    changes = " or ".join(dict.fromkeys(each.suspect.change.value for each in doubts))
    return f"the words this rests on {changes} in the source (found {days})"


def told(links: Links, doubt: Doubt) -> Markup:
    """Return which statement is suspect, as a link, and what has changed in our words."""
    given = doubt.suspect
    name = f"{doubt.source.short}, {given.statement}"
    return joined(el("a", name, href=links.source(doubt.source.id, given.statement)), ": ", given.says)


def line(links: Links, way: Way) -> Markup | None:
    """Return what is suspect of the condition of an answer, in small letters behind it."""
    doubts = doubts_of_way(links.library, way)
    if not doubts:
        return None
    says = (told(links, each) for each in doubts)
    text = joined(f" Suspect: {what(doubts)}; {NOT_COMPARED}. ", Markup(" ").join(says))
    return el("small", text, class_="dt-since-line dt-suspect-line")


def mark(links: Links, quote: Quote) -> Markup | None:
    """Return the mark behind a quote whose statement is suspect."""
    return el("strong", f", {MARK}", class_="dt-suspect-mark") if is_suspect(links.library, quote) else None


def of_tree(links: Links, tree: Tree) -> Markup | None:
    """Return all that is suspect in a tree, each with links to the steps that rest on it."""
    known = doubts_of_tree(links.library, tree)
    if not known:
        return None
    of_badge = {badge: node for node, badge in badges(tree).items()}
    rows = []
    for doubt, at in known:
        steps = Markup(", ").join(el("a", each, href=f"#{of_badge[each]}") for each in at)
        rows.append(el("li", joined("At ", steps, ". ") if at else None, told(links, doubt)))
    head = f"Suspect: {what([doubt for doubt, _ in known])}; {NOT_COMPARED}."
    return joined(el("strong", head), el("ul", *rows))
