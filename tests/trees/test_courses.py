"""Courses: where events, onward links, options and jumps lead, and what stays known, is what the sentences say."""

from dataclasses import replace

import pytest
from conftest import ROOT

from trees.core.branches import Event, Onward
from trees.core.course_judge import ALWAYS, judge_course, time_passes, uncovered
from trees.core.courses import Course, Lasting, read_courses
from trees.core.library import Library, load
from trees.core.nodes import OUTCOMES, Checklist, Node, Tree, ways
from trees.core.walk import walk

LIBRARY = load(ROOT / "trees")
READ = {name: read_courses(ROOT / "trees", name) for name in LIBRARY.collections}
COURSES = [course for courses, _ in READ.values() for course in courses]
LEADING = [course for course in COURSES if isinstance(course, Course)]
INVENTED = [course for course in COURSES if course.collection == "example"]
by_id = pytest.mark.parametrize


@by_id("collection", READ)
def test_every_course_can_be_read(collection: str) -> None:
    assert [str(problem) for problem in READ[collection][1]] == []


@by_id("course", COURSES, ids=lambda course: f"{course.collection}-{course.id}")
def test_the_trees_go_the_way_that_a_course_says(library: Library, course: Course | Lasting) -> None:
    assert [str(problem) for problem in judge_course(library, course)] == []


@by_id("collection", READ)
def test_every_way_on_and_every_question_has_a_course(library: Library, collection: str) -> None:
    rows = uncovered(library, collection, READ[collection][0])

    assert not rows, f"add to trees/{collection}/cases/courses.toml, when each sentence is true:\n\n" + "\n".join(
        map(str, rows)
    )


def answers_to(tree: Tree, wanted: str) -> list[tuple[str, str]] | None:
    """Return answers that lead from the start of a tree to a node, or None when time has to pass first."""
    todo: list[tuple[Node, list[tuple[str, str]]]] = [(tree.start, [])]
    seen: set[str] = set()
    while todo:
        node, given = todo.pop()
        if node.id == wanted:
            return given
        if node.id in seen or isinstance(node, OUTCOMES):
            continue
        seen.add(node.id)
        for way in ways(node):
            if isinstance(way.to, str):
                todo.append((tree.node(way.to), [*given, (node.id, way.code)]))
        if isinstance(node, Checklist) and node.always == wanted:
            return [*given, (node.id, "none")]
    return None


@by_id("course", LEADING, ids=lambda course: f"{course.collection}-{course.id}")
def test_a_patient_who_goes_that_way_comes_there_and_is_asked_again_only_if_time_passes(
    library: Library, course: Course
) -> None:
    name = f"{course.collection}/{course.tree}"
    for start in course.starts:
        given = answers_to(library.trees[name], start)
        if given is None:
            continue
        before = walk(library, name, given)
        # What is shown in any case is shown when none of the items is true.
        after = walk(library, name, [*given, (start, "none" if course.by == ALWAYS else course.by)])
        met = [*(step.node.id for step in after.steps[len(before.steps) + 1 :])]
        met += [after.asks.id] if after.asks else [each.node.id for each in after.outcomes]

        several = isinstance(library.trees[name].node(start), Checklist)
        assert (course.asks_first or course.shows) in (met if several else met[:1])
        if after.asks and after.asks.id in {question for question, _ in given}:
            assert course.time_passes


@by_id("course", INVENTED, ids=lambda course: course.id)
def test_another_literal_of_a_course_is_noticed_at_its_line(library: Library, course: Course | Lasting) -> None:
    if isinstance(course, Lasting):
        others = [replace(course, kept=not course.kept), replace(course, asked=("nobody_asks",))]
    else:
        passes = None if course.time_passes else True
        others = [
            replace(course, tree="no_tree"),
            replace(course, starts=("nowhere",)),
            replace(course, by="no_way"),
            replace(course, time_passes=passes),
            replace(course, leads_to="no_tree"),
            replace(course, asks_first=course.shows, shows=course.asks_first),
            replace(course, **{"shows" if course.shows else "asks_first": "another"}),
        ]
    for other in others:
        found = list(judge_course(library, other))
        assert found, other
        assert {problem.place for problem in found} == {course.place}


def test_what_a_course_does_not_cover_is_printed_as_a_row_that_covers_it(library: Library) -> None:
    for left_out in INVENTED:
        kept = [course for course in INVENTED if course is not left_out]
        rows = uncovered(library, "example", kept)
        covered = "".join(map(str, rows))

        assert rows
        assert all(f'"{each}"' in covered for each in getattr(left_out, "starts", getattr(left_out, "asked", ())))


def test_the_rows_that_are_printed_are_courses_that_nobody_complains_of(library: Library, tmp_path: object) -> None:
    for collection in library.collections:
        rows = uncovered(library, collection, [])
        folder = tmp_path / collection / "cases"
        folder.mkdir(parents=True)
        (folder / "courses.toml").write_text("\n".join(map(str, rows)), encoding="utf-8")
        courses, problems = read_courses(tmp_path, collection)

        assert problems == []
        assert len(courses) == len(rows) > 0
        assert [str(problem) for course in courses for problem in judge_course(library, course)] == []
        assert uncovered(library, collection, courses) == []


def test_time_passes_on_an_event_alone() -> None:
    assert time_passes(Event("a", "A", to="b")) is True
    assert time_passes(Onward("a", "A", to="b")) is False
