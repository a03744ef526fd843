"""Judging a case: each thing that the trees leave out, add, or ask in vain is one complaint, and nothing else is."""

from dataclasses import replace

import pytest
from helpers.small import DRUG, HERE, SOURCE, action, case, expected, left_open, library_of, question, quote

from trees.core.branches import Answer, Option, OtherTree
from trees.core.cases import Case, Expected
from trees.core.differences import Difference, Side
from trees.core.doses import DailyDose
from trees.core.evidence import NOT_STATED, NotStated
from trees.core.judge import NO_RULE, judge
from trees.core.library import Library
from trees.core.nodes import Choice, Node, Treatment

TREAT = Treatment(
    "treat",
    drug=DRUG,
    dose=DailyDose(mg=100),
    duration="at least 12 weeks",
    because=(
        quote("may be treated with velurin daily", strength="may"),
        quote("velurin at 100 mg daily", "S02"),
        quote("for at least 12 weeks", "S03"),
    ),
)
VELURIN = expected("velurin", "S02", drug="velurin", mg=(100, 100))
WATCH = expected("watching", "S04")
LIBRARY = library_of(
    t=(
        question("pain", {"yes": "treat", "no": "size", "unknown": "open"}),
        question("size", {"small": "watch", "large": "treat"}),
        TREAT,
        action("watch", quote("watched with an ultrasound scan every 6 months", "S04")),
        left_open("open", "Whether to treat while pain is not known"),
    )
)


def said(case: Case, library: Library = LIBRARY) -> list[str]:
    problems = [*judge(library, case)]
    assert all(problem.place == HERE for problem in problems)
    assert all(problem.text.startswith(f"'{case.id}': ") for problem in problems)
    return [problem.text.removeprefix(f"'{case.id}': ") for problem in problems]


def choice(order: str | NotStated) -> Library:
    """A choice of two courses, and what is said of which comes first."""
    options = (
        Option("drug", "The drug", to="treat", because=quote("velurin may be given then", "S05", strength="may")),
        Option("watch", "Watching", to="watch", because=quote("or it may be watched", "S05", strength="may")),
    )
    nodes: tuple[Node, ...] = (
        Choice("drug_or_watch", between="?", options=options, order=order),
        TREAT,
        action("watch", quote("watched with an ultrasound scan every 6 months", "S04")),
    )
    return library_of(t=nodes)


def test_nothing_is_said_of_a_case_that_holds() -> None:
    assert said(case("pain=yes", expects=(VELURIN,))) == []
    assert said(case("pain=no", "size=small", expects=(WATCH,))) == []
    assert said(case("pain=unknown", left_open="Pain decides.", open_words=("pain",))) == []


def test_an_answer_that_is_not_offered_is_one_complaint_and_what_follows_is_none() -> None:
    assert said(case("pain=perhaps", expects=(VELURIN, WATCH))) == [
        "t: 'pain' has no answer 'perhaps'. Offered: 'yes', 'no', 'unknown'."
    ]


def test_a_tree_that_is_not_there_is_one_complaint() -> None:
    (text,) = said(case(tree="tt", expects=(VELURIN,)))

    assert text.startswith("tt: there is no tree 'c/tt'.")


def test_a_question_that_the_case_does_not_answer_is_named() -> None:
    assert said(case("pain=no", expects=(WATCH,))) == ["c/t goes on to ask 'size', size?"]


def test_an_answer_that_no_question_asks_for_is_named() -> None:
    assert said(case("pain=yes", "size=small", expects=(VELURIN,))) == ["t does not ask for size."]


def test_what_the_trees_do_not_say_is_named_with_what_was_reached() -> None:
    biopsy = expected("a biopsy", "S06", strength="advised")

    assert said(case("pain=yes", expects=(VELURIN, biopsy))) == [
        "nothing says a biopsy, strength “advised”, by S06. Reached: c/t#treat."
    ]


def test_an_outcome_that_nobody_expects_is_named() -> None:
    assert "nobody expects c/t#watch." in said(case("pain=no", "size=small", expects=(VELURIN,)))


