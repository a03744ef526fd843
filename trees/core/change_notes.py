"""The change notes of a collection in the order of time."""

from trees.core.library import Library
from trees.core.records import Change


def in_time(library: Library, collection: str) -> list[Change]:
    """Return what has changed in a collection, the last first; of one day, what is written later comes first."""
    last_written_first = list(library.changes.get(collection, {}).values())[::-1]
    return sorted(last_written_first, key=lambda change: change.date, reverse=True)
