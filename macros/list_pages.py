"""The pages that list: collections, the trees of one, drugs, trials, sources."""

from markupsafe import Markup

from macros import cite, trust
from macros.links import Links
from macros.markup import el, heading, joined, one_line
from trees.core.nodes import Collection


def block(*parts: Markup | None) -> str:
    """Return parts as one block of HTML that Markdown leaves alone."""
    return one_line(el("div", joined(*parts), class_="dt"))


def collection_page(links: Links, name: str) -> str:
    """Return the page of a collection: what it is, its sources, and its trees in reading order."""
    collection = links.library.collections[name]
    sources = el("ul", *(el("li", cite.source(links, source)) for source in collection.sources))
    body = block(
        trust.invented(collection),
        trust.superseded(links, collection),
        el("p", collection.about),
        el("p", collection.intended_use),
        el("h2", "Trees", id="trees-in-reading-order"),
        tree_list(links, name),
        el("h2", "Sources", id="sources-of-the-collection"),
        sources,
    )
    return f"{heading(collection.title)}\n\n{body}\n"


def tree_list(links: Links, collection: str) -> Markup:
    """Return the trees of a collection in reading order, each with what it is for."""
    rows = (
        el("li", el("a", tree.title, href=links.tree(f"{collection}/{tree.id}")), el("span", f" {tree.purpose}"))
        for tree in links.library.in_order(collection)
    )
    return el("ol", *rows, class_="dt-trees")


def in_order(links: Links) -> list[tuple[str, Collection]]:
    """Return the collections: medicine first, then what is invented, each by name."""
    return sorted(links.library.collections.items(), key=lambda item: (item[1].invented, item[0]))


def collection_list(links: Links) -> str:
    """Return every collection with its trees."""
    return block(
        *(
            el(
                "section",
                el("h2", el("a", collection.title, href=links.collection(name)), id=f"collection-{name}"),
                trust.invented(collection),
                el("p", collection.about),
                tree_list(links, name),
            )
            for name, collection in in_order(links)
        )
    )


def drug_list(links: Links) -> str:
    """Return every drug."""
    return block(
        el("ul", *(el("li", el("a", drug.name, href=links.drug(drug))) for drug in links.library.drugs.values()))
    )


def trial_list(links: Links) -> str:
    """Return every trial under its collection."""
    parts: list[Markup] = []
    for name, collection in in_order(links):
        trials = links.library.trials.get(name, {}).values()
        if trials:
            parts.append(el("h2", collection.title, id=f"trials-{name}"))
            parts.append(el("ul", *(el("li", cite.trial(links, name, trial)) for trial in trials)))
    return block(*parts)


def source_list(links: Links) -> str:
    """Return every source."""
    return block(el("ul", *(el("li", cite.source(links, source)) for source in links.library.sources.values())))
