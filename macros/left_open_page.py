"""What the sources of a collection leave open: outcomes, words without a criterion, doses and durations, and orders."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from macros import cite, since, trust
from macros.basis_pages import page
from macros.links import Links
from macros.markup import el, facts, joined
from macros.uses import Use, Uses
from trees.core import wording
from trees.core.evidence import NoCriterion, NotStated, quotes_of
from trees.core.nodes import ASKED, Choice, LeftOpen, Node, Treatment, Tree
from trees.core.numbering import badges
from trees.core.report import sources_quoted


@dataclass(frozen=True)
class Gap:
    """A way in which a source leaves something open: what a count and a list of it are called, and where it is so."""

    counted: str
    listed: str
    here: Callable[[Node], bool]
    shown: Callable[[Links, Use], Markup]


def shown_outcome(links: Links, use: Use) -> Markup:
    """Return what an outcome leaves open, what is stated all the same, and what would decide."""
    node = use.node
    assert isinstance(node, LeftOpen)
    once = {(quote.source.id, quote.at): quote for quote in quotes_of(node.because)}
    numbers = Markup(", ").join(cite.citation(links, quote) for quote in once.values())
    rows = [("Stated", joined(node.says, " ", el("small", "(", numbers, ")"))), ("Would decide", node.would_decide)]
    return el("li", short_link(links, use), since.in_a_line(node), facts(rows))


def shown_words(links: Links, use: Use) -> Markup:
    """Return the words of a question for which no criterion is given, with what is given instead."""
    node = use.node
    assert isinstance(node, ASKED)
    assert isinstance(node.means, NoCriterion)
    words = " or ".join(f"“{word}”" for word in node.means.words)
    more = f". {node.means.explains}" if node.means.explains else ""
    return el("li", el("strong", words), ", in ", short_link(links, use), more)


def shown_link(links: Links, use: Use) -> Markup:
    """Return a link to a node and no more: what it leaves open stands above the list."""
    return el("li", short_link(links, use), since.in_a_line(use.node))


def short_link(links: Links, use: Use) -> Markup:
    """Return a link to a node without the title of its tree, which stands above: 'A: Imatinib (dose not stated)'."""
    badge = badges(links.library.trees[use.tree])[use.node.id]
    return el("a", f"{badge}: {wording.title(use.node)}", href=links.tree(use.tree, use.node.id))


GAPS = (
    Gap("Outcomes that are left open", "Left open", lambda node: isinstance(node, LeftOpen), shown_outcome),
    Gap(
        "Questions with words for which no criterion is given",
        "Words without a criterion",
        lambda node: isinstance(node, ASKED) and isinstance(node.means, NoCriterion),
        shown_words,
    ),
    Gap(
        "Treatments without a stated dose",
        "Dose not stated",
        lambda node: isinstance(node, Treatment) and isinstance(node.dose, NotStated),
        shown_link,
    ),
    Gap(
        "Treatments without a stated duration",
        "Duration not stated",
        lambda node: isinstance(node, Treatment) and isinstance(node.duration, NotStated),
        shown_link,
    ),
    Gap(
        "Choices without a stated order",
        "Order not stated",
        lambda node: isinstance(node, Choice) and isinstance(node.order, NotStated),
        shown_link,
    ),
)


def left_open_page(links: Links, uses: Uses, name: str) -> str:
    """Return everything that is left open, tree by tree in reading order, with counts at the top."""
    library = links.library
    collection = library.collections[name]
    trees = [(f"{name}/{tree.id}", tree) for tree in library.in_order(name)]
    counts = [(gap.counted, str(sum(gap.here(node) for _, tree in trees for node in tree.nodes))) for gap in GAPS]
    sections = [(full, tree, list(gaps_of(links, full, tree))) for full, tree in trees]
    index = (
        el("li", el("a", tree.title, href=f"#{anchor(tree)}"), f": {sum(map(any_gap, tree.nodes))}")
        for _, tree, parts in sections
        if parts
    )
    return page(
        "What the sources leave open",
        trust.invented(collection),
        el("p", el("a", collection.title, href=links.collection(name)), ". Everything here is made from the trees."),
        facts(counts, "dt-facts dt-counts"),
        el("p", "Steps with something left open, by tree:"),
        el("ul", *index, class_="dt-topics"),
        *(section(links, full, tree, parts) for full, tree, parts in sections if parts),
    )


def any_gap(node: Node) -> bool:
    """Return whether a node leaves anything open."""
    return any(gap.here(node) for gap in GAPS)


def anchor(tree: Tree) -> str:
    """Return the anchor of a tree's part of the page."""
    return f"open-in-{tree.id}"


def gaps_of(links: Links, name: str, tree: Tree) -> Iterator[Markup]:
    """Yield each way in which a tree has something left open, with the places."""
    for gap in GAPS:
        rows = [gap.shown(links, Use(name, node)) for node in tree.nodes if gap.here(node)]
        if rows:
            yield joined(el("h3", gap.listed), el("ul", *rows, class_="dt-open-list"))


def section(links: Links, name: str, tree: Tree, parts: list[Markup]) -> Markup:
    """Return what one tree has left open, with the sources that it follows."""
    sources = ", ".join(source.short for source in sources_quoted(links.library, name))
    title = el("h2", el("a", tree.title, href=links.tree(name)), id=anchor(tree))
    return el("section", title, el("p", f"Follows {sources}.", class_="dt-kind"), *parts)
