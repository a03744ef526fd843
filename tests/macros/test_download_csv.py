"""Every path of a tree as CSV: a row says what a walk with its answers finds, in a form that any reader takes."""

import csv
import json
import re
import subprocess
from dataclasses import replace
from functools import cache
from io import StringIO

import pytest
from conftest import ROOT
from helpers.export_manual import PAGE
from helpers.materials import NAMES, ODD_NAMES, REAL, material, material_in
from helpers.present import absent
from helpers.shipped_walk import NODE
from helpers.small import action, library_of, question

from macros.downloads.csv_file import MOST, NOT_LISTED, listed, make
from macros.downloads.csv_row import COLUMNS
from trees.core import wording
from trees.core.branches import OtherTree
from trees.core.formulas import as_written, harmless
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Treatment
from trees.core.paths import count, paths
from trees.core.walk import walk

SIZE, AFTER, ON = "example/tarn_nodule", "example/after_velurin", "example/on_velurin"
D3 = ROOT / "tests" / "node_modules" / "d3-dsv" / "dist" / "d3-dsv.js"
"""A reader of CSV in another language, which Mermaid brings along."""
READ = """
const { readFileSync } = require("node:fs");
require("node:vm").runInThisContext(readFileSync(process.argv[1], "utf-8"));
process.stdout.write(JSON.stringify(exports.csvParseRows(readFileSync(0, "utf-8"))));
"""


@cache
def rows(name: str) -> list[dict[str, str]]:
    text = make(material(name)).decode("utf-8-sig")
    return [
        {column: as_written(cell) for column, cell in row.items()} for row in csv.DictReader(StringIO(text, newline=""))
    ]


def beginning_at(library: Library, name: str, start: str) -> Library:
    """Return a library in which a tree begins at another of its nodes."""
    tree = library.trees[name]
    nodes = (tree.node(start), *(node for node in tree.nodes if node.id != start))
    return replace(library, trees={**library.trees, name: replace(tree, nodes=nodes)})


def given(codes: str) -> list[tuple[str, str]]:
    pairs = (each.partition("=") for each in codes.split())
    return [(node, code) for node, _, code in pairs]


@pytest.mark.parametrize("name", NAMES)
def test_a_walk_with_the_answers_of_a_row_finds_what_the_row_says(name: str) -> None:
    tree = REAL.trees[name]
    for row in rows(name):
        library = REAL
        if row["begins_after_code"]:
            ((outcome, code),) = given(row["begins_after_code"])
            (way,) = (way for way in tree.node(outcome).then if way.code == code)  # type: ignore[union-attr]
            library = beginning_at(REAL, name, way.to)
        walked = walk(library, name, given(row["answers_code"]))
        assert dict(walked.unused) == {}
        # In another tree a walk goes on with what is known.
        steps = [step for step in walked.steps if step.tree == name]
        said = [f"{wording.title(step.node)} → {way.says}" for step in steps for way in step.ways]
        shown = row["answers"].splitlines()
        assert [each.startswith(words) for each, words in zip(shown, said, strict=True)] == [True] * len(said)
        if row["leads_to"] == "Another tree":
            jump = steps[-1].ways[-1].to
            assert isinstance(jump, OtherTree)
            assert REAL.jump(name, jump) == row["id"]
            assert row["words"] == REAL.trees[row["id"]].title
            continue
        known = {reached.node.id: reached.node for reached in walked.outcomes}
        node = known.pop(row["id"])
        assert (row["words"], row["leads_to"]) == (wording.title(node), wording.kind(node))
        assert bool(known) == bool(row["also_shown"])
        assert all(wording.title(each) in row["also_shown"] for each in known.values())
        assert [note.says in row["since_then"] for note in node.since] == [True] * len(node.since)
        if isinstance(node, Treatment):
            assert row["drug"] == node.drug.name
            assert row["dose"] == wording.dose_as_printed(node.dose)
            assert row["dose_strength"] == wording.firmly(node)


@pytest.mark.parametrize("name", [*NAMES, *ODD_NAMES])
def test_every_path_has_its_row_in_the_order_of_the_data(name: str) -> None:
    found = [
        (
            " ".join(f"{node.id}={way.code}" for node, way in path.steps),
            f"{path.after[0].id}={path.after[1].code}" if path.after else "",
        )
        for path in paths(material(name).tree)
    ]
    assert [(row["answers_code"], row["begins_after_code"]) for row in rows(name)] == found
    assert [row["path"] for row in rows(name)] == [str(number + 1) for number in range(len(found))]
    assert {row["paths"] for row in rows(name)} == {str(count(material(name).tree))}


def test_a_row_of_the_invented_tree_reads_like_this() -> None:
    row = rows(AFTER)[1]
    assert {key: row[key] for key in ("answers_code", "badge", "id", "words", "drug", "duration", "dose_strength")} == {
        "answers_code": "quill_tea=no osmatil_or_surgery=osmatil",
        "badge": "B",
        "id": "osmatil_50",
        "words": "Osmatil 50 mg daily, 3 weeks on, 1 week off",
        "drug": "Osmatil",
        "duration": "Not stated",
        "dose_strength": "“may”",
    }
    numbers = ("dose_mg_daily_lowest", "dose_mg_daily_highest", "split", "weeks_on", "weeks_off")
    assert [row[key] for key in numbers] == ["50", "50", "", "3", "1"]
    assert row["answers"] == "Does the patient drink quill tea? → No\nOsmatil, or surgery? → Osmatil"
    assert row["since_then"].splitlines()[0] == (
        "Since then, Invented 2024 adds (2024-03-31). Blood pressure on osmatil: It is measured monthly: osmatil may "
        "raise it. “have their blood pressure measured monthly” (Invented 2024, F02); “since osmatil may raise it” "
        "(Invented 2024, F02)."
    )
    assert row["quotes"].splitlines()[0] == "“osmatil may be given at 50 mg daily” (Invented 2020, E07)"
    assert COLUMNS.index("since_then") < COLUMNS.index("words")


