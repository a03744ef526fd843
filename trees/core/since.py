"""What has changed since: where a newer source says otherwise, adds, or does not say what an older one did."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from enum import Enum

from trees.core.evidence import Quote, Source
from trees.core.place import Part


class SinceKind(Enum):
    """What a newer source does with the matter, as a reader is told: 'PDQ 2024 says otherwise'."""

    SAYS_OTHERWISE = "says otherwise"
    ADDS = "adds"
    DOES_NOT_SAY = "does not say this"


SAYS_OTHERWISE, ADDS, DOES_NOT_SAY = SinceKind.SAYS_OTHERWISE, SinceKind.ADDS, SinceKind.DOES_NOT_SAY


@dataclass(frozen=True)
class NotFound(Part):
    """Words of an older source that were searched for in a newer one, and stand nowhere in it."""

    words: Sequence[str]


@dataclass(frozen=True)
class Since(Part):
    """One matter, and what a source newer than all that the trees follow says of it now, in our words."""

    id: str
    source: Source
    _: KW_ONLY
    change: SinceKind
    topic: str
    says: str
    because: Quote | Sequence[Quote] | NotFound


def quotes_of_note(note: Since) -> tuple[Quote, ...]:
    """Return the words that a note rests on, none where it tells of words that were not found."""
    if isinstance(note.because, NotFound):
        return ()
    return (note.because,) if isinstance(note.because, Quote) else tuple(note.because)
