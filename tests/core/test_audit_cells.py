"""What `python -m trees audit` keeps of a file: its cells, its separator and its name, whatever stands in them."""

from pathlib import Path

import pytest
from helpers.audits import COLUMNS, SOUND, audited, called, cohort

from trees.core.library import Library
from trees.formats.reading import Reading


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-x", "@sum", "\tx", "'=1", "＝1"])
def test_a_cell_that_a_spreadsheet_would_reckon_with_is_made_harmless(tmp_path: Path, cell: str) -> None:
    _, _, rows = audited(cohort(tmp_path, (1, "yes", cell), columns=("patient", "pain", "note")))
    assert rows[0]["note"] == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+3.25", "5", "x=1", "a", "'x", '"', "a,b", "a\nb"])
def test_a_cell_that_nothing_reckons_with_stays_as_it_is(tmp_path: Path, cell: str) -> None:
    _, _, rows = audited(cohort(tmp_path, (1, "yes", cell), columns=("patient", "pain", "note")))
    assert rows[0]["note"] == cell


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
def test_a_csv_may_have_another_separator_and_the_mark_of_its_encoding(tmp_path: Path, separator: str) -> None:
    made = cohort(tmp_path, SOUND, separator=separator)
    made.write_bytes(b"\xef\xbb\xbf" + made.read_bytes())
    assert [row["outcome"] for row in audited(made)[2]] == ["velurin_400"]


def test_a_cohort_of_nobody_is_audited_and_what_the_audit_rests_on_is_printed(tmp_path: Path, library: Library) -> None:
    made = cohort(tmp_path, SOUND)
    made.write_text(",".join(COLUMNS) + "\n", encoding="utf-8")
    done = called("audit", "tarn_nodule", made, "--out", tmp_path / "out.csv", "--keep", "patient")

    rests_on = Reading(library, "example/tarn_nodule", "").in_a_line
    assert (done.returncode, done.stdout) == (0, f"{tmp_path / 'out.csv'}: 0 patients.\n{rests_on}\n")
    assert "Says otherwise on 1 of 7 outcomes. Encoded from the source. Not reviewed by a clinician." in rests_on


@pytest.mark.parametrize("name", ["a[1]*?.csv", "it's; --.csv", "größe 漢.csv"])
def test_a_file_may_have_any_name(tmp_path: Path, name: str) -> None:
    made = cohort(tmp_path, SOUND).rename(tmp_path / name)
    (tmp_path / "a1x.csv").write_text("pain\nzzz\n", encoding="utf-8")
    assert [row["outcome"] for row in audited(made, out="o'u[t].csv")[2]] == ["velurin_400"]
