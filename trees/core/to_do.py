"""What a skeleton leaves to do: texts with the mark TODO in them. A skeleton is no advice, and is not published."""

import re

from trees.core import folder
from trees.core.place import Place, Problem
from trees.core.tables import Key, Tables

TO_DO = re.compile(r"\bTODO\b:?\s*")


def is_to_do(text: str) -> bool:
    """Return whether a text is still to do."""
    # Asked of every text there is: to look for the letters alone is quick.
    return "TODO" in text and TO_DO.search(text) is not None


def still_to_do(file: str, found: dict[int, tuple[str, str]]) -> Problem:
    """Return the one problem of a file with the mark in it, given its lines, each with a field and the field's text.

    It stands at the first line and says how many there are, so that it moves on as the file is written.
    """
    line = min(found)
    name, text = found[line]
    what = TO_DO.sub("", text, count=1).rstrip(".") or "write what belongs here"
    rest = f"TODO stands on {len(found)} lines of this file." if len(found) > 1 else "It is the last TODO of this file."
    text = f"'{name}' is still to do: {what}." + f" {rest}"
    return Problem(Place(file, line), text)


def left_in(tables: Tables) -> list[Problem]:
    """Return the one problem of a file of cases or courses with the mark in it, or nothing."""
    found: dict[int, tuple[str, str]] = {}
    todo: list[tuple[tuple[Key, ...], object]] = [((), tables.data)]
    while todo:
        keys, value = todo.pop()
        if isinstance(value, dict):
            todo += [((*keys, key), each) for key, each in value.items()]
        elif isinstance(value, list):
            todo += [((*keys, index), each) for index, each in enumerate(value)]
        elif isinstance(value, str) and is_to_do(value):
            name = next(key for key in reversed(keys) if isinstance(key, str))
            found.setdefault(tables.place(*keys).line, (folder.shown(name), value))
    return [still_to_do(tables.file, found)] if found else []
