"""The manual page of errors holds what a build and the server say of a mistake, and shows what is printed."""

import ast
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.builds import build
from helpers.errors_manual import sections, write
from helpers.messages import Messages, heading

from macros.site import STUB

BUILDS = {name: blocks for name, blocks in sections().items() if blocks[-1].title == "make site"}
SERVER = {name: blocks for name, blocks in sections().items() if blocks[-1].title == "make serve"}
WORDS_OF_OTHERS = {"'…' is undefined", "unexpected '…'"}
"""What Jinja says of what stands in braces; it has more to say, and these two are what an author meets."""
OF_THE_MACHINE = {
    "…": "what the computer says of a folder that cannot be written; test_build holds it",
    "Port … cannot be used: …": "what the computer says of a port that it keeps for others",
}
"""What no mistake in a file causes."""


def messages() -> set[str]:
    """Every message of the build and of the server, as its heading is."""
    code = Messages(ROOT / "macros")
    of_pages = {text for text in code.of_calls("Problem", 1) if text != "'…': …"}
    module = ast.parse((ROOT / "macros" / "build_messages.py").read_text(encoding="utf-8"))
    rules = [each.name for each in module.body if isinstance(each, ast.FunctionDef) and each.name.startswith("no_")]
    of_links = {text for name in rules for text in code.given_back(name)}
    return of_pages | of_links | set(printed())


def printed() -> Iterator[str]:
    """Every line that the build and the server print where errors are printed."""
    for name in ("build", "serve"):
        for node in ast.walk(ast.parse((ROOT / "macros" / f"{name}.py").read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name("print"), args=[ast.JoinedStr(values=said)], keywords=[ast.keyword("file")]
                ):
                    parts = (str(part.value) if isinstance(part, ast.Constant) else "…" for part in said)
                    yield heading("".join(parts))


@pytest.mark.parametrize("title", BUILDS)
def test_the_page_shows_what_a_build_prints(title: str, checkout: Path) -> None:
    *changes, shown = BUILDS[title]
    write(changes, checkout)

    done = build(checkout, checkout / "site")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.replace(STUB, "…").splitlines() == shown.lines
    pattern = ".+?".join(map(re.escape, title.split("…")))
    assert any(re.fullmatch(rf"(?:docs/\S+:\d+: )?{pattern}\.?( .*)?", line) for line in shown.lines)


@pytest.mark.parametrize("title", SERVER)
def test_the_page_shows_what_the_server_prints(title: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "macros.serve", "--port", str(port)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)

    assert (done.returncode, done.stdout) == (1, "")
    (line,) = SERVER[title][-1].lines
    assert done.stderr == f"{line.replace('8001', str(port + 1)).replace('8000', str(port))}\n"


def test_every_message_of_a_build_has_a_heading_and_every_heading_is_a_message() -> None:
    found, headings = messages(), {*BUILDS, *SERVER}
    missing = found - headings - set(OF_THE_MACHINE)

    assert missing == set(), "docs/change/errors.md has no section of these. Write one below '## Building the site'"
    assert headings - found == WORDS_OF_OTHERS
    assert set(OF_THE_MACHINE) <= found
