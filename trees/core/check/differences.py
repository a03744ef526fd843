"""Where sources differ: every side is one source's own, rests on its words, and is shown to somebody."""

from collections.abc import Iterator

from trees.core.amounts import amounts, shown
from trees.core.check.advice import orders
from trees.core.differences import Difference, Side
from trees.core.evidence import Quote, quotes_of
from trees.core.glossary import Term
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Tree
from trees.core.place import Problem


def quotes_of_side(side: Side) -> tuple[Quote, ...]:
    """Return the quotes of a side, none where its source says nothing of the matter."""
    if isinstance(side.because, Quote):
        return (side.because,)
    return tuple(side.because) if isinstance(side.because, tuple) else ()


def sides_are_sound(library: Library) -> Iterator[Problem]:
    """A difference has two sides at least, one of them with words, and each side quotes its own source."""
    for known in library.differences.values():
        for difference in known.values():
            if len(difference.sides) < 2 or not any(quotes_of_side(side) for side in difference.sides):
                text = f"'{difference.id}' wants two sides at least, one of them with a quote."
                yield Problem(difference.place.of("sides"), text)
            for side in difference.sides:
                yield from _side(difference, side)


def _side(difference: Difference, side: Side) -> Iterator[Problem]:
    quotes = quotes_of_side(side)
    if not quotes and any(other.source is side.source for other in difference.sides if other is not side):
        text = (
            f"a side of '{difference.id}' is that {side.source.short} says nothing, and another quotes it. "
            "Leave one of the two out."
        )
        yield Problem(side.place.of("because"), text)
    for quote in quotes:
        if quote.source is not side.source:
            text = f"a side of '{difference.id}' is that of {side.source.short}, and quotes {quote.source.short}."
            yield Problem(quote.place, text)
    printed = {amount for quote in quotes for amount in amounts(quote.text)}
    for amount in sorted(amounts(side.says) - printed):
        text = f"'{difference.id}' says {shown(amount)} of {side.source.short}, but none of its quotes does."
        yield Problem(side.place.of("says"), text)
    for order, hint in orders(side.says, quotes):
        text = f"'{difference.id}' says '{order}' of {side.source.short}, but none of its quotes does.{hint}"
        yield Problem(side.place.of("says"), text)


def every_difference_is_shown(library: Library) -> Iterator[Problem]:
    """A reader of some outcome of the collection is told of each difference; nobody looks for one on a list alone."""
    shown_ones = {
        (name.partition("/")[0], difference.id)
        for name, tree in library.trees.items()
        for node in tree.nodes
        if isinstance(node, OUTCOMES)
        for difference in node.differs
    }
    for collection, known in library.differences.items():
        for difference in known.values() if library.is_read(collection) else ():
            if (collection, difference.id) not in shown_ones:
                text = f"no outcome shows the difference '{difference.id}'. Name it in `differs` where it matters."
                yield Problem(difference.place, text)


def who_quotes_both_sides_is_told(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """An outcome that quotes statements of two sides of a difference names it: it would else read as one advice."""
    known = library.differences.get(name.partition("/")[0], {}).values()
    sides = [(each, [_statements(quotes_of_side(side)) for side in each.sides]) for each in known]
    for node in tree.nodes:
        if not isinstance(node, OUTCOMES):
            continue
        quoted = _statements(quotes_of(node.because))
        named = {each.id for each in node.differs}
        for difference, stated in sides:
            # A statement may stand on two sides; only what one side has alone tells that both are heard.
            both = sum(bool(quoted & of) for of in stated) > 1
            if difference.id not in named and both and len(quoted & set().union(*stated)) > 1:
                text = (
                    f"'{node.id}' quotes two sides of '{difference.id}' and does not say that they differ. "
                    "Name it in `differs`."
                )
                yield Problem(node.place, text)


def _statements(quotes: tuple[Quote, ...]) -> set[tuple[str, str]]:
    return {(quote.source.id, quote.at) for quote in quotes}


def terms_are_unique(library: Library) -> Iterator[Problem]:
    """A form in which a term is used is explained once in a collection."""
    for known in library.terms.values():
        first: dict[str, Term] = {}
        for term in known.values():
            for form in (term.name, *term.also):
                other = first.setdefault(form.casefold(), term)
                if other is not term:
                    yield Problem(term.place, f"'{form}' is explained already, at {other.place}. Explain it once.")
