"""An audit, from a file to a file."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from trees.audit.cohort_file import cause, cohort_file
from trees.audit.columns import columns
from trees.audit.journey import journey
from trees.audit.refusal import AuditError
from trees.audit.rows_refused import rows_refused
from trees.audit.running import Progress
from trees.audit.writing import out_file, write
from trees.core.library import Library

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST_MEMORY = "1GB"
MOST_THREADS = 8
"""More would need more memory than that, for what each of them has not yet written."""

INSTALL = "DuckDB is not installed. Install it: python -m pip install duckdb"


@dataclass(frozen=True)
class Audited:
    """How many patients were put to a tree, what of it no column of their file holds, and what the audit rests on.

    `rests_on` has a line for each tree that the answers may lead to: its wording, its dates, how far to trust it.
    """

    patients: int
    lacking: list[str]
    rests_on: list[str]


def audit(
    library: Library,
    name: str,
    files: tuple[Path, Path],
    called: Mapping[str, str],
    keep: Iterable[str],
    progress: Progress,
) -> Audited:
    """Put every patient of the first file to a tree, by its full name, and write the second.

    Raises AuditError, and then nothing has been written. For `called` and `keep` see `columns`.
    """
    path, out = files
    out_file(out, path)
    way = journey(library, name)
    with connected() as connection:
        import duckdb

        of = columns(cohort_file(connection, path), way.inputs, called, keep)
        try:
            wrong = rows_refused(connection, of, progress)
            if wrong:
                raise AuditError(wrong)
            count = write(connection, way, of, out, progress)
            return Audited(count, of.lacking, [each.in_a_line for each in way.readings])
        except duckdb.Error as error:
            raise AuditError(f"{path} cannot be read: {cause(error)}.") from None


def connected() -> "DuckDBPyConnection":
    """Return DuckDB, with nothing in it; raises AuditError where it is not installed."""
    try:
        import duckdb
    except ImportError:
        raise AuditError(INSTALL) from None
    settings = {
        "memory_limit": MOST_MEMORY,
        "threads": min(os.cpu_count() or 1, MOST_THREADS),
        # A list of many codes would become a join, and a join does not keep the patients in their order.
        "disabled_optimizers": "in_clause",
        # It asks no other machine for anything.
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "enable_progress_bar": True,
        "enable_progress_bar_print": False,
    }
    connection = duckdb.connect()
    for name, value in settings.items():
        connection.execute(f"SET {name} = {value!r}")
    return connection
