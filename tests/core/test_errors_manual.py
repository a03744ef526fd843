"""The manual page of errors is the test of every refusal: what it shows is what is printed, and it leaves out none."""

import errno
import re
import shutil
import stat
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from helpers.messages import Messages

from trees.core.check import check, walkable
from trees.core.coverage import held
from trees.core.diff.comparison import compared
from trees.core.diff.notes import not_written_down
from trees.core.library import load
from trees.core.textcheck import differences, make, still_there

ROOT = Path(__file__).parents[2]
T = TypeVar("T")
PAGE = ROOT / "docs/change/errors.md"
BASE = "The files that are right"
CHECK = "python -m trees check"
CASES = "python -m trees cases"
DIFF = "python -m trees diff trees_before --check"
SOURCES = {
    f"python -m trees source fingerprint {name} --check --text trees/example/{text}": (name, text)
    for name, text in (("example_2020", "source.txt"), ("example_2024", "newer.txt"))
}
FENCE = re.compile(r'```(?P<kind>\w+) title="(?P<title>[^"]+)"')
PRINTF = re.compile(r"printf '(?P<text>[^']*)' >> (?P<file>\S+)")
REPEAT = re.compile(r"printf '(?P<text>[^%']*)%\.0s' \{1\.\.(?P<times>\d+)\} >> (?P<file>\S+)")
YES = re.compile(r"yes '(?P<text>[^']*)' \| head -n (?P<times>\d+) >> (?P<file>\S+)")
SEQ = re.compile(r"seq -f '(?P<text>[^']*)' (?P<times>\d+) >> (?P<file>\S+)")
LINK = re.compile(r"ln -s (?P<to>\S+) (?P<file>\S+)")
TRUNCATE = re.compile(r"truncate -s (?P<size>\d+) (?P<file>\S+)")
PLAIN = re.compile(r"(?P<word>rm -r|rm|mkdir|chmod 000) (?P<file>\S+)")


@dataclass
class Block:
    """A block of code: its kind (diff, python, json, toml, sh or text), its title, and its lines.

    `shared` are those that every section of a group begins with: in a comparison, the edition before.
    """

    kind: str
    title: str
    lines: list[str] = field(default_factory=list)
    shared: bool = False

    @property
    def text(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)


def sections() -> dict[str, list[Block]]:
    """The blocks of the page under each heading; those right below a group's heading begin each of its sections."""
    found: dict[str, list[Block]] = {}
    group, heading, block = "", "", None
    for number, line in enumerate(PAGE.read_text(encoding="utf-8").splitlines(), start=1):
        if block is not None:
            if line == "```":
                block = None
            else:
                block.lines.append(line)
        elif line.startswith("```"):
            match = FENCE.fullmatch(line)
            assert match, f'errors.md:{number}: a block is opened by ```kind title="…"'
            block = Block(match["kind"], match["title"], shared=heading == group)
            found[heading].append(block)
        elif line.startswith(("## ", "### ")):
            heading = line.lstrip("# ")
            assert heading not in found, f"errors.md:{number}: '{heading}' stands twice"
            group = heading if line.startswith("## ") else group
            found[heading] = [] if group in (heading, BASE) else [*found[group]]
    assert block is None, "errors.md: the last block is not closed"
    return {name: blocks for name, blocks in found.items() if blocks}


SECTIONS = sections()
MESSAGES = {name: blocks for name, blocks in SECTIONS.items() if name != BASE and blocks[-1].kind == "text"}
GROUPS = {name: blocks for name, blocks in SECTIONS.items() if name not in MESSAGES}


def changed(text: str, lines: list[str]) -> str:
    """The text after a diff: what is kept or taken out stands in it, in a row, exactly once."""
    hunks: list[list[str]] = [[]]
    for line in lines:
        if line == "@@":
            hunks.append([])
        else:
            assert line[:1] in ("+", "-", " "), f"a line of a diff begins with +, - or a space: {line!r}"
            hunks[-1].append(line)
    for hunk in hunks:
        old = "".join(f"{line[1:]}\n" for line in hunk if line[0] != "+")
        new = "".join(f"{line[1:]}\n" for line in hunk if line[0] != "-")
        assert old, "a hunk needs a line that is there"
        assert old != new, "a hunk changes something"
        assert f"\n{text}".count(f"\n{old}") == 1, f"this stands in the file {text.count(old)} times, not once:\n{old}"
        text = f"\n{text}".replace(f"\n{old}", f"\n{new}")[1:]
    return text


def run(command: str, folder: Path) -> None:
    """Do what one of a few shell commands does."""
    if match := PRINTF.fullmatch(command):
        added = match["text"].encode().decode("unicode_escape")
        raw = added.encode("latin-1") if r"\x" in match["text"] else added.encode()
    elif match := YES.fullmatch(command):
        raw = f"{match['text']}\n".encode() * int(match["times"])
    elif match := REPEAT.fullmatch(command):
        raw = match["text"].encode() * int(match["times"])
    elif match := SEQ.fullmatch(command):
        rows = (match["text"].replace("%.0f", str(number)) for number in range(1, int(match["times"]) + 1))
        raw = "".join(f"{row}\n" for row in rows).encode()
    elif match := LINK.fullmatch(command):
        (folder / match["file"]).symlink_to(match["to"])
        return
    elif match := TRUNCATE.fullmatch(command):
        with (folder / match["file"]).open("r+b") as file:
            file.truncate(int(match["size"]))
        return
    else:
        match = PLAIN.fullmatch(command)
        assert match, f"the test does not know the command {command!r}"
        path = folder / match["file"]
        match match["word"]:
            case "rm":
                path.unlink()
            case "rm -r":
                shutil.rmtree(path)
            case "chmod 000":
                path.chmod(0)
            case _:
                path.mkdir()
        return
    with (folder / match["file"]).open("ab") as file:
        file.write(raw)


def write(blocks: list[Block], folder: Path) -> None:
    """Make the changes of a section: diffs of files, whole new files, or commands."""
    for block in blocks:
        path = folder / block.title
        match block.kind:
            case "diff":
                path.write_text(changed(path.read_text(encoding="utf-8"), block.lines), encoding="utf-8")
            case "python" | "json" | "toml":
                assert not path.exists(), f"{block.title} is there already; show a diff"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(block.text, encoding="utf-8")
            case "sh":
                for command in block.lines:
                    run(command, folder)
            case _:
                pytest.fail(f"a block of kind {block.kind} changes nothing")


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
