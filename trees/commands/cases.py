"""`python -m trees cases`: put every case to the trees, follow every course, print each complaint or the counts."""

import argparse

from trees.commands.given import Given, add_format, refused, sound, written
from trees.core.coverage import held
from trees.core.library import Library
from trees.core.nodes import OUTCOMES
from trees.core.place import did_you_mean, listed


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("cases", help="put every case to the trees, and follow every course")
    parser.add_argument("collections", nargs="*", metavar="COLLECTION", help="which collections (default: all)")
    add_format(parser)
    parser.set_defaults(run=run)


def run(given: Given) -> int:
    """Print every problem and return 1, or the counts and return 0; return 2 when there is no such collection."""
    library = sound(given)
    if library is None:
        return 1
    for name in given.collections:
        if name not in library.collections:
            known = sorted(library.collections)
            guess = did_you_mean(name, known) or f" There are {listed(known)}."
            return refused("trees cases", f"there is no collection '{name}'.{guess}")
    names = sorted(set(given.collections or library.collections))
    found = [held(library, name) for name in names]
    problems = [problem for _, some in found for problem in some]
    for problem in problems:
        print(written(given, problem))
    if not problems:
        print(f"{sum(len(cases) for cases, _ in found)} cases hold and reach {outcomes(library, names)} outcomes")
    return 1 if problems else 0


def outcomes(library: Library, collections: list[str]) -> int:
    """Return how many outcomes some collections have, every one of which is reached where nothing is left out."""
    return sum(
        isinstance(node, OUTCOMES)
        for name, tree in library.trees.items()
        if name.partition("/")[0] in collections
        for node in tree.nodes
    )
