"""The manual page of errors holds every line with which a command refuses a call, and shows what is printed."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.commands import ROOT, copy_of_the_invented
from helpers.errors_manual import Block, sections, write
from helpers.messages import Messages

from trees.__main__ import main

PROGRAM = "python -m trees "
OF_A_FILE = ("python -m trees check", "python -m trees cases", "--check --text")
NEVER_PRINTED = {
    "'…' of … has no event '…'": "the check refuses an outcome whose id stands in another tree",
    "'…' asks nothing": "the ids that a call names are those of questions and of outcomes, and nothing else",
    "the way leads round in a circle: it comes back to '…' of …": "no command walks trees that the check refuses",
    "the way leads to the tree '…', which is not there": "no command walks trees that the check refuses",
}
"""What only a program meets that walks trees without having checked them; `test_walk_refusals` has it."""
MISSING = (
    "docs/change/errors.md has no section of these. Write one below '## Calls' for each: the heading is the message, "
    "the last block is called after the command that causes it, and holds what it prints: "
)


def is_of_a_call(title: str) -> bool:
    return title.startswith(PROGRAM) and title not in OF_A_FILE and OF_A_FILE[-1] not in title


CALLS = {
    name: blocks for name, blocks in sections().items() if blocks[-1].kind == "text" and is_of_a_call(blocks[-1].title)
}


def messages() -> set[str]:
    """Every message of a call, as its heading is."""
    core, commands = Messages(ROOT / "trees/core"), Messages(ROOT / "trees/core", ROOT / "trees/commands")
    assert set(core.of_calls("WalkError", 0)) <= set(commands.of_calls("WalkError", 0))
    of_files = set(Messages(ROOT / "trees/commands").of_calls("Problem", 1))
    return {*commands.of_calls("WalkError", 0), *commands.of_calls("refused", 1, leave="str(error)"), *of_files}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy_of_the_invented(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def called(command: str) -> int:
    """Run a command on the trees that stand here, and return its exit code."""
    try:
        return main(["--folder", "trees", *shlex.split(command.removeprefix(PROGRAM))])
    except SystemExit as ended:
        return int(str(ended.code))


def pattern(heading: str) -> str:
    """What the line of a message is, given its heading."""
    return rf"\S.*?: {'.+?'.join(map(re.escape, heading.split('…')))}[.?]?( .*)?"


@pytest.mark.parametrize("heading", CALLS)
def test_the_page_shows_what_a_call_prints(heading: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    *changes, shown = CALLS[heading]
    write(changes, folder)
    code = called(shown.title)
    printed = capsys.readouterr()

    assert printed.err.splitlines() == shown.lines
    assert (code, printed.out) in ((1, ""), (2, ""))
    assert any(re.fullmatch(pattern(heading), line) for line in shown.lines)


def test_every_line_that_the_page_shows_of_a_call_is_a_sentence_or_a_call_to_write_instead() -> None:
    lines = [line for blocks in CALLS.values() for line in blocks[-1].lines]
    odd = [line for line in lines if not re.fullmatch(r"(trees[\w ]*|\S+:\d+): \S.*([.?]| Write: python -m .*)", line)]

    assert odd == []


def test_every_message_of_a_call_has_a_heading_and_every_heading_is_a_message() -> None:
    found = messages()
    missing = found - set(CALLS) - set(NEVER_PRINTED)

    assert missing == set(), f"{MISSING}{sorted(missing)}"
    assert set(CALLS) - found == set(), "no such message is printed"
    assert set(NEVER_PRINTED) <= found - set(CALLS)


def commands() -> Iterator[tuple[str, ast.Call]]:
    for path in (*sorted((ROOT / "trees/commands").glob("*.py")), ROOT / "trees/__main__.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield path.name, node


def test_no_command_prints_words_of_its_own_where_errors_are_printed() -> None:
    """A call is refused by `refused`, where the manual is held to it; a problem is printed as it is."""
    own = [
        f"{name}:{call.lineno}: {ast.unparse(call)}"
        for name, call in commands()
        if ast.unparse(call.func) == "print"
        and any(keyword.arg == "file" and "stderr" in ast.unparse(keyword.value) for keyword in call.keywords)
        and isinstance(call.args[0], ast.Constant | ast.JoinedStr | ast.BinOp)
        and name != "given.py"
    ]

    assert own == [], "use trees.commands.given.refused, and write a section for the message"


def test_every_section_of_the_page_is_held_by_a_test() -> None:
    titles = {blocks[-1].title for blocks in sections().values() if blocks[-1].kind == "text"}
    odd = [title for title in titles if not title.startswith((PROGRAM, "make site", "make serve"))]

    assert odd == []


def blocks_of_calls() -> list[Block]:
    return [block for blocks in CALLS.values() for block in blocks]


def test_a_call_is_shown_with_no_trees_but_the_invented_ones() -> None:
    assert not [block.title for block in blocks_of_calls() if "manual" in block.title]
