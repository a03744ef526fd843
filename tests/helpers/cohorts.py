"""Files of patients, as a registry has them."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import duckdb
from helpers.engine_patients import Patient


def csv_of(path: Path, patients: Sequence[Patient], separator: str = ",") -> Path:
    """Write patients as CSV; where nothing is known, a cell is empty."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, list(patients[0]), delimiter=separator)
        rows.writeheader()
        rows.writerows(patients)
    return path


def parquet_of(path: Path, patients: Sequence[Patient], numbers: Iterable[str] = ()) -> Path:
    """Write patients as Parquet, with some columns of numbers, and all others of texts."""
    typed = {name: "DOUBLE" if name in set(numbers) else "VARCHAR" for name in patients[0]}
    lines = path.with_suffix(".json")
    lines.write_text("".join(f"{json.dumps(each)}\n" for each in patients), encoding="utf-8")
    with duckdb.connect() as connection:
        made = f"FROM read_json('{lines}', format = 'newline_delimited', columns = {typed})"
        connection.execute(f"COPY ({made}) TO '{path}' (FORMAT parquet)")
    lines.unlink()
    return path


def many(path: Path, count: int, columns: str) -> Path:
    """Write as many patients as are asked for as Parquet, each column made by an expression from `range`."""
    with duckdb.connect(config={"memory_limit": "1GB"}) as connection:
        connection.execute(f"COPY (SELECT {columns} FROM range({count})) TO '{path}' (FORMAT parquet)")
    return path


def rows_of(path: Path) -> list[dict[str, object]]:
    """Return the rows of a file, CSV or Parquet, in their order; an empty cell of a CSV is an empty text."""
    if path.suffix == ".csv":
        with path.open(encoding="utf-8", newline="") as file:
            return [dict(row) for row in csv.DictReader(file)]
    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT * FROM read_parquet('{path}')")
        names = [each[0] for each in found.description]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
