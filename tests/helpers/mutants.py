"""Change one thing in the trees, on disk or in memory, and collect who notices."""

import re
import runpy
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from trees.core.cases import Case, read_cases
from trees.core.check import check
from trees.core.course_judge import judge_course
from trees.core.courses import Course, Lasting, read_courses
from trees.core.coverage import coverage
from trees.core.judge import judge
from trees.core.library import Library, load
from trees.core.nodes import Node
from trees.core.place import Problem

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests" / "trees"
COLLECTIONS = ("example", "gist_2017")
NODE = re.compile(r"\n {8}[A-Z]\w+\(\n.*?\n {8}\),", re.DOTALL)
"""A node of a tree or a figure of a trial, as the formatter lays it out."""


@dataclass(frozen=True)
class Change:
    """One exact piece of one file, and what stands in its place."""

    file: str
    start: int
    before: str
    after: str

    @property
    def line(self) -> int:
        """The line that the piece begins on."""
        return text_of(self.file).count("\n", 0, self.start) + 1

    @property
    def lines(self) -> range:
        """The lines of the node or figure that the piece stands in, or of the whole call beside it."""
        text = text_of(self.file)
        for match in NODE.finditer(text):
            if match.start() < self.start < match.end():
                return range(text.count("\n", 0, match.start()) + 2, text.count("\n", 0, match.end()) + 2)
        return range(max(1, self.line - 6), self.line + 7)

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {' '.join(self.before.split())[:30]} to {self.after[:30] or 'nothing'}"


@cache
def text_of(file: str) -> str:
    """Return the text of a file below the folder of trees."""
    return (ROOT / "trees" / file).read_text(encoding="utf-8")


def tree_files(*collections: str) -> list[str]:
    """Return the files of some collections, or of all, that hold a tree."""
    return [file for file in data_files(*collections) if "\ntree = Tree(" in text_of(file)]


def data_files(*collections: str) -> list[str]:
    """Return every file of data of some collections, or of all."""
    folders = [ROOT / "trees" / name for name in collections or COLLECTIONS]
    return [f"{folder.name}/{path.name}" for folder in folders for path in sorted(folder.glob("*.py"))]


def changes(pattern: str, after: str | Callable[[re.Match[str]], str], *files: str, group: int = 1) -> Iterator[Change]:
    """Yield a change of one group of every match of a pattern in some files."""
    for file in files:
        for match in re.finditer(pattern, text_of(file), re.DOTALL):
            new = after if isinstance(after, str) else after(match)
            yield Change(file, match.start(group), match.group(group), new)


def in_some_files(of: Iterator[Change], start: int) -> list[Change]:
    """Return the first change of every third file: each kind of change falls on other files."""
    found: dict[str, Change] = {}
    for change in of:
        found.setdefault(change.file, change)
    return list(found.values())[start % 3 :: 3]


def other_digit(match: re.Match[str]) -> str:
    """Return a number with its first digit changed; no digit becomes a zero."""
    number = match.group(1)
    return f"{int(number[0]) % 9 + 1}{number[1:]}"


def changed(folder: Path, change: Change) -> Library:
    """Copy the data of one collection to a folder with one thing changed, and read it."""
    root = folder / "trees"
    collection = change.file.partition("/")[0]
    shutil.copytree(ROOT / "trees" / collection, root / collection, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "trees" / "drugs.py", root)
    (root / "sources").mkdir()
    for name in {match.group(1) for file in data_files(collection) for match in SOURCE.finditer(text_of(file))}:
        for path in (ROOT / "trees" / "sources").glob(f"{name}.*"):
            shutil.copy(path, root / "sources")
    path = root / change.file
    text = path.read_text(encoding="utf-8")
    assert text[change.start : change.start + len(change.before)] == change.before
    assert change.before != change.after
    path.write_text(text[: change.start] + change.after + text[change.start + len(change.before) :], encoding="utf-8")
    return load(root)


SOURCE = re.compile(r"from trees\.sources\.(\w+) import")


def found_by_check(library: Library, change: Change) -> list[Problem]:
    """Return the problems that name the file and a line of the node in which something was changed."""
    return [
        problem
        for problem in check(library)
        if problem.place.file == f"trees/{change.file}" and problem.place.line in change.lines
    ]


@cache
def _tests(name: str) -> dict[str, object]:
    return runpy.run_path(str(TESTS / name))


def patients_notice(library: Library) -> str:
    """Return the first complaint of the cases and courses, or of what the cases leave out, or nothing."""
    try:
        return next((str(problem) for name in library.collections for problem in _problems(library, name)), "")
    except (RuntimeError, KeyError, IndexError) as error:
        # A tree that was not checked, in which a way leads nowhere.
        return f"{type(error).__name__} {error}"


def _problems(library: Library, collection: str) -> Iterator[Problem]:
    for case in _cases(collection):
        if case.walks:
            yield from judge(library, case)
    for course in _courses(collection):
        yield from judge_course(library, course)
    yield from coverage(library, collection, _cases(collection))


@cache
def _cases(collection: str) -> tuple[Case, ...]:
    return tuple(read_cases(ROOT / "trees", collection)[0])


@cache
def _courses(collection: str) -> tuple[Course | Lasting, ...]:
    return tuple(read_courses(ROOT / "trees", collection)[0])


def record_notices(library: Library) -> str:
    """Return the first line in which a library differs from the second record, which has the figures of trials."""
    records = _tests("test_record.py")["RECORDS"]
    return next((line for record in records for line in record(library)), "")


def with_node(library: Library, tree: str, node_id: str, *instead: Node) -> Library:
    """Return a library in which one node of one tree is another, or is gone."""
    nodes = tuple(each for node in library.trees[tree].nodes for each in ((node,) if node.id != node_id else instead))
    return replace(library, trees={**library.trees, tree: replace(library.trees[tree], nodes=nodes)})
