"""What may follow an outcome, and trees that come and go: who is led elsewhere by it, each told once."""

from dataclasses import replace

import pytest
from helpers.led_elsewhere import WATCH_OR_REMOVE, at, compared, led, patients, treated
from helpers.small import action, library_of, question

from trees.core.branches import Event, Onward, OtherTree
from trees.core.diff.items import ADVICE
from trees.core.library import Library

SEED, MUTANTS = 20170517, 60


def followed(*then: Event | Onward) -> Library:
    drug = replace(treated("drug", 100), then=then)
    nodes = (question("pain", {"yes": "drug", "no": "watch"}), drug, *WATCH_OR_REMOVE)
    other = (question("fever", {"yes": "hot", "no": "cool"}), action("hot"), action("cool"))
    return library_of(t=nodes, u=other)


FAILS = Event("failure", "It fails", to="remove")
NOTHING_FOLLOWS = followed()


@pytest.mark.parametrize(("before", "after"), [(followed(), followed(FAILS)), (followed(FAILS), followed())])
def test_an_event_that_is_added_or_taken_away_changes_the_outcome_that_it_follows(
    before: Library, after: Library
) -> None:
    assert [(each.differ, at(each.after)) for each in patients(before, after).changed()] == [
        (("What may follow",), "drug")
    ]


def test_an_event_that_leads_elsewhere_leads_those_elsewhere_to_whom_it_happens() -> None:
    after = followed(replace(FAILS, to="watch"))

    assert led(followed(FAILS), after) == [("It fails", (), ("remove", "watch"))]
    assert led(followed(FAILS), followed(replace(FAILS, to=OtherTree("u")))) == [
        ("It fails", ("Yes",), ("remove", "hot")),
        ("It fails", ("No",), ("remove", "cool")),
    ]


def test_an_event_of_an_outcome_to_which_others_are_led_now_is_not_said_to_have_changed() -> None:
    ends = (
        treated("drug", 100, Event("failure", "It fails", to="watch")),
        treated("other", 200, Event("failure", "It fails again", to="remove")),
        *WATCH_OR_REMOVE,
    )
    before = library_of(t=(question("pain", {"yes": "drug", "no": "other"}), *ends))
    after = library_of(t=(question("pain", {"yes": "other", "no": "drug"}), *ends))

    assert led(before, after) == [("", ("Yes",), ("drug", "other")), ("", ("No",), ("other", "drug"))]


def test_what_lies_behind_an_event_is_compared_though_others_are_led_to_its_outcome_now() -> None:
    def tree(yes: str, no: str, mg: int) -> Library:
        drugs = (
            treated("drug", 100, Event("failure", "It fails", to="later")),
            treated("other", 200),
            treated("later", mg),
        )
        return library_of(t=(question("pain", {"yes": yes, "no": no}), *drugs))

    assert led(tree("drug", "other", 300), tree("other", "drug", 400))[2] == ("It fails", (), ("later", "later"))


def test_what_follows_an_outcome_in_another_tree_is_not_counted_twice() -> None:
    second = (question("fever", {"yes": "hot", "no": "cool"}), treated("hot", 100, Event("worse", "Worse", to="cool")))
    before = library_of(
        t=(question("pain", {"yes": OtherTree("u"), "no": "watch"}), action("watch")), u=(*second, action("cool"))
    )
    after = library_of(
        t=(question("pain", {"yes": OtherTree("u"), "no": OtherTree("u")}),), u=(*second, action("cool"))
    )

    assert [begin.event for begin in patients(before, after).begins] == [""]


def test_a_tree_that_is_new_and_one_that_is_gone_are_counted_as_advice() -> None:
    before = library_of(t=(question("pain", {"yes": "remove", "no": "watch"}), *WATCH_OR_REMOVE))
    other = (question("fever", {"yes": "hot", "no": "cool"}), action("hot"), action("cool"))
    after = library_of(t=before.trees["c/t"].nodes, u=other)

    assert [(each.before, each.after, each.tally.ways, each.weight) for each in compared(before, after).trees] == [
        (None, "u", 2, ADVICE)
    ]
    assert [(each.before, each.after, each.tally.ways, each.weight) for each in compared(after, before).trees] == [
        ("u", None, 2, ADVICE)
    ]


def test_a_question_without_an_answer_ends_the_way_and_is_no_error() -> None:
    before = library_of(t=(question("pain", {"yes": "remove", "no": "watch"}), *WATCH_OR_REMOVE))
    after = library_of(t=(question("pain", {}), *WATCH_OR_REMOVE))

    assert led(before, after) == [
        ("", ("Yes",), ("remove", "no answer is offered")),
        ("", ("No",), ("watch", "no answer is offered")),
    ]
