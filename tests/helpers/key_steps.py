"""What a key says: steps with their ways, words, doses and differences, as plain data to hold two readings together."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """Words of the source and the statement they stand in; `strength` when they are shown as holding one."""

    text: str
    address: str
    citation: str
    strength: str = ""


@dataclass(frozen=True)
class Edges:
    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None
    below: float | None = None
    unit: str = ""


@dataclass(frozen=True)
class WayOut:
    """One way out of a step: where it leads as an address, and what the link calls the place."""

    code: str
    kind: str
    says: str
    to: str
    called: str
    edges: Edges | None = None
    ours: bool = False
    since: str = ""
    """What newer sources do with an option."""
    words: tuple[Words, ...] = ()
    strengths: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dose:
    low: float
    high: float
    split: bool = False
    weeks_on: float | None = None
    weeks_off: float | None = None
    printed: str | None = None


@dataclass(frozen=True)
class TrialShown:
    name: str
    address: str
    design: str
    patients: int
    codes: tuple[str, ...] = ()
    scale: str = ""


@dataclass(frozen=True)
class Back:
    """One way into a step: the step and the words of the way, or the step of another tree by badge and address."""

    address: str
    says: str
    tree: str = ""


@dataclass(frozen=True)
class Differing:
    """A matter on which sources differ: its address, and what each source says, by its name."""

    topic: str
    address: str
    sides: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Changed:
    """What a newer source says since: what it does, its topic with its address, our words, and on which words."""

    source: str
    date: str
    published_at: str
    change: str
    topic: str
    address: str
    says: str
    words: tuple[Words, ...] = ()
    not_found: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    id: str
    badge: str
    kind: str
    named: str
    says: str
    reached_from: tuple[Back, ...] = ()
    ways: tuple[WayOut, ...] = ()
    lasts: str = ""
    means: str = ""
    no_criterion: tuple[str, ...] = ()
    numbers: tuple[str, float, float, float] | None = None
    """Of a measure: the unit, the lowest, the highest and the step."""
    order: str | None = None
    drug: tuple[str, str] | None = None
    """The name of a drug and its address."""
    dose: Dose | str | None = None
    duration: str | None = None
    left_open: tuple[str, str, str] | None = None
    applies_to: str = ""
    about: tuple[tuple[str, str], ...] = ()
    """The names of the drugs an action is about, each with its address."""
    cautions: tuple[tuple[str, str], ...] = ()
    """Where the cautions of each drug of an outcome stand."""
    words: tuple[Words, ...] = ()
    strengths: tuple[Words | str, ...] = ()
    differs: tuple["Differing", ...] = ()
    since: tuple["Changed", ...] = ()
    held_against: tuple[tuple[str, str], ...] = ()
    """The newer sources, each with its date, that have no note on an outcome."""
    trials: tuple[TrialShown, ...] = ()
    notes: tuple[str, ...] = ()
