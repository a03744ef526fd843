"""The sentences of a source text, each with its place and with the words it begins and ends with.

They are a proposal: an abbreviation may part a sentence, and a list may want to be one statement.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trees.core.tokens import LIST_MARK, REFERENCE, tokens

PAUSE = re.compile(r"[.!?](?:[\"”’)\]]|\[\d+(?:\s*[,–-]\s*\d+)*\])*\s+(?=[\"“‘(\[]*[A-Z0-9])")
NO_PAUSE = re.compile(r"(?:^|[\s(])(?:[A-Z]|e\.g|i\.e|vs|cf|al|Dr|Fig|No|approx)\.$")
"""An abbreviation, after which a sentence goes on."""

ENDS_A_WORD = ".,;:!?)]"
AT_EACH_END = 3
"""Words by which a sentence is found at its beginning and at its end, where that is enough."""


@dataclass(frozen=True)
class Sentence:
    """A sentence by the line of the text it stands on, counted from 1, and by its number on it.

    `alone` is whether no other stands on the line.
    """

    line: int
    number: int
    alone: bool
    begins: str
    ends: str


def sentences(text: str) -> Iterator[Sentence]:
    """Yield every sentence of a text, or piece of one that stands on a line; what has no words is left out."""
    for line, row in enumerate(text.splitlines(), start=1):
        found = [each for each in _parted(LIST_MARK.sub("", row)) if tokens(each)]
        if tuple(token for each in found for token in tokens(each)) != tokens(LIST_MARK.sub("", row)):
            # What reads otherwise in pieces than in a row stays whole.
            found = [row]
        for number, words in enumerate(found, start=1):
            yield Sentence(line, number, len(found) == 1, *_ends(words))


def _parted(row: str) -> Iterator[str]:
    start = 0
    for pause in PAUSE.finditer(row):
        if not NO_PAUSE.search(row[start : pause.start() + 1]):
            yield row[start : pause.end()]
            start = pause.end()
    yield row[start:]


def _ends(sentence: str) -> tuple[str, str]:
    """Return the words by which a sentence is found at its beginning and at its end; never more than are needed."""
    whole = tokens(sentence)
    words = [word for each in REFERENCE.sub(" ", sentence).split() if (word := _plain(each))]
    least = min(AT_EACH_END, max(1, len(whole) // 3))
    begins = next((run for run in _heads(words) if _leads(tokens(run), whole, least)), " ".join(words))
    ends = next((run for run in _tails(words) if _closes(tokens(run), whole, least)), " ".join(words))
    return begins.rstrip(ENDS_A_WORD), ends.rstrip(ENDS_A_WORD)


def _plain(word: str) -> str:
    """Return a word without what a file of data does not hold in a text."""
    return "".join(each for each in word if each.isprintable() and each not in '"\\')


def _heads(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[:count]) for count in range(1, len(words) + 1))


def _tails(words: Sequence[str]) -> Iterator[str]:
    return (" ".join(words[-count:]) for count in range(1, len(words) + 1))


def _leads(run: tuple[str, ...], whole: tuple[str, ...], least: int) -> bool:
    return len(run) >= least and whole[: len(run)] == run


def _closes(run: tuple[str, ...], whole: tuple[str, ...], least: int) -> bool:
    """Return whether a run of tokens stands at the end of a sentence, and nowhere before."""
    if len(run) < least or whole[-len(run) :] != run:
        return False
    return next(at for at in range(len(whole)) if whole[at : at + len(run)] == run) == len(whole) - len(run)
