"""`python -m trees source diff`: what a changed text of a source means for what rests on it, and a list to work off."""

import argparse
import json
import sys
from pathlib import Path

from trees.commands.given import Given, loaded, one_line, refused
from trees.commands.text_file import read_text, write
from trees.core import work_list
from trees.core.library import Library
from trees.core.place import Problem, did_you_mean, in_file_order, listed
from trees.core.register import Register
from trees.core.resting import resting_on
from trees.core.textcheck import Text, differences, locate, make
from trees.core.touched import TextNow, compare


def add_to(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this part to the parser of the command."""
    each = parts.add_parser("diff", help="compare two texts of a source, and list what rests on what has changed")
    each.add_argument("old", type=Path, metavar="OLD", help="the text that the register was made from")
    each.add_argument("new", type=Path, metavar="NEW", help="the text that stands there now, or another edition")
    each.add_argument("--source", metavar="NAME", help="the id of the source (default: the one that stands in OLD)")
    each.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    each.add_argument("--to", type=Path, metavar="FILE", help="write the work list to this file, whole or not at all")
    each.set_defaults(run=run)


def run(given: Given) -> int:
    """Print what became of each statement and the work list; return 0 when nothing has changed, 1 when something has.

    Return 2 for texts that cannot be read, an old one that the source was not read from, and a file not to be written.
    """
    library = loaded(given)
    old, new = read_text(given.old), read_text(given.new)
    for text in (old, new):
        if isinstance(text, Problem):
            print(text, file=sys.stderr)
    if isinstance(old, Problem) or isinstance(new, Problem):
        return 2
    register = _register(library, given.source, old)
    if isinstance(register, str):
        return refused("trees source diff", register)
    if problems := _not_its_text(library, register, old):
        for problem in in_file_order(problems):
            print(problem, file=sys.stderr)
        return 2
    found, _ = locate(register, Text(old))
    now = compare(register, found, old, new, resting_on(library, register.source.id))
    names = (one_line(given.old.name), one_line(given.new.name))
    wrong = "" if given.to is None else _why_not_written(given.to, "\n".join([*work_list.work_list(now, *names), ""]))
    if wrong:
        return refused("trees source diff", wrong)
    _print(given, now, names)
    return 1 if now.touched or now.new else 0


def _print(given: Given, now: TextNow, names: tuple[str, str]) -> None:
    if given.format == "json":
        print(json.dumps(work_list.data(now, *names), ensure_ascii=False, indent=2))
        return
    if given.format == "text":
        source = now.register.source
        print(f"{source.short} ({source.id}): {names[0]} against {names[1]}")
        print("\n".join(work_list.summary(now)))
    if given.format == "text" and given.to is not None:
        print(f"\nThe work list: {one_line(given.to)}")
    else:
        print("\n".join([*([""] * (given.format == "text")), *work_list.work_list(now, *names)]))


def _register(library: Library, name: str | None, old: str) -> Register | str:
    """Return the register of that name, or of the one source that stands in the text, or what is wrong."""
    if name is not None:
        unknown = f"there is no source '{one_line(name)}' that can be read.{did_you_mean(name, library.registers)}"
        return library.registers.get(name, unknown)
    text = Text(old)
    fitting = [each for each in library.registers.values() if each.statements and not locate(each, text)[1]]
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        known = listed(sorted(library.registers))
        return f"OLD is the text of no source whose register is here. Name the one you mean by --source: {known}."
    return f"OLD is the text of {listed(each.source.id for each in fitting)}. Name one by --source."


def _not_its_text(library: Library, register: Register, old: str) -> list[Problem]:
    """Return why a text is not the one that the register and the fingerprint were made from."""
    made, problems = make(register, old)
    known = library.fingerprints.get(register.source.id)
    return problems + (differences(register, known, made) if known is not None else [])


def _why_not_written(path: Path, text: str) -> str:
    """Write a file; return why it was not written, or nothing."""
    if path.exists() and not path.is_file():
        # A device or a folder would be put out of its place by a file.
        return f"{one_line(path)} is no file. Name a file, or leave --to away."
    try:
        write(path, text)
    except OSError as error:
        return f"{one_line(path)} cannot be written: {error.strerror}. What was there is as it was."
    return ""
