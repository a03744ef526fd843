"""A file from a stranger: it is read or refused in one line, in no time, and nothing in it ever runs."""

import errno
import os
import time
from pathlib import Path

import pytest

from trees.core.check import check
from trees.core.library import load

MOST_SECONDS = 2.0
MARK = "it_ran"
COLLECTION = """
from trees.core import Collection

collection = Collection("strange", title="Strange", about="a", intended_use="b", sources=[], order=["wrong"])
"""
COMPUTES = "a file of data does not compute: '{}' is not allowed. Write the values out."
IMPORTS = "a file of data imports only from trees.core, trees.drugs, trees.sources and its own folder."
ONE_BY_ONE = "names are imported one by one and as they are: '{}' is not allowed."
NO_WORD = "'{}' is not one of the words a tree is written in."
NOT_DATA = "this is not data. Write a text, a number, a name or a list."
PREFIX = "a text with a prefix is not allowed. Write the text out in plain quotes."
INVISIBLE = "the line holds the invisible character {}. Take it out."
DEEP = "brackets stand more than 12 deep. A tree is a flat list; name nodes by their id."
NUMBER = "'{}' is not a plain number. Write digits, such as 400 or 37.5."
NO_TREE = "the file names no tree. Write tree = Tree(…)."
LINK = "this is a link to another place. Put here what it leads to."
ROUND = "'trees.strange.wrong' and this file import each other."
BACKSLASH = "a text holds a backslash. Write the character itself that you mean."
LETTER = "the name 'trее' holds 'е' (U+0435). A name has letters a to z, digits and _."
VALUES = "a file of data holds only imports and values, such as tree = Tree(…)."
NO_FILE = "a file is wanted here, and this is none. Rename it, or take it away."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of trees with one collection, whose tree `wrong.py` is yet to be written."""
    monkeypatch.chdir(tmp_path)
    strange = tmp_path / "trees/strange"
    strange.mkdir(parents=True)
    (strange / "collection.py").write_text(COLLECTION, encoding="utf-8")
    return strange


def said_of(folder: Path) -> list[str]:
    """What is printed of the folder, in time; the mark that any of its code would leave is not there."""
    begin = time.perf_counter()
    problems = check(load(folder.parent, shown_as="trees"))
    seconds = time.perf_counter() - begin
    assert seconds < MOST_SECONDS
    assert not list(folder.parents[1].rglob(MARK))
    lines = [str(problem) for problem in problems]
    assert all(line.isprintable() for line in lines)
    return lines


def said_of_text(folder: Path, text: str | bytes) -> list[str]:
    """What is printed when the tree is this text; each line is about the tree."""
    (folder / "wrong.py").write_bytes(text.encode() if isinstance(text, str) else text)
    return said_of(folder)


def line(number: int, text: str) -> list[str]:
    return [f"trees/strange/wrong.py:{number}: {text}"]


def test_a_file_that_imports_os_is_refused_and_never_runs(folder: Path) -> None:
    assert said_of_text(folder, f"import os\nos.mkdir('{MARK}')\n") == line(1, IMPORTS)


def test_a_file_that_imports_from_os_is_refused_and_never_runs(folder: Path) -> None:
    assert said_of_text(folder, f"from os import mkdir\n\ntree = mkdir('{MARK}')\n") == [
        *line(1, IMPORTS),
        *line(3, NO_WORD.format("mkdir")),
    ]


def test_a_module_beside_the_tree_is_read_and_never_run(folder: Path) -> None:
    (folder / "helper.py").write_text(f"open('{MARK}', 'w')\n", encoding="utf-8")
    assert said_of_text(folder, "from trees.strange.helper import X\n\ntree = X\n") == [
        f"trees/strange/helper.py:1: {VALUES}",
        *line(1, "there is no 'X' in trees.strange.helper."),
    ]


@pytest.mark.parametrize("name", ["eval", "exec", "open", "compile", "__import__", "getattr", "breakpoint"])
def test_a_file_that_calls_what_python_itself_offers_is_refused_and_never_runs(folder: Path, name: str) -> None:
    text = f"tree = {name}(\"__import__('os').mkdir('{MARK}')\", 'w')\n"
    (said,) = said_of_text(folder, text)
    assert said.startswith(line(1, NO_WORD.format(name))[0])


@pytest.mark.parametrize(
    ("what", "text", "said"),
    [
        ("a comprehension", "tree = [x for x in []]", COMPUTES.format("for")),
        ("a lambda", "tree = lambda: 1", COMPUTES.format("lambda")),
        ("a decorator", "@tree", COMPUTES.format("@")),
        ("a function", "def tree(): pass", COMPUTES.format("def")),
        ("a walrus", "tree = (x := 1)", COMPUTES.format(":=")),
        ("a condition", "tree = 1 if 2 else 3", COMPUTES.format("if")),
        ("a sum", "tree = 1 + 1", COMPUTES.format("+")),
        ("a negative number", "tree = -1", COMPUTES.format("-")),
        ("two statements on a line", "tree = 1; x = 2", COMPUTES.format(";")),
        ("an unpacked list", "tree = [*x]", COMPUTES.format("*")),
        ("unpacked names", "tree = Tree(**x)", COMPUTES.format("**")),
        ("a dict", 'tree = {"a": 1}', COMPUTES.format("{")),
        ("a set", "tree = {1}", COMPUTES.format("{")),
        ("an ellipsis", "tree = ...", COMPUTES.format("...")),
        ("an attribute", "tree = a.b", COMPUTES.format(".")),
        ("an attribute of a number", "tree = 1 .real", COMPUTES.format(".")),
        ("an attribute of a text", 'tree = "".join', COMPUTES.format(".")),
        ("a call of a call", "tree = Tree()()", COMPUTES.format(")(")),
        ("a call of a list", "tree = [1](2)", COMPUTES.format("](")),
        ("a call of a text", 'tree = "a"(1)', NOT_DATA),
        ("a subscript of a name", "tree = Tree[0]", NOT_DATA),
        ("a subscript of a text", 'tree = "a"[0]', NOT_DATA),
        ("a dunder name", "tree = __builtins__", "the name '__builtins__' is not known."),
        ("a lone name", "tree", VALUES),
        ("an f-string", 'tree = f"{1}"', PREFIX),
        ("bytes", 'tree = b"a"', PREFIX),
        ("a raw text", 'tree = r"a"', PREFIX),
        ("an import by another name", "import a.b as c", IMPORTS),
        ("an import of a name by another", "from trees.core import Tree as T", ONE_BY_ONE.format("as")),
        ("a star-import", "from trees.core import *", ONE_BY_ONE.format("*")),
        ("a relative import", "from . import x", IMPORTS),
        ("a relative import from above", "from ..core import x", IMPORTS),
        ("an import of program code", "from trees.core.read import Reader", IMPORTS),
        ("an import of a dunder", "from trees.core import __all__", "there is no '__all__' in trees.core."),
        ("an import of itself", "from trees.strange.wrong import a", ROUND),
        ("a number in hex", "tree = 0xff", NUMBER.format("0xff")),
        ("an endless number", "tree = 1e999", NUMBER.format("1e999")),
        ("an imaginary number", "tree = 1j", NUMBER.format("1j")),
        ("a hidden character written as another", r'tree = "\u202e"', BACKSLASH),
        ("a letter of another alphabet", "trее = 1", LETTER),
    ],
)
def test_a_file_that_is_more_than_data_is_refused_in_one_line(folder: Path, what: str, text: str, said: str) -> None:
    assert said_of_text(folder, f"{text}\n") == line(1, said), what


@pytest.mark.parametrize("bracket", ["[", "("])
def test_a_thousand_nested_brackets_are_refused_in_one_line(folder: Path, bracket: str) -> None:
    closed = {"[": "]", "(": ")"}[bracket]
    assert said_of_text(folder, f"tree = {bracket * 1_000}{closed * 1_000}\n") == line(1, DEEP)


def test_a_thousand_brackets_that_are_never_closed_are_refused_in_one_line(folder: Path) -> None:
    assert said_of_text(folder, f"tree = {'[' * 1_000}") == line(1, DEEP)


def test_a_thousand_minus_signs_are_refused_in_one_line(folder: Path) -> None:
    assert said_of_text(folder, f"tree = {'-' * 1_000}1\n") == line(1, COMPUTES.format("-"))


def test_a_thousand_chained_calls_are_refused_in_one_line(folder: Path) -> None:
    assert said_of_text(folder, f"tree = Tree{'()' * 1_000}\n") == line(1, COMPUTES.format(")("))


def test_a_thousand_dots_are_refused_in_one_line(folder: Path) -> None:
    assert said_of_text(folder, f"tree = a{'.b' * 1_000}\n") == line(1, COMPUTES.format("."))


def test_a_thousand_dots_in_an_import_are_refused_in_one_line(folder: Path) -> None:
    assert said_of_text(folder, f"from a{'.b' * 1_000} import c\n") == line(1, IMPORTS)


def test_a_thousand_names_for_one_value_are_refused_in_one_line(folder: Path) -> None:
    said = "one name is given one value. Write them on lines of their own."
    assert said_of_text(folder, f"{'a = ' * 1_000}1\n") == line(1, said)


def test_a_line_of_a_million_characters_is_refused_before_it_is_taken_apart(folder: Path) -> None:
    text = f"tree = {'[' * 1_000_000}"
    said = f"the line has {len(text):,} characters; at most 5,000 are read. Break it."
    assert said_of_text(folder, text) == line(1, said)


def test_a_list_that_doubles_sixty_times_is_never_unfolded(folder: Path) -> None:
    doubles = "".join(f"x{i} = [x{i - 1}, x{i - 1}]\n" for i in range(1, 61))
    text = f'from trees.core import Drug\nx0 = ["a"]\n{doubles}drug = Drug("a", name="A", also=x60)\n'
    assert said_of_text(folder, text) == line(63, "Drug takes as 'also' a list of texts, not a list.")


def test_a_file_with_a_million_nodes_is_refused_in_one_line(folder: Path) -> None:
    text = "tree = [\n" + 'Question("a"),\n' * 1_000_000 + "]\n"
    said = f"the file has {len(text):,} bytes; at most 2,000,000 are read. Split it."
    assert said_of_text(folder, text) == line(1, said)


def test_a_file_with_more_words_than_anybody_reads_is_refused_in_one_line(folder: Path) -> None:
    (said,) = said_of_text(folder, "x = 1\n" * 100_000)
    assert said.endswith("the file has more than 250,000 words and marks. Split the tree at a jump.")


def test_a_number_of_four_thousand_digits_is_refused_in_one_line(folder: Path) -> None:
    assert said_of_text(folder, f"tree = {'1' * 4_000}\n") == line(1, NUMBER.format("1" * 20))


@pytest.mark.parametrize(
    ("hidden", "name"),
    [
        ("\0", "U+0000"),
        ("\x1b", "U+001B"),
        ("\u200b", "U+200B"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\u2028", "U+2028"),
        ("\ue000", "U+E000"),
    ],
    ids=["NUL", "escape", "zero-width", "right-to-left", "isolate", "line-separator", "private"],
)
def test_a_character_that_nobody_sees_is_refused_with_its_line(folder: Path, hidden: str, name: str) -> None:
    assert said_of_text(folder, f'x = 1\ntree = "a{hidden}b"\n') == line(2, INVISIBLE.format(name))


def test_latin_1_is_refused_with_its_line(folder: Path) -> None:
    said = "the file is not UTF-8 text. Save it as UTF-8."
    assert said_of_text(folder, 'x = 1\ntree = "café"\n'.encode("latin-1")) == line(2, said)


def test_a_line_that_names_another_encoding_changes_nothing(folder: Path) -> None:
    assert said_of_text(folder, "# -*- coding: utf-7 -*-\ntree = +AGE-\n") == line(2, COMPUTES.format("+"))


def test_a_byte_order_mark_is_accepted(folder: Path) -> None:
    assert said_of_text(folder, b"\xef\xbb\xbfx = 1\n") == line(1, NO_TREE)


def test_windows_line_ends_are_accepted_and_counted_as_one(folder: Path) -> None:
    assert said_of_text(folder, b'"""A tree."""\r\n\r\nx = [\r\n    1,\r\n]\r\n') == line(1, NO_TREE)
    assert said_of_text(folder, b'"""A tree."""\r\n\r\ntree = y\r\n') == line(3, "the name 'y' is not known.")


def test_an_empty_file_names_no_tree(folder: Path) -> None:
    assert said_of_text(folder, "") == line(1, NO_TREE)


def test_a_file_that_may_not_be_read_is_said_to_be_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = Path.read_bytes

    def refused(path: Path) -> bytes:
        if path.name == "wrong.py":
            raise PermissionError(errno.EACCES, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    assert said_of_text(folder, "x = 1\n") == line(1, "the file cannot be read: Permission denied.")


def test_a_folder_by_the_name_of_a_tree_is_said_to_be_none(folder: Path) -> None:
    (folder / "wrong.py").mkdir()
    assert said_of(folder) == line(1, NO_FILE)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_by_the_name_of_a_tree_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "wrong.py")
    assert said_of(folder) == line(1, NO_FILE)


@pytest.mark.parametrize("to", ["/dev/zero", "/etc/passwd", "wrong.py", "nowhere.py", "collection.py"])
def test_a_link_by_the_name_of_a_tree_is_not_followed(folder: Path, to: str) -> None:
    (folder / "wrong.py").symlink_to(to)
    assert said_of(folder) == line(1, LINK)


@pytest.mark.parametrize("to", ["round", ".", "..", "strange", "/"])
def test_a_link_among_the_folders_is_not_followed(folder: Path, to: str) -> None:
    (folder.parent / "round").symlink_to(to)
    assert said_of_text(folder, "") == [f"trees/round:1: {LINK}", *line(1, NO_TREE)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31mb", "a\u202eb"])
def test_the_name_of_a_file_cannot_break_the_line_it_is_reported_in(folder: Path, name: str) -> None:
    (folder / f"{name}.py").write_text("import os\n", encoding="utf-8")
    said, *_ = said_of_text(folder, "")
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    assert said.startswith(
        f"trees/strange/{shown}.py:1: '{shown}' is not a name of small letters, digits and underscores."
    )


def test_a_chain_of_a_thousand_files_that_import_each_other_is_cut_short(folder: Path) -> None:
    for number in range(1_000):
        text = f"from trees.core import Drug\nfrom trees.strange.f{number + 1} import D{number + 1}\n"
        text += f'D{number} = Drug("d{number}", name="Drug {number}")\n'
        (folder / f"f{number}.py").write_text(text, encoding="utf-8")
    said = said_of_text(folder, "")
    assert "is imported through more than 4 files. Import it where it is written." in said[0]


def test_the_checks_would_see_a_file_that_runs(folder: Path) -> None:
    (folder / MARK).mkdir()
    with pytest.raises(AssertionError):
        said_of_text(folder, "")
