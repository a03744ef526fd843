"""The queries of a tree tell in Spark, in its ANSI mode, what the walker tells. Spark is no wheel: it may be absent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.engine_patients import TOLD, expected, grid, refused
from helpers.present import absent
from helpers.sql_engines import ASKED, NUMBER, SHORT, Queries, different, kinds
from helpers.sql_hostile import RESERVED, hostile

from trees.core.library import Library, load

TREES = load(Path(__file__).parents[2] / "trees")
SOME = 150
SETTINGS = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    "spark.sql.shuffle.partitions": "2",
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}

pytestmark = pytest.mark.interop


@pytest.fixture(scope="module")
def spark() -> Iterator[object]:
    """Start Spark on two cores of this machine."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        absent("pyspark is absent")
    builder = SparkSession.builder.master("local[2]")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def told_by(spark, library: Library, name: str, patients) -> list[list[dict[str, str]]]:
    """Return what Spark tells of patients, once by each query of a tree; the two have to say the same."""
    queries, of = Queries(library, name), kinds(library.trees[name])
    schema = ", ".join([f"`{NUMBER}` BIGINT", *(f"`{each}` {'DOUBLE' if number else 'STRING'}" for each, number in of)])
    rows = [(at, *(typed(each[column], number) for column, number in of)) for at, each in enumerate(patients)]
    spark.createDataFrame(rows, schema).createOrReplaceTempView("patients")
    short = ", ".join(f'"{each}"' for each in (NUMBER, *SHORT))
    both = []
    for query in (queries.nested, queries.flat):
        spark.sql(query).createOrReplaceTempView("audited")
        both.append(sorted(tuple(row) for row in spark.sql(f"SELECT {short} FROM audited").collect()))
    assert both[0] == both[1]
    found: list[list[dict[str, str]]] = [[] for _ in patients]
    answers = spark.sql(f'{ASKED}{queries.told}) AS answers ORDER BY "{NUMBER}", "_position"').collect()
    for at, *fields in answers:
        found[at].append(dict(zip(TOLD, fields, strict=True)))
    return found


def typed(value, number: bool):
    """Return a value as Spark takes it: it turns no whole number into one with a fraction by itself."""
    return float(value) if number and value is not None else value


@pytest.mark.parametrize("name", [name for name, _ in TREES.full_names()])
def test_patients_of_every_tree_by_lot_are_told_what_the_walker_tells(spark, name: str) -> None:
    patients = grid(TREES.trees[name], SOME)
    ours = [expected(TREES, name, each) for each in patients]
    assert different(told_by(spark, TREES, name, patients), ours, patients) == []


def test_no_text_of_a_tree_breaks_out_of_a_query(spark) -> None:
    library = hostile()
    patients = grid(library.trees["c/t"], 100)
    patients += [{**dict.fromkeys(RESERVED, "select"), name: "null"} for name in RESERVED]
    ours = [expected(library, "c/t", each) for each in patients]
    assert different(told_by(spark, library, "c/t", patients), ours, patients) == []


def test_a_patient_with_an_answer_that_is_not_offered_is_refused_by_the_name_of_the_column(spark) -> None:
    name = "example/tarn_nodule"
    cases = refused(TREES.trees[name], TREES, name)
    told = told_by(spark, TREES, name, [patient for _, patient in cases])
    assert [[(each["does"], each["id"]) for each in found] for found in told] == [
        [("refuse", column)] for column, _ in cases
    ]


def test_a_text_where_numbers_belong_stops_the_query_and_is_not_0(spark) -> None:
    from pyspark.errors import NumberFormatException

    names = [name for name, _ in kinds(TREES.trees["example/tarn_nodule"])]
    row = [{"pain": "no", "nodule_size": "abc"}.get(name) for name in names]
    spark.createDataFrame([row], ", ".join(f"`{name}` STRING" for name in names)).createOrReplaceTempView("patients")
    with pytest.raises(NumberFormatException, match="abc"):
        spark.sql(Queries(TREES, "example/tarn_nodule").flat).collect()
