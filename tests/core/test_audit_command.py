"""`python -m trees audit`: what it adds to a cohort, and which columns and rows it refuses, each in one line."""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pytest
from helpers.audits import ADDED, COLUMNS, SOUND, Row, audited, called, cohort, refusal
from helpers.cohorts import many, parquet_of
from helpers.commands import Terminal, run

from trees.core.library import Library
from trees.formats.reading import Reading


def test_an_audit_adds_where_each_patient_is_led_and_keeps_all_else_in_its_order(tmp_path: Path) -> None:
    made = cohort(tmp_path, (7, "yes", "", "", "yes", "yes"), (3, "no", "1.50", "", "", ""), (5, "", "", "", "", ""))
    code, said, rows = audited(made)

    assert (code, said) == (0, "")
    assert list(rows[0]) == [*COLUMNS, *ADDED]
    assert [
        (row["patient"], row["nodule_size"], row["does"], row["outcome"], row["path"], row["missing"]) for row in rows
    ] == [
        ("7", "", "show", "velurin_400", "pain=yes biopsy_done=yes quill_variant=yes", ""),
        ("3", "1.50", "show", "watch", "pain=no nodule_size=below_2", ""),
        ("5", "", "ask", "", "", "pain"),
    ]


def test_the_version_of_the_tree_stands_with_every_patient(tmp_path: Path, library: Library) -> None:
    _, _, rows = audited(cohort(tmp_path, SOUND))
    of = Reading(library, "example/tarn_nodule", "").basis

    assert [(row["tree"], row["version"]) for row in rows] == [("example/tarn_nodule", of.version)]


@pytest.mark.parametrize("out", ["out.csv", "out.parquet"])
def test_what_an_audit_rests_on_goes_with_it(tmp_path: Path, library: Library, out: str) -> None:
    audited(cohort(tmp_path, SOUND), out=out)
    if out.endswith(".csv"):
        told = (tmp_path / f"{out}.basis.txt").read_text(encoding="utf-8")
    else:
        with duckdb.connect() as connection:
            query = f"SELECT decode(value) FROM parquet_kv_metadata('{tmp_path / out}') WHERE decode(key) = 'basis'"
            ((told,),) = connection.execute(query).fetchall()
    for name, words in Reading(library, "example/tarn_nodule", "").header:
        assert name == "Address" or f"{name}: {words}" in told


def test_a_column_of_another_name_is_read_and_keeps_its_name(tmp_path: Path) -> None:
    made = cohort(tmp_path, SOUND, columns=("patient", "schmerz", *COLUMNS[2:]))
    code, _, rows = audited(made, "--column", "pain=schmerz")

    assert (code, list(rows[0])) == (0, ["patient", "schmerz", *COLUMNS[2:], *ADDED])
    assert rows[0]["outcome"] == "velurin_400"


def test_a_column_that_the_file_lacks_is_told_and_asked_for(tmp_path: Path) -> None:
    code, said, rows = audited(cohort(tmp_path, (1, "yes"), columns=("patient", "pain")))

    assert (code, rows[0]["does"], rows[0]["missing"]) == (0, "ask", "biopsy_done")
    assert said == (
        "trees audit: the file has no column for these, so of no patient anything is known of them: "
        "nodule_size, nodule_size__unknown, biopsy_done, quill_variant.\n"
    )


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        (
            ("patient", "pains"),
            "Did you mean 'pain'? Say so: --column pain=pains; or that it is another: --keep pains.",
        ),
        (("patient", "Pain"), "Did you mean 'pain'? Say so: --column pain=Pain; or that it is another: --keep Pain."),
        (("patient", "PAIN"), "Did you mean 'pain'? Say so: --column pain=PAIN; or that it is another: --keep PAIN."),
        (("patient", "pain", "biopsy_don"), "Did you mean 'biopsy_done'?"),
        (
            ("patient", "biopsy don"),
            "Say so: --column biopsy_done='biopsy don'; or that it is another: --keep 'biopsy don'.",
        ),
        (("patient", "pain", "Outcome"), "has a column 'Outcome', and the audit adds one of that name."),
        (("patient", "pain", "_begins_at"), "An audit begins every patient at the start of the tree"),
        (("patient", "zz"), "has no column that the tree asks for. It asks for 'pain', 'nodule_size',"),
    ],
)
def test_a_column_that_may_be_misspelt_is_asked_about(tmp_path: Path, columns: Sequence[str], says: str) -> None:
    lines = refusal(cohort(tmp_path, (1, "yes", "no"), columns=columns))
    assert len(lines) == 1
    assert says in lines[0]


