"""`python -m tests.second_opinion [FILE] [--rows]`: judge an export from a file, or from standard input."""

import argparse
import sys
from pathlib import Path

from .opinion import opinion
from .reading import ExportError, read


def main() -> int:
    """Print every fault and return 1, or print the counts and return 0; return 2 for what is no export."""
    parser = argparse.ArgumentParser(prog="second_opinion", description="Judge an export of trees.")
    parser.add_argument("file", nargs="?", type=Path, help="the export (default: standard input)")
    parser.add_argument("--rows", action="store_true", help="list every path")
    given = parser.parse_args()
    try:
        export = read(sys.stdin.buffer.read() if given.file is None else given.file.read_bytes())
    except (ExportError, OSError) as error:
        says = error.strerror if isinstance(error, OSError) else error
        print(f"second_opinion: {given.file or 'standard input'}: {says}", file=sys.stderr)
        return 2
    found = opinion(export)
    for fault in found.faults:
        print(fault)
    for listed in found.rows.values() if given.rows else ():
        for row in listed:
            print(row)
    for name, total in found.counts.items():
        print(f"{name}: {total} paths")
    print(f"{len(found.counts)} trees, {sum(found.counts.values())} paths, {len(found.faults)} faults")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
