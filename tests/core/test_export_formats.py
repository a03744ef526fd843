"""`python -m trees export FORMAT`: the files of one tree, of a collection or of all, whole or not at all."""

from pathlib import Path

import pytest
from helpers.commands import ROOT, copy_of_the_invented

from trees.__main__ import main
from trees.core.library import load
from trees.formats import NAMES
from trees.formats.forms import FORMATS
from trees.formats.reading import Reading

LIBRARY = load(ROOT / "trees")
INVENTED = [name for name, _ in LIBRARY.full_names() if name.startswith("example/")]
SUFFIXES = {format_: [file.suffix for file in files] for format_, files in FORMATS.items()}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy_of_the_invented(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SITE_URL", raising=False)
    return tmp_path


def export(*arguments: str) -> int:
    try:
        return main(["--folder", "trees", "export", *arguments])
    except SystemExit as ended:
        return int(str(ended.code))


def files(below: Path) -> list[str]:
    return sorted(path.relative_to(below).as_posix() for path in below.rglob("*") if path.is_file())


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("tree", ["tarn_nodule", "example/tarn_nodule"])
def test_one_tree_is_written_below_its_collection_in_every_file_of_a_format(
    folder: Path, format_: str, tree: str
) -> None:
    assert export(format_, tree, "--out", "made") == 0
    assert files(folder / "made") == sorted(f"example/tarn_nodule{suffix}" for suffix in SUFFIXES[format_])


@pytest.mark.parametrize("which", ["all", "example"])
def test_every_tree_of_a_collection_or_of_all_is_written(
    folder: Path, which: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export("sql", which, "--out", "made") == 0
    assert files(folder / "made") == sorted(f"{name}{suffix}" for name in INVENTED for suffix in SUFFIXES["sql"])
    assert capsys.readouterr().out == f"{len(INVENTED) * len(SUFFIXES['sql'])} files in made\n"


@pytest.mark.parametrize("format_", FORMATS)
def test_a_file_holds_what_its_format_makes_of_the_tree_and_the_address(folder: Path, format_: str) -> None:
    assert export(format_, "on_velurin", "--out", "made", "--address", "https://trees.example/gist") == 0
    reading = Reading(load(folder / "trees"), "example/on_velurin", "https://trees.example/gist/")
    for file in FORMATS[format_]:
        written = (folder / f"made/example/on_velurin{file.suffix}").read_bytes()
        assert written == file.make(reading)
        assert b"https://trees.example/gist/trees/example/on_velurin/" in written


def test_the_address_is_that_of_the_site_where_nobody_names_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", "https://trees.example/")
    assert export("dmn", "on_velurin", "--out", "made") == 0
    assert b"https://trees.example/trees/example/on_velurin/" in (folder / "made/example/on_velurin.dmn").read_bytes()


def test_the_same_trees_give_the_same_bytes_and_take_the_place_of_those_that_were_there(folder: Path) -> None:
    assert export("fhir", "all", "--out", "made") == 0
    before = {name: (folder / "made" / name).read_bytes() for name in files(folder / "made")}
    (folder / "made/example/on_velurin.fhir.json").write_text("old", encoding="utf-8")
    assert export("fhir", "all", "--out", "made") == 0
    assert {name: (folder / "made" / name).read_bytes() for name in files(folder / "made")} == before


def test_nothing_is_written_where_one_file_cannot_be(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "made/example/on_velurin.sql").mkdir(parents=True)
    (folder / "made/example/tarn_nodule.sql").write_text("mine", encoding="utf-8")

    assert export("sql", "all", "--out", "made") == 1
    assert files(folder / "made") == ["example/tarn_nodule.sql"]
    assert (folder / "made/example/tarn_nodule.sql").read_text(encoding="utf-8") == "mine"
    assert capsys.readouterr().err == (
        "trees export: made/example/on_velurin.sql cannot be written: Is a directory. What was there is as it was.\n"
    )


def test_a_folder_that_was_made_for_files_that_cannot_be_written_is_taken_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int, mode: str) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("trees.commands.together.os.fdopen", full)
    assert export("sql", "all", "--out", "made") == 1
    assert not (folder / "made").exists()


def test_nothing_is_exported_while_the_check_finds_a_problem(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = folder / "trees/example/tarn_nodule.py"
    tree.write_text(tree.read_text(encoding="utf-8").replace("mg=100", "mg=1000"), encoding="utf-8")

    assert export("dmn", "all", "--out", "made") == 1
    assert "trees/example/tarn_nodule.py:" in capsys.readouterr().err
    assert not (folder / "made").exists()


def test_a_tree_of_too_many_rows_is_told_and_the_others_are_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("trees.formats.reading.MOST_ROWS", 20)

    assert export("sql", "all", "--out", "made") == 1
    printed = capsys.readouterr()
    assert printed.err == (
        "trees export: example/tarn_nodule has 28 rows, and a file holds at most 20. Part the tree in two.\n"
    )
    assert printed.out == "6 files in made\n"
    assert not [name for name in files(folder / "made") if "tarn_nodule" in name]


def test_the_document_of_everything_is_printed_as_before(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert export("example") == 0
    assert capfdbinary.readouterr().out.startswith(b'{\n  "format": "executable-guideline-trees"')


def test_the_command_knows_every_format_that_there_is_by_its_name() -> None:
    assert tuple(FORMATS) == NAMES
