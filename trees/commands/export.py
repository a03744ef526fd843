"""`python -m trees export`: the trees as JSON for other programs, or as files that other people's engines execute."""

import argparse
import sys
from pathlib import Path

from trees.commands.given import Given, refused, sound
from trees.commands.text_file import write
from trees.core.export import export_data, written
from trees.core.place import did_you_mean
from trees.formats import NAMES


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("export", help="print the trees as JSON, or write them as DMN, SQL, FHIR or PMML")
    offered = ", ".join(NAMES)
    parser.add_argument(
        "what", nargs="?", help=f"a format ({offered}); or JSON of one collection (default: of every one)"
    )
    parser.add_argument("tree", nargs="?", help="of a format: which tree, or a collection, or 'all'")
    parser.add_argument("--out", type=Path, help="the file that JSON is written to, or the folder for a format")
    parser.add_argument("--address", help="of a format: the address of the site (default: SITE_URL)")
    parser.set_defaults(run=run)


def run(given: Given) -> int:
    """Print or write what was asked for and return 0; 1 for trees with problems, 2 for what is not there."""
    if given.what in NAMES:
        # What makes the formats takes a while to import, and no other command needs it.
        from trees.commands import export_formats

        return export_formats.run(given)
    if given.tree is not None:
        # Without a format one word names a collection; of two the first is meant as a format.
        hint = did_you_mean(given.what, NAMES) or f" There are: {', '.join(NAMES)}."
        return refused("trees export", f"there is no format '{given.what}'.{hint}")
    library = sound(given)
    if library is None:
        return 1
    if given.what is not None and given.what not in library.collections:
        hint = f" There are: {', '.join(sorted(library.collections)) or 'none'}."
        return refused("trees export", f"there is no collection '{given.what}'.{hint}")
    json = written(export_data(library, None if given.what is None else [given.what]))
    return _printed(json) if given.out is None else _written(given.out, json)


def _printed(json: bytes) -> int:
    # As bytes: a terminal's own encoding would change them, and JSON is UTF-8.
    sys.stdout.flush()
    sys.stdout.buffer.write(json)
    return 0


def _written(path: Path, json: bytes) -> int:
    try:
        if path.exists() and not path.is_file():
            # A device or a folder would be put out of its place by a file.
            return refused("trees export", f"{path} is no file. Name a file, or leave --out away.")
        write(path, json.decode("utf-8"))
    except OSError as error:
        text = f"{path} cannot be written: {error.strerror}. What was there is as it was."
        return refused("trees export", text, code=1)
    return 0
