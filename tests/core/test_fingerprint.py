"""Fingerprints: they tell a changed word, give no text back, and survive a hostile file."""

import json
import os
from pathlib import Path

import pytest

from trees.core.fingerprint import MOST_BYTES, Fingerprint, read, says, statement_print, window_hash, written
from trees.core.library import Library
from trees.core.place import Problem
from trees.core.tokens import tokens, windows

FILE = "trees/sources/s.fingerprint.json"
SENTENCE = "Osmatil may be given at 50 mg daily in a 3-weeks-on/1-week-off cycle"
OF = Fingerprint(
    "s",
    {"S1": statement_print("s", "S1", tokens(SENTENCE)), "S2": statement_print("s", "S2", tokens("No. It may not"))},
)
HEX64 = "0" * 64
GOOD = {"source": "s", "statements": {"S1": {"sha256": HEX64, "words": 4, "windows": "00ff00"}}}


def test_a_fingerprint_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_text(written(OF), encoding="utf-8")

    assert read(path, FILE) == OF


def test_the_same_fingerprint_is_the_same_bytes_twice() -> None:
    again = {
        name: statement_print("s", name, tokens(text)) for name, text in (("S1", SENTENCE), ("S2", "No. It may not"))
    }

    assert written(OF) == written(Fingerprint("s", again))


def test_every_fingerprint_of_the_repository_is_written_back_to_the_same_bytes(library: Library) -> None:
    for name, known in library.fingerprints.items():
        path = library.root / "sources" / f"{name}.fingerprint.json"

        assert written(known).encode() == path.read_bytes()


def test_words_that_stand_in_the_statement_are_found() -> None:
    assert says(OF, "S1", "given at 50 mg daily")
    assert says(OF, "S1", "OSMATIL may be given at 50\u00a0mg daily")


@pytest.mark.parametrize(
    "wrong", ["given at 60 mg daily", "at 50 mg weekly", "daily given at 50 mg", "may be at 50 mg", ""]
)
def test_changed_reordered_left_out_or_no_words_are_not_found(wrong: str) -> None:
    assert not says(OF, "S1", wrong)


def test_words_of_one_statement_are_not_found_in_another() -> None:
    assert not says(OF, "S2", "given at 50 mg daily")


def test_three_words_are_too_few_to_be_found() -> None:
    assert not says(OF, "S1", "50 mg daily")


def test_the_hash_of_the_same_words_differs_from_statement_to_statement_and_from_source_to_source() -> None:
    window = ("at", "50", "mg", "daily")

    assert len({window_hash("s", "S1", window), window_hash("s", "S2", window), window_hash("t", "S1", window)}) == 3


def test_the_statements_of_the_repository_that_share_words_share_no_hashes(library: Library) -> None:
    shared = "absence of disease progression or unacceptable toxicity"
    known = library.fingerprints["pdq_2014"]
    holding = [name for name in known.statements if says(known, name, shared)]
    hashes = [{window_hash(known.source, name, each) for each in windows(tokens(shared))} for name in holding]

    assert len(holding) >= 2
    assert not set.intersection(*hashes)


def test_hashes_stand_in_the_order_of_their_digits_and_not_of_the_words() -> None:
    line = json.loads(written(OF))["statements"]["S1"]["windows"].split()

    assert line == sorted(line)


def problem(path: Path) -> str:
    found = read(path, FILE)
    assert isinstance(found, Problem)
    assert "\n" not in str(found)
    return str(found)


def test_a_missing_fingerprint_is_one_clear_line(tmp_path: Path) -> None:
    text = problem(tmp_path / "none.json")

    assert text == f"{FILE}:1: the fingerprint is missing. Make it from the text: python -m trees source fingerprint."


def test_a_huge_fingerprint_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)

    assert problem(path) == f"{FILE}:1: the fingerprint has more than 20,000,000 bytes. Make it anew from the text."


def test_a_fingerprint_in_a_folder_of_that_name_or_in_a_pipe_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "folder.json").mkdir()
    os.mkfifo(tmp_path / "pipe.json")

    assert "the fingerprint is no file." in problem(tmp_path / "folder.json")
    assert "the fingerprint is no file." in problem(tmp_path / "pipe.json")


def test_a_link_to_something_without_an_end_is_refused_unread(tmp_path: Path) -> None:
    (tmp_path / "s.json").symlink_to("/dev/zero")

    assert "the fingerprint is no file." in problem(tmp_path / "s.json")


def altered(**of_statement: object) -> str:
    return json.dumps({"source": "s", "statements": {"S1": {**GOOD["statements"]["S1"], **of_statement}}})


HOSTILE = {
    "empty": "",
    "cut off": written(OF)[:100],
    "not json": "source: s",
    "deeply nested lists": "[" * 200_000 + "]" * 200_000,
    "deeply nested objects": '{"a":' * 100_000,
    "a list": "[]",
    "a number": "7",
    "null": "null",
    "no statements": '{"source": "s"}',
    "statements are a list": '{"source": "s", "statements": []}',
    "a statement is null": '{"source": "s", "statements": {"S1": null}}',
    "no source": '{"statements": {}}',
    "the source is a list": '{"source": ["s"], "statements": {}}',
    "a short hash": altered(sha256="00"),
    "capitals in a hash": altered(sha256="F" * 64),
    "a hash that is a number": altered(sha256=7),
    "windows of another length": altered(windows="00ff0"),
    "windows that are a list": altered(windows=["00ff00"]),
    "words that are no number": altered(words="many"),
    "words that are a text of digits": altered(words="4"),
    "words that are true": altered(words=True),
    "words below zero": altered(words=-1),
    "words without end": altered(words=float("inf")),
    "words that are no number at all": altered(words=float("nan")),
    "more digits than are read": '{"source": "s", "statements": {"S1": {"words": ' + "9" * 5000 + "}}}",
    "a name with a line break": '{"source": "s", "statements": {"S\\n::error::1": '
    + json.dumps(GOOD["statements"]["S1"])
    + "}}",
    "a name that cannot be shown": '{"source": "\\ud800", "statements": {}}',
    "a name without end": json.dumps({"source": "s" * 1000, "statements": {}}),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_damaged_or_hostile_fingerprint_is_one_clear_line(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "s.json"
    path.write_text(HOSTILE[kind], encoding="utf-8")

    assert problem(path) == f"{FILE}:1: the fingerprint is damaged. Make it anew: python -m trees source fingerprint."


@pytest.mark.parametrize("raw", [b"\xff\xfe{\x00}\x00", b'{"source": "\xe9"}', bytes(range(256))])
def test_a_fingerprint_that_is_not_utf_8_is_one_clear_line(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "s.json"
    path.write_bytes(raw)

    assert "the fingerprint is damaged." in problem(path)


def test_the_well_formed_file_that_the_hostile_ones_were_made_from_is_read(tmp_path: Path) -> None:
    path = tmp_path / "s.json"
    path.write_text(json.dumps(GOOD), encoding="utf-8")

    assert isinstance(read(path, FILE), Fingerprint)
