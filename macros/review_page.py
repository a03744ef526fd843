"""A sheet for a clinician who reviews the trees of a collection: every outcome with its words, and room to answer."""

from collections.abc import Mapping

from markupsafe import Markup

from macros import since, suspect, trust
from macros.diagram.boxes import CLASSES
from macros.links import Links
from macros.markup import block, count, el, facts, heading, joined
from macros.uses import Uses
from trees.core import wording
from trees.core.evidence import Quote, quotes_of
from trees.core.nodes import OUTCOMES, LeftOpen, Outcome, Treatment, Tree
from trees.core.numbering import badges
from trees.core.register import Statement
from trees.core.report import hash_of, sources_quoted
from trees.core.review import review_state
from trees.core.told import answers_to

COLUMNS = ("No. and place", "Words of the source")
SIGNED = ("Name", "Profession", "Date", "Signature")
HOW = (
    "Print this page: each tree begins on a sheet of its own. "
    "To print one tree alone, follow its link above first; its sheets and those to sign are then printed.",
    "Read each outcome with the source beside you: the number and the place say where its words stand.",
    "Tick “agrees” when the source says what we say, for these patients, as firmly and no more firmly. "
    "Tick “does not agree” otherwise, and write what differs. "
    "Whether the advice is still right today is another question: note it as a remark. "
    "What a newer source says since stands in a frame: read it beside that source too.",
    "Sign at the end. The codes there name the exact content that was read: when a tree changes, its code does, "
    "and the review no longer counts for it.",
)
Statements = Mapping[tuple[str, str], Statement]
"""Statements by the id of their source and their number."""


def review_page(links: Links, uses: Uses, name: str) -> str:
    """Return that sheet: how it is used, every outcome tree by tree, and where it is signed."""
    library = links.library
    collection = library.collections[name]
    known = {(source, each.id): each for source, of in library.registers.items() for each in of.statements}
    trees = [(f"{name}/{tree.id}", tree) for tree in library.in_order(name)]
    outcomes = count(sum(isinstance(node, OUTCOMES) for _, tree in trees for node in tree.nodes), "outcome")
    index = (el("li", el("a", tree.title, href=f"#review-{tree.id}")) for _, tree in trees)
    body = block(
        trust.invented(collection),
        el(
            "p", el("a", collection.title, href=links.collection(name)), f". {outcomes} in {count(len(trees), 'tree')}."
        ),
        el("h2", "Trees", id="trees-to-review"),
        el("ol", *index, class_="dt-topics"),
        el("h2", "How to use it", id="how-to-use-it"),
        el("ol", *(el("li", each) for each in HOW)),
        *(tree_part(links, known, full, tree) for full, tree in trees),
        signature(links, trees),
        # It says again what the pages of the trees say, which a search finds there.
        data_search_exclude="",
    )
    return f"{heading(f'Review sheet: {collection.title}')}\n\n{body}\n"


def tree_part(links: Links, known: Statements, name: str, tree: Tree) -> Markup:
    """Return the part of one tree, which begins on a sheet of its own."""
    sources = "; ".join(f"{each.short}, {each.date}" for each in sources_quoted(links.library, name))
    return el(
        "section",
        el("h2", el("a", tree.title, href=links.tree(name)), id=f"review-{tree.id}"),
        el("p", f"{tree.applies_to}. Sources: {sources}. ", el("code", f"{name}@{hash_of(links.library, name)}")),
        el("p", review_state(links.library, name)),
        *(outcome_part(links, known, name, tree, node) for node in tree.nodes if isinstance(node, OUTCOMES)),
        class_="dt-review",
    )


def outcome_part(links: Links, known: Statements, name: str, tree: Tree, node: Outcome) -> Markup:
    """Return one outcome: what we say and to whom, the words it rests on, and room to answer."""
    badge = el("span", badges(tree)[node.id], class_="dt-badge")
    return el(
        "section",
        el("h3", badge, " ", el("a", wording.title(node), href=links.tree(name, node.id))),
        el("p", wording.kind(node), class_="dt-kind"),
        suspect.block(links, node),
        since.block(links, name.partition("/")[0], node.since),
        said(tree, node),
        quotes_table(links, known, quotes_of(node.because)),
        answer(),
        class_=f"dt-sheet-of {CLASSES[type(node)]}",
    )


def said(tree: Tree, node: Outcome) -> Markup | None:
    """Return what we say beyond the title: to whom, dose, duration, what is left open, and notes."""
    rows: list[tuple[str, Markup | str]] = []
    asked = answers_to(tree, node)
    if asked:
        rows.append(("When", el("ul", *(el("li", each) for each in asked))))
    if isinstance(node, Treatment):
        rows.append(("Dose", wording.dose_as_printed(node.dose)))
        given = node.duration
        rows.append(("Duration", given if isinstance(given, str) else wording.NOT_GIVEN.capitalize()))
    if isinstance(node, LeftOpen):
        rows.append(("Stated", node.says))
        rows.append(("Would decide", node.would_decide))
    if node.notes:
        rows.append(("Notes", el("ul", *(el("li", note) for note in node.notes))))
    return facts(rows) if rows else None


def quotes_table(links: Links, known: Statements, quotes: tuple[Quote, ...]) -> Markup:
    """Return the words an outcome rests on, each with its strength, the number of its statement and its place."""
    rows = []
    for quote in quotes:
        statement = known.get((quote.source.id, quote.at))
        link = el("a", wording.citation(quote), href=links.source(quote.source.id, quote.at), class_="dt-cite")
        link = joined(link, suspect.mark(links, quote))
        place = joined(el("br"), " ", el("small", statement.at)) if statement else None
        strength = joined(" Strength: ", el("strong", f"“{quote.strength}”")) if quote.strength else None
        cells = el("td", el("q", quote.text), strength, data_head=COLUMNS[1])
        rows.append(el("tr", el("th", link, place, scope="row"), cells))
    head = el("thead", el("tr", *(el("th", each, scope="col") for each in COLUMNS)))
    return el("div", el("table", head, el("tbody", *rows)), class_="dt-table dt-quotes")


def answer() -> Markup:
    """Return two boxes to tick and lines to write on, for paper."""
    lines = el("span", class_="dt-line", aria_hidden="true")
    return joined(
        el("p", el("span", tick(), " agrees"), " ", el("span", tick(), " does not agree"), class_="dt-ticks"),
        el("p", "Remarks: ", lines, class_="dt-remarks"),
    )


def tick() -> Markup:
    """Return a box to tick. A border of so small a box would be drawn over several sheets by Chromium."""
    square = el("rect", x="1", y="1", width="10", height="10")
    return el("svg", square, class_="dt-tick", viewBox="0 0 12 12", aria_hidden="true")


def signature(links: Links, trees: list[tuple[str, Tree]]) -> Markup:
    """Return where the sheet is signed, and the exact content that the signature is for."""
    rows = ((each, el("span", class_="dt-line", aria_hidden="true")) for each in SIGNED)
    codes = (
        el("li", tick(), f" {tree.title}: ", el("code", name, el("wbr"), f"@{hash_of(links.library, name)}"))
        for name, tree in trees
    )
    return el(
        "section",
        el("h2", "Signature", id="signature-of-the-reviewer"),
        facts(rows, "dt-facts dt-signed"),
        el("p", "Tick the trees that were read:"),
        el("ul", *codes, class_="dt-codes"),
        class_="dt-review dt-signing",
    )
