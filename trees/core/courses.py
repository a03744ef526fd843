"""Courses: where an event, an onward link, an option or a jump leads, and which answers stay true, all as literals.

A case is a patient and ends at an outcome. A course goes on from there: "A patient on the drug whose tumor grows is
asked how far it extends." Courses stand beside the cases, in `COLLECTION/cases/courses.toml`, each with a sentence
that a clinician can judge.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from trees.core.cases import FOLDER, lines_of_ids
from trees.core.place import Place, Problem, did_you_mean

FILE = "courses.toml"


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


TEXT, LIST, MARK = "a text", "a list of texts", "true or false"

WAY = {
    "id": TEXT,
    "says": TEXT,
    "tree": TEXT,
    "from": LIST,
    "by": TEXT,
    "time_passes": MARK,
    "leads_to": TEXT,
    "asks_first": TEXT,
    "shows": TEXT,
}
LASTING = {"id": TEXT, "says": TEXT, "asked": LIST, "kept": MARK}
MAY_BE_LEFT_OUT = {"time_passes", "asks_first", "shows"}
AT_LINE = re.compile(r"\(at line (\d+)")


def read_courses(root: Path, collection: str, shown_as: str = "trees") -> tuple[list[Course | Lasting], list[Problem]]:
    """Return the courses of a collection, and what cannot be read as a course; none when there is no such file."""
    path, shown = root / collection / FOLDER / FILE, f"{shown_as}/{collection}/{FOLDER}/{FILE}"
    if not path.exists():
        return [], []
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except (OSError, ValueError) as error:
        found = AT_LINE.search(str(error))
        line = int(found.group(1)) if found else 1
        return [], [Problem(Place(shown, line), f"the courses cannot be read: {error}.")]
    rows = data.pop("course", [])
    if data or not isinstance(rows, list):
        text = "a file of courses holds nothing but courses. Begin each with [[course]]."
        return [], [Problem(Place(shown, 1), text)]
    lines = lines_of_ids(text)
    courses: list[Course | Lasting] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for row in rows:
        name = str(row.get("id", "")) if isinstance(row, dict) else ""
        place = Place(shown, lines.get(name, 1))
        wrong = _wrong(row) if isinstance(row, dict) else "it is no table."
        if not wrong and name in seen:
            wrong = "there is one of that id already."
        if wrong:
            problems.append(Problem(place, f"the course '{name}' cannot be read: {wrong}"))
            continue
        seen.add(name)
        courses.append(_course(row, collection, place))
    return courses, problems


def _wrong(row: Mapping[str, object]) -> str:
    """Return what is wrong with the fields of a row, or nothing."""
    known = LASTING if "asked" in row or "kept" in row else WAY
    for key, value in row.items():
        if key not in known:
            return f"it takes no '{key}'.{did_you_mean(key, known)}"
        if not _fits(value, known[key]):
            return f"'{key}' takes {known[key]}."
    missing = [key for key in known if key not in row and key not in MAY_BE_LEFT_OUT]
    if missing:
        return f"it wants '{missing[0]}', {known[missing[0]]}."
    if known is WAY and ("asks_first" in row) == ("shows" in row):
        return "it wants either 'asks_first', a question, or 'shows', an outcome."
    return ""


def _fits(value: object, wanted: str) -> bool:
    if wanted == MARK:
        return isinstance(value, bool)
    if wanted == LIST:
        return isinstance(value, list) and bool(value) and all(_fits(each, TEXT) for each in value)
    return isinstance(value, str) and bool(value.strip())


def _course(row: Mapping[str, object], collection: str, place: Place) -> Course | Lasting:
    """Return the course of a row in which nothing is wrong."""
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    given |= {"place": place, "collection": collection}
    if "asked" in given:
        return Lasting(**given)  # type: ignore[arg-type]  # each value was held against its field
    given["starts"] = given.pop("from")
    given.setdefault("time_passes", None)
    return Course(**given)  # type: ignore[arg-type]  # as above