def test_the_columns_that_an_audit_asks_for_are_printed_with_what_each_takes_and_its_unit() -> None:
    done = called("audit", "tarn_nodule", "--columns")
    lines = done.stdout.splitlines()

    assert (done.returncode, done.stderr) == (0, "")
    assert [line.split(" ")[0] for line in lines] == list(COLUMNS[1:])
    assert lines[1] == "nodule_size takes a number from 0.1 to 50 cm. It says: How large is the nodule? (cm)"


@pytest.mark.parametrize("given", [(), ("cohort.csv",), ("--out", "out.csv")])
def test_an_audit_without_patients_or_without_a_file_to_write_says_what_to_name(given: Sequence[str]) -> None:
    done = called("audit", "tarn_nodule", *given)
    says = "trees audit: name the file of the patients and --out FILE, or ask for --columns.\n"
    assert (done.returncode, done.stderr) == (2, says)


def test_a_column_that_is_kept_is_no_misspelt_one(tmp_path: Path) -> None:
    made = cohort(tmp_path, (1, "old", "yes"), columns=("patient", "pains", "pain"))
    assert audited(made)[0] == 0, "no column is lacking that it could be meant for"
    made = cohort(tmp_path, (1, "3", "yes"), columns=("patient", "nodule", "pain"))
    assert refusal(made)[0].startswith("cohort.csv has a column 'nodule', which the tree does not ask for.")
    code, _, rows = audited(made, "--keep", "nodule")
    assert (code, rows[0]["nodule"]) == (0, "3")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--column", "pane=pain"), "--column: the trees ask for no 'pane'. Did you mean 'pain'?"),
        (("--column", "pain=schmertz"), "--column: cohort.csv has no column 'schmertz'."),
        (("--column", "pain"), "'pain' names no column. Write --column OURS=THEIRS."),
        (
            ("--column", "pain=pain", "--column", "pain=patient"),
            "--column names 'pain' twice. Write --column OURS=THEIRS.",
        ),
        (
            ("--column", "pain=pain", "--column", "biopsy_done=pain"),
            "--column: 'pain' is named for two columns of the tree.",
        ),
        (("--keep", "nobody"), "--keep: cohort.csv has no column 'nobody'."),
    ],
)
def test_an_option_that_names_nothing_is_refused(tmp_path: Path, options: Sequence[str], says: str) -> None:
    assert refusal(cohort(tmp_path, SOUND), *options) == [says]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ((1, "zzz"), "row 2: 'pain' holds 'zzz'. It takes 'yes' (Yes), 'no' (No), 'unknown' (Not known)."),
        ((1, "yes "), "row 2: 'pain' holds 'yes '."),
        ((1, "YES"), "row 2: 'pain' holds 'YES'."),
        (
            (1, "no", "abc"),
            "row 2: 'nodule_size' holds the text 'abc', and no number. It takes a number from 0.1 to 50 cm.",
        ),
        (
            (1, "no", "1.500"),
            "row 2: 'nodule_size' holds '1.500', a thousand or a fraction. Write 1000, or 1. It takes",
        ),
        ((1, "no", "2,5"), "row 2: 'nodule_size' holds the text '2,5', and no number."),
        ((1, "no", "nan"), "row 2: 'nodule_size' holds the text 'nan', and no number."),
        ((1, "no", "inf"), "row 2: 'nodule_size' holds the text 'inf', and no number."),
        ((1, "no", " 3"), "row 2: 'nodule_size' holds the text ' 3', and no number."),
        ((1, "no", "1_0"), "row 2: 'nodule_size' holds the text '1_0', and no number."),
        ((1, "no", "0x1F"), "row 2: 'nodule_size' holds the text '0x1F', and no number."),
        ((1, "no", "50.1"), "row 2: 'nodule_size' holds 50.1. It takes a number from 0.1 to 50 cm."),
        ((1, "no", "1e999"), "row 2: 'nodule_size' holds "),
        ((1, "yes", "-3"), "row 2: 'nodule_size' holds -3."),
        (
            (1, "no", "3", "unknown"),
            "row 2: 'nodule_size' holds a number, and 'nodule_size__unknown' holds 'unknown'. Only one can be true.",
        ),
    ],
)
def test_a_row_that_cannot_be_true_is_named_with_what_it_holds(tmp_path: Path, row: Row, says: str) -> None:
    (line,) = refusal(cohort(tmp_path, SOUND, row))
    assert line.startswith(f"cohort.csv: {says}")


