"""The formats that other people's engines execute, as files to take away: the same bytes as `trees export` writes."""

from collections.abc import Callable

from macros.downloads.material import Material
from trees.core.library import Library
from trees.formats.forks import decision
from trees.formats.forms import FORMATS, File
from trees.formats.reading import MOST_ROWS, Reading
from trees.formats.rows import count_rows

FILES: tuple[File, ...] = tuple(file for files in FORMATS.values() for file in files)
"""Every file of every format."""


def make(file: File) -> Callable[[Material], bytes]:
    """Return what makes a file of a format."""
    return lambda of: file.make(Reading(of.library, of.name, of.where.address))


def is_offered(library: Library, name: str) -> bool:
    """Return whether a tree is small enough for these formats: a part of it would lead astray."""
    return count_rows(decision(library, name)) <= MOST_ROWS
