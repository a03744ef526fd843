"""What the FHIR resources of a tree are called, and what each says of itself."""

import re
from dataclasses import replace

from helpers.small import action, library_of

from trees.core.digest import digest
from trees.core.records import Review
from trees.formats.fhir import names
from trees.formats.fhir.questionnaire import questionnaire
from trees.formats.reading import Reading

ADDRESS = "https://example.org/trees/"


def test_no_two_trees_share_a_name_however_their_ids_are_written():
    trees = ["a_b", "ab", "a_1", "a1", "a" * 70, f"{'a' * 69}b", "first_line"]
    library = library_of(**{each: (action(each),) for each in trees})
    made = [names.name(Reading(library, f"c/{each}", ADDRESS)) for each in trees]
    assert len({each.casefold() for each in made}) == len(trees)
    assert all(re.fullmatch(r"[A-Z][A-Za-z0-9]{0,63}", each) for each in made)
    assert made[-1] == "CFirstLine"


def test_another_wording_of_a_tree_has_another_version():
    first, second = (
        Reading(library_of(t=(replace(action("end"), says=words),)), "c/t", ADDRESS) for words in ("Watch", "Wait")
    )
    assert names.version(first) != names.version(second)
    assert re.fullmatch(r"0\.0\.\d+", names.version(first))
    assert names.versioned(first, "Library") == f"{ADDRESS}fhir/Library/CT|{names.version(first)}"


def test_every_form_is_a_draft_for_education_and_evaluation(library):
    wordings = {name: questionnaire(Reading(library, name, ADDRESS)) for name, _ in library.full_names()}
    assert {each["status"] for each in wordings.values()} == {"draft"}
    assert {each["experimental"] for each in wordings.values()} == {True}


def test_a_form_of_a_reviewed_wording_says_when_it_was_reviewed_and_is_no_more_active_for_that():
    library = library_of(t=(action("end"),))
    record = Review("t", sha256=digest(library, "c/t"), reviewer="A", role="B", date="2030-01-02", compared=())
    library.reviews["c"] = [record]
    assert questionnaire(Reading(library, "c/t", ADDRESS))["status"] == "draft"
    assert questionnaire(Reading(library, "c/t", ADDRESS))["lastReviewDate"] == "2030-01-02"


def test_a_form_that_a_newer_collection_replaces_is_retired():
    library = library_of(t=(action("end"),))
    library.collections["d"] = library.collections["c"]
    library.collections["c"] = replace(library.collections["c"], superseded_by="d")
    assert questionnaire(Reading(library, "c/t", ADDRESS))["status"] == "retired"


def test_markdown_reads_as_it_was_written():
    assert names.markdown("a_b <b>*c*</b> [l](u) _d_ &amp; & 2 < 3") == (
        r"a_b \<b\>\*c\*\</b\> \[l\](u) \_d\_ \&amp; & 2 \< 3"
    )
