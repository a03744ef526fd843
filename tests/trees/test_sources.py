"""Each source is held to its text: every statement at its place, no words left over, the same fingerprint again."""

import re
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.present import absent

from trees.core.fingerprint import written
from trees.core.library import Library
from trees.core.since import NotFound
from trees.core.textcheck import Found, Text, differences, locate, make, still_there

INVENTED = "example_2020"
INVENTED_TEXTS = {INVENTED: "source.txt", "example_2024": "newer.txt"}
"""The file of each invented source beside the invented trees."""

TEXTS = {
    "pdq_2014": "pdq-gist-metastatic-2014-02-25.txt",
    "acs_2017": "acs-gist-treating-2017-05-17.md",
    "pdq_2024": "pdq-gist-hp-2024-12-13.md",
}
"""The file of each source in the folder that SOURCE_TEXTS names, where it is not called after the source."""

OTHERS = sorted({path.stem for path in (ROOT / "trees" / "sources").glob("*.py")} - {*INVENTED_TEXTS, *TEXTS})

each_source = pytest.mark.parametrize(
    "source", [*INVENTED_TEXTS, *(pytest.param(name, marks=pytest.mark.texts) for name in (*TEXTS, *OTHERS))]
)


@pytest.fixture
def text(library: Library, source: str, request: pytest.FixtureRequest) -> str:
    """The text of a source: an invented one from this repository, a real one from where SOURCE_TEXTS says."""
    if source in INVENTED_TEXTS:
        path = library.root / "example" / INVENTED_TEXTS[source]
    else:
        folder: Path = request.getfixturevalue("source_texts")
        names = [TEXTS[source]] if source in TEXTS else [f"{source}.txt", f"{source}.md"]
        path = next((folder / name for name in names if (folder / name).is_file()), folder / names[0])
        if not path.is_file():
            # Who has written a first tree has the text of its source, and not those of the others.
            absent(f"SOURCE_TEXTS names a folder without {names[0]}")
    return path.read_text(encoding="utf-8-sig")


def test_every_register_has_a_text_to_be_held_to(library: Library) -> None:
    assert set(library.registers) == {*INVENTED_TEXTS, *TEXTS, *OTHERS}


@each_source
def test_every_statement_stands_at_its_place_and_no_words_are_left_over(
    library: Library, source: str, text: str
) -> None:
    made, problems = make(library.registers[source], text)

    assert problems == []
    assert set(made.statements) == {each.id for each in library.registers[source].statements}


@each_source
def test_the_fingerprint_is_made_again_to_the_same_bytes(library: Library, source: str, text: str) -> None:
    made, _ = make(library.registers[source], text)
    path = library.root / "sources" / f"{source}.fingerprint.json"

    assert written(made).encode() == path.read_bytes()


@each_source
def test_what_a_note_calls_not_found_stands_nowhere_in_the_text(library: Library, source: str, text: str) -> None:
    notes = library.notes_on(library.registers[source].source)

    assert still_there(notes, text) == []


@each_source
def test_a_word_that_a_note_calls_not_found_is_named_with_its_line_when_it_is_there(
    library: Library, source: str, text: str
) -> None:
    for note in library.notes_on(library.registers[source].source):
        for words in note.because.words if isinstance(note.because, NotFound) else ():
            (problem,) = still_there([note], f"{text.rstrip()}\n{words}\n")
            last = len(text.rstrip().splitlines()) + 1
            assert problem.text == f"'{note.id}' calls '{words}' not found, and the text has it on line {last}."


@each_source
def test_one_changed_word_of_any_statement_is_noticed_with_its_number(library: Library, source: str, text: str) -> None:
    register = library.registers[source]
    run = Text(text)
    found, _ = locate(register, run)

    for each in found:
        made, problems = make(register, with_another_word(text, run, each))
        noticed = [str(problem) for problem in (*problems, *differences(register, library.fingerprints[source], made))]
        assert any(each.statement.id in line for line in noticed), each.statement.id


def with_another_word(text: str, run: Text, of: Found) -> str:
    """Return the text with one word of a statement, near its middle, written otherwise."""
    lines = text.splitlines()
    middle = (of.first + of.end) // 2
    for index in sorted(range(of.first, of.end), key=lambda index: abs(index - middle)):
        word, number = run.tokens[index], run.lines[index] - 1
        pattern = rf"\b{re.escape(word)}\b"
        if word.isalpha() and len(re.findall(pattern, lines[number], re.IGNORECASE)) == 1:
            lines[number] = re.sub(pattern, "zebra", lines[number], flags=re.IGNORECASE)
            return "\n".join(lines)
    raise AssertionError(f"{of.statement.id} has no word that stands once in its line")


def test_a_changed_word_names_the_statement_and_the_line_of_the_text(library: Library) -> None:
    text = (library.root / "example" / "source.txt").read_text(encoding="utf-8")
    changed = text.replace("at 50 mg daily", "at 60 mg daily")
    register = library.registers[INVENTED]
    made, problems = make(register, changed)
    place = next(each.place for each in register.statements if each.id == "E07")

    assert changed != text
    assert problems == []
    assert [str(each) for each in differences(register, library.fingerprints[INVENTED], made)] == [
        f"{place}: the words of E07 on line 7 of the text are not the fingerprinted ones."
    ]


def test_a_word_that_belongs_to_no_statement_is_named_with_its_line(library: Library) -> None:
    text = (library.root / "example" / "source.txt").read_text(encoding="utf-8")
    register = library.registers[INVENTED]
    _, problems = make(register, text.replace("Before any drug is started", "Indeed. Before any drug is started"))

    assert [each.text for each in problems] == ["line 5 of the text: 'indeed' belongs to no statement."]


def test_a_statement_that_is_gone_is_named_with_the_words_it_began_with(library: Library) -> None:
    text = (library.root / "example" / "source.txt").read_text(encoding="utf-8")
    register = library.registers[INVENTED]
    _, problems = make(register, text.replace(" Osmatil should not be combined with quill tea.", ""))

    assert [each.text for each in problems] == ["E08 does not begin with 'Osmatil should not' on line 7."]
