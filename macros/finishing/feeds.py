"""A feed of clinical changes for each collection, in Atom (RFC 4287), for readers who want to be told of each."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from trees.core.basis import NOT_ADVICE
from trees.core.change_notes import in_time
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.records import Change
from trees.core.review import review_state_of_all
from trees.core.wording import citation

NAME = "feed.xml"
"""What a feed is called: it stands beside the page that lists the same changes."""
NAMESPACE = "http://www.w3.org/2005/Atom"
NOBODY = "Nobody is treated differently."


def write(folder: Path, library: Library, address: str, name: str) -> None:
    """Write the feed of every collection that has changes; `address` and `name` are those of the site."""
    ElementTree.register_namespace("", NAMESPACE)
    for collection in library.collections:
        if library.changes.get(collection):
            page = f"{address}changes/{collection}/"
            written = ElementTree.tostring(feed(library, collection, page, name), encoding="unicode")
            path = folder / "changes" / collection / NAME
            path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n', encoding="utf-8")


def feed(library: Library, collection: str, page: str, name: str) -> ElementTree.Element:
    """Return the feed of a collection; its address is that of the page that lists the same changes, and its id too."""
    known = in_time(library, collection)
    sources = "; ".join(f"{each.short}, {each.date}" for each in library.collections[collection].sources)
    trees = [each for each, _ in library.full_names() if each.startswith(f"{collection}/")]
    root = element("feed")
    root.append(element("id", page))
    root.append(element("title", f"{library.collections[collection].title}: what changed"))
    root.append(element("subtitle", f"{NOT_ADVICE} Sources: {sources}. {review_state_of_all(library, trees)}"))
    root.append(element("updated", moment(known[0])))
    author = element("author")
    author.append(element("name", name))
    root.append(author)
    root.append(element("link", rel="alternate", type="text/html", href=page))
    root.append(element("link", rel="self", type="application/atom+xml", href=f"{page}{NAME}"))
    root.extend(entry(page, each) for each in known)
    return root


def entry(page: str, given: Change) -> ElementTree.Element:
    """Return one change as an entry; its address is its anchor on the page, which never changes, and its id too."""
    root = element("entry")
    root.append(element("id", f"{page}#{given.id}"))
    root.append(element("title", given.title))
    root.append(element("updated", moment(given)))
    root.append(element("link", rel="alternate", type="text/html", href=f"{page}#{given.id}"))
    root.append(element("content", " ".join(says(given)), type="text"))
    return root


def says(given: Change) -> Iterator[str]:
    """Yield who is treated differently, why, and on which words."""
    yield f"Treated differently: {given.differently}" if given.differently else NOBODY
    yield f"Why: {given.why}"
    quotes = [f"“{quote.text}” ({citation(quote)})" for quote in quotes_of(given.because)]
    if quotes:
        yield f"Words of the source: {'; '.join(quotes)}."


def moment(given: Change) -> str:
    """Return the beginning of the day of a change, as Atom writes a time."""
    return f"{given.date}T00:00:00Z"


def element(name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    """Return an element of Atom."""
    made = ElementTree.Element(f"{{{NAMESPACE}}}{name}", attributes)
    made.text = text
    return made
