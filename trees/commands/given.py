"""What every command is given: the folder of trees, read and checked."""

import argparse
import os
import sys
from pathlib import Path

from trees.core.check import check
from trees.core.library import Library, load
from trees.core.place import Problem, did_you_mean, listed

Given = argparse.Namespace


def loaded(given: Given) -> Library:
    """Read the folder of trees that a command was given."""
    return load(given.folder, shown(given.folder))


def shown(folder: Path) -> str:
    """Return how messages call a folder: from where the reader stands, so that an editor can follow it."""
    return os.path.relpath(folder).replace(os.sep, "/")


def sound(given: Given) -> Library | None:
    """Read the folder and check it; print every problem and return None when there are any."""
    library = loaded(given)
    problems = check(library)
    for problem in problems:
        print(written(given, problem), file=sys.stderr)
    return None if problems else library


def sound_tree(given: Given, program: str) -> tuple[Library, str] | int:
    """Read the folder, check it, and find the tree that a command was given; return both, the tree by its full name.

    Where there are problems, or no such tree, print them and return the exit code.
    """
    library = sound(given)
    if library is None:
        return 1
    name = library.resolve(given.tree)
    return refused(program, no_tree(library, given.tree)) if name is None else (library, name)


def refused(program: str, text: str, code: int = 2) -> int:
    """Say in one line why a call is refused, and return its exit code."""
    print(f"{program.removeprefix('python -m ')}: {one_line(text)}", file=sys.stderr)
    return code


def no_tree(library: Library, name: str) -> str:
    """Return what is said of a tree that is not there, and which may have been meant."""
    short = {full.partition("/")[2] for full in library.trees}
    same = sorted(full for full in library.trees if full.partition("/")[2] == name)
    several = f" Several collections have one: {listed(same)}." if same else ""
    known = ", ".join(sorted(library.trees)) or "none"
    hint = several or did_you_mean(name, {*short, *library.trees}) or f" There are: {known}."
    return f"there is no tree '{name}'.{hint}"


def add_format(parser: argparse.ArgumentParser) -> None:
    """Let a command print its problems as annotations."""
    parser.add_argument("--format", choices=("text", "github"), default="text", help="github: annotations")


def written(given: Given, problem: Problem) -> str:
    """Return a problem as it was asked for: as a line, or as an annotation."""
    return annotation(problem) if getattr(given, "format", "text") == "github" else str(problem)


def one_line(error: object) -> str:
    """Return the words of an error in one line: what was typed may hold a line break, or keys that move the cursor."""
    return "".join(each if each.isprintable() else repr(each)[1:-1] for each in str(error))


def annotation(problem: Problem) -> str:
    """Return a problem as an annotation on a pull request."""
    text = _escaped(problem.text)
    file = _escaped(problem.place.file).replace(":", "%3A").replace(",", "%2C")
    return f"::error file={file},line={problem.place.line}::{text}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
