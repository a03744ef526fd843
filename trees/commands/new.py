"""`python -m trees new`: begin a source, a collection or a tree, with every file that it needs."""

import argparse
import keyword
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from trees.commands.given import Given, loaded, one_line, refused, shown
from trees.commands.text_file import read_text
from trees.commands.together import write_together
from trees.core import __all__ as words
from trees.core import fingerprint, folder
from trees.core.cases import COURSES, FOLDER
from trees.core.library import COLLECTION_FILE, Library
from trees.core.place import Problem, did_you_mean, listed, not_plain
from trees.core.read import Reader
from trees.core.register import Register
from trees.core.scan import MAY_IMPORT, text_of
from trees.core.skeleton import files
from trees.core.skeleton.reading_order import with_tree
from trees.core.skeleton.sentences import sentences
from trees.core.textcheck import make

LONGEST_NAME = 40
PUBLISHED = "published.txt"


class RefusalError(Exception):
    """Why nothing is begun, in words for whoever asked."""

    def __str__(self) -> str:
        return f"{super().__str__()} Nothing was written."


@dataclass
class Plan:
    """What is to be written, by its path in the checkout: new files, and files that come to name them."""

    new: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    then: Sequence[str] = ()
    """What to do next, one step a line."""


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("new", help="begin a source, a collection or a tree")
    parts = parser.add_subparsers(dest="part", required=True, metavar="source|collection|tree")
    source = parts.add_parser("source", help="begin the register of a source")
    source.add_argument("name", metavar="NAME", help="its id, such as guideline_2020")
    source.add_argument("--text", type=Path, metavar="FILE", help="its text: every sentence is then listed")
    source.set_defaults(plan=_source)
    collection = parts.add_parser("collection", help="begin a collection, to which trees are added")
    collection.add_argument("name", metavar="NAME", help="its id, such as disease_2020")
    collection.add_argument("--source", nargs="+", required=True, metavar="SOURCE", help="the sources it follows")
    collection.add_argument("--invented", action="store_true", help="say that it is no medicine")
    collection.set_defaults(plan=_collection)
    tree = parts.add_parser("tree", help="begin a tree, with its page and its cases")
    tree.add_argument("name", metavar="COLLECTION/NAME", help="the collection it belongs to, and its id")
    tree.set_defaults(plan=_tree)
    for each in (source, collection, tree):
        each.set_defaults(run=run)


def run(given: Given) -> int:
    """Write every file and print its path, then what to do next; return 2, and write nothing, where that is refused."""
    library = loaded(given)
    root: Path = given.folder.parent
    try:
        if given.folder.name != "trees" or not (root / "docs").is_dir() or not (given.folder / "sources").is_dir():
            raise RefusalError(
                f"{shown(given.folder)} is not the folder 'trees' of a checkout, with the folder 'docs' beside it. "
                "Run this in a checkout."
            )
        plan: Plan = given.plan(library, given)
        for name in plan.new:
            if os.path.lexists(root / name):
                raise RefusalError(f"{shown(root / name)} is there already. Choose another name.")
    except RefusalError as error:
        return refused("trees new", str(error))
    try:
        write_together(_below(root, plan.new), _below(root, plan.changed))
    except OSError as error:
        file = shown(Path(error.filename)) if error.filename else "a file"
        return refused("trees new", f"{file} cannot be written: {error.strerror}. Nothing was written.", code=1)
    for name in (*plan.new, *plan.changed):
        print(shown(root / name))
    print("\n".join(("Next:", *(f"- {step}" for step in plan.then))))
    return 0


def _below(root: Path, texts: Mapping[str, str]) -> dict[Path, str]:
    return {root / name: text for name, text in texts.items()}


def _named(name: str) -> str:
    """Return a name that a file, an address and a line of Python can hold; refuse any other."""
    odd = not_plain(one_line(name))
    if odd:
        raise RefusalError(odd)
    if len(name) > LONGEST_NAME:
        raise RefusalError(f"'{name}' has {len(name)} characters; at most {LONGEST_NAME} are a name.")
    if keyword.iskeyword(name):
        raise RefusalError(f"'{name}' is a word of Python. Choose another name.")
    return name


