"""An outcome with everything a reader needs to judge it, and without a click."""

from collections.abc import Sequence

from markupsafe import Markup

from macros import cite, since, suspect, trust
from macros.links import CAUTIONS, Links
from macros.markup import el, facts, joined
from trees.core import wording
from trees.core.branches import Event
from trees.core.differences import Difference
from trees.core.drugs import Drug
from trees.core.evidence import quotes_of
from trees.core.nodes import Action, ActionKind, LeftOpen, Outcome, Treatment, Tree
from trees.core.told import NO_TRIAL, target


def outcome(links: Links, name: str, tree: Tree, node: Outcome) -> Markup:
    """Return what is suspect and what has changed since, then what an outcome says, how firmly, in which words."""
    collection = name.partition("/")[0]
    quotes = quotes_of(node.because)
    rows: list[tuple[str, Markup | str]] = []
    if isinstance(node, Treatment):
        rows.append(("Drug", el("a", node.drug.name, href=links.drug(node.drug))))
        rows.append(("Dose", el("span", wording.dose_as_printed(node.dose), class_="dt-dose")))
        given = node.duration
        rows.append(("Duration", given if isinstance(given, str) else wording.NOT_GIVEN.capitalize()))
    if isinstance(node, LeftOpen):
        rows.append(("Stated", node.says))
        rows.append(("Would decide", node.would_decide))
    if isinstance(node, Action) and node.drugs:
        about = Markup(", ").join(el("a", drug.name, href=links.drug(drug)) for drug in node.drugs)
        rows.append(("About", about))
    rows.append(("Applies to", tree.applies_to))
    rows.append(("Strength", cite.strengths(links, quotes, wording.firm_quotes(node))))
    rows.append(("Evidence", evidence(links, collection, node)))
    if drugs := cautioned(node):
        rows.append(
            ("Cautions", el("span", Markup("; ").join(cautions(links, each) for each in drugs), class_="dt-cautions"))
        )
    if node.notes:
        rows.append(("Notes", el("ul", *(el("li", note) for note in node.notes))))
    if node.differs:
        rows.append(("Where the sources differ", differing(links, collection, node.differs)))
    several = len(cite.by_source(quotes)) > 1
    rows.append(("Words of the sources" if several else "Words of the source", cite.words(links, quotes)))
    if node.then:
        rows.append(("What may follow", following(links, name, tree, node)))
    newer = since.block(links, collection, node.since) or since.none_found(links, links.library.collections[collection])
    return joined(
        suspect.block(links, node), newer, facts(rows), el("p", trust.line_of(links, name, node), class_="dt-dated")
    )


def cautioned(node: Outcome) -> tuple[Drug, ...]:
    """Return the drugs whose side effects and cautions a reader of an outcome may want next."""
    if isinstance(node, Treatment):
        return (node.drug,)
    return tuple(node.drugs) if isinstance(node, Action) and node.kind is not ActionKind.SIDE_EFFECTS else ()


def cautions(links: Links, drug: Drug) -> Markup:
    """Return a link to what the sources say of the side effects of a drug, and of care with it."""
    return el("a", cautions_of(drug), href=links.drug(drug, CAUTIONS))


def cautions_of(drug: Drug) -> str:
    """Return what the link to the cautions of a drug says."""
    return f"Side effects and cautions of {drug.name}"


def evidence(links: Links, collection: str, node: Outcome) -> Markup:
    """Return the trials behind an outcome with their levels as printed, or that no level is given."""
    if not node.evidence:
        return Markup(NO_TRIAL)
    return el("ul", *(el("li", cite.trial(links, collection, trial)) for trial in node.evidence))


def differing(links: Links, collection: str, differs: Sequence[Difference]) -> Markup:
    """Return each matter on which sources differ, with what each says of it in our words, side by side."""
    rows = []
    for each in differs:
        topic = el("a", each.topic, href=links.of_collection("differences", collection, each.id))
        sides = (el("li", cite.whose(side.source), " ", side.says) for side in each.sides)
        rows.append(el("li", topic, el("ul", *sides, class_="dt-sides")))
    return el("ul", *rows, class_="dt-differs")


def following(links: Links, name: str, tree: Tree, node: Outcome) -> Markup:
    """Return what may happen next and where each leads, marked as an event, which lets time pass, or as onward."""
    rows = []
    for way in node.then:
        kind = "event" if isinstance(way, Event) else "onward"
        link = el("a", f"{way.says} → {target(links.library, name, way.to)}", href=links.way(name, way.to))
        rows.append(el("li", link, data_code=way.code, data_way=kind))
    return el("ul", *rows, class_="dt-then")
