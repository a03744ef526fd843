"""The manual page of errors holds every line with which a command refuses a call, and shows what is printed."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.commands import ROOT, copy_of_the_invented
from helpers.errors_manual import PAGE, Block, sections, write
from helpers.messages import Messages

from trees.__main__ import main

PROGRAM = "python -m trees "
OF_A_FILE = ("python -m trees check", "python -m trees cases", "python -m trees diff trees_before --check")
OF_A_TEXT = "--check --text"
NEVER_PRINTED = {
    "'…' of … has no event '…'": "the check refuses an outcome whose id stands in another tree",
    "'…' asks nothing": "the ids that a call names are those of questions and of outcomes, and nothing else",
    "the sentences of this text cannot be told apart: …": "they are looked for in the text that they were taken from",
    "the answers lead round in a circle: back to …": "the check refuses such trees",
    "the way leads round in a circle: it comes back to '…' of …": "no command walks trees that the check refuses",
    "the way leads to the tree '…', which is not there": "no command walks trees that the check refuses",
}
"""What no command prints, and why. Of a walk, a program meets it that has not checked; `test_walk_refusals` has it."""
RAISED = ("WalkError", "RefusalError", "NoEditionError", "TooManyRowsError", "AuditError")
"""What a command catches to refuse a call with its words."""
LAYERS = ("core", "formats", "audit", "commands")
"""Where what a command says may be written."""
AUDIT = "core/test_audit_command.py"
DIFF, WATCH = "core/test_diff_command.py", "core/test_source_watch.py"
ELSEWHERE = {
    "'…' is no collection, no folder and no revision": (DIFF, "is no collection, no folder and no revision."),
    "'…' has no folder …. Was it called otherwise then?": (DIFF, "Was it called otherwise then?"),
    "'…' is a collection, and is compared with another one. Name two that are there": (
        DIFF,
        "Name two that are there.",
    ),
    "OLD is the text of …. Name one by --source": ("core/test_source_diff.py", "OLD is the text of"),
    "… cannot be fetched from …: …": (WATCH, "cannot be fetched from"),
    "… cannot be fetched from …: …. Nothing is recorded of it": (WATCH, "Nothing is recorded of it."),
    "… was never recorded, so nobody can tell whether it has changed. Read it, then: …": (WATCH, "was never recorded"),
    "what stands at … is not what was recorded of … on …. Save the text, and compare: "
    "python -m trees source diff OLD NEW": (WATCH, "is not what was recorded"),
    "the record is damaged. Make it anew: python -m trees source watch --record …": (WATCH, "the record is damaged."),
    "DuckDB is not installed. Install it: python -m pip install duckdb": (AUDIT, "DuckDB is not installed."),
    "and … more": (AUDIT, "more."),
    "the file has no column for these, so of no patient anything is known of them: …": (
        AUDIT,
        "the file has no column",
    ),
    "… is no CSV: it holds bytes that are no text": ("core/test_audit_files.py", "it holds bytes that are no text"),
    "… is not UTF-8. Save it as CSV in UTF-8": ("core/test_audit_files.py", "is not UTF-8."),
    "… has … rows, and a file holds at most …. Part the tree in two": (
        "core/test_export_formats.py",
        "rows, and a file holds at most",
    ),
    "… cannot be written: …. Nothing was written": ("core/test_new_refusals.py", "cannot be written"),
}
"""What is printed only where there is a history, a server or a disk that refuses: the test of it, and its words.

The page explains each of them, and shows no output.
"""
MISSING = (
    "docs/change/errors.md has no section of these. Write one below '## Calls' for each: the heading is the message, "
    "the last block is called after the command that causes it, and holds what it prints: "
)


def is_of_a_call(title: str) -> bool:
    return title.startswith(PROGRAM) and title not in OF_A_FILE and OF_A_TEXT not in title


CALLS = {
    name: blocks for name, blocks in sections().items() if blocks[-1].kind == "text" and is_of_a_call(blocks[-1].title)
}


def messages() -> set[str]:
    """Every message of a call, as its heading is."""
    core, commands = Messages(ROOT / "trees/core"), Messages(*(ROOT / "trees" / each for each in LAYERS), lists=True)
    assert set(core.of_calls("WalkError", 0)) <= set(commands.of_calls("WalkError", 0))
    of_files = set(Messages(ROOT / "trees/commands").of_calls("Problem", 1))
    raised = {each for name in RAISED for each in commands.of_calls(name, 0, "str(read)")}
    return {*raised, *commands.of_calls("refused", 1, "str(error)", "line"), *of_files}


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
    missing = found - set(sections()) - set(NEVER_PRINTED) - set(ELSEWHERE)

    assert missing == set(), f"{MISSING}{sorted(missing)}"
    assert set(CALLS) - found == set(), "no such message is printed"
    assert set(NEVER_PRINTED) | set(ELSEWHERE) <= found - set(CALLS)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_needs_more_than_a_file_is_explained_on_the_page_and_printed_in_a_test(name: str) -> None:
    file, words = ELSEWHERE[name]

    assert f"\n### {name}\n" in PAGE.read_text(encoding="utf-8")
    assert words in (ROOT / "tests" / file).read_text(encoding="utf-8")


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
