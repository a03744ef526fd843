"""Scenarios of both kinds, by one name: cases, which end at an outcome, and courses, which go on from there."""

from collections.abc import Iterator
from dataclasses import dataclass

from trees.core.cases import Case, read_cases
from trees.core.course_judge import judge_course
from trees.core.courses import Course, Lasting, read_courses
from trees.core.judge import judge
from trees.core.library import Library
from trees.core.place import Problem

Scenario = Case | Course | Lasting


@dataclass(frozen=True)
class Scenarios:
    """The scenarios of every collection, and what cannot be read as one."""

    all: tuple[Scenario, ...]
    problems: tuple[Problem, ...]


def read_scenarios(library: Library) -> Scenarios:
    """Read the cases and courses of every collection of a library."""
    found: list[Scenario] = []
    problems: list[Problem] = []
    for collection in library.collections:
        for read in (read_courses, read_cases):
            scenarios, wrong = read(library.root, collection, library.shown_as)
            found += scenarios
            problems += wrong
    return Scenarios(tuple(found), tuple(problems))


def name_of(scenario: Scenario) -> str:
    """Return how a report calls a scenario: 'case: first_not_tested'."""
    return f"{'case' if isinstance(scenario, Case) else 'course'}: {scenario.id}"


def complaints(library: Library, scenario: Scenario) -> Iterator[str]:
    """Yield what a scenario says against a library; that the trees cannot be walked is said as well."""
    try:
        for problem in judge(library, scenario) if isinstance(scenario, Case) else judge_course(library, scenario):
            yield str(problem)
    except (LookupError, ValueError, RuntimeError) as error:
        # The check refuses such a library; a scenario put to it all the same comes to nothing.
        yield f"{scenario.place}: '{scenario.id}' cannot be put to the trees: {type(error).__name__}"
