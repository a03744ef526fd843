"""The plan of a tree in encender, an engine of others that applies it: it makes what our walker tells."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from helpers.cql_engines import SITE, applied
from helpers.engine_patients import TOLD, Told, expected, grid
from helpers.form_responses import Data, filled_in, response
from helpers.plans import cells_of, the

from trees.core.library import Library
from trees.formats.fhir import names
from trees.formats.fhir.bundle import bundle
from trees.formats.reading import Reading

pytestmark = pytest.mark.interop

EXAMPLES = ("example/tarn_nodule", "example/after_velurin", "example/on_velurin")
APPLIED = (*EXAMPLES, "gist_2017/first_line", "gist_2017/second_line_sunitinib")
"""Trees whose every kind of result is applied: each patient takes the engine half a second."""


def jobs_of(library: Library, name: str) -> list[tuple[Data, list[Told]]]:
    """Return for every result that a tree can have one patient to apply it to, and what the walker tells of it."""
    whole = json.loads(bundle(Reading(library, name, SITE)))
    resources = [each["resource"] for each in whole["entry"]]
    form = the(whole, "Questionnaire")
    found: dict[str, tuple[Data, list[Told]]] = {}
    for patient in grid(library.trees[name], 3_000):
        wanted = expected(library, name, patient)
        if (key := json.dumps(wanted)) not in found:
            of_patient = [{"resourceType": "Patient", "id": "p1"}, response(form, filled_in(form, patient))]
            plan = the(whole, "PlanDefinition")
            found[key] = {"resources": [*resources, *of_patient], "plan": plan, "patient": "Patient/p1"}, wanted
    return list(found.values())


def told_by_actions(done: Data) -> list[Told]:
    told = [cells_of(each) for each in done["actions"]]
    return [{field: each.get(field, "") for field in TOLD} for each in told]


def in_any_order(told: list[Told]) -> list[str]:
    """The engine sees to the actions at once, and lists each when it is done."""
    return sorted(map(json.dumps, told))


@pytest.mark.parametrize("name", APPLIED)
def test_the_plan_applied_to_a_patient_makes_the_actions_that_the_walker_tells(library: Library, name: str) -> None:
    jobs = jobs_of(library, name)
    treated = 0

    for done, (_, wanted) in zip(applied([job for job, _ in jobs]), jobs, strict=True):
        assert in_any_order(told_by_actions(done)) == in_any_order(wanted)
        for action, told in zip(done["actions"], told_by_actions(done), strict=True):
            cells = cells_of(action)
            firmly = f": named with {cells['dose_strength']}" if "dose_strength" in cells else ""
            assert action["title"] == f"{cells['leads_to']}: {told['words']}{firmly}"
            cited = "\n".join(each["citation"] for each in action.get("documentation", []))
            if told["does"] == "show":
                quotes = list(map(names.markdown, told["quotes"].split("\n")))
                assert [line[: len(quote)] for line, quote in zip(cited.split("\n"), quotes, strict=True)] == quotes
            if told["does"] == "choose":
                assert len(action["action"]) >= 2
        requests = [each for each in done["others"] if each["resourceType"] == "MedicationRequest"]
        doses = [each for each in wanted if each["drug"]]
        assert len(requests) == len(doses)
        for request, told in zip(requests, doses, strict=True):
            treated += 1
            assert request["intent"] == "proposal"
            assert request["medicationCodeableConcept"]["text"] == told["drug"]
            assert f": {told['dose'].strip('()')}. " in request["dosageInstruction"][0]["text"]
    assert treated > 0 or name == "example/on_velurin"


def _text(of: Data, before: str, after: str) -> Data:
    text = json.dumps(of, ensure_ascii=False)
    assert before in text
    changed: Data = json.loads(text.replace(before, after))
    return changed


def _swap(plan: Any) -> Any:
    """Return a plan in which two conditions are swapped."""
    found = copy.deepcopy(plan)
    one, other = (each for each in found["action"] if each["id"] in ("show_velurin_100", "show_velurin_400"))
    one["condition"], other["condition"] = other["condition"], one["condition"]
    return found


MUTANTS: dict[str, Callable[[Data], Data]] = {
    "two conditions swapped": _swap,
    "a dose": lambda plan: _text(plan, "100 mg daily", "101 mg daily"),
    "a quote": lambda plan: _text(plan, "“continued for at least 12 weeks”", "“continued for at least 13 weeks”"),
    "a strength": lambda plan: _text(plan, "“may” in", "“should” in"),
}


@pytest.mark.parametrize("what", MUTANTS)
def test_the_comparison_sees_what_is_changed_in_a_plan(library: Library, what: str) -> None:
    jobs = [each for each in jobs_of(library, EXAMPLES[0]) if each[1][0]["drug"]]
    changed = [{**job, "plan": MUTANTS[what](job["plan"])} for job, _ in jobs]

    found = [in_any_order(told_by_actions(done)) for done in applied(changed)]

    assert found != [in_any_order(wanted) for _, wanted in jobs]
