"""Every command that the pages show: in a block of shell, and in a sentence where it is written as code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ERRORS = ROOT / "docs" / "change" / "errors.md"
"""Its blocks are mistakes and what they cause; test_errors_manual, _of_calls and _of_builds run every one."""
FENCE = re.compile(r"^(?P<indent> *)```(?P<kind>\w*)(?: title=\"(?P<title>[^\"]*)\")?$")
SHELL = ("sh", "console", "shell", "bash")
SETTING = r"(?:[A-Z_]+=\S+ +)*"
COMMAND = re.compile(rf"{SETTING}(?:make\b|(?:\.venv/bin/)?python -m )")
INLINE = re.compile(rf"`({SETTING}(?:make(?= [a-zA-Z])|(?:\.venv/bin/)?python -m )[^`]*)`")


@dataclass(frozen=True)
class Shown:
    """A command as a page shows it: where, and what the page shows right below as printed, if anything."""

    page: str
    line: int
    text: str
    in_a_sentence: bool
    prints: str | None = None

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.text}"


def pages() -> list[Path]:
    """Every page that shows commands to a reader."""
    return [ROOT / "README.md", ROOT / "benchmarks" / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def shown() -> list[Shown]:
    """Every command of every page, in their order."""
    return [each for page in pages() if page != ERRORS for each in on(page)]


def on(page: Path) -> Iterator[Shown]:
    """Yield the commands of a page, in their order."""
    name = page.relative_to(ROOT).as_posix()
    lines = page.read_text(encoding="utf-8").splitlines()
    number = 0
    while number < len(lines):
        if not (fence := FENCE.match(lines[number])):
            yield from (Shown(name, number + 1, text, True) for text in INLINE.findall(lines[number]))
            number += 1
            continue
        end = next(at for at in range(number + 1, len(lines)) if lines[at].strip() == "```")
        block = [line.removeprefix(fence["indent"]) for line in lines[number + 1 : end]]
        if fence["kind"] in SHELL or any(COMMAND.match(line) for line in block):
            yield from of_a_block(name, number + 2, block, printed_below(lines, end))
        number = end + 1


def of_a_block(page: str, first: int, block: list[str], printed: str | None) -> Iterator[Shown]:
    """Yield the commands of a block, one a line; what is printed below belongs to the last."""
    found = [(first + at, text) for at, line in enumerate(block) if (text := re.sub(r"(^|\s+)#.*", "", line).strip())]
    for line, text in found:
        yield Shown(page, line, text.removeprefix("$ "), False, printed if (line, text) == found[-1] else None)


def printed_below(lines: list[str], end: int) -> str | None:
    """Return what stands in a block of text right below the block that ends there."""
    below = next((at for at in range(end + 1, len(lines)) if lines[at].strip()), len(lines))
    if below == len(lines) or not (fence := FENCE.match(lines[below])) or fence["kind"] != "text":
        return None
    last = next(at for at in range(below + 1, len(lines)) if lines[at].strip() == "```")
    return "".join(f"{line}\n" for line in lines[below + 1 : last])


def titled(page: Path) -> list[tuple[str, str]]:
    """Every block of text of a page that is called after a command, with that."""
    found = re.findall(
        r'^```text title="([^"]+)"\n(.*?)^```$', page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    return [(title, text) for title, text in found if COMMAND.match(title)]


def snippets(page: Path) -> list[str]:
    """Every block of Python of a page."""
    return re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
