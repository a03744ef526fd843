"""The pages that list: collections, the trees of one, drugs, trials, sources."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from macros import cite, evidence, since_page, trust
from macros.diagram.sheets import sheet_for
from macros.diagram.tree_map import Chart, chart, drawn_map
from macros.entry import entry
from macros.figure import scrolling
from macros.links import Links
from macros.markup import block, el, heading, joined
from macros.no_break import NO_BREAK
from trees.core import wording
from trees.core.basis import INVENTED
from trees.core.branches import OtherTree
from trees.core.drugs import Drug
from trees.core.nodes import OUTCOMES, Collection, ways

TOO_LARGE = "The map does not fit on a sheet of paper. The list of trees below says the same in words."
NEWER = ". No tree follows it: it tells what has changed since."
PRACTICED = ": invented patients to walk for, and then to compare."
NOWHERE = el("p", "Leads to no other tree.", class_="dt-leads")


def collection_page(links: Links, name: str) -> str:
    """Return the page of a collection: what it is, its sources, and its trees in reading order."""
    collection = links.library.collections[name]
    sources = el("ul", *(el("li", cite.source(links, source)) for source in collection.sources))
    body = block(
        trust.invented(collection),
        trust.superseded(links, collection),
        el("p", collection.about),
        el("p", collection.intended_use),
        start_of(links, name),
        el("h2", "Map", id="map-of-the-trees"),
        map_of(links, [name]),
        el("p", el("a", "Practice", href=links.of_collection("practice", name)), PRACTICED, class_="dt-start"),
        el("h2", "Trees", id="trees-in-reading-order"),
        tree_list(links, name, leads_to_with_words),
        el("h2", "Sources", id="sources-of-the-collection"),
        sources,
        newer(links, name),
    )
    return f"{heading(collection.title)}\n\n{body}\n"


def newer(links: Links, name: str) -> Markup | None:
    """Return which newer sources were read, with a link to what has changed since."""
    collection = links.library.collections[name]
    link = el("a", since_page.TITLE, href=links.of_collection("since", name))
    more = el("p", since_page.told(links, name), " ", link, ".")
    return joined(since_page.read(links, collection), more) if collection.newer else None


def tree_list(links: Links, collection: str, more: Callable[[Links, str], Markup] | None = None) -> Markup:
    """Return the trees of a collection in reading order, each with what it is for, and with `more` below it."""
    rows = (
        el(
            "li",
            el("a", tree.title, href=links.tree(f"{collection}/{tree.id}")),
            el("br"),
            el("span", tree.purpose),
            more(links, f"{collection}/{tree.id}") if more else None,
        )
        for tree in links.library.in_order(collection)
    )
    return el("ol", *rows, class_="dt-trees")


def leads_to(links: Links, name: str) -> Markup:
    """Return the trees that a tree leads to, by the numbers of the map."""
    drawn = chart(links.library, name.partition("/")[0])
    others = Markup(", ").join(numbered(links, drawn, other) for other in drawn.leads[name])
    return el("p", "Leads to: ", others, class_="dt-leads") if others else NOWHERE


def leads_to_with_words(links: Links, name: str) -> Markup:
    """Return the trees that a tree leads to, by the numbers of the map, each with the words that lead there."""
    library = links.library
    drawn = chart(library, name.partition("/")[0])
    says: dict[str, dict[str, None]] = {other: {} for other in drawn.leads[name]}
    for node in library.trees[name].nodes:
        for way in ways(node):
            other = library.jump(name, way.to) if isinstance(way.to, OtherTree) else None
            if other in says and way.says != drawn.trees[other]:
                # An answer means nothing without its question: "800 mg" would be read as the dose of the next drug.
                asked = not isinstance(node, OUTCOMES)
                says[other][f"{wording.title(node)} → {way.says}" if asked else way.says] = None
    rows = (
        el("li", numbered(links, drawn, other), el("ul", *(el("li", each) for each in words)) if words else None)
        for other, words in says.items()
    )
    return joined(el("p", "Leads to:", class_="dt-leads"), el("ul", *rows, class_="dt-leads")) if says else NOWHERE


def numbered(links: Links, drawn: Chart, tree: str) -> Markup:
    """Return a link to a tree, by its number on the map and its title."""
    return el("a", f"{drawn.number(tree)}{NO_BREAK}{drawn.trees[tree]}", href=links.tree(tree))


def map_of(links: Links, collections: Sequence[str]) -> Markup:
    """Return which tree leads to which, as a diagram, in a region that scrolls by itself."""
    charts = [chart(links.library, name) for name in collections]
    drawing, layout = drawn_map(charts, href=links.tree, prefix="map")
    meaning = (
        "Each box is a tree; trees are numbered in the order of reading. "
        "An arrow, or a number inside a box, leads from a tree to another. "
        "Each row, or each heading with its rows, is one more step away from the first tree."
    )
    sheet = sheet_for(layout)
    return el(
        "figure",
        # What the numbers mean is read before them.
        el("figcaption", el("p", meaning, class_="dt-caption")),
        scrolling("Map of the trees, scrolls sideways", Markup(drawing)),
        None if sheet else el("p", TOO_LARGE, class_="dt-sheet"),
        class_=f"dt-fig dt-{sheet.name}" if sheet else "dt-fig dt-in-parts",
    )


def in_order(links: Links) -> list[tuple[str, Collection]]:
    """Return the collections: medicine first, then what is invented, each by name."""
    return sorted(links.library.collections.items(), key=lambda item: (item[1].invented, item[0]))


def whole_map(links: Links) -> str:
    """Return the map of every collection, and every tree with where it leads in words."""
    names = [name for name, _ in in_order(links)]
    return block(map_of(links, names), *(joined(head(links, name), tree_list(links, name, leads_to)) for name in names))


def head(links: Links, name: str) -> Markup:
    """Return the heading of a collection, what it is, and whether it is invented."""
    collection = links.library.collections[name]
    return joined(
        el("h2", el("a", collection.title, href=links.collection(name)), id=f"collection-{name}"),
        trust.invented(collection),
        el("p", collection.about),
    )


def collection_list(links: Links) -> str:
    """Return every collection with the way in and its trees."""
    return block(
        *(
            el(
                "section",
                head(links, name),
                trust.since_of_all(links, name),
                start_of(links, name),
                entry(links, name),
                tree_list(links, name),
            )
            for name, _ in in_order(links)
        )
    )


def start_of(links: Links, collection: str) -> Markup:
    """Return a link to the first tree of a collection, for a reader who does not know which tree fits."""
    first = links.library.in_order(collection)[0]
    link = el("a", first.title, href=links.tree(f"{collection}/{first.id}"))
    return el("p", el("strong", "Start here: "), link, class_="dt-start")


def by_collection(links: Links, *, kind: str) -> str:
    """Return every collection with a link to its page of that kind, such as its cases."""
    rows = (
        el("li", el("a", collection.title, href=links.of_collection(kind, name)), trust.invented(collection))
        for name, collection in in_order(links)
    )
    return block(el("ul", *rows))


def drug_list(links: Links) -> str:
    """Return every drug, those that are invented by themselves."""
    known = links.library.drugs.values()
    invented = [drug for drug in known if is_invented(links, drug)]
    medicine = [drug for drug in known if drug not in invented]
    apart = joined(el("h2", "Invented", id="invented-drugs"), el("p", INVENTED, class_="dt-invented"))
    return block(named(links, medicine), apart if invented else None, named(links, invented))


def is_invented(links: Links, drug: Drug) -> bool:
    """Return whether a drug stands in the folder of a collection that is no medicine."""
    return any(f"/{name}/" in drug.place.file for name, each in links.library.collections.items() if each.invented)


def named(links: Links, drugs: Sequence[Drug]) -> Markup | None:
    """Return drugs as a list of links."""
    return el("ul", *(el("li", el("a", drug.name, href=links.drug(drug))) for drug in drugs)) if drugs else None


def trial_list(links: Links) -> str:
    """Return every trial under its collection, and the hazard ratios of each collection as one table."""
    parts: list[Markup | None] = []
    for name, collection in in_order(links):
        trials = links.library.trials.get(name, {}).values()
        if trials:
            parts.append(el("h2", collection.title, id=f"trials-{name}"))
            parts.append(el("ul", *(el("li", cite.trial(links, name, trial)) for trial in trials)))
            parts.append(evidence.collected_ratios(links, name, trials))
    return block(*parts)


def source_list(links: Links) -> str:
    """Return every source; of one that no tree follows, what it is there for."""
    newer = {source.id for collection in links.library.collections.values() for source in collection.newer}
    followed = {source.id for collection in links.library.collections.values() for source in collection.sources}
    rows = (
        el("li", cite.source(links, source), NEWER if source.id in newer - followed else None)
        for source in links.library.sources.values()
    )
    return block(el("ul", *rows))