def test_a_row_of_a_checklist_says_that_every_true_item_counts_and_what_is_shown_in_any_case() -> None:
    iron, fever, none, _ = rows(ON)
    assert iron["how_to_read"] == fever["how_to_read"]
    assert "every true item counts" in iron["how_to_read"]
    assert "In any case" in iron["how_to_read"]
    assert iron["also_shown"].startswith("A: A visit every 3 months.")
    assert "“patients on velurin are seen every 3 months” (Invented 2020, E10)" in iron["also_shown"]
    assert (none["id"], none["also_shown"]) == ("visits", "")
    assert not any(row["how_to_read"] for row in rows(SIZE))


@pytest.mark.parametrize("name", [*NAMES, *ODD_NAMES])
def test_every_row_says_whose_it_is_and_how_far_to_trust_it(name: str) -> None:
    known = material(name).attribution
    for row in rows(name):
        assert row["version"] == known.version
        assert (row["review"], row["sources"], row["sha256"]) == (known.review, known.dated, known.sha256)
        assert row["attribution"] == " ".join(known.line().split())
        assert row["warnings"].splitlines() == known.warnings()


def test_another_reader_finds_the_same_cells() -> None:
    if not D3.is_file():
        absent("d3-dsv is absent: run `make test`, which gets it from npm")
    for name in (SIZE, *ODD_NAMES):
        made = make(material(name))
        assert made.startswith(b"\xef\xbb\xbftree,title,")
        assert made.endswith(b"\r\n")
        text = made.decode("utf-8-sig")
        done = subprocess.run([NODE, "-e", READ, D3], input=text.encode(), capture_output=True, check=True)
        found = json.loads(done.stdout)
        assert found == list(csv.reader(StringIO(text, newline="")))
        assert {len(row) for row in found} == {len(COLUMNS)}


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("''-", "'''-"),
        ("'tis", "'tis"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_what_looks_like_a_formula_is_none_and_is_read_back_as_it_was(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert as_written(cell) == text


def test_no_cell_of_a_tree_of_formulas_begins_with_one() -> None:
    formula = "=HYPERLINK(1)"
    library = library_of(t=(question("q", {"yes": "a", "unknown": "a"}), action("a")))
    tree = library.trees["c/t"]
    first_node, end = tree.nodes
    nodes = (replace(first_node, asks=formula), replace(end, says='@a,"b"\r\nc', notes=("-1", "+2")))
    library.trees["c/t"] = replace(tree, title=formula, readers="+r", nodes=nodes)  # type: ignore[arg-type]
    text = make(material_in(library, "c/t")).decode("utf-8-sig")
    first = next(csv.DictReader(StringIO(text, newline="")))
    assert [cell for cell in first.values() if re.match(r"[=+\-@\t\r]", cell)] == []
    assert (first["title"], first["words"], first["notes"]) == (
        f"'{formula}",
        '\'@a, "b" c'.replace(", ", ","),
        "'-1\n+2",
    )
    assert as_written(first["title"]) == formula


def test_a_tree_of_very_many_paths_is_cut_off_and_says_so_in_its_last_row() -> None:
    deep = [question(f"q{at}", dict.fromkeys(("yes", "no"), f"q{at + 1}")) for at in range(40)]
    library = library_of(t=(*deep, question("q40", {"yes": "a", "no": "a"}), action("a")))
    found = list(listed(material_in(library, "c/t"), 100))
    whole = 2**41
    assert len(found) == 101
    assert [row["leads_to"] for row in found].count(NOT_LISTED) == 1
    assert (found[-1]["path"], found[-1]["paths"], found[-1]["version"]) == ("", str(whole), found[0]["version"])
    assert found[-1]["words"] == (
        f"This file is not complete. Of {whole:,} paths it lists 100; {whole - 100:,} are not listed."
    )
    assert found[0]["paths"] == str(whole)
    assert all(count(tree) < MOST for tree in REAL.trees.values())


def test_the_manual_names_every_column_in_its_order() -> None:
    section = PAGE.read_text(encoding="utf-8").partition("## Every path as CSV\n")[2].partition("\n## ")[0]
    named = [name for line in re.findall(r"(?m)^- ([^:]+): ", section) for name in re.findall(r"`(\w+)`", line)]
    assert tuple(named) == COLUMNS
    assert f"{MOST:,}" in section


@pytest.mark.parametrize("name", NAMES)
def test_no_outcome_and_no_jump_of_a_tree_is_without_a_row(name: str) -> None:
    tree = REAL.trees[name]
    shown = {row["id"] for row in rows(name)}
    beside = "\n".join(row["also_shown"] for row in rows(name))
    missing = [
        node.id
        for node in tree.nodes
        if isinstance(node, OUTCOMES) and node.id not in shown and wording.title(node) not in beside
    ]
    assert missing == []
    ends = {path.end.name.rpartition("/")[2] for path in paths(tree) if isinstance(path.end, OtherTree)}
    assert {row["id"].rpartition("/")[2] for row in rows(name) if row["leads_to"] == "Another tree"} == ends
