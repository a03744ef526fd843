"""A ZIP whose bytes depend on what it holds and on nothing else: order, dates and permissions are fixed."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date


def zipped(contents: Mapping[str, bytes], day: date, level: int = 9) -> bytes:
    """Return a ZIP of files by their paths, in that order, each of that day; `level`, 0 to 9, is how hard to pack."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, compresslevel=level)
    return made.getvalue()


def unzipped(made: bytes) -> dict[str, bytes]:
    """Return the files of a ZIP by their paths, in its order."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
