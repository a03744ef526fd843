"""The forks of a tree as rows, as a table has them; how many there are, without listing them; and every end."""

from collections.abc import Iterator
from dataclasses import dataclass

from trees.core.parts import This
from trees.formats.forks import Cell, Decision, End, Fork
from trees.formats.inputs import Input

Cells = tuple[tuple[Input, Cell], ...]


@dataclass(frozen=True)
class Row:
    """One way through the forks: what each column on it holds, the answers it stands for, and its end."""

    cells: Cells
    answers: tuple[str, ...]
    end: End


def rows(of: Decision) -> Iterator[Row]:
    """Yield every row, in the order of the forks. No two hold for the same patient, and one holds for each."""
    stack: list[tuple[Decision, Cells, tuple[str, ...]]] = [(of, (), ())]
    while stack:
        at, cells, answers = stack.pop()
        if isinstance(at, End):
            yield Row(cells, answers, at)
            continue
        for case in reversed(at.cases):
            given = (*answers, case.answer) if case.answer else answers
            stack.append((case.to, (*cells, (at.input, case.cell)), given))


def count_rows(of: Decision) -> int:
    """Return how many rows there are, by adding up from the ends: a million take no longer than ten."""
    known: dict[This[Decision], int] = {}
    todo = [of]
    while todo:
        at = todo[-1]
        waiting = [case.to for case in at.cases if This(case.to) not in known] if isinstance(at, Fork) else []
        if waiting:
            todo += waiting
            continue
        todo.pop()
        known[This(at)] = sum(known[This(case.to)] for case in at.cases) if isinstance(at, Fork) else 1
    return known[This(of)]


def ends(of: Decision) -> list[End]:
    """Return every end, each once, in the order of the rows."""
    found: dict[str, End] = {}
    seen: set[This[Decision]] = set()
    todo = [of]
    while todo:
        at = todo.pop()
        if This(at) in seen:
            continue
        seen.add(This(at))
        if isinstance(at, End):
            found.setdefault(at.key, at)
        else:
            todo += [case.to for case in reversed(at.cases)]
    return list(found.values())
