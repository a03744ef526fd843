"""The rows of a tree as a plain table, looked up here by hand: what every format is made from, without an engine."""

from collections.abc import Mapping

from helpers.engine_patients import TOLD, Told, Value

from trees.formats.forks import Cell, Leads, OneOf, Shown
from trees.formats.reading import Reading
from trees.formats.rows import Row


def holds(cell: Cell, value: Value) -> bool:
    """Return whether a column that holds a value is as a cell says."""
    if isinstance(cell, OneOf):
        return value in cell.codes
    return isinstance(value, int | float) and cell.holds(value)


def rows_of(reading: Reading, patient: Mapping[str, Value]) -> list[Row]:
    """Return every row that holds for a patient: there has to be one."""
    return [row for row in reading.rows if all(holds(cell, patient[each.name]) for each, cell in row.cells)]


def is_told(shown: Shown | None, patient: Mapping[str, Value]) -> bool:
    """Return whether what an end shows is shown to a patient: an item of a checklist only where it is true."""
    if shown is None or not shown.when:
        return True
    held = [patient[column.name] for column in shown.when]
    return (None if shown.leads is Leads.ASK else "yes") in held


def by_hand(reading: Reading, patient: Mapping[str, Value]) -> list[Told]:
    """Return what the rows tell a patient."""
    (row,) = rows_of(reading, patient)
    return [
        {field: cells[field] for field in TOLD} for shown, cells in reading.told(row.end) if is_told(shown, patient)
    ]


def in_any_order(told: list[Told]) -> list[list[tuple[str, str]]]:
    """Return what is told in an order of its own, for engines that keep none."""
    return sorted(sorted(each.items()) for each in told)
