"""What a message says may have been meant, where the manual of errors shows only one of several such hints."""

from pathlib import Path

import pytest
from helpers.commands import copy_of_the_invented, replace
from helpers.suspects import WRITTEN

from trees.core.check import check
from trees.core.library import load

QUOTE = '"treated with velurin at 100 mg daily", EXAMPLE_2020, at="E04"'
YES = '"yes", "Yes", to="biopsy_done"'
UNKNOWN = 'Answer("unknown", "Not known", to="pain_not_known", because=OUR_QUESTION),'


@pytest.fixture
def tarn(tmp_path: Path) -> Path:
    """A tree of a copy of the invented ones, to make mistakes in."""
    return copy_of_the_invented(tmp_path) / "example" / "tarn_nodule.py"


def said(tarn: Path, words: str) -> list[str]:
    """Return what is said of the trees, if it has these words, without the places."""
    texts = [problem.text for problem in check(load(tarn.parents[1]))]
    return [text for text in texts if words in text]


def copied(tarn: Path) -> Path:
    """Put a second tree with the same questions beside a tree."""
    copy = tarn.with_name("copied.py")
    copy.write_text(tarn.read_text(encoding="utf-8"), encoding="utf-8")
    replace(copy, '"tarn_nodule",', '"copied",')
    return copy


def test_words_that_no_statement_says_fall_back_on_the_nearest_number(tarn: Path) -> None:
    replace(tarn, QUOTE, '"treated with velurin at 300 mg daily", EXAMPLE_2020, at="E044"')

    assert said(tarn, "no statement") == ["Invented 2020 has no statement 'E044'. Did you mean 'E04'?"]


def test_the_statement_that_says_the_words_goes_before_the_nearest_number(tarn: Path) -> None:
    replace(tarn, QUOTE, QUOTE.replace("E04", "E033"))

    expected = "Invented 2020 has no statement 'E033'. Did you mean 'E04'? It says these words."
    assert said(tarn, "no statement") == [expected]


@pytest.mark.parametrize(
    ("before", "after", "hint"),
    [
        ("mg=100", "mg=300", " They say 100 mg."),
        (QUOTE, QUOTE.replace(" daily", ""), " They say 100 mg, but not as the dose of a day."),
        (QUOTE, QUOTE.replace("treated with velurin at 100 mg daily", "should be treated with velurin"), ""),
    ],
    ids=["another amount", "no day", "no amount"],
)
def test_a_refused_dose_says_what_its_quotes_do_say_if_they_state_amounts(
    tarn: Path, before: str, after: str, hint: str
) -> None:
    replace(tarn, before, after)

    (found,) = said(tarn, "'velurin_100' gives")
    assert found.partition("so of Velurin.")[2] == hint


def test_the_name_of_a_tree_that_cannot_be_read_is_known_to_be_that_of_a_tree(tarn: Path) -> None:
    replace(tarn, YES, YES.replace("biopsy_done", "on_velurin"))
    replace(tarn.with_name("on_velurin.py"), "tree = Tree(", "tree = Tree((")

    expected = "there is no node 'on_velurin'. There is a tree of that name: OtherTree(\"on_velurin\")."
    assert said(tarn, "there is no node") == [expected]


@pytest.mark.parametrize(
    ("before", "after", "hint"),
    [
        (YES, YES.replace("Yes", "It does"), "'yes' says 'It does' here and 'Yes' there."),
        (UNKNOWN, f'{UNKNOWN} Answer("rarely", "Rarely", to="watch"),', "Only here is there an answer 'rarely'."),
        (UNKNOWN, "", "Only there is there an answer 'unknown'."),
    ],
    ids=["other words", "one more", "one less"],
)
def test_two_copies_of_a_question_that_differ_say_where_the_other_stands_and_which_answer_it_is(
    tarn: Path, before: str, after: str, hint: str
) -> None:
    copy = copied(tarn)
    replace(copy, before, after)
    line = tarn.read_text(encoding="utf-8").partition("answers=[")[0].count("\n") + 1

    (found,) = said(tarn, "'answers' of 'pain'")
    assert found.endswith(f"trees/example/tarn_nodule.py:{line}. One question has one wording. {hint}")


def test_two_copies_of_a_question_with_their_answers_in_another_order_say_so(tarn: Path) -> None:
    copy = copied(tarn)
    replace(copy, UNKNOWN, "")
    replace(
        copy, f"Answer(\n                    {YES}", f"{UNKNOWN}\n                Answer(\n                    {YES}"
    )

    (found,) = said(tarn, "'answers' of 'pain'")
    assert found.endswith(" The answers stand in another order.")


def test_of_a_tree_that_cannot_be_read_nothing_is_said_but_why(tarn: Path) -> None:
    replace(tarn, "kind=BIOPSY,", "kind=PROCEDURE,")

    assert said(tarn, "") == ["the name 'PROCEDURE' is not known. Import it: from trees.core import PROCEDURE."]


def test_of_a_source_that_cannot_be_read_nothing_is_said_but_why(tarn: Path) -> None:
    register = tarn.parents[1] / "sources" / "example_2020.py"
    replace(register, "    whole=True,", f"    whole=True,\n    suspects=[{WRITTEN}],")

    assert said(tarn, "") == [
        f"the name '{name}' is not known. Import it: from trees.core import {name}." for name in ("REWORDED", "Suspect")
    ]


def test_too_much_of_a_statement_says_on_which_lines_its_quotes_stand(tarn: Path) -> None:
    more = 'Quote("another cause of the pain has been found", EXAMPLE_2020, at="E04")'
    replace(tarn, f"because=Quote({QUOTE}),", f"because=[Quote({QUOTE}), {more}],")

    assert said(tarn, "together") == [
        "all quotes of E04 together hold 25 of its 31 words; at most three quarters, which is 23. Shorten one. "
        "The different ones stand at trees/example/tarn_nodule.py:45, trees/example/tarn_nodule.py:79, "
        "trees/example/tarn_nodule.py:171."
    ]
