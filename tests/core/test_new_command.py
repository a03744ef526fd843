"""`python -m trees new`: skeletons that are right but for what is to do, all of their files or none."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.beginning import begun
from helpers.builds import small_checkout
from helpers.commands import run

from macros.links import OF_A_COLLECTION, pages
from macros.site import STUB
from trees.core.check import check
from trees.core.coverage import held
from trees.core.library import load
from trees.core.skeleton import files
from trees.core.skeleton.reading_order import with_tree
from trees.core.skeleton.sentences import sentences
from trees.core.textcheck import make

TEXT = """A guideline of two lines

A fen is wet. Whoever lives there, e.g. in a hut, may wear boots of 30 cm or more.[1] Dr. Reed advises "dry" socks.
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return small_checkout(tmp_path / "checkout")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "fen.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def problems(checkout: Path) -> list[str]:
    return [str(problem) for problem in check(load(checkout / "trees"))]


def written_by_a_reader(checkout: Path) -> None:
    """Every TODO of the skeletons becomes a word, so that what is left is what the command wrote."""
    (checkout / "trees" / "sources" / "fen_2020.py").write_text(
        (checkout / "trees" / "sources" / "fen_2020.py")
        .read_text(encoding="utf-8")
        .replace("kind=TODO", "kind=BACKGROUND")
        .replace("import TODO,", "import BACKGROUND,")
        .replace("TODO: the day of this edition, such as 2014-02-25", "2020-02-02")
        .replace("TODO: where it is published, such as ", ""),
        encoding="utf-8",
    )
    for path in (*checkout.glob("trees/fen/**/*.*"), checkout / "trees" / "sources" / "fen_2020.py"):
        words = path.read_text(encoding="utf-8")
        words = words.replace("TODO: four to twelve words", "lives there, e.g. in a hut")
        words = words.replace('"TODO"', '"N03"').replace("TODO: ", "")
        path.write_text(words, encoding="utf-8")


def all_three(checkout: Path, text: Path) -> None:
    begun(checkout, "source", "fen_2020", "--text", text)
    begun(checkout, "collection", "fen", "--source", "fen_2020", "--invented")
    begun(checkout, "tree", "fen/boots")


def test_a_new_source_is_green_but_for_one_line_that_says_what_to_do(checkout: Path, text: Path) -> None:
    written = begun(checkout, "source", "fen_2020", "--text", text)

    assert written == [
        "trees/sources/fen_2020.py",
        "trees/sources/fen_2020.fingerprint.json",
        "docs/sources/fen_2020.md",
    ]
    assert problems(checkout) == [
        "trees/sources/fen_2020.py:7: 'short' is still to do: the name and the year, as a line of a page shows them. "
        "TODO stands on 15 lines of this file."
    ]


def test_a_new_source_without_its_text_is_green_but_for_one_line_too(checkout: Path) -> None:
    begun(checkout, "source", "fen_2020")

    (line,) = problems(checkout)
    assert line.endswith("TODO stands on 7 lines of this file.")
    assert load(checkout / "trees").registers["fen_2020"].statements == ()


def test_a_new_collection_is_green_but_for_one_line(checkout: Path) -> None:
    begun(checkout, "collection", "fen", "--source", "example_2024", "example_2020")

    assert problems(checkout) == [
        "trees/fen/collection.py:9: 'title' is still to do: the title of the collection. "
        "TODO stands on 4 lines of this file."
    ]
    assert [each.id for each in load(checkout / "trees").collections["fen"].sources] == ["example_2024", "example_2020"]


def test_a_new_tree_is_green_but_for_one_line(checkout: Path) -> None:
    written = begun(checkout, "tree", "example/boots")

    assert written == [
        "trees/example/boots.py",
        "docs/trees/example/boots.md",
        "trees/example/cases/boots.toml",
        "trees/example/collection.py",
        "trees/example/published.txt",
        "trees/example/cases/courses.toml",
    ]
    assert problems(checkout) == [
        "trees/example/boots.py:8: 'title' is still to do: the situation, in a few words. "
        "TODO stands on 14 lines of this file."
    ]


def test_the_command_for_cases_says_the_same_line_and_no_other(checkout: Path) -> None:
    begun(checkout, "tree", "example/boots")
    done = run("--folder", checkout / "trees", "cases")

    assert done.returncode == 1
    assert (done.stdout + done.stderr).count("\n") == 1
    assert "'title' is still to do" in done.stderr


def test_a_tree_that_is_written_has_one_line_for_its_cases_and_one_for_its_courses(checkout: Path, text: Path) -> None:
    all_three(checkout, text)
    cases = (checkout / "trees/fen/cases/boots.toml").read_bytes()
    courses = (checkout / "trees/fen/cases/courses.toml").read_bytes()
    written_by_a_reader(checkout)
    (checkout / "trees/fen/cases/boots.toml").write_bytes(cases)
    (checkout / "trees/fen/cases/courses.toml").write_bytes(courses)
    library = load(checkout / "trees")

    assert check(library) == []
    assert [str(problem) for problem in held(library, "fen")[1]] == [
        "trees/fen/cases/boots.toml:3: 'says' is still to do: a patient in a sentence, written from the source alone. "
        "TODO stands on 10 lines of this file.",
        "trees/fen/cases/courses.toml:3: 'says' is still to do: which answers change with time, and are asked for "
        "again when it passes. It is the last TODO of this file.",
    ]


