"""`python -m trees export FORMAT TREE --out FOLDER`: trees as files that other people's engines execute."""

import os
from pathlib import Path

from trees.commands.given import Given, no_tree, refused, sound
from trees.commands.together import replace_together
from trees.core.check.vocabulary import ADDRESS
from trees.core.library import Library
from trees.formats.forms import FORMATS
from trees.formats.reading import Reading, TooManyRowsError

PROGRAM = "trees export"
ALL = "all"
SITE = "https://example.org/"
"""The address of a site of which nobody has said where it is published, as in mkdocs.yml."""


def run(given: Given) -> int:
    """Write the files and return 0; 1 for trees with problems or what cannot be written, 2 for a call without sense."""
    if given.tree is None:
        return refused(
            PROGRAM, f"of which tree? Write: python -m trees export {given.what} TREE --out FOLDER, or {ALL}."
        )
    if given.out is None:
        return refused(
            PROGRAM, f"into which folder? Write: python -m trees export {given.what} {given.tree} --out FOLDER."
        )
    address = f"{(given.address or os.environ.get('SITE_URL') or SITE).rstrip('/')}/"
    if not ADDRESS.fullmatch(address):
        return refused(PROGRAM, f"'{address}' is no address of a site, such as {SITE}.")
    library = sound(given)
    if library is None:
        return 1
    names = chosen(library, given.tree)
    if not names:
        return refused(PROGRAM, no_tree(library, given.tree))
    made: dict[Path, bytes] = {}
    too_large = []
    for name in names:
        try:
            reading = Reading(library, name, address)
            made |= {given.out / f"{name}{file.suffix}": file.make(reading) for file in FORMATS[given.what]}
        except TooManyRowsError as error:
            too_large.append(str(error))
    try:
        replace_together(made)
    except OSError as error:
        text = f"{error.filename or given.out} cannot be written: {error.strerror}. What was there is as it was."
        return refused(PROGRAM, text, code=1)
    for text in too_large:
        refused(PROGRAM, text)
    if made:
        print(f"{len(made)} {'file' if len(made) == 1 else 'files'} in {given.out}")
    return 1 if too_large else 0


def chosen(library: Library, name: str) -> list[str]:
    """Return the full names of the trees that are meant: one, those of a collection, or all; none where none is."""
    if name == ALL:
        return [full for full, _ in library.full_names()]
    if name in library.collections:
        return [full for full, _ in library.full_names() if full.startswith(f"{name}/")]
    full = library.resolve(name)
    return [] if full is None else [full]
