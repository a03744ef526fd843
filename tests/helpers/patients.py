"""Read patients from their files, put them to the trees, and collect what the trees say."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from trees.core.amounts import numbers
from trees.core.branches import Option
from trees.core.doses import DailyDose
from trees.core.evidence import Quote, quotes_of
from trees.core.library import Library
from trees.core.nodes import Choice, LeftOpen, Node, Treatment
from trees.core.parts import parts_within
from trees.core.walk import walk
from trees.core.wording import title


@dataclass(frozen=True)
class Expected:
    """What the source says for a patient: literals, written from the text alone."""

    what: str
    statements: frozenset[str]
    drug: str | None = None
    mg: tuple[float, float] | None = None
    split: bool = False
    weeks: tuple[float, float] | None = None
    duration: str | None = None
    strength: str | None = None

    def __str__(self) -> str:
        dose = "" if self.mg is None else f", {self.mg[0]:g} to {self.mg[1]:g} mg daily{' in split doses' * self.split}"
        weeks = "" if self.weeks is None else f", {self.weeks[0]:g} weeks on and {self.weeks[1]:g} off"
        drug = f" ({self.drug}{dose}{weeks})" if self.drug else ""
        strength = f", strength “{self.strength}”" if self.strength else ""
        return f"{self.what}{drug}{strength}, by {' and '.join(sorted(self.statements))}"


@dataclass(frozen=True)
class Patient:
    """A patient in a sentence, the ways in which the trees are asked, and what the source says."""

    id: str
    says: str
    collection: str
    walks: tuple[tuple[str, tuple[str, ...]], ...]
    expects: tuple[Expected, ...]
    left_open: str | None


@dataclass
class Said:
    """Everything the trees say for one patient."""

    outcomes: dict[str, Node] = field(default_factory=dict)
    options: list[Option] = field(default_factory=list)
    orders_stated: list[bool] = field(default_factory=list)


def read_patients(folder: Path) -> list[Patient]:
    """Return the patients of every collection, from `COLLECTION/patients_*.toml`."""
    return [
        _patient(data, path.parent.name)
        for path in sorted(folder.glob("*/patients_*.toml"))
        for data in tomllib.loads(path.read_text(encoding="utf-8"))["patient"]
    ]


def _patient(data: dict, collection: str) -> Patient:
    expects = []
    for each in data.get("expects", []):
        known = {key: _pair(value) if key in ("mg", "weeks") else value for key, value in each.items()}
        expects.append(Expected(**{**known, "statements": frozenset(each["statements"])}))
    walks = tuple((each["tree"], tuple(each["answers"])) for each in data["walks"])
    return Patient(data["id"], data["says"], collection, walks, tuple(expects), data.get("left_open"))


def _pair(value: float | list[float]) -> tuple[float, float]:
    """Return a range; a single number is the range from itself to itself."""
    return (value[0], value[1]) if isinstance(value, list) else (value, value)


def said_for(library: Library, patient: Patient) -> Said:
    """Put a patient to the trees; where the trees leave a choice, follow every option."""
    said = Said()
    for tree, answers in patient.walks:
        known = [tuple(each.split("=", 1)) for each in answers]
        asked_for = _follow(library, f"{patient.collection}/{tree}", known, said)
        assert asked_for or said.outcomes or said.options, f"{patient.id}: {tree} is given no answer"
        stopped = walk(library, f"{patient.collection}/{tree}", known).asks
        assert stopped is None or isinstance(stopped, Choice), f"{patient.id}: {tree} goes on to ask '{stopped.id}'"
        spare = {key for key, _ in known} - asked_for
        assert not spare, f"{patient.id}: {tree} does not ask for {sorted(spare)}"
    return said


def _follow(library: Library, tree: str, answers: list, said: Said) -> set[str]:
    """Collect what one walk reaches, and return the facts that it asked for on any of its branches."""
    walked = walk(library, tree, answers)
    asked_for = {step.node.id for step in walked.steps}
    said.options += [way for step in walked.steps for way in step.ways if isinstance(way, Option)]
    if isinstance(walked.asks, Choice):
        said.orders_stated.append(isinstance(walked.asks.order, str))
        for option in walked.asks.options:
            asked_for |= _follow(library, tree, [*answers, (walked.asks.id, option.code)], said)
    said.outcomes.update({f"{each.tree}#{each.node.id}": each.node for each in walked.outcomes})
    return asked_for


def gives(node: Node, expected: Expected) -> bool:
    """Return whether an outcome says what is expected, the numbers of a duration included."""
    quotes = [part for part in parts_within(node) if isinstance(part, Quote)]
    if not expected.statements <= {quote.at for quote in quotes}:
        return False
    if expected.strength is not None and expected.strength not in {quote.strength for quote in quotes}:
        return False
    if expected.mg is not None and dose_of(node) != (expected.mg, expected.split, expected.weeks):
        return False
    if isinstance(node, Treatment) and node.drug.id != expected.drug:
        return False
    lasts = node.duration if isinstance(node, Treatment) and isinstance(node.duration, str) else ""
    shown = " ".join((title(node), lasts, *node.notes))
    return expected.duration is None or numbers(expected.duration) <= numbers(shown)


def option_gives(option: Option, expected: Expected) -> bool:
    """Return whether an option says what is expected of a course that carries no dose."""
    quotes = quotes_of(option.because)
    strengths = {quote.strength for quote in quotes}
    return (
        expected.mg is None
        and expected.statements <= {quote.at for quote in quotes}
        and (expected.strength is None or expected.strength in strengths)
    )


def dose_of(node: Node) -> tuple[tuple[float, float], bool, tuple[float, float] | None] | None:
    """Return the dose of a treatment as plain numbers, or None."""
    if not isinstance(node, Treatment) or not isinstance(node.dose, DailyDose):
        return None
    weeks = None if node.dose.weeks_on is None else (node.dose.weeks_on, node.dose.weeks_off)
    return (node.dose.low, node.dose.high), node.dose.split, weeks


def is_left_open(node: Node) -> bool:
    """Return whether an outcome says that the source leaves something open."""
    return isinstance(node, LeftOpen)
