"""What makes no sense is refused in words that name what is offered, and no outcome is ever given with it."""

from dataclasses import replace

import pytest

from trees.core.answers import Given, WalkError
from trees.core.library import Library
from trees.core.walk import walk

TARN, AFTER, ON = "example/tarn_nodule", "example/after_velurin", "example/on_velurin"
BIOPSY = [("pain", "yes"), ("biopsy_done", "no")]
SIZE = "Offered: a number from 0.1 to 50 cm, or 'unknown'."
ITEMS = "Offered: 'iron', 'fever', 'none', 'unknown' (several with commas)."
BOTH = "'velurin_cautions' is answered with items and with 'none' or 'unknown'. Only one can be true."


def refusal(library: Library, tree: str, given: Given) -> str:
    with pytest.raises(WalkError) as caught:
        walk(library, tree, given)
    return str(caught.value)


@pytest.mark.parametrize(
    ("tree", "given", "words"),
    [
        (TARN, [("pian", "yes")], "there is no question 'pian'. Did you mean 'pain'?"),
        (TARN, [("xyzzy", "yes")], "there is no question 'xyzzy'."),
        (TARN, [("", "yes")], "there is no question ''."),
        (TARN, [("pain", "maybe")], "'pain' has no answer 'maybe'. Offered: 'yes', 'no', 'unknown'."),
        (
            TARN,
            [("pain", "unknwon")],
            "'pain' has no answer 'unknwon'. Did you mean 'unknown'? Offered: 'yes', 'no', 'unknown'.",
        ),
        (TARN, [("pain", "")], "'pain' has no answer ''. Offered: 'yes', 'no', 'unknown'."),
        (TARN, [("pain", "YES")], "'pain' has no answer 'YES'. Offered: 'yes', 'no', 'unknown'."),
        (
            TARN,
            [("pain", "yes,no")],
            "'pain' has no answer 'yes,no'. Did you mean 'yes'? Offered: 'yes', 'no', 'unknown'.",
        ),
        (TARN, [("pain", 1)], "'pain' has no answer '1'. Offered: 'yes', 'no', 'unknown'."),
        (TARN, [("pain", True)], "'pain' has no answer 'True'. Offered: 'yes', 'no', 'unknown'."),
        (
            AFTER,
            [("osmatil_or_surgery", "both")],
            "'osmatil_or_surgery' has no answer 'both'. Offered: 'osmatil', 'surgery', 'talk'.",
        ),
        (ON, [("velurin_cautions", "irony")], f"'velurin_cautions' has no item 'irony'. Did you mean 'iron'? {ITEMS}"),
        (ON, [("velurin_cautions", "iron,tea")], f"'velurin_cautions' has no item 'tea'. {ITEMS}"),
        (ON, [("velurin_cautions", "")], f"'velurin_cautions' has no item ''. {ITEMS}"),
        (ON, [("velurin_cautions", "iron,,fever")], f"'velurin_cautions' has no item ''. {ITEMS}"),
        (ON, [("velurin_cautions", "none,iron")], BOTH),
        (ON, [("velurin_cautions", "fever,unknown")], BOTH),
        (ON, [("velurin_cautions", "none,unknown")], BOTH),
    ],
)
def test_an_unknown_question_or_answer_is_refused(library: Library, tree: str, given: Given, words: str) -> None:
    assert refusal(library, tree, given) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (-1, "-1 makes no sense for 'nodule_size'."),
        ("-1", "-1 makes no sense for 'nodule_size'."),
        (0, "0 makes no sense for 'nodule_size'."),
        (0.09, "0.09 makes no sense for 'nodule_size'."),
        (50.1, "50.1 makes no sense for 'nodule_size'."),
        ("1e9", "1e9 makes no sense for 'nodule_size'."),
        ("1e999", "1e999 makes no sense for 'nodule_size'."),
        (10**400, "inf makes no sense for 'nodule_size'."),
        (float("nan"), "nan makes no sense for 'nodule_size'."),
        ("nan", "nan makes no sense for 'nodule_size'."),
        (float("inf"), "inf makes no sense for 'nodule_size'."),
        ("-Infinity", "-Infinity makes no sense for 'nodule_size'."),
        ("large", "'large' is no number for 'nodule_size'."),
        ("", "'' is no number for 'nodule_size'."),
        (" ", "' ' is no number for 'nodule_size'."),
        ("2 cm", "'2 cm' is no number for 'nodule_size'."),
        ("2,5", "'2,5' is no number for 'nodule_size'."),
        ("1_0", "'1_0' is no number for 'nodule_size'."),
        ("0x2", "'0x2' is no number for 'nodule_size'."),
        ("2-3", "'2-3' is no number for 'nodule_size'."),
        (True, "'True' is no number for 'nodule_size'."),
        (None, "'None' is no number for 'nodule_size'."),
    ],
)
def test_a_number_without_sense_is_refused(library: Library, number: object, words: str) -> None:
    assert refusal(library, TARN, [("pain", "no"), ("nodule_size", number)]) == f"{words} {SIZE}"


