"""How firmly a source speaks, for how long and at which dose in words: as the register says of each statement."""

from collections.abc import Iterator

from trees.core.amounts import amounts, shown
from trees.core.branches import Answer, Band, Item
from trees.core.check.quoting import all_quotes
from trees.core.doses import DoseInWords
from trees.core.evidence import NotStated, Quote, quotes_of
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
    for node, quoted in _treatments(library, tree):
        printed = list(dict.fromkeys(lasts for _, statement in quoted for lasts in statement.durations))
        if isinstance(node.duration, str):
            if not any(tokens(node.duration) == tokens(lasts) for lasts in printed):
                text = f"'{node.id}' goes on '{node.duration}', and the register has that of none of its statements."
                hint = _has(printed) or f' Write durations=["{node.duration}"] in the statement that says so.'
                yield Problem(node.place.of("duration"), text + hint)
            continue
        for quote, statement in quoted:
            for lasts in statement.durations:
                if holds(quote.text, lasts):
                    yield Problem(quote.place, f"'{node.id}' quotes '{lasts}' and states no duration. State it.")


def doses_are_the_statements_own(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A dose without a number is worded as the register has it, and a dose that is quoted is stated."""
    for node, quoted in _treatments(library, tree):
        printed = list(dict.fromkeys(words for _, statement in quoted for words in statement.doses))
        if isinstance(node.dose, DoseInWords):
            if not any(tokens(node.dose.words) == tokens(words) for words in printed):
                given = node.dose.words
                text = f"'{node.id}' gives the dose '{given}', and the register has it of none of its statements."
                yield Problem(node.dose.place, text + _has(printed))
        elif isinstance(node.dose, NotStated):
            for quote, statement in quoted:
                held = [words for words in statement.doses if holds(quote.text, words)]
                held += [shown(amount) for amount in sorted(amounts(quote.text)) if amount[1] == "mg"]
                for words in held:
                    yield Problem(quote.place, f"'{node.id}' quotes '{words}' and states no dose. State it.")


def _treatments(library: Library, tree: Tree) -> Iterator[tuple[Treatment, list[tuple[Quote, Statement]]]]:
    """Yield each treatment with its quotes and the statements they stand in; none whose source could not be read."""
    known = statements(library)
    for node in tree.nodes:
        quotes = quotes_of(node.because) if isinstance(node, Treatment) else ()
        if isinstance(node, Treatment) and all(each.source.id in library.registers for each in quotes):
            yield (
                node,
                [(each, known[each.source.id, each.at]) for each in quotes if (each.source.id, each.at) in known],
            )


def _has(printed: list[str]) -> str:
    return f" They have {listed(printed)}." if printed else ""
