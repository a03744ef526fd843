"""Cases: patients in sentences, how each is put to the trees, and what the sources say for them, all as literals.

They stand beside the trees, in `COLLECTION/cases/*.toml`. Sentences and everything under `expects` are written from the
texts alone, before the trees are read.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from trees.core.place import Place, Problem

FOLDER = "cases"
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
        dose = "" if self.mg is None else f", {self.mg[0]:g} to {self.mg[1]:g} mg daily{' in split doses' * self.split}"
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


def read_cases(root: Path, collection: str, shown_as: str = "trees") -> tuple[list[Case], list[Problem]]:
    """Return the cases of a collection, file by file, and what cannot be read as a case."""
    cases: list[Case] = []
    problems: list[Problem] = []
    folder = root / collection / FOLDER
    for path in sorted(folder.glob("*.toml")) if folder.is_dir() else []:
        shown = f"{shown_as}/{collection}/{FOLDER}/{path.name}"
        try:
            text = path.read_text(encoding="utf-8")
            rows = tomllib.loads(text).get("patient", [])
        except (OSError, ValueError) as error:
            problems.append(Problem(Place(shown, 1), f"the file of cases cannot be read: {error}."))
            continue
        lines = lines_of_ids(text)
        for row in rows:
            name = row.get("id", "")
            place = Place(shown, lines.get(name, 1))
            try:
                cases.append(_case(row, collection, place))
            except (KeyError, TypeError, ValueError) as error:
                problems.append(Problem(place, f"the case '{name}' cannot be read: {type(error).__name__} {error}."))
    return cases, problems


def lines_of_ids(text: str) -> dict[str, int]:
    """Return the line on which each case names its id, since the reader of TOML keeps no lines."""
    found: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if line.startswith('id = "'):
            found.setdefault(line.removeprefix('id = "').rstrip('"'), number)
    return found


def _case(row: Mapping, collection: str, place: Place) -> Case:
    known = {"id", "says", "walks", "expects", "left_open", "would_decide", "open_words", "order_stated", "settled"}
    if set(row) - known:
        raise ValueError(f"there is no field '{sorted(set(row) - known)[0]}'")
    expects = tuple(_expected(each) for each in row.get("expects", []))
    walks = tuple((each["tree"], tuple(each["answers"])) for each in row["walks"])
    opened = tuple(row.get("open_words", []))
    said = f"{row.get('left_open', '')} {row.get('would_decide', '')}".casefold()
    for word in opened:
        if word.casefold() not in said:
            raise ValueError(f"'{word}' does not stand in what the case says is left open")
    return Case(
        place,
        row["id"],
        row["says"],
        collection,
        walks,
        expects,
        row.get("left_open"),
        row.get("would_decide"),
        opened,
        row.get("order_stated", False),
        row.get("settled"),
    )


def _expected(row: Mapping) -> Expected:
    pairs = {key: _pair(value) if key in ("mg", "weeks") else value for key, value in row.items()}
    return Expected(**{**pairs, "statements": frozenset(row["statements"])})


def _pair(value: float | Sequence[float]) -> Range:
    """Return a range; a single number is the range from itself to itself."""
    return (value, value) if isinstance(value, int | float) else (value[0], value[1])
