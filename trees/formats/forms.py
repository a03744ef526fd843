"""Every format that a tree is exported in, with the files of each."""

from collections.abc import Callable
from typing import NamedTuple

from trees.formats.dmn import dmn
from trees.formats.fhir.bundle import bundle
from trees.formats.pmml import pmml
from trees.formats.reading import Reading
from trees.formats.sql import flat, nested
from trees.formats.sql_told import told


class File(NamedTuple):
    """One file of a format: how its name ends, what it is called, what it is for, and what makes it."""

    suffix: str
    name: str
    says: str
    make: Callable[[Reading], bytes]


FORMATS: dict[str, tuple[File, ...]] = {
    "dmn": (File(".dmn", "DMN", "Decision tables for rule engines (DMN 1.3).", dmn),),
    "sql": (
        File(".sql", "SQL", "A query over a table of patients: where the tree leads each.", flat),
        File(".told.sql", "SQL, what is told", "Runs after it: words, dose, quotes, what is newer, all else.", told),
        File(".nested.sql", "SQL, nested", "The same as CASE in CASE: faster, for engines that nest deeply.", nested),
    ),
    "fhir": (
        File(".fhir.json", "FHIR", "A form, a plan and CQL logic for electronic health records (FHIR R4).", bundle),
    ),
    "pmml": (File(".pmml", "PMML", "A tree model for statistics programs (PMML 4.4).", pmml),),
}
"""The files of each format, by the name that `python -m trees export` takes."""