def _source(library: Library, given: Given) -> Plan:
    """The register of a source, its fingerprint and its page; with the text at hand, a statement for each sentence."""
    name = _named(given.name)
    if name.upper() in words:
        raise RefusalError(f"{name.upper()} is a word that trees are written in. Choose another name.")
    found = []
    text = ""
    if given.text is not None:
        read = read_text(given.text)
        if isinstance(read, Problem):
            raise RefusalError(str(read))
        text = read
        found = [*sentences(text)]
        if not found:
            raise RefusalError(f"{given.text} holds no words.")
    taken = (each.id for register in library.registers.values() for each in register.statements)
    rows = [*zip(files.statement_ids(name, taken, len(found)), found, strict=True)]
    written = files.source(name, rows)
    path = f"trees/sources/{name}.py"
    lists = f"list its statements, and run python -m trees source fingerprint {name} --text FILE."
    return Plan(
        new={
            path: written,
            f"trees/sources/{name}.fingerprint.json": _fingerprint(written, path, text),
            **files.pages_of_source(name),
        },
        then=(
            f"write what {path} leaves to do; python -m trees check names the first line of it.",
            *(() if rows else (lists,)),
            f"begin a collection that follows it: python -m trees new collection NAME --source {name}",
        ),
    )


def _fingerprint(written: str, path: str, text: str) -> str:
    """Return the fingerprint of a text by a register that was just composed, and refuse one that does not fit it."""
    reader = Reader(written, path, lambda _: MAY_IMPORT)
    register = reader.values.get("register")
    if not isinstance(register, Register):
        raise RefusalError(f"a register of this text cannot be read: {reader.problems[0].text}")
    made, problems = make(register, text)
    for problem in problems:
        raise RefusalError(f"the sentences of this text cannot be told apart: {problem.text}")
    return fingerprint.written(made)


def _collection(library: Library, given: Given) -> Plan:
    """A collection without trees, and the pages that every collection has."""
    name = _named(given.name)
    for taken in (given.folder / name, given.folder / f"{name}.py"):
        # The code of the trees stands in folders as well.
        if os.path.lexists(taken):
            raise RefusalError(f"{shown(taken)} is there already. Choose another name.")
    for source in given.source:
        if source not in library.registers:
            guess = did_you_mean(source, library.registers) or f" There are {listed(sorted(library.registers))}."
            raise RefusalError(f"there is no source '{one_line(source)}' that can be read.{guess}")
    path = f"trees/{name}/{COLLECTION_FILE}"
    return Plan(
        new={
            path: files.collection(name, list(dict.fromkeys(given.source)), invented=given.invented),
            f"trees/{name}/{PUBLISHED}": "",
            **files.pages_of_collection(name),
        },
        then=(
            f"write what {path} leaves to do; python -m trees check names the first line of it.",
            f"begin its first tree: python -m trees new tree {name}/NAME",
        ),
    )


def _tree(library: Library, given: Given) -> Plan:
    """A tree, its page, its cases and its course; the collection comes to name it in its order and as published."""
    collection, slash, name = given.name.partition("/")
    known = sorted(library.collections)
    if not slash:
        text = f"'{one_line(collection)}' names no collection. Write COLLECTION/NAME. There are {listed(known)}."
        raise RefusalError(text)
    if collection not in library.collections:
        guess = did_you_mean(collection, known) or f" There are {listed(known)}."
        raise RefusalError(f"there is no collection '{one_line(collection)}' that can be read.{guess}")
    _named(name)
    home = f"trees/{collection}"
    cases = f"{home}/{FOLDER}/{name}.toml"
    if f"{name}.toml" == COURSES:
        raise RefusalError(f"{cases} holds the courses of a collection. Choose another name.")
    sources = library.collections[collection].sources
    if not sources:
        raise RefusalError(f"the collection '{collection}' names no source that a tree could follow.")
    order = with_tree(_there(given, f"{home}/{COLLECTION_FILE}") or "", name)
    if order is None:
        raise RefusalError(f"no list stands as order=[…] in {home}/{COLLECTION_FILE}. Write it there.")
    plan = Plan(
        new={
            f"{home}/{name}.py": files.tree(collection, name, sources[0].id),
            **files.pages_of_tree(collection, name),
            cases: files.cases(name),
        },
        changed={f"{home}/{COLLECTION_FILE}": order},
        then=(
            f"write what {home}/{name}.py leaves to do; python -m trees check names the first line of it.",
            f"write the patients of {cases}; python -m trees cases {collection} puts them to the tree.",
            "look at the page: make serve",
        ),
    )
    for path, more, between in (
        (f"{home}/{PUBLISHED}", f"{name}\n", ""),
        (f"{home}/{FOLDER}/{COURSES}", files.course(name), "\n"),
    ):
        before = _there(given, path)
        if before:
            plan.changed[path] = f"{before.rstrip()}\n{between}{more}"
        elif before is None:
            plan.new[path] = more
        else:
            plan.changed[path] = more
    return plan


def _there(given: Given, path: str) -> str | None:
    """Return what a file holds, or None where there is none; refuse one that cannot be read."""
    raw = folder.raw(given.folder.parent / path, path)
    text = text_of(raw, path) if isinstance(raw, bytes) else raw
    if isinstance(text, Problem):
        raise RefusalError(f"{path} cannot be read: {text.text}")
    return text
