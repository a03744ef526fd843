"""Cells of a query that a spreadsheet would take for a formula, made harmless where DuckDB writes them."""

from trees.audit.cohort_file import TEXT
from trees.audit.columns import is_of_numbers
from trees.core.formulas import FORMULA
from trees.formats.sql_words import quoted

PLAIN_NUMBER = "[+-]?[0-9]+([.][0-9]+)?"
"""What a spreadsheet does not reckon with, though it begins so: a registry has numbers below 0."""

NO_TEXT = ("BOOLEAN", "DATE", "TIME")
"""How the types begin of cells that are written in no other way than their own."""


def harmless_in_query(value: str, kind: str) -> str:
    """Return what makes a cell harmless, as a query has it: with an apostrophe before what looks like a formula."""
    if is_of_numbers(kind) or kind.startswith(NO_TEXT):
        return value
    text = value if kind == TEXT else f"CAST({value} AS {TEXT})"
    looks = f"regexp_matches({text}, {quoted(f'^{FORMULA}')}) AND NOT regexp_full_match({text}, {quoted(PLAIN_NUMBER)})"
    return f"CASE WHEN {looks} THEN concat('''', {text}) ELSE {text} END"
