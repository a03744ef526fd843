"""The file of a cohort: CSV or Parquet, its columns, and how DuckDB reads it. Nothing in it is guessed."""

import csv
import os
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trees.audit.refusal import AuditError
from trees.core.place import listed
from trees.formats.sql_words import quoted

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CSV, PARQUET = ".csv", ".parquet"
SUFFIXES = (CSV, PARQUET)
TEXT = "VARCHAR"
SEPARATORS = ",;\t|"
LONGEST_HEADER = 1_000_000
"""Bytes within which the first line of a CSV has to end."""


@dataclass(frozen=True)
class CohortFile:
    """A file of patients: its columns in their order, each with its type, and what reads it in a query."""

    path: Path
    columns: dict[str, str]
    reader: str

    @property
    def is_text(self) -> bool:
        """Whether every cell is a text, and an empty one means that nothing is known."""
        return self.path.suffix.lower() == CSV


def cohort_file(connection: "DuckDBPyConnection", path: Path) -> CohortFile:
    """Return the file of a cohort; raises AuditError where it cannot be read."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise AuditError(f"{path} is neither CSV nor Parquet: its name ends in none of {listed(SUFFIXES)}.", code=2)
    if path.is_dir():
        raise AuditError(f"{path} is a folder. Name a file.", code=2)
    try:
        with path.open("rb") as file:
            begins = file.read(LONGEST_HEADER)
    except OSError as error:
        raise AuditError(f"{path} cannot be read: {error.strerror}.") from None
    if not begins:
        raise AuditError(f"{path} is empty.")
    return _csv(path, begins) if suffix == CSV else _parquet(connection, path)


def _one_of_each(path: Path, names: list[str]) -> None:
    """Refuse columns that are called alike: DuckDB takes small letters and large ones for the same."""
    twice = sorted(name for name, count in Counter(map(str.casefold, names)).items() if count > 1)
    if twice:
        raise AuditError(f"{path} has several columns called {listed(twice)}, in small letters or large.")


def _csv(path: Path, begins: bytes) -> CohortFile:
    if b"\0" in begins:
        raise AuditError(f"{path} is no CSV: it holds bytes that are no text.")
    line = re.split(b"\r\n|\r|\n", begins, maxsplit=1)[0]
    try:
        header = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise AuditError(f"{path} is not UTF-8. Save it as CSV in UTF-8.") from None
    separator = max(SEPARATORS, key=header.count)
    names = next(csv.reader([header], delimiter=separator), [])
    if not any(each.strip() for each in names):
        raise AuditError(f"{path} has no columns: its first line names none.")
    if "" in names:
        raise AuditError(f"{path} has a column without a name: the first line names every column.")
    _one_of_each(path, names)
    columns = ", ".join(f"{quoted(each)}: '{TEXT}'" for each in names)
    reader = (
        f"read_csv({_literally(path)}, auto_detect = false, header = true, delim = {quoted(separator)}, quote = '\"', "
        f"escape = '\"', nullstr = '', columns = {{{columns}}})"
    )
    return CohortFile(path, dict.fromkeys(names, TEXT), reader)


def _parquet(connection: "DuckDBPyConnection", path: Path) -> CohortFile:
    import duckdb

    reader = f"read_parquet({_literally(path)}, hive_partitioning = false)"
    try:
        found = connection.execute(f"DESCRIBE FROM {reader}").fetchall()
        own = connection.execute(f"SELECT name, num_children FROM parquet_schema({_literally(path)})").fetchall()
    except duckdb.Error as error:
        raise AuditError(f"{path} is no Parquet file, or is broken: {cause(error)}.") from None
    _one_of_each(path, top_level(own))
    return CohortFile(path, {name: str(kind) for name, kind, *_ in found}, reader)


def top_level(schema: Sequence[tuple[str, int | None]]) -> list[str]:
    """Return the names of the columns of a Parquet file, given every node of its schema, the root first."""
    found, at = [], 1
    while at < len(schema):
        found.append(schema[at][0])
        open_children = 1
        while open_children:
            open_children += (schema[at][1] or 0) - 1
            at += 1
    return found


def _literally(path: Path) -> str:
    """Return the name of a file for a query that would take some of its characters for any character."""
    return quoted(re.sub(r"([*?\[])", r"[\1]", str(path)))


def cause(error: Exception) -> str:
    """Return what DuckDB says of an error, without its advice, its own words for the kind, and a period."""
    said = " ".join(str(error).split())
    if found := re.search(r"CSV Error on Line: (\d+)", said):
        return f"line {found[1]} {_of_a_line(said)}"
    if found := re.search(r'"errno": ?"(\d+)"', said):
        return os.strerror(int(found[1]))
    first = str(error).splitlines()[0] if str(error) else type(error).__name__
    return re.sub(r"^[\w ]+ Error: ", "", first).rstrip(".")


def _of_a_line(said: str) -> str:
    if found := re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", said):
        return f"has another number of cells than the first line names columns: {found[2]}, not {found[1]}"
    if "unterminated quote" in said:
        return "opens a quote that is never closed"
    if "not utf-8" in said:
        return "is not UTF-8. Save the file as CSV in UTF-8"
    return "is no line of a CSV"
