"""Where sources differ, or one differs from itself: what each says of one matter, side by side and never merged."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from trees.core.evidence import NotStated, Quote, Source
from trees.core.place import Part


@dataclass(frozen=True)
class Side(Part):
    """What one source says of the matter, in our words with its quotes, or NOT_STATED where it says nothing of it."""

    source: Source
    _: KW_ONLY
    says: str
    because: Quote | Sequence[Quote] | NotStated


@dataclass(frozen=True)
class Difference(Part):
    """One matter on which sources differ; `follows` is what a reader of a tree is shown because of it."""

    id: str
    _: KW_ONLY
    topic: str
    sides: Sequence[Side]
    follows: str
