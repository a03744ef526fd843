"""Engines that run the queries of a tree over patients: DuckDB, SQLite and Polars, and Spark where it is there."""

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import duckdb
import polars
from helpers.engine_patients import TOLD, Patient, Told, Value, columns

from trees.core.library import Library
from trees.core.nodes import Tree
from trees.formats.reading import Reading
from trees.formats.sql import flat, nested
from trees.formats.sql_told import told

ADDRESS = "https://example.org/"
SHORT = ("_row", "_end", "_does", "_outcome", "_path", "_missing")
NUMBER = "patient"
"""A column of the registry, beside those of the tree: its own number of each patient."""

ASKED = f'SELECT "{NUMBER}", ' + ", ".join(f'"_told_{each}"' for each in TOLD) + " FROM ("
IN_ORDER = f') AS answers ORDER BY "{NUMBER}", "_position"'
Short = tuple[Value, ...]
Rows = list[tuple[Value, ...]]
Run = Callable[[Sequence[tuple[str, bool]], Sequence[Patient], str, str | None], tuple[Rows, Rows]]
"""Takes columns, each with whether it holds numbers, patients, a query, and the one of what is told of them.

Returns what is told of each patient in short, in their order, and all that is told, in order.
"""


def kinds(tree: Tree) -> list[tuple[str, bool]]:
    """Return the columns of a tree, each with whether it holds numbers."""
    return [(each.name, not isinstance(each.offers[0], str)) for each in columns(tree)]


def in_sqlite(of: Sequence[tuple[str, bool]], patients: Sequence[Patient], query: str, told: str | None):
    """Run the queries in SQLite."""
    with sqlite3.connect(":memory:") as connection:
        typed = ", ".join(f'"{name}" {"REAL" if number else "TEXT"}' for name, number in of)
        connection.execute(f'CREATE TABLE patients ("{NUMBER}" INTEGER{", " if of else ""}{typed})')
        marks = ", ".join("?" * (len(of) + 1))
        rows = ((at, *(each[name] for name, _ in of)) for at, each in enumerate(patients))
        connection.executemany(f"INSERT INTO patients VALUES ({marks})", rows)
        connection.execute(f"CREATE TABLE audited AS\n{query}")
        return both(lambda text: connection.execute(text).fetchall(), told)


def in_duckdb(of: Sequence[tuple[str, bool]], patients: Sequence[Patient], query: str, told: str | None):
    """Run the queries in DuckDB."""
    with duckdb.connect(config={"threads": 1}) as connection, tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "patients.json"
        file.write_text("".join(line(at, each) for at, each in enumerate(patients)), encoding="utf-8")
        typed = ", ".join(f"'{name}': '{'DOUBLE' if number else 'VARCHAR'}'" for name, number in of)
        typed = f"{{'{NUMBER}': 'BIGINT'{', ' if of else ''}{typed}}}"
        connection.execute(
            f"CREATE TABLE patients AS FROM read_json('{file}', format = 'newline_delimited', columns = {typed})"
        )
        connection.execute(f"CREATE TABLE audited AS\n{query}")
        return both(lambda text: connection.execute(text).fetchall(), told)


def line(at: int, patient: Patient) -> str:
    """Return a patient as a line of JSON."""
    return f"{json.dumps({NUMBER: at, **patient})}\n"


def in_polars(of: Sequence[tuple[str, bool]], patients: Sequence[Patient], query: str, told: str | None):
    """Run the queries in Polars."""
    typed = {NUMBER: polars.Int64, **{name: polars.Float64 if number else polars.String for name, number in of}}
    rows = [{NUMBER: at, **each} for at, each in enumerate(patients)]
    context = polars.SQLContext(patients=polars.DataFrame(rows, schema=typed))
    context.register("audited", context.execute(query, eager=True))
    return both(lambda text: context.execute(text, eager=True).rows(), told)


def both(run: Callable[[str], Rows], told: str | None) -> tuple[Rows, Rows]:
    """Return what is told in short, and, where it is asked for, all."""
    short = ", ".join(f'"{each}"' for each in SHORT)
    first = run(f'SELECT {short} FROM audited ORDER BY "{NUMBER}"')
    return first, run(f"{ASKED}{told}{IN_ORDER}") if told is not None else []


ENGINES: dict[str, Run] = {"DuckDB": in_duckdb, "SQLite": in_sqlite, "Polars": in_polars}


class Queries:
    """The queries of one tree."""

    def __init__(self, library: Library, name: str) -> None:
        self.reading = Reading(library, name, ADDRESS)
        self.flat, self.nested = flat(self.reading).decode("utf-8"), nested(self.reading).decode("utf-8")
        self.told = told(self.reading).decode("utf-8")


def short_and_told(run: Run, query: str, told: str | None, of: Sequence[tuple[str, bool]], patients: Sequence[Patient]):
    """Return what an engine says of each patient in short, and all that it tells of each."""
    short, rows = run(of, patients, query, told)
    found: list[list[Told]] = [[] for _ in patients]
    for at, *fields in rows:
        found[at].append(dict(zip(TOLD, fields, strict=True)))
    return short, found


def different(found: Iterable[list[Told]], expected: Iterable[list[Told]], patients: Sequence[Patient]) -> list[str]:
    """Return the patients of whom an engine says otherwise than the walker, each with the first field."""
    return [
        f"{known(patient)}: {difference(ours, theirs)}"
        for theirs, ours, patient in zip(found, expected, patients, strict=True)
        if ours != theirs
    ]


def known(patient: Patient) -> Patient:
    """Return what is known of a patient."""
    return {name: value for name, value in patient.items() if value is not None}


def difference(ours: Sequence[Told], theirs: Sequence[Told]) -> str:
    """Return how the first thing that is told otherwise differs."""
    if len(ours) != len(theirs):
        return f"{[each['id'] for each in ours]} is {[each['id'] for each in theirs]}"
    pairs = ((mine[field], its[field]) for mine, its in zip(ours, theirs, strict=True) for field in TOLD)
    return next(f"{one!r} is {other!r}" for one, other in pairs if one != other)
