"""`python -m trees cases` as it is called: what it prints, on which stream, and with which exit code."""

import re
from pathlib import Path

import pytest
from helpers.commands import ROOT, copy_of_the_invented, replace, run

CASES = "example/cases/invented.toml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return copy_of_the_invented(tmp_path)


def test_cases_prints_one_line_of_counts_when_all_hold(copy: Path) -> None:
    done = run("--folder", copy, "cases")
    written = (copy / CASES).read_text(encoding="utf-8").count("[[patient]]\n")

    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(rf"{written} cases hold and reach \d+ outcomes\n", done.stdout)


def test_cases_counts_the_collections_that_are_named_and_no_other(copy: Path) -> None:
    (copy / "second").mkdir()
    other = (copy / "example/collection.py").read_text(encoding="utf-8").replace('"example"', '"second"')
    order = '["tarn_nodule", "after_velurin", "on_velurin"]'
    (copy / "second/collection.py").write_text(other.replace(order, "[]"), encoding="utf-8")

    assert run("--folder", copy, "cases", "second").stdout == "0 cases hold and reach 0 outcomes\n"
    assert run("--folder", copy, "cases", "example", "second").stdout == run("--folder", copy, "cases").stdout


def test_cases_prints_what_does_not_hold_and_what_is_left_out_in_file_order(copy: Path) -> None:
    replace(copy / CASES, "mg = [50, 50]", "mg = [60, 60]")
    replace(copy / CASES, '"nodule_size=2.1"', '"nodule_size=2.2"')
    done = run("--folder", copy, "cases")
    lines = [re.sub(r"^\S+/trees/", "", line) for line in done.stdout.splitlines()]

    assert (done.returncode, done.stderr) == (1, "")
    assert [re.sub(r":\d+:", ":", line) for line in lines] == [
        "example/cases/invented.toml: 'after_velurin': nobody expects the dose of example/after_velurin#osmatil_50.",
        "example/cases/invented.toml: 'after_velurin': nothing says osmatil in a cycle (osmatil, 60 mg daily, "
        "3 weeks on and 1 off), strength “may”, by E07. Reached: example/after_velurin#osmatil_50, "
        "example/after_velurin#remove_nodule, example/after_velurin#talk_about_both.",
        "example/tarn_nodule.py: no case answers 'nodule_size' with 2.1 cm, just above the edge 2.",
    ]


def test_cases_names_the_line_of_the_case_as_an_editor_would_open_it(copy: Path) -> None:
    replace(copy / CASES, "mg = [50, 50]", "mg = [60, 60]")
    file, number = run("--folder", copy, "cases").stdout.split(": ")[0].rsplit(":", 1)

    assert (ROOT / file).read_text(encoding="utf-8").splitlines()[int(number) - 1] == 'id = "after_velurin"'


def test_cases_are_put_to_no_tree_in_which_the_check_finds_a_problem(copy: Path) -> None:
    replace(copy / "example" / "after_velurin.py", "mg=50,", "mg=60,")
    done = run("--folder", copy, "cases")

    assert (done.returncode, done.stdout) == (1, "")
    assert "gives 60 mg daily" in done.stderr


def test_cases_of_a_collection_that_is_not_there_names_those_that_are(copy: Path) -> None:
    near, far = (run("--folder", copy, "cases", name) for name in ("exmaple", "zzz\n"))

    assert (near.returncode, near.stdout, far.returncode, far.stdout) == (2, "", 2, "")
    assert near.stderr == "trees cases: there is no collection 'exmaple'. Did you mean 'example'?\n"
    assert far.stderr == "trees cases: there is no collection 'zzz\\n'. There are 'example'.\n"


def test_the_manual_shows_which_cases_are_enough_and_what_is_printed_without_some_of_them(copy: Path) -> None:
    page = (ROOT / "docs/change/a_tree.md").read_text(encoding="utf-8")
    cases = (copy / CASES).read_text(encoding="utf-8")
    enough = dict(re.findall(r"(?m)^\| `(\w+)` \| `(nodule_size=[\w.]+)` \|", page))
    (without,) = re.findall(r"(?m)^Without (.*) it prints this\.$", page)
    (shown,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    every = [each for each in re.split(r"(?m)^(?=\[\[patient\]\]$)", cases) if each.startswith("[[patient]]")]
    by_name = {re.findall(r'(?m)^id = "(.*)"$', each)[0]: each for each in every}

    assert len(enough) > 4
    assert all(f'"{answer}"' in by_name[name] for name, answer in enough.items())
    for name in re.findall(r"`(\w+)`", without):
        assert name in enough
        cases = cases.replace(by_name[name], "")
    (copy / CASES).write_text(cases, encoding="utf-8")
    lines = run("--folder", copy, "cases", "example").stdout.splitlines()

    assert [re.sub(r"^\S+/trees/", "trees/", line) for line in lines] == shown.splitlines()


def test_make_check_runs_the_check_and_the_cases() -> None:
    rule = re.search(r"(?m)^check:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"))

    assert rule is not None
    assert re.findall(r"-m trees (\w+)", rule[1]) == ["check", "cases"]


def test_cases_prints_annotations_for_a_pull_request(copy: Path) -> None:
    replace(copy / CASES, "mg = [50, 50]", "mg = [60, 60]")
    done = run("--folder", copy, "cases", "--format", "github")
    first = done.stdout.splitlines()[0]

    assert (done.returncode, done.stderr) == (1, "")
    pattern = r"::error file=\S+/example/cases/invented\.toml,line=\d+::'after_velurin': nobody expects the dose of .*"
    assert re.fullmatch(pattern, first)


def test_cases_escapes_what_would_end_an_annotation_early_in_a_name_and_in_a_text(copy: Path) -> None:
    odd = copy / "example" / "cases" / "50%, a:b.toml"
    odd.write_text('[[patient]]\nid = "new"\nsays = "100% new."\nasks = "50%\\n::error::"\n', encoding="utf-8")
    done = run("--folder", copy, "cases", "--format", "github")

    (line,) = [line for line in done.stdout.splitlines() if "a%3Ab" in line]
    assert re.match(r"::error file=\S+/example/cases/50%25%2C a%3Ab\.toml,line=\d+::", line)
    assert line.count("::") == 2
    assert all(each.startswith("::error file=") for each in done.stdout.splitlines())


def test_cases_prints_the_problems_of_the_trees_as_annotations_too(copy: Path) -> None:
    replace(copy / "example" / "after_velurin.py", "mg=50,", "mg=60,")
    done = run("--folder", copy, "cases", "--format", "github")

    assert (done.returncode, done.stdout) == (1, "")
    assert re.match(r"::error file=\S+/example/after_velurin\.py,line=\d+::'osmatil_50' gives 60 mg daily", done.stderr)
