"""What a query is written in: the part of SQL that DuckDB, SQLite, Polars and Spark understand alike."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from trees.core import wording
from trees.core.told import line
from trees.formats.forks import NOTHING, Cell, OneOf
from trees.formats.inputs import Input, Number

APART = re.compile(r"(\\)|(?<=\$)(?=\{)")
"""Where a text is put together from pieces. Spark puts another text in the place of what stands in `${}`."""

BACKSLASH = r"SUBSTR('\\', 1, 1)"
"""One backslash, whether an engine reads two as two, or, as Spark does, as one."""

MOST_SELECTS = 200
"""Rows of one list: SQLite puts at most 500 together."""


def text(value: str) -> str:
    """Return a text as a query has it."""
    pieces = [each for each in APART.split(value) if each]
    return " || ".join(BACKSLASH if each == "\\" else quoted(each) for each in pieces) or "''"


def quoted(value: str) -> str:
    """Return a text between quotes."""
    return "'" + value.replace("'", "''") + "'"


def named(name: str) -> str:
    """Return a name between quotes, so that it may be a word of SQL."""
    return '"' + name.replace('"', '""') + '"'


def column(table: str, name: str) -> str:
    """Return a column with its table: one that is not there would be a text to SQLite without it."""
    return f"{table}.{named(name)}"


def number(value: float) -> str:
    """Return a number, to its last digit and without an exponent."""
    return str(int(value)) if value == int(value) else format(Decimal(repr(value)), "f")


def comment(words: str) -> str:
    """Return a line that no engine reads, whatever stands in it."""
    return f"-- {line(words).replace('${', '$ {')}".rstrip()


def holds(table: str, given: Input, cell: Cell) -> str:
    """Return the condition that a column holds what a case says."""
    at = column(table, given.name)
    if isinstance(cell, OneOf):
        codes = [text(code) for code in cell.codes if code is not NOTHING]
        if NOTHING not in cell.codes:
            return one_of(at, codes)
        return f"({at} IS NULL OR {one_of(at, codes)})" if codes else f"{at} IS NULL"
    above, below = ">=" if cell.low_in else ">", "<=" if cell.high_in else "<"
    if cell.low == cell.high:
        return f"{at} + 0 = {number(cell.low)}"
    return f"{at} + 0 {above} {number(cell.low)} AND {at} + 0 {below} {number(cell.high)}"


def one_of(at: str, codes: Sequence[str]) -> str:
    """Return the condition that a column holds one of some codes."""
    return f"{at} = {codes[0]}" if len(codes) == 1 else f"{at} IN ({', '.join(codes)})"


def not_offered(table: str, given: Input) -> str:
    """Return the condition that a column holds anything that it does not offer; it is not true of nothing."""
    at = column(table, given.name)
    if not isinstance(given, Number):
        return f"{at} NOT IN ({', '.join(map(text, given.offers))})"
    low, high = number(given.node.lowest), number(given.node.highest)
    # SQLite takes a text for 0 where it adds, and a column of texts for texts where it compares.
    return f"NOT ({at} + 0 = {at} AND {at} + 0 >= {low} AND {at} + 0 <= {high})"


def offers(given: Input) -> str:
    """Return in words what a column takes."""
    if isinstance(given, Number):
        low, high = wording.number(given.node.lowest), wording.number(given.node.highest)
        return f"a number from {low} to {high} {given.node.unit}"
    return ", ".join(f"'{code}' ({says})" for code, says in given.offers.items())


def listing(name: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return one or more named lists of rows; the last has the name that was asked for, and holds them all."""
    parts = [rows[at : at + MOST_SELECTS] for at in range(0, len(rows), MOST_SELECTS)]
    if len(parts) == 1:
        return _list(name, columns, rows)
    lists = [_list(f"{name}_{count}", columns, part) for count, part in enumerate(parts, start=1)]
    every = "\n  UNION ALL ".join(f"SELECT * FROM {name}_{count}" for count in range(1, len(parts) + 1))
    return ",\n".join([*lists, f"{name} AS (\n  {every}\n)"])


def _list(name: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    # Polars takes two columns without a name for one.
    selects = (", ".join(f"{value} AS {named(each)}" for value, each in zip(row, columns, strict=True)) for row in rows)
    every = "\n  UNION ALL SELECT ".join(selects)
    return f"{name} AS (\n  SELECT {every}\n)"
