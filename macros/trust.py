"""What a reader needs to judge the basis: use, readers, sources with dates, hash, review state."""

from collections.abc import Iterable

from markupsafe import Markup

from macros import cite, since, suspect
from macros.links import Links
from macros.markup import el, facts, joined
from trees.core.basis import INVENTED, TEXT_FOR, counted
from trees.core.digest import SHORT
from trees.core.evidence import quotes_of
from trees.core.nodes import Collection, Node, Outcome, Tree
from trees.core.report import hash_of, sources_quoted
from trees.core.review import by_whom, review_state, review_state_of_all, reviewed

ABOUT = "about-this-tree"
ON_EVERY_PAGE = {"Sources", "Since then", "State"}
AUDIENCE = "Clinicians who know the disease, educators and maintainers"
"""Whom the site is for, whoever its sources were written for."""
USE = "For clinicians who know the disease, for educators and for maintainers, to see what dated texts say."
FOR = f"{USE} Not medical advice. Sources:"
"""Intended readers and use of the site, as every page says them."""


def invented(collection: Collection) -> Markup | None:
    """Return the banner of a collection that is not medicine."""
    if not collection.invented:
        return None
    return el("p", INVENTED, class_="dt-invented")


def superseded(links: Links, collection: Collection) -> Markup | None:
    """Return the banner of a collection that a newer one replaces."""
    newer = collection.superseded_by
    if newer is None:
        return None
    link = el("a", links.library.collections[newer].title, href=links.collection(newer))
    return el("p", "Superseded. The newer collection: ", link, class_="dt-superseded")


def of_page(links: Links, collections: Iterable[str], *, linked: bool = True) -> Markup:
    """Return in one line what every page says: for whom and for what, the dates of the sources, the review state.

    Without links it reads the same from any address.
    """
    library = links.library
    names = list(collections)
    followed = {source.id: source for name in names for source in library.collections[name].sources}
    trees = [name for name, _ in library.full_names() if name.partition("/")[0] in names]
    sources = Markup("; ").join(
        joined(
            el("a", each.short, href=links.source(each.id)) if linked else each.short,
            ", ",
            el("time", each.date, datetime=each.date),
        )
        for each in followed.values()
    )
    return el("p", f"{FOR} ", sources, ". ", review_state_of_all(library, trees), class_="dt-of-page")


def line(links: Links, tree: str) -> str:
    """Return the basis of a tree in one line, for whatever leaves its page: sources with dates, hash, review state."""
    sources = "; ".join(f"{each.short}, {each.date}" for each in sources_quoted(links.library, tree))
    return (
        f"{sources}{'. ' if sources else ''}{tree}@{hash_of(links.library, tree)}. {review_state(links.library, tree)}"
    )


def line_of(links: Links, tree: str, node: Outcome) -> Markup:
    """Return the texts that an outcome rests on, with their dates, and the review state of its tree."""
    texts = {quote.source.id: quote.source for quote in quotes_of(node.because)}
    return joined(since.all_dated(links, texts.values()), ". ", review_state(links.library, tree))


def since_then(links: Links, collection: Collection, nodes: Iterable[Node]) -> Markup | None:
    """Return which newer sources were read and are not followed, and at how many outcomes they say something."""
    if not collection.newer:
        return None
    more = el("a", "What changed since", href=links.of_collection("since", collection.id))
    return joined(since.all_dated(links, collection.newer), f": {counted(nodes)} ", more)


def since_of_all(links: Links, collection: str) -> Markup | None:
    """Return the same of every tree of a collection, as a line."""
    nodes = (node for tree in links.library.in_order(collection) for node in tree.nodes)
    told = since_then(links, links.library.collections[collection], nodes)
    return el("p", el("strong", "Since then: "), told, class_="dt-newer") if told else None


def version(links: Links, tree: str) -> Markup:
    """Return the full name of a tree with its hash, so that a narrow line may end in it."""
    folder, _, name = tree.partition("/")
    return el("code", f"{folder}/", el("wbr"), name, el("wbr"), f"@{hash_of(links.library, tree)}")


def basis(links: Links, collection: Collection, tree_name: str, tree: Tree, *, also: Markup | None = None) -> Markup:
    """Return what stands at the head of a tree: whether it is the one looked for, and how far to trust it.

    `also` is a further link to what stands at the end of its page.
    """
    sources = since.all_dated(links, sources_quoted(links.library, tree_name))
    sheet = el("a", "Review sheet", href=links.of_collection("review", collection.id, f"review-{tree.id}"))
    reviewed_ = el("strong", review_state(links.library, tree_name))
    state = joined(reviewed_, " ", sheet, ". Tree ", version(links, tree_name))
    rows: list[tuple[str, Markup | str]] = [
        ("Which patients", tree.applies_to),
        ("Sources", joined(sources, ". ", el("a", "About this tree", href=f"#{ABOUT}"), also)),
        ("State", state),
    ]
    if newer := since_then(links, collection, tree.nodes):
        rows.insert(2, ("Since then", newer))
    if doubts := suspect.of_tree(links, tree):
        rows.insert(0, ("Suspect", doubts))
    purpose = el("p", el("a", collection.title, href=links.collection(collection.id)), ". ", tree.purpose)
    return joined(
        invented(collection), superseded(links, collection), purpose, facts(rows, "dt-basis", unsearched=ON_EVERY_PAGE)
    )


def about(links: Links, collection: Collection, tree_name: str, tree: Tree) -> Markup:
    """Return what else a reader needs to judge the basis, for the end of the page."""
    sources = Markup(" ").join(
        joined(cite.source(links, each), ". ", el("small", each.note))
        for each in sources_quoted(links.library, tree_name)
    )
    rows = [
        ("For whom", AUDIENCE),
        (TEXT_FOR, tree.readers),
        ("Sources", sources),
        ("Use", collection.intended_use),
    ]
    if known := records(links, tree_name):
        rows.append(("Reviews", el("ul", *(el("li", each) for each in known))))
    return joined(el("h2", "About this tree", id=ABOUT, data_search_exclude=True), facts(rows, "dt-basis"))


def records(links: Links, tree: str) -> list[Markup]:
    """Return every review record of a tree, the last first: by whom, of which wording, against which sources."""
    known = reviewed(links.library, tree)
    return [
        joined(
            f"{'This wording' if each in known.now else 'An earlier wording'}, ",
            el("code", each.sha256[:SHORT]),
            f", reviewed {by_whom(each)}. Compared with {', '.join(source.short for source in each.compared)}.",
            f" {each.note}" if each.note else None,
        )
        for each in sorted((*known.now, *known.before), key=lambda record: record.date, reverse=True)
    ]
