"""`python -m trees source diff`: what became of each statement, and what rests on those that are not what they were."""

import dataclasses
import json
import re
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.changed_texts import became, compared
from helpers.commands import copy_of_the_invented, replace, run

from trees.core.library import Library
from trees.core.touched import Stands, TextNow
from trees.core.work_list import suspects, work_list

PAGE = (ROOT / "docs" / "change" / "a_source.md").read_text(encoding="utf-8")
OLD = ROOT / "trees" / "example" / "source.txt"
TEXT = OLD.read_text(encoding="utf-8")


def of_the_invented(library: Library, new: str) -> TextNow:
    return compared(library, new, "example_2020", TEXT)


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """A copy of the invented source in a file of its own, to be changed."""
    path = tmp_path / "new.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_same_text_touches_nothing_of_the_invented_source(library: Library) -> None:
    now = of_the_invented(library, TEXT)

    assert (now.touched, now.new, now.left_out) == ([], (), 0)
    assert {quote.stands for each in now.statements for quote in each.quotes} == {Stands.UNCHANGED}


def test_a_changed_dose_is_reworded_and_its_quote_no_longer_stands(library: Library) -> None:
    now = of_the_invented(library, TEXT.replace("velurin at 100 mg daily", "velurin at 75 mg daily"))
    (touched,) = now.touched
    stands = {quote.resting.quote.text: quote.stands for quote in touched.quotes}

    assert became(now) == {"E04": "reworded"}
    assert stands["treated with velurin at 100 mg daily"] is Stands.NOWHERE
    assert stands["Painful nodules of any size"] is Stands.REWORDED


def test_a_negation_before_the_words_of_a_statement_is_no_sameness(library: Library) -> None:
    now = of_the_invented(
        library, TEXT.replace("Before any drug is started", "It is not so that before any drug is started")
    )

    assert became(now) == {"E05": "reworded"}


def test_a_sentence_that_is_taken_out_is_gone_and_one_that_is_put_in_is_new(library: Library) -> None:
    shorter = TEXT.replace(" Osmatil should not be combined with quill tea.", "")
    there, back = (
        of_the_invented(library, shorter),
        of_the_invented(library, f"{TEXT}\nA wholly fresh matter stands here.\n"),
    )

    assert became(there) == {"E08": "gone"}
    assert [quote.stands for quote in there.touched[0].quotes] == [Stands.NOWHERE] * len(there.touched[0].quotes)
    assert became(back) == {}
    assert [(each.line, " ".join(each.tokens)) for each in back.new] == [(13, "a wholly fresh matter stands here")]


def test_a_paragraph_that_has_moved_touches_nothing(library: Library) -> None:
    first, *others = TEXT.strip().split("\n\n")
    now = of_the_invented(library, "\n\n".join([*others, first]))

    assert (now.touched, now.new) == ([], ())
    assert now.statements[0].new[0].line == 11


def test_words_that_have_gone_to_another_sentence_are_told_with_their_line(library: Library) -> None:
    moved = TEXT.replace("Osmatil should not be combined with quill tea.", "")
    now = of_the_invented(
        library, f"{moved}\nSome say: osmatil should not be combined with quill tea, others that it is fine.\n"
    )
    (touched,) = now.touched
    (tea, *_) = [each for each in touched.quotes if "quill tea" in each.resting.quote.text]

    assert (tea.stands, tea.line) == (Stands.REWORDED, 13)


def test_what_rests_on_a_statement_is_named_by_tree_badge_and_words(library: Library) -> None:
    now = of_the_invented(library, TEXT.replace("velurin at 100 mg daily", "velurin at 75 mg daily"))
    boxes = list(work_list(now, "old.txt", "new.txt"))

    assert "## example/tarn_nodule: A new Tarn nodule" in boxes
    assert "- [ ] F (treatment): Velurin 100 mg daily" in boxes
    assert "- [ ] 1 (question): Does the nodule hurt? → Yes" in boxes
    assert list(suspects(now)) == ['        Suspect("E04", found="", change=REWORDED, says=""),']


def test_an_excused_statement_that_has_changed_is_in_the_list(library: Library) -> None:
    *others, last = library.registers["example_2020"].statements
    register = dataclasses.replace(
        library.registers["example_2020"],
        statements=(*others, dataclasses.replace(last, excused="It is about a title.")),
    )
    changed = TEXT.replace("call their open trial double-blind", "call their trial double-blind")
    now = of_the_invented(dataclasses.replace(library, registers={"example_2020": register}), changed)

    listed = list(work_list(now, "a", "b"))

    assert "## Excused, and no longer the same: does the reason still hold?" in listed
    assert "- [ ] E14 reworded, " in "\n".join(listed)
    assert any(each.endswith(": It is about a title.") for each in listed)


