"""What an audit writes: the patients with what was found, whole or not at all, and what that rests on."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from trees.audit.cohort_file import CSV, SUFFIXES, TEXT, cause
from trees.audit.columns import Columns
from trees.audit.formulas import harmless_in_query
from trees.audit.journey import ADDED, Journey
from trees.audit.refusal import AuditError
from trees.audit.running import Progress, watched
from trees.audit.told import TOLD, told
from trees.core.formulas import harmless
from trees.core.place import listed
from trees.formats.sql_words import column, named, quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

ADDRESS = "Address"
"""What a tree says of itself that an audit does not know: on which site it stands."""

BASIS = ".basis.txt"
"""Behind the name of a CSV, which has no place of its own for it: the file of what it rests on."""


def out_file(path: Path, cohort: Path) -> None:
    """Refuse a file that could not be written, before anything is read."""
    if path.suffix.lower() not in SUFFIXES:
        raise AuditError(
            f"--out: {path} is neither CSV nor Parquet: end its name in one of {listed(SUFFIXES)}.", code=2
        )
    if not path.parent.is_dir():
        raise AuditError(f"--out: there is no folder {path.parent}.", code=2)
    if path.exists() and not path.is_file():
        raise AuditError(f"--out: {path} is no file.", code=2)
    if path.exists() and cohort.exists() and path.samefile(cohort):
        raise AuditError(f"--out: {path} is the cohort itself. Name another file.", code=2)


def basis(journey: Journey) -> str:
    """Return what an audit rests on: everything that each tree on the way says of itself, but for its address."""
    parts = (
        "\n".join(f"{name}: {words}" for name, words in reading.header if words and name != ADDRESS)
        for reading in journey.readings
    )
    return "\n\n".join([*parts, ""])


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """Give a folder beside a file, for what is not finished yet; nothing of it stays."""
    try:
        folder = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}."))
    except OSError as error:
        raise AuditError(f"{path} cannot be written: {error.strerror}. What was there is as it was.") from None
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def write(connection: "DuckDBPyConnection", journey: Journey, of: Columns, path: Path, progress: Progress) -> int:
    """Write the file of an audit and return how many patients it holds.

    Raises AuditError where it cannot be written, and duckdb.Error where the cohort cannot be read.
    """
    import duckdb

    with beside(path) as folder:
        made = folder / path.name
        connection.execute(f"SET temp_directory = {quoted(str(folder / 'spilled'))}")
        query = _output(journey, of, path)
        rests_on = basis(journey)
        options = (
            "FORMAT csv, HEADER true, DELIMITER ','"
            if path.suffix.lower() == CSV
            else f"FORMAT parquet, COMPRESSION snappy, KV_METADATA {{basis: {quoted(rests_on)}}}"
        )
        try:
            ((count,),) = watched(connection, f"COPY (\n{query}\n) TO {quoted(str(made))} ({options})", progress)
            if path.suffix.lower() == CSV:
                _put(folder / BASIS, rests_on, path.with_name(path.name + BASIS))
            _put(folder / TOLD, told(journey), path.with_name(path.name + TOLD))
            os.chmod(made, 0o644)
            os.replace(made, path)
        except OSError as error:
            raise _not_written(path, error.strerror or str(error)) from None
        except (duckdb.IOException, duckdb.OutOfMemoryException) as error:
            raise _not_written(path, cause(error)) from None
    return int(count)


def _not_written(path: Path, why: str) -> AuditError:
    return AuditError(f"{path} cannot be written: {why}. What was there is as it was.")


def _put(made: Path, text: str, path: Path) -> None:
    made.write_text(text, encoding="utf-8", newline="\n")
    os.chmod(made, 0o644)
    os.replace(made, path)


def _output(journey: Journey, of: Columns, path: Path) -> str:
    """Return the query of the file: its own columns as they were, and what the audit adds."""
    cells = [(column("a", of.kept(name)), name, kind) for name, kind in of.file.columns.items()]
    # What does not apply is nothing, as in the columns of the patients.
    cells += [(f"nullif({column('a', name)}, '')", name, TEXT) for name in ADDED]
    if path.suffix.lower() == CSV:
        cells = [(harmless_in_query(value, kind), harmless(name), kind) for value, name, kind in cells]
    columns = ",\n  ".join(f"{value} AS {named(name)}" for value, name, _ in cells)
    return f"SELECT {columns}\nFROM (\n{journey.query(f'({of.patients()})')}\n) AS a"
