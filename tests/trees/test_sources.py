"""Each source is held to its text: every statement at its place, no words left over, the same fingerprint again."""

import re
from pathlib import Path

import pytest

from trees.core.fingerprint import written
from trees.core.library import Library
from trees.core.textcheck import Found, Text, differences, locate, make

INVENTED = "example_2020"
TEXTS = {
    "pdq_2014": "pdq-gist-metastatic-2014-02-25.txt",
    "acs_2017": "acs-gist-treating-2017-05-17.md",
}
"""The file of each source in the folder that SOURCE_TEXTS names."""

each_source = pytest.mark.parametrize(
    "source", [INVENTED, *(pytest.param(name, marks=pytest.mark.texts) for name in TEXTS)]
)


@pytest.fixture
def text(library: Library, source: str, request: pytest.FixtureRequest) -> str:
    """The text of a source: the invented one from this repository, a real one from where SOURCE_TEXTS says."""
    if source == INVENTED:
        path = library.root / "example" / "source.txt"
    else:
        folder: Path = request.getfixturevalue("source_texts")
        path = folder / TEXTS[source]
    return path.read_text(encoding="utf-8-sig")


def test_every_register_has_a_text_to_be_held_to(library: Library) -> None:
    assert set(library.registers) == {INVENTED, *TEXTS}


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
