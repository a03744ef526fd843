"""The ways out of a node: answers, bands, items, options, events and onward links, and the jump to another tree."""

from dataclasses import KW_ONLY, dataclass

from trees.core.evidence import Because
from trees.core.place import Part


@dataclass(frozen=True)
class OtherTree(Part):
    """The way into the start of another tree: its short name, or `collection/tree`."""

    name: str


To = str | OtherTree


@dataclass(frozen=True)
class Answer(Part):
    """One answer to a question: a code that never changes, the words a reader sees, and where it leads."""

    code: str
    says: str
    _: KW_ONLY
    to: To
    because: Because = None


@dataclass(frozen=True)
class Band(Part):
    """One stretch of a measure. Edges belong to it (`at_least`, `at_most`) or do not (`above`, `below`)."""

    code: str
    says: str
    _: KW_ONLY
    to: To
    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None
    below: float | None = None
    because: Because = None

    def holds(self, number: float) -> bool:
        """Return whether the number lies in this band."""
        return (
            (self.at_least is None or number >= self.at_least)
            and (self.above is None or number > self.above)
            and (self.at_most is None or number <= self.at_most)
            and (self.below is None or number < self.below)
        )


@dataclass(frozen=True)
class Item(Part):
    """One item of a checklist, and the outcome that is shown when it is true."""

    code: str
    says: str
    _: KW_ONLY
    to: str
    because: Because = None


@dataclass(frozen=True)
class Option(Part):
    """One acceptable course among several."""

    code: str
    says: str
    _: KW_ONLY
    to: To
    because: Because = None


@dataclass(frozen=True)
class Event(Part):
    """What may happen after an outcome. It clears every current answer."""

    code: str
    says: str
    _: KW_ONLY
    to: To


@dataclass(frozen=True)
class Onward(Part):
    """Where to read on after an outcome. No time passes: what is known stays known."""

    code: str
    says: str
    _: KW_ONLY
    to: To


Way = Answer | Band | Item | Option | Event | Onward