def test_a_dose_that_nobody_expects_is_named_though_its_statement_is_expected() -> None:
    assert said(case("pain=yes", expects=(expected("some drug", "S02", drug="velurin"),))) == [
        "nobody expects the dose of c/t#treat."
    ]


def test_something_left_open_that_nobody_expects_is_named() -> None:
    assert said(case("pain=unknown", expects=(expected("little", "S01"),))) == [
        "nobody expects anything left open, as at c/t#open."
    ]


def test_a_word_of_what_is_left_open_that_no_tree_has_is_named() -> None:
    assert said(case("pain=unknown", left_open="Pain or fever.", open_words=("pain", "fever"))) == [
        "nothing leaves open 'fever'. Reached: c/t#open."
    ]


def test_a_case_that_expects_nothing_is_told_so() -> None:
    assert said(case("pain=no", "size=small"))[-1] == (
        "it expects nothing, yet nothing is left open for it. "
        "Either 'expects' lacks what the source says, or the tree says more."
    )


def test_what_is_left_open_is_enough_to_be_expected() -> None:
    assert said(case("pain=unknown", left_open="Pain decides.")) == []


BOTH = (VELURIN, WATCH)


def test_a_choice_is_followed_on_every_option_and_what_the_options_say_counts() -> None:
    named = expected("either, as the source has it", "S05", strength="may")

    assert said(case(expects=(*BOTH, named)), choice(NOT_STATED)) == []
    assert said(case(expects=(VELURIN, named)), choice(NOT_STATED)) == ["nobody expects c/t#watch."]


def test_an_option_gives_no_dose() -> None:
    dose = expected("velurin", "S05", drug="velurin", mg=(100, 100))

    assert said(case(expects=(*BOTH, dose)), choice(NOT_STATED)) == [
        "nothing says velurin (velurin, 100 mg daily), by S05. Reached: c/t#treat, c/t#watch."
    ]


def test_an_order_that_a_case_does_not_expect_is_named_and_one_that_it_expects_is_not() -> None:
    ordered = choice("The drug comes first.")

    assert said(case(expects=BOTH), ordered) == ["nobody expects an order, as 'drug_or_watch' states it."]
    assert said(case(expects=BOTH, order_stated=True), ordered) == []


def test_a_choice_that_says_in_which_order_courses_are_named_and_sets_no_rule_states_no_order() -> None:
    assert said(case(expects=BOTH), choice(f"The drug is named first; {NO_RULE}.")) == []


def test_an_option_may_lead_on_to_a_question_that_is_no_matter_of_the_case() -> None:
    library = choice(NOT_STATED)
    first = library.trees["c/t"].nodes[0]
    assert isinstance(first, Choice)
    other = replace(first.options[1], to=OtherTree("more"))
    more = library_of(
        t=(replace(first, options=(first.options[0], other)), TREAT),
        more=(question("fever", {"yes": "watch", "no": "watch"}), action("watch", quote("watched here", "S04"))),
    )

    assert said(case(expects=(VELURIN,)), more) == []


WRONG = {
    "another drug": {"drug": "osmatil"},
    "another dose": {"mg": (200, 200)},
    "a range instead of one dose": {"mg": (100, 200)},
    "a split dose": {"split": True},
    "a cycle": {"weeks": (4, 2)},
    "a word of strength that no quote has": {"strength": "should"},
    "another duration": {"duration": "at least 13 weeks"},
    "other words of how often": {"how_often": "twice a week"},
    "another statement": {"statements": frozenset({"S09"})},
    "a statement more": {"statements": frozenset({"S02", "S09"})},
}


@pytest.mark.parametrize("wrong", WRONG)
def test_an_outcome_that_differs_in_one_thing_does_not_say_what_is_expected(wrong: str) -> None:
    other = replace(VELURIN, **WRONG[wrong])
    texts = said(case("pain=yes", expects=(other,)))

    assert texts[0] == f"nothing says {other}. Reached: c/t#treat."


