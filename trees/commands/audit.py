"""`python -m trees audit`: put every patient of a registry's cohort to a tree, and write where it leads."""

import argparse
import sys
from pathlib import Path
from typing import TextIO

from trees.commands.given import Given, refused, sound_tree
from trees.core.library import Library

PROGRAM = "trees audit"
WIDTH = 40
WHOLE = 100


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("audit", help="put every patient of a file to a tree, and write where it leads")
    parser.add_argument("tree", help="collection/tree, or the tree alone while only one collection has it")
    parser.add_argument("cohort", type=Path, nargs="?", help="the patients, one a row: .csv or .parquet")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to this file: .csv or .parquet")
    parser.add_argument("--columns", action="store_true", help="print the columns that are asked for, and end")
    parser.add_argument(
        "--column", action="append", default=[], metavar="OURS=THEIRS", help="what the file calls a column of the tree"
    )
    parser.add_argument("--keep", action="append", default=[], metavar="COLUMN", help="no misspelt column of the tree")
    parser.set_defaults(run=run)


def run(given: Given) -> int:
    """Write the audit and return 0; return 1 for a cohort that is refused, 2 for a call that makes no sense."""
    # What runs an audit takes a while to import, and no other command needs it.
    from trees.audit.refusal import AuditError
    from trees.formats.reading import TooManyRowsError

    found = sound_tree(given, PROGRAM)
    if isinstance(found, int):
        return found
    bar = Bar(sys.stderr)
    try:
        return print_columns(*found) if given.columns else write(given, *found, bar)
    except AuditError as error:
        bar.ends()
        for line in error.lines:
            refused(PROGRAM, line)
        return error.code
    except TooManyRowsError as error:
        return refused(PROGRAM, str(error), code=1)
    finally:
        bar.ends()


def print_columns(library: Library, name: str) -> int:
    """Print what an audit asks of a patient, one column a line, with what it takes and its unit; return 0."""
    from trees.audit.journey import journey
    from trees.formats.sql_words import offers

    for each in journey(library, name).inputs:
        print(f"{each.name} takes {offers(each)}. It says: {each.asks}")
    return 0


def write(given: Given, library: Library, name: str, bar: "Bar") -> int:
    """Write the audit, print what it rests on, and return 0; return 2 for a call that makes no sense."""
    from trees.audit.run import audit

    if given.cohort is None or given.out is None:
        return refused(PROGRAM, "name the file of the patients and --out FILE, or ask for --columns.")
    called: dict[str, str] = {}
    for each in given.column:
        ours, sign, theirs = each.partition("=")
        if not sign or not ours or not theirs or ours in called:
            twice = f"--column names '{ours}' twice." if ours in called else f"'{each}' names no column."
            return refused(PROGRAM, f"{twice} Write --column OURS=THEIRS.")
        called[ours] = theirs
    done = audit(library, name, (given.cohort, given.out), called, given.keep, bar.show)
    bar.ends()
    if done.lacking:
        lacking = ", ".join(done.lacking)
        refused(PROGRAM, f"the file has no column for these, so of no patient anything is known of them: {lacking}.")
    print(f"{given.out}: {done.patients:,} {'patient' if done.patients == 1 else 'patients'}.")
    print("\n".join(done.rests_on))
    return 0


class Bar:
    """Shows on a terminal how far a query has come; elsewhere nothing."""

    def __init__(self, stream: TextIO) -> None:
        self.stream, self.shown = stream, ""

    def show(self, percent: float) -> None:
        """Show a part of a hundred."""
        if self.stream.isatty():
            done = max(0, min(int(percent), WHOLE))
            self._put(f"{PROGRAM}: [{'#' * (done * WIDTH // WHOLE):<{WIDTH}}] {done:3d} %")

    def ends(self) -> None:
        """Take the bar away: what is said next stands on a line of its own."""
        if self.shown:
            self._put(" " * len(self.shown))
            self._put("")

    def _put(self, line: str) -> None:
        if line != self.shown:
            self.stream.write(f"\r{line}")
            self.stream.flush()
            self.shown = line
