"""How a quote, a source and a trial are shown, each with a link to where it stands."""

from collections.abc import Collection, Iterable, Sequence

from markupsafe import Markup

from macros import suspect
from macros.links import Links
from macros.markup import el, joined
from trees.core import wording
from trees.core.evidence import Quote, Source
from trees.core.figures import Trial
from trees.core.told import NO_STRENGTH, level


def citation(links: Links, quote: Quote) -> Markup:
    """Return a link to the statement a quote stands in, 'PDQ 2014, P04', and whether that is suspect."""
    link = el("a", wording.citation(quote), href=links.source(quote.source.id, quote.at), class_="dt-cite")
    return joined(link, suspect.mark(links, quote))


def quoted(links: Links, quote: Quote) -> Markup:
    """Return a quote in its marks, with its citation."""
    return joined(el("q", quote.text), " ", el("small", "(", citation(links, quote), ")"))


def all_quoted(links: Links, quotes: Sequence[Quote]) -> Markup:
    """Return several quotes one after another."""
    return Markup("; ").join(quoted(links, quote) for quote in quotes)


def by_source(quotes: Iterable[Quote]) -> list[tuple[Source, tuple[Quote, ...]]]:
    """Return quotes with those of one source together, so that each source's own words stand apart."""
    found: dict[str, list[Quote]] = {}
    for quote in quotes:
        found.setdefault(quote.source.id, []).append(quote)
    return [(each[0].source, tuple(each)) for each in found.values()]


def whose(given: Source) -> Markup:
    """Return whose words follow: 'PDQ 2014:'."""
    return el("span", f"{given.short}:", class_="dt-whose")


def words(links: Links, quotes: Sequence[Quote]) -> Markup:
    """Return quotes as a list; those of several sources as a list for each, under its name."""

    def rows(of: Iterable[Quote]) -> Markup:
        return el("ul", *(el("li", quoted(links, quote)) for quote in of))

    grouped = by_source(quotes)
    if len(grouped) < 2:
        return rows(quotes)
    return joined(*(joined(el("p", whose(source)), rows(of)) for source, of in grouped))


def strengths(links: Links, quotes: Sequence[Quote], first: Collection[Quote] = ()) -> Markup:
    """Return the words of strength of each source, each with the quote it stands in.

    Those `first`, such as the words that stand in the box of a treatment, are read before the others of their source.
    """
    ordered = sorted(quotes, key=lambda quote: quote not in first)
    grouped = by_source(ordered)
    if len(grouped) < 2:
        return strengths_of_one(links, ordered) or Markup(NO_STRENGTH)
    parts: list[Markup | None] = []
    for source, of in grouped:
        rows = strengths_of_one(links, of)
        parts += [el("p", whose(source), None if rows else f" {NO_STRENGTH}"), rows]
    return joined(*parts)


def strengths_of_one(links: Links, quotes: Sequence[Quote]) -> Markup | None:
    """Return a source's own words of strength as a list, each with the quote it stands in; None where it has none."""
    strong = wording.strengths(tuple(quotes))
    if not strong:
        return None
    rows = (
        el(
            "li",
            el("strong", f"“{quote.strength}”"),
            el("span", f" in “{quote.text}”", class_="dt-in"),
            " (",
            citation(links, quote),
            ")",
        )
        for quote in strong
    )
    return el("ul", *rows)


def trial(links: Links, collection: str, given: Trial) -> Markup:
    """Return a trial with its size and its level as printed."""
    name = el("a", given.name, href=links.trial(collection, given))
    return joined(name, f": {given.design}, {given.patients} patients; {level(given)}")


def source(links: Links, given: Source) -> Markup:
    """Return a source with its publisher, date and readers."""
    name = el("a", given.short, href=links.source(given.id))
    date = el("time", given.date, datetime=given.date)
    return joined(name, f" ({given.publisher}, ", date, f"; written for: {given.readers.lower()})")
