"""The words of a text as they are compared: case, punctuation, dashes and reference marks do not count."""

import re
import unicodedata

REFERENCE = re.compile(r"\[\d+(?:\s*[,–-]\s*\d+)*\]|<sup>\d+</sup>")
LIST_MARK = re.compile(r"^\s*(?:\d+\.|[-*•])\s+")
TOKEN = re.compile(r"\d+(?:,\d{3})+|[^\W_]+(?:[.'-][^\W_]+)*|\.\d+|[<>=≤≥%±~×+−]")
NEGATIONS = {
    *("against", "cannot", "hardly", "neither", "never", "no", "none", "nor", "not", "rarely", "seldom"),
    *("unless", "without"),
}
"""Words that turn a sentence round or take most of it back, beside those in n't, such as "don't"."""

HYPHENS = str.maketrans({"’": "'", "‘": "'", "‐": "-", "‑": "-", "–": " ", "—": " "})


def tokens(text: str) -> tuple[str, ...]:
    """Return the words, numbers and signs (< > = ≤ ≥ % ± ~ × + −) of a text, in lower case.

    Marks of a reference, such as [1] or <sup>1</sup>, are left out.
    """
    plain = unicodedata.normalize("NFKC", REFERENCE.sub(" ", text)).lower().translate(HYPHENS)
    return tuple(TOKEN.findall(plain))


def line_tokens(line: str) -> tuple[str, ...]:
    """Return the tokens of one line of a source text, without the number or bullet it begins with."""
    return tokens(LIST_MARK.sub("", line))


def words(text: str) -> tuple[str, ...]:
    """Return the tokens that count as words: those with a letter or a digit."""
    return tuple(token for token in tokens(text) if any(character.isalnum() for character in token))


def holds(text: str, part: str) -> bool:
    """Return whether the tokens of `part` stand in a row in `text`."""
    inner, outer = tokens(part), tokens(text)
    return bool(inner) and any(outer[i : i + len(inner)] == inner for i in range(len(outer) - len(inner) + 1))


def negations(text: str) -> tuple[str, ...]:
    """Return the words of negation of a text, sorted; "can't", "cannot" and "can not" deny alike, as 'not'."""
    found = (token for token in tokens(text) if token in NEGATIONS or token.endswith("n't"))
    return tuple(sorted("not" if token == "cannot" or token.endswith("n't") else token for token in found))


def windows(of: tuple[str, ...], size: int = 4) -> tuple[tuple[str, ...], ...]:
    """Return every run of `size` tokens; a shorter text is one window."""
    if len(of) <= size:
        return (of,) if of else ()
    return tuple(of[i : i + size] for i in range(len(of) - size + 1))
