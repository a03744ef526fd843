"""What has changed since, where a reader meets it: before the advice, in a list, and as a tag with a year."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from macros import cite
from macros.links import Links
from macros.markup import el, joined
from trees.core import wording
from trees.core.evidence import Source
from trees.core.nodes import Collection, Node
from trees.core.since import NotFound, Since, quotes_of_note
from trees.core.told import NO_NOTE


def block(links: Links, collection: str, notes: Sequence[Since]) -> Markup | None:
    """Return every note of an outcome: what the newer source does, our words, its words, its date and its address."""
    if not notes:
        return None
    return joined(*(of_source(links, collection, source, of) for source, of in by_source(notes)))


def of_source(links: Links, collection: str, source: Source, notes: Sequence[Since]) -> Markup:
    """Return the notes of one newer source under its name, date and address."""
    rows = (el("li", matter(links, collection, note), basis(links, note)) for note in notes)
    head = el("p", tag(source), " ", el("strong", "Since then, "), named(links, source), class_="dt-since-head")
    return el("div", head, el("ul", *rows), class_="dt-since")


def in_short(links: Links, collection: str, notes: Sequence[Since]) -> Markup | None:
    """Return every note in our words alone, for a list in which a dose would else stand without them."""
    if not notes:
        return None
    parts = []
    for source, of in by_source(notes):
        rows = (el("li", matter(links, collection, note)) for note in of)
        head = el("p", tag(source), " Since then, ", cite.source(links, source), ":", class_="dt-since-head")
        parts.append(el("div", head, el("ul", *rows), class_="dt-since"))
    return joined(*parts)


def none_found(links: Links, collection: Collection) -> Markup | None:
    """Return that newer sources were read for an outcome without a note, and that none was found to differ there."""
    if not collection.newer:
        return None
    return el("p", "Held against ", all_dated(links, collection.newer), f": no note. {NO_NOTE}", class_="dt-since-none")


def in_a_line(node: Node) -> Markup | None:
    """Return that newer sources say something since, for a list that links to an outcome by its words alone."""
    return line(wording.since_in_short(node))


def line(text: str) -> Markup | None:
    """Return what newer sources do in small letters behind a link, where they do something."""
    return el("small", f" {text}", class_="dt-since-line") if text else None


def by_source(notes: Iterable[Since]) -> list[tuple[Source, list[Since]]]:
    """Return notes with those of one source together, in their order."""
    found: dict[str, list[Since]] = {}
    for note in notes:
        found.setdefault(note.source.id, []).append(note)
    return [(of[0].source, of) for of in found.values()]


def tag(source: Source) -> Markup:
    """Return the tag with the year of a source that stands on the box in the diagram."""
    return el("span", wording.year(source), class_="dt-since-tag", aria_hidden="true")


def dated(links: Links, source: Source) -> Markup:
    """Return a source with its date."""
    return joined(
        el("a", source.short, href=links.source(source.id)), ", ", el("time", source.date, datetime=source.date)
    )


def all_dated(links: Links, sources: Iterable[Source]) -> Markup:
    """Return sources with their dates, one after another."""
    return Markup("; ").join(dated(links, each) for each in sources)


def named(links: Links, source: Source) -> Markup:
    """Return a newer source with its date, and the address it was published at as it is printed."""
    address = el("a", source.address, href=source.address, rel="noopener external", class_="dt-address")
    return joined(dated(links, source), ", ", address)


def matter(links: Links, collection: str, note: Since) -> Markup:
    """Return what a newer source does with a matter, and what it says in our words."""
    topic = el("a", note.topic, href=links.of_collection("since", collection, note.id))
    return joined(el("strong", f"{note.source.short} {note.change.value}"), ". ", topic, ": ", note.says)


def basis(links: Links, note: Since) -> Markup:
    """Return the words of a note with their citations, or those that were searched for."""
    if isinstance(note.because, NotFound):
        return el("p", el("small", wording.not_found(note.because)))
    return el("p", el("small", cite.all_quoted(links, quotes_of_note(note))))