def test_beneath_its_placeholders_a_skeleton_is_right_and_its_cases_hold(checkout: Path, text: Path) -> None:
    all_three(checkout, text)
    written_by_a_reader(checkout)
    library = load(checkout / "trees")

    assert [str(problem) for problem in check(library)] == []
    assert [str(problem) for problem in held(library, "fen")[1]] == []


def test_a_second_tree_stands_after_the_first_in_every_list(checkout: Path) -> None:
    begun(checkout, "tree", "example/boots")
    begun(checkout, "tree", "example/socks")
    library = load(checkout / "trees")
    example = checkout / "trees" / "example"

    order = ["tarn_nodule", "after_velurin", "on_velurin", "boots", "socks"]
    assert list(library.collections["example"].order) == order
    assert (example / "published.txt").read_text(encoding="utf-8").split() == order
    assert (example / "cases/courses.toml").read_text(encoding="utf-8").count('id = "boots_answers"') == 1
    assert (example / "cases/courses.toml").read_text(encoding="utf-8").count('id = "socks_answers"') == 1
    assert len(problems(checkout)) == 2


def test_the_site_misses_no_page_of_what_is_begun(checkout: Path, text: Path) -> None:
    all_three(checkout, text)
    library = load(checkout / "trees")
    of_fen = [name for name in pages(library) if "fen" in name]

    assert len(of_fen) == 11
    assert [(checkout / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in of_fen] == [f"{STUB}\n"] * 11
    assert files.OF_A_COLLECTION == OF_A_COLLECTION


def test_what_is_begun_is_laid_out_as_the_formatter_does(checkout: Path, text: Path) -> None:
    longest = "a" * 40
    all_three(checkout, text)
    begun(checkout, "source", longest, "--text", text)
    begun(checkout, "collection", longest, "--source", longest, "fen_2020")
    begun(checkout, "tree", f"{longest}/{longest}")
    trees = checkout / "trees"
    written = map(str, [*trees.glob("sources/[af]*.py"), *trees.glob(f"{longest}/*.py"), *trees.glob("fen/*.py")])
    ruff = [sys.executable, "-m", "ruff", "format", "--check", "--config", str(ROOT / "pyproject.toml"), *written]
    done = subprocess.run(ruff, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "6 files already formatted" in done.stdout


def test_each_sentence_of_a_text_is_a_statement_that_is_found_in_it_again(checkout: Path, text: Path) -> None:
    begun(checkout, "source", "fen_2020", "--text", text)
    register = load(checkout / "trees").registers["fen_2020"]

    assert [(each.id, each.at, each.begins, each.ends) for each in register.statements] == [
        ("N01", "line 1", "A", "lines"),
        ("N02", "line 3, sentence 1", "A", "wet"),
        ("N03", "line 3, sentence 2", "Whoever lives there", "cm or more"),
        ("N04", "line 3, sentence 3", "Dr", "socks"),
    ]
    assert make(register, TEXT)[1] == []


def test_the_sentences_of_the_invented_guideline_are_its_statements_again() -> None:
    found = [*sentences((ROOT / "trees/example/newer.txt").read_text(encoding="utf-8"))]

    assert [(each.line, each.begins, each.ends) for each in found] == [
        (1, "Invented guideline", "second edition"),
        (3, "This text was", "first edition was"),
        (5, "Painful nodules of", "needed and tolerated"),
        (5, "If velurin fails", "doctor prefer surgery"),
        (7, "Patients on osmatil", "year of treatment"),
    ]


@pytest.mark.texts
def test_every_sentence_of_the_real_texts_is_found_at_its_place_again(checkout: Path, source_texts: Path) -> None:
    for path in sorted(source_texts.glob("*-*-*")):
        begun(checkout, "source", path.stem.replace("-", "_").lower()[:40], "--text", path)

    assert len(problems(checkout)) == 3


def test_no_number_of_a_statement_begins_like_those_of_another_source(checkout: Path) -> None:
    taken = {each.id for register in load(checkout / "trees").registers.values() for each in register.statements}

    assert files.statement_ids("fen_2020", taken, 2) == ["N01", "N02"]
    assert files.statement_ids("io_2020", [], 1) == ["A01"]
    assert files.statement_ids("fen_2020", [], 100)[-1] == "F100"


def test_what_is_begun_may_be_read_by_all(checkout: Path) -> None:
    begun(checkout, "tree", "example/boots")

    assert stat.S_IMODE((checkout / "trees/example/published.txt").stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("order", "after"),
    [
        ("[]", '["new"]'),
        ('["a"]', '["a", "new"]'),
        ('["ä", "b",]', '["ä", "b", "new",]'),
        ('[\n        "a",\n        # Why a second.\n        "b",\n    ]', None),
        (f'["{"a" * 60}", "{"b" * 36}"]', f'[\n        "{"a" * 60}",\n        "{"b" * 36}",\n        "new",\n    ]'),
    ],
)
def test_a_tree_is_put_at_the_end_of_the_order_however_it_is_written(order: str, after: str | None) -> None:
    wanted = after or '[\n        "a",\n        # Why a second.\n        "b",\n        "new",\n    ]'

    assert with_tree(f"# ö\ncollection = Collection(\n    order={order},\n    x=[],\n)\n", "new") == (
        f"# ö\ncollection = Collection(\n    order={wanted},\n    x=[],\n)\n"
    )
