"""`python -m trees export`: the trees as JSON for other programs, on standard output or in a file."""

import argparse
import sys
from pathlib import Path

from trees.commands.given import Given, refused, sound
from trees.commands.text_file import write
from trees.core.export import export_data, written


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this command to the parser."""
    parser = commands.add_parser("export", help="print the trees as JSON for other programs")
    parser.add_argument("collection", nargs="?", help="one collection alone (default: every one)")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write to this file, whole or not at all")
    parser.set_defaults(run=run)


def run(given: Given) -> int:
    """Print or write the JSON and return 0; return 1 for trees with problems, 2 for a collection that is not there."""
    library = sound(given)
    if library is None:
        return 1
    if given.collection is not None and given.collection not in library.collections:
        hint = f" There are: {', '.join(sorted(library.collections)) or 'none'}."
        return refused("trees export", f"there is no collection '{given.collection}'.{hint}")
    json = written(export_data(library, None if given.collection is None else [given.collection]))
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
