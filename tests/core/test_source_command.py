"""`python -m trees source fingerprint`: the same bytes again, and never half a file."""

import os
import stat
from pathlib import Path

import pytest
from helpers.commands import copy_of_the_invented, replace, run

FINGERPRINT = ["source", "fingerprint", "example_2020", "--text"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_the_invented(tmp_path)


def of(copy: Path) -> Path:
    return copy / "sources" / "example_2020.fingerprint.json"


def test_the_fingerprint_is_written_to_the_same_bytes_again(copy: Path) -> None:
    before = of(copy).read_bytes()
    of(copy).unlink()
    done = run("--folder", copy, *FINGERPRINT, copy / "example" / "source.txt")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("/sources/example_2020.fingerprint.json: 14 statements\n")
    assert of(copy).read_bytes() == before
    assert stat.S_IMODE(of(copy).stat().st_mode) == 0o644


def test_nothing_else_is_left_beside_the_fingerprint(copy: Path) -> None:
    before = sorted((copy / "sources").iterdir())
    run("--folder", copy, *FINGERPRINT, copy / "example" / "source.txt")

    assert sorted((copy / "sources").iterdir()) == before


def test_windows_line_ends_and_a_mark_at_the_start_make_the_same_fingerprint(copy: Path) -> None:
    before = of(copy).read_bytes()
    text = (copy / "example" / "source.txt").read_bytes()
    (copy / "windows.txt").write_bytes(b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    done = run("--folder", copy, *FINGERPRINT, copy / "windows.txt")

    assert done.returncode == 0
    assert of(copy).read_bytes() == before


def test_check_says_that_the_text_is_as_fingerprinted(copy: Path) -> None:
    done = run("--folder", copy, *FINGERPRINT, copy / "example" / "source.txt", "--check")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "example_2020: 14 statements stand in the text as fingerprinted\n"


@pytest.mark.parametrize("part", ["windows", "sha256"])
def test_check_notices_a_fingerprint_that_was_tampered_with(copy: Path, part: str) -> None:
    text = of(copy).read_text(encoding="utf-8")
    start = text.index(f'"{part}": "', text.index('"E07"')) + len(f'"{part}": "')
    of(copy).write_text(f"{text[:start]}{'0' if text[start] != '0' else '1'}{text[start + 1 :]}", encoding="utf-8")
    done = run("--folder", copy, *FINGERPRINT, copy / "example" / "source.txt", "--check")

    assert (done.returncode, done.stdout) == (1, "")
    assert "the words of E07 on line 7 of the text are not the fingerprinted ones." in done.stderr


def test_check_without_a_fingerprint_says_that_it_is_missing(copy: Path) -> None:
    of(copy).unlink()
    done = run("--folder", copy, *FINGERPRINT, copy / "example" / "source.txt", "--check")

    assert (done.returncode, done.stdout) == (1, "")
    assert "the fingerprint is missing." in done.stderr
    assert not of(copy).exists()


def test_a_text_in_which_a_statement_is_missing_writes_nothing(copy: Path) -> None:
    before = of(copy).read_bytes()
    replace(copy / "example" / "source.txt", "Before any drug is started", "Before a drug is started")
    done = run("--folder", copy, *FINGERPRINT, copy / "example" / "source.txt")

    assert (done.returncode, done.stdout) == (1, "")
    assert "E05 does not begin with 'Before any drug' on line 5." in done.stderr
    assert of(copy).read_bytes() == before


def test_an_unknown_source_is_refused_with_the_nearest_name(copy: Path) -> None:
    done = run("--folder", copy, "source", "fingerprint", "example_2021", "--text", copy / "example" / "source.txt")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "trees source: there is no source 'example_2021' that can be read. Did you mean 'example_2024'?\n"
    )


@pytest.mark.parametrize("name", ["none.txt", "example"], ids=["missing", "a folder"])
def test_a_text_that_cannot_be_read_is_refused_in_one_line(copy: Path, name: str) -> None:
    done = run("--folder", copy, *FINGERPRINT, copy / name)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert f"{name}:1: the text cannot be read: " in done.stderr


def test_a_text_that_is_not_utf_8_is_refused_with_its_line(copy: Path) -> None:
    (copy / "latin.txt").write_bytes("one\ntwo\nnaïve".encode("latin-1"))
    done = run("--folder", copy, *FINGERPRINT, copy / "latin.txt")

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "latin.txt:3: the file is not UTF-8 text." in done.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_keeps_its_fingerprint(copy: Path) -> None:
    before = of(copy).read_bytes()
    (copy / "sources").chmod(0o555)
    done = run("--folder", copy, *FINGERPRINT, copy / "example" / "source.txt")
    (copy / "sources").chmod(0o755)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "cannot be written" in done.stderr
    assert of(copy).read_bytes() == before


def test_a_fingerprint_that_cannot_be_replaced_is_one_line_and_leaves_nothing_behind(copy: Path) -> None:
    of(copy).unlink()
    of(copy).mkdir()
    done = run("--folder", copy, *FINGERPRINT, copy / "example" / "source.txt")

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "example_2020.fingerprint.json cannot be written" in done.stderr
    assert not [path for path in (copy / "sources").iterdir() if path.name.startswith(".")]
