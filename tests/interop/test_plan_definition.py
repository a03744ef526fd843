"""A tree as a plan of FHIR: what it proposes and never orders, held to validators of others."""

import copy
import json
from base64 import b64decode
from collections.abc import Iterator

import pytest
from helpers.cql_engines import SITE
from helpers.fhir_validators import problems
from helpers.form_responses import Data, questions
from helpers.hostile_library import hostile_library
from helpers.plans import cells_of, of_kind, the

from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import AdviceAgainst, Choice, Treatment
from trees.core.told import quoted
from trees.formats.fhir import cql, logic, names
from trees.formats.fhir.bundle import bundle
from trees.formats.fhir.points import points
from trees.formats.reading import FIELDS, Reading

EXAMPLES = ("example/tarn_nodule", "example/after_velurin", "example/on_velurin")


@pytest.fixture(scope="module")
def bundles(library: Library) -> list[tuple[Reading, Data]]:
    """Every tree as it is shipped, and a hostile one."""
    hostile = hostile_library()
    trees = [(library, name) for name, _ in library.full_names()] + [(hostile, name) for name in hostile.trees]
    return [(Reading(*each, SITE), json.loads(bundle(Reading(*each, SITE)))) for each in trees]


def actions(of: Data) -> Iterator[Data]:
    for each in of.get("action", []):
        yield each
        yield from actions(each)


def test_three_validators_find_nothing_wrong_with_a_library_a_plan_a_proposal_or_the_bundle_of_them(
    bundles: list[tuple[Reading, Data]],
) -> None:
    resources = [each["resource"] for _, whole in bundles for each in whole["entry"]]
    # A form is held to them by its own test.
    others = [each for each in resources if each["resourceType"] != "Questionnaire"]
    assert {each["resourceType"] for each in others} == {"Library", "PlanDefinition", "ActivityDefinition"}

    found = problems([*others, *(whole for _, whole in bundles[:3])])

    assert [each for each in found if any(each.values())] == []


def test_the_validators_find_a_plan_with_a_wrong_code(bundles: list[tuple[Reading, Data]]) -> None:
    plan = copy.deepcopy(the(bundles[0][1], "PlanDefinition"))
    plan["action"][0]["condition"][0]["kind"] = "applies"

    (found,) = problems([plan])

    assert sum(map(bool, found.values())) >= 2


def test_whatever_a_bundle_names_of_its_own_stands_in_it_before_it_is_named(
    bundles: list[tuple[Reading, Data]],
) -> None:
    for of, whole in bundles:
        known: set[str] = set()
        for entry in whole["entry"]:
            resource = entry["resource"]
            named = {*resource.get("library", []), *_canonicals(resource)}
            own = {each for each in named if f"/{names.name(of)}" in each}
            assert own <= known, resource["url"]
            assert resource["resourceType"] in ("Questionnaire", "ActivityDefinition") or own
            known.add(f"{resource['url']}|{resource['version']}")
            assert entry["fullUrl"] == resource["url"]
            assert resource["url"].endswith(f"/{resource['resourceType']}/{resource['id']}")
            assert entry["request"] == {"method": "PUT", "url": f"{resource['resourceType']}/{resource['id']}"}


def _canonicals(resource: Data) -> Iterator[str]:
    yield from (each["resource"] for each in resource.get("relatedArtifact", []) if "resource" in each)
    for each in actions(resource):
        yield from (each[key] for key in ("definitionCanonical",) if key in each)
        yield from (condition["expression"]["reference"] for condition in each.get("condition", []))


def test_every_resource_of_a_bundle_has_an_id_of_its_own(bundles: list[tuple[Reading, Data]]) -> None:
    ids = [
        each["request"]["url"]
        for of, whole in bundles
        if of.library is bundles[0][0].library
        for each in whole["entry"]
    ]
    assert len(ids) == len(set(ids))
    assert all(len(each.partition("/")[2]) <= 64 for each in ids)


def test_the_library_ships_its_rules_as_text_and_as_elm_both_in_ascii(bundles: list[tuple[Reading, Data]]) -> None:
    for of, whole in bundles:
        shipped = {each["contentType"]: b64decode(each["data"]) for each in the(whole, "Library")["content"]}
        elm = logic.library(of)
        assert list(shipped) == ["text/cql", "application/elm+json"]
        assert shipped["text/cql"].decode("ascii") == cql.written(elm)
        assert json.loads(shipped["application/elm+json"].decode("ascii")) == elm


def test_the_condition_of_every_action_is_defined_in_the_library(bundles: list[tuple[Reading, Data]]) -> None:
    for of, whole in bundles:
        defined = {each["name"] for each in logic.library(of)["library"]["statements"]["def"]}  # type: ignore[index]
        plan = the(whole, "PlanDefinition")
        for each in plan["action"]:
            (condition,) = each["condition"]
            assert condition["kind"] == "applicability"
            assert condition["expression"]["language"] == "text/cql"
            assert condition["expression"]["expression"] in defined
        assert len(plan["action"]) == len({each["id"] for each in plan["action"]}) == len(points(of))


def test_every_field_of_everything_that_an_end_leads_to_is_told_by_an_action(
    bundles: list[tuple[Reading, Data]],
) -> None:
    for of, whole in bundles:
        told = [cells_of(each) for each in the(whole, "PlanDefinition")["action"]]
        wanted = {
            json.dumps({field: cells[field] for field in FIELDS if cells[field]}, sort_keys=True)
            for end in of.ends
            for _, cells in of.told(end)
        }
        assert wanted <= {json.dumps(each, sort_keys=True) for each in told}
        assert len(told) == len(wanted) + 1, "one more, which refuses what is not offered"


