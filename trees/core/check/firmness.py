"""How firmly a source speaks, and for how long a treatment goes on: as the register says of each statement."""

from collections.abc import Iterator

from trees.core.branches import Answer, Band, Item
from trees.core.check.quoting import all_quotes
from trees.core.evidence import Quote, quotes_of
from trees.core.library import Library
from trees.core.nodes import Treatment, Tree, ways
from trees.core.place import Problem, listed
from trees.core.register import Statement
from trees.core.tokens import holds, tokens


def statements(library: Library) -> dict[tuple[str, str], Statement]:
    """Return every statement by its source and number."""
    return {
        (name, statement.id): statement
        for name, register in library.registers.items()
        for statement in register.statements
    }


def conditions(library: Library) -> set[int]:
    """Return the quotes that set a condition, by identity: of an answer, or of the patients a tree applies to."""
    found: set[int] = set()
    for tree in library.trees.values():
        found.update(id(quote) for quote in quotes_of(tree.because))
        for node in tree.nodes:
            for way in ways(node):
                if isinstance(way, Answer | Band | Item):
                    found.update(id(quote) for quote in quotes_of(way.because))
    return found


def strengths_are_the_statements_own(library: Library) -> Iterator[Problem]:
    """A quote names the strength that the register gives for its statement, whenever it holds it, and no other.

    The words of strength of a statement stand in the register in the order in which they count: a quote that holds two
    of them names the first. A condition is true or not, and has no strength.
    """
    known, only_when = statements(library), conditions(library)
    for quote in all_quotes(library):
        statement = known.get((quote.source.id, quote.at))
        if statement is None:
            continue
        if id(quote) in only_when:
            if quote.strength is not None:
                text = f"'{quote.strength}' is the strength of a condition. Leave it out: a condition is true or not."
                yield Problem(quote.place.of("strength"), text)
            continue
        yield from _strength(quote, statement)


def _strength(quote: Quote, statement: Statement) -> Iterator[Problem]:
    held = next((word for word in statement.strengths if holds(quote.text, word)), None)
    given = quote.strength
    if given is not None and not any(tokens(given) == tokens(word) for word in statement.strengths):
        others = f" It has {listed(statement.strengths)}." if statement.strengths else " It has none."
        text = f"the register gives no strength '{given}' for {statement.id}.{others}"
        yield Problem(quote.place.of("strength"), text)
    elif held is not None and (given is None or tokens(given) != tokens(held)):
        text = f"the quote of {statement.id} holds '{held}', its word of strength. Name it: strength=\"{held}\"."
        yield Problem(quote.place, text)


def durations_are_the_statements_own(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A treatment goes on as long as the register says of a statement that it quotes, word for word."""
    known = statements(library)
    for node in tree.nodes:
        if isinstance(node, Treatment) and isinstance(node.duration, str):
            quoted = (known.get((quote.source.id, quote.at)) for quote in quotes_of(node.because))
            printed = list(dict.fromkeys(lasts for each in quoted if each is not None for lasts in each.durations))
            if not any(tokens(node.duration) == tokens(lasts) for lasts in printed):
                others = f" They have {listed(printed)}." if printed else ""
                text = (
                    f"'{node.id}' goes on '{node.duration}', and the register gives none of its statements so.{others}"
                )
                yield Problem(node.place.of("duration"), text)
