"""What has changed since the sources of a collection: every note of a newer source, and where it is met."""

from markupsafe import Markup

from macros import since, trust
from macros.basis_pages import node_list, page
from macros.links import Links
from macros.markup import count, el, joined
from macros.uses import Uses
from trees.core.nodes import OUTCOMES, Collection
from trees.core.since import Since

TITLE = "What changed since"


def since_page(links: Links, uses: Uses, name: str) -> str:
    """Return every note in the order of its file; the id of a note is its anchor."""
    collection = links.library.collections[name]
    known = links.library.since.get(name, {})
    home = el("a", collection.title, href=links.collection(name))
    if not collection.newer:
        text = "No newer source was read. What has changed since is not told here."
        return page(TITLE, trust.invented(collection), el("p", home), el("p", text))
    topics = (
        el("li", el("a", each.topic, href=f"#{each.id}"), f": {each.source.short} {each.change.value}")
        for each in known.values()
    )
    return page(
        TITLE,
        trust.invented(collection),
        el("p", home, f". {count(len(known), 'note')}."),
        read(links, collection),
        el("p", told(links, name)),
        el("ol", *topics, class_="dt-topics"),
        *(note_section(links, uses, name, each) for each in known.values()),
    )


def read(links: Links, collection: Collection) -> Markup | None:
    """Return which newer sources every outcome was held against, and what a missing note means."""
    if not collection.newer:
        return None
    newer = Markup("; ").join(since.named(links, each) for each in collection.newer)
    return joined(
        el("p", el("strong", "Newer, and not followed: "), newer, "."),
        el(
            "p",
            "It was read for every outcome of these trees. "
            "An outcome without a note is one on which no difference was found there; "
            "it is not one of which nothing has changed.",
        ),
    )


def told(links: Links, collection: str) -> str:
    """Return at how many outcomes of a collection a note is met."""
    nodes = [node for tree in links.library.in_order(collection) for node in tree.nodes if isinstance(node, OUTCOMES)]
    noted = sum(bool(node.since) for node in nodes)
    where = "It stands before the advice, and a tag on the box of the outcome has its sign and its year."
    return f"{noted} of {count(len(nodes), 'outcome')} have a note. {where}"


def note_section(links: Links, uses: Uses, collection: str, note: Since) -> Markup:
    """Return one note: what it says, on which words, and the outcomes that it is met at."""
    return el(
        "section",
        el("h2", note.topic, id=note.id),
        el("p", since.tag(note.source), " ", el("strong", f"{note.source.short} {note.change.value}"), ": ", note.says),
        since.basis(links, note),
        el("p", "Met at:", class_="dt-shown-with"),
        node_list(links, uses.of_note.get((collection, note.id), ())),
        class_="dt-matter",
    )
