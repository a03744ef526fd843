"""How a quote, a source and a trial are shown, each with a link to where it stands."""

from collections.abc import Sequence

from markupsafe import Markup

from macros.links import Links
from macros.markup import el, joined
from trees.core import wording
from trees.core.evidence import Quote, Source
from trees.core.figures import Trial


def citation(links: Links, quote: Quote) -> Markup:
    """Return a link to the statement a quote stands in: 'PDQ 2014, P04'."""
    return el("a", wording.citation(quote), href=links.source(quote.source.id, quote.at), class_="dt-cite")


def quoted(links: Links, quote: Quote) -> Markup:
    """Return a quote in its marks, with its citation."""
    return joined(el("q", quote.text), " ", el("small", "(", citation(links, quote), ")"))


def all_quoted(links: Links, quotes: Sequence[Quote]) -> Markup:
    """Return several quotes one after another."""
    return Markup("; ").join(quoted(links, quote) for quote in quotes)


def strengths(links: Links, quotes: tuple[Quote, ...]) -> Markup:
    """Return the source's own words of strength, each with the quote it stands in."""
    strong = wording.strengths(quotes)
    if not strong:
        return Markup("No word of strength in the source")
    return Markup("; ").join(
        joined(el("strong", f"“{quote.strength}”"), f" in “{quote.text}” (", citation(links, quote), ")")
        for quote in strong
    )


def trial(links: Links, collection: str, given: Trial) -> Markup:
    """Return a trial with its size and its level as printed."""
    name = el("a", given.name, href=links.trial(collection, given))
    return joined(name, f": {given.design}, {given.patients} patients; {level(given)}")


def level(given: Trial) -> str:
    """Return the level of a trial, as printed, or that none is given."""
    return f"level {wording.level(given.level)}" if given.level else wording.level(None)


def source(links: Links, given: Source) -> Markup:
    """Return a source with its publisher, date and readers."""
    name = el("a", given.short, href=links.source(given.id))
    date = el("time", given.date, datetime=given.date)
    return joined(name, f" ({given.publisher}, ", date, f"; written for: {given.readers.lower()})")
