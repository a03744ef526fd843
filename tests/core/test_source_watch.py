"""`python -m trees source watch`: what stands at the address of a source is compared with its record, and stays."""

import json
from collections.abc import Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from helpers.commands import copy_of_the_invented, replace, run
from helpers.page_server import NO_PROXY, OTHER, PAGE, WORDS, Server, missing, page, serving

from trees.commands.page_words import sha256

WATCH = ["source", "watch", "example_2020"]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name, value in NO_PROXY.items():
        monkeypatch.setenv(name, value)
    with serving() as made:
        yield made


@pytest.fixture
def copy(tmp_path: Path, server: Server) -> Path:
    """The invented collection, whose source is published by that server."""
    root = copy_of_the_invented(tmp_path)
    replace(root / "sources" / "example_2020.py", "https://example.org/tarn-nodules", server.address())
    return root


def watch(copy: Path, *more: str) -> CompletedProcess[str]:
    return run("--folder", copy, *WATCH, *more)


def test_a_page_that_was_never_recorded_is_said_to_be_and_nothing_is_written(copy: Path) -> None:
    before = sorted(path.name for path in (copy / "sources").iterdir())
    done = watch(copy)

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith(
        "Invented 2020 was never recorded, so nobody can tell whether it has changed. "
        "Read it, then: python -m trees source watch --record example_2020.\n"
    )
    assert sorted(path.name for path in (copy / "sources").iterdir()) == before


def test_a_page_that_is_as_it_was_recorded_is_no_matter(copy: Path) -> None:
    kept = watch(copy, "--record")
    done = watch(copy)
    record = json.loads((copy / "sources" / "example_2020.watch.json").read_text(encoding="utf-8"))

    assert (kept.returncode, done.returncode, done.stderr) == (0, 0, "")
    assert kept.stdout.endswith("sources/example_2020.watch.json: 4 words\n")
    assert done.stdout == f"example_2020: as recorded on {record['date']}\n"
    assert record["sha256"] == sha256(WORDS)


def test_a_page_with_another_word_has_changed_and_the_record_stays(copy: Path, server: Server) -> None:
    watch(copy, "--record")
    before = (copy / "sources" / "example_2020.watch.json").read_bytes()
    server.answers["/page"] = page(OTHER)
    done = watch(copy)

    assert done.returncode == 1
    assert f"example_2020.py:12: what stands at {server.address()} is not what was recorded" in done.stdout
    assert (copy / "sources" / "example_2020.watch.json").read_bytes() == before


def test_a_page_that_cannot_be_fetched_is_told_with_the_line_of_its_address(copy: Path, server: Server) -> None:
    watch(copy, "--record")
    server.answers["/page"] = missing
    done = watch(copy)

    assert done.returncode == 1
    assert (
        f"example_2020.py:12: Invented 2020 cannot be fetched from {server.address()}: the server answers 404 Not"
        in (done.stdout)
    )


def test_what_has_changed_is_an_annotation_for_a_workflow(copy: Path, server: Server) -> None:
    watch(copy, "--record")
    server.answers["/page"] = page(OTHER)
    done = watch(copy, "--format", "github")

    assert done.stdout.startswith("::error file=")
    assert "example_2020.py,line=12::what stands at " in done.stdout


def test_a_record_of_another_address_is_none(copy: Path, server: Server) -> None:
    watch(copy, "--record")
    server.answers["/moved"] = page(PAGE)
    replace(copy / "sources" / "example_2020.py", server.address(), server.address("/moved"))

    assert "was never recorded" in watch(copy).stdout


@pytest.mark.parametrize("text", ["{", "[]", '{"source": "example_2020"}', '{"source": 1, "date": "x"}'])
def test_a_damaged_record_is_said_to_be(copy: Path, text: str) -> None:
    (copy / "sources" / "example_2020.watch.json").write_text(text, encoding="utf-8")
    done = watch(copy)

    assert done.returncode == 1
    assert "example_2020.watch.json:1: the record is damaged. Make it anew:" in done.stdout


def test_nothing_is_recorded_of_a_page_that_cannot_be_fetched(copy: Path, server: Server) -> None:
    server.answers["/page"] = missing
    done = watch(copy, "--record")

    assert (done.returncode, done.stdout) == (1, "")
    assert "Nothing is recorded of it." in done.stderr
    assert not (copy / "sources" / "example_2020.watch.json").exists()


def test_without_a_name_invented_sources_are_not_watched_and_none_is_recorded(copy: Path, server: Server) -> None:
    done = run("--folder", copy, "source", "watch")
    record = run("--folder", copy, "source", "watch", "--record")

    assert (done.returncode, done.stdout, server.asked) == (0, "", [])
    assert (record.returncode, record.stderr) == (
        2,
        "trees source watch: name each source whose page you have read, after --record.\n",
    )


def test_an_unknown_source_is_refused_before_anything_is_fetched(copy: Path, server: Server) -> None:
    done = watch(copy, "example_2021")

    assert (done.returncode, done.stdout, server.asked) == (2, "", [])
    assert done.stderr == (
        "trees source watch: there is no source 'example_2021' that can be read. Did you mean 'example_2024'?\n"
    )