def test_a_list_of_which_none_is_true_and_one_is_contradicts_itself(tmp_path: Path) -> None:
    columns = ("velurin_cautions", "velurin_cautions__iron", "velurin_cautions__fever")
    made = cohort(tmp_path, ("none", "no", ""), ("none", "yes", ""), ("unknown", "", "yes"), columns=columns)
    done = called("audit", "on_velurin", made, "--out", tmp_path / "out.csv")

    assert done.returncode == 1
    assert [line.partition(": row ")[2] for line in done.stderr.splitlines()] == [
        "2: 'velurin_cautions__iron' holds 'yes', and 'velurin_cautions' holds 'none'. Only one can be true.",
        "3: 'velurin_cautions__fever' holds 'yes', and 'velurin_cautions' holds 'unknown'. Only one can be true.",
    ]


def test_of_many_rows_that_are_refused_twenty_are_named_and_the_others_are_counted(tmp_path: Path) -> None:
    lines = refusal(cohort(tmp_path, *((at, "zzz") for at in range(1, 1_235))))

    assert [line.partition("'")[0] for line in lines[:-1]] == [f"cohort.csv: row {at}: " for at in range(1, 21)]
    assert lines[-1] == "cohort.csv: and 1,214 more."


def test_in_parquet_a_text_where_numbers_belong_is_refused_and_not_read_as_0(tmp_path: Path) -> None:
    made = parquet_of(
        tmp_path / "cohort.parquet", [{"pain": "no", "nodule_size": None}, {"pain": "no", "nodule_size": "3"}]
    )
    done = called("audit", "tarn_nodule", made, "--out", tmp_path / "out.csv")

    assert done.returncode == 1
    assert "row 2: 'nodule_size' holds '3', which is VARCHAR and no number." in done.stderr


def test_in_parquet_a_number_where_codes_belong_is_refused(tmp_path: Path) -> None:
    made = parquet_of(tmp_path / "cohort.parquet", [{"pain": 1, "nodule_size": None}], ["pain"])
    done = called("audit", "tarn_nodule", made, "--out", tmp_path / "out.csv")

    assert done.returncode == 1
    assert "row 1: 'pain' holds '1.0', which is DOUBLE and no text." in done.stderr


def test_in_parquet_not_a_number_and_infinity_are_refused(tmp_path: Path) -> None:
    made = many(
        tmp_path / "cohort.parquet", 2, "'no' AS pain, CAST(['nan', 'inf'][range + 1] AS DOUBLE) AS nodule_size"
    )
    done = called("audit", "tarn_nodule", made, "--out", tmp_path / "out.csv")

    assert [line.partition(": row ")[2].partition(".")[0] for line in done.stderr.splitlines()] == [
        "1: 'nodule_size' holds nan",
        "2: 'nodule_size' holds inf",
    ]


def test_an_empty_text_in_parquet_is_an_answer_that_is_not_offered_and_not_nothing(tmp_path: Path) -> None:
    made = parquet_of(tmp_path / "cohort.parquet", [{"pain": ""}])
    done = called("audit", "tarn_nodule", made, "--out", tmp_path / "out.csv")

    assert (done.returncode, "row 1: 'pain' holds ''." in done.stderr) == (1, True)


def test_a_tree_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = called("audit", "tarn_nodul", cohort(tmp_path, SOUND), "--out", tmp_path / "o.csv")
    assert (done.returncode, done.stderr) == (
        2,
        "trees audit: there is no tree 'tarn_nodul'. Did you mean 'tarn_nodule'?\n",
    )


def test_without_duckdb_an_audit_says_what_to_install_and_all_else_works(tmp_path: Path) -> None:
    (tmp_path / "absent").mkdir()
    (tmp_path / "absent" / "duckdb.py").write_text("raise ImportError\n", encoding="utf-8")
    without = {"PYTHONPATH": str(tmp_path / "absent")}
    done = run("audit", "tarn_nodule", cohort(tmp_path, SOUND), "--out", tmp_path / "o.csv", **without)

    assert done.returncode == 1
    assert done.stderr == "trees audit: DuckDB is not installed. Install it: python -m pip install duckdb\n"
    assert run("walk", "tarn_nodule", "pain=unknown", **without).returncode == 0


def test_on_a_terminal_a_bar_shows_how_far_it_has_come_and_elsewhere_nothing_does(tmp_path: Path) -> None:
    made = many(tmp_path / "in.parquet", 400_000, "['yes', 'no', 'unknown'][range % 3 + 1] AS pain, range AS patient")
    terminal = Terminal("audit", "tarn_nodule", made, "--out", tmp_path / "o.csv", "--keep", "patient")
    code, shown = terminal.ends()

    assert code == 0
    assert "trees audit: [" in shown
    assert " %" in shown
    assert (
        "trees audit: ["
        not in called("audit", "tarn_nodule", made, "--out", tmp_path / "o.csv", "--keep", "patient").stderr
    )
