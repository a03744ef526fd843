"""Trials and their figures, as their source prints them."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from trees.core.evidence import Quote
from trees.core.place import Part


@dataclass(frozen=True)
class Arm(Part):
    """One arm of a trial with its figure and the interval around it, in the unit of the figures it belongs to."""

    name: str
    value: float
    _: KW_ONLY
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Group(Part):
    """One group of patients and its percentage, 0 to 100."""

    name: str
    percent: float


@dataclass(frozen=True)
class Medians(Part):
    """A median time in each arm. `unit` is a unit of time such as "weeks"; intervals are at `confidence` percent."""

    what: str
    _: KW_ONLY
    unit: str
    arms: Sequence[Arm]
    because: Sequence[Quote]
    confidence: float | None = None


@dataclass(frozen=True)
class HazardRatio(Part):
    """A hazard ratio with its interval at `confidence` percent; `p` is printed as the source prints it.

    `what` names the event and the arms in their order: "Death, A against B" is below 1 where A has the lower rate.
    """

    what: str
    value: float
    _: KW_ONLY
    low: float
    high: float
    because: Sequence[Quote]
    confidence: float = 95
    p: str | None = None


@dataclass(frozen=True)
class Percentages(Part):
    """A percentage in each group of patients."""

    what: str
    _: KW_ONLY
    groups: Sequence[Group]
    because: Sequence[Quote]


@dataclass(frozen=True)
class Finding(Part):
    """A result that the source gives in words, or as a single figure."""

    says: str
    _: KW_ONLY
    because: Sequence[Quote]
    p: str | None = None


Figure = Medians | HazardRatio | Percentages | Finding


@dataclass(frozen=True)
class LevelScale(Part):
    """The scale on which a source grades its evidence."""

    id: str
    _: KW_ONLY
    name: str


@dataclass(frozen=True)
class Level(Part):
    """Levels of evidence as a source prints them for a trial."""

    codes: Sequence[str]
    _: KW_ONLY
    scale: LevelScale
    because: Quote


@dataclass(frozen=True)
class Oddity(Part):
    """Something odd in the source's own print: shown and marked, never mended in silence."""

    says: str
    _: KW_ONLY
    because: Quote


@dataclass(frozen=True)
class Trial(Part):
    """A study as one source reports it. `patients` is the number the source gives for it."""

    id: str
    _: KW_ONLY
    name: str
    design: str
    patients: int
    of: str
    because: Sequence[Quote]
    figures: Sequence[Figure]
    level: Level | None = None
    notes: Sequence[str] = ()
    oddities: Sequence[Oddity] = ()
