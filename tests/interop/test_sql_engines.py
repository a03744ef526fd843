"""The queries of a tree tell in DuckDB, SQLite and Polars what the walker tells, patient by patient, word by word."""

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import duckdb
import polars
import pytest
from helpers.diagram_trees import EVERY_KIND
from helpers.engine_patients import BEGINS_AT, Patient, Told, expected, grid, refused
from helpers.odd_library import ODD
from helpers.random_trees import Maker
from helpers.random_trees import library as library_by_chance
from helpers.small import action, library_of, question
from helpers.sql_engines import ENGINES, Queries, Run, different, kinds, short_and_told
from helpers.sql_hostile import RESERVED, hostile

from trees.core.library import Library, load
from trees.core.walk import walk
from trees.formats.forks import Leads

TREES = load(Path(__file__).parents[2] / "trees")
NAMES = [name for name, _ in TREES.full_names()]
INVENTED = [name for name in NAMES if TREES.collections[name.partition("/")[0]].invented]
ENGINE = pytest.mark.parametrize("run", ENGINES.values(), ids=ENGINES)
SOME = 60
"""Patients of each tree by lot; of the invented trees, and in the slow test of all, every one."""


def compared(library: Library, name: str, run: Run, patients: Sequence[Patient]) -> list[str]:
    """Return how an engine differs from the walker, in both queries of a tree."""
    queries, of = Queries(library, name), kinds(library.trees[name])
    flat, told = short_and_told(run, queries.flat, queries.told, of, patients)
    nested, _ = short_and_told(run, queries.nested, None, of, patients)
    ours = [expected(library, name, each) for each in patients]
    return [
        *different(told, ours, patients),
        *(f"{one} is {two}" for one, two in zip(flat, nested, strict=True) if one != two),
    ]


@ENGINE
def test_every_patient_of_an_invented_tree_is_told_what_the_walker_tells(run: Run) -> None:
    assert [each for name in INVENTED for each in compared(TREES, name, run, grid(TREES.trees[name]))] == []


@ENGINE
def test_patients_of_every_tree_by_lot_are_told_what_the_walker_tells(run: Run) -> None:
    assert [each for name in NAMES for each in compared(TREES, name, run, grid(TREES.trees[name], SOME))] == []


@pytest.mark.interop
@ENGINE
@pytest.mark.parametrize("name", NAMES)
def test_every_patient_of_every_tree_is_told_what_the_walker_tells(name: str, run: Run) -> None:
    assert compared(TREES, name, run, grid(TREES.trees[name])) == []


@ENGINE
def test_a_patient_with_an_answer_that_is_not_offered_is_refused_by_the_name_of_the_column(run: Run) -> None:
    for name in [*INVENTED, "odd/odd"]:
        library = odd("odd/odd") if name == "odd/odd" else TREES
        tree = library.trees[name]
        cases = refused(tree, library, name)
        _, told = short_and_told(
            run,
            Queries(library, name).flat,
            Queries(library, name).told,
            kinds(tree),
            [patient for _, patient in cases],
        )

        assert len(cases) > 10
        assert [[(each["does"], each["id"]) for each in found] for found in told] == [
            [("refuse", column)] for column, _ in cases
        ]


@ENGINE
def test_a_value_that_is_not_offered_refuses_a_patient_even_where_no_question_asks_for_it(run: Run) -> None:
    tree = TREES.trees["example/tarn_nodule"]
    off_the_way = {**grid(tree, 1)[0], BEGINS_AT: None, "pain": "unknown", "quill_variant": "zzz"}
    told = said(run, "example/tarn_nodule", [off_the_way, {**off_the_way, "quill_variant": "yes"}])

    assert [(each["does"], each["id"]) for found in told for each in found] == [
        ("refuse", "quill_variant"),
        ("show", "pain_not_known"),
    ]


@ENGINE
def test_not_a_number_and_infinity_are_refused_and_never_fall_into_the_highest_band(run: Run) -> None:
    base = {**dict.fromkeys(grid(TREES.trees["example/tarn_nodule"], 1)[0]), "pain": "no"}
    told = said(run, "example/tarn_nodule", [{**base, "nodule_size": each} for each in (math.inf, -math.inf)])
    assert [(each["does"], each["id"]) for found in told for each in found] == [("refuse", "nodule_size")] * 2


def test_not_a_number_is_refused_where_a_column_can_hold_it() -> None:
    query = Queries(TREES, "example/tarn_nodule").flat
    columns = kinds(TREES.trees["example/tarn_nodule"])
    frame = polars.DataFrame(
        [{**dict.fromkeys(name for name, _ in columns), "pain": "no", "nodule_size": math.nan}],
        schema={name: polars.Float64 if number else polars.String for name, number in columns},
    )
    with duckdb.connect() as connection:
        typed = ", ".join(f'"{name}" {"DOUBLE" if number else "VARCHAR"}' for name, number in columns)
        connection.execute(f"CREATE TABLE patients ({typed})")
        connection.execute("INSERT INTO patients BY NAME SELECT 'no' AS pain, 'nan'::DOUBLE AS nodule_size")
        in_duckdb = connection.execute(f'SELECT "_does" FROM ({query})').fetchall()
    in_polars = polars.SQLContext(patients=frame).execute(query, eager=True)["_does"].to_list()

    assert (in_duckdb, in_polars) == ([("refuse",)], ["refuse"])


