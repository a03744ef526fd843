"""A drug, spelt once."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from trees.core.place import Part


@dataclass(frozen=True)
class Drug(Part):
    """A drug by its generic name; `also` are other names that a source prints for it."""

    id: str
    _: KW_ONLY
    name: str
    also: Sequence[str] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which a text may call the drug."""
        return (self.name, *self.also)
