"""A tree as a PlanDefinition: what its answers lead to as actions, each under the condition that it holds now.

Nothing is ordered and nothing is picked. A drug at a dose is a proposal; of the options of a choice none is selected
beforehand; what the source advises against is told in words alone, since there are engines that leave out the element
that says "not", and would propose it.
"""

import hashlib

from trees.core import wording
from trees.core.digest import SHORT
from trees.core.evidence import quotes_of
from trees.core.nodes import ASKED, Choice, Node, Treatment, quotes_in, ways
from trees.core.told import Cells
from trees.formats.fhir import logic, names, related
from trees.formats.fhir.labels import labeled
from trees.formats.fhir.points import Point, points
from trees.formats.forks import Leads
from trees.formats.reading import Reading

PLAN_TYPE = "http://terminology.hl7.org/CodeSystem/plan-definition-type"
Resource = dict[str, object]


def plan_definition(reading: Reading) -> Resource:
    """Return a tree as a PlanDefinition of FHIR R4; no profile is claimed."""
    needed = [names.versioned(reading, kind) for kind in ("Questionnaire", "Library")]
    parts = [_versioned(reading, str(each["url"])) for each in activity_definitions(reading)]
    artifacts = [related.page(reading), *related.sources(reading)]
    return {
        **names.metadata(reading, "PlanDefinition"),
        "type": {"coding": [{"system": PLAN_TYPE, "code": "eca-rule"}]},
        "relatedArtifact": [*artifacts, *map(related.needs, needed), *map(related.has, parts)],
        "library": [names.versioned(reading, "Library")],
        "action": [_action(reading, each) for each in points(reading)],
    }


def activity_definitions(reading: Reading) -> list[Resource]:
    """Return each drug at a dose as an ActivityDefinition of FHIR R4, in the order of the ends."""
    return [_activity(reading, each) for each in points(reading) if _treats(each)]


def _treats(point: Point) -> bool:
    return point.shown is not None and point.shown.leads is Leads.SHOW and isinstance(point.shown.node, Treatment)


def _action(reading: Reading, point: Point) -> Resource:
    cells = point.cells
    node = point.shown.node if point.shown is not None else None
    documentation = _documentation(reading, point, node)
    condition = {
        "description": "; ".join(cells["for_whom"].splitlines()) or title(point),
        "language": "text/cql",
        "expression": logic.condition_name(point.name),
        "reference": names.versioned(reading, "Library"),
    }
    codes = [names.leads(reading, cells["does"]), *([names.part(reading, cells["id"])] if cells["id"] else [])]
    codes += [names.kind(reading, node)] if node is not None else []
    return {
        "id": point.name,
        **({"prefix": cells["badge"]} if cells["badge"] else {}),
        "title": title(point),
        "description": in_short(cells),
        "textEquivalent": labeled(cells),
        "code": [{"coding": [each]} for each in codes],
        **({"documentation": documentation} if documentation else {}),
        "condition": [{"kind": "applicability", "expression": condition}],
        **_does(reading, point, node),
    }


def _documentation(reading: Reading, point: Point, node: Node | None) -> list[related.Artifact]:
    if point.tree:
        other = Reading(reading.library, point.tree, reading.address)
        return [related.page(other) | {"resource": names.versioned(other, "PlanDefinition")}]
    if node is None:
        return []
    # The quotes of an option stand with the option.
    return related.citations(reading, quotes_of(node.because) if isinstance(node, Choice) else quotes_in(node))


def _does(reading: Reading, point: Point, node: Node | None) -> Resource:
    """Return what is done where a point holds: a proposal is made, a form is filled in, or options are laid out."""
    if _treats(point):
        return {"definitionCanonical": _versioned(reading, _activity_address(reading, point))}
    if isinstance(node, ASKED):
        return {"definitionCanonical": names.versioned(reading, "Questionnaire")}
    if isinstance(node, Choice):
        return {
            "groupingBehavior": "logical-group",
            "selectionBehavior": "any",
            "requiredBehavior": "could",
            "precheckBehavior": "no",
            "action": _options(reading, point, node),
        }
    return {}


def _options(reading: Reading, point: Point, node: Choice) -> list[Resource]:
    found: list[Resource] = []
    for option, answer in zip(ways(node), point.cells["may_answer"].splitlines(), strict=True):
        because = related.citations(reading, quotes_of(getattr(option, "because", None)))
        found.append(
            {
                "id": f"{point.name}.{option.code}",
                "title": names.plain(option.says),
                "textEquivalent": answer,
                "code": [{"coding": [names.coding(reading, node.id, option.code, names.plain(option.says))]}],
                **({"documentation": because} if because else {}),
                "requiredBehavior": "could",
                "precheckBehavior": "no",
            }
        )
    return found


def _activity(reading: Reading, point: Point) -> Resource:
    address = _activity_address(reading, point)
    cells = point.cells
    assert point.shown is not None
    return {
        **names.metadata(reading, "ActivityDefinition"),
        "id": address.rpartition("/")[2],
        "url": address,
        "name": names.pascal(address.rpartition("/")[2]),
        "title": title(point),
        "description": "\n\n".join(map(names.markdown, [in_short(cells), reading.basis.use])),
        "relatedArtifact": [
            related.page(reading),
            *related.sources(reading),
            *related.citations(reading, quotes_in(point.shown.node)),
        ],
        "kind": "MedicationRequest",
        "intent": "proposal",
        "productCodeableConcept": {"text": cells["drug"]},
        # Not as additionalInstruction, which is printed for the patient.
        "dosage": [{"text": dosage(reading, point)}],
    }


def title(point: Point) -> str:
    """Return of what kind something is, its words, and how firmly a treatment is named: it may be shown alone."""
    cells = point.cells
    firmly = f": named with {cells['dose_strength']}" if cells["dose_strength"] else ""
    return f"{cells['leads_to']}: {cells['words']}{firmly}"


def dosage(reading: Reading, point: Point) -> str:
    """Return a dose in words, with all that has to stand where it is shown alone, or printed."""
    cells = point.cells
    assert point.shown is not None
    firmly = f" (named with {cells['dose_strength']})" if cells["dose_strength"] else ""
    lines = [
        f"{cells['drug']}{firmly}: {cells['dose'].strip('()')}. Duration: {cells['duration']}.",
        f"For: {'; '.join(cells['for_whom'].splitlines())}.",
        wording.since_in_short(point.shown.node),
        cells["suspect"],
        f"What a dated text says, not an order: {cells['basis']}",
    ]
    return " ".join(" ".join(lines).split())


def in_short(cells: Cells) -> str:
    """Return what is newer or suspect, for whom something is, and on what it rests."""
    return "\n\n".join(cells[field] for field in ("suspect", "since_then", "for_whom", "basis") if cells[field])


def _activity_address(reading: Reading, point: Point) -> str:
    assert point.shown is not None
    node = point.shown.node.id
    called = f"{names.name(reading)}-{names.hyphened(node)}"
    if len(called) > names.LONGEST:
        of_its_own = hashlib.sha256(f"{reading.name}#{node}".encode()).hexdigest()[:SHORT]
        called = f"{called[: names.LONGEST - SHORT - 1]}X{of_its_own}"
    return f"{reading.address}fhir/ActivityDefinition/{called}"


def _versioned(reading: Reading, address: str) -> str:
    return f"{address}|{names.version(reading)}"