@pytest.mark.parametrize("kind", ["REAL", "TEXT", "INTEGER", "NUMERIC", ""])
@pytest.mark.parametrize("text", ["abc", "", "1 cm", "2,5", "zero", "0x10"])
def test_in_sqlite_a_text_where_a_number_belongs_is_refused_and_is_not_0(kind: str, text: str) -> None:
    assert in_a_column_of_sqlite(kind, text) == ("refuse", "")


@pytest.mark.parametrize("kind", ["REAL", "TEXT", "INTEGER", "NUMERIC", ""])
def test_in_sqlite_a_number_is_compared_as_a_number_whatever_its_column_is_called(kind: str) -> None:
    assert in_a_column_of_sqlite(kind, 10) == ("ask", "biopsy_done")
    assert in_a_column_of_sqlite(kind, 1) == ("show", "")


def in_a_column_of_sqlite(kind: str, value: object) -> tuple[str, str]:
    """Return what is told of a painless nodule of a size, in a column of a kind."""
    names = [name for name, _ in kinds(TREES.trees["example/tarn_nodule"])]
    with sqlite3.connect(":memory:") as connection:
        typed = ", ".join(f'"{name}" {kind if name == "nodule_size" else "TEXT"}' for name in names)
        connection.execute(f"CREATE TABLE patients ({typed})")
        connection.execute("INSERT INTO patients (pain, nodule_size) VALUES ('no', ?)", [value])
        query = Queries(TREES, "example/tarn_nodule").flat
        return connection.execute(f'SELECT "_does", "_missing" FROM ({query})').fetchone()


def test_a_text_in_a_column_of_numbers_stops_duckdb_and_polars() -> None:
    query = Queries(TREES, "example/tarn_nodule").flat
    names = [name for name, _ in kinds(TREES.trees["example/tarn_nodule"])]
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE patients ({', '.join(f'{name} VARCHAR' for name in names)})")
        with pytest.raises(duckdb.BinderException, match="VARCHAR, INTEGER"):
            connection.execute(query)
    frame = polars.DataFrame([{**dict.fromkeys(names), "nodule_size": "3"}], schema=dict.fromkeys(names, polars.String))
    with pytest.raises(polars.exceptions.PolarsError, match="str"):
        polars.SQLContext(patients=frame).execute(query, eager=True)


@pytest.mark.parametrize("run", [ENGINES["DuckDB"], ENGINES["SQLite"]], ids=["DuckDB", "SQLite"])
def test_a_column_that_is_not_there_stops_the_query_and_is_no_text(run: Run) -> None:
    query = Queries(TREES, "example/tarn_nodule").flat
    columns = [each for each in kinds(TREES.trees["example/tarn_nodule"]) if each[0] != "pain"]
    with pytest.raises((duckdb.BinderException, sqlite3.OperationalError), match="pain"):
        run(columns, [dict.fromkeys(name for name, _ in columns)], query, None)


@ENGINE
def test_the_answers_of_a_row_lead_the_walker_to_the_same_outcomes(run: Run) -> None:
    for name in INVENTED:
        tree = TREES.trees[name]
        patients = [each for each in grid(tree, 400) if each.get(BEGINS_AT) is None]
        short, _ = short_and_told(run, Queries(TREES, name).flat, None, kinds(tree), patients)
        seen = 0
        for _, _, does, outcome, path, _ in short:
            if does == Leads.SHOW.value:
                walked = walk(TREES, name, [tuple(each.split("=")) for each in path.split(" ")])
                assert ", ".join(each.node.id for each in walked.outcomes) == outcome
                seen += 1
        assert seen > 5


@ENGINE
def test_what_is_missing_is_named_by_its_columns(run: Run) -> None:
    columns = ("velurin_cautions", "velurin_cautions__iron", "velurin_cautions__fever")
    patients = [
        dict(zip(columns, each, strict=True))
        for each in ((None, None, None), (None, "no", None), (None, "yes", None), ("none", None, None))
    ]
    name = "example/on_velurin"
    short, _ = short_and_told(run, Queries(TREES, name).flat, None, kinds(TREES.trees[name]), patients)

    assert [(does, outcome, path, missing) for _, _, does, outcome, path, missing in short] == [
        ("ask", "", "", "velurin_cautions__iron, velurin_cautions__fever"),
        ("ask", "", "", "velurin_cautions__fever"),
        ("show", "visits, check_iron", "velurin_cautions=iron", "velurin_cautions__fever"),
        ("show", "visits", "velurin_cautions=none", ""),
    ]


def odd(name: str) -> Library:
    """Return the odd library, in which only one tree asks: the same question stands in several with other answers."""
    stub = ODD.trees["odd/harm"]
    return replace(ODD, trees={each: tree if each == name else stub for each, tree in ODD.trees.items()})


