"""The manual page of errors, read as what is changed in some files and what is printed then."""

import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs/change/errors.md"
BASE = "The files that are right"
FENCE = re.compile(r'```(?P<kind>\w+) title="(?P<title>[^"]+)"')
PRINTF = re.compile(r"printf '(?P<text>[^']*)' (?P<how>>>?) (?P<file>\S+)")
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


def sections(page: Path = PAGE) -> dict[str, list[Block]]:
    """The blocks of the page under each heading; those right below a group's heading begin each of its sections."""
    found: dict[str, list[Block]] = {}
    group, heading, block = "", "", None
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1):
        if block is not None:
            if line == "```":
                block = None
            else:
                block.lines.append(line)
        elif line.startswith("```"):
            match = FENCE.fullmatch(line)
            assert match, f'{page.name}:{number}: a block is opened by ```kind title="…"'
            block = Block(match["kind"], match["title"], shared=heading == group)
            found[heading].append(block)
        elif line.startswith(("## ", "### ")):
            heading = line.lstrip("# ")
            assert heading not in found, f"{page.name}:{number}: '{heading}' stands twice"
            group = heading if line.startswith("## ") else group
            found[heading] = [] if group in (heading, BASE) else [*found[group]]
    assert block is None, f"{page.name}: the last block is not closed"
    return {name: blocks for name, blocks in found.items() if blocks}


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
        if match["how"] == ">":
            (folder / match["file"]).unlink(missing_ok=True)
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
