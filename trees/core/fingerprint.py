"""The fingerprint of a source: hashes that tell, without the text, whether a quote stands in a statement."""

import hashlib
import json
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from trees.core.place import Place, Problem
from trees.core.tokens import tokens, windows

MOST_BYTES = 20_000_000
LONGEST_NAME = 200
WINDOW_DIGITS = 6
"""Hex digits kept of a window's hash: enough to refuse a changed word, too few to give the text back."""

MOST_KEPT = 100_000
"""Answers that are kept, since the same words are held against the same statement again and again."""


@dataclass(frozen=True)
class StatementPrint:
    """One statement: the SHA-256 of its tokens, how many words it has, and the hashes of its four-token windows."""

    sha256: str
    words: int
    windows: frozenset[str]


@dataclass(frozen=True)
class Fingerprint:
    """All statements of a source, by number."""

    source: str
    statements: Mapping[str, StatementPrint]


def window_hash(source: str, statement: str, window: tuple[str, ...]) -> str:
    """Return the shortened hash of a window; it differs from statement to statement, so that runs cannot be matched."""
    text = "\x1f".join((source, statement, *window))
    return hashlib.sha256(text.encode()).hexdigest()[:WINDOW_DIGITS]


def statement_print(source: str, statement: str, of: tuple[str, ...]) -> StatementPrint:
    """Return the print of a statement with these tokens."""
    return StatementPrint(
        sha256=hashlib.sha256(" ".join(of).encode()).hexdigest(),
        words=sum(any(c.isalnum() for c in token) for token in of),
        windows=frozenset(window_hash(source, statement, window) for window in windows(of)),
    )


def says(of: Fingerprint, statement: str, text: str) -> bool:
    """Return whether every four-token window of the text stands in that statement."""
    return _known(of.source, statement, of.statements[statement].windows, _tokens(text))


def says_run(of: Fingerprint, statement: str, run: tuple[str, ...]) -> bool:
    """Return whether every four-token window of a run of tokens stands in that statement."""
    return _known(of.source, statement, of.statements[statement].windows, run)


@lru_cache(maxsize=MOST_KEPT)
def _known(source: str, statement: str, known: frozenset[str], run: tuple[str, ...]) -> bool:
    found = windows(run)
    return bool(found) and all(window_hash(source, statement, window) in known for window in found)


@lru_cache(maxsize=MOST_KEPT)
def _tokens(text: str) -> tuple[str, ...]:
    return tokens(text)


def written(of: Fingerprint) -> str:
    """Return the fingerprint as the text of its file, one statement a line."""
    lines = [
        f"    {json.dumps(name)}: "
        + json.dumps({"sha256": each.sha256, "words": each.words, "windows": " ".join(sorted(each.windows))})
        for name, each in of.statements.items()
    ]
    return "\n".join(
        ["{", f'  "source": {json.dumps(of.source)},', '  "statements": {', ",\n".join(lines), "  }", "}", ""]
    )


def read(path: Path, file: str) -> Fingerprint | Problem:
    """Return the fingerprint in a file, or the reason why there is none to be had from it."""
    start = Place(file, 1)
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            return Problem(
                start, "the fingerprint is no file. Make it from the text: python -m trees source fingerprint."
            )
        if state.st_size > MOST_BYTES:
            return Problem(start, f"the fingerprint has more than {MOST_BYTES:,} bytes. Make it anew from the text.")
        data = json.loads(path.read_text(encoding="utf-8"))
        prints = {
            _name(name): StatementPrint(_hex(each["sha256"], 64), _count(each["words"]), _windows(each["windows"]))
            for name, each in data["statements"].items()
        }
        return Fingerprint(_name(data["source"]), prints)
    except FileNotFoundError:
        return Problem(start, "the fingerprint is missing. Make it from the text: python -m trees source fingerprint.")
    except OSError as error:
        return Problem(start, f"the fingerprint cannot be read: {error.strerror}.")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Problem(start, "the fingerprint is damaged. Make it anew: python -m trees source fingerprint.")


def _name(text: object) -> str:
    """Return a name that may stand in a line of a message: no line break, nothing that cannot be shown."""
    if not isinstance(text, str) or not text.isprintable() or len(text) > LONGEST_NAME:
        raise ValueError
    return text


def _count(number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise ValueError
    return number


def _hex(text: object, length: int) -> str:
    if not isinstance(text, str) or len(text) != length or set(text) - set("0123456789abcdef"):
        raise ValueError
    return text


def _windows(text: str) -> frozenset[str]:
    return frozenset(_hex(each, WINDOW_DIGITS) for each in text.split())
