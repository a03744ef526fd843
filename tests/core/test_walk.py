"""Walking: where answers lead, what is asked next, and what events, links and jumps keep."""

import itertools
from dataclasses import replace
from pathlib import Path

from trees.core.branches import Answer, Band, Event, Onward, OtherTree, To
from trees.core.digest import plain
from trees.core.evidence import OUR_QUESTION
from trees.core.library import Library
from trees.core.nodes import (
    CURRENT,
    OUTCOMES,
    WATCHING,
    Action,
    Checklist,
    Choice,
    Collection,
    Measure,
    Node,
    Question,
    Tree,
    ways,
)
from trees.core.walk import Walk, walk

TARN, AFTER, ON = "example/tarn_nodule", "example/after_velurin", "example/on_velurin"
TREATED = [("pain", "yes"), ("biopsy_done", "yes"), ("quill_variant", "no")]


def shown(walked: Walk) -> set[str]:
    return {each.node.id for each in walked.outcomes}


def asked(walked: Walk) -> str | None:
    return None if walked.asks is None else walked.asks.id


def question(node_id: str, yes: To, no: To) -> Question:
    answers = (Answer("yes", "Yes", to=yes, because=OUR_QUESTION), Answer("no", "No", to=no, because=OUR_QUESTION))
    return Question(node_id, asks="?", means="m", lasts=CURRENT, answers=answers)


def action(node_id: str, *then: Event | Onward) -> Action:
    return Action(node_id, kind=WATCHING, says=node_id, then=then)


def library_of(**trees: tuple[Node, ...]) -> Library:
    collection = Collection("c", title="t", about="a", intended_use="i", sources=(), order=tuple(trees))
    made = {
        f"c/{name}": Tree(name, title="t", purpose="p", readers="r", applies_to="a", because=None, nodes=nodes)
        for name, nodes in trees.items()
    }
    return Library(Path(), "trees", collections={"c": collection}, trees=made)


def test_answers_lead_to_an_outcome(library: Library) -> None:
    walked = walk(library, TARN, TREATED)

    assert shown(walked) == {"velurin_100"}
    assert walked.asks is None
    assert [(step.node.id, [way.code for way in step.ways]) for step in walked.steps] == [
        ("pain", ["yes"]),
        ("biopsy_done", ["yes"]),
        ("quill_variant", ["no"]),
    ]


def test_the_order_in_which_answers_are_given_does_not_matter(library: Library) -> None:
    for order in itertools.permutations(TREATED):
        assert walk(library, TARN, order) == walk(library, TARN, TREATED)


def test_answers_may_be_given_by_the_short_name_of_a_tree_and_as_a_mapping(library: Library) -> None:
    assert walk(library, "tarn_nodule", dict(TREATED)) == walk(library, TARN, TREATED)


def test_without_answers_the_first_question_is_asked_with_what_its_words_mean(library: Library) -> None:
    walked = walk(library, TARN)

    assert (asked(walked), walked.outcomes, walked.steps) == ("pain", (), ())
    assert isinstance(walked.asks, Question)
    assert walked.asks.means.words == ("painful",)


def test_a_missing_answer_is_asked_for_and_never_guessed(library: Library) -> None:
    walked = walk(library, TARN, [("pain", "yes"), ("quill_variant", "yes")])

    assert asked(walked) == "biopsy_done"
    assert walked.outcomes == ()


def test_not_known_is_an_answer_and_leads_somewhere(library: Library) -> None:
    assert shown(walk(library, TARN, {"pain": "unknown"})) == {"pain_not_known"}
    assert shown(walk(library, TARN, {"pain": "no", "nodule_size": "unknown"})) == {"size_not_known"}


def test_a_number_falls_into_its_band_at_every_edge_and_one_step_beside_it(library: Library) -> None:
    expected = {1.9: "watch", 2: "middle_size", 2.1: "middle_size", 4.9: "middle_size", 5: "middle_size"}

    for number, outcome in expected.items():
        assert shown(walk(library, TARN, {"pain": "no", "nodule_size": number})) == {outcome}
    assert asked(walk(library, TARN, {"pain": "no", "nodule_size": 5.1})) == "biopsy_done"