RIGHT = {
    "its strength": {"statements": frozenset({"S01", "S02"}), "strength": "may"},
    "more words than the strength of the quote": {"statements": frozenset({"S01"}), "strength": "may be"},
    "its duration": {"duration": "at least 12 weeks"},
    "a part of the words of its duration": {"duration": "12 weeks"},
    "words of its quotes on how often": {"how_often": "daily"},
}


@pytest.mark.parametrize("right", RIGHT)
def test_an_outcome_says_what_is_expected_with(right: str) -> None:
    assert said(case("pain=yes", expects=(replace(VELURIN, **RIGHT[right]),))) == []


@pytest.mark.parametrize(("quoted", "wanted"), [("should not", "should"), ("should", "should not")])
def test_a_quote_that_says_should_not_does_not_say_should_nor_the_other_way_round(quoted: str, wanted: str) -> None:
    watched = action("watch", quote(f"it {quoted} be watched", strength=quoted))
    trees = library_of(t=(watched,))
    firmly = expected("watching", "S01", strength=wanted)

    assert said(case(expects=(replace(firmly, strength=quoted),)), trees) == []
    assert f"nothing says {firmly}. Reached: c/t#watch." in said(case(expects=(firmly,)), trees)


def test_a_duration_that_is_denied_is_another_one() -> None:
    denied = replace(TREAT, duration="not indefinitely")
    texts = said(case(expects=(replace(VELURIN, duration="indefinitely"),)), library_of(t=(denied,)))

    assert texts[0].startswith("nothing says velurin")


def test_a_duration_of_an_action_stands_among_its_words_with_its_numbers() -> None:
    def found(duration: str) -> list[str]:
        return said(case("pain=no", "size=small", expects=(replace(WATCH, duration=duration),)))

    assert found("every 6 months") == []
    assert found("a scan every 6 months") == []
    assert found("every 3 months")[0].startswith("nothing says ")
    assert found("for as long as it stays small")[0].startswith("nothing says ")


def with_a_difference() -> Library:
    """The same trees, in which watching shows that the source says something else elsewhere."""
    sides = (
        Side(SOURCE, says="Surgery.", because=quote("removed by surgery at once", "S07")),
        Side(SOURCE, says="Nothing.", because=NOT_STATED),
    )
    shown = Difference("d", topic="t", sides=sides, follows="f")
    tree = LIBRARY.trees["c/t"]
    nodes = tuple(replace(node, differs=(shown,)) if node.id == "watch" else node for node in tree.nodes)
    return replace(LIBRARY, trees={"c/t": replace(tree, nodes=nodes)})


SURGERY = expected("surgery", "S07")


def test_what_is_shown_of_a_difference_counts_as_said() -> None:
    assert said(case("pain=no", "size=small", expects=(WATCH, SURGERY)), with_a_difference()) == []


def test_what_is_shown_of_a_difference_is_not_what_an_outcome_advises() -> None:
    assert said(case("pain=no", "size=small", expects=(SURGERY,)), with_a_difference()) == ["nobody expects c/t#watch."]


def test_a_case_may_be_put_to_several_trees_and_all_that_they_show_counts() -> None:
    both = replace(case(expects=(VELURIN, WATCH)), walks=(("t", ("pain=yes",)), ("t", ("pain=no", "size=small"))))

    assert said(both) == []


def test_what_is_expected_is_written_out_with_all_that_is_held() -> None:
    weeks, more = (4, 2), ("for a year", "once a day", "may")
    each = Expected("the drug", frozenset({"S02", "S01"}), "velurin", (400, 600), True, weeks, *more)

    assert str(each) == (
        "the drug (velurin, 400 to 600 mg daily in split doses, 4 weeks on and 2 off), “once a day”, “for a year”, "
        "strength “may”, by S01 and S02"
    )


def test_a_jump_to_another_tree_is_followed() -> None:
    library = library_of(
        t=(question("pain", {"yes": OtherTree("u"), "no": "open"}), left_open("open")),
        u=(action("watch", quote("watched with an ultrasound scan", "S04")),),
    )

    assert isinstance(library.trees["c/t"].start.answers[0], Answer)
    assert said(case("pain=yes", expects=(WATCH,)), library) == []
