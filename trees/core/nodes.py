"""The parts a tree is made of. They hold data only: checking, walking and drawing live elsewhere."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from enum import Enum

from trees.core.branches import Answer, Band, Event, Item, Onward, Option, Way
from trees.core.differences import Difference
from trees.core.doses import DailyDose, DoseInWords
from trees.core.drugs import Drug
from trees.core.evidence import NOT_STATED, Because, NoCriterion, NotStated, Quote, Source, quotes_of
from trees.core.figures import Trial
from trees.core.place import Part
from trees.core.since import Since


class Lasts(Enum):
    """How long an answer stays true."""

    FIXED = "fixed"
    CURRENT = "current"


class ActionKind(Enum):
    """What is done, when it is not a drug at a dose."""

    SURGERY = "surgery"
    BIOPSY = "biopsy"
    IMAGING = "imaging"
    WATCHING = "watching"
    MONITORING = "monitoring"
    MEDICATION = "medication"
    REFERRAL = "referral"
    CLINICAL_TRIAL = "clinical trial"
    PROCEDURE = "procedure"
    RADIATION = "radiation"
    SUPPORTIVE_CARE = "supportive care"
    TALK = "to talk over"
    NO_TREATMENT = "no further treatment"
    HOW_TAKEN = "how it is taken"
    SIDE_EFFECTS = "side effects"


FIXED, CURRENT = Lasts.FIXED, Lasts.CURRENT
SURGERY, BIOPSY, IMAGING, WATCHING = (
    ActionKind.SURGERY,
    ActionKind.BIOPSY,
    ActionKind.IMAGING,
    ActionKind.WATCHING,
)
MONITORING, MEDICATION, REFERRAL, CLINICAL_TRIAL = (
    ActionKind.MONITORING,
    ActionKind.MEDICATION,
    ActionKind.REFERRAL,
    ActionKind.CLINICAL_TRIAL,
)
PROCEDURE, RADIATION, SUPPORTIVE_CARE, TALK = (
    ActionKind.PROCEDURE,
    ActionKind.RADIATION,
    ActionKind.SUPPORTIVE_CARE,
    ActionKind.TALK,
)
NO_TREATMENT, HOW_TAKEN, SIDE_EFFECTS = ActionKind.NO_TREATMENT, ActionKind.HOW_TAKEN, ActionKind.SIDE_EFFECTS

UNKNOWN = "unknown"
"""The code of the answer for "not known", the same in every question."""

NONE = "none"
"""The code of "none of these" in every checklist."""


@dataclass(frozen=True)
class Question(Part):
    """A fact about the patient: exactly one answer is true."""

    id: str
    _: KW_ONLY
    asks: str
    means: str | NoCriterion
    lasts: Lasts
    answers: Sequence[Answer]


@dataclass(frozen=True)
class Measure(Part):
    """A question answered by a number in `unit`, from `lowest` to `highest`, to the nearest `step`.

    The bands tile the range; `lowest` and `highest` are our own limits against typing errors.
    """

    id: str
    _: KW_ONLY
    asks: str
    means: str | NoCriterion
    lasts: Lasts
    unit: str
    lowest: float
    highest: float
    step: float
    bands: Sequence[Band]
    unknown: Answer


@dataclass(frozen=True)
class Checklist(Part):
    """Items of which any number may be true; every true one is shown, and `always` in any case."""

    id: str
    _: KW_ONLY
    asks: str
    means: str | NoCriterion
    lasts: Lasts
    items: Sequence[Item]
    none: Answer
    unknown: Answer
    always: str | None = None


@dataclass(frozen=True)
class Choice(Part):
    """A decision for patient and clinician: the source names more than one acceptable course.

    `order` is what the source says about which comes first.
    """

    id: str
    _: KW_ONLY
    between: str
    options: Sequence[Option]
    order: str | NotStated
    because: Because = None


@dataclass(frozen=True)
class Ending(Part):
    """What every outcome has: its basis, its trials, where sources differ, notes in our words, and what may follow.

    `since` is what a newer source says of the same matters; a reader meets it before the advice.
    """

    id: str
    _: KW_ONLY
    because: Because = None
    evidence: Sequence[Trial] = ()
    differs: Sequence[Difference] = ()
    since: Sequence[Since] = ()
    notes: Sequence[str] = ()
    then: Sequence[Event | Onward] = ()


@dataclass(frozen=True, kw_only=True)
class Treatment(Ending):
    """A drug at a dose, for a time."""

    drug: Drug
    dose: DailyDose | DoseInWords | NotStated
    duration: str | NotStated = NOT_STATED


@dataclass(frozen=True, kw_only=True)
class Action(Ending):
    """Something to do or to know that is not a drug at a dose; `drugs` are those it is about, for their pages."""

    kind: ActionKind
    says: str
    drugs: Sequence[Drug] = ()


@dataclass(frozen=True, kw_only=True)
class AdviceAgainst(Ending):
    """Something the source advises against."""

    says: str


@dataclass(frozen=True, kw_only=True)
class LeftOpen(Ending):
    """What the source does say, what exactly it leaves open, and which fact would decide."""

    leaves_open: str
    says: str
    would_decide: str


Outcome = Treatment | Action | AdviceAgainst | LeftOpen
Node = Question | Measure | Checklist | Choice | Outcome

OUTCOMES = (Treatment, Action, AdviceAgainst, LeftOpen)
ASKED = (Question, Measure, Checklist)


@dataclass(frozen=True)
class Tree(Part):
    """A list of nodes in reading order, the first of which is the start.

    `purpose` says what the tree is for, `readers` for whom, `applies_to` which patients the source speaks of.
    """

    id: str
    _: KW_ONLY
    title: str
    purpose: str
    readers: str
    applies_to: str
    because: Because
    nodes: Sequence[Node]

    @property
    def start(self) -> Node:
        """Where a walk begins."""
        return self.nodes[0]

    def node(self, node_id: str) -> Node:
        """Return the node of that id; KeyError when there is none."""
        for node in self.nodes:
            if node.id == node_id:
                return node
        raise KeyError(node_id)


@dataclass(frozen=True)
class Collection(Part):
    """A folder of trees that follow the same sources; `order` is the reading order of its trees.

    `newer` are later sources that every outcome was held against, for its notes in `since`; no outcome rests on them.
    `invented` marks a collection that is not medicine; `superseded_by` names the collection that replaces this one;
    `condition` is the disease that the trees are about, by its standard name alone.
    """

    id: str
    _: KW_ONLY
    title: str
    about: str
    intended_use: str
    sources: Sequence[Source]
    order: Sequence[str]
    newer: Sequence[Source] = ()
    invented: bool = False
    superseded_by: str | None = None
    condition: str | None = None


def ways(node: Node) -> tuple[Way, ...]:
    """Return every way out of a node, in reading order."""
    match node:
        case Question():
            return tuple(node.answers)
        case Measure():
            return (*node.bands, node.unknown)
        case Checklist():
            return (*node.items, node.none, node.unknown)
        case Choice():
            return tuple(node.options)
        case _:
            return tuple(node.then)


def quotes_in(node: Node) -> tuple[Quote, ...]:
    """Return every quote that stands on a node or on one of its ways."""
    own = () if isinstance(node, ASKED) else quotes_of(node.because)
    on_ways = (quote for way in ways(node) if not isinstance(way, Event | Onward) for quote in quotes_of(way.because))
    return (*own, *on_ways)
