"""A case becomes a question with exactly one reading: the trees' own ends, and nothing wrong that the case reaches."""

from collections.abc import Iterator

from helpers.quizzes import published, whole

from macros.quiz.behind import asks
from macros.quiz.items import Item, items, not_put
from trees.core import wording
from trees.core.branches import OtherTree
from trees.core.evidence import quotes_of
from trees.core.judge import said_for
from trees.core.nodes import OUTCOMES, Choice, Treatment
from trees.core.walk import Walk, walk

USES = published()
LIBRARY = USES.library
ALL = [item for collection in LIBRARY.collections for item in items(USES, collection)]
INVENTED = {item.case.id: item for item in ALL if LIBRARY.collections[item.case.collection].invented}


def walks(item: Item) -> Iterator[Walk]:
    """Follow every way of a case by the walker alone."""
    for tree, answers in item.case.walks:
        given = [(key, value) for key, _, value in (each.partition("=") for each in answers)]
        yield walk(LIBRARY, f"{item.case.collection}/{tree}", given)


def offered(case: str) -> list[tuple[str, bool]]:
    item = INVENTED[case]
    return [(end.says, end in item.right) for end in item.offered]


def test_a_plain_case_offers_every_end_of_its_tree_and_one_is_right() -> None:
    assert offered("small_painless") == [
        ("Action: The nodule may be watched with ultrasound every 6 months", True),
        ("Left open: What to do with a painless nodule of 2 cm to 5 cm", False),
        ("Left open: What to do with a painless nodule that has not been measured", False),
        ("Left open: Whether to watch or to treat while it is not known if it hurts", False),
        ("Action: A biopsy is advised before any drug", False),
        ("Treatment: Velurin 100 mg daily, no word of strength [≠ 2024]", False),
        ("Treatment: Velurin 400 mg daily in split doses, “may”", False),
    ]
    assert asks(INVENTED["small_painless"]) == "Where does it lead for this patient?"


def test_at_a_choice_every_course_is_right_and_the_question_says_that_it_is_one() -> None:
    assert offered("after_velurin") == [
        ("Advice against: Osmatil should not be combined with quill tea [– 2024]", False),
        ("Treatment: Osmatil 50 mg daily, 3 weeks on, 1 week off, “may” [– 2024]", True),
        ("Action: The nodule may be removed by surgery", True),
        ("Action: Patient and doctor talk about both before they choose", True),
        ("Left open: Whether osmatil is an option while it is not known if the patient drinks quill tea", False),
        ("Treatment: Velurin at the lowest dose that helps, no word of strength", False),
    ]
    assert asks(INVENTED["after_velurin"]).startswith("Here it leaves a choice to patient and clinician.")


def test_a_course_that_was_not_chosen_is_never_wrong_and_the_question_tells_the_choice_and_the_time() -> None:
    item = INVENTED["after_velurin_prefers_a_drug"]
    assert [end.key for end in item.right] == ["osmatil_50"]
    assert not {"remove_nodule", "talk_about_both", "taking_osmatil"} & {end.key for end in item.wrong}
    time, choice = item.told()
    assert time.startswith("In time, after “Advice against: Osmatil should not be combined with quill tea")
    assert choice == "Of “Osmatil, or surgery?” this is chosen: Osmatil."


def test_what_leads_to_a_wrong_end_says_where_the_case_answers_otherwise() -> None:
    item = INVENTED["small_painless"]
    end = next(end for end in item.wrong if end.key == "size_not_known")
    assert item.why(end) == [
        "Does the nodule hurt? No.",
        "How large is the nodule? Not measured. For this patient: Less than 2 cm.",
    ]


def test_no_case_is_dropped() -> None:
    for collection, known in USES.cases.items():
        asked = [item.case.id for item in items(USES, collection)]
        assert sorted([*asked, *(case.id for case in not_put(USES, collection))]) == sorted(
            put.case.id for put in known
        )
        assert len(asked) == len(set(asked))


def test_the_right_ends_are_those_that_the_walker_gives() -> None:
    for item in ALL:
        first = list(walks(item))[item.number]
        keys = {end.key for end in item.right}
        if isinstance(first.asks, Choice):
            said = said_for(LIBRARY, item.case)
            inside = {key for key in keys if not key.startswith(">")}
            assert keys, item.id
            assert inside <= {each.partition("#")[2] for each in said.outcomes if each.startswith(f"{item.name}#")}
            assert {LIBRARY.jump(item.name, OtherTree(key[1:])) for key in keys - inside} <= said.trees, item.id
        else:
            assert (item.name, keys) == (first.tree, {each.node.id for each in first.outcomes}), item.id


def test_no_wrong_end_is_reached_by_any_way_of_the_case_nor_by_a_choice_that_it_passes() -> None:
    for item in ALL:
        wrong = {end.key for end in item.wrong}
        assert not wrong & {end.key for end in item.right}
        said = said_for(LIBRARY, item.case)
        assert not wrong & {each.partition("#")[2] for each in said.outcomes if each.startswith(f"{item.name}#")}, (
            item.id
        )
        for walked in walks(item):
            for step in (step for step in walked.steps if step.tree == item.name):
                passed = step.node.options if isinstance(step.node, Choice) else step.ways
                ends = {f">{way.to.name}" if isinstance(way.to, OtherTree) else way.to for way in passed}
                time = isinstance(step.node, OUTCOMES)
                assert not wrong & (ends if not time else {step.node.id}), item.id


def test_no_two_answers_of_a_question_read_the_same_and_no_wrong_one_has_the_words_of_a_right_one() -> None:
    for item in ALL:
        says = [end.says for end in item.offered]
        assert len(says) == len(set(says)), item.id
        assert not {end.title for end in item.right} & {end.title for end in item.wrong}, item.id


def test_every_treatment_that_is_offered_has_the_source_s_word_of_strength_and_the_mark_of_what_is_newer() -> None:
    seen = 0
    for item in ALL:
        for end in item.offered:
            if end.outcome is None:
                continue
            assert wording.since_mark(end.outcome) in end.says
            if isinstance(end.outcome, Treatment):
                seen += 1
                none = not any(quote.strength for quote in quotes_of(end.outcome.because))
                assert end.says.startswith(f"Treatment: {wording.title(end.outcome)}")
                assert ("no word of strength" if none else wording.firmly(end.outcome)) in end.says
    assert seen > 100


def test_every_mark_on_an_answer_is_explained_in_the_question() -> None:
    for item in ALL:
        marks = {wording.since_mark(end.outcome) for end in item.offered if end.outcome} - {""}
        assert set(item.marks()) == marks
        assert all(says.startswith("Since then, ") for says in item.marks().values())


def test_every_wrong_end_says_what_leads_to_it() -> None:
    assert all(item.why(end) for item in ALL for end in item.wrong)


def test_the_whole_names_its_sources_what_is_newer_its_state_and_its_use() -> None:
    for name, collection in LIBRARY.collections.items():
        rows = whole(name).rows()
        said = " ".join(f"{term}: {says}" for term, says in rows)
        for source in (*collection.sources, *collection.newer):
            assert f"{source.short}, {source.date}" in said
        for words in (collection.intended_use, "Not medical advice", "CC BY 4.0", "reviewed", "2026-11-22"):
            assert words.casefold() in said.casefold()
        assert ("Nothing here is medicine." in said) == collection.invented