def test_every_edge_of_every_measure_and_one_step_beside_it_falls_into_exactly_one_band(library: Library) -> None:
    measures = [x for tree in library.trees.values() for x in tree.nodes if isinstance(x, Measure)]

    assert len(measures) >= 2
    for measure in measures:
        edges = {e for b in measure.bands for e in (b.at_least, b.above, b.at_most, b.below) if e is not None}
        near = {edge + sign * measure.step for edge in edges for sign in (-1, 0, 1)}
        for number in (each for each in near if measure.lowest <= each <= measure.highest):
            holding = {band.code for band in measure.bands if between(band, number)}
            assert len(holding) == 1
            assert shown(walk(ends_at_its_band(measure), "only", {measure.id: number})) == holding


def between(band: Band, number: float) -> bool:
    low = band.at_least if band.at_least is not None else float("-inf") if band.above is None else band.above
    high = band.at_most if band.at_most is not None else float("inf") if band.below is None else band.below
    return low < number < high or number in (band.at_least, band.at_most)


def ends_at_its_band(measure: Measure) -> Library:
    """A tree in which each band of a measure leads to an outcome by its own code."""
    bands = tuple(replace(band, to=band.code) for band in measure.bands)
    unknown = replace(measure.unknown, to="unknown")
    ends = (action(way.code) for way in (*bands, unknown))
    return library_of(only=(replace(measure, bands=bands, unknown=unknown), *ends))


def test_a_number_may_be_typed_as_text(library: Library) -> None:
    typed = [
        walk(library, TARN, {"pain": "no", "nodule_size": text}) for text in ("1.9", " 1.9 ", "+1.9", "1.90", "19e-1")
    ]

    assert all(each == typed[0] for each in typed)
    assert shown(typed[0]) == {"watch"}


def test_the_code_of_a_band_may_stand_for_a_number(library: Library) -> None:
    by_code = walk(library, TARN, {"pain": "no", "nodule_size": "from_2_to_5"})

    assert shown(by_code) == {"middle_size"}
    assert by_code.steps[1].number is None


def test_every_set_of_true_items_shows_what_each_brings_and_what_holds_always(library: Library) -> None:
    checklists = [(n, x) for n, tree in library.trees.items() for x in tree.nodes if isinstance(x, Checklist)]

    assert len(checklists) >= 2
    for name, checklist in checklists:
        tree = library.trees[name]
        first = replace(tree, nodes=(checklist, *(node for node in tree.nodes if node is not checklist)))
        begins_with_it = replace(library, trees={name: first})
        for size in range(1, len(checklist.items) + 1):
            for items in itertools.combinations(checklist.items, size):
                walked = walk(begins_with_it, name, {checklist.id: ",".join(item.code for item in items)})
                always = {checklist.always} if checklist.always else set()
                assert shown(walked) == {item.to for item in items} | always


def test_the_items_of_a_checklist_may_be_given_in_any_order_and_twice(library: Library) -> None:
    given = [walk(library, ON, {"velurin_cautions": text}) for text in ("iron,fever", "fever, iron", "iron,fever,iron")]

    assert given[0] == given[1] == given[2]
    assert [each.node.id for each in given[0].outcomes] == ["visits", "check_iron", "refer"]


def test_none_of_the_items_shows_what_holds_always_and_shows_it_once(library: Library) -> None:
    assert [each.node.id for each in walk(library, ON, {"velurin_cautions": "none"}).outcomes] == ["visits"]


def test_not_known_in_a_checklist_shows_what_is_left_open_and_what_holds_always(library: Library) -> None:
    assert shown(walk(library, ON, {"velurin_cautions": "unknown"})) == {"visits", "cautions_open"}


def test_a_choice_is_listed_and_never_picked(library: Library) -> None:
    choices = [(n, x) for n, tree in library.trees.items() for x in tree.nodes if isinstance(x, Choice)]
    walked = walk(library, AFTER, {"quill_tea": "no"})

    assert len(choices) >= 2
    assert isinstance(walked.asks, Choice)
    assert [option.code for option in walked.asks.options] == ["osmatil", "surgery", "talk"]
    assert walked.outcomes == ()


