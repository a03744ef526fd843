"""A sample of `make mutants`, and that what it says is true: who notices a mutant, and that nobody is left out."""

import io
import random
import re
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.commands import copy_of_the_invented
from mutants.__main__ import main
from mutants.equivalent import read_equivalent, wrong_with
from mutants.every import BEYOND, every_mutant
from mutants.mutant import Mutant, few, near
from mutants.parts import Parts
from mutants.progress import Progress
from mutants.report import every_line, lines, surviving
from mutants.run import Result, Work, run
from mutants.scenarios import read_scenarios
from mutants.verdict import Notice

from trees.core.library import Library, load
from trees.core.place import Place

SAMPLE, SEED = 250, 20170517


@pytest.fixture(scope="module")
def work(library: Library) -> Work:
    """Everything there is."""
    return Work(library, read_scenarios(library).all)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """The invented collection by itself: a whole check of it is quick."""
    library = load(copy_of_the_invented(tmp_path_factory.mktemp("invented")))
    return Work(library, read_scenarios(library).all)


def sample(work: Work, count: int) -> list[int]:
    facts = [index for index, each in enumerate(work.mutants) if each.kind not in BEYOND]
    return sorted(random.Random(SEED).sample(facts, count))


def test_every_mutant_of_a_sample_is_noticed(work: Work) -> None:
    equivalent = read_equivalent()
    results = list(run(work, sample(work, SAMPLE)))

    survivors = [str(result.mutant) for result in surviving(results, equivalent)]
    assert not survivors, "nobody notices:\n" + "\n".join(survivors)
    assert wrong_with(equivalent, results, (each.id for each in work.mutants)) == []


def test_no_scenario_complains_of_the_trees_as_they_are_so_that_each_can_tell_of_a_change(work: Work) -> None:
    assert read_scenarios(work.library).problems == ()
    assert (sorted(work.verdict.known), work.verdict.left_out) == ([], 0)


def test_looking_where_something_changed_says_the_same_as_looking_everywhere(invented: Work) -> None:
    kinds = {each.kind: index for index, each in enumerate(invented.mutants)}
    for index in sorted({*sample(invented, 100), *kinds.values()}):
        says_the_same(invented, index)


def test_looking_where_something_changed_says_the_same_among_all_trees(work: Work) -> None:
    for index in sample(work, 3):
        says_the_same(work, index)


def says_the_same(work: Work, index: int) -> None:
    changed = work.parts.changed(work.mutants[index].instead)
    quick = {notice.text for notice in work.verdict.notices(changed)}

    assert quick == {notice.text for notice in work.verdict.notices_of_all(changed)}, work.mutants[index]


def test_a_scenario_and_a_course_and_the_check_each_notice_something(invented: Work) -> None:
    results = run(invented, range(len(invented.mutants)))
    by = {result.notice.by.partition(":")[0] for result in results if result.notice}

    assert by == {"check", "case", "course"}


def test_every_kind_of_fact_is_changed(work: Work) -> None:
    made = {each.kind for each in work.mutants}

    assert {
        "dose number",
        "weeks of a cycle",
        "split dose",
        "dose as printed",
        "duration dropped",
        "word of a duration",
        "drug",
        "kind of action",
        "action",
        "advice against",
        "trial dropped",
        "event or onward",
        "fixed or current",
        "node dropped",
        "shown in any case",
        "target",
        "jump",
        "pair of answers",
        "pair of what follows",
        "answer dropped",
        "what follows dropped",
        "edge of a band",
        "seam of two bands",
        "statement number",
        "strength dropped",
        "strength",
        "quote of an outcome dropped",
        "figure of a trial",
        "arms swapped",
        "level of evidence",
    } <= made


def test_every_mutant_is_another_library_and_leaves_the_first_as_it_was(invented: Work) -> None:
    before = load(invented.library.root)
    for each in invented.mutants:
        changed = invented.parts.changed(each.instead)
        assert what_can_change(changed) != what_can_change(invented.library), each
        assert each.place.line > 1
        assert (ROOT / each.place.file).is_file()

    assert what_can_change(invented.library) == what_can_change(before)


def what_can_change(library: Library) -> tuple[object, ...]:
    return library.trees, library.trials, library.differences, library.terms, library.since


