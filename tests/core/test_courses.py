"""A file of courses that is wrong is refused with its line, and what is right in it is read all the same."""

from pathlib import Path

import pytest

from trees.core.courses import Course, Lasting, read_courses
from trees.core.place import Problem

LEADING = """
[[course]]
id = "first"
says = "It fails, and tea is asked for."
tree = "one"
from = ["a", "b"]
by = "failure"
time_passes = true
leads_to = "two"
asks_first = "tea"
"""
LASTING = """
[[course]]
id = "second"
says = "The variant is kept."
asked = ["variant"]
kept = true
"""


def read(folder: Path, text: str | bytes) -> tuple[list[Course | Lasting], list[Problem]]:
    """Write a file of courses, and read it."""
    (folder / "c" / "cases").mkdir(parents=True)
    (folder / "c" / "cases" / "courses.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_courses(folder, "c")


def test_both_kinds_of_course_are_read_each_with_its_line(tmp_path: Path) -> None:
    (leading, lasting), problems = read(tmp_path, LEADING + LASTING)

    assert problems == []
    assert isinstance(leading, Course)
    assert isinstance(lasting, Lasting)
    assert (leading.starts, leading.time_passes, leading.asks_first, leading.shows) == (("a", "b"), True, "tea", None)
    assert (lasting.asked, lasting.kept) == (("variant",), True)
    assert (str(leading.place), str(lasting.place)) == (
        "trees/c/cases/courses.toml:3",
        "trees/c/cases/courses.toml:13",
    )


def test_a_collection_without_courses_has_none(tmp_path: Path) -> None:
    assert read_courses(tmp_path, "c") == ([], [])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('by = "failure"\n', "", "3: the course 'first' cannot be read: it wants 'by', a text."),
        ('by = "failure"', "by = 3", "3: the course 'first' cannot be read: 'by' takes a text."),
        ('by = "failure"', 'by = " "', "3: the course 'first' cannot be read: 'by' takes a text."),
        ('["a", "b"]', '"a"', "3: the course 'first' cannot be read: 'from' takes a list of texts."),
        ('["a", "b"]', "[]", "3: the course 'first' cannot be read: 'from' takes a list of texts."),
        (
            "time_passes = true",
            "time_passes = 1",
            "3: the course 'first' cannot be read: 'time_passes' takes true or false.",
        ),
        (
            "leads_to",
            "lead_to",
            "3: the course 'first' cannot be read: it takes no 'lead_to'. Did you mean 'leads_to'?",
        ),
        (
            'asks_first = "tea"',
            "",
            "3: the course 'first' cannot be read: it wants either 'asks_first', a question, or 'shows', an outcome.",
        ),
        (
            'asks_first = "tea"',
            'asks_first = "tea"\nshows = "x"',
            "3: the course 'first' cannot be read: it wants either 'asks_first', a question, or 'shows', an outcome.",
        ),
        ('"second"', '"first"', "13: the course 'first' cannot be read: there is one of that id already."),
        ("kept = true", "", "13: the course 'second' cannot be read: it wants 'kept', true or false."),
    ],
)
def test_a_course_that_is_wrong_is_refused_and_the_other_is_read(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    text = LEADING + LASTING
    assert before in text
    courses, problems = read(tmp_path, text.replace(before, after))

    assert [str(problem) for problem in problems] == [f"trees/c/cases/courses.toml:{said}"]
    assert len(courses) == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[course]\n", "1: the file is not TOML: "),
        ('[[course]]\nid = "x\n', "2: the file is not TOML: "),
        (b"\xff\xfe", "1: the file is not UTF-8 text. Save it as UTF-8."),
        ("[[patient]]\nid = 1\n", "1: a file of courses holds nothing but courses. Begin each with [[course]]."),
        ("course = 1\n", "1: a file of courses holds nothing but courses. Begin each with [[course]]."),
        ("course = [1]\n", "1: the course '' cannot be read: it is no table."),
    ],
)
def test_a_file_that_holds_no_courses_is_refused_in_one_line(tmp_path: Path, text: str | bytes, said: str) -> None:
    courses, problems = read(tmp_path, text)

    assert courses == []
    assert [str(problem).startswith(f"trees/c/cases/courses.toml:{said}") for problem in problems] == [True]
    assert "\n" not in str(problems[0])