def test_a_choice_that_was_made_is_followed(library: Library) -> None:
    assert shown(walk(library, AFTER, {"quill_tea": "no", "osmatil_or_surgery": "surgery"})) == {"remove_nodule"}


def test_an_event_leads_on_and_is_a_step_of_the_way(library: Library) -> None:
    walked = walk(library, TARN, [*TREATED, ("velurin_100", "failure")])

    assert (walked.tree, asked(walked)) == (AFTER, "quill_tea")
    assert (walked.steps[-1].node.id, walked.steps[-1].ways[0].code) == ("velurin_100", "failure")


def test_an_event_clears_what_was_true_before_it(library: Library) -> None:
    answers = [("pain", "no"), ("nodule_size", 1), ("watch", "pain")]

    assert asked(walk(library, TARN, answers)) == "pain"
    assert asked(walk(library, TARN, [*answers, ("pain", "no")])) == "nodule_size"


def test_an_event_keeps_what_stays_true(library: Library) -> None:
    before = [("pain", "no"), ("nodule_size", 1), ("quill_variant", "yes")]
    after = [("pain", "yes"), ("biopsy_done", "yes")]

    assert shown(walk(library, TARN, [*before, ("watch", "pain"), *after])) == {"velurin_400"}


def test_after_an_event_another_answer_may_be_true(library: Library) -> None:
    answers = [("quill_tea", "yes"), ("no_osmatil_with_tea", "stopped"), ("quill_tea", "no")]

    assert asked(walk(library, AFTER, answers)) == "osmatil_or_surgery"


def test_an_onward_link_keeps_everything(library: Library) -> None:
    answers = [*TREATED, ("velurin_cautions", "fever"), ("velurin_100", "safety")]
    walked = walk(library, TARN, answers)

    assert (walked.tree, shown(walked)) == (ON, {"visits", "refer"})


def test_what_an_event_clears_is_asked_again_in_the_other_tree(library: Library) -> None:
    walked = walk(library, TARN, [*TREATED, ("quill_tea", "no"), ("velurin_100", "failure")])

    assert (asked(walked), walked.outcomes) == ("quill_tea", ())


def test_a_jump_carries_what_is_known_over_to_the_other_tree() -> None:
    ends = (action("a"), action("b"))
    small = library_of(
        one=(question("p", OtherTree("two"), "a"), ends[0]),
        two=(question("q", "p", "b"), question("p", "a", "b"), *ends),
    )
    walked = walk(small, "one", {"p": "yes", "q": "yes"})

    assert [(step.tree, step.node.id) for step in walked.steps] == [("c/one", "p"), ("c/two", "q"), ("c/two", "p")]
    assert [(each.tree, each.node.id) for each in walked.outcomes] == [("c/two", "a")]


def test_an_answer_that_nothing_asked_for_is_reported(library: Library) -> None:
    walked = walk(library, TARN, {"pain": "unknown", "nodule_size": 3, "velurin_cautions": "iron,fever"})

    assert {key: known.written for key, known in walked.unused.items()} == {
        "nodule_size": "3",
        "velurin_cautions": "iron,fever",
    }


def test_an_answer_that_an_event_cleared_before_anything_asked_for_it_is_reported(library: Library) -> None:
    walked = walk(library, TARN, [*TREATED, ("quill_tea", "no"), ("velurin_100", "failure"), ("quill_tea", "yes")])

    assert shown(walked) == {"no_osmatil_with_tea"}
    assert {key: known.written for key, known in walked.unused.items()} == {"quill_tea": "no"}


def test_an_answer_that_was_used_is_not_reported(library: Library) -> None:
    assert walk(library, TARN, TREATED).unused == {}
    assert walk(library, TARN, [*TREATED, ("velurin_100", "failure"), ("quill_tea", "yes")]).unused == {}


def test_walking_never_changes_the_library(library: Library) -> None:
    before = {name: plain(tree) for name, tree in library.trees.items()}
    for name, tree in library.trees.items():
        for node in tree.nodes:
            for way in () if isinstance(node, OUTCOMES) else ways(node):
                walk(library, name, {node.id: way.code})

    assert {name: plain(tree) for name, tree in library.trees.items()} == before
