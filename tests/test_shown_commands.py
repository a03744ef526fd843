"""Every command that the docs show is run here as it is shown, or the test or step that runs it is named."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest
from conftest import ROOT
from helpers.commands import environment, replace
from helpers.histories import WHO
from helpers.shown_commands import ERRORS, Shown, pages, shown, snippets, titled
from helpers.walked_page import FIRST_TREE, NOT_RUN, steps

FILLED = {
    "new source NAME": "new source pond_2022",
    "new collection NAME": "new collection pond_2022",
    "COLLECTION/NAME": "example/pond_nodule",
    "COLLECTION/TREE": "example/tarn_nodule",
    "COLLECTION": "example",
    "TREE": "example/tarn_nodule",
    "NAME": "example_2020",
    "FILE": "trees/example/source.txt",
    "SOURCE…": "example_2020",
    "BASE": "HEAD~1",
    "[HEAD]": "HEAD",
}
"""What stands for the words in capitals that a reader is to fill in; what is to be new has a new name."""

WATCH = "python -m trees source watch"
ENDS_WITH = {WATCH: 1}
"""A command that is right and does not end with 0: no page can be fetched here, and its page says that this is 1."""

CLOSED = "http://127.0.0.1:9"
NO_NETWORK = {
    **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"), CLOSED),
    **dict.fromkeys(("no_proxy", "NO_PROXY"), ""),
}
"""Whatever asks for a page asks a door that nobody opens, so that no publisher is asked on any machine."""

PATIENTS = """patient,pain,nodule_size,nodule_size__unknown,biopsy_done,quill_variant
1,no,1.4,,,
2,yes,,,yes,yes
"""
"""A cohort as the page on audits has it; the commands of a reader find it as a CSV and as Parquet."""

ELSEWHERE = {
    "make site": (
        "tests/helpers/builds.py",
        '"macros.build"',
        "it builds the whole site; the tests of the site open it",
    ),
    "make test": (".ci/run", "\nmake test\n", "it is this very run; CI calls it"),
    "make serve": ("tests/site/test_serve.py", '"macros.serve"', "it never ends; the test starts it and saves files"),
    "make mutants": ("tests/trees/test_mutants.py", "main([", "it takes minutes; the test runs a sample of it"),
    "make benchmarks": (
        "benchmarks/README.md",
        "2026-",
        "it takes a quarter of an hour; the page has what it said",
    ),
    "make interop": ("docs/integrate/index.md", "2026-", "it takes long; the page says what was run of it"),
    "make lock": ("docs/maintain/decisions/0002_dependencies.md", "make lock", "it asks an index for every package"),
    ".venv/bin/python -m pytest": (".ci/run", "\nmake test\n", "it is a part of this very run"),
    ".venv/bin/python -m mutants": ("tests/trees/test_mutants.py", "main([", "as `make mutants`"),
    f"{WATCH} --record NAME": (
        "tests/core/test_source_watch.py",
        'watch(copy, "--record")',
        "it wants a page; the test serves one",
    ),
    "python -m trees source diff trees/example/source.txt trees/example/newer.txt": (
        "tests/core/test_source_diff.py",
        'run("source", "diff", OLD, OLD.with_name("newer.txt"))',
        "its page shows pieces of what it prints; the test runs it and finds every one",
    ),
    FIRST_TREE.relative_to(ROOT).as_posix(): (
        "tests/trees/test_first_tree_page.py",
        "walk_through(STEPS, folder, NOT_RUN)",
        "each command needs the ones before it; the test takes every step of the page",
    ),
    ".venv/bin/python -m benchmarks.serving": ("benchmarks/README.md", "2026-", "it wants a machine to itself"),
    **dict.fromkeys(
        ("python -m benchmarks.audit", ".venv/bin/python -m benchmarks.audit"),
        ("benchmarks/README.md", "An audit, beside a loop", "it wants a machine to itself"),
    ),
}
"""What is not run here, a command or a whole page: a file, the words in it that run the command, and the reason."""

WALKED = {line for step in steps(FIRST_TREE) if step.kind == "sh" for line in step.text.splitlines()} - NOT_RUN
"""The commands of the page that is walked."""


def is_walked(each: Shown) -> bool:
    """Whether a command is a step of the page that is walked as a whole."""
    return ROOT / each.page == FIRST_TREE and not each.in_a_sentence and each.text in WALKED


COMMANDS = list({(each.text, is_walked(each)): each for each in reversed(shown())}.values())[::-1]
"""Each once, where it stands first; a step of the page that is walked stands for no other page."""
RECIPE = re.compile(r"^(?P<name>[a-z]+):(?P<wants>[^#\n]*)", re.MULTILINE)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def plain(text: str) -> str:
    """A command without what is set before or in it, and without its options and arguments where it is of Make."""
    words = [word for word in text.split() if not re.fullmatch(r"[A-Z_]+=\S+", word)]
    return " ".join(words)


def filled(text: str) -> str:
    """A command with the words in capitals filled in; the name of a variable of Make is none of them."""
    for word, value in FILLED.items():
        text = re.sub(rf"(?<!\w){re.escape(word)}(?![\w=])", value, text)
    return text


def elsewhere(each: Shown) -> str | None:
    """The entry of the table that a command belongs to, if one does."""
    if is_walked(each):
        return each.page
    said = plain(each.text)
    return next((name for name in ELSEWHERE if said == name or (" -m " in name and said.startswith(f"{name} "))), None)


RUN = [each for each in COMMANDS if elsewhere(each) is None and "…" not in filled(each.text)]


def git(folder: Path, *arguments: str) -> None:
    """Run git in the copy, as nobody in particular."""
    subprocess.run(["git", "-C", str(folder), *arguments], env=environment(**WHO), check=True)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout with two commits: `main`, and one upon it after which it is as it is here."""
    folder = tmp_path_factory.mktemp("shown") / "checkout"
    made = (".git", ".venv", ".build", "site", "node_modules", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*made))
    tree = folder / "trees" / "example" / "tarn_nodule.py"
    replace(tree, 'title="A new Tarn nodule"', 'title="A Tarn nodule"')
    (folder / "patients.csv").write_text(PATIENTS, encoding="utf-8")
    codes = f"FROM read_csv('{folder}/patients.csv', all_varchar=true)"
    cohort = f"SELECT * REPLACE (CAST(nodule_size AS DOUBLE) AS nodule_size) {codes}"
    duckdb.sql(f"COPY ({cohort}) TO '{folder}/patients.parquet'")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=m")
    replace(tree, 'title="A Tarn nodule"', 'title="A new Tarn nodule"')
    git(folder, "switch", "--quiet", "--create=work")
    git(folder, "commit", "--quiet", "--all", "--message=m")
    return folder


