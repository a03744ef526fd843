"""Put mutants to the scenarios and the check, over as many processes as are asked for, in a fixed order."""

import multiprocessing
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mutants.every import every_mutant
from mutants.mutant import Mutant
from mutants.parts import Parts
from mutants.scenarios import Scenario
from mutants.verdict import Notice, Verdict
from trees.core.library import Library

AT_ONCE = 16
"""Mutants that a process is given together."""


@dataclass
class Work:
    """Everything that a process needs: the mutants, and who may notice them."""

    library: Library
    scenarios: Sequence[Scenario]

    def __post_init__(self) -> None:
        self.parts = Parts(self.library)
        self.mutants = every_mutant(self.parts)
        self.verdict = Verdict(self.library, self.scenarios)

    def notice(self, index: int) -> Notice | None:
        """Return who notices a mutant first, or None when nobody does."""
        return next(self.verdict.notices(self.parts.changed(self.mutants[index].instead)), None)


@dataclass(frozen=True)
class Result:
    """A mutant, and who noticed it first, or None."""

    mutant: Mutant
    notice: Notice | None


def run(work: Work, picked: Sequence[int], processes: int = 1) -> Iterator[Result]:
    """Yield the result of each of the picked mutants, in their order."""
    if processes == 1:
        yield from (Result(work.mutants[index], work.notice(index)) for index in picked)
        return
    # Processes are started afresh: one that is copied may copy a lock that somebody holds. All get the same data, so
    # that a tree that is saved meanwhile is the same in each.
    fresh = multiprocessing.get_context("spawn")
    data = pickle.dumps((work.library, work.scenarios))
    with fresh.Pool(processes, _begin, (data,)) as pool:
        for index, (name, notice) in zip(picked, pool.imap(_judged, picked, AT_ONCE), strict=True):
            assert work.mutants[index].id == name, f"two processes differ on what mutant {index} is"
            yield Result(work.mutants[index], notice)


_here: list[Work] = []
"""The work of this process, when it is one of several."""


def _begin(data: bytes) -> None:
    library, scenarios = pickle.loads(data)
    _here.append(Work(library, scenarios))


def _judged(index: int) -> tuple[str, Notice | None]:
    return _here[0].mutants[index].id, _here[0].notice(index)
