"""Where the sources of a collection differ: what each says of one matter, side by side and never merged."""

from markupsafe import Markup

from macros import cite, trust
from macros.basis_pages import node_list, page
from macros.links import Links
from macros.markup import count, el, joined
from macros.uses import Uses
from trees.core.check.differences import quotes_of_side
from trees.core.differences import Difference, Side

COLUMNS = ("Source", "In our words", "Its own words")


def differences_page(links: Links, uses: Uses, name: str) -> str:
    """Return every difference in the order of its file; the id of a difference is its anchor."""
    collection = links.library.collections[name]
    known = links.library.differences.get(name, {})
    home = el("a", collection.title, href=links.collection(name))
    if not known:
        text = "No difference is recorded: where one source only is followed, there is none to differ from."
        return page("Where the sources differ", trust.invented(collection), el("p", home), el("p", text))
    matters = count(len(known), "matter")
    topics = (el("li", el("a", each.topic, href=f"#{each.id}")) for each in known.values())
    return page(
        "Where the sources differ",
        trust.invented(collection),
        el("p", home, f". {matters} on which the texts differ, or on which one of them is silent."),
        el(
            "p",
            "Each text keeps its own words and its own date. No side is weighed against another, and none is merged.",
        ),
        trust.since_of_all(links, name),
        el("ol", *topics, class_="dt-topics"),
        *(difference(links, uses, name, each) for each in known.values()),
    )


def difference(links: Links, uses: Uses, collection: str, given: Difference) -> Markup:
    """Return one matter: its sides, what follows from it, and the outcomes that show it."""
    head = el("tr", *(el("th", each, scope="col") for each in COLUMNS))
    table = el("table", el("thead", head), el("tbody", *(side_row(links, side) for side in given.sides)))
    return el(
        "section",
        el("h2", given.topic, id=given.id),
        el("div", table, class_="dt-table dt-difference"),
        el("p", el("strong", "What follows: "), given.follows),
        el("p", "Shown with:", class_="dt-shown-with"),
        node_list(links, uses.of_difference.get((collection, given.id), ())),
        class_="dt-matter",
    )


def side_row(links: Links, side: Side) -> Markup:
    """Return what one source says, or that it says nothing of the matter."""
    quotes = quotes_of_side(side)
    rows = (
        el(
            "li",
            cite.quoted(links, quote),
            joined(". Strength: ", el("strong", f"“{quote.strength}”")) if quote.strength else None,
        )
        for quote in quotes
    )
    source = el("a", side.source.short, href=links.source(side.source.id))
    return el(
        "tr",
        el("th", source, el("br"), el("small", el("time", side.source.date, datetime=side.source.date)), scope="row"),
        el("td", side.says, data_head=COLUMNS[1]),
        el("td", el("ul", *rows) if quotes else el("em", "Says nothing of this."), data_head=COLUMNS[2]),
    )
