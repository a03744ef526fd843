"""What a reader needs to judge the basis: use, readers, sources with dates, hash, review state."""

from markupsafe import Markup

from macros import cite
from macros.links import Links
from macros.markup import el, joined
from trees.core.nodes import Collection, Tree
from trees.core.report import NOT_REVIEWED, hash_of


def invented(collection: Collection) -> Markup | None:
    """Return the banner of a collection that is not medicine."""
    if not collection.invented:
        return None
    return el("p", "Invented for tests and for teaching. Nothing here is medicine.", class_="dt-invented")


def superseded(links: Links, collection: Collection) -> Markup | None:
    """Return the banner of a collection that a newer one replaces."""
    newer = collection.superseded_by
    if newer is None:
        return None
    link = el("a", links.library.collections[newer].title, href=links.collection(newer))
    return el("p", "Superseded. The newer collection: ", link, class_="dt-superseded")


def line(links: Links, tree: str) -> str:
    """Return the basis of a tree in one line, for whatever leaves its page: sources with dates, hash, review state."""
    collection = links.library.collections[tree.partition("/")[0]]
    sources = "; ".join(f"{each.short}, {each.date}" for each in collection.sources)
    return f"{sources}. {tree}@{hash_of(links.library, tree)}. {NOT_REVIEWED}"


def basis(links: Links, collection: Collection, tree_name: str, tree: Tree) -> Markup:
    """Return the block that stands at the head of a tree."""
    sources = Markup(" ").join(
        joined(cite.source(links, each), ". ", el("small", each.note)) for each in collection.sources
    )
    state = joined(el("strong", NOT_REVIEWED), " Tree ", el("code", f"{tree_name}@{hash_of(links.library, tree_name)}"))
    rows = [
        ("Part of", el("a", collection.title, href=links.collection(collection.id))),
        ("State", state),
        ("What it is for", tree.purpose),
        ("Which patients", tree.applies_to),
        ("For whom", tree.readers),
        ("Sources", sources),
        ("Use", collection.intended_use),
    ]
    cells = joined(*(el("div", el("dt", term), el("dd", what)) for term, what in rows))
    return joined(invented(collection), superseded(links, collection), el("dl", cells, class_="dt-basis"))
