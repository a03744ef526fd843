"""What advice rests on: sources, the words quoted from them, and the marks for what they do not say."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from trees.core.place import Part


@dataclass(frozen=True)
class Source(Part):
    """One dated edition of a published text. `date` is written YYYY-MM-DD; `address` is where it is published."""

    id: str
    _: KW_ONLY
    short: str
    title: str
    publisher: str
    date: str
    readers: str
    address: str
    rights: str
    note: str = ""


@dataclass(frozen=True)
class Quote(Part):
    """Four to twelve words of a statement of a source; `strength` is the source's own word for how firmly it speaks."""

    text: str
    source: Source
    _: KW_ONLY
    at: str
    strength: str | None = None


@dataclass(frozen=True)
class OurQuestion:
    """The mark of an answer whose condition the source only implies."""


@dataclass(frozen=True)
class NotStated:
    """The mark of something that the source does not say."""


@dataclass(frozen=True)
class NoCriterion(Part):
    """The source uses these words and gives no criterion for them; `explains` says what it does give, if anything."""

    words: Sequence[str]
    _: KW_ONLY
    explains: str = ""


OUR_QUESTION = OurQuestion()
NOT_STATED = NotStated()

Because = Quote | Sequence[Quote] | OurQuestion | None


def quotes_of(because: Because) -> tuple[Quote, ...]:
    """Return the quotes that stand behind something, none for our own question."""
    if because is None or isinstance(because, OurQuestion):
        return ()
    return (because,) if isinstance(because, Quote) else tuple(because)
