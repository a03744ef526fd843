"""Quotes: who needs one, how long it may be, and whether the source says it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from trees.core.branches import Answer, Band, Item, Option
from trees.core.evidence import Quote, quotes_of
from trees.core.fingerprint import Fingerprint, says, says_run
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Choice, Tree, quotes_in, ways
from trees.core.parts import parts_within
from trees.core.place import Problem, did_you_mean
from trees.core.register import ANSWERED_FOR
from trees.core.to_do import is_to_do
from trees.core.tokens import holds, tokens, words

FEWEST, MOST = 4, 12
LONG_STATEMENT = 16
MOST_OF_A_STATEMENT = 0.75

Run = tuple[str, ...]
"""Tokens of a statement that stand in a row."""


def every_answer_has_its_words(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """An answer carries the words that set its condition, or the mark that the question is ours."""
    for node in tree.nodes:
        for way in ways(node):
            if isinstance(way, Answer | Band | Item) and way.because in (None, ()):
                text = (
                    f"the answer '{way.code}' of '{node.id}' has no quote. Quote its condition, or write OUR_QUESTION."
                )
                yield Problem(way.place, text)
            if isinstance(way, Option) and not quotes_of(way.because):
                yield Problem(way.place, f"the option '{way.code}' of '{node.id}' has no quote.")


def every_outcome_has_a_quote(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """An outcome, a choice, and the patients a tree applies to rest on words of a source."""
    if not quotes_of(tree.because):
        yield Problem(tree.place, f"the tree '{tree.id}' has no quote for whom it applies to.")
    for node in tree.nodes:
        if isinstance(node, OUTCOMES) and not quotes_of(node.because):
            yield Problem(node.place, f"'{node.id}' has no quote. Give the words of the source it rests on.")
        if isinstance(node, Choice) and not quotes_in(node):
            yield Problem(node.place, f"'{node.id}' has no quote. Give the words of the source it rests on.")


def all_quotes(library: Library) -> list[Quote]:
    """Return every quote of the library once, those of trials, differences and terms included.

    One that is still to do quotes nothing yet; a rule of its own refuses it.
    """
    found: dict[int, Quote] = {}
    for root in (*library.trees.values(), *library.vocabulary()):
        for part in parts_within(root):
            if isinstance(part, Quote) and not is_to_do(part.text) and not is_to_do(part.at):
                found[id(part)] = part
    return list(found.values())


def every_quote_is_in_its_statement(library: Library) -> Iterator[Problem]:
    """A quote has four to twelve words of one statement, is less than the statement, and holds its word of strength."""
    for quote in all_quotes(library):
        count = len(words(quote.text))
        if not FEWEST <= count <= MOST:
            yield Problem(
                quote.place, f"the quote has {count} words; a quote has {FEWEST} to {MOST}: '{quote.text[:60]}'."
            )
        if quote.strength is not None and not holds(quote.text, quote.strength):
            yield Problem(quote.place.of("strength"), f"the strength '{quote.strength}' does not stand in its quote.")
        register = library.registers.get(quote.source.id)
        print_ = library.fingerprints.get(quote.source.id)
        if register is None or print_ is None:
            continue
        known = {statement.id for statement in register.statements}
        if quote.at not in known:
            holder = _holder(print_, quote.text)
            # The words were copied, the number was typed: where the words stand is the surer sign of what was meant.
            hint = f" Did you mean '{holder}'? It says these words." if holder else did_you_mean(quote.at, known)
            text = f"{quote.source.short} has no statement '{quote.at}'.{hint}"
            yield Problem(quote.place.of("at"), text)
        elif quote.at in print_.statements and count >= FEWEST:
            yield from _held(library, quote, count)


def _holder(print_: Fingerprint, text: str) -> str | None:
    """Return the number of the first statement that says these words, or None."""
    return next((name for name in print_.statements if says(print_, name, text)), None)


def _held(library: Library, quote: Quote, count: int) -> Iterator[Problem]:
    """Yield a problem when the statement does not say the quote, or says nothing but the quote."""
    print_ = library.fingerprints[quote.source.id]
    if not says(print_, quote.at, quote.text):
        holder = _holder(print_, quote.text)
        hint = f" {holder} does. Is that the statement you mean?" if holder else ""
        text = f"{quote.at} of {quote.source.short} does not say '{quote.text}'.{hint}"
        yield Problem(quote.place, text)
    elif count >= print_.statements[quote.at].words:
        yield Problem(
            quote.place, f"the quote is the whole of {quote.at}. Quote a part, and say the rest in your words."
        )


def no_statement_is_copied(library: Library) -> Iterator[Problem]:
    """All quotes of a long statement together hold at most three quarters of its words."""
    by_statement: dict[tuple[str, str], list[Quote]] = defaultdict(list)
    for quote in all_quotes(library):
        known = library.fingerprints.get(quote.source.id)
        if known is not None and quote.at in known.statements and says(known, quote.at, quote.text):
            by_statement[quote.source.id, quote.at].append(quote)
    for (source, at), quotes in by_statement.items():
        print_ = library.fingerprints.get(source)
        if print_ is None or at not in print_.statements or print_.statements[at].words <= LONG_STATEMENT:
            continue
        total, quoted = print_.statements[at].words, words_covered(quotes, print_, at)
        if quoted > MOST_OF_A_STATEMENT * total:
            last = max(quotes, key=lambda quote: (quote.place.file, quote.place.line))
            first = {tokens(quote.text): quote for quote in reversed(quotes)}
            lines = sorted({(each.place.file, each.place.line) for each in first.values()})
            stand = ", ".join(f"{file}:{line}" for file, line in lines)
            text = (
                f"all quotes of {at} together hold {quoted} of its {total} words; at most three quarters, "
                f"which is {int(MOST_OF_A_STATEMENT * total)}. Shorten one. The different ones stand at {stand}."
            )
            yield Problem(last.place, text)


def words_covered(quotes: Sequence[Quote], print_: Fingerprint, at: str) -> int:
    """Return how many words of their statement some quotes hold together, words that two share counted once."""
    runs: list[Run] = []
    for run in sorted({tokens(quote.text) for quote in quotes}, key=lambda run: (-len(run), run)):
        runs = _joined(runs, run, print_, at)
    return sum(any(character.isalnum() for character in token) for run in runs for token in run)


def _joined(runs: list[Run], run: Run, print_: Fingerprint, at: str) -> list[Run]:
    """Return the runs with one more, joined to those it overlaps; the fingerprint tells that from a coincidence."""
    for index, other in enumerate(runs):
        if _within(run, other):
            return runs
        for first, second in ((other, run), (run, other)):
            for shared in range(min(len(first), len(second)), 0, -1):
                whole = first + second[shared:]
                if first[-shared:] == second[:shared] and says_run(print_, at, whole):
                    return _joined(runs[:index] + runs[index + 1 :], whole, print_, at)
    return [*runs, run]


def no_words_stand_twice(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """No quote of an outcome stands again in another quote of it: the reader would meet the same words twice."""
    for node in tree.nodes:
        met: list[tuple[Quote, Run]] = []
        for quote in quotes_of(node.because) if isinstance(node, OUTCOMES) else ():
            run = tokens(quote.text)
            for other, longer in met:
                same = (quote.source.id, quote.at) == (other.source.id, other.at)
                if same and (_within(run, longer) or _within(longer, run)):
                    line = other.place.line
                    text = f"'{node.id}' quotes '{quote.text}' twice, here and in line {line}. Keep the longer."
                    yield Problem(quote.place, text)
            met.append((quote, run))


def _within(run: Run, longer: Run) -> bool:
    """Return whether the tokens of a run stand in a row in another one."""
    return any(longer[start : start + len(run)] == run for start in range(len(longer) - len(run) + 1))


def every_statement_is_answered_for(library: Library) -> Iterator[Problem]:
    """Every statement of kind action or safety of a whole register is quoted by a node, or excused with a reason."""
    quoted = {
        (quote.source.id, quote.at)
        for tree in library.trees.values()
        for node in tree.nodes
        for quote in quotes_in(node)
    }
    may_hold_more = {
        source.id
        for name, collection in library.collections.items()
        for source in (*collection.sources, *collection.newer)
        if not library.is_read(name)
    }
    for register in library.registers.values():
        for statement in register.statements:
            cited = (register.source.id, statement.id) in quoted
            if cited and statement.excused:
                text = f"{statement.id} is excused, and a node quotes it. Take the excuse out."
                yield Problem(statement.place.of("excused"), text)
            asked = register.whole and statement.kind in ANSWERED_FOR and register.source.id not in may_hold_more
            if asked and not cited and not statement.excused:
                kind = statement.kind.value
                text = f"no node quotes {statement.id}, a statement of kind {kind}. Quote it, or excuse it."
                yield Problem(statement.place, text)
