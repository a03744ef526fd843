"""Files that `python -m trees audit` cannot read or write are refused in a line, and what was there stays."""

import os
import re
import resource
import subprocess
from pathlib import Path

import pytest
from helpers.audits import SOUND, called, cohort
from helpers.cohorts import many
from helpers.commands import MODULE, ROOT, environment

FILES: dict[str, tuple[str, bytes, str]] = {
    "empty": ("a.csv", b"", "a.csv is empty."),
    "an empty Parquet": ("a.parquet", b"", "a.parquet is empty."),
    "no columns": ("a.csv", b"\n1,2\n", "a.csv has no columns: its first line names none."),
    "a column without a name": (
        "a.csv",
        b"pain,,x\n",
        "a.csv has a column without a name: the first line names every column.",
    ),
    "two of one name": (
        "a.csv",
        b"pain,x,pain\n",
        "a.csv has several columns called 'pain', in small letters or large.",
    ),
    "two that differ in a capital": (
        "a.csv",
        b"pain,Pain\n",
        "a.csv has several columns called 'pain', in small letters or large.",
    ),
    "binary": ("a.csv", b"pain\n\x00\x01\n", "a.csv is no CSV: it holds bytes that are no text."),
    "Latin-1 in the first line": ("a.csv", b"pain,gr\xf6\xdfe\n", "a.csv is not UTF-8. Save it as CSV in UTF-8."),
    "Latin-1 below": (
        "a.csv",
        b"pain,x\nyes,gr\xf6\n",
        "a.csv cannot be read: line 2 is not UTF-8. Save the file as CSV in UTF-8.",
    ),
    "a cell too few": (
        "a.csv",
        b"pain,x\nyes,1\nno\n",
        "a.csv cannot be read: line 3 has another number of cells than the first line names columns: 1, not 2.",
    ),
    "a cell too many": (
        "a.csv",
        b"pain,x\nyes,1,2\n",
        "a.csv cannot be read: line 2 has another number of cells than the first line names columns: 3, not 2.",
    ),
    "a quote that is open": (
        "a.csv",
        b'pain,x\nyes,"1\n',
        "a.csv cannot be read: line 2 opens a quote that is never closed.",
    ),
    "broken Parquet": ("a.parquet", b"PAR1" + b"\x07" * 99, "a.parquet is no Parquet file, or is broken: "),
    "another kind": (
        "a.xlsx",
        b"PK",
        "a.xlsx is neither CSV nor Parquet: its name ends in none of '.csv' and '.parquet'.",
    ),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_is_no_cohort_is_refused_in_a_line(tmp_path: Path, kind: str) -> None:
    name, held, says = FILES[kind]
    made = tmp_path / name
    made.write_bytes(held)
    done = called("audit", "tarn_nodule", made, "--out", tmp_path / "out.csv")
    (line,) = done.stderr.splitlines()

    assert done.returncode in (1, 2)
    told = line.replace(f"{tmp_path}/", "")
    # Of a broken file the engine says in its own words what is broken.
    assert told == f"trees audit: {says}" if says.endswith(".") else told.startswith(f"trees audit: {says}")
    assert re.search(r"[^.]\.$", told)
    assert os.listdir(tmp_path) == [name]


def test_a_parquet_file_that_ends_too_early_is_refused_in_a_line(tmp_path: Path) -> None:
    made = many(tmp_path / "a.parquet", 5_000, "'yes' AS pain, range AS patient")
    made.write_bytes(made.read_bytes()[:-300])
    done = called("audit", "tarn_nodule", made, "--out", tmp_path / "out.csv")

    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)


def test_a_file_or_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert (
        "nothing.csv cannot be read: No such file or directory."
        in called("audit", "tarn_nodule", tmp_path / "nothing.csv", "--out", tmp_path / "o.csv").stderr
    )
    (tmp_path / "folder.csv").mkdir()
    assert (
        "folder.csv is a folder. Name a file."
        in called("audit", "tarn_nodule", tmp_path / "folder.csv", "--out", tmp_path / "o.csv").stderr
    )


def test_a_place_that_cannot_be_written_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    made = cohort(tmp_path, SOUND)
    (tmp_path / "folder.csv").mkdir()
    for out, says in {
        tmp_path / "none" / "o.csv": f"--out: there is no folder {tmp_path / 'none'}.",
        tmp_path / "folder.csv": f"--out: {tmp_path / 'folder.csv'} is no file.",
        tmp_path / "o.xlsx": f"--out: {tmp_path / 'o.xlsx'} is neither CSV nor Parquet: "
        "end its name in one of '.csv' and '.parquet'.",
        made: f"--out: {made} is the cohort itself. Name another file.",
        Path("/proc/o.csv"): "/proc/o.csv cannot be written: No such file or directory. What was there is as it was.",
    }.items():
        done = called("audit", "tarn_nodule", made, "--out", out)
        assert (done.returncode in (1, 2), done.stderr) == (True, f"trees audit: {says}\n")


@pytest.mark.parametrize("out", ["out.csv", "out.parquet"])
def test_a_full_disk_is_told_in_a_line_and_what_was_there_stays(tmp_path: Path, out: str) -> None:
    made = cohort(tmp_path, *(SOUND for _ in range(50)))
    (tmp_path / out).write_text("as it was", encoding="utf-8")
    before = sorted(os.listdir(tmp_path))
    done = subprocess.run(
        [*MODULE, "audit", "tarn_nodule", str(made), "--out", str(tmp_path / out), "--keep", "patient"],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500)),
    )

    assert (done.returncode, done.stderr) == (
        1,
        f"trees audit: {tmp_path / out} cannot be written: File too large. What was there is as it was.\n",
    )
    assert (tmp_path / out).read_text(encoding="utf-8") == "as it was"
    assert sorted(os.listdir(tmp_path)) == before
