"""Cases: what the trees say for a patient in a sentence is what the sources say, nothing less and nothing more."""

import pytest
from conftest import ROOT

from trees.core.cases import Case, read_cases
from trees.core.coverage import coverage
from trees.core.judge import judge
from trees.core.library import Library

COLLECTIONS = sorted(path.parent.name for path in (ROOT / "trees").glob("*/collection.py"))
READ = {name: read_cases(ROOT / "trees", name) for name in COLLECTIONS}
CASES = [case for cases, _ in READ.values() for case in cases]
each_collection = pytest.mark.parametrize("collection", COLLECTIONS)


@each_collection
def test_every_case_can_be_read(collection: str) -> None:
    cases, problems = READ[collection]

    assert [str(problem) for problem in problems] == []
    assert cases


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.collection}-{case.id}")
def test_the_trees_say_all_that_the_sources_say_and_no_more(library: Library, case: Case) -> None:
    assert case.walks, f"{case.says}\n{case.place}: '{case.id}' is put to no tree."

    problems = [str(problem) for problem in judge(library, case)]

    assert problems == [], "\n".join((case.says, *problems))


@each_collection
def test_the_cases_leave_out_no_outcome_no_answer_and_no_edge(library: Library, collection: str) -> None:
    left_out = [str(problem) for problem in coverage(library, collection, READ[collection][0])]

    assert left_out == [], "\n".join(left_out)
