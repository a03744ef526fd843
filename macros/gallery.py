"""Every tree that other sites can show in a frame, with its picture."""

from markupsafe import Markup

from macros import trust
from macros.embed.oembed import NAME
from macros.embed.page import address
from macros.head import CARD_SIZE, card
from macros.links import Links
from macros.list_pages import in_order
from macros.markup import el, joined, one_line
from macros.use_this import USE_THIS
from trees.core.nodes import Tree

WIDE = 300
"""How wide a picture is shown, in px."""


def gallery(links: Links) -> str:
    """Return the trees of every collection, in reading order, each with its picture and the way to its frame."""
    parts = (
        joined(
            el("h2", collection.title, id=f"embeds-of-{name}"),
            trust.invented(collection),
            trust.superseded(links, collection),
            el("ul", *(shown(links, name, tree) for tree in links.library.in_order(name)), class_="dt-gallery"),
        )
        for name, collection in in_order(links)
    )
    # Who searches for a tree is looking for its own page.
    return one_line(el("div", *parts, class_="dt", data_search_exclude=True))


def shown(links: Links, collection: str, tree: Tree) -> Markup:
    """Return one tree: its picture and title lead to its frame, and below it stands where its code is."""
    name = f"{collection}/{tree.id}"
    frame = links.to(address(name))
    wide, high = CARD_SIZE
    source = links.to(card(name)).removesuffix("/")
    size = {"width": str(WIDE), "height": str(round(WIDE * high / wide))}
    picture = el("img", src=source, alt="", loading="lazy", **size)
    return el(
        "li",
        el("a", picture, el("span", tree.title), href=frame, class_="dt-framed"),
        el("p", el("a", "Code to copy", href=links.tree(name, USE_THIS), aria_label=f"Code to copy: {tree.title}")),
        el("p", el("a", "oEmbed", href=f"{frame}{NAME}", aria_label=f"oEmbed: {tree.title}")),
    )
