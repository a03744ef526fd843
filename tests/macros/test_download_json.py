"""A tree as JSON: it holds to the published schema, the schema says what the manual says, and it has teeth."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from helpers.ajv import GONE, SCHEMA, Edit, complaints, complaints_of_edits
from helpers.export_manual import SECTIONS, of_object
from helpers.materials import NAMES, ODD_NAMES, REAL, WHERE, material

from macros.downloads.json_file import make
from trees.core.export import export_data, written
from trees.core.nodes import OUTCOMES
from trees.core.parts import parts_within
from trees.core.since import Since

Data = dict[str, Any]
PUBLISHED: Data = json.loads(SCHEMA.read_text(encoding="utf-8"))
DEFINED: dict[str, Data] = PUBLISHED["$defs"]
SIZE, AFTER, ON = "example/tarn_nodule", "example/after_velurin", "example/on_velurin"
HELPERS = {"name", "full-name", "text", "day", "sha256", "address"}
"""What the schema defines beside the objects of the manual."""


@cache
def made(name: str) -> Data:
    found: Data = json.loads(make(material(name)))
    return found


@cache
def everything() -> Data:
    found: Data = json.loads(written(export_data(REAL)))
    return found


def one(data: Data) -> tuple[Data, Data]:
    (collection,) = data["collections"]
    (tree,) = collection["trees"]
    return collection, tree


def test_every_file_and_the_whole_export_hold_to_the_schema() -> None:
    documents = [*map(made, NAMES), everything()]
    said = complaints(documents)
    assert [(name, why) for name, why in zip([*NAMES, "whole"], said, strict=True) if why] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_object_of_a_file_has_the_fields_that_the_manual_gives_it(name: str) -> None:
    assert list(of_object(made(name), "export", "file", set())) == []


def test_the_schema_and_the_manual_have_the_same_objects_with_the_same_fields() -> None:
    assert set(DEFINED) == set(SECTIONS) | HELPERS
    for section, fields in SECTIONS.items():
        # The file of one tree narrows a field that an export has: one collection with one tree.
        narrowed = {"collections"} if section == "file-of-one-tree" else set()
        assert set(DEFINED[section]["properties"]) - narrowed == set(fields), section


def in_the_words_of_the_manual(given: Data) -> str:
    """Return what a field is, as the manual would say it."""
    if "oneOf" in given:
        return f"{in_the_words_of_the_manual(given['oneOf'][0])} or null"
    if given.get("type") == "array":
        items = given["items"].get("$ref", "").removeprefix("#/$defs/")
        return "list of texts" if items in HELPERS else f"list of #{items}"
    if "const" in given:
        return "number" if given.get("type") == "number" else f'"{given["const"]}"'
    named = given.get("$ref", "").removeprefix("#/$defs/")
    if named:
        return "text, YYYY-MM-DD" if named == "day" else "text" if named in HELPERS else f"#{named}"
    kinds = given["type"] if isinstance(given["type"], list) else [given["type"]]
    called = {"string": "text", "number": "number", "integer": "number", "boolean": "true or false", "null": "null"}
    return " or ".join(called[kind] for kind in kinds)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_schema_and_the_manual_say_the_same_of_what_a_field_is(section: str) -> None:
    for field, kind in SECTIONS[section].items():
        given = DEFINED[section]["properties"][field]
        if "enum" in given:
            assert all(isinstance(each, str) for each in given["enum"])
            continue
        if kind.startswith('"') and "enum" not in given:
            assert kind == f'"{given["const"]}"'
            continue
        said = re.sub(r"\[[\w ]+\]\((#[\w-]+)\)", r"\1", kind)
        wanted = re.sub(r"(list of #[\w-]+?)s?$", r"\1", said)
        found = re.sub(r"(list of #[\w-]+?)s?$", r"\1", in_the_words_of_the_manual(given))
        assert found == wanted, f"{section}.{field}"


def test_every_field_and_every_object_of_the_schema_is_described() -> None:
    for section, each in DEFINED.items():
        assert each["title"]
        bare = [field for field, given in each.get("properties", {}).items() if len(given.get("description", "")) < 3]
        assert bare == [], section
    assert PUBLISHED["$id"].startswith("urn:")
    assert PUBLISHED["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_the_kinds_in_the_schema_are_those_that_are_exported() -> None:
    whole = json.dumps(everything())
    found = set(re.findall(r'"kind": "(\w+)"', whole))
    kinds = {kind for each in ("node", "way", "figure") for kind in DEFINED[each]["properties"]["kind"]["enum"]}
    assert kinds == found


def places(data: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Yield every field of a document once: of a list, what its members have in common counts once a kind."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), value
            yield from places(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from places(value, (*path, index))


NAMED = {"id", "code", "source", "start", "node", "hash", "sha256", "date", "changed", "badge", "address", "name"}


def edits(data: Data) -> Iterator[tuple[str, Edit]]:
    """Yield every way to break a document: a field gone, of a wrong type, null, unknown, empty, or a broken name."""
    seen: set[tuple[str | int, ...]] = set()
    for path, value in places(data):
        kinds = [data]
        for key in path[:-1]:
            kinds.append(kinds[-1][key])
        of = tuple(str(each.get("kind")) for each in kinds if isinstance(each, dict))
        same = (*of, *(key for key in path if isinstance(key, str)))
        if same in seen:
            continue
        seen.add(same)
        told = "/".join(map(str, path))
        yield f"{told} gone", Edit(path, GONE)
        yield f"{told} of a wrong type", Edit(path, "x" if isinstance(value, dict | list) else {"x": 1})
        if isinstance(value, str | bool | int | float):
            yield f"{told} a list", Edit(path, [value])
        if isinstance(value, dict):
            yield f"{told} with an unknown field", Edit((*path, "unknown_field"), "x")
        if path[-1] == "kind":
            yield f"{told} of no kind", Edit(path, "no_kind")
        if path[-1] in NAMED and isinstance(value, str) and "trials" not in path and "drug" not in path:
            yield f"{told} broken", Edit(path, "No Name!") if path[-1] != "name" or "/" in value else Edit(path, "")


@pytest.mark.parametrize("name", [SIZE, AFTER, ON])
def test_whatever_is_broken_in_a_file_the_schema_refuses_it(name: str) -> None:
    tried = list(edits(made(name)))
    said = complaints_of_edits(made(name), [edit for _, edit in tried])
    assert len(tried) > 300
    assert [told for (told, _), why in zip(tried, said, strict=True) if not why] == []


NODE = ("collections", 0, "trees", 0, "nodes")


CANNOT_BE: list[Edit] = [
    Edit(("version",), 2),
    Edit(("format",), "other-trees"),
    Edit(("$schema",), "https://example.org/other.json"),
    Edit(("unknown_field",), 1),
    Edit(("collections",), []),
    Edit(("collections", 0, "trees"), []),
    Edit(("collections", 0, "sources", 0, "date"), "2020-13-01"),
    Edit(("collections", 0, "sources", 0, "date"), "1 March 2020"),
    Edit(("collections", 0, "trees", 0, "hash"), "1A5E25B0"),
    Edit(("collections", 0, "trees", 0, "sha256"), "0" * 63),
    Edit(("collections", 0, "trees", 0, "paths"), 0),
    Edit(("collections", 0, "trees", 0, "name"), "tarn_nodule"),
    Edit((*NODE, 0, "lasts"), "forever"),
    Edit((*NODE, 0, "words"), " "),
    Edit((*NODE, 0, "badge"), "I"),
    Edit((*NODE, 0, "kind"), "choice"),
    Edit((*NODE, 0, "dose"), None),
    Edit((*NODE, 0, "ways"), []),
    Edit((*NODE, 0, "ways", 0, "kind"), "event"),
    Edit((*NODE, 0, "ways", 0, "to"), {}),
    Edit((*NODE, 0, "ways", 0, "to"), {"node": "a", "tree": "b/c"}),
    Edit((*NODE, 0, "ways", 0, "code"), "Yes"),
    Edit((*NODE, 1, "measure", "step"), 0),
    Edit((*NODE, 1, "ways", 1, "band", "above"), 1),
    Edit(("collections", 0, "since", 0, "change"), "says otherwise"),
    Edit(("attribution", "review"), ""),
    Edit(("attribution", "version"), "example/tarn_nodule"),
]


def test_a_value_that_cannot_be_is_refused() -> None:
    said = complaints_of_edits(made(SIZE), CANNOT_BE)
    assert [edit for edit, why in zip(CANNOT_BE, said, strict=True) if not why] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_file_holds_one_tree_just_as_the_whole_export_has_it(name: str) -> None:
    whole = next(
        (collection, tree)
        for collection in everything()["collections"]
        for tree in collection["trees"]
        if tree["name"] == name
    )
    collection, tree = one(made(name))
    assert tree == whole[1]
    for kind in ("trials", "differences", "since", "terms", "changes", "sources"):
        known = whole[0][kind]
        assert [each for each in known if each in collection[kind]] == collection[kind]
    same = ("id", "title", "about", "intended_use", "invented", "superseded_by", "condition", "newer")
    assert [collection[each] for each in same] == [whole[0][each] for each in same]


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_file_names_is_in_it_and_what_is_in_it_is_named(name: str) -> None:
    collection, tree = one(made(name))
    text = json.dumps([tree, *(collection[each] for each in ("trials", "differences", "since", "terms", "changes"))])
    sources = set(re.findall(r'"source": "(\w+)"', text)) | {
        source for review in tree["reviews"] for source in review["compared"]
    }
    known = [each["id"] for each in collection["sources"]]
    newer = [each["id"] for each in collection["newer"]]
    assert set(known) == sources - set(newer)
    for kind, field in (("trials", "evidence"), ("differences", "differs"), ("since", "since")):
        named = {each for node in tree["nodes"] for each in node.get(field, [])}
        assert {each["id"] for each in collection[kind]} == named
    assert all(not each["trees"] or tree["id"] in each["trees"] for each in collection["changes"])
    led = [way["to"]["tree"] for node in tree["nodes"] for way in node["ways"] if "tree" in way["to"]]
    assert [each["tree"] for each in made(name)["leads_to"]] == list(dict.fromkeys(led))
    assert all(
        each["address"] == f"{WHERE.address}trees/{each['tree']}/" and each["title"] == REAL.trees[each["tree"]].title
        for each in made(name)["leads_to"]
    )


def test_the_invented_tree_says_whose_it_is() -> None:
    told = made(SIZE)["attribution"]
    short, whole = told["version"].partition("@")[2], told["sha256"]
    assert whole.startswith(short)
    assert len(short) == 8
    assert {key: told[key] for key in ("warnings", "title", "author", "license", "changed", "follows", "since")} == {
        "warnings": ["Invented for tests and for teaching. Nothing here is medicine."],
        "title": "A new Tarn nodule",
        "author": "the maintainers of A site",
        "license": "CC BY 4.0",
        "changed": "2026-11-22",
        "follows": "Invented 2020, 2020-02-29",
        "since": [
            "F: Invented 2024 (2024-03-31) says otherwise. The first dose of velurin for a painful nodule: "
            "75 mg daily; later more of it when that is needed and tolerated."
        ],
    }
    assert made(SIZE)["$schema"] == "https://example.org/guidelines/schemas/guideline-trees-1.schema.json"


@pytest.mark.parametrize("name", ODD_NAMES)
def test_text_that_looks_like_something_else_is_text(name: str) -> None:
    _, tree = one(json.loads(make(material(name))))
    known = material(name).tree
    assert tree["title"] == known.title
    assert [way["says"] for node in tree["nodes"] for way in node["ways"]] == [
        part.says for node in known.nodes for part in parts_within(node) if hasattr(part, "code")
    ]
    notes = {note.id for node in known.nodes if isinstance(node, OUTCOMES) for note in node.since}
    assert notes == {part.id for part in parts_within(known) if isinstance(part, Since)}
