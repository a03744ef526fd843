"""The layout of the code: every module by its folder, with its own first line; it is read and never imported."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from markupsafe import Markup

from macros.markup import count, el, joined, one_line

PARTS = ("trees", "macros", "benchmarks", "tests")
DATA = {
    "collection.py": "A collection: one file a tree, and beside them its trials, its terms, its cases and its records.",
    "*.fingerprint.json": "A register of every statement of each source, and its fingerprint.",
}
"""What a folder of data is, by a file that stands in it and in no folder of code."""
CODE = re.compile(r"`([^`]+)`")


def layout(root: Path) -> str:
    """Return every folder of a checkout with its modules as one block of HTML; what is not there is left out."""
    folders = [each for part in PARTS for each in (root / part, *sorted((root / part).rglob("*/")))]
    parts = [part for folder in folders if folder.is_dir() for part in of_folder(root, folder)]
    return one_line(el("div", *parts, class_="dt", data_search_exclude=True))


def of_folder(root: Path, folder: Path) -> Iterator[Markup]:
    """Yield a heading and a table of the modules of a folder, or one line where it holds data."""
    name = folder.relative_to(root).as_posix()
    modules = sorted(folder.glob("*.py"))
    if "node_modules" in folder.parts or not modules:
        return
    yield el("h2", el("code", f"{name}/"), id=name.replace("/", "-"))
    for mark, says in DATA.items():
        if any(folder.glob(mark)):
            yield el("p", f"{says} {count(len(modules), 'file')}.")
            return
    head = el("thead", el("tr", el("th", "Module", scope="col"), el("th", "What it is for", scope="col")))
    yield el("table", head, el("tbody", *map(row, modules)))


def row(path: Path) -> Markup:
    """Return the row of a module."""
    return el("tr", el("th", el("code", path.name), scope="row"), el("td", written(line_of(path))))


def line_of(path: Path) -> str:
    """Return the first line of what a module says of itself, or nothing."""
    says = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return says.partition("\n")[0]


def written(text: str) -> Markup:
    """Return a text with what stands in backticks as code."""
    parts = CODE.split(text)
    return joined(*(el("code", part) if number % 2 else part for number, part in enumerate(parts)))