@pytest.fixture
def checkout(copied: Path) -> Path:
    """The copy as it was committed; what a command before made beside it stays, as the next of a block may read it."""
    git(copied, "reset", "--quiet", "--hard")
    git(copied, "clean", "--quiet", "-fd", "docs", "trees")
    return copied


def set_up(checkout: Path) -> Path:
    """Put programs where `make` has them; the command before may have cleaned up."""
    programs = checkout / ".venv" / "bin"
    programs.mkdir(parents=True, exist_ok=True)
    for name, program in (("python", sys.executable), ("ruff", Path(sys.executable).with_name("ruff"))):
        (programs / name).write_text(f'#!/bin/sh\nexec "{program}" "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    (checkout / ".venv" / "ready").touch()
    return programs


def run(text: str, checkout: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a reader does who has no network, with the words in capitals filled in."""
    path = f"{set_up(checkout)}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-c", filled(text)],
        cwd=checkout,
        env=environment(PATH=path, **NO_NETWORK),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def is_a_name(each: Shown) -> bool:
    """Whether a sentence names a command, such as `python -m trees walk`, without what it is called with."""
    found = re.fullmatch(r"python -m (?:trees|macros\.[a-z]+)((?: [a-z]+)*)", each.text)
    return (
        each.in_a_sentence
        and found is not None
        and not any((ROOT / "trees" / word / "collection.py").is_file() for word in found[1].split())
    )


@pytest.mark.parametrize("each", [each for each in RUN if not is_a_name(each)], ids=str)
def test_a_command_that_the_docs_show_does_what_they_say(each: Shown, checkout: Path) -> None:
    done = run(each.text, checkout)

    assert (done.returncode, done.stderr) == (ENDS_WITH.get(each.text, 0), "")
    assert each.prints in (None, done.stdout)


@pytest.mark.parametrize("each", [each for each in RUN if is_a_name(each)], ids=str)
def test_a_command_that_the_docs_name_is_there(each: Shown, checkout: Path) -> None:
    done = run(f"{each.text} --help", checkout)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: {each.text.removeprefix('.venv/bin/')} ")


def test_watching_the_sources_without_a_network_says_of_each_in_a_line_that_it_cannot_be_fetched(
    checkout: Path,
) -> None:
    lines = run(WATCH, checkout).stdout.splitlines()
    fitting = [line for line in lines if re.match(r"trees/sources/\w+\.py:\d+: .+ cannot be fetched from http", line)]

    assert len(lines) == 3
    assert fitting == lines


def test_the_comparisons_that_the_docs_show_have_two_commits_that_differ(checkout: Path) -> None:
    done = run("python -m trees diff BASE [HEAD]", checkout)

    assert "A Tarn nodule" in done.stdout
    assert run("make diff BASE=main", checkout).stdout == done.stdout


@pytest.mark.parametrize("number", range(len(snippets(ROOT / "README.md"))))
def test_the_python_of_the_readme_runs(number: int, checkout: Path) -> None:
    code = snippets(ROOT / "README.md")[number]
    command = [sys.executable, "-W", "error", "-c", code]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False, env=environment())

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("DailyDose(mg=800, ")


@pytest.mark.parametrize("each", [each for each in COMMANDS if " make" in f" {each.text}"], ids=str)
def test_a_target_of_make_that_the_docs_show_is_there(each: Shown) -> None:
    wanted = [word for word in plain(each.text).split()[1:] if not word.startswith("-")]

    assert set(wanted) <= {found["name"] for found in RECIPE.finditer(MAKEFILE)}


def test_a_command_that_is_not_run_here_is_shown_and_is_run_where_the_table_says() -> None:
    used = {elsewhere(each) for each in COMMANDS} | {each.text for each in RUN}
    gone = {*ELSEWHERE, *ENDS_WITH} - used
    lacking = [name for name, (file, words, _) in ELSEWHERE.items() if words not in (ROOT / file).read_text("utf-8")]

    assert gone == set(), "the docs do not show these any more; take them out of the table"
    assert lacking == []


def test_a_block_of_text_that_is_called_after_a_command_is_held_by_the_test_of_its_page() -> None:
    """On these pages the files are changed first, so what they print cannot be printed here."""
    of_pages = {page.relative_to(ROOT).as_posix() for page in pages() if titled(page)}
    held = {"docs/change/errors.md": "test_errors_manual", "docs/change/a_branch.md": "test_branch_page"}

    assert of_pages == set(held)
    assert [name for name in held.values() if not (ROOT / "tests" / "core" / f"{name}.py").is_file()] == []
    assert ERRORS in pages()


def test_many_commands_are_found() -> None:
    assert {"README.md", "docs/change/a_dose.md", "docs/change/a_tree.md"} <= {each.page for each in shown()}
    assert "make check" in {each.text for each in COMMANDS}
    assert ".venv/bin/python -m trees walk first_line kit_exon_9=yes" in {each.text for each in COMMANDS}
    assert any(each.text.startswith("PYTHONPATH=tests .venv/bin/python -m mutants --sample") for each in COMMANDS)
    assert len(RUN) > 20
