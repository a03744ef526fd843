"""Cells of a CSV that a spreadsheet would take for a formula, and how they are written so that it does not."""

import re

FORMULA = "'*[=+\\-@\t\r＝＋－＠]"
"""How a cell begins that a spreadsheet would reckon with, or that reads as one whose mark is to be taken away."""


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: with an apostrophe before what looks like one."""
    return f"'{cell}" if re.match(FORMULA, cell) else cell


def as_written(cell: str) -> str:
    """Return a cell as it was before `harmless`: one apostrophe is taken away before what looks like a formula."""
    return cell[1:] if cell.startswith("'") and re.match(FORMULA, cell) else cell
