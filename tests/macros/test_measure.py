"""Text widths, line breaks, and the table they come from."""

import json

import pytest

from macros.diagram.measure import CHARACTERS, MEDIUM, REGULAR, TABLE, advances, width, wrap

KEPT = [
    "50 mg",
    "37.5 mg",
    "4 weeks",
    "6–8 weeks",
    "3 to 6 months",
    "exon 9",
    "Exons 11",
    ">= 2",
    "≥ 2 cm",
    "< 5 cm",
    "10 mitoses",
    "30 %",
    "2 doses",
    "grade 3",
]


@pytest.mark.parametrize("kept", KEPT)
def test_a_dose_never_parts_from_its_unit(kept: str) -> None:
    text = f"Take {kept} then rest and take {kept} again when {kept} was borne"
    for narrow in range(1, 400, 7):
        lines = wrap(text, narrow, 14)
        assert sum(line.count(kept) for line in lines) == 3, (narrow, lines)


def test_wrapped_text_has_the_same_words_and_no_special_spaces() -> None:
    text = "Drug 400 mg to 600 mg daily,\n  4 weeks on\u00a0and 2 off"
    for narrow in (10, 80, 1000):
        assert " ".join(wrap(text, narrow, 14)) == "Drug 400 mg to 600 mg daily, 4 weeks on and 2 off"


def test_no_line_is_wider_than_asked_unless_a_word_is() -> None:
    text = "A rather long question about the immunohistochemistry of the part that was removed?"
    longest = width("immunohistochemistry", 14, MEDIUM)
    for most in (40, 100, 150, 210, 400):
        assert all(width(line, 14, MEDIUM) <= max(most, longest) for line in wrap(text, most, 14, MEDIUM))


def test_lines_are_few_and_even() -> None:
    assert wrap("aaaa aaaa aaaa aaaa", width("aaaa aaaa aaaa", 14), 14) == ["aaaa aaaa", "aaaa aaaa"]


def test_a_dash_or_a_stroke_never_begins_a_line() -> None:
    for narrow in range(1, 300, 5):
        assert not any(line[0] in "–—/" for line in wrap("one – two — three / four", narrow, 14))


def test_a_text_of_no_words_is_one_empty_line() -> None:
    assert wrap("", 100, 14) == [""]


def test_width_grows_with_the_size_and_with_the_text() -> None:
    assert width("mm", 14) == 2 * width("m", 14)
    assert width("m", 28) == 2 * width("m", 14)
    assert width("", 14) == 0


def test_an_unknown_character_is_taken_to_be_as_wide_as_the_widest() -> None:
    assert width("漢", 10) == max(width(character, 10) for character in CHARACTERS)


def test_both_weights_know_every_character() -> None:
    for weight in (REGULAR, MEDIUM):
        assert set(CHARACTERS) <= set(advances(weight))


def test_the_table_says_which_fonts_it_was_made_from() -> None:
    made_from = " ".join(json.loads(TABLE.read_text(encoding="utf-8"))["made_from"])
    for family in ("Roboto 400", "Roboto 500", "Inter 400", "Inter 500", "Liberation Sans 400", "DejaVu Sans 400"):
        assert family in made_from
