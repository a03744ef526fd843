"""Hold resources of FHIR R4 to three validators of others: Lantana's, a JSON schema of FHIR, and fhir.resources."""

from collections.abc import Mapping, Sequence
from typing import Any

from fhir.resources.R4B import get_fhir_model_class
from helpers.node import asked
from pydantic import ValidationError

Resource = Mapping[str, Any]
LANTANA, SCHEMA, PYTHON = "fhir", "@asymmetrik/fhir-json-schema-validator", "fhir.resources"
"""The validators, by the names of their packages."""

SCRIPT = """
const { Fhir } = require("fhir");
const Validator = require("@asymmetrik/fhir-json-schema-validator");
const schema = require("@asymmetrik/fhir-json-schema-validator/fhir.schema.json");
const fhir = new Fhir();
const of = {};
console.log(JSON.stringify(given.map((resource) => {
  const type = resource.resourceType;
  // Asked for any resource, it tries each of them one after another.
  of[type] ??= new Validator({ ...schema, oneOf: [{ $ref: `#/definitions/${type}` }] });
  // It takes false and 0 for an element that is missing.
  const full = JSON.parse(JSON.stringify(resource), (_, value) => (value === false ? true : value === 0 ? 1 : value));
  const said = fhir.validate(full, { errorOnUnexpected: true }).messages;
  // Of value sets that it does not have, it says so, and nothing else.
  const wrong = said.filter((each) => !/^Value set ".*" could not be found/.test(each.message));
  return {
    fhir: wrong.map((each) => `${each.location}: ${each.message}`),
    schema: (of[type].validate(resource, true) ?? []).map((each) => `${each.dataPath}: ${each.message}`),
  };
})));
"""


def problems(resources: Sequence[Resource]) -> list[dict[str, list[str]]]:
    """Return what each validator finds wrong with each resource, by the name of its package; warnings count."""
    said = asked(SCRIPT, list(resources), LANTANA, SCHEMA, seconds=300)
    return [
        {LANTANA: each["fhir"], SCHEMA: each["schema"], PYTHON: python_says(resource)}
        for each, resource in zip(said, resources, strict=True)
    ]


def python_says(resource: Resource) -> list[str]:
    """Return what fhir.resources finds wrong with a resource. It has no R4, and R4B is R4 for what is made here."""
    try:
        get_fhir_model_class(resource["resourceType"]).model_validate(resource)
    except ValidationError as error:
        return [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors()]
    return []
