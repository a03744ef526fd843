"""Two texts aligned sentence by sentence: what stands, what was reworded, parted or joined, what is new or gone."""

import random
from pathlib import Path

import pytest
from conftest import ROOT

from trees.core.alignment import Pair, align
from trees.core.passages import passages, shown_tokens
from trees.core.word_changes import word_changes

OLD = ROOT / "trees" / "example" / "source.txt"
WORDS = (
    *("velurin", "osmatil", "nodule", "pain", "daily", "weekly", "surgery"),
    *("scan", "dose", "patients", "may", "should", "iron", "fever"),
)


def words(*texts: str) -> list[tuple[str, ...]]:
    return [tuple(text.split()) for text in texts]


def test_a_text_is_parted_at_its_sentences_with_their_marks_and_not_at_an_abbreviation() -> None:
    text = "# Heading\n\n1. Take 37.5 mg, i.e. half of it.[1][Level: A1] Then rest.\n- An item\nthat goes on."

    assert [(each.line, " ".join(each.tokens)) for each in passages(text)] == [
        (1, "heading"),
        (3, "take 37.5 mg i.e half of it level a1"),
        (3, "then rest"),
        (4, "an item that goes on"),
    ]
    assert passages(text)[1].heading == "heading"


def test_the_address_of_a_link_is_no_word_of_a_text() -> None:
    assert [each.tokens for each in passages("See [the list](/types/list#_273) of it.")] == words("see the list of it")


@pytest.mark.texts
def test_the_passages_of_a_text_have_all_its_words_once_and_in_order(source_texts: Path) -> None:
    for path in (OLD, *sorted(source_texts.glob("*-*-*"))):
        text = path.read_text(encoding="utf-8")
        seen = [token for line in text.splitlines() for token, is_seen in shown_tokens(line) if is_seen]
        assert [token for each in passages(text) for token in each.tokens] == seen


@pytest.mark.parametrize("seed", range(20))
def test_a_text_compared_with_itself_is_all_the_same(seed: int) -> None:
    text = made(random.Random(seed))

    assert [(pair.old, pair.new, pair.same) for pair in align(text, text).pairs] == [
        ((at,), (at,), True) for at in range(len(text))
    ]


@pytest.mark.parametrize("seed", range(20))
def test_swapped_texts_swap_what_is_new_and_what_is_gone(seed: int) -> None:
    rng = random.Random(seed)
    one = made(rng)
    other = [*rng.sample(one, len(one) - 3), *made(rng)[:4]]
    there, back = align(one, other).pairs, align(other, one).pairs

    assert {pair.new for pair in there if not pair.old} == {pair.old for pair in back if not pair.new}
    assert {pair.old for pair in there if not pair.new} == {pair.new for pair in back if not pair.old}
    assert sum(pair.same for pair in there) == sum(pair.same for pair in back) > 0


def made(rng: random.Random) -> list[tuple[str, ...]]:
    return [tuple(rng.choices(WORDS, k=rng.randint(5, 14))) for _ in range(12)]


def test_paragraphs_that_change_places_stay_the_same() -> None:
    one = words("take velurin at once", "see a doctor every month", "no tea with osmatil please")

    assert all(pair.same for pair in align(one, one[::-1]).pairs)


def test_a_sentence_parted_in_two_is_one_that_was_reworded() -> None:
    old = words("velurin may be started at once and is taken daily for many weeks", "no tea with osmatil please")
    new = words("velurin may be started at once", "it is taken daily for many weeks", "no tea with osmatil please")
    first, second = align(old, new).pairs

    assert (first.old, first.new, first.same) == ((0,), (0, 1), False)
    assert second == Pair((1,), (2,), 1)


def test_two_sentences_joined_into_one_are_reworded_together() -> None:
    new = words("velurin may be started at once and is taken daily for many weeks", "no tea with osmatil please")
    old = words("velurin may be started at once", "it is taken daily for many weeks", "no tea with osmatil please")

    assert [(pair.old, pair.new) for pair in align(old, new).pairs] == [((0, 1), (0,)), ((2,), (1,))]


def test_the_changed_words_are_shown_with_two_words_on_each_side() -> None:
    old, new = ["one", "two", "three", "four", "five", "six"], ["one", "two", "three", "4", "five", "six"]

    assert word_changes(tuple(old), tuple(new)) == ["two three [-four-] [+4+] five six"]


def test_never_more_than_twelve_words_of_a_text_are_shown_in_a_row() -> None:
    old = tuple(f"a{at}" for at in range(60))
    new = (*old[:20], *(f"b{at}" for at in range(30)), *old[40:])
    (shown,) = word_changes(old, new)

    assert shown == ("a18 a19 [-a20 a21 a22 a23 a24 a25 a26 a27 …-] [+b0 b1 b2 b3 b4 b5 b6 b7 …+] a40 a41")
