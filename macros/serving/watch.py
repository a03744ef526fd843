"""What of a checkout has been saved: found by looking at every file, so that no editor's way of saving is missed."""

import os
from collections.abc import Iterator
from importlib.util import cache_from_source
from pathlib import Path

PARTS = ("trees", "macros", "docs", "mkdocs.yml", "SAFETY.md")
"""What the pages are made from."""
Seen = dict[str, tuple[int, int]]


def look(root: Path) -> Seen:
    """Return the time of the last change, in nanoseconds, and the size of every file that the pages are made from."""
    return dict(_files(root, PARTS))


def _files(root: Path, names: tuple[str, ...]) -> Iterator[tuple[str, tuple[int, int]]]:
    for name in names:
        path = root / name
        try:
            if path.is_dir():
                entries = tuple(f"{name}/{each}" for each in os.listdir(path) if not is_passing(each))
                yield from _files(root, entries)
            else:
                stat = path.stat()
                yield name, (stat.st_mtime_ns, stat.st_size)
        except OSError:
            # It was there a moment ago; the next look finds out what became of it.
            continue


def is_passing(name: str) -> bool:
    """Return whether a name is that of what a program keeps beside a file for itself, such as an editor's own copy."""
    return name.startswith((".", "#")) or name.endswith("~") or name == "__pycache__"


def changes(before: Seen, after: Seen) -> list[str]:
    """Return what was saved, added or removed, by its path below the root."""
    return sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))


def forget_compiled(root: Path, names: list[str]) -> None:
    """Take away what Python has compiled of code that was saved: it knows the second of a change, and no more."""
    for name in names:
        if name.endswith(".py"):
            Path(cache_from_source(str(root / name))).unlink(missing_ok=True)
