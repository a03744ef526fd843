"""Two wordings of how firmly, or for how long, agree: more or fewer words of it, and no word that denies."""

import pytest

from trees.core.judge import same_sense

ALIKE = [
    ("may", "may be"),
    ("should", "should"),
    ("usually not", "usually not needed"),
    ("shouldn’t", "shouldn't be"),
    ("rarely", "rarely used"),
    ("note", "note well"),
]
TURNED_ROUND = [
    ("should", "should not"),
    ("should", "should never"),
    ("recommended", "recommended against"),
    ("needed", "no longer needed"),
    ("given", "given unless it bleeds"),
    ("used", "rarely used"),
    ("helpful", "not helpful without surgery"),
    ("not helpful", "not helpful without surgery"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_more_or_fewer_words_of_the_same_sense_are_as_firm(one: str, other: str) -> None:
    assert same_sense(one, other)
    assert same_sense(other, one)


@pytest.mark.parametrize(("one", "other"), TURNED_ROUND)
def test_words_that_deny_what_others_say_are_not_as_firm(one: str, other: str) -> None:
    assert not same_sense(one, other)
    assert not same_sense(other, one)