def test_a_number_without_sense_is_refused_even_where_nothing_asks_for_it(library: Library) -> None:
    assert refusal(library, TARN, [("pain", "unknown"), ("nodule_size", -1)]).endswith(SIZE)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([("pain", "yes"), ("pain", "no")], "'pain' is answered twice, with 'yes' and 'no'. Only one can be true."),
        (
            [("nodule_size", "2"), ("nodule_size", 3)],
            "'nodule_size' is answered twice, with '2' and '3'. Only one can be true.",
        ),
        (
            [("velurin_cautions", "iron"), ("velurin_cautions", "iron,fever")],
            "'velurin_cautions' is answered twice, with 'iron' and 'iron,fever'. "
            "Give items together: velurin_cautions=iron,fever.",
        ),
    ],
)
def test_the_same_question_with_two_answers_is_refused(library: Library, given: Given, words: str) -> None:
    assert refusal(library, TARN, given) == words


def test_the_same_answer_given_twice_is_no_contradiction(library: Library) -> None:
    assert walk(library, TARN, [("pain", "no"), ("nodule_size", 1), ("nodule_size", "1.0"), ("pain", "no")]).outcomes


def test_what_stays_true_may_not_change_after_an_event(library: Library) -> None:
    answers = [("quill_variant", "no"), ("pain", "no"), ("nodule_size", 1), ("watch", "pain"), ("quill_variant", "yes")]

    assert refusal(library, TARN, answers).startswith("'quill_variant' is answered twice, with 'no' and 'yes'.")


def test_what_is_true_now_may_not_change_over_an_onward_link_for_which_no_time_passes(library: Library) -> None:
    treated = [("pain", "yes"), ("biopsy_done", "yes"), ("quill_variant", "no"), ("velurin_cautions", "iron")]
    answers = [*treated, ("velurin_100", "safety"), ("velurin_cautions", "fever")]

    assert refusal(library, TARN, answers).startswith("'velurin_cautions' is answered twice, with 'iron' and 'fever'.")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([*BIOPSY, ("biopsy_first", "resutl")], "'biopsy_first' has no event 'resutl'. Offered: 'result'."),
        (
            [("pain", "unknown"), ("pain_not_known", "settled")],
            "'pain_not_known' has no event 'settled'. Nothing follows it.",
        ),
        (
            [*BIOPSY, ("velurin_100", "failure")],
            "'velurin_100=failure' is said to happen, but the answers before it lead to 'biopsy_first'.",
        ),
        (
            [("pain", "yes"), ("velurin_100", "failure")],
            "'velurin_100=failure' is said to happen, but the answers before it lead to 'biopsy_done'. "
            "Offered: 'yes', 'no', 'unknown'.",
        ),
        (
            [("watch", "pain"), ("pain", "no"), ("nodule_size", 1)],
            "'watch=pain' is said to happen, but the answers before it lead to 'pain'. "
            "Offered: 'yes', 'no', 'unknown'.",
        ),
    ],
)
def test_an_event_that_does_not_belong_to_where_the_answers_lead_is_refused(
    library: Library, given: Given, words: str
) -> None:
    assert refusal(library, TARN, given) == words


def test_an_event_after_a_checklist_names_all_that_is_shown(library: Library) -> None:
    given = [("velurin_cautions", "iron,fever"), ("watch", "pain")]
    words = "'watch=pain' is said to happen, but the answers before it lead to 'visits', 'check_iron' and 'refer'."

    assert refusal(library, ON, given) == words


def test_an_unknown_tree_is_refused_with_the_nearest_name(library: Library) -> None:
    assert refusal(library, "tarn_nodul", ()) == "there is no tree 'tarn_nodul'. Did you mean 'tarn_nodule'?"
    assert refusal(library, "example/tarn", ()).startswith(
        "there is no tree 'example/tarn'. Did you mean 'example/tarn"
    )


def test_a_tree_unlike_any_other_is_refused_with_every_name_there_is(library: Library) -> None:
    words = refusal(library, "", ())

    assert words.startswith("there is no tree ''. There are 'example/after_velurin', 'example/on_velurin', ")
    assert all(f"'{name}'" in words for name in library.trees)


def test_a_short_name_that_two_collections_have_is_refused_with_both(library: Library) -> None:
    twice = type(library)(library.root, "trees", trees={"a/t": library.trees[TARN], "b/t": library.trees[TARN]})

    assert refusal(twice, "t", ()) == "there is no tree 't'. Several collections have one: 'a/t' and 'b/t'."


def test_a_way_that_leads_round_in_a_circle_is_refused_and_not_followed_for_ever(library: Library) -> None:
    tree = library.trees[AFTER]
    first = tree.start
    round_ = replace(first, answers=tuple(replace(each, to=first.id) for each in first.answers))
    unchecked = replace(library, trees={AFTER: replace(tree, nodes=(round_, *tree.nodes[1:]))})

    assert refusal(unchecked, AFTER, [("quill_tea", "no")]) == (
        "the way leads round in a circle: it comes back to 'quill_tea' of example/after_velurin."
    )
