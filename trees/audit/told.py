"""What an audit may have led to, for whoever has its names: a row for each thing that the trees show or ask."""

import csv
from io import StringIO

from trees.audit.journey import Journey
from trees.core.formulas import harmless
from trees.formats.reading import FIELDS

TOLD = ".told.csv"
"""Behind the name of an audit: the file of what it led to."""
KEYS = ("tree", "id")
"""By which a row is found: an audit has both, and several ids where a checklist shows several."""


def told(journey: Journey) -> str:
    """Return the rows, each once, in the order of the trees: every field that a format tells."""
    written = StringIO(newline="")
    rows = csv.writer(written, lineterminator="\r\n")
    fields = [field for field in FIELDS if field not in KEYS]
    rows.writerow([*KEYS, *fields])
    seen: set[tuple[str, str, str]] = set()
    for reading in journey.readings:
        for _, cells in (each for end in reading.ends for each in reading.told(end)):
            key = (reading.name, cells["id"], cells["does"])
            if key not in seen:
                seen.add(key)
                rows.writerow(map(harmless, (reading.name, cells["id"], *(cells[field] for field in fields))))
    return written.getvalue()
