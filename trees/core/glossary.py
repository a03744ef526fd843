"""The terms of a field, each explained once."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from trees.core.evidence import Quote
from trees.core.place import Part


@dataclass(frozen=True)
class Term(Part):
    """A standard term of a collection's field, and what it means.

    `also` are other forms in which a page may use it. Without a quote the explanation is ours, and a page says so.
    """

    id: str
    _: KW_ONLY
    name: str
    means: str
    also: Sequence[str] = ()
    because: Quote | Sequence[Quote] | None = None
