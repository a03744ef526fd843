"""The repository itself: style, types, sizes, spelling, and what may not stand in it."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT

LONGEST = 300
DATA = (
    *sorted(f"trees/{path.parent.name}/" for path in (ROOT / "trees").glob("*/collection.py")),
    *("trees/sources/", ".requirements.txt", "LICENSE"),
)
BRITISH = re.compile(r"\b(tumours?|haem\w+|randomised|licence[sd]?|colours?|behaviour\w*|organis\w+|generalised)\b")


def files(*suffixes: str) -> list[Path]:
    """Return the files of the checkout with one of these endings, those that are made left out."""
    made = {".venv", ".build", ".git", "__pycache__", "node_modules", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
    return [
        path
        for path in sorted(ROOT.rglob("*"))
        if path.is_file()
        and path.suffix in suffixes
        and not made & set(path.relative_to(ROOT).parts[:-1])
        and not name_of(path).startswith("site/")
    ]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("command", [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)])
def test_the_code_passes_the_linter_the_formatter_and_the_type_checker(command: tuple[str, ...]) -> None:
    done = run(*command)

    assert done.returncode == 0, done.stdout + done.stderr


def test_no_module_is_longer_than_a_reader_holds_in_mind() -> None:
    long = {
        name_of(path): count
        for path in files(".py", ".js", ".css")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
        and not name_of(path).startswith(DATA)
    }

    assert long == {}


def test_every_module_and_every_public_function_says_what_it_is_for() -> None:
    # Ruff's pydocstyle rules do this for the code; they must stay switched on.
    rules = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["ruff"]["lint"]

    assert "D" in rules["select"]


def test_the_spelling_is_american_as_in_the_sources() -> None:
    found = {
        name_of(path): words
        for path in files(".py", ".md", ".yml", ".css", ".js")
        if path.name != "test_house.py"
        and (words := BRITISH.findall(path.read_text(encoding="utf-8").lower().replace("licences", "")))
    }

    assert found == {}


def test_nothing_names_this_machine_or_a_registry() -> None:
    home = re.compile(r"(/home/\w|/work/|/Users/|C:\\\\|/root/|pypi\.org|registry\.npmjs|deb\.debian)")
    found = {
        name_of(path): home.findall(text)
        for path in files(".py", ".md", ".yml", ".toml", ".txt", ".css", ".json", "")
        if path.name != "test_house.py" and home.search(text := path.read_text(encoding="utf-8", errors="replace"))
    }

    assert found == {}


def test_no_sentence_of_a_source_stands_in_the_repository(source_texts: Path) -> None:
    tool = source_texts.parent / "tools" / "copied_words.py"
    if not tool.is_file():
        pytest.skip("the tool that finds copied words is absent beside the source texts")

    done = subprocess.run([sys.executable, str(tool), "."], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout


def test_every_dependency_is_pinned_with_a_hash_and_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[<>=]", each)[0] for each in wanted]
    locked = (ROOT / ".requirements.txt").read_text(encoding="utf-8")
    reasons = (ROOT / "docs" / "maintain" / "decisions" / "0002_dependencies.md").read_text(encoding="utf-8")

    for name in names:
        assert re.search(rf"(?m)^{name}==\S+[^\n]*\\\n\s+--hash=sha256:", locked), name
        assert f"| {name}" in reasons or f", {name}" in reasons, name


def test_the_python_of_the_readme_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_every_command_of_the_readme_runs() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"(?m)^\.venv/bin/python -m (trees [^#\n]+)", readme)

    assert commands
    for command in commands:
        done = run(*command.split())
        assert done.returncode == 0, done.stderr


def test_every_part_of_the_tests_that_the_readme_runs_is_there() -> None:
    parts = re.findall(r"-m pytest -q (tests[\w/.]*)", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert parts
    assert [part for part in parts if not (ROOT / part).exists()] == []


def test_every_make_target_of_the_readme_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    for target in set(re.findall(r"`make (\w+)`|^make (\w+)", readme, re.MULTILINE)):
        assert re.search(rf"(?m)^{''.join(target)}:", makefile), target
