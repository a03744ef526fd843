"""The change notes of a collection in the order of time, and the last of them on each question and outcome."""

from collections.abc import Mapping

from trees.core.library import Library
from trees.core.records import Change


def in_time(library: Library, collection: str) -> list[Change]:
    """Return what has changed in a collection, the last first; of one day, what is written later comes first."""
    last_written_first = list(library.changes.get(collection, {}).values())[::-1]
    return sorted(last_written_first, key=lambda change: change.date, reverse=True)


def of_nodes(library: Library, collection: str) -> Mapping[str, Change]:
    """Return the last change of each question and outcome that one names, by "tree#node"."""
    first_to_last = reversed(in_time(library, collection))
    return {node: change for change in first_to_last for node in change.nodes}
