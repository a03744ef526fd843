"""Walk over all the parts that a part is made of."""

from collections.abc import Iterator
from dataclasses import fields

from trees.core.evidence import Source
from trees.core.place import Part


def parts_within(root: Part, without: tuple[type[Part], ...] = ()) -> Iterator[Part]:
    """Yield a part and every part within it, in the order in which they are written; a source is not looked into.

    Parts of the kinds in `without` are left out, with all that is in them.
    """
    todo: list[object] = [root]
    while todo:
        part = todo.pop()
        if isinstance(part, tuple):
            todo += reversed(part)
        elif isinstance(part, Part) and not isinstance(part, without):
            yield part
            if not isinstance(part, Source):
                todo += [getattr(part, each.name) for each in reversed(fields(part)) if each.name != "place"]
