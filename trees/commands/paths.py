"""`python -m trees paths`: every path of a tree, one row each."""

import argparse

from trees.commands.given import Given, sound_tree
from trees.core import wording
from trees.core.branches import OtherTree
from trees.core.nodes import Treatment
from trees.core.numbering import badges
from trees.core.paths import Path, count, paths

MOST_LISTED = 100_000


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("paths", help="list every path of a tree, with drug and dose")
    parser.add_argument("tree", help="collection/tree, or the tree alone while only one collection has it")
    parser.set_defaults(run=run)


def run(given: Given) -> int:
    """Print one row a path and return 0; return 2 when there is no such tree."""
    found = sound_tree(given, "trees paths")
    if isinstance(found, int):
        return found
    library, name = found
    tree = library.trees[name]
    total = count(tree)
    if total > MOST_LISTED:
        print(f"{total:,} paths; more than {MOST_LISTED:,} are counted and not listed.")
        return 0
    letters = badges(tree)
    for path in paths(tree):
        print(row(path, letters))
    print(f"{total} paths")
    return 0


def row(path: Path, letters: dict[str, str]) -> str:
    """Return a path as one row: what led here, the answers, then the outcome or the tree it jumps to."""
    parts = [f"after {path.after[0].id}={path.after[1].code}:"] if path.after else []
    parts += [f"{node.id}={way.code}" for node, way in path.steps]
    if isinstance(path.end, OtherTree):
        end = f"tree {path.end.name}"
    else:
        kind = "" if isinstance(path.end, Treatment) else f"{wording.kind(path.end)}: "
        end = f"{letters[path.end.id]} {path.end.id}: {kind}{wording.title(path.end)}"
    return f"{' '.join(parts)} -> {end}"
