"""The teeth: one thing is changed in a copy of the trees, and the check or a patient notices, at the right line."""

import re
from pathlib import Path

import pytest
from helpers.commands import copy_of_the_invented, replace, run
from helpers.mutants import (
    COLLECTIONS,
    NODE,
    Change,
    changed,
    changes,
    data_files,
    found_by_check,
    in_some_files,
    other_digit,
    patients_notice,
    record_notices,
    text_of,
    tree_files,
)

from trees.core.check import check
from trees.core.library import Library

TREES = tree_files()
FILES = data_files()
TRIALS = [file for file in FILES if file.endswith("/trials.py")]
DOSE_NUMBERS = [
    Change(file, match.start() + number.start(), number.group(), other_digit(re.match(r"(.*)", number.group())))
    for file in TREES
    for match in re.finditer(r"DailyDose\((?:[^()]|\([^()]*\))*\)", text_of(file))
    for number in re.finditer(r"\d+(?:\.\d+)?", match.group())
]
FIGURES = [
    Change(file, match.start(1), match.group(1), other_digit(re.match(r"(.*)", match.group(1))))
    for file in TRIALS
    for match in re.finditer(
        r"\n {4,}(?:\w+=[^\n\"]*|\w+=\[(?:Arm|Group)[^\n]*?, )?(\d+(?:\.\d+)?)[^\n]*,(?=\n)", text_of(file)
    )
]


