"""Print a Markdown file of a stranger so that it can do nothing but be read: `python3 .ci/inert.py FOLDER_OR_FILE`.

Tables, headings and lists stay. Nothing links, shows a picture, calls a person or another thread, or hides anything:
the comment it becomes a part of is posted under this project's name.
"""

import re
import stat
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

NAME = "diff.md"
LARGEST = 1_000_000
"""Bytes; a larger file is no diff of trees."""
LONGEST = 50_000
"""Characters that a comment shows; GitHub takes 65,536."""
JOINER = "\N{WORD JOINER}"
"""Stands unseen between two characters that would mean something together."""
MEANS_SOMETHING = re.compile(r"\\[!-/:-@\[-`{-~]|[&<>\[\]`\\$]")
"""What could act; a mark behind a backslash is just that mark, and stays as it is."""
CALLS = re.compile(r"@|#(?=\d)|\bGH-(?=\d)|://|\bwww\.|\bmailto:|\bxmpp:", re.IGNORECASE)
ALLOWED_CONTROLS = "\n\t"


class GivenError(Exception):
    """What was handed over is not one file of text."""


def read(given: Path) -> str:
    """Return the text of a file, or of the one file that a folder holds; nothing else is opened.

    Raises GivenError where it is anything else than one plain file of text.
    """
    if given.is_dir() and not given.is_symlink():
        found = sorted(path.name for path in given.iterdir())
        if found != [NAME]:
            raise GivenError(f"{given} holds {', '.join(found) or 'nothing'}, and only {NAME} may be there.")
        given = given / NAME
    about = given.lstat()
    if not stat.S_ISREG(about.st_mode):
        raise GivenError(f"{given} is no plain file.")
    if about.st_size > LARGEST:
        raise GivenError(f"{given} has {about.st_size} bytes, and at most {LARGEST} are read.")
    try:
        text = given.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise GivenError(f"{given} is not UTF-8.") from error
    return text.replace("\r\n", "\n")


def inert(text: str) -> str:
    """Return text in which nothing means more than it says: what is unseen is dropped, what could act is shown."""
    seen = "".join(each for each in text if each in ALLOWED_CONTROLS or unicodedata.category(each)[0] != "C")
    # A mention is looked for in what is shown, so that a reference would not be enough.
    broken = CALLS.sub(lambda found: apart(found.group()), seen)
    return cut(MEANS_SOMETHING.sub(lambda found: shown(found.group()), broken))


def apart(mark: str) -> str:
    """Return a mark with a joiner behind its first character."""
    return f"{mark[0]}{JOINER}{mark[1:]}"


def shown(mark: str) -> str:
    """Return what shows a mark and does nothing else."""
    return mark if len(mark) > 1 else f"&#{ord(mark)};"


def cut(text: str) -> str:
    """Return whole lines of at most the length that is shown, and whether there is more."""
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(chr(10))[0]}\n\n(There is more: it was cut here.)\n"


def main(arguments: Sequence[str]) -> int:
    """Print the text and return 0, or say why not and return 1."""
    (given,) = arguments
    try:
        print(inert(read(Path(given))))
    except (OSError, GivenError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
