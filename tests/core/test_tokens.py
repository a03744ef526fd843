"""Words as they are compared: what a reader would call the same words is the same, and nothing else is."""

import pytest

from trees.core.tokens import holds, line_tokens, negations, tokens, windows, words


@pytest.mark.parametrize("mark", ["[1]", "[12]", "[1,2]", "[3, 4]", "[5-7]", "[8–10]", "[1,3–5]"])
def test_reference_marks_are_no_words(mark: str) -> None:
    assert tokens(f"was found by then.{mark} Before any drug") == tokens("was found by then. Before any drug")


@pytest.mark.parametrize("mark", ["<sup>1</sup>", "<sup>12</sup>", "<sup>1</sup> <sup>2</sup>"])
def test_reference_marks_that_are_raised_are_no_words(mark: str) -> None:
    assert tokens(f"was found by then.{mark} Before any drug") == tokens("was found by then. Before any drug")


def test_a_raised_mark_parts_two_words_that_it_stands_between() -> None:
    assert tokens("by then<sup>3</sup>before") == ("by", "then", "before")


def test_what_is_raised_and_is_no_number_is_a_word() -> None:
    assert "registered" in tokens("Velurin<sup>registered</sup> is taken")


def test_other_words_in_square_brackets_are_words() -> None:
    assert tokens("[Level of evidence: X2]") == ("level", "of", "evidence", "x2")


@pytest.mark.parametrize("dash", ["–", "—"])
def test_a_long_dash_parts_two_words(dash: str) -> None:
    assert tokens(f"400 mg {dash}600 mg") == tokens(f"400 mg{dash}600 mg") == ("400", "mg", "600", "mg")


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_a_hyphen_joins_two_words(hyphen: str) -> None:
    assert tokens(f"lower{hyphen}dose treatment") == ("lower-dose", "treatment")


def test_curly_quotes_are_the_same_as_straight_ones_and_quotation_marks_do_not_count() -> None:
    assert tokens("the patient’s “lowest” dose") == tokens('the patient\'s "lowest" dose')


def test_case_does_not_count() -> None:
    assert tokens("KIT Exon 9") == tokens("kit exon 9")


def test_a_space_that_does_not_break_is_a_space() -> None:
    assert tokens("400\u00a0mg") == ("400", "mg")


def test_a_decimal_without_a_leading_zero_is_one_number() -> None:
    assert tokens("(P = .0013)") == ("p", "=", ".0013")


def test_a_decimal_at_the_end_of_a_sentence_loses_the_full_stop_and_no_digit() -> None:
    assert tokens("It was 0.33.") == ("it", "was", "0.33")


def test_thousands_stay_one_number() -> None:
    assert tokens("1,000 mg, 2,000 mg") == ("1,000", "mg", "2,000", "mg")


def test_signs_that_change_what_a_number_means_are_tokens() -> None:
    assert tokens("<2 cm, ≥5%, ± 3") == ("<", "2", "cm", "≥", "5", "%", "±", "3")


def test_signs_are_no_words_when_words_are_counted() -> None:
    assert words("P < .0001, 95% CI") == ("p", ".0001", "95", "ci")


def test_a_cycle_is_two_words_that_do_not_run_together() -> None:
    assert tokens("4-weeks-on/2-weeks-off") == ("4-weeks-on", "2-weeks-off")


@pytest.mark.parametrize("mark", ["1. ", "12. ", "- ", "* ", "• ", "  3. "])
def test_the_number_or_bullet_that_a_line_begins_with_is_no_word(mark: str) -> None:
    assert line_tokens(f"{mark}Imatinib is taken") == ("imatinib", "is", "taken")


def test_a_number_that_a_line_really_begins_with_stays() -> None:
    assert line_tokens("1.5 mg is taken") == ("1.5", "mg", "is", "taken")


def test_a_text_holds_words_only_when_they_stand_in_a_row() -> None:
    text = "may range from 400 mg to 600 mg daily"

    assert holds(text, "600 mg daily")
    assert not holds(text, "400 mg daily")
    assert not holds(text, "00 mg")
    assert not holds(text, "")


def test_windows_are_every_run_of_four() -> None:
    assert windows(("a", "b", "c", "d", "e")) == (("a", "b", "c", "d"), ("b", "c", "d", "e"))


def test_a_text_of_four_words_or_fewer_is_one_window_and_nothing_is_none() -> None:
    assert windows(("a", "b", "c", "d")) == (("a", "b", "c", "d"),)
    assert windows(("a", "b")) == (("a", "b"),)
    assert windows(()) == ()


def test_words_of_negation_are_found_wherever_they_stand_and_however_they_are_written() -> None:
    assert negations("It should NOT be given, never without a scan") == ("never", "not", "without")
    assert negations("can't") == negations("can’t") == negations("cannot") == negations("can not") == ("not",)
    assert negations("a note on nodules, known for nothing") == ()
