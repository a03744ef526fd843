"""A tree as a FHIR Questionnaire: that its texts hold everything that is told, and are the same every time."""

import json
import re

import pytest
from helpers.form_reader import column_of, every, lines, questions, said, stands_before, with_before
from helpers.forms_of_trees import ADDRESS, every_form, form_of, reading_of

from trees.core.export import NODE_KINDS
from trees.core.library import Library
from trees.core.nodes import Choice
from trees.formats.fhir.labels import LABELS
from trees.formats.fhir.questionnaire import questionnaire
from trees.formats.forks import Leads
from trees.formats.reading import FIELDS, Reading


@pytest.fixture(scope="module")
def everything(library: Library):
    """Return every tree of the repository and the odd ones, each with its library and its form."""
    return every_form(library)


def test_a_form_carries_every_field_of_everything_that_is_shown_refused_or_gone_on_to(everything):
    for library, name, form in everything:
        reading = reading_of(library, name)
        groups = [each for each in every(form["item"]) if each["type"] == "group" and each.get("code")]
        ends = [end for end in reading.ends if end.leads not in (Leads.ASK, Leads.CHOOSE)]
        for shown, told in (each for end in ends for each in reading.told(end)):
            codes = [told["does"], told["id"], *([NODE_KINDS[type(shown.node)]] if shown is not None else [])]
            ours = [each for each in groups if [code["code"] for code in each["code"]] == codes]
            assert ours, (name, told["id"])
            for group in ours:
                assert group.get("prefix", "") == (f"{told['badge']}." if told["badge"] else "")
                assert told["does"] == "ask" or group["text"].startswith(told["leads_to"])
                for field in set(FIELDS) - {"does", "id", "badge", "leads_to"}:
                    label = f"{LABELS[field]}: " if LABELS.get(field) else ""
                    wanted = [f"{label}{line}" for line in told[field].splitlines()]
                    assert [each["text"] for each in lines(group, field)] == wanted, (name, told["id"], field)


def test_a_form_carries_every_field_of_everything_that_is_asked(everything):
    for library, name, form in everything:
        reading = reading_of(library, name)
        asked = [
            told for end in reading.ends if end.leads in (Leads.ASK, Leads.CHOOSE) for _, told in reading.told(end)
        ]
        for told in asked:
            ours = [each for each in questions(form) if column_of(each) == told["id"]]
            assert ours, (name, told["id"])
            for item in ours:
                assert item["prefix"] == f"{told['badge']}."
                assert item["text"].startswith(told["words"])
                read = with_before(item, stands_before(form, item))
                texts = "\n".join(each["text"] for each in read["item"])
                for field in ("leads_to", "suspect", "order", "quotes", "means", "may_answer", "basis"):
                    assert all(line in texts for line in told[field].splitlines()), (name, told["id"], field)


def test_a_choice_says_what_its_order_is_and_that_nothing_picks(library):
    form = form_of(library, "example/after_velurin")
    item = next(each for each in questions(form) if "or" in each["linkId"])
    before = stands_before(form, item)
    assert before["text"] == "Read before choosing"
    assert said(with_before(item, before), "order") == (
        "Choice: more than one course is named. No order between them is stated. Nothing here picks one."
    )
    assert [each["valueCoding"]["code"] for each in item["answerOption"]] == ["osmatil", "surgery", "talk"]
    assert not any("initialSelected" in each for each in item["answerOption"])


def test_what_has_to_be_read_before_a_choice_stands_right_before_it_and_is_seen_whenever_it_is(everything):
    for library, name, form in everything:
        choices = {node.id for node in library.trees[name].nodes if isinstance(node, Choice)}
        for item in questions(form):
            before = stands_before(form, item)
            assert (before is not None) == (column_of(item) in choices), (name, item["linkId"])
            if before is not None:
                conditions = [each.get(field) for each in (before, item) for field in ("enableWhen", "enableBehavior")]
                assert conditions[:2] == conditions[2:], (name, item["linkId"])


def test_nothing_is_answered_beforehand(everything):
    for _, name, form in everything:
        for item in every(form["item"]):
            assert not {"initial", "required", "readOnly", "repeats"} & set(item), (name, item["linkId"])


def test_a_form_says_first_what_has_to_be_read_first(library):
    form = form_of(library, "example/tarn_nodule")
    texts = [each["text"] for each in form["item"][0]["item"]]
    assert form["item"][0]["text"] == "Read this first"
    assert texts[0] == "Warning: Invented for tests and for teaching. Nothing here is medicine."
    assert "State: Encoded from the source. Not reviewed by a clinician." in texts
    assert any("Not medical advice, not current guidance." in each for each in texts)


def test_the_description_holds_the_whole_header(everything):
    for library, name, form in everything:
        said_so = re.sub(r"\\([^\w\s]|_)", r"\1", form["description"]).split("\n\n")
        assert said_so == [f"{called}: {text}" for called, text in reading_of(library, name).header if text], name


def test_the_same_tree_makes_the_same_bytes(library):
    made = [json.dumps(questionnaire(Reading(library, "gist_2017/recurrence", ADDRESS))) for _ in range(2)]
    assert made[0] == made[1]


def test_no_item_holds_what_fhir_forbids_to_its_type(everything):
    for _, name, form in everything:
        for item in every(form["item"]):
            where = name, item["linkId"]
            assert item["type"] in ("group", "display", "choice", "decimal"), where
            assert ("answerOption" in item) == (item["type"] == "choice"), where
            assert item["type"] != "group" or item["item"], where
            assert item["type"] != "display" or not {"item", "code", "prefix", "answerOption"} & set(item), where
            assert item["type"] == "group" or item["text"], where
            assert "" not in item.values(), where


def test_what_a_newer_source_says_stands_before_the_advice(library: Library):
    form = form_of(library, "example/tarn_nodule")
    group = next(item for item in every(form["item"]) if item["linkId"] == "velurin_100")
    fields = [each["linkId"].removeprefix("velurin_100.") for each in group["item"]]

    assert fields.index("since_then") < fields.index("words") < fields.index("quotes")
