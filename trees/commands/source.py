"""`python -m trees source`: hold the register of a source to its text, compare texts, and watch where one stands."""

import argparse
import sys
from pathlib import Path

from trees.commands import source_diff, source_watch
from trees.commands.given import Given, loaded, refused
from trees.commands.text_file import read_text, write
from trees.core import fingerprint
from trees.core.library import Library
from trees.core.place import Problem, did_you_mean, in_file_order
from trees.core.textcheck import differences, make, still_there


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("source", help="hold a source to its text")
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    each = parts.add_parser("fingerprint", help="make the fingerprint of a source from its text")
    each.add_argument("name", help="the id of the source")
    each.add_argument("--text", type=Path, required=True, metavar="FILE", help="the text of the source")
    each.add_argument("--check", action="store_true", help="compare, and write nothing")
    each.set_defaults(run=run)
    source_diff.add_to(parts)
    source_watch.add_to(parts)


def run(given: Given) -> int:
    """Find every statement in the text, then write the fingerprint; with --check, compare it and write nothing."""
    library = loaded(given)
    register = library.registers.get(given.name)
    if register is None:
        guess = did_you_mean(given.name, library.registers)
        return refused("trees source", f"there is no source '{given.name}' that can be read.{guess}")
    text = read_text(given.text)
    if isinstance(text, Problem):
        print(text, file=sys.stderr)
        return 2
    made, problems = make(register, text)
    problems += still_there(library.notes_on(register.source), text)
    if given.check and given.name in library.fingerprints:
        problems += differences(register, library.fingerprints[given.name], made)
    elif given.check:
        file = f"{given.name}.fingerprint.json"
        problems += [problem for problem in library.problems if problem.place.file.endswith(file)]
    for problem in in_file_order(problems):
        print(problem, file=sys.stderr)
    if problems:
        return 1
    if given.check:
        print(f"{given.name}: {len(made.statements)} statements stand in the text as fingerprinted")
        return 0
    return _written(library, given.name, fingerprint.written(made), len(made.statements))


def _written(library: Library, name: str, text: str, count: int) -> int:
    path = library.root / "sources" / f"{name}.fingerprint.json"
    try:
        write(path, text)
    except OSError as error:
        reason = f"{path.name} cannot be written: {error.strerror}. What was there is as it was."
        return refused("trees source", reason, code=1)
    print(f"{library.shown_as}/sources/{path.name}: {count} statements")
    return 0
