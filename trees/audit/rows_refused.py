"""What a tree cannot take: answers that are not offered, what is no number, and what contradicts itself; row by row."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from trees.audit.columns import Columns
from trees.audit.journey import enum
from trees.audit.refusal import MOST_ROWS_NAMED
from trees.audit.running import Progress, watched
from trees.core.nodes import UNKNOWN, Checklist, Measure, Node
from trees.formats.inputs import APART, YES, Codes, Input, Number, inputs_of
from trees.formats.sql_words import column, not_offered, offers, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

A_NUMBER = r"[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?"
"""How a number is written in a text."""
THOUSANDS = r"[+-]?[0-9]{1,3}[.][0-9]{3}"
"""How a number is written that may be meant as thousands."""


VALUE = "\0"
"""Where in a sentence the value of a row stands: what no name of a column holds."""


@dataclass(frozen=True)
class Rule:
    """A condition under which a row is refused, the column whose value is told, and what is said, VALUE in it."""

    condition: str
    shown: str
    says: str


def rows_refused(connection: "DuckDBPyConnection", of: Columns, progress: Progress) -> list[str]:
    """Return the first rows that are refused, with the value, and how many more there are; the rows count from 1."""
    rules = list(_rules(of))
    if not rules:
        return []
    counts = ", ".join(f"count(*) FILTER (WHERE {each.condition})" for each in rules)
    patients = f"({of.patients()}) AS p"
    (found,) = watched(connection, f"SELECT {counts} FROM {patients}", progress)
    total = sum(found)
    if not total:
        return []
    broken = [rule for rule, count in zip(rules, found, strict=True) if count]
    told = ", ".join(
        f"CASE WHEN {each.condition} THEN coalesce(CAST({each.shown} AS VARCHAR), '') END" for each in broken
    )
    any_of = " OR ".join(f"({each.condition})" for each in broken)
    numbered = f"SELECT row_number() OVER () AS _number, * FROM {patients}"
    rows = watched(
        connection,
        f"SELECT p._number, {told} FROM ({numbered}) AS p WHERE {any_of} ORDER BY 1 LIMIT {MOST_ROWS_NAMED}",
        progress,
    )
    lines = [
        f"{of.file.path}: row {at}: {rule.says.replace(VALUE, value)}"
        for at, *values in rows
        for rule, value in zip(broken, values, strict=True)
        if value is not None
    ]
    more = total - min(len(lines), MOST_ROWS_NAMED)
    return [*lines[:MOST_ROWS_NAMED], *([f"{of.file.path}: and {more:,} more."] if more else [])]


def _rules(of: Columns) -> Iterator[Rule]:
    for given in of.inputs:
        if given.name in of.held:
            yield from _of_value(of, given)
    nodes: dict[str, Node] = {each.node.id: each.node for each in of.inputs if each.node is not None}
    for node in nodes.values():
        yield from _of_contradiction(of, node)


def _of_value(of: Columns, given: Input) -> Iterator[Rule]:
    held = of.held[given.name]
    raw, takes = column("p", of.kept(held)), f" It takes {offers(given)}."
    if isinstance(given, Number) and of.file.is_text:
        no_number = f"NOT regexp_full_match({raw}, {quoted(A_NUMBER)})"
        yield Rule(no_number, raw, f"'{held}' holds the text '{VALUE}', and no number.{takes}")
        if round(given.node.step, 2) == given.node.step:
            # No answer is so fine, and in much of Europe a point stands between thousands.
            thousands = f"regexp_full_match({raw}, {quoted(THOUSANDS)})"
            yield Rule(thousands, raw, f"'{held}' holds '{VALUE}', a thousand or a fraction. Write 1000, or 1.{takes}")
        yield Rule(f"NOT ({no_number}) AND {not_offered('p', given)}", raw, f"'{held}' holds {VALUE}.{takes}")
    elif isinstance(given, Number) and of.holds_numbers(held):
        yield Rule(not_offered("p", given), raw, f"'{held}' holds {VALUE}.{takes}")
    elif isinstance(given, Codes) and of.holds_texts(held):
        # To look a code up in a type takes a third of the time of looking for it in a list.
        known = f"TRY_CAST(CAST({raw} AS VARCHAR) AS {enum(map(quoted, given.offers))})"
        yield Rule(f"{raw} IS NOT NULL AND {known} IS NULL", raw, f"'{held}' holds '{VALUE}'.{takes}")
    else:
        what = "number" if isinstance(given, Number) else "text"
        kind = of.file.columns[held]
        yield Rule(f"{raw} IS NOT NULL", raw, f"'{held}' holds '{VALUE}', which is {kind} and no {what}.{takes}")


def _of_contradiction(of: Columns, node: Node) -> Iterator[Rule]:
    if not isinstance(node, Measure | Checklist):
        return
    inputs = [each for each in inputs_of(node) if each.name in of.held]
    stated = f"{node.id}{APART}{UNKNOWN}" if isinstance(node, Measure) else node.id
    if stated not in (each.name for each in inputs):
        return
    said = column("p", stated)
    for each in inputs:
        if each.name == stated:
            continue
        at = column("p", each.name)
        true, told = (f"{at} = '{YES}'", f"'{YES}'") if isinstance(each, Codes) else (f"{at} IS NOT NULL", "a number")
        words = f"'{of.held[each.name]}' holds {told}, and '{of.held[stated]}' holds '{VALUE}'. Only one can be true."
        yield Rule(f"{said} IS NOT NULL AND {true}", said, words)
