"""Suspect words: whoever comes to what rests on them is told, until a person has compared them."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.commands import run
from helpers.histories import History
from helpers.suspects import REAL, SUSPECT, TOLD, WRITTEN, copy_with, mark_suspect, with_suspects

from trees.core.check import check
from trees.core.diff.comparison import Comparison, compare
from trees.core.diff.match import Edition
from trees.core.diff.text import item_line
from trees.core.digest import digest
from trees.core.export import export_data
from trees.core.library import Library, load
from trees.core.suspect import Cleared, Suspect
from trees.core.suspects import doubts_of_node, doubts_of_tree, doubts_of_way

TREE = "example/tarn_nodule"
CLEARED = Cleared(by="A Reader", date="2026-11-30", why="The dose is that of another disease.")
PAIN = ("walk", TREE, "pain=yes", "biopsy_done=yes", "quill_variant=no")
DOUBTED = with_suspects(SUSPECT)


def steps_told(library: Library, name: str) -> dict[str, list[str]]:
    return {node.id: [str(each) for each in doubts_of_node(library, node)] for node in library.trees[name].nodes}


def test_nothing_is_suspect_in_what_is_shipped() -> None:
    assert [each for register in REAL.registers.values() for each in register.suspects] == []


def test_an_outcome_that_rests_on_suspect_words_says_so_and_another_does_not() -> None:
    told = steps_told(DOUBTED, TREE)

    assert told["velurin_100"] == [TOLD]
    assert told["watch"] == []


def test_an_answer_whose_condition_is_suspect_says_so() -> None:
    tree = DOUBTED.trees[TREE]
    told = {way.code: doubts_of_way(DOUBTED, way) for node in tree.nodes if node.id == "pain" for way in node.answers}  # type: ignore[union-attr]

    assert [str(each) for each in told["yes"]] == [TOLD]
    assert told["unknown"] == []


def test_a_tree_names_the_steps_that_rest_on_suspect_words_each_once() -> None:
    ((doubt, at),) = doubts_of_tree(DOUBTED, DOUBTED.trees[TREE])

    assert str(doubt) == TOLD
    assert len(at) == len(set(at)) > 1


def test_a_cleared_statement_is_no_longer_suspect() -> None:
    library = with_suspects(replace(SUSPECT, cleared=CLEARED))

    assert doubts_of_tree(library, library.trees[TREE]) == []


def test_a_statement_that_changed_again_after_it_was_cleared_is_suspect_again() -> None:
    again = replace(SUSPECT, found="2027-01-02")
    library = with_suspects(replace(SUSPECT, cleared=CLEARED), again)
    ((doubt, _),) = doubts_of_tree(library, library.trees[TREE])

    assert doubt.suspect is again


def test_the_hash_of_a_tree_changes_when_its_words_become_suspect_and_is_as_before_when_that_is_cleared() -> None:
    before = digest(REAL, TREE)

    assert digest(DOUBTED, TREE) != before
    assert digest(with_suspects(replace(SUSPECT, says="Otherwise.")), TREE) not in (before, digest(DOUBTED, TREE))
    assert digest(with_suspects(replace(SUSPECT, cleared=CLEARED)), TREE) == before


def test_the_hash_of_a_tree_that_rests_on_other_words_stays() -> None:
    other = with_suspects(replace(SUSPECT, statement="E08"))

    assert digest(other, TREE) == digest(REAL, TREE)
    assert digest(other, "example/after_velurin") != digest(REAL, "example/after_velurin")


def test_a_suspect_trial_makes_the_outcome_suspect_that_names_it() -> None:
    assert steps_told(with_suspects(replace(SUSPECT, statement="E12")), TREE)["velurin_100"] != []


def test_a_walk_tells_that_words_are_suspect_before_the_outcome_and_at_the_answer(tmp_path: Path) -> None:
    copy = copy_with(tmp_path, WRITTEN)
    said = run("--folder", copy, *PAIN).stdout
    asked = run("--folder", copy, "walk", TREE).stdout

    assert f"{TOLD}\nSince then, Invented 2024 says otherwise" in said
    assert said.index(TOLD) < said.index("Treatment: Velurin 100 mg daily")
    assert f"  pain=yes  Yes\n      {TOLD}\n" in asked


def test_a_walk_as_json_has_what_is_suspect_before_what_is_said(tmp_path: Path) -> None:
    (outcome,) = json.loads(run("--folder", copy_with(tmp_path, WRITTEN), *PAIN, "--json").stdout)["outcomes"]
    keys = list(outcome)

    assert outcome["suspect"] == [TOLD]
    assert keys.index("suspect") < min(keys.index(each) for each in ("since", "says", "drug", "dose"))


def test_the_export_has_every_suspect_and_tells_it_at_each_step_and_answer() -> None:
    (collection,) = json.loads(json.dumps(export_data(DOUBTED, ["example"])))["collections"]
    nodes = {node["id"]: node for tree in collection["trees"] for node in tree["nodes"]}

    assert collection["suspects"] == [
        {
            "source": "example_2020",
            "statement": "E04",
            "found": "2026-11-22",
            "change": "reworded",
            "says": "It now names another dose.",
            "cleared": None,
        }
    ]
    assert nodes["velurin_100"]["suspect"] == [TOLD]
    assert nodes["watch"]["suspect"] == []
    assert {way["code"]: way["suspect"] for way in nodes["pain"]["ways"]}["yes"] == [TOLD]


def test_the_export_says_who_cleared_what_and_why() -> None:
    library = with_suspects(replace(SUSPECT, cleared=CLEARED))
    (collection,) = json.loads(json.dumps(export_data(library, ["example"])))["collections"]

    assert collection["suspects"][0]["cleared"] == {
        "by": "A Reader",
        "date": "2026-11-30",
        "why": "The dose is that of another disease.",
    }


def test_a_suspect_that_is_written_down_well_is_read_and_nothing_is_wrong(tmp_path: Path) -> None:
    by = 'cleared=Cleared(by="A Reader", date="2026-11-30", why="It is as before.")'
    copy = copy_with(tmp_path, WRITTEN, f'Suspect("E08", found="2026-11-22", change=GONE, says="It is gone.", {by})')
    library = load(copy)

    assert check(library) == []
    assert [each.statement for each in library.registers["example_2020"].suspects] == ["E04", "E08"]


def test_the_comparison_says_what_is_suspect_now_and_what_is_not_any_more() -> None:
    as_it_was, doubted = Edition(REAL, "example"), Edition(DOUBTED, "example")
    line = f"tree, suspect: At 1, 2, B, D, F, G. {TOLD}"

    assert lines(compare(doubted, doubted)) == []
    assert lines(compare(as_it_was, doubted)) == [f"added    {line}"]
    assert lines(compare(doubted, as_it_was)) == [f"removed  {line}"]


def test_a_source_that_has_become_suspect_is_compared_with_what_was_committed_and_wants_no_note(
    history: History,
) -> None:
    mark_suspect(history.trees, WRITTEN)
    done = history.diff("v1", "--check")

    assert (done.returncode, done.stderr) == (0, "")
    assert f"  added    tree, suspect: At 1, 2, B, D, F, G. {TOLD}\n" in done.stdout


def lines(found: Comparison) -> list[str]:
    """What is said of the trees of a comparison."""
    return [item_line(item) for tree in found.trees for item in tree.items]


SOUND = "E04", "2026-11-22"


def made(statement: str, found: str) -> Suspect:
    return replace(SUSPECT, statement=statement, found=found)


@pytest.mark.parametrize(
    ("suspects", "wrong"),
    [
        ([made("E99", "2026-11-22")], "'E99' is called suspect, and Invented 2020 has no such statement."),
        ([made("E04", "2020-02-28")], "'E04' is found suspect on 2020-02-28, and Invented 2020 is of 2020-02-29."),
        ([made("E04", "2026-02-30")], "'2026-02-30' is not a date such as 2014-02-25."),
        ([made("E04", "")], "'' is not a date such as 2014-02-25."),
        ([made(*SOUND), made(*SOUND)], "'E04' was found suspect on 2026-11-22 already, at "),
        (
            [replace(SUSPECT, cleared=replace(CLEARED, date="2026-11-21"))],
            "'E04' is cleared on 2026-11-21, and was found suspect later, on 2026-11-22.",
        ),
        ([replace(SUSPECT, cleared=replace(CLEARED, by=" "))], "'by' is empty."),
        ([replace(SUSPECT, cleared=replace(CLEARED, why=""))], "'why' is empty."),
    ],
    ids=["no such statement", "too early", "no day", "not filled in", "twice", "cleared too early", "no who", "no why"],
)
def test_a_suspect_that_cannot_be_is_refused(suspects: list[Suspect], wrong: str) -> None:
    said = [problem.text for problem in check(with_suspects(*suspects))]

    assert any(wrong in text for text in said), said


def test_a_suspect_found_on_the_day_of_its_source_or_cleared_on_the_day_it_was_found_is_sound() -> None:
    same_day = replace(SUSPECT, found="2020-02-29", cleared=replace(CLEARED, date="2020-02-29"))

    assert check(with_suspects(same_day)) == check(REAL) == []
