"""`python -m trees check`: every problem at once, or one line of counts."""

import argparse

from trees.commands.given import Given, add_format, loaded, written
from trees.core.check import check
from trees.core.check.quoting import all_quotes
from trees.core.library import Library
from trees.core.paths import count


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("check", help="find everything that is wrong")
    add_format(parser)
    parser.set_defaults(run=run)


def run(given: Given) -> int:
    """Print every problem and return 1, or print the counts and return 0."""
    library = loaded(given)
    problems = check(library)
    for problem in problems:
        print(written(given, problem))
    if not problems:
        print(counts(library))
    return 1 if problems else 0


def counts(library: Library) -> str:
    """Return one line: how many trees, nodes, paths, statements and quotes there are."""
    trees = library.trees.values()
    return (
        f"{len(trees)} trees, {sum(len(tree.nodes) for tree in trees)} nodes, {sum(map(count, trees))} paths, "
        f"{sum(len(register.statements) for register in library.registers.values())} statements, "
        f"{len(all_quotes(library))} quotes"
    )
