"""Doses, each with its unit and period in its name."""

from dataclasses import KW_ONLY, dataclass

from trees.core.place import Part


@dataclass(frozen=True)
class DailyDose(Part):
    """A total for one day in mg: a number, or (lowest, highest) for a range.

    `split` says that the day's total is taken in more than one portion; `weeks_on` and `weeks_off` are a cycle.
    `printed` is the source's own form where it differs from the tree's, such as "400 mg twice daily" for 800.
    """

    _: KW_ONLY
    mg: float | tuple[float, float]
    split: bool = False
    weeks_on: float | None = None
    weeks_off: float | None = None
    printed: str | None = None

    @property
    def low(self) -> float:
        """The lowest total of the range, in mg."""
        return self.mg[0] if isinstance(self.mg, tuple) else self.mg

    @property
    def high(self) -> float:
        """The highest total of the range, in mg."""
        return self.mg[1] if isinstance(self.mg, tuple) else self.mg


@dataclass(frozen=True)
class DoseInWords(Part):
    """A dose for which the source gives words and no number; each of the words must stand in a quote."""

    words: str
