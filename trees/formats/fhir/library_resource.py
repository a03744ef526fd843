"""The rules of one tree as a Library: in CQL, which a person reads, and in ELM, which engines run."""

import json
from base64 import b64encode

from trees.formats.fhir import cql, logic, names, related
from trees.formats.inputs import Codes, Input
from trees.formats.reading import Reading

LIBRARY_TYPE = "http://terminology.hl7.org/CodeSystem/library-type"
READ_OF_A_FORM = ("questionnaire", "status", "authored", "item")


def library_resource(reading: Reading) -> dict[str, object]:
    """Return the rules of a tree as a Library of FHIR R4."""
    elm = logic.library(reading)
    form = names.versioned(reading, "Questionnaire")
    return {
        **names.metadata(reading, "Library"),
        "type": {"coding": [{"system": LIBRARY_TYPE, "code": "logic-library"}]},
        "relatedArtifact": [related.page(reading), *related.sources(reading), related.needs(form)],
        "parameter": [_by_parameters(), *map(_parameter, reading.inputs)],
        "dataRequirement": [{"type": "QuestionnaireResponse", "mustSupport": list(READ_OF_A_FORM)}],
        # In ASCII: there are engines that decode nothing else.
        "content": [
            _attached("text/cql", cql.written(elm).encode("ascii")),
            _attached("application/elm+json", json.dumps(elm, separators=(",", ":")).encode("ascii")),
        ],
    }


def _by_parameters() -> dict[str, object]:
    says = "True: answers are given as parameters, and no filled-in form is read."
    return {"name": logic.BY_PARAMETERS, "use": "in", "min": 0, "max": "1", "documentation": says, "type": "boolean"}


def _parameter(column: Input) -> dict[str, object]:
    codes = isinstance(column, Codes)
    offers = f" One of: {', '.join(column.offers)}." if isinstance(column, Codes) else ""
    return {
        "name": logic.parameter_name(column),
        "use": "in",
        "min": 0,
        "max": "1",
        "documentation": names.plain(f"{column.asks}{offers}"),
        "type": "string" if codes else "decimal",
    }


def _attached(kind: str, content: bytes) -> dict[str, str]:
    return {"contentType": kind, "data": b64encode(content).decode("ascii")}
