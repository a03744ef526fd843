"""What MkDocs says of a mistake in a page, in one line that an author can follow: file, line, what is wrong."""

import re
from collections.abc import Callable
from pathlib import Path

Said = re.Match[str]

MACRO_ERROR = re.compile(
    r"WARNING[^\n]*Macro Rendering Error_\s+_File_: `(?P<file>[^`]+)`\s+_\w+_: (?P<what>[^\n]+?)\.?\s*"
    r"```\s*Traceback.*?\"<(?:template|unknown)>\", line (?P<line>\d+).*?```",
    re.DOTALL,
)
SYNTAX_ERROR = re.compile(
    r"WARNING[^\n]*Macro Syntax Error_\s+_File_: `(?P<file>[^`]+)`\s+"
    r"_Line (?P<line>\d+)[^*\n]*\*\*(?P<what>[^\n]+?)\.?\*\*\s*```markdown.*?```",
    re.DOTALL,
)
"""What mkdocs-macros says of a mistake in a page: one line of it is for an author, the traceback is not."""
NO_PAGE = re.compile(
    r"WARNING -\s+Doc file '(?P<file>[^']+)' contains a link '(?P<link>[^']+)', but the target[^\n]* is not found "
    r"among documentation files\.(?P<hint>[^\n]*)"
)
NO_HEADING = re.compile(
    r"WARNING -\s+Doc file '(?P<file>[^']+)' contains a link '(?P<link>[^']+)', but "
    r"(?:the doc '[^']+' does not contain an anchor|there is no such anchor on this page)[^\n]*"
)
NO_MENU = re.compile(
    r"WARNING -\s+The following pages exist in the docs directory, but are not included in the \"nav\" configuration:"
    r"(?P<files>(?:\n\s+- [^\n]+)+)"
)
LISTED = re.compile(r"- (\S[^\n]*)")


def told(output: str, docs: Path) -> str:
    """Return what MkDocs said that matters. Its own --quiet would hide warnings from its --strict."""
    rules: list[tuple[re.Pattern[str], Callable[[Said], str]]] = [
        (MACRO_ERROR, lambda said: f"docs/{said['file']}:{said['line']}: {said['what']}."),
        (SYNTAX_ERROR, lambda said: f"docs/{said['file']}:{said['line']}: {said['what']}."),
        (NO_PAGE, lambda said: no_page(said, docs)),
        (NO_HEADING, lambda said: no_heading(said, docs)),
        (NO_MENU, lambda said: "\n".join(map(no_menu, LISTED.findall(said["files"])))),
    ]
    for pattern, rule in rules:
        output = pattern.sub(rule, output)
    return "\n".join(line for line in output.splitlines() if line and not line.startswith(("INFO", "Aborted with")))


def no_page(said: Said, docs: Path) -> str:
    """Return what is said of a link to a page that is not there."""
    return f"{place(said, docs)}: the link '{said['link']}' leads to no page.{said['hint']}"


def no_heading(said: Said, docs: Path) -> str:
    """Return what is said of a link to a part of a page that is not there."""
    return f"{place(said, docs)}: the page of the link '{said['link']}' has no such heading."


def no_menu(file: str) -> str:
    """Return what is said of a page that nobody comes to by the menu."""
    return f"docs/{file}:1: the page stands in no menu. Add it to 'nav' in mkdocs.yml."


def place(said: Said, docs: Path) -> str:
    """Return the file and the line on which a link is written; the first, where a page makes it from data."""
    lines = (docs / said["file"]).read_text(encoding="utf-8").splitlines()
    number = next((number for number, line in enumerate(lines, start=1) if said["link"] in line), 1)
    return f"docs/{said['file']}:{number}"
