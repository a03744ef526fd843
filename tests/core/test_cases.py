"""Reading cases: what a file says is what is read, with its line, and what cannot be read is named."""

import re
from pathlib import Path

import pytest
from helpers.commands import ROOT

from trees.core.cases import Case, Expected, read_cases
from trees.core.place import Place

WHOLE = """# A comment.
[[patient]]
id = "whole"
says = "A patient."
walks = [{ tree = "t", answers = ["pain=yes", "size=2"] }, { tree = "u", answers = [] }]
left_open = "The size decides."
would_decide = "A scan."
open_words = ["Size", "scan"]
order_stated = true
settled = "So it was."

[[patient.expects]]
what = "velurin"
drug = "velurin"
mg = [400, 600]
split = true
weeks = [4, 2]
duration = "at least 12 weeks"
how_often = "once a day"
strength = "may"
statements = ["S01", "S02"]

[[patient.expects]]
what = "half of it"
drug = "velurin"
mg = 37.5
statements = ["S03"]
"""
SHORT = '\n[[patient]]\nid = "short"\nsays = "Another."\nwalks = []\n'


def read(folder: Path, text: str, name: str = "x.toml") -> tuple[list[Case], list[str]]:
    path = folder / "c" / "cases" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    cases, problems = read_cases(folder, "c", "shown")
    return cases, [str(problem) for problem in problems]


def test_a_case_is_read_with_all_that_it_says_and_with_its_line(tmp_path: Path) -> None:
    cases, problems = read(tmp_path, WHOLE + SHORT)
    dose = Expected(
        "velurin",
        frozenset({"S01", "S02"}),
        drug="velurin",
        mg=(400, 600),
        split=True,
        weeks=(4, 2),
        duration="at least 12 weeks",
        how_often="once a day",
        strength="may",
    )
    half = Expected("half of it", frozenset({"S03"}), drug="velurin", mg=(37.5, 37.5))
    whole = Case(
        Place("shown/c/cases/x.toml", 3),
        "whole",
        "A patient.",
        "c",
        (("t", ("pain=yes", "size=2")), ("u", ())),
        (dose, half),
        left_open="The size decides.",
        would_decide="A scan.",
        open_words=("Size", "scan"),
        order_stated=True,
        settled="So it was.",
    )

    assert problems == []
    assert cases == [whole, Case(Place("shown/c/cases/x.toml", 30), "short", "Another.", "c", (), ())]
    assert [str(case.place) for case in cases] == ["shown/c/cases/x.toml:3", "shown/c/cases/x.toml:30"]


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    read(tmp_path, SHORT.replace("short", "later"), "b.toml")
    cases, _ = read(tmp_path, SHORT, "a.toml")

    assert [case.id for case in cases] == ["short", "later"]


def test_a_collection_without_cases_has_none(tmp_path: Path) -> None:
    assert read_cases(tmp_path, "c") == ([], [])


