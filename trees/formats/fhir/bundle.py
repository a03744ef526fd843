"""Everything of one tree in FHIR R4 in one file, which a server takes in one request."""

import json

from trees.formats.fhir import names
from trees.formats.fhir.library_resource import library_resource
from trees.formats.fhir.plan import activity_definitions, plan_definition
from trees.formats.fhir.questionnaire import questionnaire
from trees.formats.reading import Reading


def bundle(reading: Reading) -> bytes:
    """Return form, rules, proposals and plan of a tree as a transaction: sent twice, it changes nothing more.

    A resource stands before those that name it.
    """
    resources = [
        questionnaire(reading),
        library_resource(reading),
        *activity_definitions(reading),
        plan_definition(reading),
    ]
    data = {
        "resourceType": "Bundle",
        "id": names.name(reading),
        "type": "transaction",
        "entry": [
            {
                "fullUrl": each["url"],
                "resource": each,
                "request": {"method": "PUT", "url": f"{each['resourceType']}/{each['id']}"},
            }
            for each in resources
        ],
    }
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()
