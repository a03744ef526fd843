"""`python -m macros.diff`: make the page of a comparison. `python -m trees diff --format html` calls it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.build import ROOT
from macros.diff.page import page
from trees.commands.editions import Two
from trees.commands.given import one_line, shown
from trees.commands.text_file import write
from trees.core.diff.notes import not_written_down
from trees.core.diff.told import MOST
from trees.core.library import load


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page of a comparison of two folders of trees, or of two collections; return 1 where that fails."""
    parser = argparse.ArgumentParser(prog="python -m macros.diff", description=__doc__)
    parser.add_argument("before", type=Path, help="the folder of trees of the earlier edition")
    parser.add_argument("after", type=Path, help="the folder of trees of the later edition")
    parser.add_argument("collections", nargs="*", metavar="COLLECTION", help="one of each folder (default: all)")
    parser.add_argument("--names", nargs=2, default=("before", "after"), help="what the two editions are called")
    parser.add_argument("--most", type=int, default=MOST, help="list at most so many patients of a tree")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", help="the folder of the pages, for its colors")
    parser.add_argument("--out", type=Path, required=True, help="the file to write")
    given = parser.parse_args(arguments)
    if len(given.collections) not in (0, 2):
        parser.error("name two collections, or none")
    libraries = load(given.before, "before"), load(given.after, shown(given.after))
    two = Two(*libraries, tuple(given.collections) or None)
    found = two.compared()
    missing = [] if two.collections else [problem for each in found for problem in not_written_down(each)]
    try:
        write(given.out, page(found, missing, tuple(given.names), given.most, given.docs))
    except OSError as error:
        reason = f"{one_line(given.out)} cannot be written: {error.strerror}. What was there is as it was."
        print(f"trees diff: {reason}", file=sys.stderr)
        return 1
    print(f"The page is in {one_line(shown(given.out))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
