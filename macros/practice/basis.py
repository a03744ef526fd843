"""What the end of a case rests on: what has changed since, how firmly it is said, and the words of the sources."""

from markupsafe import Markup

from macros import cite, since, suspect
from macros.key import Key, newer_of
from macros.links import Links
from macros.markup import Child, el, facts, joined
from macros.uses import Uses
from trees.core import wording
from trees.core.branches import OtherTree
from trees.core.evidence import quotes_of
from trees.core.nodes import OUTCOMES, Choice, LeftOpen, Node, Outcome, Treatment
from trees.core.paths import behind


def since_then(links: Links, full: str, node: Node) -> Markup | None:
    """Return in our words what newer sources say since of an outcome, or of what the options of a choice lead to.

    The page of each has their words too. Of an option that leads to another tree it says that there are notes in it.
    """
    collection = full.partition("/")[0]
    if isinstance(node, OUTCOMES):
        return _all(suspect.block(links, node), since.in_short(links, collection, node.since))
    assert isinstance(node, Choice)
    tree = links.library.trees[full]
    ends = [
        each
        for option in node.options
        if not isinstance(option.to, OtherTree)
        for each in behind(tree, tree.node(option.to))
    ]
    notes = {note.id: note for each in ends if isinstance(each, OUTCOMES) for note in each.since}
    lines = [
        el("p", f"{option.says}: {newer_of(links.library, full, option)}")
        for option in node.options
        if isinstance(option.to, OtherTree) and newer_of(links.library, full, option)
    ]
    return _all(since.in_short(links, collection, list(notes.values())), *lines)


def _all(*found: Markup | None) -> Markup | None:
    return joined(*found) if any(found) else None


def basis(links: Links, uses: Uses, full: str, node: Node) -> Markup:
    """Return what an outcome of a tree, or a choice, rests on."""
    if isinstance(node, OUTCOMES):
        return of_outcome(links, node)
    assert isinstance(node, Choice)
    key = Key(links, uses, full, links.library.trees[full])
    rows = (
        el(
            "li",
            el("strong", option.says),
            f" → {key.target(option.to)} ",
            key.newer(option),
            suspect.line(links, option),
            key.why(option),
        )
        for option in node.options
    )
    return joined(*key.about(node), el("ul", *rows))


def of_outcome(links: Links, node: Outcome) -> Markup:
    """Return dose and duration, or what is left open, with the words of strength and all words of the sources."""
    quotes = quotes_of(node.because)
    rows: list[tuple[str, Child]] = []
    if isinstance(node, Treatment):
        given = node.duration
        rows.append(("Dose", el("span", wording.dose_as_printed(node.dose), class_="dt-dose")))
        rows.append(("Duration", given if isinstance(given, str) else wording.NOT_GIVEN.capitalize()))
    if isinstance(node, LeftOpen):
        rows.append(("Stated", node.says))
        rows.append(("Would decide", node.would_decide))
    rows.append(("Strength", cite.strengths(links, quotes, wording.firm_quotes(node))))
    several = len(cite.by_source(quotes)) > 1
    rows.append(("Words of the sources" if several else "Words of the source", cite.words(links, quotes)))
    return facts(rows)