@ENGINE
def test_no_text_of_a_tree_breaks_out_of_a_query(run: Run) -> None:
    library = hostile()
    patients = grid(library.trees["c/t"], 300)
    patients += [{**dict.fromkeys(RESERVED, "select"), name: "null"} for name in RESERVED]
    patients += [{**each, RESERVED[0]: "unknown"} for each in patients[-len(RESERVED) :]]
    assert compared(library, "c/t", run, patients) == []


@ENGINE
@pytest.mark.parametrize("name", list(ODD.trees))
def test_odd_trees_are_told_as_the_walker_tells_them(run: Run, name: str) -> None:
    assert compared(odd(name), name, run, grid(ODD.trees[name], 500)) == []


@ENGINE
@pytest.mark.parametrize("seed", range(6))
def test_trees_by_chance_are_told_as_the_walker_tells_them(run: Run, seed: int) -> None:
    library = library_by_chance(Maker(seed).trees())
    for name in library.trees:
        assert compared(library, name, run, grid(library.trees[name], 100)) == []


@pytest.mark.parametrize(
    "run", [ENGINES["DuckDB"], ENGINES["SQLite"], pytest.param(ENGINES["Polars"], marks=pytest.mark.interop)]
)
def test_a_tree_with_more_rows_than_sqlite_lists_at_once_is_told_whole(run: Run) -> None:
    nodes = (
        question("a", {f"a{at}": "b" for at in range(22)}),
        question("b", {f"b{at}": f"end_{at % 7}" for at in range(22)}),
        *(action(f"end_{at}") for at in range(7)),
    )
    library = library_of(t=nodes)

    assert len(Queries(library, "c/t").reading.rows) > 500
    assert compared(library, "c/t", run, grid(library.trees["c/t"])) == []


def deep(questions: int) -> Library:
    """Return a tree that asks so many questions one after the other."""
    ids = [f"q{at}" for at in range(questions)]
    nodes = [question(each, {"yes": to, "no": "no_end"}) for each, to in zip(ids, [*ids[1:], "end"], strict=True)]
    return library_of(t=(*nodes, action("end"), action("no_end")))


@ENGINE
def test_the_flat_query_of_a_tree_with_forty_questions_in_a_row_runs(run: Run) -> None:
    library = deep(40)
    tree, queries = library.trees["c/t"], Queries(library, "c/t")
    patients = [{f"q{at}": "yes" if at < yes else None for at in range(40)} for yes in range(41)]
    _, told = short_and_told(run, queries.flat, queries.told, kinds(tree), patients)

    assert different(told, [expected(library, "c/t", each) for each in patients], patients) == []


def test_sqlite_says_that_it_takes_no_query_of_so_many_questions_within_each_other() -> None:
    library = deep(40)
    with pytest.raises(sqlite3.OperationalError, match="parser stack overflow"):
        ENGINES["SQLite"](kinds(library.trees["c/t"]), [], Queries(library, "c/t").nested, None)


@ENGINE
def test_a_tree_without_a_question_shows_its_outcome(run: Run) -> None:
    library = library_of(t=(action("only"),))
    assert compared(library, "c/t", run, [{}]) == []


def said(run: Run, name: str, patients: Sequence[Patient]) -> list[list[Told]]:
    """Return what an engine tells of patients in a tree."""
    queries = Queries(TREES, name)
    return short_and_told(run, queries.flat, queries.told, kinds(TREES.trees[name]), patients)[1]


CHANGES = {
    "a dose": ("told", "'400 mg daily", "'300 mg daily"),
    "a quote": ("told", "“Painful nodules of any size”", "“Painful nodules of no size”"),
    "a band edge": ("flat", '"nodule_size" + 0 < 2 ', '"nodule_size" + 0 < 2.1 '),
    "a band edge that is part of it": ("flat", '"nodule_size" + 0 <= 5 ', '"nodule_size" + 0 < 5 '),
    "a target": ("flat", "'show watch' AS", "'show middle_size' AS"),
    "two answers swapped": ("flat", "\"quill_variant\" = 'yes'", "\"quill_variant\" = 'no'"),
    "an answer that asks": ("flat", 'p."pain" IS NULL', "p.\"pain\" = 'unknown'"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_the_queries_is_noticed(change: str) -> None:
    name = "example/tarn_nodule"
    tree, queries = TREES.trees[name], Queries(TREES, name)
    of, before, after = CHANGES[change]
    texts = {"flat": queries.flat, "told": queries.told}
    assert before in texts[of], f"{before} is not in the query"
    texts[of] = texts[of].replace(before, after)
    patients = grid(tree)
    _, told = short_and_told(ENGINES["DuckDB"], texts["flat"], texts["told"], kinds(tree), patients)

    assert different(told, [expected(TREES, name, each) for each in patients], patients) != []


def test_every_kind_of_node_is_among_what_is_compared() -> None:
    kinds_of_nodes = {type(node) for name in NAMES for node in TREES.trees[name].nodes}
    assert {type(node) for node in EVERY_KIND.nodes} <= kinds_of_nodes
