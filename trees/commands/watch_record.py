"""What a person last saw at the address of a source: the hash of its words and the day, beside the register."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from trees.core.place import Place, Problem

HASH_DIGITS = 64
MOST_BYTES = 10_000


@dataclass(frozen=True)
class Record:
    """The address, the day, and the hash of the words that stood there."""

    address: str
    date: str
    sha256: str


def file_of(root: Path, source: str) -> Path:
    """Return where the record of a source stands."""
    return root / "sources" / f"{source}.watch.json"


def written(source: str, record: Record) -> str:
    """Return a record as the text of its file."""
    rows = {"source": source, "address": record.address, "date": record.date, "sha256": record.sha256}
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def read(root: Path, shown: str, source: str) -> Record | Problem | None:
    """Return the record of a source, None where there is none, or why it cannot be read."""
    path = file_of(root, source)
    place = Place(f"{shown}/sources/{path.name}", 1)
    if not path.exists():
        return None
    try:
        if not path.is_file() or path.stat().st_size > MOST_BYTES:
            raise ValueError
        rows = json.loads(path.read_text(encoding="utf-8"))
        record = Record(str(rows["address"]), date.fromisoformat(rows["date"]).isoformat(), str(rows["sha256"]))
        sound = rows["source"] == source and len(record.sha256) == HASH_DIGITS and record.address.isprintable()
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        sound = False
    if not sound:
        return Problem(place, f"the record is damaged. Make it anew: python -m trees source watch --record {source}.")
    return record
