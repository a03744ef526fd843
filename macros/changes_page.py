"""What has changed in the trees of a collection: when, for whom, why, and on which words; the last change first."""

from markupsafe import Markup

from macros import cite, trust
from macros.basis_pages import page
from macros.finishing.feeds import NAME as FEED
from macros.links import Links
from macros.markup import el, facts, joined
from macros.uses import Uses
from trees.core.change_notes import in_time
from trees.core.evidence import quotes_of
from trees.core.numbering import called
from trees.core.records import Change

NOBODY = "Nobody"
ABOUT = "What these trees have come to say otherwise, for a reader who has used them before."


def changes_page(links: Links, uses: Uses, name: str) -> str:
    """Return every change note of a collection; the id of a change is its anchor."""
    collection = links.library.collections[name]
    known, title = in_time(links.library, name), f"What changed: {collection.title}"
    home = el("p", el("a", collection.title, href=links.collection(name)), ". ", ABOUT)
    if not known:
        return page(title, trust.invented(collection), home, el("p", "No change is recorded."))
    feed = el("p", "To be told of each change: ", el("a", "Atom feed", href=FEED), ".")
    return page(title, trust.invented(collection), home, feed, *(change(links, name, each) for each in known))


def change(links: Links, collection: str, given: Change) -> Markup:
    """Return one change."""
    rows: list[tuple[str, Markup | str]] = [
        ("Date", el("time", given.date, datetime=given.date)),
        ("Treated differently", given.differently or NOBODY),
        ("Why", given.why),
    ]
    if given.trees:
        titles = ((name, links.library.trees[f"{collection}/{name}"].title) for name in given.trees)
        changed = (el("a", title, href=links.tree(f"{collection}/{name}")) for name, title in titles)
        rows.append(("Trees", Markup(", ").join(changed)))
    if given.nodes:
        rows.append(
            ("Questions and outcomes", Markup(", ").join(step(links, collection, each) for each in given.nodes))
        )
    if quotes := quotes_of(given.because):
        rows.append(("Words of the source", cite.words(links, quotes)))
    return el("section", joined(el("h2", given.title, id=given.id), facts(rows)), class_="dt-matter")


def step(links: Links, collection: str, name: str) -> Markup:
    """Return a link to a question or an outcome, given as "tree#node"."""
    tree_name, _, node = name.partition("#")
    tree = links.library.trees[f"{collection}/{tree_name}"]
    return el(
        "a", f"{called(tree, tree.node(node))} of {tree.title}", href=links.tree(f"{collection}/{tree_name}", node)
    )
