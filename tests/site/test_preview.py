"""The pages of `make serve` are those of a whole build, in whatever order they are asked for."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.builds import copy_checkout

from macros.serving.watch import changes, forget_compiled, look

ADDRESS = "http://127.0.0.1:8000/"
SERVED = {"TREES_SERVE": "1", "SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"}


def pages_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.html")}


def files_of(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_checkout(tmp_path_factory.mktemp("checkout"))


@pytest.fixture(scope="module")
def at_once(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as MkDocs builds it, every page before the next step is taken."""
    folder = tmp_path_factory.mktemp("at_once") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--no-strict", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=checkout, env={**os.environ, **SERVED}, check=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def one_by_one(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The site as `make serve` has it, its pages asked for from the last to the first, and the order of making."""
    folder = tmp_path_factory.mktemp("one_by_one")
    with subprocess.Popen(
        [sys.executable, "-m", "macros.serving.making"],
        cwd=checkout,
        env={**os.environ, **SERVED},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:

        def tell(what: object) -> None:
            print(json.dumps(what), file=process.stdin, flush=True)

        tell({"folder": str(folder), "address": ADDRESS})
        for name in sorted((checkout / "docs").rglob("*.md"), reverse=True):
            address = f"{name.relative_to(checkout / 'docs').with_suffix('').as_posix()}/"
            tell("" if address == "index/" else address.removesuffix("index/"))
        told = []
        for line in process.stdout:
            told.append(json.loads(line))
            if told[-1] == {"whole": True}:
                break
        process.stdin.close()
    return folder, [each["made"] for each in told if "made" in each]


def test_every_page_is_the_same_as_in_a_whole_build(at_once: Path, one_by_one: tuple[Path, list[str]]) -> None:
    whole, single = pages_of(at_once), pages_of(one_by_one[0])

    assert set(single) == set(whole)
    assert [name for name in whole if single[name] != whole[name]] == []


def test_no_file_of_a_whole_build_is_left_out(at_once: Path, one_by_one: tuple[Path, list[str]]) -> None:
    left_out = files_of(at_once) - files_of(one_by_one[0])
    # Our script of the search stands before the theme's; what its lines were called would be wrong.
    assert [re.sub(r"\.\w{8}\.", ".", name) for name in left_out] == ["assets/javascripts/workers/search.min.js.map"]


def test_what_is_asked_for_is_made_first(one_by_one: tuple[Path, list[str]]) -> None:
    assert one_by_one[1][:2] == ["trials/", "trials/example/heron/"]
    assert len(one_by_one[1]) == len(set(one_by_one[1]))


def test_a_saved_a_new_and_a_removed_file_are_seen_and_the_copies_that_an_editor_keeps_are_not(tmp_path: Path) -> None:
    (tmp_path / "trees" / "example").mkdir(parents=True)
    (tmp_path / "macros").mkdir()
    for name in ("saved", "removed"):
        (tmp_path / "trees" / "example" / f"{name}.py").write_text("a = 1\n")
    before = look(tmp_path)
    (tmp_path / "trees" / "example" / "saved.py").write_text("a = 2\nb = 1\n")
    (tmp_path / "trees" / "example" / "removed.py").unlink()
    (tmp_path / "macros" / "new.py").write_text("")
    (tmp_path / "macros" / ".new.py.swp").write_text("")
    (tmp_path / "macros" / "new.py~").write_text("")
    (tmp_path / "macros" / "__pycache__").mkdir()
    (tmp_path / "macros" / "__pycache__" / "new.pyc").write_text("")

    assert changes(before, look(tmp_path)) == ["macros/new.py", "trees/example/removed.py", "trees/example/saved.py"]


def test_a_file_of_code_that_is_saved_twice_within_a_second_is_read_as_it_was_saved_last(tmp_path: Path) -> None:
    module = tmp_path / "said.py"
    os.utime(said(module, "one"), (1_000_000_000, 1_000_000_000))
    assert imported(tmp_path) == "one"
    os.utime(said(module, "two"), (1_000_000_000, 1_000_000_000))
    # Python takes what it has compiled for the same.
    assert imported(tmp_path) == "one"

    forget_compiled(tmp_path, ["said.py"])

    assert imported(tmp_path) == "two"


def said(module: Path, word: str) -> Path:
    module.write_text(f"WORD = '{word}'\n")
    return module


def imported(folder: Path) -> str:
    command = [sys.executable, "-c", "import said; print(said.WORD, end='')"]
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, check=True).stdout
