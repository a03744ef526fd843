"""Words that readers type for what the trees call otherwise."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from trees.core.place import Part


@dataclass(frozen=True)
class Synonym(Part):
    """Words that a reader may type, and the words by which the trees of the collection speak of the same.

    A search aid: it states nothing, and no page shows it. The check holds `leads_to` to the words of the trees.
    """

    typed: str
    leads_to: str | Sequence[str]

    @property
    def ways(self) -> tuple[str, ...]:
        """Each of the texts that it leads to."""
        return (self.leads_to,) if isinstance(self.leads_to, str) else tuple(self.leads_to)


@dataclass(frozen=True)
class SearchWords(Part):
    """Synonyms for the search of a collection. Other names of drugs and other forms of terms stand with those."""

    _: KW_ONLY
    synonyms: Sequence[Synonym]
