"""A file of DMN, without an engine: it is valid, holds all that is told, and reads the same in FEEL and in Python."""

import ast
import json
import keyword
import subprocess
import sys
from dataclasses import replace

import pytest
from conftest import ROOT
from helpers.dmn import ADDRESS, HOSTILE, WORDS, file_of, odd, schema, variables
from helpers.dmn_changed import END, NAMES, TOLD, changed, rules, texts
from helpers.engine_patients import columns
from helpers.small import action, library_of, question
from lxml import etree

from trees.core.library import Library
from trees.formats import reading
from trees.formats.dmn import dmn
from trees.formats.dmn_words import NOT_XML, number, string, variable
from trees.formats.reading import FIELDS, Reading, TooManyRowsError

SIZE = "example/tarn_nodule"


def every(library: Library) -> list[tuple[Library, str]]:
    return [*((library, name) for name, _ in library.full_names()), *odd()]


def root_of(library: Library, name: str) -> etree._Element:
    return etree.fromstring(file_of(library, name))


def test_every_file_is_valid_by_the_schema_of_the_standard(library: Library) -> None:
    for of, name in every(library):
        assert schema().validate(root_of(of, name)), (name, schema().error_log)


def test_a_file_with_something_missing_is_not_valid(library: Library) -> None:
    def without_name(root: etree._Element) -> None:
        del root.find("dmn:decision", NAMES).attrib["name"]

    assert not schema().validate(etree.fromstring(changed(file_of(library, SIZE), without_name)))


def test_the_description_holds_the_whole_header(library: Library) -> None:
    for of, name in every(library):
        says = root_of(of, name).findtext("dmn:description", namespaces=NAMES).split("\n")
        header = Reading(of, name, ADDRESS).header
        assert says[: len(header)] == [NOT_XML.sub("\ufffd", f"{what}: {words}") for what, words in header]


def test_each_row_of_a_tree_is_a_row_of_the_table_in_its_order(library: Library) -> None:
    for of, name in every(library):
        made = rules(root_of(of, name), END)
        rows = Reading(of, name, ADDRESS).rows
        assert [json.loads(texts(rule, "outputEntry")[0].text) for rule in made] == [row.end.key for row in rows]
        says = [rule.findtext("dmn:description", "", NAMES) for rule in made]
        assert says == ["; ".join(row.answers) for row in rows]


def test_every_field_of_everything_that_is_told_stands_in_the_file(library: Library) -> None:
    for of, name in every(library):
        read = Reading(of, name, ADDRESS)
        told = [(end.key, *cells.values()) for end in read.ends for _, cells in read.told(end)]
        found = [
            tuple(ast.literal_eval(cell.text) for cell in (texts(rule, "inputEntry")[0], *texts(rule, "outputEntry")))
            for rule in rules(root_of(of, name), TOLD)
        ]
        assert found == told, name
        outputs = root_of(of, name).xpath(f"dmn:decision[@name='{TOLD}']//dmn:output/@name", namespaces=NAMES)
        assert tuple(outputs) == FIELDS


def test_every_column_is_input_data_with_the_values_that_it_may_have(library: Library) -> None:
    for name, tree in library.full_names():
        root = root_of(library, name)
        types = {each.get("name"): each for each in root.findall("dmn:itemDefinition", NAMES)}
        of = {each.name: each for each in columns(tree)}
        held = {
            each.get("name"): types[each.find("dmn:variable", NAMES).get("typeRef")]
            for each in root.findall("dmn:inputData", NAMES)
        }
        assert list(held) == list(of), name
        for column, kind in held.items():
            allowed = kind.findtext("dmn:allowedValues/dmn:text", namespaces=NAMES)
            first, *others = allowed.split(", ")
            assert first == "null"
            if kind.findtext("dmn:typeRef", namespaces=NAMES) == "string":
                assert tuple(map(json.loads, others)) == of[column].offers
            else:
                low, high = others[0].strip("[]").split("..")
                assert (float(low), float(high)) == (min(of[column].offers), max(of[column].offers))


def test_a_variable_is_named_as_its_column_unless_that_is_a_reserved_word() -> None:
    for of, name in odd():
        renamed = {column: held for column, held in variables(file_of(of, name)).items() if column != held}
        assert all(held == f"{column}_" for column, held in renamed.items())
        assert {each for each in variables(file_of(of, name)).values() if keyword.iskeyword(each)} == set()
    assert {each for each in keyword.kwlist if variable(each) == each} == {"False", "None", "True"}
    assert [variable(each) for each in ("in", "null", "date", "kit_in_x")] == ["in_", "null_", "date", "kit_in_x"]


def test_the_words_of_odd_trees_are_words_of_each_language() -> None:
    assert {"in", "null", "not", "some", "date", "class", "select", "order", "if", "for"} <= {*WORDS}


@pytest.mark.parametrize(
    "text", ["", HOSTILE, "a\nb", "a\rb", "\x00\x1b", "\\", '"', "\\n", "\ud800", "\N{GRINNING FACE}", "?"]
)
def test_a_string_reads_the_same_in_python_and_in_json(text: str) -> None:
    assert ast.literal_eval(string(text)) == text
    assert json.loads(string(text)) == text
    assert NOT_XML.sub("", string(text)) == string(text)


@pytest.mark.parametrize(
    ("given", "written"),
    [(0.1, "0.1"), (2, "2"), (400.0, "400"), (1e-7, "0.0000001"), (1e22, "1" + "0" * 22), (-0.5, "-0.5"), (0, "0")],
)
def test_a_number_is_written_without_an_exponent(given: float, written: str) -> None:
    assert number(given) == written
    assert float(written) == given


def test_every_id_of_a_file_is_another(library: Library) -> None:
    for of, name in every(library):
        ids = root_of(of, name).xpath("//@id")
        assert len(ids) == len(set(ids)), name


def test_the_same_tree_is_the_same_file_in_another_process(library: Library) -> None:
    script = (
        "import sys; from pathlib import Path; from trees.core.library import load\n"
        "from trees.formats.dmn import dmn; from trees.formats.reading import Reading\n"
        f"sys.stdout.buffer.write(dmn(Reading(load(Path('trees')), '{SIZE}', '{ADDRESS}')))"
    )
    made = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True, timeout=60)
    assert made.stdout == dmn(Reading(library, SIZE, ADDRESS))


def test_a_file_names_the_site_and_no_place_of_the_machine(library: Library) -> None:
    file = file_of(library, SIZE).decode()
    assert file.endswith("</definitions>\n")
    assert f'namespace="{ADDRESS}trees/{SIZE}/"' in file
    assert str(ROOT) not in file


def test_a_change_of_the_tree_changes_the_file(library: Library) -> None:
    tree = library.trees[SIZE]
    other = replace(library, trees={**library.trees, SIZE: replace(tree, title="Another")})
    assert dmn(Reading(other, SIZE, ADDRESS)) != file_of(library, SIZE)


def test_a_tree_with_too_many_rows_is_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 2)
    of = library_of(t=(question("a", {"yes": "x", "no": "x"}), action("x")))
    with pytest.raises(TooManyRowsError, match="has 3 rows"):
        dmn(Reading(of, "c/t", ADDRESS))
