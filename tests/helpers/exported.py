"""Export a collection through the real command, from a copy of that collection and what it rests on."""

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from helpers.commands import ROOT, run
from second_opinion import read

from trees.core.library import Library, load
from trees.core.paths import count


def copy_of(collection: str, to: Path) -> Path:
    """Copy one collection, its sources and the drugs, and return the folder of trees."""
    root = to / "trees"
    (root / "sources").mkdir(parents=True)
    shutil.copytree(ROOT / "trees" / collection, root / collection, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "trees" / "drugs.py", root)
    whole = load(ROOT / "trees").collections[collection]
    for source in (*whole.sources, *whole.newer):
        for path in (ROOT / "trees" / "sources").glob(f"{source.id}.*"):
            shutil.copy(path, root / "sources")
    return root


class Exported(NamedTuple):
    """A collection as the walker has it, its export as printed, and what `paths` prints of its largest tree."""

    library: Library
    printed: bytes
    largest: str
    rows: list[str]


@cache
def exported(collection: str) -> Exported:
    """Export one collection; it has to be sound."""
    with TemporaryDirectory() as folder:
        root = copy_of(collection, Path(folder))
        done = run("--folder", root, "export", collection)
        assert (done.returncode, done.stderr) == (0, ""), done.stderr
        library = load(root)
        largest = max(library.trees, key=lambda name: count(library.trees[name]))
        listed = run("--folder", root, "paths", largest)
        assert (listed.returncode, listed.stderr) == (0, ""), listed.stderr
        return Exported(library, done.stdout.encode("utf-8"), largest, listed.stdout.splitlines())


def data_of(collection: str) -> dict[str, Any]:
    """Return an export with exact decimals, to judge or to change."""
    data: dict[str, Any] = read(exported(collection).printed)
    return data
