"""What `python -m trees new` refuses: in one line, and with nothing written."""

from pathlib import Path

import pytest
from helpers.beginning import everything, new
from helpers.builds import small_checkout
from helpers.commands import replace

NOTHING = "Nothing was written.\n"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    return small_checkout(tmp_path / "checkout")


def refused(checkout: Path, *arguments: str | Path) -> str:
    """What a command says that writes nothing."""
    before = everything(checkout)
    done = new(checkout, *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("trees new: ")
    assert done.stderr.endswith(NOTHING)
    assert everything(checkout) == before
    return done.stderr.removeprefix("trees new: ").removesuffix(NOTHING).strip()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["source", "Fen 2020"], "'Fen 2020' is not a name of small letters, digits and underscores. Try 'fen_2020'."),
        (["source", "../fen"], "'../fen' is not a name of small letters, digits and underscores. Try 'fen'."),
        (["source", "example_2020"], "trees/sources/example_2020.py is there already. Choose another name."),
        (["source", "action"], "ACTION is a word that trees are written in. Choose another name."),
        (["source", "class"], "'class' is a word of Python. Choose another name."),
        (["source", "a" * 41], f"'{'a' * 41}' has 41 characters; at most 40 are a name."),
        (["source", "fen", "--text", "no.txt"], "no.txt:1: the text cannot be read: No such file or directory."),
        (["collection", "example", "--source", "example_2020"], "is there already. Choose another name."),
        (["collection", "core", "--source", "example_2020"], "trees/core is there already. Choose another name."),
        (["collection", "fen", "--source", "exmple_2020"], "that can be read. Did you mean 'example_2020'?"),
        (["collection", "fen", "--source", "x"], "There are 'example_2020' and 'example_2024'."),
        (["tree", "boots"], "'boots' names no collection. Write COLLECTION/NAME. There are 'example'."),
        (["tree", "exampel/boots"], "no collection 'exampel' that can be read. Did you mean 'example'?"),
        (["tree", "example/Boots"], "'Boots' is not a name of small letters, digits and underscores. Try 'boots'."),
        (["tree", "example/tarn_nodule"], "trees/example/tarn_nodule.py is there already. Choose another name."),
        (["tree", "example/index"], "docs/trees/example/index.md is there already. Choose another name."),
        (["tree", "example/courses"], "trees/example/cases/courses.toml holds the courses of a collection."),
    ],
)
def test_what_cannot_be_begun_is_refused_in_one_line(checkout: Path, arguments: list[str], says: str) -> None:
    assert says in refused(checkout, *arguments)


def test_a_folder_that_is_no_checkout_is_refused(tmp_path: Path) -> None:
    (tmp_path / "trees" / "sources").mkdir(parents=True)
    done = new(tmp_path, "source", "fen_2020")

    assert done.returncode == 2
    assert done.stderr.endswith(
        "is not the folder 'trees' of a checkout, with the folder 'docs' beside it. Run this in a checkout. " + NOTHING
    )


def test_a_text_without_words_is_refused(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("---\n\n", encoding="utf-8")

    assert refused(checkout, "source", "fen", "--text", tmp_path / "empty.txt").endswith("empty.txt holds no words.")


def test_a_link_that_leads_nowhere_is_not_written_through(checkout: Path, tmp_path: Path) -> None:
    (checkout / "docs/sources/fen.md").symlink_to(tmp_path / "elsewhere")

    assert "docs/sources/fen.md is there already." in refused(checkout, "source", "fen")
    assert not (tmp_path / "elsewhere").exists()


def test_when_one_file_cannot_be_written_none_is(checkout: Path) -> None:
    glossary = checkout / "docs" / "glossary"
    for path in glossary.iterdir():
        path.unlink()
    glossary.rmdir()
    glossary.write_text("no folder", encoding="utf-8")
    before = everything(checkout)
    done = new(checkout, "collection", "fen", "--source", "example_2020")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith(f"docs/glossary/fen.md cannot be written: Not a directory. {NOTHING}")
    assert everything(checkout) == before


def test_a_list_of_courses_that_cannot_be_read_is_refused(checkout: Path) -> None:
    (checkout / "trees/example/cases/courses.toml").write_bytes(b"\xff")

    assert "courses.toml cannot be read: the file is not UTF-8 text." in refused(checkout, "tree", "example/boots")


def test_an_order_that_is_not_written_as_a_list_in_its_place_is_refused(checkout: Path) -> None:
    path = checkout / "trees" / "example" / "collection.py"
    replace(path, 'order=["tarn_nodule", "after_velurin", "on_velurin"]', "order=TREES")
    replace(path, "collection = C", 'TREES = ["tarn_nodule", "after_velurin", "on_velurin"]\n\ncollection = C')

    assert refused(checkout, "tree", "example/boots") == (
        "no list stands as order=[…] in trees/example/collection.py. Write it there."
    )
