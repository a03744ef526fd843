"""Courses: where an event, an onward link, an option or a jump leads, and which answers stay true, all as literals.

A case is a patient and ends at an outcome. A course goes on from there: "A patient on the drug whose tumor grows is
asked how far it extends." Courses stand beside the cases, in `COLLECTION/cases/courses.toml`, each with a sentence
that a clinician can judge.
"""

from dataclasses import dataclass
from pathlib import Path

from trees.core.cases import COURSES, FOLDER
from trees.core.folder import shown
from trees.core.place import Place, Problem
from trees.core.tables import MARK, TEXT, TEXTS, Row, read_tables, wrong_in
from trees.core.to_do import left_in


@dataclass(frozen=True)
class Course:
    """From some nodes of one tree, the same way leads to the same place.

    `by` is the code of the way, `leads_to` the tree it leads to, which may be the same, and `asks_first` or `shows` the
    node it comes to: the question or choice asked there first, or the outcome shown.
    `time_passes` is true for an event, after which what is current is asked again; false for an onward link, which
    keeps what is known; and None for an answer or an option.
    """

    place: Place
    id: str
    says: str
    collection: str
    tree: str
    starts: tuple[str, ...]
    by: str
    time_passes: bool | None
    leads_to: str
    asks_first: str | None = None
    shows: str | None = None


@dataclass(frozen=True)
class Lasting:
    """Whether the answers to some questions are kept when time passes, or asked for again."""

    place: Place
    id: str
    says: str
    collection: str
    asked: tuple[str, ...]
    kept: bool


WAY = {
    "id": TEXT,
    "says": TEXT,
    "tree": TEXT,
    "from": TEXTS,
    "by": TEXT,
    "time_passes": MARK,
    "leads_to": TEXT,
    "asks_first": TEXT,
    "shows": TEXT,
}
LASTING = {"id": TEXT, "says": TEXT, "asked": TEXTS, "kept": MARK}
MAY_BE_LEFT_OUT = {"time_passes", "asks_first", "shows"}


def read_courses(root: Path, collection: str, shown_as: str = "trees") -> tuple[list[Course | Lasting], list[Problem]]:
    """Return the courses of a collection, and what cannot be read as a course; none when there is no such file."""
    tables = read_tables(root / collection / FOLDER / COURSES, f"{shown_as}/{collection}/{FOLDER}/{COURSES}")
    if tables is None:
        return [], []
    if isinstance(tables, Problem):
        return [], [tables]
    rows = tables.data.get("course", [])
    if set(tables.data) - {"course"} or not isinstance(rows, list):
        text = "a file of courses holds nothing but courses. Begin each with [[course]]."
        return [], [Problem(tables.place(), text)]
    courses: list[Course | Lasting] = []
    problems = left_in(tables)
    seen: set[str] = set()
    for index, row in enumerate(rows):
        name = str(row.get("id", "")) if isinstance(row, dict) else ""
        place = tables.place("course", index, "id")
        wrong = _wrong(row) if isinstance(row, dict) else "it is no table."
        if not wrong and name in seen:
            wrong = "there is one of that id already."
        if wrong:
            problems.append(Problem(place, f"the course '{shown(name)}' cannot be read: {wrong}"))
            continue
        seen.add(name)
        courses.append(_course(row, collection, place))
    return courses, problems


def _wrong(row: Row) -> str:
    """Return what is wrong with the fields of a row, or nothing."""
    known = LASTING if "asked" in row or "kept" in row else WAY
    for _, text in wrong_in(row, known, set(known) - MAY_BE_LEFT_OUT):
        return text
    if known is WAY and ("asks_first" in row) == ("shows" in row):
        return "it wants either 'asks_first', a question, or 'shows', an outcome."
    return ""


def _course(row: Row, collection: str, place: Place) -> Course | Lasting:
    """Return the course of a row in which nothing is wrong."""
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    given |= {"place": place, "collection": collection}
    if "asked" in given:
        return Lasting(**given)  # type: ignore[arg-type]  # each value was held against its field
    given["starts"] = given.pop("from")
    given.setdefault("time_passes", None)
    return Course(**given)  # type: ignore[arg-type]  # as above
