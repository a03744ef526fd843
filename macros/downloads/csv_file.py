"""Every path of a tree as CSV, for a spreadsheet or a program: one row a path, with all that its end rests on.

RFC 4180 in UTF-8 with the mark at its beginning by which a spreadsheet knows it. Where a cell holds several texts each
has its line. The columns, and how a cell is read back, stand in `docs/maintain/export_json.md`.
"""

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from macros.downloads.csv_row import COLUMNS, Cells
from macros.downloads.material import Material
from trees.core.formulas import harmless
from trees.core.paths import count, paths

MOST = 5_000
"""Rows of one file: what a spreadsheet opens at once, some 10 MB. The last row says how many paths are not listed."""

NOT_LISTED = "Not listed"


def make(of: Material) -> bytes:
    """Return the file of a tree."""
    written = StringIO(newline="")
    rows = csv.DictWriter(written, COLUMNS, lineterminator="\r\n")
    rows.writeheader()
    for row in listed(of, MOST):
        rows.writerow({column: harmless(cell) for column, cell in row.items()})
    return written.getvalue().encode("utf-8-sig")


def listed(of: Material, most: int) -> Iterator[dict[str, str]]:
    """Yield a row for each path, no more than `most`, and one more that says plainly if that is not all."""
    cells, whole = Cells(of), count(of.tree)
    for number, path in enumerate(islice(paths(of.tree), most), start=1):
        yield {**cells.of_tree, **cells.of_path(path), "path": str(number), "paths": str(whole)}
    if whole > most:
        says = f"This file is not complete. Of {whole:,} paths it lists {most:,}; {whole - most:,} are not listed."
        empty = dict.fromkeys(COLUMNS, "")
        yield {**empty, **cells.of_tree, "paths": str(whole), "leads_to": NOT_LISTED, "words": says}
