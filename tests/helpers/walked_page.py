"""Do what a page of the manual says, step by step, in a copy of the checkout."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from conftest import ROOT
from helpers.commands import environment

BLOCK = re.compile(r'^```(?P<kind>\w+)(?: title="(?P<title>[^"]+)")?\n(?P<text>.*?)^```$', re.DOTALL | re.MULTILINE)
PYTHON = ".venv/bin/python "
FIRST_TREE = ROOT / "docs" / "change" / "first_tree.md"
NOT_RUN = {"make format", f"{PYTHON}-m pytest -q tests/trees", "make site", "git clean -fd docs trees"}
"""What takes too long for a test, or would end it."""


@dataclass(frozen=True)
class Step:
    """A block of the page: a command (sh), what it prints (text), a file as it then reads, or a change of one."""

    kind: str
    title: str | None
    text: str


def steps(page: Path) -> list[Step]:
    """The blocks of a page, in order."""
    found = BLOCK.finditer(page.read_text(encoding="utf-8"))
    return [Step(each["kind"], each["title"], each["text"]) for each in found]


def say(command: str, folder: Path) -> str:
    """Run one command of the page in a folder, and return all that it prints."""
    assert command.startswith(PYTHON), f"the test does not know the command {command!r}"
    done = subprocess.run(
        [sys.executable, *command.removeprefix(PYTHON).split()],
        cwd=folder,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return done.stdout + done.stderr


def write(step: Step, folder: Path) -> None:
    """Write a file as the page has it, or change it as the page says."""
    path = folder / str(step.title)
    if step.kind != "diff":
        path.write_text(step.text, encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    lines = step.text.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] != "+")
    assert text.count(old) == 1, f"{step.title} has this {text.count(old)} times:\n{old}"
    path.write_text(text.replace(old, "".join(line[1:] for line in lines if line[0] != "-")), encoding="utf-8")


def walk_through(page: list[Step], folder: Path, without: set[str]) -> list[tuple[str, str, str]]:
    """Do every step in a checkout; return each command with what the page shows of it and with what it printed."""
    printed = []
    for step, after in zip(page, [*page[1:], Step("", None, "")], strict=True):
        if step.kind == "sh":
            commands = [command for command in step.text.splitlines() if command not in without]
            printed += [(command, after.text, say(command, folder)) for command in commands]
        elif step.title is not None:
            write(step, folder)
        elif step.kind == "python":
            printed.append(("a piece of a file as it was begun", step.text, _found(step.text, folder)))
    return printed


def _found(piece: str, folder: Path) -> str:
    """The piece itself where a file of data holds it, or nothing."""
    files = (folder / "trees" / "sources").glob("*.py")
    return piece if any(piece in path.read_text(encoding="utf-8") for path in files) else ""
