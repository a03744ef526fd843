"""The rules of a tree as CQL and ELM, without an engine: what is written, and how."""

import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from helpers.hostile_library import hostile_library
from helpers.small import action, library_of, question

from trees.core.library import Library
from trees.formats.fhir import cql, elm, logic, names
from trees.formats.fhir.bundle import bundle
from trees.formats.fhir.plan import activity_definitions
from trees.formats.reading import FIELDS, Reading, TooManyRowsError

SITE = "https://example.org/site/"
SIZE, LIST = "example/tarn_nodule", "example/on_velurin"


def rules(library: Library, name: str) -> Any:
    return logic.library(Reading(library, name, SITE))


def text_of(library: Library, name: str) -> str:
    return cql.written(rules(library, name))


def definitions(of: Any) -> dict[str, Any]:
    return {each["name"]: each for each in of["library"]["statements"]["def"]}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("plain", "'plain'"),
        ("it's", r"'it\'s'"),
        ('"quoted"', "'\"quoted\"'"),
        ("a\\b", r"'a\\b'"),
        ("a\nb\tc", r"'a\nb\tc'"),
        ("\x00\x7f", r"'\u0000\u007f'"),
        ("≥ 2 cm", r"'\u2265 2 cm'"),
        ("\u2028", r"'\u2028'"),
        ("\U0001f600", r"'\ud83d\ude00'"),
    ],
)
def test_a_text_is_written_in_ascii_and_with_the_escapes_of_the_language(text: str, written: str) -> None:
    assert cql.quoted(text) == written


@pytest.mark.parametrize(
    ("number", "written"), [("2", "2.0"), ("0.1", "0.1"), ("-40.5", "-40.5"), ("1E-7", "0.0000001"), ("1E+3", "1000.0")]
)
def test_a_number_is_written_with_a_point_and_without_an_exponent(number: str, written: str) -> None:
    assert cql.expression(elm.number(Decimal(number))) == written


def test_no_literal_holds_a_backslash_before_a_quotation_mark_which_an_engine_would_leave_out() -> None:
    assert cql.expression(elm.text("a\\'b\\\"c\\\\'")) == r"""(('a\\' + '\'b\\') + '"c\\\\') + '\''"""
    shipped = json.dumps(rules(hostile_library(), "c/case"))
    values = re.findall(r'"value": ("(?:[^"\\]|\\.)*")', shipped)
    assert any("\\" in json.loads(each) for each in values)
    assert not any(re.search(r"""\\['"]""", json.loads(each)) for each in values)


def test_everything_is_ascii_whatever_the_words_of_a_tree(library: Library) -> None:
    trees = [(library, name) for name, _ in library.full_names()] + [(hostile_library(), "c/case")]
    assert all(text_of(*each).isascii() for each in trees)


def test_the_parameters_are_the_columns_and_a_switch_each_with_a_default_that_answers_nothing(library: Library) -> None:
    parameters = rules(library, SIZE)["library"]["parameters"]["def"]
    kinds = {each["name"]: each["parameterTypeSpecifier"]["name"].rpartition("}")[2] for each in parameters}
    assert kinds == {
        "By_parameters": "Boolean",
        "Answer__begins_at": "String",
        "Answer_pain": "String",
        "Answer_nodule_size": "Decimal",
        "Answer_nodule_size__unknown": "String",
        "Answer_biopsy_done": "String",
        "Answer_quill_variant": "String",
    }
    assert parameters[0]["default"]["value"] == "false"
    assert {each["default"]["operand"]["type"] for each in parameters[1:]} == {"Null"}


def test_a_definition_stands_before_those_that_name_it(library: Library) -> None:
    known = set()
    for name, each in definitions(rules(library, SIZE)).items():
        named = set(re.findall(r'"(?:ExpressionRef|FunctionRef)", "name": "([^"]+)"', json.dumps(each)))
        assert named <= known, name
        known.add(name)


def test_every_step_reads_its_question_where_its_own_way_leads_to_it(library: Library) -> None:
    text = text_of(library, SIZE)
    read = re.findall(r'when "Answer ([a-z_.0-9]+)" is null then \'ask biopsy_done\'', text)
    assert sorted(read) == names.link_ids(Reading(library, SIZE, SITE))["biopsy_done"]
    assert len(read) >= 2


def test_what_is_told_has_every_field_whatever_it_is_told_of(library: Library) -> None:
    told = {name: each for name, each in definitions(rules(library, LIST)).items() if name.startswith("Told_")}
    assert {tuple(field["name"] for field in each["expression"]["element"]) for each in told.values()} == {FIELDS}
    assert list(told) == [
        "Told_show_visits",
        "Told_show_check_iron",
        "Told_show_refer",
        "Told_ask_velurin_cautions",
        "Told_refuse_velurin_cautions",
        "Told_show_cautions_open",
        "Told_refuse__not_offered",
    ]


def test_a_tree_that_asks_nothing_tells_its_outcome() -> None:
    text = text_of(library_of(t=(action("wait"),)), "c/t")
    assert "else 'show wait'" in text
    assert 'define "Not offered":\n  false' in text
    assert "Step" not in text


def test_a_tree_as_deep_as_any_is_written_without_going_down_into_it() -> None:
    deep = [question(f"q{at}", {"yes": f"q{at + 1}", "unknown": "wait"}) for at in range(200)]
    last = question("q200", {"yes": "wait", "unknown": "wait"})
    text = text_of(library_of(t=(*deep, last, action("wait"))), "c/t")
    assert text.count('define "Step ') == 201


def test_a_tree_with_too_many_rows_makes_no_bundle() -> None:
    layers = [question(f"q{at}", {"a": f"q{at + 1}", "b": f"q{at + 1}"}) for at in range(13)]
    last = question("q13", {"a": "wait", "b": "wait"})
    with pytest.raises(TooManyRowsError):
        bundle(Reading(library_of(t=(*layers, last, action("wait"))), "c/t", SITE))


def test_a_proposal_has_an_id_that_fhir_takes_however_long_the_id_of_its_outcome_is(library: Library) -> None:
    tree = library.trees[SIZE]
    long = {"velurin_100": f"{'a' * 80}_1", "velurin_400": f"{'a' * 80}_2"}
    text = {each.id: long.get(each.id, each.id) for each in tree.nodes}
    nodes = [replace(each, id=text[each.id]) for each in tree.nodes]
    nodes = [
        replace(each, answers=[replace(way, to=text.get(way.to, way.to)) for way in each.answers])
        if hasattr(each, "answers")
        else each
        for each in nodes
    ]
    changed = replace(library, trees={**library.trees, SIZE: replace(tree, nodes=nodes)})

    ids = [str(each["id"]) for each in activity_definitions(Reading(changed, SIZE, SITE))]

    assert len(set(ids)) == len(ids) == 2
    assert all(re.fullmatch(r"[A-Za-z0-9\-.]{1,64}", each) for each in ids)


def test_the_same_tree_makes_the_same_text(library: Library) -> None:
    assert text_of(library, SIZE) == text_of(library, SIZE)
