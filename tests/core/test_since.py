"""What has changed since: a note says no more than its words, and a reader of a walk meets it before the advice."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.commands import copy_of_the_invented, run
from helpers.commands import replace as write_instead
from helpers.small import DRUG, SOURCE, action, library_of, quote

from trees.core.check import check
from trees.core.check.since import newer_sources_are_newer, notes_are_sound, nothing_rests_on_what_is_newer
from trees.core.digest import digest
from trees.core.judge import quotes_on
from trees.core.library import Library, load
from trees.core.register import ACTION, Register, Statement
from trees.core.since import ADDS, DOES_NOT_SAY, NotFound, Since, SinceKind
from trees.core.wording import since_in_short, since_in_tree, since_kind, since_mark

NEWER = replace(SOURCE, id="n", short="N 2022", date="2022-02-02")
WORDS = quote("may be given at 100 mg daily", "N1", source=NEWER)
NOTE = Since("dose", NEWER, change=ADDS, topic="The dose", says="100 mg daily may be given.", because=WORDS)
GIST = Statement("N1", kind=ACTION, at="Velurin, sentence 1", gist="It is given.", line=1, begins="a", ends="b")


def with_note(note: Since, gist: Statement = GIST) -> Library:
    watch = replace(action("watch", quote("it may be watched")), since=(note,))
    library = library_of(t=(watch,))
    collection = replace(library.collections["c"], newer=(NEWER,))
    register = Register(NEWER, whole=False, statements=(gist,))
    return replace(
        library,
        collections={"c": collection},
        since={"c": {note.id: note}},
        registers={**library.registers, "n": register},
        drugs={DRUG.id: DRUG},
    )


def found(note: Since, gist: Statement = GIST) -> list[str]:
    return [problem.text for problem in notes_are_sound(with_note(note, gist))]


def test_a_note_that_says_what_its_words_say_is_sound() -> None:
    assert found(NOTE) == []
    assert found(replace(NOTE, change=DOES_NOT_SAY, says="It says nothing.", because=NotFound(("a dose",)))) == []


@pytest.mark.parametrize("field", ["topic", "says"])
def test_a_number_or_an_order_that_no_quote_has_is_named_in_the_topic_and_in_what_is_said(field: str) -> None:
    assert found(replace(NOTE, **{field: "200 mg daily"})) == [
        "'dose' says 200 mg of N 2022, but none of its quotes does."
    ]
    assert found(replace(NOTE, **{field: "It must be given"})) == [
        "'dose' says 'must' of N 2022, but none of its quotes does. The source says 'may'."
    ]


def test_a_number_of_a_note_that_nothing_was_found_is_named() -> None:
    note = replace(NOTE, change=DOES_NOT_SAY, says="The 100 mg are gone.", because=NotFound(("a dose",)))
    assert found(note) == ["'dose' says 100 mg of N 2022, but none of its quotes does."]


def test_a_drug_is_named_where_a_quote_or_the_register_of_its_statement_names_it_and_nowhere_else() -> None:
    named = replace(NOTE, says="Velurin may be given at 100 mg daily.")
    elsewhere = replace(GIST, at="sentence 1")

    assert found(named) == []
    assert found(named, elsewhere) == ["'dose' names Velurin, but none of its quotes does."]
    assert found(named, replace(elsewhere, gist="Velurin is given.")) == []


@pytest.mark.parametrize(
    ("change", "because"), [(ADDS, NotFound(("a dose",))), (DOES_NOT_SAY, WORDS), (DOES_NOT_SAY, (WORDS,))]
)
def test_quotes_and_words_that_were_not_found_belong_to_their_own_changes(change: SinceKind, because: object) -> None:
    wrong = "'dose' wants NotFound(…) with DOES_NOT_SAY, and quotes with any other change."
    assert wrong in found(replace(NOTE, change=change, because=because))


@pytest.mark.parametrize("because", [(), NotFound(())])
def test_a_note_without_words_is_refused(because: object) -> None:
    change = DOES_NOT_SAY if isinstance(because, NotFound) else ADDS
    assert "'dose' has no words to rest on." in found(replace(NOTE, change=change, because=because))


@pytest.mark.parametrize(("date", "newer"), [("2020-01-02", True), ("2020-01-01", False), ("2019-12-31", False)])
def test_a_newer_source_is_later_by_a_day_at_least(date: str, newer: bool) -> None:
    library = with_note(NOTE)
    collection = replace(library.collections["c"], newer=(replace(NEWER, date=date),))
    said = list(newer_sources_are_newer(replace(library, collections={"c": collection})))

    assert SOURCE.date == "2020-01-01"
    assert bool(said) != newer


def test_the_notes_of_an_outcome_are_no_part_of_what_it_rests_on() -> None:
    library = with_note(NOTE)
    tree = library.trees["c/t"]

    assert list(nothing_rests_on_what_is_newer(library, "c/t", tree)) == []
    assert WORDS not in quotes_on(tree.nodes[0], own=True)
    assert WORDS not in quotes_on(tree.nodes[0], own=False)


def test_the_hash_of_a_tree_covers_its_notes_and_the_newer_sources() -> None:
    library = with_note(NOTE)
    tree, collection = library.trees["c/t"], library.collections["c"]
    without = replace(tree, nodes=tuple(replace(node, since=()) for node in tree.nodes))
    other = with_note(replace(NOTE, says="It may be given at 100 mg daily.")).trees["c/t"]

    hashes = {digest(replace(library, trees={"c/t": each}), "c/t") for each in (tree, without, other)}
    alone = replace(library, collections={"c": replace(collection, newer=())})
    assert len(hashes | {digest(alone, "c/t")}) == 4


def test_the_tag_of_an_outcome_tells_the_most_that_a_newer_source_does_and_the_last_year_of_one_that_does() -> None:
    (watch,) = with_note(NOTE).trees["c/t"].nodes
    gone = replace(NOTE, id="gone", change=DOES_NOT_SAY, because=NotFound(("a dose",)))
    later = replace(NOTE, id="later", source=replace(NEWER, short="N 2023", date="2023-01-01"))

    assert since_mark(watch) == "+ 2022"
    assert since_mark(replace(watch, since=(NOTE, later))) == "+ 2023"
    # The source of 2023 does not leave it out: only that of 2022 does.
    assert since_mark(replace(watch, since=(NOTE, later, gone))) == "– 2022"
    assert since_mark(replace(watch, since=())) == ""
    assert [since_kind(replace(watch, since=each)) for each in ((), (NOTE, gone))] == [None, DOES_NOT_SAY]
    assert since_in_tree([watch, replace(watch, since=(later,))]) == "Since then, N 2022, N 2023: notes in that tree."
    assert since_in_tree([replace(watch, since=())]) == ""
    assert since_in_short(replace(watch, since=(NOTE, later, gone, NOTE))) == (
        "Since then, N 2022 adds to it and does not say this. Since then, N 2023 adds to it."
    )


WALK = ("walk", "example/tarn_nodule", "pain=yes", "biopsy_done=yes", "quill_variant=no")


def test_a_walk_tells_what_has_changed_since_before_the_outcome_with_words_date_and_address(tmp_path: Path) -> None:
    said = run("--folder", copy_of_the_invented(tmp_path), *WALK).stdout

    assert (
        "Since then, Invented 2024 says otherwise: The first dose of velurin for a painful nodule\n"
        "  75 mg daily; later more of it when that is needed and tolerated.\n"
        "  “treated with velurin at 75 mg daily” (Invented 2024, F01)\n"
        "  “later with more of it when that is needed” (Invented 2024, F01)\n"
        "  Invented 2024, 2024-03-31, https://example.org/tarn-nodules-2\n"
        "Treatment: Velurin 100 mg daily\n"
    ) in said
    assert "Every outcome was held against Invented 2024 (2024-03-31)." in said.splitlines()[-1]


def test_a_walk_tells_which_words_were_not_found(tmp_path: Path) -> None:
    said = run("--folder", copy_of_the_invented(tmp_path), "walk", "example/after_velurin", "quill_tea=yes").stdout

    assert "Since then, Invented 2024 does not say this: Osmatil and quill tea\n" in said
    assert "  Searched for and not found: “quill tea”.\n" in said
    assert said.index("Searched for") < said.index("Advice against:")


def test_a_walk_as_json_has_what_has_changed_since_before_what_is_said(tmp_path: Path) -> None:
    (outcome,) = json.loads(run("--folder", copy_of_the_invented(tmp_path), *WALK, "--json").stdout)["outcomes"]
    keys = list(outcome)

    assert keys.index("since") < min(keys.index(each) for each in ("says", "drug", "dose", "quotes"))
    (note,) = outcome["since"]
    assert (note["change"], note["source"], note["date"]) == (
        "Since then, Invented 2024 says otherwise",
        "Invented 2024",
        "2024-03-31",
    )
    assert note["quotes"][0]["text"] == "treated with velurin at 75 mg daily"
    assert note["not_found"] == []


def test_words_of_a_note_that_its_source_does_not_say_are_refused_without_the_text(tmp_path: Path) -> None:
    copy = copy_of_the_invented(tmp_path)
    write_instead(copy / "example" / "since.py", "treated with velurin at 75 mg", "treated with velurin at 85 mg")
    said = [problem.text for problem in check(load(copy))]

    assert any("F01 of Invented 2024 does not say 'treated with velurin at 85 mg daily'" in text for text in said)
