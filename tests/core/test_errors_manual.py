"""The manual page of errors is the test of every refusal: what it shows is what is printed, and it leaves out none."""

import errno
import re
import shutil
import stat
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from helpers.errors_manual import BASE, PAGE, sections, write
from helpers.messages import Messages

from trees.core.check import check, walkable
from trees.core.coverage import held
from trees.core.diff.comparison import compared
from trees.core.diff.notes import not_written_down
from trees.core.library import load
from trees.core.textcheck import differences, make, still_there

ROOT = Path(__file__).parents[2]
T = TypeVar("T")
CHECK = "python -m trees check"
CASES = "python -m trees cases"
DIFF = "python -m trees diff trees_before --check"
SOURCES = {
    f"python -m trees source fingerprint {name} --check --text trees/example/{text}": (name, text)
    for name, text in (("example_2020", "source.txt"), ("example_2024", "newer.txt"))
}

SECTIONS = sections()
ENDING = {name: blocks for name, blocks in SECTIONS.items() if name != BASE and blocks[-1].kind == "text"}
MESSAGES = {name: blocks for name, blocks in ENDING.items() if blocks[-1].title in (CHECK, CASES, DIFF, *SOURCES)}
"""What is said of a file. What is said of a call or of a build is held by test_errors_of_calls and of_builds."""
GROUPS = {name: blocks for name, blocks in SECTIONS.items() if name not in ENDING}


def printed(command: str, folder: Path) -> list[str]:
    """What a command prints in a folder that holds `trees`."""
    library = load(folder / "trees", shown_as="trees")
    if command == CHECK:
        return [str(problem) for problem in check(library)]
    if command == DIFF:
        before = load(folder / "trees_before", shown_as="trees_before")
        assert (check(before), walkable(library)) == ([], [])
        return [str(problem) for each in compared(before, library) for problem in not_written_down(each)]
    if command == CASES:
        # The command puts cases only to trees in which the check finds nothing wrong.
        assert check(library) == []
        return [str(problem) for name in sorted(library.collections) for problem in held(library, name)[1]]
    assert command in SOURCES, f"the test does not know the command {command!r}"
    name, file = SOURCES[command]
    register = library.registers[name]
    text = (ROOT / "trees/example" / file).read_text(encoding="utf-8")
    made, problems = make(register, text)
    problems += still_there(library.notes_on(register.source), text)
    problems += differences(register, library.fingerprints[name], made)
    return [str(problem) for problem in problems]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the base of the page in it: what the invented source is, and the trees written by it.

    The superuser may read every file; here nobody reads one that is closed.
    """
    for name in ("read_bytes", "read_text"):
        monkeypatch.setattr(Path, name, closed_to_all(getattr(Path, name)))
    (tmp_path / "trees/sources").mkdir(parents=True)
    for path in (ROOT / "trees/sources").glob("example_*"):
        shutil.copy(path, tmp_path / "trees/sources" / path.name)
    write(SECTIONS[BASE], tmp_path)
    return tmp_path


def closed_to_all(read: Callable[..., T]) -> Callable[..., T]:
    """A way to read that heeds the mode of a file, whoever asks."""

    def reading(path: Path, *args: object, **options: object) -> T:
        if path.exists() and not path.stat().st_mode & stat.S_IRUSR:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path, *args, **options)

    return reading


def pattern(heading: str) -> re.Pattern[str]:
    """What a line of a message begins with, after its place, given the heading of the message."""
    return re.compile(rf"\S+?:\d+: {'.+?'.join(map(re.escape, heading.split('…')))}[.?]?( .*)?")


@pytest.mark.parametrize("heading", GROUPS)
def test_the_files_that_a_group_of_errors_begins_with_have_no_problem(heading: str, folder: Path) -> None:
    write([] if heading == BASE else GROUPS[heading], folder)
    assert printed(CHECK, folder) == []
    if any(block.kind == "toml" for block in GROUPS[heading]):
        assert printed(CASES, folder) == []


@pytest.mark.parametrize("heading", MESSAGES)
def test_the_page_shows_what_is_printed(heading: str, folder: Path) -> None:
    *changes, output = MESSAGES[heading]
    write([each for each in changes if each.shared], folder)
    if output.title == DIFF:
        shutil.copytree(folder / "trees", folder / "trees_before")
    write([each for each in changes if not each.shared], folder)
    assert printed(output.title, folder) == output.lines
    assert any(pattern(heading).fullmatch(line) for line in output.lines)


def test_every_line_that_the_page_shows_names_a_file_and_ends_as_a_sentence() -> None:
    lines = [line for blocks in MESSAGES.values() for line in blocks[-1].lines]
    odd = [line for line in lines if not re.fullmatch(r"trees[\w./?]*:\d+: \S.*[.?]", line)]
    assert not odd


def test_the_page_holds_nothing_that_the_site_would_take_for_a_placeholder() -> None:
    assert not re.search(r"\{\{|\{%|\{#", PAGE.read_text(encoding="utf-8"))


def test_every_message_of_the_program_has_a_heading_and_every_heading_is_a_message() -> None:
    messages = set(Messages(ROOT / "trees/core"))
    missing, invented = messages - set(MESSAGES), set(MESSAGES) - messages
    assert not missing, f"docs/change/errors.md has no section: {sorted(missing)}"
    assert not invented, f"no such message is printed: {sorted(invented)}"