def one_of(found: list[Change]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("change", found, ids=str)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_nobody_complains_about_the_trees_as_they_are(tmp_path: Path, collection: str) -> None:
    library = changed(tmp_path, Change(f"{collection}/collection.py", 0, '"""', '""" '))

    assert check(library) == []


def test_no_patient_and_no_record_complains_about_the_trees_as_they_are(library: Library) -> None:
    assert patients_notice(library) == ""
    assert record_notices(library) == ""


def test_there_is_something_to_change_of_every_kind() -> None:
    assert len(DOSE_NUMBERS) >= sum(text_of(file).count("DailyDose(") for file in TREES) > 5
    assert len(FIGURES) > 15


@one_of(DOSE_NUMBERS)
def test_a_digit_of_a_dose_or_a_cycle_is_noticed_on_its_line(tmp_path: Path, change: Change) -> None:
    library = changed(tmp_path, change)
    lines = [problem.place.line for problem in found_by_check(library, change)]

    # A total that the source does not print stands in no quote: there a patient notices.
    assert change.line in lines or ("printed=" in whole_line(change) and patients_notice(library))


def whole_line(change: Change) -> str:
    return text_of(change.file).splitlines()[change.line - 1]


@one_of(in_some_files(changes(r'Quote\(\s*"\S+ (\w+) ', "zebra", *FILES), 0))
def test_a_word_of_a_quote_is_noticed_with_its_statement(tmp_path: Path, change: Change) -> None:
    found = found_by_check(changed(tmp_path, change), change)

    assert any(re.search(r"\b[A-Z]\d+ of .* does not say '.*zebra", problem.text) for problem in found)


def another_statement(number: re.Match[str]) -> str:
    digits = 3 if "N" in number[0] else 2
    return f"{int(number[1]) % 9 + 1:0{digits}}"


@one_of(in_some_files(changes(r'at="[A-Z](\d+)"', another_statement, *FILES), 1))
def test_another_number_of_a_statement_is_noticed_and_the_right_one_is_named(tmp_path: Path, change: Change) -> None:
    found = found_by_check(changed(tmp_path, change), change)

    assert any(
        re.search(rf"does not say '.*'\. .*\b[A-Z]{change.before}\b.* does?\.", problem.text) for problem in found
    )


@one_of(in_some_files(changes(r'strength="([^"]+)"', "must", *TREES), 2))
def test_another_word_of_strength_is_noticed(tmp_path: Path, change: Change) -> None:
    found = found_by_check(changed(tmp_path, change), change)

    assert "the strength 'must' does not stand in its quote." in [problem.text for problem in found]


@one_of(list(changes(r'duration="(usually|at least 12|[^"]*?)\b', "exactly 13", *TREES)))
def test_another_word_or_number_of_a_duration_is_noticed(tmp_path: Path, change: Change) -> None:
    assert any("goes on 'exactly 13" in problem.text for problem in found_by_check(changed(tmp_path, change), change))


@one_of(FIGURES)
def test_a_figure_of_a_trial_is_noticed(tmp_path: Path, change: Change) -> None:
    assert found_by_check(changed(tmp_path, change), change)


@one_of(list(changes(r'Level\(\s*\[(?:"\w+", )*"(\w)\w*"', "9", *TRIALS)))
def test_a_level_of_evidence_is_noticed(tmp_path: Path, change: Change) -> None:
    assert any("has the level '9" in problem.text for problem in found_by_check(changed(tmp_path, change), change))


@one_of(list(changes(r"\b(?:below|above|at_least|at_most)=(\d+)", lambda m: str(int(m.group(1)) + 1), *TREES)))
def test_a_threshold_moved_by_one_is_noticed(tmp_path: Path, change: Change) -> None:
    found = found_by_check(changed(tmp_path, change), change)

    # A number that the quote prints too, as in "1 or 2 sites", leaves a gap.
    assert any(
        f"the edge {change.after} " in problem.text or " holds the numbers " in problem.text for problem in found
    )


SIDES = {"at_least": "above", "above": "at_least", "at_most": "below", "below": "at_most"}


@one_of(list(changes(r"\b(at_least|above|at_most|below)=", lambda m: SIDES[m.group(1)], *TREES)))
def test_an_edge_that_no_longer_belongs_to_its_band_is_noticed(tmp_path: Path, change: Change) -> None:
    found = found_by_check(changed(tmp_path, change), change)

    assert any("hold" in problem.text for problem in found)


@one_of(
    [
        *in_some_files(changes(r'\n( {16}Answer\(\s*"unknown".*?because=OUR_QUESTION,?\s*\),\n)', "", *TREES), 0),
        *changes(r'\n( {12}unknown=Answer\("unknown"[^\n]*\n)', "", *TREES),
    ]
)
def test_a_question_without_an_answer_for_not_known_is_noticed(tmp_path: Path, change: Change) -> None:
    found = found_by_check(changed(tmp_path, change), change)

    assert any("has no answer for not known" in p.text or "wants 'unknown'" in p.text for p in found)


@one_of(
    [Change(file, m.start(), m.group(), "") for file in TREES for m in list(NODE.finditer(text_of(file)))[-1:]][::2]
)
def test_a_node_that_was_dropped_is_missed_where_it_was_meant(tmp_path: Path, change: Change) -> None:
    node = re.search(r'"(\w+)"', change.before).group(1)
    problems = check(changed(tmp_path, change))

    assert any(
        problem.place.file == f"trees/{change.file}" and f"there is no node '{node}'" in problem.text
        for problem in problems
    )


SWAPPED = [
    ("gist_2017/first_line.py", "imatinib_800", "imatinib_400_600"),
    ("gist_2017/progression_on_imatinib.py", "exon_9_raise_open", "raise_or_switch"),
    ("example/tarn_nodule.py", "velurin_400", "velurin_100"),
]


@pytest.mark.parametrize(("file", "one", "other"), SWAPPED)
def test_two_answers_that_lead_to_each_others_place_are_noticed_by_a_patient(
    tmp_path: Path, file: str, one: str, other: str
) -> None:
    pattern = rf'to="{one}"(.*?)to="{other}"'
    match = re.search(pattern, text_of(file), re.DOTALL)
    library = changed(tmp_path, Change(file, match.start(), match.group(), f'to="{other}"{match.group(1)}to="{one}"'))

    assert patients_notice(library)


@one_of(in_some_files(changes(r'OtherTree\("(\w+)"\)', "tki_safteyy", *tree_files("gist_2017")), 1))
def test_a_jump_to_a_tree_that_is_not_there_is_noticed(tmp_path: Path, change: Change) -> None:
    found = found_by_check(changed(tmp_path, change), change)

    text = "there is no tree 'tki_safteyy' in this collection. Did you mean 'tki_safety'?"
    assert text in [problem.text for problem in found]


def test_a_fixed_question_that_one_tree_calls_current_is_noticed_there_or_in_its_other_tree(tmp_path: Path) -> None:
    (change,) = changes(r'"kit_exon_9",.*?lasts=(FIXED)', "CURRENT", "gist_2017/progression_on_imatinib.py")
    (other,) = changes(r'"kit_exon_9",.*?lasts=(FIXED)', "", "gist_2017/first_line.py")
    found = found_by_check(changed(tmp_path, change), change)

    where = f"trees/gist_2017/first_line.py:{other.line}"
    assert [(problem.place.line, problem.text) for problem in found] == [
        (change.line, f"'lasts' of 'kit_exon_9' is not the same as in {where}. One question has one wording.")
    ]


def test_a_word_of_the_source_text_is_noticed_with_its_statement_and_nothing_is_written(tmp_path: Path) -> None:
    copy = copy_of_the_invented(tmp_path)
    fingerprint = copy / "sources" / "example_2020.fingerprint.json"
    before = fingerprint.read_bytes()
    replace(copy / "example" / "source.txt", "should not be combined", "should be combined")
    done = run(
        "--folder", copy, "source", "fingerprint", "example_2020", "--text", copy / "example" / "source.txt", "--check"
    )

    assert (done.returncode, done.stdout) == (1, "")
    assert re.search(r"example_2020\.py:\d+: .*\bE08\b", done.stderr)
    assert fingerprint.read_bytes() == before
