"""The one picture of both editions: every box and every line of either, with what became of it, and none crossed."""

import random
import re
from dataclasses import replace

import pytest
from helpers.small import action, answer, library_of, question
from mutants.every import every_mutant
from mutants.parts import Parts

from macros.diagram.check import crossings, disorder
from macros.diagram.draw import lay_out
from macros.diagram.tags import BADGE_OUT, HALF_A_HEAD, badge_width
from macros.diff.merge import Merged, merged
from macros.diff.picture import CUT_OFF, NOT_DRAWN, picture
from trees.core.branches import Event, Item, OtherTree
from trees.core.check import walkable
from trees.core.diff.comparison import TreeDiff, compare
from trees.core.diff.items import ADDED, CHANGED, REMOVED
from trees.core.diff.match import Edition
from trees.core.library import Library
from trees.core.nodes import CURRENT, OUTCOMES, Checklist, Node, ways

STRUCTURAL = ("target", "pair of answers", "answer dropped", "node dropped", "dose number", "edge of a band", "jump")


def both(before: Library, after: Library, tree: str = "t", collection: str = "c") -> TreeDiff:
    found = compare(Edition(before, collection), Edition(after, collection))
    return next(each for each in found.trees if each.name == tree)


def of(before: tuple[Node, ...], after: tuple[Node, ...]) -> Merged:
    return merged(both(library_of(t=before), library_of(t=after)))


def shown(made: Merged) -> dict[str, list[str]]:
    return {node.id: [way.says for way in ways(node)] for node in made.tree.nodes}


def test_an_answer_that_leads_elsewhere_is_shown_with_both_its_ways() -> None:
    first = (question("q", {"yes": "a", "no": "b", "unknown": "b"}), action("a"), action("b"))
    then = (question("q", {"yes": "b", "no": "b", "unknown": "b"}), action("a"), action("b"))
    made = of((*first, question("r", {"yes": "a"})), (*then, question("r", {"yes": "a"})))

    assert shown(made)["q"] == ["+ Yes", "− Yes", "No", "Unknown"]
    assert made.became["q"] is CHANGED
    assert made.badge["q"] == "1 changed"
    assert made.became["q:yes"] is ADDED
    assert made.became["q:yes, before"] is REMOVED


def test_what_is_gone_stands_after_what_it_stood_after() -> None:
    before = (question("q", {"yes": "a", "no": "b", "unknown": "c"}), action("a"), action("b"), action("c"))
    after = (question("q", {"yes": "a", "unknown": "c"}), action("a"), action("c"))
    made = of(before, after)

    assert [node.id for node in made.tree.nodes] == ["q", "a", "b", "c"]
    assert made.badge == {"q": "1 changed", "a": "A", "b": "B gone", "c": "B"}
    assert made.became["b"] is REMOVED
    assert shown(made)["q"] == ["Yes", "Unknown", "− No"]


def test_a_question_that_is_new_has_its_answers_marked_as_new() -> None:
    before = (question("q", {"yes": "a", "no": "b", "unknown": "b"}), action("a"), action("b"))
    after = (
        question("q", {"yes": "r", "no": "b", "unknown": "b"}),
        question("r", {"yes": "a", "no": "b", "unknown": "b"}),
        action("a"),
        action("b"),
    )
    made = of(before, after)

    assert made.badge["r"] == "2 new"
    assert shown(made)["r"] == ["+ Yes", "+ No", "+ Unknown"]
    assert shown(made)["q"] == ["+ Yes", "− Yes", "No", "Unknown"]


def test_a_box_whose_words_changed_has_both_words() -> None:
    before = (question("q", {"yes": "a", "unknown": "b"}), action("a"), action("b"))
    after = (before[0], replace(action("a"), says="Another thing"), action("b"))
    made = of(before, after)

    assert made.says(after[1]) == "Another thing (was: a)"


