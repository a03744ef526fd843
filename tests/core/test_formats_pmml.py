"""A tree as PMML, read as XML: its fields, nodes and texts are those of the reading, whatever stands in them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from helpers.odd_library import ODD
from helpers.small import action, answer, left_open, library_of, question, quote

from trees.core.library import Library
from trees.formats.forks import EMPTY, NOTHING, Case, Cell, Decision, End, Fork, Leads, OneOf, Within
from trees.formats.inputs import Codes
from trees.formats.pmml import nodes, pmml
from trees.formats.reading import FIELDS, Reading, TooManyRowsError

ADDRESS = "https://example.org/trees/"
Files = list[tuple[Reading, Element]]
IN_PMML = "{http://www.dmg.org/PMML-4_4}"
EDGES = {"greaterOrEqual": ("low", True), "greaterThan": ("low", False)} | {
    "lessOrEqual": ("high", True),
    "lessThan": ("high", False),
}
HOLDS = {
    "PMML": "Header DataDictionary TransformationDictionary TreeModel",
    "Header": "(Annotation )+",
    "DataDictionary": "(DataField )+",
    "DataField": "Interval |(Value )+",
    "TransformationDictionary": "(DefineFunction )+",
    "DefineFunction": "ParameterField (MapValues|Constant) ",
    "TreeModel": "MiningSchema Output Node ",
    "MiningSchema": "(MiningField )+",
    "Output": "(OutputField )+",
    "OutputField": "((MapValues|Apply|Constant) )?",
    "Apply": "((Apply|FieldRef|Constant|MapValues) )+",
    "MapValues": "FieldColumnPair InlineTable ",
    "InlineTable": "(row )+",
    "row": "key text ",
    "Node": "(True|SimplePredicate|CompoundPredicate) (Node )*",
    "CompoundPredicate": "SimplePredicate (SimplePredicate )+",
}
"""What an element holds, in the order of the schema of PMML 4.4; any other holds nothing but text."""


@pytest.fixture(scope="module")
def files(library: Library) -> Files:
    """Every tree that is published, and every one that is odd, each with what is read from its file."""
    readings = [Reading(of, name, ADDRESS) for of in (library, ODD) for name, _ in of.full_names()]
    return [(reading, root(reading)) for reading in readings]


def root(reading: Reading) -> Element:
    return ElementTree.fromstring(pmml(reading))


def called(element: Element) -> str:
    return element.tag.removeprefix(IN_PMML)


def all_of(within: Element, name: str) -> list[Element]:
    return list(within.iter(f"{IN_PMML}{name}"))


def only(within: Element, name: str) -> Element:
    (found,) = all_of(within, name)
    return found


def test_the_same_tree_is_the_same_bytes_and_each_ends_with_a_line_break(files: Files) -> None:
    for reading, _ in files:
        again = Reading(reading.library, reading.name, ADDRESS)
        assert pmml(again) == pmml(reading)
        assert pmml(reading).endswith(b"</PMML>\n")


def test_every_element_holds_what_the_schema_lets_it_hold_in_its_order(files: Files) -> None:
    for reading, made in files:
        for element in made.iter():
            held = "".join(f"{called(child)} " for child in element)
            assert re.fullmatch(f"(?:{HOLDS.get(called(element), '')}) ?", held), (reading.name, called(element), held)


def test_the_head_of_a_file_holds_everything_that_a_file_says_of_itself(files: Files) -> None:
    for reading, made in files:
        head = only(made, "Header")
        assert [each.text for each in head] == [f"{name}: {value}" for name, value in reading.header]
        assert head.attrib["modelVersion"] == reading.basis.version
        assert head.attrib["description"] == reading.in_a_line
        assert head.attrib["copyright"] == dict(reading.header)["License"]


def test_every_column_is_a_field_that_takes_what_it_offers_and_nothing_else(files: Files) -> None:
    for reading, made in files:
        *fields, target = all_of(made, "DataField")
        *taken, predicted = all_of(made, "MiningField")
        assert [each.attrib["name"] for each in fields] == [each.name for each in reading.inputs]
        assert [each.attrib for each in taken] == [
            {"name": each.name, "usageType": "active", "invalidValueTreatment": "returnInvalid"}
            for each in reading.inputs
        ]
        assert predicted.attrib == {"name": target.attrib["name"], "usageType": "target"}
        assert [each.attrib["value"] for each in target] == [each.key for each in reading.ends]
        for field, column in zip(fields, reading.inputs, strict=True):
            assert field.attrib["displayName"] == " ".join(column.asks.split())
            if isinstance(column, Codes):
                offered = {each.attrib["value"]: each.attrib["displayValue"] for each in field}
                assert offered == {code: " ".join(says.split()) for code, says in column.offers.items()}
            else:
                (held,) = field
                assert held.attrib["closure"] == "closedClosed"
                assert float(held.attrib["leftMargin"]) == column.node.lowest
                assert float(held.attrib["rightMargin"]) == column.node.highest


def test_the_way_to_each_leaf_is_a_row_of_the_tree_and_each_row_has_its_leaf(files: Files) -> None:
    for reading, made in files:
        expected = {
            (tuple((column.name, cell_key(cell)) for column, cell in row.cells), row.end.key) for row in reading.rows
        }
        found = list(ways_to_leaves(made.find(f"{IN_PMML}TreeModel/{IN_PMML}Node")))
        assert set(found) == expected
        assert len(found) == len(reading.rows)


def ways_to_leaves(node: Element, held: tuple[object, ...] = ()) -> Iterator[tuple[object, str]]:
    inner = node.findall(f"{IN_PMML}Node")
    assert ("score" in node.attrib) == (not inner)
    if not inner:
        yield held, node.attrib["score"]
    for child in inner:
        yield from ways_to_leaves(child, (*held, predicate(child[0])))


def predicate(element: Element) -> tuple[str, object]:
    """Return the column that a predicate is of, and what it lets the column hold."""
    each = list(element) or [element]
    (column,) = {one.attrib["field"] for one in each}
    operators = [one.attrib["operator"] for one in each]
    if set(operators) <= EDGES.keys():
        assert element.attrib["booleanOperator"] == "and"
        edges = {EDGES[one.attrib["operator"]][0]: float(one.attrib["value"]) for one in each}
        closed = {EDGES[operator][0]: EDGES[operator][1] for operator in operators}
        return column, (edges["low"], edges["high"], closed["low"], closed["high"])
    assert len(each) == 1 or element.attrib["booleanOperator"] == "or"
    assert set(operators) <= {"equal", "isMissing"}
    return column, frozenset(one.attrib.get("value") for one in each)


def cell_key(cell: Cell) -> object:
    if isinstance(cell, Within):
        return cell.low, cell.high, cell.low_in, cell.high_in
    return frozenset(cell.codes)


def test_what_is_missing_is_the_first_that_a_node_looks_for(files: Files) -> None:
    for _, made in files:
        for node in all_of(made, "Node"):
            for number, child in enumerate(node.findall(f"{IN_PMML}Node")):
                _, held = predicate(child[0])
                assert (NOTHING in held) == (number == 0)


def test_every_text_of_everything_that_is_told_stands_in_the_file_once(files: Files) -> None:
    for reading, made in files:
        expected = [
            (f"told_{field}", f"{cells['does']} {cells['id']}", cells[field])
            for field in FIELDS
            for cells in {
                f"{cells['does']} {cells['id']}": cells for end in reading.ends for _, cells in reading.told(end)
            }.values()
            if cells[field]
        ]
        found = [
            (of.attrib["name"], row[0].text, row[1].text)
            for of in all_of(made, "DefineFunction")
            for row in all_of(of, "row")
        ]
        assert sorted(found) == sorted(expected)


def test_a_tree_with_a_list_has_a_place_for_everything_that_can_be_shown_at_once(files: Files) -> None:
    for reading, made in files:
        most = max(len(reading.told(end)) for end in reading.ends)
        names = [each.attrib["name"] for each in all_of(made, "OutputField")]
        places = [f"_{number}_{field}" for number in range(1, most + 1) for field in ("key", *FIELDS)]
        assert names == ["_key", *places]


def test_what_is_missing_is_not_equal_rather_than_unknown_wherever_an_output_compares(files: Files) -> None:
    compared = [
        each
        for _, made in files
        for each in all_of(only(made, "Output"), "Apply")
        if each.attrib["function"] == "equal"
    ]
    assert len(compared) > 50
    assert {each.attrib.get("mapMissingTo") for each in compared} == {"false"}


def test_no_field_takes_the_name_of_another_even_if_questions_are_called_like_the_output() -> None:
    ids = ("key", "told", "end", "words", "does", "1_words", "_key", "told_words")
    asked = [question(each, {"yes": to, "no": "last"}) for each, to in zip(ids[:5], (*ids[1:5], "last"), strict=True)]
    made = root(Reading(library_of(t=(*asked, action("last", quote("so it says here")))), "c/t", ADDRESS))
    names = [each.attrib["name"] for kind in ("DataField", "OutputField") for each in all_of(made, kind)]
    assert len(set(names)) == len(names)
    assert set(ids[:5]) < set(names)


def test_text_that_looks_like_markup_is_text_and_what_xml_cannot_hold_is_seen_to_be_missing() -> None:
    hostile = "\" ' & < > ≥ × { } $ \\ -- ; ]]> <!-- <![CDATA[ &amp; \x07 \ufffe \U0001f600"
    shown = hostile.replace("\x07", "�").replace("\ufffe", "�")
    ways = (replace(answer("yes", "end"), says=hostile), answer("no", "open"))
    asked = replace(question("select", {}), asks=hostile, answers=ways, means=hostile)
    end = replace(action("end", quote("so it says here")), says=hostile)
    made = root(Reading(library_of(t=(asked, end, left_open("open", hostile))), "c/t", ADDRESS))
    assert all_of(made, "DataField")[0].attrib["displayName"] == shown
    assert all_of(made, "Value")[0].attrib["displayValue"] == shown
    texts = [row[1].text for row in all_of(made, "row")]
    assert texts.count(shown) >= 3


def test_a_tree_that_no_file_can_hold_is_refused_whole() -> None:
    asked = [question(f"q{n}", {"yes": f"q{n + 1}", "no": f"q{n + 1}", "unknown": f"q{n + 1}"}) for n in range(9)]
    last = question("q9", {"yes": "end", "no": "end"})
    reading = Reading(library_of(t=(*asked, last, action("end", quote("so it says here")))), "c/t", ADDRESS)
    with pytest.raises(TooManyRowsError, match="68,890 rows"):
        pmml(reading)


def test_no_tree_is_too_deep_to_be_written() -> None:
    deep: Decision = End("show end", Leads.SHOW)
    for number in range(3_000):
        column = Codes(f"q{number}", "?", {"yes": "Yes"})
        deep = Fork(column, (Case(EMPTY, End("ask", Leads.ASK)), Case(OneOf(("yes",)), deep)))
    written = [line.strip() for line in nodes(deep)]
    assert written.count("<Node>") == 3_000
    assert written.count('<Node score="ask">') == 3_000
    assert written.count("</Node>") == 6_001
    assert sum(map(len, nodes(deep))) < 2_000_000
