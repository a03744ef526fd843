"""`python -m trees export`: the shape that the manual describes, the same bytes again, and never half a file."""

import json
import os
import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.commands import copy_of_the_invented, run
from helpers.commands import replace as replace_in
from helpers.export_manual import PAGE, SECTIONS, of_object

from trees.core.differences import Difference, Side
from trees.core.evidence import NOT_STATED, quotes_of
from trees.core.export import FORMAT, VERSION, export_data, written
from trees.core.glossary import Term
from trees.core.library import Library
from trees.core.nodes import OUTCOMES
from trees.core.records import Change, Review
from trees.core.suspect import GONE, Cleared, Suspect

OF_ONE_TREE = {"file-of-one-tree", "attribution", "tree-led-to"}
"""What only the file of one tree has."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_the_invented(tmp_path)


@pytest.fixture(scope="session")
def whole(library: Library) -> dict[str, object]:
    """An export of everything, with a difference, a term, a review, a change and a suspect, shipped or not."""
    source = library.collections["example"].sources[0]
    quote = quotes_of(library.trees["example/tarn_nodule"].because)
    sides = (Side(source, says="One thing.", because=quote), Side(source, says="Nothing.", because=NOT_STATED))
    known = {"d": Difference("d", topic="A matter", sides=sides, follows="Both are shown.")}
    terms = {"t": Term("t", name="nodule", means="A lump.", also=("nodules",), because=quote)}
    review = Review(
        "tarn_nodule", sha256="0" * 64, reviewer="A. Nobody", role="r", date="2020-03-01", compared=(source,)
    )
    change = Change("c", date="2020-03-01", title="A change", why="So.", because=quote)
    more = {"reviews": {"example": [review]}, "changes": {"example": {"c": change}}}
    suspect = Suspect(
        "E04",
        found="2026-11-22",
        change=GONE,
        says="It is gone.",
        cleared=Cleared(by="A", date="2026-11-23", why="So."),
    )
    register = replace(library.registers["example_2020"], suspects=(suspect,))
    library = replace(library, registers={**library.registers, "example_2020": register})
    data = export_data(replace(library, differences={"example": known}, terms={"example": terms}, **more))
    read: dict[str, object] = json.loads(written(data))
    return read


def test_every_object_has_the_fields_that_the_page_gives_it_and_no_others(whole: dict[str, object]) -> None:
    used: set[str] = set()

    assert list(of_object(whole, "export", "export", used)) == []
    assert used == set(SECTIONS) - OF_ONE_TREE


@pytest.mark.parametrize("field", ["hash", "nodes", "paths"])
def test_a_field_that_is_missing_or_of_another_kind_does_not_fit_the_page(field: str, copy: Path) -> None:
    data = json.loads(run("--folder", copy, "export").stdout)
    tree = data["collections"][0]["trees"][0]
    kept, tree[field] = tree[field], None
    assert [each for each in safely(data) if f".{field}" in each]

    del tree[field]
    assert [each for each in safely(data) if field in each]

    tree[field], tree["more"] = kept, 1
    assert [each for each in safely(data) if "more" in each]


def safely(data: object) -> list[str]:
    try:
        return list(of_object(data, "export", "export", set()))
    except AssertionError as error:
        return [str(error)]


def test_every_kind_that_the_page_names_is_exported(whole: dict[str, object]) -> None:
    kinds = set(re.findall(r'"kind": "(\w+)"', json.dumps(whole)))
    text = PAGE.read_text(encoding="utf-8")

    assert kinds == {
        *("question", "measure", "checklist", "choice", "treatment", "action", "advice_against", "left_open"),
        *("answer", "band", "item", "option", "event", "onward"),
        *("medians", "hazard_ratio", "percentages", "finding"),
    }
    assert [kind for kind in kinds if f'"{kind}"' not in text] == []


def test_no_name_of_a_python_class_stands_in_the_shape(whole: dict[str, object]) -> None:
    keys = set(re.findall(r'"(\w+)": ', json.dumps(whole)))

    assert [key for key in keys if key != key.lower()] == []


def test_the_page_and_the_code_say_the_same_version() -> None:
    assert f"of this shape: {VERSION} |" in PAGE.read_text(encoding="utf-8")
    assert SECTIONS["export"]["format"] == f'"{FORMAT}"'


def test_every_tree_and_node_is_exported_in_reading_order(library: Library) -> None:
    data = json.loads(written(export_data(library)))
    listed = [
        (tree["name"], [node["id"] for node in tree["nodes"]])
        for collection in data["collections"]
        for tree in collection["trees"]
    ]

    assert listed == [(name, [node.id for node in tree.nodes]) for name, tree in library.full_names()]


def test_every_outcome_carries_its_quotes_with_source_and_statement(library: Library) -> None:
    data = json.loads(written(export_data(library)))
    nodes = {
        (tree["name"], node["id"]): node
        for collection in data["collections"]
        for tree in collection["trees"]
        for node in tree["nodes"]
    }
    for name, tree in library.trees.items():
        for node in tree.nodes:
            if isinstance(node, OUTCOMES):
                found = [(each["text"], each["source"], each["statement"]) for each in nodes[name, node.id]["quotes"]]
                assert found == [(quote.text, quote.source.id, quote.at) for quote in quotes_of(node.because)]


def test_a_dose_stands_as_numbers_and_as_words(copy: Path) -> None:
    data = json.loads(run("--folder", copy, "export").stdout)
    doses = {
        node["id"]: node["dose"]
        for tree in data["collections"][0]["trees"]
        for node in tree["nodes"]
        if node["kind"] == "treatment"
    }

    plain = {"split": False, "weeks_on": None, "weeks_off": None, "printed": None}
    split = {"lowest": 400, "highest": 400, **plain, "split": True, "printed": "200 mg twice daily"}
    cycle = {"lowest": 50, "highest": 50, **plain, "weeks_on": 3, "weeks_off": 1}
    assert doses == {
        "velurin_100": {"words": "100 mg daily", "mg_daily": {"lowest": 100, "highest": 100, **plain}},
        "velurin_400": {"words": "400 mg daily in split doses", "mg_daily": split},
        "osmatil_50": {"words": "50 mg daily, 3 weeks on, 1 week off", "mg_daily": cycle},
        "velurin_lowest": {"words": "the lowest dose that helps", "mg_daily": None},
    }


def test_the_same_trees_are_the_same_bytes_whatever_the_terminal_shows(copy: Path) -> None:
    replace_in(copy / "example" / "collection.py", "Tarn nodules (invented)", "Tårn “nodules”")
    plain = run("--folder", copy, "export").stdout
    ascii_only = run("--folder", copy, "export", PYTHONIOENCODING="ascii", PYTHONHASHSEED="7").stdout
    run("--folder", copy, "export", "--out", copy / "out.json")

    assert "Tårn “nodules”" in plain
    assert ascii_only == plain
    assert (copy / "out.json").read_bytes() == plain.encode("utf-8")


def test_one_collection_can_be_exported_alone(copy: Path) -> None:
    assert run("--folder", copy, "export", "example").stdout == run("--folder", copy, "export").stdout


def test_a_collection_that_is_not_there_is_said_and_nothing_is_printed(copy: Path) -> None:
    done = run("--folder", copy, "export", "exmaple")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "trees export: there is no collection 'exmaple'. There are: example.\n"


def test_trees_with_a_problem_are_not_exported_and_a_file_stays_as_it_was(copy: Path) -> None:
    (copy / "out.json").write_text("before", encoding="utf-8")
    replace_in(copy / "example" / "tarn_nodule.py", "DailyDose(mg=100)", "DailyDose(mg=200)")
    done = run("--folder", copy, "export", "--out", copy / "out.json")

    assert (done.returncode, done.stdout) == (1, "")
    assert "'velurin_100' gives 200 mg daily" in done.stderr
    assert (copy / "out.json").read_text(encoding="utf-8") == "before"


def test_a_file_is_written_readable_and_nothing_is_left_beside_it(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "new").mkdir()
    done = run("--folder", copy, "export", "--out", tmp_path / "new" / "out.json")

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out.json"]
    assert stat.S_IMODE((tmp_path / "new" / "out.json").stat().st_mode) == 0o644


def test_a_folder_or_a_device_is_no_file_and_stays_what_it_is(copy: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        done = run("--folder", copy, "export", "--out", path)

        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"trees export: {path} is no file. Name a file, or leave --out away.\n"
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_file_that_cannot_be_written_is_said_in_one_line(copy: Path, tmp_path: Path) -> None:
    done = run("--folder", copy, "export", "--out", tmp_path / "not_there" / "out.json")

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "out.json cannot be written: No such file or directory. What was there is as it was." in done.stderr
