"""Skeletons: a file in which something is still to do is refused, once, at the first line that says so."""

from collections.abc import Iterator

from trees.core.check.vocabulary import roots
from trees.core.library import Library
from trees.core.parts import names, parts_within
from trees.core.place import Problem
from trees.core.register import TODO
from trees.core.to_do import is_to_do, still_to_do

KINDS = "TODO: ACTION, EVIDENCE, SAFETY or BACKGROUND"
"""What stands for the text of a kind."""


def nothing_is_left_to_do(library: Library) -> Iterator[Problem]:
    """A skeleton is no advice: while a text or a kind of its file is still to do, nothing is published."""
    found: dict[str, dict[int, tuple[str, str]]] = {}
    for root in roots(library):
        for part in parts_within(root):
            for name in names(type(part)):
                value = getattr(part, name)
                for text in value if isinstance(value, tuple) else (KINDS if value is TODO else value,):
                    if isinstance(text, str) and is_to_do(text):
                        place = part.place.of(name)
                        found.setdefault(place.file, {}).setdefault(place.line, (name, text))
    for file, lines in found.items():
        yield still_to_do(file, lines)
