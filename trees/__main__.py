"""`python -m trees`: check, walk and list the trees, and hold a source to its text."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from trees.commands import check, paths, source, walk

FOLDER = Path(__file__).parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems were found, 2 the call made no sense."""
    parser = argparse.ArgumentParser(prog="python -m trees", description="Executable guideline trees.")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="the folder of trees (default: this one)")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for each in (check, walk, paths, source):
        each.add_to(commands)
    given = parser.parse_args(arguments)
    try:
        code: int = given.run(given)
    except BrokenPipeError:
        # The reader has seen enough, as in `python -m trees paths … | head`.
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
