"""The register of a source: every statement by number, place and kind, and none of its sentences."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from enum import Enum

from trees.core.evidence import Source
from trees.core.place import Part
from trees.core.suspect import Suspect


class Kind(Enum):
    """What a statement does; `TODO` stands in a skeleton until somebody has read the statement."""

    ACTION = "action"
    EVIDENCE = "evidence"
    SAFETY = "safety"
    BACKGROUND = "background"
    TODO = "to do"


ACTION, EVIDENCE, SAFETY, BACKGROUND = Kind.ACTION, Kind.EVIDENCE, Kind.SAFETY, Kind.BACKGROUND
TODO = Kind.TODO

ANSWERED_FOR = (Kind.ACTION, Kind.SAFETY)
"""The kinds that a node must quote, or a reason excuse."""


@dataclass(frozen=True)
class Statement(Part):
    """One statement: its gist in our words, and where it stands.

    `line` counts the lines of the text from 1; `begins` and `ends` are its first and last words, by which it is found;
    `excused` is the reason why no node quotes it. `strengths` are its own words for how firmly it speaks, in the order
    in which they count; `durations` for how long a treatment goes on, and `doses` for a dose without a number. All are
    as printed.
    """

    id: str
    _: KW_ONLY
    kind: Kind
    at: str
    gist: str
    line: int
    begins: str
    ends: str
    excused: str = ""
    strengths: Sequence[str] = ()
    durations: Sequence[str] = ()
    doses: Sequence[str] = ()


@dataclass(frozen=True)
class Skip(Part):
    """Lines of a text that are no part of it, from `first` to `last`, and why."""

    first: int
    last: int
    _: KW_ONLY
    why: str


@dataclass(frozen=True)
class Register(Part):
    """All statements of a source (`whole`), or those that single facts are cited from.

    `suspects` are the statements whose words have changed in the source since.
    """

    source: Source
    _: KW_ONLY
    whole: bool
    statements: Sequence[Statement]
    skips: Sequence[Skip] = ()
    suspects: Sequence[Suspect] = ()
