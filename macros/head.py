"""What stands in the head of a page: its other forms, how it looks where a link to it is shared, and what it is."""

from collections.abc import Iterable

from markupsafe import Markup

from macros import linked_data
from macros.finishing.feeds import NAME as FEED
from macros.linked_data import Published
from macros.links import Links
from macros.markup import el
from macros.twin import NAME as TWIN
from trees.core.basis import NOT_ADVICE
from trees.core.library import Library
from trees.core.report import sources_quoted
from trees.core.review import review_state

CARDS = "cards"
"""The folder of the pictures of trees."""
CARD_SIZE = (1200, 630)

ALTERNATE = "alternate "
"""With a space, which means nothing: beside an address of plain `alternate` the theme's script looks for a sitemap."""


def card(name: str) -> str:
    """Return the address of the picture of a tree below the address of the site."""
    return f"{CARDS}/{name}.png"


def description(library: Library, name: str) -> str:
    """Return what a search or a shared link shows of a tree: its purpose, then its basis."""
    dates = "; ".join(f"{each.short}, {each.date}" for each in sources_quoted(library, name))
    return f"{library.trees[name].purpose} {NOT_ADVICE} Sources: {dates}. {review_state(library, name)}"


def feeds(links: Links, collections: Iterable[str]) -> list[Markup]:
    """Return a link to the feed of each collection that has one."""
    library = links.library
    return [
        el(
            "link",
            rel=ALTERNATE,
            type="application/atom+xml",
            title=f"{library.collections[name].title}: what changed",
            href=f"{links.of_collection('changes', name).removesuffix('.')}{FEED}",
        )
        for name in collections
        if library.changes.get(name)
    ]


def of_tree(links: Links, at: Published, name: str) -> Markup:
    """Return the head of the page of a tree."""
    library = links.library
    tree = library.trees[name]
    drawn = f"Decision tree: {tree.title}"
    return Markup("\n").join(
        [
            el("link", rel=ALTERNATE, type="text/markdown", title=tree.title, href=TWIN),
            *feeds(links, [name.partition("/")[0]]),
            *shared(at, tree.title, description(library, name), drawn),
            linked_data.script(linked_data.of_tree(library, name, at)),
        ]
    )


def of_collection(links: Links, at: Published, name: str) -> Markup:
    """Return the head of the page of a collection."""
    collection = links.library.collections[name]
    return Markup("\n").join(
        [
            *feeds(links, [name]),
            *shared(at, collection.title, f"{collection.about} {collection.intended_use}"),
            linked_data.script(linked_data.of_collection(links.library, name, at)),
        ]
    )


def shared(at: Published, title: str, says: str, picture: str = "") -> list[Markup]:
    """Return how a page looks where a link to it is shared; `picture` says what its picture shows."""
    rows = {
        "og:site_name": at.name,
        "og:type": "article" if picture else "website",
        "og:title": title,
        "og:description": says,
        "og:url": at.address,
    }
    if at.image is not None:
        width, height = CARD_SIZE
        rows |= {
            "og:image": at.image,
            "og:image:type": "image/png",
            "og:image:width": str(width),
            "og:image:height": str(height),
            "og:image:alt": picture,
        }
    twitter = {"twitter:card": "summary_large_image" if at.image is not None else "summary"}
    return [
        *(el("meta", property=name, content=content) for name, content in rows.items()),
        *(el("meta", name_=name, content=content) for name, content in twitter.items()),
    ]