def test_the_command_says_that_nothing_has_changed_and_returns_0(changed: Path) -> None:
    done = run("source", "diff", OLD, changed)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "Invented 2020 (example_2020): source.txt against new.txt\n"
        "14 statements: 14 same; 0 reworded; 0 gone. 0 sentences of the new text are new.\n"
    )


def test_the_command_returns_1_prints_the_changed_words_and_the_list(changed: Path) -> None:
    replace(changed, "velurin at 100 mg daily", "velurin at 75 mg daily")
    done = run("source", "diff", OLD, changed)

    assert (done.returncode, done.stderr) == (1, "")
    assert "E04 reworded, " in done.stdout
    assert "  velurin at [-100-] [+75+] mg daily\n" in done.stdout
    assert "  “treated with velurin at 100 mg daily” no longer stands\n" in done.stdout
    assert "# Work list: Invented 2020\n" in done.stdout


def test_the_list_is_written_to_the_file_that_is_named_and_to_no_other(changed: Path, tmp_path: Path) -> None:
    replace(changed, "velurin at 100 mg daily", "velurin at 75 mg daily")
    done = run("source", "diff", OLD, changed, "--to", tmp_path / "list.md")
    printed = run("source", "diff", OLD, changed, "--format", "markdown").stdout

    assert done.returncode == 1
    assert "# Work list" not in done.stdout
    assert (tmp_path / "list.md").read_text(encoding="utf-8") == printed
    assert printed.startswith("# Work list: Invented 2020\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["list.md", "new.txt"]


def test_the_data_have_every_statement_and_every_quote(changed: Path) -> None:
    replace(changed, "velurin at 100 mg daily", "velurin at 75 mg daily")
    data = json.loads(run("source", "diff", OLD, changed, "--format", "json").stdout)
    statement = data["statements"][3]

    assert (data["source"], len(data["statements"]), data["new_sentences"]) == ("example_2020", 14, [])
    assert (statement["id"], statement["became"], statement["lines_now"]) == ("E04", "reworded", [5])
    assert {quote["stands"] for quote in statement["quotes"]} == {"nowhere", "reworded"}


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["none.txt", "{new}"], "none.txt:1: the text cannot be read: No such file or directory."),
        (["{old}", "none.txt"], "none.txt:1: the text cannot be read: No such file or directory."),
        (["{old}", "{new}", "--source", "example_2021"], "there is no source 'example_2021' that can be read. Did you"),
        (["README.md", "{new}"], "OLD is the text of no source whose register is here. Name the one you mean by --so"),
        (["README.md", "{new}", "--source", "example_2020"], "E01 does not begin with 'Invented guideline' on line 1."),
        (["{old}", "{new}", "--to", "docs"], "docs is no file. Name a file, or leave --to away."),
        (["{old}", "{new}", "--to", "docs/none/list.md"], "docs/none/list.md cannot be written: No such file or dire"),
    ],
    ids=["no old text", "no new text", "no such source", "no source's text", "another text", "a folder", "no folder"],
)
def test_a_call_that_makes_no_sense_is_refused_and_writes_nothing(
    arguments: list[str], wrong: str, changed: Path
) -> None:
    done = run("source", "diff", *(each.format(old=OLD, new=changed) for each in arguments))

    assert (done.returncode, done.stdout) == (2, "")
    assert wrong in done.stderr


def test_a_text_that_two_registers_fit_wants_one_to_be_named(tmp_path: Path, changed: Path) -> None:
    copy = copy_of_the_invented(tmp_path / "copy")
    for path in sorted((copy / "sources").glob("example_2020*")):
        text = path.read_text(encoding="utf-8").replace('"example_2020"', '"example_2021"')
        path.with_name(path.name.replace("2020", "2021")).write_text(text, encoding="utf-8")
    done = run("--folder", copy, "source", "diff", OLD, changed)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "trees source diff: OLD is the text of 'example_2020' and 'example_2021'. Name one by --source.\n"
    )


def test_an_old_text_with_a_changed_word_is_not_the_one_that_the_fingerprint_was_made_from(
    tmp_path: Path, changed: Path
) -> None:
    copy = copy_of_the_invented(tmp_path / "copy")
    replace(changed, "provided that the patient agrees", "provided that the patient refuses")
    done = run("--folder", copy, "source", "diff", changed, OLD)

    assert done.returncode == 2
    assert "the words of E03 on line 5 of the text are not the fingerprinted ones." in done.stderr


def test_the_page_shows_what_the_command_prints_of_the_invented_source() -> None:
    printed = run("source", "diff", OLD, OLD.with_name("newer.txt")).stdout
    first, second, *_ = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)

    assert printed.startswith(first)
    assert f"\n{second}" in printed
