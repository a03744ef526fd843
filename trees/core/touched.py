"""What a changed text means for a register: what became of each statement, and of the words quoted from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from trees.core.alignment import Pair, Words, align
from trees.core.passages import Passage, passages, shown_tokens
from trees.core.register import Register, Statement
from trees.core.resting import Resting
from trees.core.textcheck import Found
from trees.core.tokens import tokens


class Became(Enum):
    """What became of a statement."""

    SAME = "same"
    REWORDED = "reworded"
    GONE = "gone"


class Stands(Enum):
    """Whether the words of a quote still stand in a row, and where."""

    UNCHANGED = "stands, in a sentence that has not changed"
    REWORDED = "stands, in a sentence that has changed"
    ELSEWHERE = "stands in another sentence only"
    NOWHERE = "no longer stands"


@dataclass(frozen=True)
class QuoteNow:
    """A quote, who rests on it, and on which line of the new text its words stand, 0 for none."""

    resting: Resting
    stands: Stands
    line: int


@dataclass(frozen=True)
class StatementNow:
    """A statement and what became of it.

    `shared` is how much of it is shared with what it became, from 0 to 1; `old` and `new` are the sentences it stands
    in, whole, and `numbers` tells which of the new text they are.
    """

    statement: Statement
    became: Became
    shared: float
    old: tuple[Passage, ...]
    new: tuple[Passage, ...]
    quotes: tuple[QuoteNow, ...]

    @property
    def parted(self) -> bool:
        """Whether it stands in more sentences than it did."""
        return len(self.new) > len(self.old)


@dataclass(frozen=True)
class TextNow:
    """What became of every statement, what is new, and how many sentences that nothing is registered of are gone."""

    register: Register
    statements: tuple[StatementNow, ...]
    new: tuple[Passage, ...]
    joined: Mapping[tuple[Passage, ...], tuple[str, ...]]
    """The statements that became the same sentences, where these are several."""
    left_out: int

    @property
    def touched(self) -> list[StatementNow]:
        """The statements that are not the same."""
        return [each for each in self.statements if each.became is not Became.SAME]


def compare(register: Register, found: Sequence[Found], old: str, new: str, resting: Sequence[Resting]) -> TextNow:
    """Compare two texts by the statements that were found in the old one."""
    before, after = passages(old), passages(new)
    pairs = align([each.tokens for each in before], [each.tokens for each in after]).pairs
    of_old = {i: pair for pair in pairs for i in pair.old}
    stands_in = _passages_of(found, old, before)
    run = _Run(after)
    statements = []
    for each in found:
        numbers = stands_in[each.statement.id]
        own = list(dict.fromkeys(of_old[i] for i in numbers))
        right = sorted({j for pair in own for j in pair.new})
        became = _became(own)
        quotes = tuple(_now(of, became, right, run) for of in resting if of.quote.at == each.statement.id)
        statements.append(
            StatementNow(
                each.statement,
                became,
                _shared(own, before),
                tuple(before[i] for i in numbers),
                tuple(after[j] for j in right),
                quotes,
            )
        )
    known = {i for numbers in stands_in.values() for i in numbers}
    fresh = tuple(after[j] for pair in pairs if not pair.old for j in pair.new)
    left_out = sum(i not in known for pair in pairs if not pair.new for i in pair.old)
    return TextNow(register, tuple(statements), fresh, _joined(statements), left_out)


def _passages_of(found: Sequence[Found], old: str, before: Sequence[Passage]) -> dict[str, list[int]]:
    """Return the passages that each statement stands in, by their numbers."""
    seen = [seen for line in old.splitlines() for _, seen in shown_tokens(line)]
    owner = [number for number, passage in enumerate(before) for _ in passage.tokens]
    at: list[int | None] = []
    count = 0
    for each in seen:
        at.append(owner[count] if each else None)
        count += each
    return {
        each.statement.id: sorted({number for number in at[each.first : each.end] if number is not None})
        for each in found
    }


def _became(own: Sequence[Pair]) -> Became:
    if all(pair.same for pair in own):
        return Became.SAME
    return Became.REWORDED if any(pair.new for pair in own) else Became.GONE


def _shared(own: Sequence[Pair], before: Sequence[Passage]) -> float:
    """Return how much the sentences of a statement share with what they became, longer ones counting for more."""
    long = {pair: sum(len(before[i].tokens) for i in pair.old) for pair in own}
    return sum(pair.shared * long[pair] for pair in own) / sum(long.values())


def _joined(statements: Sequence[StatementNow]) -> dict[tuple[Passage, ...], tuple[str, ...]]:
    found: dict[tuple[Passage, ...], list[str]] = {}
    for each in statements:
        if each.became is Became.REWORDED and each.new:
            found.setdefault(each.new, []).append(each.statement.id)
    return {new: tuple(names) for new, names in found.items() if len(names) > 1}


class _Run:
    """A text as one run of the tokens of its passages."""

    def __init__(self, after: Sequence[Passage]) -> None:
        self.tokens: Words = tuple(token for passage in after for token in passage.tokens)
        self.owner = [number for number, passage in enumerate(after) for _ in passage.tokens]
        self.lines = [passage.line for passage in after]
        self.begins: dict[str, list[int]] = {}
        for index, token in enumerate(self.tokens):
            self.begins.setdefault(token, []).append(index)

    def find(self, words: Words) -> list[list[int]]:
        """Return the passages of each place where these words stand in a row."""
        return [
            sorted(set(self.owner[index : index + len(words)]))
            for index in self.begins.get(words[0], ())
            if self.tokens[index : index + len(words)] == words
        ]


def _now(of: Resting, became: Became, right: Sequence[int], run: _Run) -> QuoteNow:
    places = run.find(tokens(of.quote.text))
    own = next((place for place in places if set(place) <= set(right)), None)
    if own is not None:
        stands = Stands.UNCHANGED if became is Became.SAME else Stands.REWORDED
        return QuoteNow(of, stands, run.lines[own[0]])
    if places:
        return QuoteNow(of, Stands.ELSEWHERE, run.lines[places[0][0]])
    return QuoteNow(of, Stands.NOWHERE, 0)