def test_an_action_has_what_it_does_what_it_is_and_of_what_kind_as_codes(bundles: list[tuple[Reading, Data]]) -> None:
    kinds = set()
    for _, whole in bundles:
        for action in the(whole, "PlanDefinition")["action"]:
            cells = cells_of(action)
            does, *parts = [code["coding"][0]["code"] for code in action["code"]]
            assert does == cells["does"]
            assert parts[:1] == ([cells["id"]] if "id" in cells else [])
            assert action.get("prefix", "") == cells.get("badge", "")
            kinds.update(parts[1:])
    assert {"question", "choice", "treatment", "action", "advice_against", "left_open"} <= kinds


def test_an_outcome_cites_each_of_its_quotes_with_its_statement_and_the_address_of_its_source(
    bundles: list[tuple[Reading, Data]],
) -> None:
    count = 0
    for of, whole in bundles:
        by_id = {each["id"]: each for each in the(whole, "PlanDefinition")["action"]}
        for point in points(of):
            if point.shown is None or point.cells["does"] != "show":
                continue
            quotes = quotes_of(getattr(point.shown.node, "because", None))
            cited = by_id[point.name].get("documentation", [])
            assert len(quotes) == len(cited)
            for quote, each in zip(quotes, cited, strict=True):
                count += 1
                known = of.library.registers.get(quote.source.id)
                place = [f", {each.at}" for each in known.statements if each.id == quote.at] if known else [""]
                assert [each["citation"]] == [names.markdown(f"{quoted(quote)}{at}") for at in place]
                assert (each["type"], each["url"]) == ("citation", quote.source.address)
                assert each["label"].endswith(quote.at)
                assert quote.source.date in each["display"]
    assert count >= 100


def test_nothing_is_ordered_and_what_is_advised_against_is_proposed_by_nothing(
    bundles: list[tuple[Reading, Data]],
) -> None:
    against = 0
    for of, whole in bundles:
        proposals = {each["url"]: each for each in of_kind(whole, "ActivityDefinition")}
        treatments = {each.id for each in of.tree.nodes if isinstance(each, Treatment)}
        by_point = {point.name: point for point in points(of)}
        proposing: list[str] = []
        for each in the(whole, "PlanDefinition")["action"]:
            address = each.get("definitionCanonical", "").partition("|")[0]
            point = by_point[each["id"]]
            if address in proposals:
                proposing.append(point.cells["id"])
                (dosage,) = proposals[address]["dosage"]
                assert dosage["text"].startswith(point.cells["drug"])
                assert f": {point.cells['dose'].strip('()')}. Duration: {point.cells['duration']}." in dosage["text"]
                assert all(line in dosage["text"] for line in point.cells["for_whom"].split("\n"))
                assert point.cells["dose_strength"] in dosage["text"]
                assert dosage["text"].endswith(f"not an order: {point.cells['basis']}")
                assert "additionalInstruction" not in dosage, "it is printed for the patient"
                assert proposals[address]["productCodeableConcept"] == {"text": point.cells["drug"]}
            if point.shown is not None and isinstance(point.shown.node, AdviceAgainst):
                against += 1
                assert "definitionCanonical" not in each
        assert sorted(proposing) == sorted(treatments & {each.cells["id"] for each in by_point.values()})
        for each in proposals.values():
            assert (each["kind"], each["intent"]) == ("MedicationRequest", "proposal")
            assert "doNotPerform" not in each
            assert "doseAndRate" not in each["dosage"][0]
    assert against >= 2


def test_a_choice_lays_out_its_options_and_none_is_selected_beforehand(bundles: list[tuple[Reading, Data]]) -> None:
    count = 0
    for of, whole in bundles:
        offered = {
            each["code"][0]["code"]: [option["valueCoding"] for option in each["answerOption"]]
            for each in questions(the(whole, "Questionnaire")["item"])
            if each["type"] == "choice"
        }
        nodes = {f"choose_{each.id}": each for each in of.tree.nodes if isinstance(each, Choice)}
        for each in the(whole, "PlanDefinition")["action"]:
            if each["id"] not in nodes:
                assert "action" not in each
                continue
            count += 1
            options = each["action"]
            assert (each["selectionBehavior"], each["precheckBehavior"]) == ("any", "no")
            assert {option["precheckBehavior"] for option in options} == {"no"}
            assert [option["code"][0]["coding"][0] for option in options] == offered[nodes[each["id"]].id]
            assert "definitionCanonical" not in each
            assert not any({"condition", "definitionCanonical"} & option.keys() for option in options)
    assert count >= 10


def test_every_resource_says_what_has_to_stand_wherever_a_tree_goes(bundles: list[tuple[Reading, Data]]) -> None:
    for of, whole in bundles:
        for entry in whole["entry"]:
            if entry["resource"]["resourceType"] == "ActivityDefinition":
                # Of the notes of its tree it holds its own alone: those on other outcomes are about other drugs.
                own = entry["resource"]["description"]
                assert names.markdown(of.basis.use) in own
                assert names.markdown(of.in_a_line) in own
                continue
            said = entry["resource"]["description"]
            missing = [called for called, text in of.header if text and names.markdown(f"{called}: {text}") not in said]
            assert missing == [], entry["fullUrl"]
        about = cql.written(logic.library(of))
        assert all(cql.quoted(f"{called}: {text}") in about for called, text in of.header if text)


def test_the_same_tree_makes_the_same_bytes(library: Library) -> None:
    for name in EXAMPLES:
        assert bundle(Reading(library, name, SITE)) == bundle(Reading(library, name, SITE))
