"""What stands in the queries of a tree, read as texts: no engine is needed to see it."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.commands import ROOT, environment
from helpers.odd_library import ODD
from helpers.small import action, library_of, question

from trees.core.library import Library
from trees.formats.inputs import BEGINS_AT, inputs
from trees.formats.reading import FIELDS, Reading, TooManyRowsError
from trees.formats.sql import ADDED, flat, nested
from trees.formats.sql_told import TOLD, told
from trees.formats.sql_words import comment, number, text

ADDRESS = "https://example.org/"
FORMS = pytest.mark.parametrize("form", [flat, nested, told], ids=["flat", "nested", "told"])


def comments(query: bytes) -> list[str]:
    return [line.removeprefix("-- ") for line in query.decode("utf-8").splitlines() if line.startswith("--")]


@FORMS
def test_a_query_begins_with_everything_that_the_tree_says_of_itself(library: Library, form) -> None:
    for name, _ in library.full_names():
        reading = Reading(library, name, ADDRESS)
        head = comments(form(reading))
        assert head[: len(reading.header)] == [" ".join(f"{key}: {words}".split()) for key, words in reading.header]


@FORMS
def test_the_same_tree_gives_the_same_bytes(library: Library, form) -> None:
    for name, _ in library.full_names():
        assert form(Reading(library, name, ADDRESS)) == form(Reading(library, name, ADDRESS))


def test_another_run_of_python_gives_the_same_bytes() -> None:
    code = (
        "import hashlib; from pathlib import Path; from trees.core.library import load; "
        "from trees.formats.reading import Reading; from trees.formats.sql import flat; "
        "from trees.formats.sql_told import told; of = Reading(load(Path('trees')), 'example/tarn_nodule', 'x'); "
        "print(hashlib.sha256(flat(of) + told(of)).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=environment(PYTHONHASHSEED=seed),
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


@FORMS
def test_no_query_knows_the_folder_or_the_machine(library: Library, form) -> None:
    for name, _ in library.full_names():
        query = form(Reading(library, name, ADDRESS)).decode("utf-8")
        assert str(ROOT) not in query
        assert str(Path.home()) not in query


def test_every_column_of_a_tree_is_named_in_the_head_with_all_that_it_takes(library: Library) -> None:
    head = "\n".join(comments(flat(Reading(library, "example/tarn_nodule", ADDRESS))))
    for each in inputs(library.trees["example/tarn_nodule"]):
        assert f'"{each.name}" takes ' in head
    assert "\"pain\" takes 'yes' (Yes), 'no' (No), 'unknown' (Not known). It says: Does the nodule hurt?" in head
    assert '"nodule_size" takes a number from 0.1 to 50 cm.' in head


def test_every_field_has_a_column_of_its_own(library: Library) -> None:
    query = told(Reading(library, "example/tarn_nodule", ADDRESS)).decode("utf-8")
    for field in FIELDS:
        assert f't."{TOLD[field]}"' in query


@pytest.mark.parametrize("of", ["example/tarn_nodule", "example/on_velurin", "example/after_velurin"])
def test_no_column_that_a_query_adds_can_be_one_of_a_tree(library: Library, of: str) -> None:
    names = {each.name for each in inputs(library.trees[of])} - {BEGINS_AT}
    added = {*ADDED, *TOLD.values()}

    assert all(re.match("[a-z]", each) for each in names)
    assert all(each.startswith("_") for each in added)
    assert BEGINS_AT not in added


def test_every_column_is_named_with_its_table_so_that_sqlite_takes_none_for_a_text(library: Library) -> None:
    for form in (flat, nested, told):
        query = "\n".join(
            line
            for line in form(Reading(library, "example/tarn_nodule", ADDRESS)).decode("utf-8").splitlines()
            if not line.startswith("--")
        )
        without_texts = re.sub(r"'(?:[^']|'')*'", "", query)
        bare = re.findall(r'(?<![\w.])(?<!AS )"[^"]+"', without_texts)
        assert bare == []


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("it's", "'it''s'"),
        ("", "''"),
        ("a\\b", r"'a' || SUBSTR('\\', 1, 1) || 'b'"),
        ("${env:HOME}", "'$' || '{env:HOME}'"),
        ("--", "'--'"),
        ("a\nb", "'a\nb'"),
    ],
)
def test_a_text_is_written_so_that_every_engine_reads_the_same(value: str, written: str) -> None:
    assert text(value) == written


@pytest.mark.parametrize("words", ["a\nDROP TABLE patients", "a\r\nb", "a\u2028b", "a\x0bb", "a\x85b", "${env:HOME}"])
def test_no_words_break_out_of_a_comment(words: str) -> None:
    assert comment(words).startswith("-- ")
    assert len(comment(words).splitlines()) == 1
    assert "${" not in comment(words)


@pytest.mark.parametrize(
    ("value", "written"),
    [(2, "2"), (2.0, "2"), (0.1, "0.1"), (1e-7, "0.0000001"), (12.5, "12.5"), (1e21, "1" + "0" * 21)],
)
def test_a_number_is_written_whole_and_without_an_exponent(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize("form", [flat, nested])
def test_a_tree_with_more_rows_than_a_file_holds_is_refused(form) -> None:
    codes = {f"a{at}": "b" for at in range(80)}
    library = library_of(t=(question("a", codes), question("b", {f"b{at}": "end" for at in range(80)}), action("end")))
    with pytest.raises(TooManyRowsError, match="6,481 rows"):
        form(Reading(library, "c/t", ADDRESS))


def test_a_tree_of_a_thousand_questions_in_a_row_is_written_in_both_ways() -> None:
    ids = [f"q{at}" for at in range(1_000)]
    nodes = [question(each, {"yes": to, "no": "end"}) for each, to in zip(ids, [*ids[1:], "end"], strict=True)]
    reading = Reading(library_of(t=(*nodes, action("end"))), "c/t", ADDRESS)

    assert nested(reading).count(b"CASE") == 1_001
    assert flat(reading).count(b"THEN") == 3_001


@FORMS
def test_an_odd_tree_is_written_as_utf_8(form) -> None:
    for name in ODD.trees:
        assert form(Reading(ODD, name, ADDRESS)).decode("utf-8").startswith("-- Warning: ")
