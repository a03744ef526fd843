"""What a machine lacks is said plainly: before the first test, where a test is skipped, and once at the end."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest.mock import MagicMock

import pytest
from conftest import ROOT
from helpers import browser
from helpers.java import find_java, version_of
from helpers.present import DEBIAN, absent, not_run


@pytest.fixture(autouse=True)
def _something_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EVERYTHING_PRESENT", raising=False)


def run(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run some tests as a newcomer does, with no source texts but those that are named."""
    kept = {name: value for name, value in os.environ.items() if name != "SOURCE_TEXTS" and "PYTEST" not in name}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**kept, **more}, capture_output=True, text=True, check=False, timeout=120
    )


def said_by_java(folder: Path, line: str) -> str:
    """Put a program called `java` into a folder that says a line as its version, and return where it is."""
    java = folder / "java"
    java.write_text(f"#!/bin/sh\necho '{line}' >&2\n", encoding="utf-8")
    java.chmod(0o755)
    return str(java)


def test_a_folder_of_source_texts_that_is_not_there_is_refused_before_the_first_test() -> None:
    done = run("tests/test_layers.py", SOURCE_TEXTS="no/such/folder")

    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert done.stdout == ""
    assert done.stderr.strip() == "ERROR: SOURCE_TEXTS names no/such/folder, and there is no such folder."


def test_a_run_ends_with_one_line_for_each_cause_of_tests_that_did_not_run() -> None:
    done = run("tests/trees/test_sources.py", "tests/trees/test_record.py")
    lines = [line for line in done.stdout.splitlines() if "source texts are absent" in line]

    assert len(lines) == 1
    assert lines[0].startswith("Not run: ")
    assert " tests of test_sources, test_record: the source texts are absent: " in lines[0]
    assert "SKIPPED" not in done.stdout


def test_tests_that_did_not_run_are_counted_by_cause_and_their_modules_are_named_once() -> None:
    causes = [
        ("tests/site/test_keyboard.py::test_a", "no browser"),
        ("tests/site/test_keyboard.py::test_b", "no browser"),
    ]
    causes += [("tests/site/test_on_paper.py::test_c[a/b]", "no browser"), ("tests/core/test_d.py::test_d", "no pipes")]
    reports = [SimpleNamespace(nodeid=name, longrepr=("present.py", 9, f"Skipped: {why}")) for name, why in causes]

    assert not_run(reports) == [
        "Not run: 3 tests of test_keyboard, test_on_paper: no browser.",
        "Not run: 1 test of test_d: no pipes.",
    ]


def test_a_browser_that_is_named_and_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")

    with pytest.raises(
        pytest.skip.Exception, match=r"^CHROMIUM names /nowhere/chromium, and there is no such program$"
    ):
        browser.find_browser()


def test_where_no_browser_is_on_the_path_what_to_install_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", "")

    with pytest.raises(pytest.skip.Exception, match=r"install Chromium, .*\. On Debian: apt install chromium$"):
        browser.find_browser()


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ('java version "1.8.0_292"', 8),
        ('openjdk version "11.0.2" 2019-01-15', 11),
        ('openjdk version "17" 2021-09-14', 17),
        ('openjdk version "21-ea" 2023-09-19', 21),
        ('Picked up JAVA_TOOL_OPTIONS: -Xmx1g\nopenjdk version "17.0.15" 2025-04-15', 17),
        ("The operation couldn't be completed. Unable to locate a Java Runtime.", None),
    ],
)
def test_the_version_of_a_java_is_read_from_its_own_words(line: str, version: int | None) -> None:
    assert version_of(line) == version


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('java version "1.8.0_292"', "java is Java 8, and the checker of HTML needs Java 17 or newer"),
        ("No runtime is here.", "java names no version, and the checker of HTML needs Java 17 or newer"),
    ],
)
def test_a_java_that_is_too_old_counts_as_absent_and_its_version_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, says: str
) -> None:
    said_by_java(tmp_path, line)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    with pytest.raises(pytest.skip.Exception, match=f"{says}. On Debian: apt install default-jre-headless"):
        find_java()


def test_a_java_that_is_new_enough_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    java = said_by_java(tmp_path, 'openjdk version "17" 2021-09-14')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    assert find_java() == java


def test_where_axe_core_is_absent_the_command_that_gets_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(browser, "AXE", tmp_path / "axe.min.js")

    with pytest.raises(pytest.skip.Exception, match="axe-core is absent: run `make test`"):
        browser.Visit(MagicMock(), "").axe()


def test_a_font_that_is_absent_says_its_package() -> None:
    with pytest.raises(pytest.skip.Exception, match=r"not installed\. On Debian: apt install fonts-roboto-unhinted$"):
        absent("the font Roboto is not installed")


def test_what_has_to_be_there_and_is_not_fails_a_test(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVERYTHING_PRESENT", "1")

    with pytest.raises(pytest.fail.Exception, match="EVERYTHING_PRESENT is set, and the font Inter is not installed"):
        absent("the font Inter is not installed")


@pytest.mark.parametrize("file", ["README.md", ".ci/run"])
def test_every_package_that_is_named_to_a_newcomer_is_one_that_ci_installs_too(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")

    assert [package for package in DEBIAN.values() if package not in text] == []