def test_two_questions_that_changed_places_lead_round_in_no_circle() -> None:
    before = (
        question("q", {"yes": "r", "unknown": "b"}),
        question("r", {"yes": "a", "unknown": "b"}),
        action("a"),
        action("b"),
    )
    after = (
        question("r", {"yes": "q", "unknown": "b"}),
        question("q", {"yes": "a", "unknown": "b"}),
        action("a"),
        action("b"),
    )
    made = of(before, after)
    layout = lay_out(made.tree, badge=made.badge, tree_title=made.titles.__getitem__, words=made.says)
    gone = next(way for node in made.tree.nodes if node.id == "q" for way in ways(node) if way.says == "− Yes")

    assert gone.to == OtherTree("#r")
    assert made.titles["#r"] == "Back to 1 changed"
    assert crossings(layout) == 0


def test_a_question_that_became_an_outcome_is_shown_as_both() -> None:
    before = (
        question("q", {"yes": "r", "unknown": "b"}),
        question("r", {"yes": "a", "unknown": "b"}),
        action("a"),
        action("b"),
    )
    after = (question("q", {"yes": "r", "unknown": "b"}), action("r"), action("b"))
    made = of(before, after)

    assert [node.id for node in made.tree.nodes if node.id.startswith("r")] == ["r, before", "r"]
    assert shown(made)["q"] == ["+ Yes", "− Yes", "Unknown"]


def test_the_marks_of_a_picture_are_words_and_signs_and_no_box_is_a_link() -> None:
    before = (question("q", {"yes": "a", "no": "b", "unknown": "b"}), action("a"), action("b"))
    after = (question("q", {"yes": "a", "no": "c", "unknown": "c"}), action("a"), action("c"))
    drawn = str(picture(both(library_of(t=before), library_of(t=after))))

    assert 'class="n k-action is-removed" data-id="b"' in drawn
    assert 'class="n k-action is-added" data-id="c"' in drawn
    assert 'class="n k-chip is-added" data-id="q:no"' in drawn
    assert 'class="e is-removed" data-from="q:no, before" data-to="b"' in drawn
    assert "B gone" in drawn
    assert "B new" in drawn
    assert "<a " not in drawn
    assert NOT_DRAWN not in drawn


def test_the_sign_of_an_answer_that_is_gone_is_not_struck_through_with_its_words() -> None:
    before = (question("q", {"yes": "a", "no": "b", "unknown": "b"}), action("a"), action("b"))
    after = (question("q", {"yes": "a", "no": "c", "unknown": "c"}), action("a"), action("c"))
    drawn = str(picture(both(library_of(t=before), library_of(t=after))))

    assert '>− <tspan class="gone">No</tspan> </text>' in drawn
    assert '><tspan class="gone">b</tspan> </text>' in drawn
    assert ">+ No </text>" in drawn
    assert drawn.count('class="gone"') == 3


def test_a_box_to_which_nothing_leads_any_more_says_so_and_the_caption_says_what_that_is() -> None:
    before = (question("q", {"yes": "a", "no": "b", "unknown": "b"}), action("a"), action("b"))
    after = (question("q", {"yes": "b", "no": "b", "unknown": "b"}), action("a"), action("b"))
    diff = both(library_of(t=before), library_of(t=after))
    drawn = str(picture(diff))

    assert merged(diff).cut_off == {"a"}
    assert 'class="n k-action is-cut-off" data-id="a"' in drawn
    assert "A cut off" in drawn
    assert CUT_OFF in drawn
    assert merged(both(library_of(t=after), library_of(t=before))).cut_off == set()
    assert CUT_OFF not in str(picture(both(library_of(t=after), library_of(t=before))))


def test_what_only_an_event_or_a_checklist_leads_to_is_not_cut_off() -> None:
    listed = Checklist(
        "c",
        asks="c?",
        means="m",
        lasts=CURRENT,
        items=(Item("i", "I", to="b"),),
        none=answer("none", "a"),
        unknown=answer("unknown", "a"),
        always="d",
    )
    before = (
        question("q", {"yes": "c", "no": "a", "unknown": "a"}),
        listed,
        action("a", then=(Event("more", "More", to="e"),)),
        *(action(name) for name in "bde"),
    )
    after = (*before[:-1], replace(action("e"), says="Another thing"))

    assert of(before, after).cut_off == set()