def test_a_trial_that_is_changed_is_changed_wherever_it_is_shown(invented: Work) -> None:
    (mutant,) = [each for each in invented.mutants if each.id.endswith(".patients: 120 to 220")]
    changed = invented.parts.changed(mutant.instead)
    shown = [trial for tree in changed.trees.values() for node in tree.nodes for trial in getattr(node, "evidence", ())]

    assert shown
    assert {trial.patients for trial in shown} == {220}
    assert all(trial is changed.trials["example"][trial.id] for trial in shown)


def test_the_mutants_are_the_same_in_every_run(invented: Work) -> None:
    again = every_mutant(Parts(invented.library))

    assert [(each.id, each.place) for each in again] == [(each.id, each.place) for each in invented.mutants]


def test_two_processes_say_what_one_says_in_the_same_order(invented: Work) -> None:
    picked = sample(invented, 60)

    def told(processes: int) -> list[tuple[str, Notice | None]]:
        return [(result.mutant.id, result.notice) for result in run(invented, picked, processes)]

    assert told(2) == told(1)


@pytest.mark.parametrize(
    ("number", "others"),
    [(400, (500, 300)), (100, (200, 50)), (37.5, (47.5, 27.5)), (1, (2, 0.5)), (0.33, (0.43, 0.23))],
)
def test_a_number_is_changed_in_its_first_digit(number: float, others: tuple[float, ...]) -> None:
    assert near(number) == others


def test_a_few_are_the_same_few_for_the_same_place_and_stand_in_their_order() -> None:
    assert few("a", range(100)) == few("a", range(100)) == sorted(few("a", range(100)))
    assert few("a", range(100)) != few("b", range(100))
    assert few("a", [3, 1]) == [3, 1]


MUTANT = Mutant("example/a#b.dose.mg: 1 to 2", "dose number", Place("trees/example/a.py", 7), {})
NOTICED, SURVIVES = Result(MUTANT, Notice("case: c", "no")), Result(MUTANT, None)


def test_a_survivor_is_reported_with_its_place_and_another_mutant_with_who_noticed_it() -> None:
    line = "trees/example/a.py:7: example/a#b.dose.mg: 1 to 2 (dose number)"

    assert line in list(lines([SURVIVES], {}, 1))
    assert line not in list(lines([NOTICED], {}, 1))
    assert list(lines([SURVIVES], {MUTANT.id: "x"}, 1))[-1] == "1 mutants in 1 s: 0 noticed, 1 equivalent, 0 survive."
    assert list(every_line([SURVIVES, NOTICED], {})) == [f"{line} -> SURVIVES", f"{line} -> case: c: no"]


def test_a_listed_mutant_that_is_noticed_or_gone_is_refused() -> None:
    listed = {MUTANT.id: "x", "gone": "y"}

    assert wrong_with(listed, [NOTICED], [MUTANT.id]) == [
        "'gone' is listed as equivalent, and there is no such mutant. Take it out.",
        f"'{MUTANT.id}' is listed as equivalent, and is noticed by case: c. Take it out.",
    ]
    assert wrong_with({MUTANT.id: "x"}, [SURVIVES], [MUTANT.id]) == []


@pytest.mark.parametrize(("text", "said"), [("a = ", "cannot be read"), ('a = ""', "no reason for 'a'")])
def test_a_list_of_equivalents_without_a_reason_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "equivalent.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ValueError, match=re.escape(said)):
        read_equivalent(tmp_path / "equivalent.toml")


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_is_drawn_on_a_terminal_and_taken_away_and_nowhere_else() -> None:
    terminal, file = Terminal(), io.StringIO()
    for stream in (terminal, file):
        progress = Progress(2, stream)
        progress.step(survives=True)
        progress.step(survives=False)
        progress.end()

    assert "2/2, 1 survive, 0:00 left" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert file.getvalue() == ""


def test_a_run_says_who_noticed_and_its_status_says_whether_all_were(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("mutants.__main__.ROOT", copy_of_the_invented(tmp_path).parent)
    # What is listed is of the trees that are not in this copy.
    monkeypatch.setattr("mutants.__main__.read_equivalent", dict)
    only = ["--only", "example/after_velurin#osmatil_50.dose.mg", "--processes", "1"]
    status = main([*only, "--report", str(tmp_path / "r")])
    said = capsys.readouterr()

    assert status == 0
    assert re.search(r"\n2 mutants in \d+ s: 2 noticed, 0 equivalent, 0 survive\.\n", said.out)
    assert (tmp_path / "r").read_text(encoding="utf-8").count("check: doses_are_quoted") == 2
    assert main(["--only", "no such mutant"]) == 2
