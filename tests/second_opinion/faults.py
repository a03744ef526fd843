"""What is wrong with an export, and where."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Fault:
    """One fault: where (`collection/tree#node`, or less of it), of what sort (one word), and in a sentence."""

    where: str
    sort: str
    says: str

    def __str__(self) -> str:
        return f"{self.where}: {self.sort}: {self.says}"
