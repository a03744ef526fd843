"""What stands in a folder of trees: plain files in plain folders, by plain names, and no link that leads elsewhere."""

import stat
from pathlib import Path

from trees.core.place import Place, Problem, not_plain
from trees.core.scan import MOST_BYTES, too_long


def files(folder: Path) -> list[Path]:
    """Return the files of data in a folder; none when it cannot be read."""
    return [path for path in entries(folder) if path.suffix == ".py" and path.name != "__init__.py"]


def entries(folder: Path) -> list[Path]:
    """Return what stands in a folder, by name; nothing when it cannot be read."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def shown(name: str) -> str:
    """Return the name of a file so that it can stand in a line of a message."""
    return "".join(character if character.isprintable() else "?" for character in name)


def raw(path: Path, file: str) -> bytes | Problem | None:
    """Return what a plain file holds, the reason why it is not read, or None when there is no such file."""
    start = Place(file, 1)
    odd = not_plain(shown(path.stem))
    if odd:
        return Problem(start, odd)
    try:
        state = path.lstat()
        if stat.S_ISLNK(state.st_mode):
            return Problem(start, LINK)
        if not stat.S_ISREG(state.st_mode):
            return Problem(start, "a file is wanted here, and this is none. Rename it, or take it away.")
        return too_long(state.st_size, file) if state.st_size > MOST_BYTES else path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        return Problem(start, f"the file cannot be read: {error.strerror}.")


def is_collection(folder: Path) -> bool:
    """Return whether a folder is to be read as data: one with an `__init__.py` is code."""
    return folder.is_dir() and not (folder / "__init__.py").exists() and bool(files(folder))


def odd_folder(folder: Path, file: str) -> Problem | None:
    """Return why a folder is not read, or None."""
    if folder.is_symlink():
        return Problem(Place(file, 1), LINK)
    odd = not_plain(shown(folder.name)) if is_collection(folder) else ""
    return Problem(Place(file, 1), odd) if odd else None


LINK = "this is a link to another place. Put here what it leads to."
