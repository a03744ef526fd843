"""A source text in passages: its sentences, headings and list items, in the order in which they stand.

A line is a paragraph, a heading or a list item, as it is for a register; one that begins with a small letter goes on
from the line above it. A paragraph is parted where a sentence ends: after a full stop, a question mark or an
exclamation mark, with the marks in square brackets that follow it, before a capital letter, a digit or a quotation
mark. No sentence ends after one of a few abbreviations. Addresses of links are no words of a text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trees.core.tokens import LIST_MARK, line_tokens, tokens

LINK_TARGET = re.compile(r'(?<=\])\([^()\s]*[/#:.][^()\s]*(?:\s+"[^"]*")?\)')
MARKS = r"(?:\s*\[(?:[^\[\]]|\[[^\[\]]*\])*\]|<sup>\d+</sup>)*"
"""Marks that stand behind a sentence and belong to it, such as a level of evidence."""
SENTENCE_END = re.compile(rf"[.?!][\"”’)*]*{MARKS}(?=\s+[\"“(*]*[A-Z0-9])")
ABBREVIATION = re.compile(r"(?:\b(?:e\.g|i\.e|vs|cf|al|approx|no|fig|dr|[a-z])\.)$", re.IGNORECASE)
HEADING = re.compile(r"^#{1,6}\s+")


@dataclass(frozen=True)
class Passage:
    """One sentence, heading or list item: the line it begins on, and its words as they are compared."""

    line: int
    tokens: tuple[str, ...]
    heading: str = ""
    """The first words of the heading that it stands under, where the text marks headings."""


def shown_tokens(line: str) -> list[tuple[str, bool]]:
    """Return the tokens of a line as a register counts them, each with whether a reader of the text sees it.

    Those of the address of a link are not seen.
    """
    bare = LIST_MARK.sub("", line)
    found: list[tuple[str, bool]] = []
    start = 0
    for match in LINK_TARGET.finditer(bare):
        found += [(token, True) for token in tokens(bare[start : match.start()])]
        found += [(token, False) for token in tokens(match.group())]
        start = match.end()
    found += [(token, True) for token in tokens(bare[start:])]
    whole = line_tokens(line)
    # Where the parts do not add up to the line, every token of it counts as seen.
    return found if tuple(token for token, _ in found) == whole else [(token, True) for token in whole]


def passages(text: str) -> list[Passage]:
    """Return the passages of a text in their order; those without a word are left out.

    Together they have the tokens of the text that a reader sees, each once and in its order.
    """
    found: list[Passage] = []
    heading = ""
    lines = text.splitlines()
    for first, end, paragraph in _paragraphs(lines):
        if HEADING.match(paragraph):
            heading = " ".join(tokens(LINK_TARGET.sub("", paragraph))[:8])
        whole = tuple(token for line in lines[first:end] for token, seen in shown_tokens(line) if seen)
        parts = [(below, tokens(sentence)) for below, sentence in _sentences(paragraph)]
        if tuple(token for _, words in parts for token in words) != whole:
            # Where a sentence would part what is read as one word, the paragraph stays whole.
            parts = [(0, whole)]
        found += [Passage(first + 1 + below, words, heading) for below, words in parts if words]
    return found


def _paragraphs(lines: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return each line without what marks a list, and the numbers from 0 where it begins and ends.

    Lines that go on stand with the one above.
    """
    found: list[tuple[int, int, str]] = []
    goes_on = False
    for number, line in enumerate(lines):
        bare = line.strip()
        if bare and goes_on and bare[0].islower() and not LIST_MARK.match(line):
            first, _, above = found[-1]
            found[-1] = (first, number + 1, f"{above}\n{bare}")
        elif bare:
            found.append((number, number + 1, LIST_MARK.sub("", line).strip()))
        goes_on = bool(bare) and not bare.startswith(("#", "|"))
    return found


def _sentences(paragraph: str) -> list[tuple[int, str]]:
    """Return the sentences of a paragraph, each with how many lines below its first it begins; links lose addresses."""
    plain = LINK_TARGET.sub("", paragraph)
    found: list[tuple[int, str]] = []
    start = 0
    for match in SENTENCE_END.finditer(plain):
        if not ABBREVIATION.search(plain[start : match.start() + 1]):
            found.append((plain.count("\n", 0, start), plain[start : match.end()]))
            start = match.end()
    return [*found, (plain.count("\n", 0, start), plain[start:])]
