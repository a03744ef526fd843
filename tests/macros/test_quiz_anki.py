"""The cards for Anki: taken in by Anki itself, told by their cases, brought up to date, shown, and answered."""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from helpers.present import absent
from helpers.quizzes import HOSTILE, WHERE, hostile, published, whole

from macros.put import PutCase
from macros.quiz.anki import FIELDS, MODEL, anki
from macros.quiz.behind import asks
from macros.quiz.style import BACK, FRONT, STYLE
from macros.quiz.whole import Whole
from macros.uses import Uses
from trees.core.report import hash_of

INVENTED = next(name for name, each in published().library.collections.items() if each.invented)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    """An empty collection of the real program."""
    try:
        from anki.collection import Collection
    except ImportError:
        absent("the Python package anki is not installed: no card was taken in by Anki itself")
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def taken_in(collection: Any, content: bytes, folder: Path) -> Any:
    """Let Anki import a package, as a reader does who double-clicks it, and return its log."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    path = folder / "cases.apkg"
    path.write_bytes(content)
    options = ImportAnkiPackageOptions()
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log


def notes(collection: Any) -> dict[str, Any]:
    found = (collection.get_note(each) for each in collection.find_notes(""))
    return {note["Name"]: note for note in found}


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL)).split())


def changed(uses: Uses, name: str, case: str, says: str) -> Uses:
    """Return the same cases, one of them in other words."""
    known = [
        PutCase(replace(put.case, says=says), put.walks) if put.case.id == case else put for put in uses.cases[name]
    ]
    return Uses(uses.library, {**uses.cases, name: known})


@pytest.mark.parametrize("name", published().library.collections)
def test_anki_takes_in_every_case_once_under_its_tree(name: str, collection: Any, tmp_path: Path) -> None:
    all_of_it = whole(name)
    content = anki(all_of_it)
    log = taken_in(collection, content, tmp_path)
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (len(all_of_it.items), 0, 0)
    found = notes(collection)
    assert set(found) == {item.id for item in all_of_it.items}
    titles = {item.name: f"{all_of_it.title}::{all_of_it.of(item.name).title}" for item in all_of_it.items}
    decks = {each.id: each.name for each in collection.decks.all_names_and_ids()}
    assert set(titles.values()) <= set(decks.values())
    for item in all_of_it.items:
        note = found[item.id]
        assert note.note_type()["name"] == MODEL
        assert note.keys() == list(FIELDS)
        assert {decks[card.did] for card in note.cards()} == {titles[item.name]}
        assert note.tags == [name, f"{name}::{item.tree.id}"]
        assert words(note["Case"]) == " ".join(item.case.says.split())
        assert asks(item) in words(note["Question"])
        assert all(" ".join(end.says.split()) in words(note["Answer"]) for end in item.right)
        assert all(end.says in words(note["Others"]) for end in item.wrong)
        for newer in (each for _, node in item.outcomes for each in node.since):
            assert " ".join(newer.says.split()) in words(note["Since"])
    again = taken_in(collection, content, tmp_path)
    assert (len(again.new), len(again.updated)) == (0, 0)
    assert len(notes(collection)) == len(all_of_it.items)


def test_a_newer_file_brings_a_note_up_to_date_and_keeps_what_was_learned(collection: Any, tmp_path: Path) -> None:
    taken_in(collection, anki(whole(INVENTED)), tmp_path)
    first = next(iter(notes(collection).values()))
    case = first["Name"].partition("/")[2]
    card = first.cards()[0]
    collection.decks.select(card.did)
    collection.decks.set_current(card.did)
    for _ in range(3):
        shown = collection.sched.getCard()
        shown.start_timer()
        collection.sched.answerCard(shown, 3)
    learned = collection.db.scalar("select count() from revlog")
    assert learned == 3
    later = Whole(changed(published(), INVENTED, case, "Other words."), INVENTED, replace(WHERE, day="2026-12-24"))
    log = taken_in(collection, anki(later), tmp_path)
    assert len(log.new) == 0
    assert notes(collection)[first["Name"]]["Case"] == "Other words."
    assert notes(collection)[first["Name"]].id == first.id
    assert collection.db.scalar("select count() from revlog") == learned


def test_anki_shows_a_card_with_what_is_newer_before_the_answer(collection: Any, tmp_path: Path) -> None:
    all_of_it = whole(INVENTED)
    taken_in(collection, anki(all_of_it), tmp_path)
    found = notes(collection)
    for item in all_of_it.items:
        shown = found[item.id].cards()[0].render_output()
        front, back = shown.question_text, shown.answer_text
        assert "{{" not in front + back
        assert item.case.says in words(front)
        assert "Nothing here is medicine." in words(front)
        assert all(end.says not in words(front) for end in item.right)
        said = words(back)
        for newer in (each for _, node in item.outcomes for each in node.since):
            assert said.index(newer.says) < said.index(item.right[0].says)
        for part in (f"{item.name}@{hash_of(item.library, item.name)}", "Not reviewed by a clinician", "CC BY 4.0"):
            assert part in said
        assert f'href="{WHERE.address}cases/{item.id.replace("/", "/#")}"' in back


def test_hostile_text_is_shown_as_text(collection: Any, tmp_path: Path) -> None:
    odd = Whole(hostile(tmp_path / "odd"), "odd", WHERE)
    taken_in(collection, anki(odd), tmp_path)
    (note,) = notes(collection).values()
    shown = note.cards()[0].render_output()
    assert " ".join(HOSTILE.split()) in words(shown.question_text).replace("\xa0", " ")
    assert "<script" not in shown.answer_text
    assert shown.question_av_tags == shown.answer_av_tags == []


def test_the_same_cases_make_the_same_bytes_with_the_day_of_the_site() -> None:
    content = anki(whole(INVENTED))
    assert content == anki(whole(INVENTED))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 22, 0, 0, 0)}
        database = archive.read("collection.anki2")
    assert database[96:100] == bytes(4)


def test_a_card_asks_nothing_from_elsewhere_and_has_colors_for_the_night() -> None:
    for text in (FRONT, BACK, STYLE):
        assert not re.search(r"https?:|url\(|@import|<script|<img|<link", text)
    day, night = (re.findall(r"--[\w]+(?=:)", part) for part in STYLE.split(".nightMode.card", 1))
    assert sorted(day) == sorted(night)
    assert BACK.index("{{Since}}") < BACK.index("{{Answer}}") < BACK.index("{{Basis}}")
    assert {*re.findall(r"{{[#/]?(\w+)}}", FRONT + BACK)} - {"FrontSide"} == {*FIELDS} - {"Name"}
