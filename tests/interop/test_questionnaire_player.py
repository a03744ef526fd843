"""Forms in LHC-Forms, a player of others, in a real browser: what a person clicks, and what they then see."""

import copy
import json

import pytest
from helpers.engine_patients import expected, grid, refused
from helpers.form_reader import as_filled_in, every, everywhere, in_order, patient_of, questions
from helpers.forms_of_trees import form_of, reading_of
from helpers.hostile_library import hostile_library
from helpers.lhc_forms import playing

pytestmark = pytest.mark.interop

TREES = (
    *("example/tarn_nodule", "example/after_velurin", "example/on_velurin"),
    *("gist_2017/first_line", "gist_2017/tki_safety", "gist_2017/liver_metastases"),
)
LONG_WAYS = "gist_2017/progression_on_imatinib"
"""A tree whose questions are reached on several ways, and whose last ones are asked after a measure."""
PUT_IN, CORRECTED = 12, 10
"""Patients of a tree whose answers are put in beforehand; rows of a tree whose first answer is corrected."""


@pytest.fixture(scope="module")
def player(tmp_path_factory):
    with playing(tmp_path_factory.mktemp("player")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def all_from_disk(player):
    """Hold the player to what it is given: it asks nobody, and nothing in it breaks."""
    yield
    assert [each for each in player.requests if not each.startswith(("file:", "data:", "blob:"))] == []
    assert player.complaints == []


def walked(library, name, patient):
    return in_order(expected(library, name, patient))


@pytest.mark.parametrize("name", TREES)
def test_what_is_clicked_shows_what_our_walker_says_and_is_what_is_exported(player, library, name):
    form = form_of(library, name)
    met = set()
    for row in reading_of(library, name).rows:
        patient = patient_of(row)
        answers = as_filled_in(form, patient)
        player.open(form)
        player.give(answers)
        told = player.told()
        assert told == walked(library, name, patient), answers
        assert player.response() == answers
        met |= {each["id"] for each in told}
    assert {node.id for node in library.trees[name].nodes} <= met


@pytest.mark.parametrize("name", [*TREES, LONG_WAYS])
def test_answers_that_are_put_in_beforehand_show_what_our_walker_says(player, library, name):
    form = form_of(library, name)
    for patient in grid(library.trees[name], PUT_IN):
        player.open(form, everywhere(form, patient))
        assert player.told() == walked(library, name, patient), patient


@pytest.mark.parametrize("name", ["example/tarn_nodule", "example/after_velurin", LONG_WAYS])
def test_when_the_first_answer_is_corrected_nothing_is_left_of_what_it_led_to(player, library, name):
    form = form_of(library, name)
    rows = [row for row in reading_of(library, name).rows if len(row.answers) > 1]
    corrected = 0
    for row in rows[:: max(1, len(rows) // CORRECTED)]:
        answers = as_filled_in(form, patient_of(row))
        first = next(iter(answers))
        question = next(each for each in form["item"] if each["linkId"] == first)
        for option in question["answerOption"]:
            other = {key: option["valueCoding"][key] for key in ("system", "code")}
            if other != answers[first]:
                player.open(form)
                player.give(answers)
                player.give({first: other})
                assert player.told() == walked(library, name, {first: other["code"]}), (answers, other)
                assert player.response() == {first: other}
                corrected += 1
    assert corrected


@pytest.mark.parametrize("name", ["example/tarn_nodule", "example/on_velurin", "gist_2017/first_line"])
def test_an_answer_that_is_not_offered_opens_nothing_when_it_is_put_in(player, library, name):
    form = form_of(library, name)
    for column, patient in refused(library.trees[name], library, name):
        if patient[column] != "":
            player.open(form, everywhere(form, patient))
            assert not {"show", "go on"} & {each["does"] for each in player.told()}, (column, patient)


def test_the_player_takes_a_code_that_is_left_out_for_the_first_answer_as_the_manual_warns(player, library):
    form = form_of(library, "gist_2017/first_line")
    (question,) = questions(form)
    first = question["answerOption"][0]["valueCoding"]
    player.open(form, {question["linkId"]: {"system": first["system"]}})
    assert player.response() == {question["linkId"]: {key: first[key] for key in ("system", "code")}}
    player.open(form, {question["linkId"]: {"system": first["system"], "display": "Something else"}})
    assert player.response() == {}


def test_a_number_that_is_said_to_be_unknown_is_refused_until_one_of_both_is_taken_back(player, library):
    name = "example/tarn_nodule"
    form = form_of(library, name)
    both = {"pain": "no", "nodule_size": 1, "nodule_size__unknown": "unknown"}
    for left_over in ("nodule_size", "nodule_size__unknown"):
        player.open(form)
        player.give(everywhere(form, both))
        assert [each["does"] for each in player.told()] == ["refuse"]
        player.empty(left_over)
        del (one := dict(both))[left_over]
        assert player.told() == walked(library, name, one)
        assert [each["does"] for each in player.told()] == ["show"]


def test_an_item_of_a_list_of_which_none_is_true_is_refused_until_that_is_taken_back(player, library):
    name = "example/on_velurin"
    form = form_of(library, name)
    player.open(form)
    player.give(everywhere(form, {"velurin_cautions": "none", "velurin_cautions__iron": "yes"}))
    assert [each["does"] for each in player.told()] == ["refuse"]
    player.empty("velurin_cautions")
    assert player.told() == walked(library, name, {"velurin_cautions__iron": "yes"})


def test_where_it_goes_on_can_be_taken_back_and_then_it_begins_at_the_start(player, library):
    name = "example/tarn_nodule"
    form = form_of(library, name)
    player.open(form)
    player.give(everywhere(form, {"_begins_at": "biopsy_done"}))
    assert player.told() == walked(library, name, {"_begins_at": "biopsy_done"})
    player.empty("_begins_at")
    assert player.told() == walked(library, name, {})
    assert player.response() == {}


def test_what_a_program_alone_reads_is_not_seen(player, library):
    form = form_of(library, "example/tarn_nodule")
    player.open(form)
    player.give(as_filled_in(form, {"pain": "yes", "biopsy_done": "yes", "quill_variant": "no"}))
    seen = {each["linkId"] for each in player.seen()}
    there = {each["linkId"] for each in every(form["item"]) if each["linkId"].startswith("velurin_100.")}
    hidden = {each for each in there if each.split(".")[1] in ("goes_on", "dose_mg_daily_lowest")}
    assert hidden
    assert not hidden & seen
    assert {"velurin_100.words", "velurin_100.basis"} <= seen


def test_texts_that_look_like_code_are_seen_as_they_are_written(player):
    library, name = hostile_library(), "c/case"
    form = form_of(library, name)
    for row in reading_of(library, name).rows[::4]:
        patient = patient_of(row)
        player.open(form)
        player.give(as_filled_in(form, patient))
        assert player.told() == walked(library, name, patient), patient


def test_the_comparison_notices_what_a_person_sees_of_another_form(player, library):
    name = "example/tarn_nodule"
    form = form_of(library, name)
    answers = as_filled_in(form, {"pain": "yes", "biopsy_done": "yes", "quill_variant": "no"})
    wanted = walked(library, name, {"pain": "yes", "biopsy_done": "yes", "quill_variant": "no"})
    for written, other in (
        ("Dose: 100 mg daily", "Dose: 200 mg daily"),
        ("with velurin at 100 mg daily", "with velurin at 75 mg daily"),
        ('"code": "no"}', '"code": "unknown"}'),
    ):
        text = json.dumps(form, ensure_ascii=False)
        assert written in text
        player.open(json.loads(text.replace(written, other)))
        player.give(answers)
        assert player.told() != wanted, written


def test_a_form_that_asks_for_the_last_step_alone_keeps_what_a_correction_should_close(player, library):
    name = "example/tarn_nodule"
    form = copy.deepcopy(form_of(library, name))
    for item in form["item"]:
        if "enableWhen" in item:
            item["enableWhen"] = item["enableWhen"][-1:]
    patient = {"pain": "no", "biopsy_done": "yes", "quill_variant": "yes"}
    player.open(form, everywhere(form, patient))
    assert "show" in {each["does"] for each in player.told()} - {
        each["does"] for each in walked(library, name, patient)
    }
