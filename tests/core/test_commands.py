"""The commands as they are called: what they print, on which stream, and with which exit code."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
from helpers.commands import MODULE, ROOT, copy_of_the_invented, environment, replace, run

VARIANT = ["pain=yes", "biopsy_done=yes", "quill_variant=yes"]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_the_invented(tmp_path)


def test_check_prints_one_line_of_counts(copy: Path) -> None:
    done = run("--folder", copy, "check")

    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"\d+ trees, \d+ nodes, \d+ paths, 16 statements, \d+ quotes\n", done.stdout)


def test_check_finds_nothing_wrong_with_the_trees_of_this_repository() -> None:
    done = run("check")

    assert (done.returncode, done.stdout.count("\n"), done.stderr) == (0, 1, "")


def test_check_prints_every_problem_of_every_file_at_once_in_file_order(copy: Path) -> None:
    replace(copy / "example" / "tarn_nodule.py", "DailyDose(mg=100)", "DailyDose(mg=200)")
    replace(copy / "example" / "tarn_nodule.py", 'to="size_not_known", because=', 'to="size_not_konwn", because=')
    replace(copy / "example" / "after_velurin.py", "mg=50,", "mg=60,")
    done = run("--folder", copy, "check")
    lines = done.stdout.splitlines()

    assert (done.returncode, done.stderr) == (1, "")
    expected = [
        "'osmatil_50' gives 60 mg daily, but none of its quotes says so",
        "there is no node 'size_not_konwn'. Did you mean 'size_not_known'?",
        "'velurin_100' gives 200 mg daily, but none of its quotes says so",
    ]
    assert len(lines) == len(expected)
    assert all(line.partition(": ")[2].startswith(words) for line, words in zip(lines, expected, strict=True))
    assert all(re.match(r"\S+/trees/example/(after_velurin|tarn_nodule)\.py:\d+: ", line) for line in lines)
    assert [words in named_line(line) for words, line in zip(["mg=60", "konwn", "mg=200"], lines, strict=True)] == [
        True
    ] * 3


def named_line(problem: str) -> str:
    """The line of the file that a problem names, as an editor would open it."""
    file, number = problem.split(": ")[0].rsplit(":", 1)
    return (ROOT / file).read_text(encoding="utf-8").splitlines()[int(number) - 1]


def test_check_prints_annotations_for_a_pull_request(copy: Path) -> None:
    replace(copy / "example" / "tarn_nodule.py", "DailyDose(mg=100)", "DailyDose(mg=200)")
    done = run("--folder", copy, "check", "--format", "github")
    pattern = (
        r"::error file=\S+/trees/example/tarn_nodule\.py,line=\d+::'velurin_100' gives 200 mg daily, but none .*\n"
    )

    assert done.returncode == 1
    assert re.fullmatch(pattern, done.stdout)


def test_check_escapes_what_would_end_an_annotation_early(copy: Path) -> None:
    replace(copy / "example" / "trials.py", '"Velurin", 64', '"Velurin", 65')
    done = run("--folder", copy, "check", "--format", "github")

    assert "'heron' has the figure 65%25, but none of its quotes says so." in done.stdout


def test_check_of_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    done = run("--folder", tmp_path / "none", "check")

    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.endswith("there is no such folder of trees.\n")
    assert done.stdout.count("\n") == 1


def test_walk_prints_the_way_and_the_outcome_with_all_it_rests_on() -> None:
    done = run("walk", "example/tarn_nodule", *VARIANT)

    assert (done.returncode, done.stderr) == (0, "")
    for words in (
        "Does the nodule hurt? Yes",
        "Treatment: Velurin 400 mg daily in split doses",
        "Duration: at least 12 weeks",
        "For: Patients with Tarn nodules",
        "Strength: “may” (Invented 2020, E06)",
        "“velurin may be started at 200 mg twice daily” (Invented 2020, E06)",
        "velurin_400=failure  It does not help -> example/after_velurin",
        "Not reviewed by a clinician.",
    ):
        assert words in done.stdout


def test_walk_prints_the_next_question_with_what_it_means_and_what_may_be_answered() -> None:
    done = run("walk", "example/tarn_nodule", "pain=no")

    assert done.returncode == 0
    for words in (
        "How large is the nodule?",
        "The largest diameter.",
        "nodule_size=NUMBER  from 0.1 to 50 cm",
        "=unknown",
    ):
        assert words in done.stdout


def test_walk_says_which_answers_nothing_asked_for() -> None:
    done = run("walk", "example/tarn_nodule", "pain=unknown", "nodule_size=3")

    assert "Not asked for on this way: nodule_size=3." in done.stdout


def test_walk_prints_json_with_drug_dose_strength_evidence_and_citation() -> None:
    done = run("walk", "example/tarn_nodule", *VARIANT[:2], "quill_variant=no", "--json")
    data = json.loads(done.stdout)
    (outcome,) = data["outcomes"]

    assert (done.returncode, done.stderr) == (0, "")
    assert set(data) == {"tree", "title", "hash", "review", "applies_to", "path", "outcomes", "next", "unused"}
    assert [(step["node"], step["answers"][0]["code"]) for step in data["path"]] == [
        tuple(each.split("=")) for each in (*VARIANT[:2], "quill_variant=no")
    ]
    assert (outcome["drug"], outcome["dose"], outcome["dose_mg_daily"]) == ("Velurin", "100 mg daily", [100, 100])
    assert outcome["strength"] == []
    assert outcome["evidence"][0]["trial"] == "HERON"
    assert outcome["evidence"][0]["level"] == "X2 (invented levels X1 to X3)"
    assert outcome["quotes"][0] == {
        "text": "treated with velurin at 100 mg daily",
        "source": "Invented 2020",
        "date": "2020-02-29",
        "at": "E04",
        "strength": None,
    }
    assert data["next"] is None


def test_walk_prints_json_with_the_strength_in_the_word_of_the_source() -> None:
    data = json.loads(run("walk", "example/tarn_nodule", *VARIANT, "--json").stdout)

    assert data["outcomes"][0]["strength"] == ["may"]
    assert data["outcomes"][0]["split"] is True


def test_walk_prints_json_with_the_next_question_when_an_answer_is_missing() -> None:
    data = json.loads(run("walk", "example/tarn_nodule", "--json").stdout)

    assert data["outcomes"] == []
    assert (data["next"]["node"], [each["code"] for each in data["next"]["answers"]]) == (
        "pain",
        ["yes", "no", "unknown"],
    )


BAD = {
    "a tree that is not there": ["example/tarn"],
    "an unknown question": ["example/tarn_nodule", "pian=yes"],
    "an unknown answer": ["example/tarn_nodule", "pain=maybe"],
    "no sign of equality": ["example/tarn_nodule", "pain"],
    "no answer": ["example/tarn_nodule", "pain="],
    "no question": ["example/tarn_nodule", "=yes"],
    "a number below zero": ["example/tarn_nodule", "pain=no", "nodule_size=-1"],
    "no number": ["example/tarn_nodule", "pain=no", "nodule_size=nan"],
    "a number without end": ["example/tarn_nodule", "pain=no", "nodule_size=1e999"],
    "a contradiction": ["example/tarn_nodule", *VARIANT, "pain=no"],
    "an item and none": ["example/on_velurin", "velurin_cautions=none,iron"],
    "an event that does not belong": ["example/tarn_nodule", "pain=unknown", "watch=pain"],
    "bytes that are no text": ["example/tarn_nodule", os.fsdecode(b"pain=\xff")],
    "keys that move the cursor": ["example/tarn_nodule", "pain=\x1b[2J"],
    "a line break": ["example/tarn_nodule", "pain=a\nb"],
}


@pytest.mark.parametrize("kind", BAD)
def test_walk_refuses_what_makes_no_sense_in_one_line_and_gives_no_outcome(kind: str) -> None:
    form = ["--json"] if list(BAD).index(kind) % 2 else []
    done = run("walk", *BAD[kind], *form)

    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"trees walk: .*\n", done.stderr)
    assert done.stderr[:-1].isprintable()


def test_walk_gives_no_outcome_from_trees_with_a_problem(copy: Path) -> None:
    replace(copy / "example" / "after_velurin.py", "mg=50,", "mg=60,")
    done = run("--folder", copy, "walk", "example/tarn_nodule", *VARIANT)

    assert (done.returncode, done.stdout) == (1, "")
    assert "gives 60 mg daily" in done.stderr


def test_walk_shows_the_number_of_a_character_that_a_terminal_cannot_show() -> None:
    done = run("walk", "example/tarn_nodule", *VARIANT, PYTHONIOENCODING="ascii")

    assert (done.returncode, done.stderr) == (0, "")
    assert "Velurin 400 mg daily" in done.stdout


def test_paths_prints_every_path_with_drug_and_dose_and_the_total() -> None:
    done = run("paths", "example/after_velurin")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "quill_tea=yes -> A no_osmatil_with_tea: Advice against: Osmatil should not be combined with quill tea",
        "quill_tea=no osmatil_or_surgery=osmatil -> B osmatil_50: Osmatil 50 mg daily, 3 weeks on, 1 week off",
        "quill_tea=no osmatil_or_surgery=surgery -> C remove_nodule: "
        "Action: surgery: The nodule may be removed by surgery",
        "quill_tea=no osmatil_or_surgery=talk -> D talk_about_both: "
        "Action: to talk over: Patient and doctor talk about both before they choose",
        "quill_tea=unknown -> E tea_not_known: Left open: "
        "Whether osmatil is an option while it is not known if the patient drinks quill tea",
        "after osmatil_50=not_tolerated: -> G velurin_lowest: Velurin at the lowest dose that helps",
        "after osmatil_50=taking: -> F taking_osmatil: Action: how it is taken: Osmatil is taken without quill tea",
        "7 paths",
    ]


def test_paths_of_a_tree_that_is_not_there_names_those_that_are() -> None:
    done = run("paths", "nowhere")

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("trees paths: there is no tree 'nowhere'. There are: example/after_velurin, ")


@pytest.mark.parametrize("command", [["check"], ["paths", "example/tarn_nodule"], ["walk", "example/tarn_nodule"]])
@pytest.mark.parametrize("held_back", [{}, {"PYTHONUNBUFFERED": "1"}], ids=["held back", "at once"])
def test_output_into_a_closed_pipe_ends_quietly(command: list[str], held_back: dict[str, str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [*MODULE, *command],
        cwd=ROOT,
        env=environment(**held_back),
        stdin=subprocess.DEVNULL,
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(write)

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_call_without_a_command_says_which_there_are() -> None:
    done = run()

    assert (done.returncode, done.stdout) == (2, "")
    assert "usage: python -m trees" in done.stderr
    assert re.search(r"\n    walk +follow a tree with what is known about a patient\n", done.stderr)
    assert re.search(r"\n    check +find everything that is wrong\n", done.stderr)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chek", "trees: there is no command 'chek'. Did you mean 'check'?"),
        ("sourc", "trees: there is no command 'sourc'. Did you mean 'source'?"),
        ("a\x1b[2Jb\nc", "trees: there is no command 'a\\x1b[2Jb\\nc'. Offered: 'check', "),
    ],
)
def test_an_unknown_command_is_refused_in_one_line_with_the_one_that_was_meant(typed: str, said: str) -> None:
    done = run(typed)

    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith(said)
