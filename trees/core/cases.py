"""Cases: patients in sentences, how each is put to the trees, and what the sources say for them, all as literals.

They stand beside the trees, in `COLLECTION/cases/*.toml`. Sentences and everything under `expects` are written from the
texts alone, before the trees are read.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

from trees.core.folder import shown
from trees.core.parts import This
from trees.core.place import Place, Problem, not_plain
from trees.core.tables import (
    MARK,
    MOST_KEPT,
    TEXT,
    TEXTS,
    TEXTS_OR_NONE,
    Row,
    Tables,
    Takes,
    are_tables,
    read_tables,
    wrong_in,
)
from trees.core.to_do import left_in

FOLDER = "cases"
COURSES = "courses.toml"
"""The one file of the folder that holds no cases."""

Range = tuple[float, float]


@dataclass(frozen=True)
class Expected:
    """One thing that a source says for a patient.

    `statements` are the numbers it rests on. `mg` is a daily dose from lowest to highest, `weeks` are those on and off.
    `duration`, `how_often` and `strength` are words as printed.
    """

    what: str
    statements: frozenset[str]
    drug: str | None = None
    mg: Range | None = None
    split: bool = False
    weeks: Range | None = None
    duration: str | None = None
    how_often: str | None = None
    strength: str | None = None

    def __str__(self) -> str:
        low, high = self.mg or (0, 0)
        of_a_day = f"{low:g} mg" if low == high else f"{low:g} to {high:g} mg"
        dose = "" if self.mg is None else f", {of_a_day} daily{' in split doses' * self.split}"
        weeks = "" if self.weeks is None else f", {self.weeks[0]:g} weeks on and {self.weeks[1]:g} off"
        drug = f" ({self.drug}{dose}{weeks})" if self.drug else ""
        more = "".join(f", “{words}”" for words in (self.how_often, self.duration) if words)
        strength = f", strength “{self.strength}”" if self.strength else ""
        return f"{self.what}{drug}{more}{strength}, by {' and '.join(sorted(self.statements))}"


@dataclass(frozen=True)
class Case:
    """A patient in a sentence, the ways in which the trees are asked, and what the sources say and leave open.

    Each of `open_words` stands in what the case says is left open, and has to stand in what a tree leaves open.
    `order_stated` is whether a source says which of several courses comes first.
    `settled` says where the case and the trees differed, and what was done.
    """

    place: Place
    id: str
    says: str
    collection: str
    walks: tuple[tuple[str, tuple[str, ...]], ...]
    expects: tuple[Expected, ...]
    left_open: str | None = None
    would_decide: str | None = None
    open_words: tuple[str, ...] = ()
    order_stated: bool = False
    settled: str | None = None


def _numbers(value: object, count: int) -> bool:
    """Return whether a value is a list of so many numbers above 0."""
    return isinstance(value, list) and len(value) == count and all(map(_is_number, value))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < math.inf


def _is_dose(value: object) -> bool:
    return _is_number(value) or (_numbers(value, 2) and cast(list[float], value)[0] <= cast(list[float], value)[1])


DOSE = Takes("a number above 0, or two of them, the lowest and the highest: 400 or [400, 600]", _is_dose)
WEEKS = Takes("two numbers above 0, the weeks on and the weeks off: [4, 2]", lambda value: _numbers(value, 2))

CASE = {
    "id": TEXT,
    "says": TEXT,
    "walks": Takes('a list of tables such as [{ tree = "…", answers = ["…=…"] }]', are_tables),
    "expects": Takes("tables, each begun with [[patient.expects]] in two brackets", are_tables),
    "left_open": TEXT,
    "would_decide": TEXT,
    "open_words": TEXTS_OR_NONE,
    "order_stated": MARK,
    "settled": TEXT,
}
WALK = {"tree": TEXT, "answers": TEXTS_OR_NONE}
EXPECTED = {
    "what": TEXT,
    "drug": TEXT,
    "mg": DOSE,
    "split": MARK,
    "weeks": WEEKS,
    "duration": TEXT,
    "how_often": TEXT,
    "strength": TEXT,
    "statements": TEXTS,
}


def read_cases(root: Path, collection: str, shown_as: str = "trees") -> tuple[list[Case], list[Problem]]:
    """Return the cases of a collection, file by file, and what cannot be read as a case."""
    cases: list[Case] = []
    problems: list[Problem] = []
    folder = root / collection / FOLDER
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else []:
        if path.name == COURSES:
            continue
        tables = read_tables(path, f"{shown_as}/{collection}/{FOLDER}/{path.name}")
        if isinstance(tables, Tables):
            some, wrong = _cases(This(tables), collection)
            cases += some
            problems += [*wrong, *left_in(tables)]
        elif tables is not None:
            problems.append(tables)
    return cases, problems


# A file that was read is kept, and so are its cases: the check and the site ask for them.
@lru_cache(maxsize=MOST_KEPT)
def _cases(of: This[Tables], collection: str) -> tuple[Sequence[Case], Sequence[Problem]]:
    """Return the cases of one file, and what cannot be read as one."""
    tables = of.it
    cases: list[Case] = []
    problems: list[Problem] = []
    for key in tables.data:
        if key != "patient":
            problems.append(Problem(tables.place(key), f"'{shown(key)}' begins no case. Begin each with [[patient]]."))
    rows = tables.data.get("patient", [])
    if not are_tables(rows):
        text = "'patient' is not a list of cases. Begin each with [[patient]], in two brackets."
        problems.append(Problem(tables.place("patient"), text))
        return [], problems
    if not rows and not problems:
        problems.append(Problem(tables.place(), "the file holds no case. Begin each with [[patient]]."))
    for index, row in enumerate(cast(list[Row], rows)):
        wrong = [*_wrong_in_case(row)]
        called = f"'{shown(str(row['id']))}'" if TEXT.fits(row.get("id")) else f"number {index + 1}"
        for keys, text in wrong:
            place = tables.place("patient", index, *keys)
            problems.append(Problem(place, f"the case {called} cannot be read: {text}"))
        if not wrong:
            cases.append(_case(row, collection, tables.place("patient", index, "id")))
    return cases, problems


def _wrong_in_case(row: Row) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what is wrong with a case, each with the keys that lead there from the case."""
    for key, text in wrong_in(row, CASE, wanted=("id", "says", "walks")):
        yield (key or "id",), text
    if TEXT.fits(row.get("id")) and not_plain(str(row["id"])):
        yield ("id",), not_plain(str(row["id"]))
    for name, known, wanted in (("walks", WALK, ("tree", "answers")), ("expects", EXPECTED, ("what", "statements"))):
        for number, each in enumerate(_rows(row, name)):
            for key, text in wrong_in(each, known, wanted):
                yield (name, number, key), f"number {number + 1} of '{name}': {text}"
    for number, each in enumerate(_rows(row, "expects")):
        for key in ("split", "weeks"):
            if key in each and "mg" not in each:
                yield ("expects", number, key), f"number {number + 1} of 'expects': '{key}' goes with 'mg', a dose."
    said = f"{row.get('left_open', '')} {row.get('would_decide', '')}".casefold()
    for word in cast(list[str], row.get("open_words", [])) if TEXTS_OR_NONE.fits(row.get("open_words", [])) else []:
        if word.casefold() not in said:
            text = f"'{word}' does not stand in what it says is left open, in 'left_open' or 'would_decide'."
            yield ("open_words",), text


def _rows(row: Row, name: str) -> list[Row]:
    return cast(list[Row], row[name]) if name in row and are_tables(row[name]) else []


def _case(row: Row, collection: str, place: Place) -> Case:
    """Return the case of a table in which nothing is wrong."""
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    given["walks"] = tuple((each["tree"], tuple(cast(list[str], each["answers"]))) for each in _rows(row, "walks"))
    given["expects"] = tuple(_expected(each) for each in _rows(row, "expects"))
    return Case(place=place, collection=collection, **given)  # type: ignore[arg-type]  # each was held against its field


def _expected(row: Row) -> Expected:
    given = dict(row)
    given["statements"] = frozenset(cast(list[str], row["statements"]))
    for key in ("mg", "weeks"):
        if key in row:
            given[key] = _pair(cast(float | Sequence[float], row[key]))
    return Expected(**given)  # type: ignore[arg-type]  # as above


def _pair(value: float | Sequence[float]) -> Range:
    """Return a range; a single number is the range from itself to itself."""
    return (value, value) if isinstance(value, int | float) else (value[0], value[1])
