"""The page of a tree: what it is for, the diagram, and the key."""

from markupsafe import Markup

from macros import trust
from macros.diagram import draw
from macros.key import Key
from macros.links import Links
from macros.markup import el, heading, joined, one_line
from macros.uses import Uses
from trees.core.branches import OtherTree
from trees.core.nodes import Tree
from trees.core.numbering import badges

LEGEND = (
    ("question", "Question"),
    ("choice", "Choice"),
    ("treatment", "Treatment"),
    ("action", "Action"),
    ("against", "Advice against"),
    ("open", "Left open"),
    ("jump", "Another tree"),
)


def tree_page(links: Links, uses: Uses, name: str) -> str:
    """Return the page of a tree as Markdown that holds one block of HTML."""
    library = links.library
    tree = library.trees[name]
    collection = library.collections[name.partition("/")[0]]
    body = el(
        "div",
        trust.basis(links, collection, name, tree),
        figure(links, name, tree),
        el("h2", "Steps", id="steps-of-the-tree"),
        Key(links, uses, name, tree).steps(),
        class_="dt",
        data_tree=name,
    )
    return f"{heading(tree.title)}\n\n{one_line(body)}\n"


def figure(links: Links, name: str, tree: Tree) -> Markup:
    """Return the diagram in a region that scrolls by itself, with a way past it."""
    library = links.library

    def full(other: str) -> str:
        return library.jump(name, OtherTree(other)) or other

    drawing = draw(
        tree,
        badge=badges(tree),
        tree_title=lambda other: library.trees[full(other)].title,
        tree_href=lambda other: links.tree(full(other)),
        prefix=f"diagram-{name.replace('/', '-')}",
    )
    skip = el("p", el("a", "Skip the diagram, read the steps", href="#steps-of-the-tree"), class_="dt-skip")
    region = el(
        "div",
        Markup(drawing),
        class_="dt-scroll",
        role="region",
        tabindex="0",
        aria_label=f"Diagram, scrolls sideways: {tree.title}",
        data_search_exclude=True,
    )
    return el("figure", skip, region, legend(tree), class_="dt-fig")


def legend(tree: Tree) -> Markup:
    """Return what the shapes of the diagram mean."""
    rows = (el("li", el("span", class_=f"dt-shape k-{kind}", aria_hidden="true"), " ", says) for kind, says in LEGEND)
    return joined(el("ul", *rows, class_="dt-legend"))