WRONG = {
    "a field that there is not": ("settled =", "setled =", 10, "it takes no 'setled'. Did you mean 'settled'?"),
    "no id": ('id = "whole"\n', "", 2, "it wants 'id', a text."),
    "an id that is a list": ('id = "whole"', "id = []", 3, "'id' takes a text."),
    "an id that cannot stand in an address": ('"whole"', '"A whole"', 3, "'A whole' is not a name of small letters"),
    "no sentence": ('says = "A patient."\n', "", 3, "it wants 'says', a text."),
    "an empty sentence": ('"A patient."', '" "', 4, "'says' takes a text."),
    "a sentence with a mark that nobody sees": ('"A patient."', '"A \\u001bpatient."', 4, "'says' takes a text."),
    "no walks": (WHOLE.splitlines()[4], "", 3, "it wants 'walks', a list of tables such as [{"),
    "walks that are a text": ("walks = [", "walks = '[' #", 5, "'walks' takes a list of tables such as [{"),
    "a walk without answers": ('"u", answers = []', '"u"', 5, "number 2 of 'walks': it wants 'answers', a list"),
    "a walk that is a text": ('{ tree = "u", answers = [] }', '"u"', 5, "'walks' takes a list of tables such as [{"),
    "a field of a walk that there is not": (
        '"u", answers',
        '"u", answer',
        5,
        "number 2 of 'walks': it takes no 'answer'. Did you mean 'answers'?",
    ),
    "answers that are a text": (
        '"u", answers = []',
        '"u", answers = "q=yes"',
        5,
        "number 2 of 'walks': 'answers' takes a list of texts.",
    ),
    "an answer that is a number": ("= []", "= [2]", 5, "number 2 of 'walks': 'answers' takes a list of texts."),
    "a mark that is a text": ("= true\nsettled", "= 'true'\nsettled", 9, "'order_stated' takes true or false."),
    "open words that are a text": ('["Size", "scan"]', '"Size"', 8, "'open_words' takes a list of texts."),
    "an open word that it does not say": ('"Size", "scan"', '"fever"', 8, "'fever' does not stand in what it says is"),
    "a field of what is expected that there is not": (
        "how_often =",
        "how_oft =",
        19,
        "number 1 of 'expects': it takes no 'how_oft'. Did you mean 'how_often'?",
    ),
    "no statements": (
        'statements = ["S03"]\n',
        "",
        23,
        "number 2 of 'expects': it wants 'statements', a list of texts.",
    ),
    "statements that are a text": (
        '["S03"]',
        '"S03"',
        27,
        "number 2 of 'expects': 'statements' takes a list of texts.",
    ),
    "statements that are none": ('["S03"]', "[]", 27, "number 2 of 'expects': 'statements' takes a list of texts."),
    "a dose that is a text": (
        "37.5",
        '"37.5"',
        26,
        "number 2 of 'expects': 'mg' takes a number above 0, or two of them",
    ),
    "a dose that is a mark": ("37.5", "true", 26, "number 2 of 'expects': 'mg' takes a number above 0, or two of them"),
    "a dose that is a list of none": ("37.5", "[]", 26, "number 2 of 'expects': 'mg' takes a number above 0, or two"),
    "a dose of three numbers": ("37.5", "[1, 2, 3]", 26, "number 2 of 'expects': 'mg' takes a number above 0, or two"),
    "a dose below nothing": ("37.5", "-1", 26, "number 2 of 'expects': 'mg' takes a number above 0, or two of them"),
    "a dose without an end": ("37.5", "inf", 26, "number 2 of 'expects': 'mg' takes a number above 0, or two of them"),
    "a range from high to low": ("400, 600", "600, 400", 15, "number 1 of 'expects': 'mg' takes a number above 0, or"),
    "weeks that are one number": ("[4, 2]", "4", 17, "number 1 of 'expects': 'weeks' takes two numbers above 0, the"),
    "half a dose": ("mg = 37.5", "split = true", 26, "number 2 of 'expects': 'split' goes with 'mg', a dose."),
    "what is expected in single brackets": (
        WHOLE[WHOLE.index("[[patient.expects]]") : WHOLE.rindex("[[patient.expects]]") + len("[[patient.expects]]")],
        "[patient.expects]",
        12,
        "'expects' takes tables, each begun with [[patient.expects]] in two brackets.",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_case_that_cannot_be_read_is_named_at_its_line_and_the_others_are_read(tmp_path: Path, wrong: str) -> None:
    before, after, number, says = WRONG[wrong]
    assert WHOLE.count(before) == 1
    cases, (line,) = read(tmp_path, WHOLE.replace(before, after) + SHORT)
    called = {
        "no id": "number 1",
        "an id that is a list": "number 1",
        "an id that cannot stand in an address": "'A whole'",
    }
    name = called.get(wrong, "'whole'")

    assert line.startswith(f"shown/c/cases/x.toml:{number}: the case {name} cannot be read: {says}")
    assert line.endswith((".", "?"))
    assert [case.id for case in cases] == ["short"]


def test_each_thing_that_is_wrong_with_a_case_is_a_line_of_its_own(tmp_path: Path) -> None:
    text = WHOLE.replace('says = "A patient."', "says = 3").replace("37.5", "[]").replace('"may"', "[]")
    _, lines = read(tmp_path, text)

    assert [line.split(":")[1] for line in lines] == ["4", "20", "26"]


def test_lines_are_counted_past_texts_lists_and_comments_that_look_like_keys(tmp_path: Path) -> None:
    text = """[[patient]]  # "
says = 'It is "so'  # id = "no"
settled = "# [[patient]] \\" id = 3"
open_words = [
    # [[patient]]
    "a]", 'b',
]
left_open = "a] b"
"id" = "odd"
walks = [
]
"order_stated" = 1
"""
    _, (line,) = read(tmp_path, text)

    assert line == "shown/c/cases/x.toml:12: the case 'odd' cannot be read: 'order_stated' takes true or false."


def test_a_file_of_windows_is_read_with_its_lines(tmp_path: Path) -> None:
    path = tmp_path / "c/cases/x.toml"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xef\xbb\xbf" + SHORT.replace("\n", "\r\n").encode())
    (case,), problems = read_cases(tmp_path, "c", "shown")

    assert (str(case.place), problems) == ("shown/c/cases/x.toml:3", [])


NO_CASES = {
    "single brackets": ("\n[patient]\nid = 'x'\n", 2, "'patient' is not a list of cases. Begin each with [[patient]],"),
    "single brackets, and what it expects": (
        "[patient]\nid = 'x'\n[patient.expects]\nmg = 3\n",
        1,
        "'patient' is not a list of cases. Begin each with [[patient]], in two brackets.",
    ),
    "a number": (
        "\npatient = 3\n",
        2,
        "'patient' is not a list of cases. Begin each with [[patient]], in two brackets.",
    ),
    "a list of numbers": (
        "patient = [3]\n",
        1,
        "'patient' is not a list of cases. Begin each with [[patient]], in two",
    ),
    "another name": ("\n[[patients]]\nid = 'x'\n", 2, "'patients' begins no case. Begin each with [[patient]]."),
    "a field above all cases": ("id = 'x'\n", 1, "'id' begins no case. Begin each with [[patient]]."),
    "nothing": ("", 1, "the file holds no case. Begin each with [[patient]]."),
    "a comment": ("# [[patient]]\n", 1, "the file holds no case. Begin each with [[patient]]."),
}


@pytest.mark.parametrize("kind", NO_CASES)
def test_a_file_that_holds_no_cases_is_refused_in_one_line(tmp_path: Path, kind: str) -> None:
    text, number, says = NO_CASES[kind]
    cases, (line,) = read(tmp_path, text)

    assert cases == []
    assert line.startswith(f"shown/c/cases/x.toml:{number}: {says}")


def test_what_stands_beside_the_cases_of_a_file_is_refused_and_they_are_read(tmp_path: Path) -> None:
    cases, (line,) = read(tmp_path, f"{SHORT}\n[[patiens]]\nid = 'x'\n")

    assert [case.id for case in cases] == ["short"]
    assert line == "shown/c/cases/x.toml:7: 'patiens' begins no case. Begin each with [[patient]]."


def test_the_file_of_courses_is_no_file_of_cases(tmp_path: Path) -> None:
    assert read(tmp_path, "[[course]]\nid = 'x'\n", "courses.toml") == ([], [])


UNREADABLE = {
    "no TOML": (b"\n[[patient]\n", 2, "the file is not TOML: "),
    "a text without an end": (SHORT.encode() + b'settled = "So\n', 6, "the file is not TOML: "),
    "a list without an end": (SHORT.encode() + b"settled = [\n\n", 7, "the file is not TOML: "),
    "no UTF-8": (SHORT.encode() + b"# caf\xe9\n", 6, "the file is not UTF-8 text. Save it as UTF-8."),
    "a field twice": (SHORT.encode() + b'id = "again"\n', 6, "the file is not TOML: "),
    "deep brackets": (b"x = " + b"[" * 5000 + b"]" * 5000, 1, "the file nests too deeply, or holds a number that is"),
    "a number that is too long": (b"x = " + b"1" * 5000, 1, "the file nests too deeply, or holds a number that is"),
    "too many bytes": (b"#" * 2_000_001, 1, "the file has 2,000,001 bytes; at most 2,000,000 are read. Split it."),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(tmp_path: Path, kind: str) -> None:
    raw, number, says = UNREADABLE[kind]
    read(tmp_path, SHORT, "a.toml")
    (tmp_path / "c/cases/x.toml").write_bytes(raw)
    cases, (problem,) = read_cases(tmp_path, "c", "shown")

    assert [case.id for case in cases] == ["short"]
    assert str(problem).startswith(f"shown/c/cases/x.toml:{number}: {says}")
    assert not {"KeyError", "TypeError", "ValueError", "Errno"} & set(re.findall(r"\w+", problem.text))


def test_a_folder_by_the_name_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "c/cases/x.toml").mkdir(parents=True)
    _, (problem,) = read_cases(tmp_path, "c", "shown")

    assert problem.text == "a file is wanted here, and this is none. Rename it, or take it away."


def test_the_case_that_the_manual_shows_stands_in_the_invented_collection() -> None:
    (shown,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs/change/a_tree.md").read_text(encoding="utf-8"), re.DOTALL)

    assert f"\n{shown}\n" in (ROOT / "trees/example/cases/invented.toml").read_text(encoding="utf-8")
