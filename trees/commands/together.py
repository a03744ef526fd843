"""Write several files together: all of them, or none."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from trees.commands.text_file import write


def write_together(new: Mapping[Path, str], changed: Mapping[Path, str]) -> None:
    """Write new files and change others; when one cannot be, take back what was written, and raise the OSError.

    What is there is never written over.
    The files that are changed name the new ones, and so come last.
    """
    made: list[Path] = []
    before: dict[Path, bytes] = {}
    try:
        for path, text in new.items():
            _make_folder(path.parent, made)
            # Refuses what is there, even a link that leads nowhere.
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
        for path, text in changed.items():
            before[path] = path.read_bytes()
            write(path, text)
    except BaseException:
        for path, raw in before.items():
            path.write_bytes(raw)
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir() if path.is_dir() else path.unlink()
        raise


def replace_together(files: Mapping[Path, bytes]) -> None:
    """Write files in the place of those that are there; when one cannot be, all stay as they were: raises OSError."""
    ready: dict[Path, Path] = {}
    made: list[Path] = []
    try:
        for path, data in files.items():
            _make_folder(path.parent, made)
            if path.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
            ready[Path(name)] = path
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(name, 0o644)
    except BaseException:
        for each in ready:
            each.unlink(missing_ok=True)
        for folder in reversed(made):
            folder.rmdir()
        raise
    for written, path in ready.items():
        os.replace(written, path)


def _make_folder(folder: Path, made: list[Path]) -> None:
    """Make a folder and those it stands in, and note each that was made."""
    if not os.path.lexists(folder):
        _make_folder(folder.parent, made)
        folder.mkdir()
        made.append(folder)
