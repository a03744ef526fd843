"""`python -m trees walk`: follow a tree with what is known; without answers, on a terminal, ask."""

import argparse
import json
import sys

from trees.commands.given import Given, one_line, refused, sound
from trees.core.answers import WalkError
from trees.core.library import Library
from trees.core.report import answer_lines, walk_data, walk_lines
from trees.core.walk import Walk, walk


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("walk", help="follow a tree with what is known about a patient")
    parser.add_argument("tree", help="collection/tree, or the tree alone while only one collection has it")
    parser.add_argument("answers", nargs="*", metavar="question=answer", help="a code, a number, or item,item")
    parser.add_argument("--json", action="store_true", help="print data instead of text")
    parser.set_defaults(run=run)


def run(given: Given) -> int:
    """Print where the answers lead and return 0; return 2 for an answer that makes no sense."""
    library = sound(given)
    if library is None:
        return 1
    try:
        pairs = [_pair(each) for each in given.answers]
        if not pairs and not given.json and sys.stdin.isatty():
            return _ask(library, given.tree)
        walked = walk(library, given.tree, pairs)
    except WalkError as error:
        return refused("trees walk", str(error))
    if given.json:
        print(json.dumps(walk_data(library, walked), ensure_ascii=False, indent=2))
    else:
        print("\n".join(walk_lines(library, walked)))
    return 0


def _pair(text: str) -> tuple[str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key or not value:
        raise WalkError(f"'{text}' is not an answer. Write question=answer.")
    return key, value


def _ask(library: Library, tree: str) -> int:
    """Ask until an outcome is reached; an empty line or the end of the input stops."""
    answers: list[tuple[str, str]] = []
    walked: Walk = walk(library, tree, answers)
    print("\n".join(walk_lines(library, walked)))
    while walked.asks is not None:
        asked = walked.asks
        try:
            # What is listed above may be copied whole.
            value = input(f"{asked.id}=").strip().removeprefix(f"{asked.id}=")
        except EOFError:
            return 0
        if not value:
            return 0
        try:
            walked = walk(library, tree, [*answers, (asked.id, value)])
        except WalkError as error:
            print("\n".join((one_line(error), *answer_lines(library, asked))))
            continue
        answers.append((asked.id, value))
        print("\n".join(walk_lines(library, walked)))
    return 0
