"""`python -m trees diff`: what changed between two editions in clinical words, and for which patients."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from trees.commands.editions import NoEditionError, Two, UnsoundError, two_editions
from trees.commands.given import Given, annotation, one_line, refused
from trees.commands.text_file import write
from trees.core.diff import markdown, text, told
from trees.core.diff.comparison import Comparison
from trees.core.diff.notes import not_written_down
from trees.core.place import Problem

DRAWN_BY = "macros.diff"
"""The program that makes the page: to draw is beyond the trees, which use the standard library alone."""
LISTED = {"text": text.LISTED, "markdown": markdown.LISTED}


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("diff", help="say what changed, and which patients are led elsewhere")
    parser.add_argument("base", metavar="BASE", help="the earlier edition: a git revision, a folder, or a collection")
    parser.add_argument("head", metavar="HEAD", nargs="?", help="the later one (default: the trees as they stand)")
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "html", "json", "github"),
        default="text",
        help="markdown: a comment on a pull request; html: a page with pictures; github: annotations alone",
    )
    parser.add_argument("--check", action="store_true", help="fail where a change of advice has no change note")
    parser.add_argument("--most", type=int, metavar="N", help="list at most N patients of each tree")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to this file, whole or not at all")
    parser.set_defaults(run=run)


def run(given: Given) -> int:
    """Print the comparison. Return 1 where --check misses a change note, and 2 where there is nothing to compare."""
    if given.most is not None and given.most < 0:
        return refused("trees diff", "--most takes a number of patients, 0 or more.")
    try:
        with two_editions(given.folder, given.base, given.head) as two:
            return _compared(given, two)
    except NoEditionError as error:
        return refused("trees diff", str(error))
    except UnsoundError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return 2


def _compared(given: Given, two: Two) -> int:
    found = two.compared()
    missing = [] if two.collections else [problem for each in found for problem in not_written_down(each)]
    done = _printed(given, two, found, missing)
    if given.check and given.format != "github":
        for problem in missing:
            print(problem, file=sys.stderr)
    return done or int(bool(given.check and missing))


def _printed(given: Given, two: Two, found: Sequence[Comparison], missing: Sequence[Problem]) -> int:
    """Print or write the comparison in the form that was asked for; return 0, or why it could not be."""
    if given.format == "html":
        return _drawn(given, two)
    made = written(given.format, given.most, found, missing)
    if given.out is None:
        print(made, end="")
        return 0
    try:
        write(given.out, made)
    except OSError as error:
        return refused(
            "trees diff", f"{one_line(given.out)} cannot be written: {error.strerror}. What was there is as it was."
        )
    return 0


def written(form: str, most: int | None, found: Sequence[Comparison], missing: Sequence[Problem]) -> str:
    """Return the comparison in one of its forms."""
    listed = LISTED.get(form, told.MOST) if most is None else most
    match form:
        case "json":
            data = {
                "collections": [told.data(each, listed) for each in found],
                "not_written_down": [{"place": str(each.place), "says": each.text} for each in missing],
            }
            return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
        case "markdown":
            return markdown.markdown(found, missing, listed)
        case "github":
            return "".join(f"{annotation(problem)}\n" for problem in missing)
        case _:
            rows = [line for each in found for line in (*text.lines(each, listed), "")]
            rows += [f"Not written down yet: {problem}" for problem in missing]
            return "\n".join(rows).rstrip("\n") + "\n"


def _drawn(given: Given, two: Two) -> int:
    """Have the page made by the program that draws, of the same two editions."""
    if given.out is None:
        return refused("trees diff", "a page wants a file. Say --out FILE.")
    editions = [str(two.before.root.resolve()), str(two.after.root.resolve()), *(two.collections or ())]
    command = [sys.executable, "-m", DRAWN_BY, "--out", str(given.out.resolve()), *editions]
    most = [] if given.most is None else ["--most", str(given.most)]
    names = ["--names", given.base, given.head or "as it stands"]
    done = subprocess.run([*command, *most, *names], cwd=Path(__file__).parents[2], check=False)
    return 2 if done.returncode else 0
