"""`python -m trees`: check, walk, list, compare, export, review and begin trees; hold a source to its text."""

import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from trees.commands import audit, cases, check, diff, export, new, paths, review, source, walk
from trees.commands.parser import Parser

FOLDER = Path(__file__).parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 problems were found, 2 the call made no sense."""
    parser = Parser(prog="python -m trees", description="Executable guideline trees.")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="the folder of trees (default: this one)")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for each in (check, cases, walk, paths, diff, export, audit, review, source, new):
        each.add_to(commands)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A terminal that cannot show a character gets its number, not a traceback.
        sys.stdout.reconfigure(errors="backslashreplace")
    given = parser.parse_args(arguments)
    if given.command is None:
        parser.print_help(sys.stderr)
        return 2
    try:
        code: int = given.run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has seen enough, as in `python -m trees paths … | head`; what is still held back goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        # A second Ctrl+C, while the program ends, changes nothing.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
