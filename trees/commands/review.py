"""`python -m trees review`: the lines of a review record for a tree as it reads now; it writes none by itself."""

import argparse

from trees.commands.given import Given, sound_tree
from trees.core.review import record_to_fill_in, review_state


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("review", help="print a review record of a tree, to be filled in by its reviewer")
    parser.add_argument("tree", help="collection/tree, or the tree alone while only one collection has it")
    parser.set_defaults(run=run)


def run(given: Given) -> int:
    """Print what is known of the review of a tree, and the record to fill in; return 2 for a tree that is not there."""
    found = sound_tree(given, "trees review")
    if isinstance(found, int):
        return found
    library, name = found
    file = f"{library.shown_as}/{name.partition('/')[0]}/reviews.py"
    print(f"# {name}: {review_state(library, name)}")
    print(f"# For {file}, once a clinician has compared every outcome with the sources. Fill in what is empty.")
    print(record_to_fill_in(library, name), end="")
    return 0
