"""The page of a tree: what it is for, the diagram, and the key."""

from macros import trust
from macros.figure import figure
from macros.key import Key
from macros.links import Links
from macros.markup import el, heading, one_line
from macros.uses import Uses


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
