"""An audit leads every patient of a file where the walker leads them, through every tree on the way, in their order."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import duckdb
import pytest
from helpers.cohorts import csv_of, many, parquet_of, rows_of
from helpers.commands import MODULE, ROOT, environment, run
from helpers.engine_patients import BEGINS_AT, TOLD, Patient, grid, of_outcome, read
from helpers.sql_engines import in_duckdb, kinds

from trees.audit.journey import Journey
from trees.audit.journey import journey as journey_through
from trees.audit.run import connected
from trees.core.library import load
from trees.core.nodes import Choice
from trees.core.walk import Reached, walk
from trees.formats.inputs import Codes, Number
from trees.formats.reading import Reading
from trees.formats.sql import flat

TREES = load(ROOT / "trees")


@cache
def journey(name: str) -> Journey:
    return journey_through(TREES, name)


LONGEST = max(TREES.trees, key=lambda name: len(journey(name).readings))
"""The tree from which the most others are reached."""


def patients_of(name: str, count: int) -> list[Patient]:
    """Return patients by lot of a tree, and of all trees that it leads to, who do not contradict themselves."""
    made: list[Patient] = [{} for _ in range(count)]
    for reading in journey(name).readings:
        for patient, more in zip(made, grid(reading.tree, count), strict=False):
            patient.update({key: value for key, value in more.items() if key not in patient and key != BEGINS_AT})
    for patient in made:
        for reading in journey(name).readings:
            for clashing in read(reading.tree, {key: patient.get(key) for key in names(reading)})[1]:
                patient.update({key: None for key in names(reading) if key.partition("__")[0] == clashing})
    return [{"patient": f"P{at}", **each} for at, each in enumerate(made) if each]


def names(reading: Reading) -> list[str]:
    return [each.name for each in reading.inputs]


def walked(name: str, patient: Patient) -> tuple[str, str, str]:
    """Return what the walker does with a patient, all that it shows, and in which tree the walk ends."""
    given = {}
    for reading in journey(name).readings:
        given |= read(reading.tree, {key: patient.get(key) for key in names(reading)})[0]
    found = walk(TREES, name, given)
    does = "show" if found.asks is None else "choose" if isinstance(found.asks, Choice) else "ask"
    return does, ", ".join(each.node.id for each in found.outcomes), found.tree


def rests_on(name: str) -> str:
    """Return the lines that an audit prints last: the basis of every tree that the answers may lead to."""
    return "".join(f"{each.in_a_line}\n" for each in journey(name).readings)


def numbers(name: str) -> list[str]:
    return [each.name for each in journey(name).inputs if isinstance(each, Number)]


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
@pytest.mark.parametrize("name", ["example/tarn_nodule", "example/on_velurin", LONGEST])
def test_every_patient_is_led_where_the_walker_leads_them(name: str, suffix: str, tmp_path: Path) -> None:
    patients = patients_of(name, 400)
    made = (
        csv_of(tmp_path / "in.csv", patients)
        if suffix == ".csv"
        else parquet_of(tmp_path / "in.parquet", patients, numbers(name))
    )
    out = tmp_path / f"out{suffix}"
    done = run("audit", name, made, "--out", out, "--keep", "patient")
    rows = rows_of(out)

    assert (done.returncode, done.stdout) == (0, f"{out}: {len(patients)} patients.\n{rests_on(name)}")
    assert [row["patient"] for row in rows] == [each["patient"] for each in patients]
    nothing = "" if suffix == ".csv" else None
    assert [(row["does"], row["outcome"], row["tree"]) for row in rows] == [
        (does, outcome or nothing, tree) for does, outcome, tree in (walked(name, each) for each in patients)
    ]
    assert {row["does"] for row in rows} >= {"show", "ask"}
    assert all(row["version"] == Reading(TREES, str(row["tree"]), "").basis.version for row in rows)


def test_a_walk_goes_on_in_the_trees_that_answers_lead_to() -> None:
    assert len(journey(LONGEST).readings) > 5


def test_the_path_of_a_patient_leads_the_walker_through_every_tree_to_the_same_end(tmp_path: Path) -> None:
    made = csv_of(tmp_path / "in.csv", patients_of(LONGEST, 400))
    run("audit", LONGEST, made, "--out", tmp_path / "out.csv", "--keep", "patient")
    shown = [row for row in rows_of(tmp_path / "out.csv") if row["does"] == "show"]

    assert len({row["tree"] for row in shown}) > 3
    for row in shown:
        found = walk(TREES, LONGEST, [tuple(each.split("=")) for each in dict.fromkeys(str(row["path"]).split(" "))])
        assert (found.tree, ", ".join(each.node.id for each in found.outcomes)) == (row["tree"], row["outcome"])


@pytest.mark.parametrize("name", ["example/tarn_nodule", "example/after_velurin", "example/on_velurin"])
def test_an_audit_says_of_a_tree_what_its_exported_query_says(name: str, tmp_path: Path) -> None:
    patients = [
        each for each in grid(TREES.trees[name]) if each.get(BEGINS_AT) is None and not read(TREES.trees[name], each)[1]
    ]
    made = parquet_of(
        tmp_path / "in.parquet",
        [{key: value for key, value in each.items() if key != BEGINS_AT} for each in patients],
        numbers(name),
    )
    run("audit", name, made, "--out", tmp_path / "out.parquet")
    short, _ = in_duckdb(kinds(TREES.trees[name]), patients, flat(Reading(TREES, name, "")).decode(), None)
    rows = rows_of(tmp_path / "out.parquet")

    assert [(row["does"], row["outcome"], row["path"], row["missing"]) for row in rows] == [
        tuple(cell or None for cell in each[2:]) for each in short
    ]


@pytest.mark.parametrize("name", list(TREES.trees))
def test_the_query_of_an_audit_joins_nothing_so_that_the_patients_stay_in_their_order(name: str) -> None:
    way = journey(name)
    with connected() as connection:
        typed = ", ".join(f'"{each.name}" {"VARCHAR" if isinstance(each, Codes) else "DOUBLE"}' for each in way.inputs)
        connection.execute(f"CREATE TABLE cohort ({typed})")
        plan = connection.execute(f"EXPLAIN {way.query('cohort')}").fetchall()[0][1]

    assert "Join" not in plan
    assert "JOIN" not in plan


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_all_that_an_audit_led_to_stands_beside_it_in_words(suffix: str, tmp_path: Path) -> None:
    name, out = LONGEST, tmp_path / f"out{suffix}"
    run("audit", name, csv_of(tmp_path / "in.csv", patients_of(name, 400)), "--out", out, "--keep", "patient")
    told = {(row["tree"], row["does"], row["id"]): row for row in rows_of(tmp_path / f"{out.name}.told.csv")}
    shown = {(row["tree"], each) for row in rows_of(out) if row["outcome"] for each in str(row["outcome"]).split(", ")}

    assert len(shown) > 10
    for tree, outcome in shown:
        row = told[tree, "show", outcome]
        wanted = of_outcome(TREES, Reached(str(tree), TREES.trees[str(tree)].node(outcome)))
        assert {field: row[field] for field in TOLD} == wanted
        assert str(row["basis"]).startswith(f"{tree}@")


def columns_of(name: str) -> str:
    """Return an expression for each column of a tree, and one for the number of a patient."""
    found = ["range AS patient"]
    for each in journey(name).inputs:
        offered = (
            [f"'{code}'" for code in each.offers] if isinstance(each, Codes) else [each.node.lowest, each.node.highest]
        )
        cases = " ".join(f"WHEN {at} THEN {value}" for at, value in enumerate(offered))
        # A measure that is given and said to be unknown would be refused, and so would a list of which none is true.
        if isinstance(each, Codes) and (each.name.endswith("__unknown") or "none" in each.offers):
            cases = "WHEN 0 THEN NULL"
        found.append(f"(CASE hash('{each.name}', range) % 4 {cases} END) AS {each.name}")
    return ", ".join(found)


def test_two_million_patients_stay_in_their_order_and_take_no_more_memory_than_a_laptop_has(tmp_path: Path) -> None:
    made = many(tmp_path / "in.parquet", 2_000_000, columns_of("example/tarn_nodule"))
    out = tmp_path / "out.parquet"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            PEAK,
            *MODULE[1:],
            "audit",
            "tarn_nodule",
            str(made),
            "--out",
            str(out),
            "--keep",
            "patient",
        ],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    with duckdb.connect() as connection:
        moved = f"SELECT count(*) FROM read_parquet('{out}', file_row_number = true) WHERE patient <> file_row_number"
        (count,), (places,) = (
            connection.execute(f"SELECT count(*) FROM '{out}'").fetchone(),
            connection.execute(moved).fetchone(),
        )

    assert (done.returncode, done.stdout) == (0, f"{out}: 2,000,000 patients.\n{rests_on('example/tarn_nodule')}")
    assert (count, places) == (2_000_000, 0)
    assert int(done.stderr.split()[-1]) < 1_500_000, f"{done.stderr} kB at its peak"


PEAK = """
import resource, runpy, sys
sys.argv = sys.argv[2:]
try:
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""
