"""Read a file of TOML, and tell on which line each of its keys stands: the reader of TOML keeps no lines."""

import re
import tomllib
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from trees.core import folder
from trees.core.place import Place, Problem, did_you_mean
from trees.core.scan import NEVER_SEEN, text_of

AT_LINE = re.compile(r"\(at line (\d+)")
PIECE = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*|[\[\]{}\n]|[^"\'#\[\]{}\n]+',
    re.DOTALL,
)
"""A text, a comment, a bracket, the end of a line, or anything between, in a file that is known to be TOML."""

HEADER = re.compile(r"(\[\[?)(.+?)\]\]?")

MOST_KEPT = 128
"""How many files are kept as they were read."""

Key = str | int
"""A name, or which table it is of a list of tables, counted from 0."""

Row = Mapping[str, object]
"""One table."""


@dataclass(frozen=True)
class Tables:
    """What a file of TOML holds, and on which line each header and key begins, by the keys that lead to it."""

    file: str
    data: Row
    lines: Mapping[tuple[Key, ...], int]

    def place(self, *keys: Key) -> Place:
        """Return the place of a key, such as that of `"patient", 0, "id"`, or of the nearest one that it stands in."""
        known = (self.lines[keys[:size]] for size in range(len(keys), 0, -1) if keys[:size] in self.lines)
        return Place(self.file, next(known, 1))


def read_tables(path: Path, file: str) -> Tables | Problem | None:
    """Return what a file holds, why it cannot be read, or None when there is none. `file` is as shown to a reader."""
    raw = folder.raw(path, file)
    text = text_of(raw, file) if isinstance(raw, bytes) else raw
    return text if text is None or isinstance(text, Problem) else _tables(text, file)


# Files of cases are read by the check and by the site, and are long.
@lru_cache(maxsize=MOST_KEPT)
def _tables(text: str, file: str) -> Tables | Problem:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = AT_LINE.search(str(error))
        line = int(found[1]) if found else max(1, len(text.splitlines()))
        return Problem(Place(file, line), f"the file is not TOML: {error}.")
    except (RecursionError, ValueError):
        text = "the file nests too deeply, or holds a number that is too long. Write it more simply."
        return Problem(Place(file, 1), text)
    return Tables(file, data, _lines(text))


def _lines(text: str) -> dict[tuple[Key, ...], int]:
    """Return the line of each header and key by the keys that lead to it; a name is where it is first written."""
    lines: dict[tuple[Key, ...], int] = {}
    counts: dict[tuple[Key, ...], int] = {}
    table: tuple[Key, ...] = ()
    for line, statement in _statements(text):
        header = HEADER.fullmatch(statement)
        if header is None:
            lines.setdefault((*table, *_names(statement.partition("=")[0])), line)
            continue
        table = ()
        *above, last = _names(header[2])
        for name in above:
            table = (*table, name)
            lines.setdefault(table, line)
            # Below a list of tables, a header belongs to the table that was begun last.
            table = (*table, counts[table] - 1) if table in counts else table
        table = (*table, last)
        lines.setdefault(table, line)
        if header[1] == "[[":
            counts[table] = counts.get(table, 0) + 1
            table = (*table, counts[table] - 1)
            lines[table] = line
    return lines


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield each header, and each key with its value, which may run over several lines; comments are left out."""
    line, begins, depth, said = 1, 1, 0, ""
    for match in PIECE.finditer(f"{text}\n"):
        piece = match.group()
        line += piece.count("\n")
        if piece == "\n" and depth == 0:
            if said.strip():
                yield begins, said.strip()
            begins, said = line, ""
        elif not piece.startswith("#"):
            depth += (piece in "[{") - (piece in "]}")
            said += piece


def _names(dotted: str) -> list[str]:
    return [name.strip(" \t\"'") for name in dotted.split(".")]


@dataclass(frozen=True)
class Takes:
    """What a field takes: in words for an author, and whether a value is that."""

    words: str
    fits: Callable[[object], bool]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and not any(map(_never_seen, value))


def _never_seen(character: str) -> bool:
    return unicodedata.category(character) in NEVER_SEEN


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


TEXT = Takes("a text", _is_text)
TEXTS = Takes("a list of texts", lambda value: bool(value) and _are_texts(value))
TEXTS_OR_NONE = Takes("a list of texts", _are_texts)
MARK = Takes("true or false", lambda value: isinstance(value, bool))


def are_tables(value: object) -> bool:
    """Return whether a value is a list of tables."""
    return isinstance(value, list) and all(isinstance(each, dict) for each in value)


def wrong_in(row: Row, known: Mapping[str, Takes], wanted: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the fields of a table, each with its key, or with '' for one that is wanted and missing.

    What is missing is not said beside a field that there is not: it may be that one, misspelt.
    """
    spare = [key for key in row if key not in known]
    for key in spare:
        yield key, f"it takes no '{folder.shown(key)}'.{did_you_mean(key, known)}"
    for key, takes in known.items():
        if key in row and not takes.fits(row[key]):
            yield key, f"'{key}' takes {takes.words}."
        elif key in wanted and key not in row and not spare:
            yield "", f"it wants '{key}', {takes.words}."
