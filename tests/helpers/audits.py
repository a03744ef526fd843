"""Audits of the invented trees, and the cohorts that are put to them."""

import contextlib
import io
import os
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from helpers.cohorts import csv_of, rows_of
from helpers.commands import copy_of_the_invented

from trees.__main__ import main

COLUMNS = ("patient", "pain", "nodule_size", "nodule_size__unknown", "biopsy_done", "quill_variant")
ADDED = ["does", "outcome", "path", "missing", "tree", "version"]
Row = Sequence[object]
FOLDER = tempfile.TemporaryDirectory()


@cache
def invented() -> Path:
    """Copy the invented trees alone, once: they are read and checked for every call."""
    return copy_of_the_invented(Path(FOLDER.name))


def called(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a command on the invented trees, in this process."""
    said, printed = io.StringIO(), io.StringIO()
    given = ["--folder", str(invented()), *map(str, arguments)]
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(printed):
        code = main(given)
    return subprocess.CompletedProcess(given, code, printed.getvalue(), said.getvalue())


def cohort(folder: Path, *rows: Row, columns: Sequence[str] = COLUMNS, separator: str = ",") -> Path:
    """Write a cohort of the invented tree."""
    return csv_of(folder / "cohort.csv", [dict(zip(columns, row, strict=False)) for row in rows], separator)


SOUND = (1, "yes", "", "", "yes", "yes")


def audited(made: Path, *more: str | Path, out: str = "out.csv") -> tuple[int, str, list[dict[str, object]]]:
    """Run an audit; return its code, what it says on standard error, and the rows that it wrote."""
    to = made.parent / out
    done = called("audit", "tarn_nodule", made, "--out", to, "--keep", "patient", *more)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr, rows_of(to) if to.exists() else []


def refusal(made: Path, *more: str | Path) -> list[str]:
    """Return the lines of an audit that is refused, and see that it left nothing behind."""
    before = sorted(os.listdir(made.parent))
    code, said, _ = audited(made, *more)
    assert code in (1, 2)
    assert sorted(os.listdir(made.parent)) == before
    assert all(line.startswith("trees audit: ") for line in said.splitlines())
    return [line.removeprefix("trees audit: ").replace(f"{made.parent}/", "") for line in said.splitlines()]
