"""The forms in which `python -m trees diff` prints a comparison, to whom and where."""

import json
import os
import re
import subprocess
from pathlib import Path

from helpers.commands import MODULE, ROOT, environment
from helpers.histories import DOSE, DOSE_LINE, History


def test_annotations_are_printed_alone_in_the_form_that_a_pull_request_shows(history: History) -> None:
    history.edit(*DOSE)
    done = history.diff("v1", "--check", "--format", "github")

    assert (done.returncode, done.stderr) == (1, "")
    assert re.fullmatch(
        r"::error file=trees/example/tarn_nodule\.py,line=\d+::6 paths of 'tarn_nodule' end otherwise now, .*\n",
        done.stdout,
    )


def test_json_has_what_the_text_has(history: History) -> None:
    history.edit(*DOSE)
    text = history.diff("v1", "--most", "100").stdout
    (found,) = json.loads(history.diff("v1", "--format", "json").stdout)["collections"]
    (tree,) = found["trees"]

    assert (found["kind"], found["paths"], found["changed"]) == ("advice", 30, 6)
    assert [(each["what"], each["before"], each["after"]) for each in tree["changes"]] == [
        ("dose", "100 mg daily", "200 mg daily")
    ]
    assert len(tree["patients"]) == tree["changed"] == tree["listed"] == 6
    for each in tree["patients"]:
        assert f"      {'; '.join(each['answers'])}" in text.splitlines()
        assert f"    was: {each['was']}" in text.splitlines()
        assert f"    now: {each['now']}" in text.splitlines()


def test_no_more_patients_are_listed_than_are_asked_for_and_the_rest_are_counted(history: History) -> None:
    history.edit(*DOSE)

    assert "  and 4 more; --most 6 lists them all" in history.diff("v1", "--most", "2").stdout.splitlines()
    assert "  and 6 more; --most 6 lists them all" in history.diff("v1", "--most", "0").stdout.splitlines()
    done = history.diff("v1", "--most", "-1")
    assert (done.returncode, done.stdout, done.stderr) == (
        2,
        "",
        "trees diff: --most takes a number of patients, 0 or more.\n",
    )


def test_a_file_is_written_whole_or_not_at_all(history: History, tmp_path: Path) -> None:
    history.edit(*DOSE)
    out = tmp_path / "out.txt"
    done = history.diff("v1", "--out", out)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert out.read_text(encoding="utf-8") == history.diff("v1").stdout
    nowhere = history.diff("v1", "--out", tmp_path / "no" / "such.txt")
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert nowhere.stderr.startswith("trees diff: ")
    assert nowhere.stderr.endswith(
        "such.txt cannot be written: No such file or directory. What was there is as it was.\n"
    )
    assert history.diff("v1", "--out", tmp_path).returncode == 2


def test_a_reader_who_has_seen_enough_is_met_with_silence(history: History) -> None:
    history.edit("tarn_nodule.py", 'to="pain")]', 'to="nodule_size")]')
    command = " ".join([*MODULE, "--folder", "trees", "diff", "v1", "--most", "1000"])
    done = subprocess.run(
        ["bash", "-c", f"{command} | true; echo ${{PIPESTATUS[0]}}"],
        cwd=history.root,
        env=environment(PYTHONPATH=str(ROOT), PYTHONUNBUFFERED="1"),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.stderr) == ("0\n", "")


def test_a_terminal_without_arrows_is_shown_their_numbers(history: History) -> None:
    history.edit(*DOSE)
    done = subprocess.run(
        [*MODULE, "--folder", "trees", "diff", "v1"],
        cwd=history.root,
        env={**environment(PYTHONPATH=str(ROOT)), "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert rb"dose: 100 mg daily \u2192 200 mg daily" in done.stdout


def test_it_can_be_called_from_another_folder(history: History, tmp_path: Path) -> None:
    history.edit(*DOSE)
    done = subprocess.run(
        [*MODULE, "--folder", os.path.relpath(history.trees, tmp_path), "diff", "v1"],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(ROOT)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert DOSE_LINE in done.stdout.splitlines()
