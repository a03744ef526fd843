"""Read a text whole, and write a file whole or not at all."""

import os
import tempfile
from pathlib import Path

from trees.core.place import Place, Problem
from trees.core.scan import text_of


def read_text(path: Path) -> str | Problem:
    """Return a source text, or why it cannot be read. Characters that a reader does not see are no matter here."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Problem(Place(str(path), 1), f"the text cannot be read: {error.strerror}.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # It says on which line.
        return text_of(raw, str(path))


def write(path: Path, text: str) -> None:
    """Write a text whole or not at all."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