@pytest.mark.parametrize("became", ["changed", "cut off", "new"])
def test_a_line_to_a_short_box_stays_clear_of_the_tag_that_says_what_became_of_it(became: str) -> None:
    tree = library_of(t=(question("q", {"yes": "a", "no": "b", "unknown": "b"}), action("a"), action("b"))).trees["c/t"]
    layout = lay_out(tree, badge={"q": "1", "a": f"A {became}", "b": "B"}, tree_title=str)
    boxes = {placed.box.id: placed for placed in layout.boxes}

    assert boxes["a"].x - BADGE_OUT + badge_width(f"A {became}") + HALF_A_HEAD <= boxes["a"].middle
    assert boxes["b"].box.width < boxes["a"].box.width


@pytest.fixture(scope="module")
def mutants(library: Library) -> list[TreeDiff]:
    """Differences that a changed fact makes in the trees of this repository, a few of each kind that moves a line."""
    parts = Parts(library)
    every = every_mutant(parts)
    found: list[TreeDiff] = []
    for kind in STRUCTURAL:
        some = random.Random(7).sample([each for each in every if each.kind == kind], 2)
        for mutant in some:
            after = parts.changed(mutant.instead)
            if walkable(after):
                # A way that leads nowhere, or round in a circle, is refused before anything is compared.
                continue
            names = [name for name, tree in library.trees.items() if after.trees[name] is not tree]
            for collection in {name.partition("/")[0] for name in names}:
                found += compare(Edition(library, collection), Edition(after, collection)).trees
    return [each for each in found if each.tally.changed]


def test_the_picture_of_every_changed_fact_has_all_of_both_editions_and_nothing_crosses(
    mutants: list[TreeDiff],
) -> None:
    assert len(mutants) > 8
    for diff in mutants:
        made = merged(diff)
        titles = {**made.titles, **{name: name for name in every_tree(diff)}}
        layout = lay_out(made.tree, badge=made.badge, tree_title=titles.__getitem__, words=made.says)

        assert (crossings(layout), disorder(layout)) == (0, 0), diff.name
        ids = {node.id for node in made.tree.nodes}
        for edition, name in (
            (diff.patients.joint.matching.before, diff.before),
            (diff.patients.joint.matching.after, diff.after),
        ):
            assert {node.id for node in edition.trees[str(name)].nodes} <= ids
        assert counted(made, "−") == lines_only_in(diff, earlier=True), diff.name
        assert counted(made, "+") == lines_only_in(diff, earlier=False), diff.name


def every_tree(diff: TreeDiff) -> set[str]:
    matching = diff.patients.joint.matching
    short = {*matching.before.trees, *matching.after.trees}
    return short | {f"{edition.collection}/{name}" for edition in (matching.before, matching.after) for name in short}


def counted(made: Merged, sign: str) -> int:
    """Return how many answers of a picture have a sign."""
    asked = (node for node in made.tree.nodes if not isinstance(node, OUTCOMES))
    return sum(way.says.startswith(f"{sign} ") for node in asked for way in ways(node))


def lines_only_in(diff: TreeDiff, *, earlier: bool) -> int:
    """Return how many answers lead from one node to another in one edition alone: counted from the trees themselves."""
    matching = diff.patients.joint.matching
    one, other = (
        {
            (node.id, way.code, str(way.to))
            for node in edition.trees[str(name)].nodes
            if not isinstance(node, OUTCOMES)
            for way in ways(node)
        }
        for edition, name in ((matching.before, diff.before), (matching.after, diff.after))
    )
    return len(one - other) if earlier else len(other - one)


def test_a_tree_that_cannot_be_drawn_says_so_and_loses_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise ValueError("lines cross")

    monkeypatch.setattr("macros.diff.picture.lay_out", refuses)
    before = (question("q", {"yes": "a", "unknown": "b"}), action("a"), action("b"))
    after = (question("q", {"yes": "b", "unknown": "b"}), action("b"))

    assert NOT_DRAWN in picture(both(library_of(t=before), library_of(t=after)))


def test_words_of_a_tree_stay_text_in_a_picture() -> None:
    before = (question("q", {"yes": "a", "unknown": "b"}), action("a"), action("b"))
    after = (before[0], replace(action("a"), says="<script>x</script>"), action("b"))
    drawn = str(picture(both(library_of(t=before), library_of(t=after))))

    assert "<script" not in drawn
    assert re.search("&lt;script&gt;", drawn)
