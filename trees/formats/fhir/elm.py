"""The expressions of CQL as data: ELM, which engines run. What CQL says in text is printed from the same data."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

Elm = dict[str, object]

SYSTEM = "{urn:hl7-org:elm-types:r1}"
FHIR = "{http://hl7.org/fhir}"
APART = re.compile(r"""(?<=\\)(?=['"])""")
PROFILE = "http://hl7.org/fhir/StructureDefinition/"


def text(value: str) -> Elm:
    """Return a text.

    There is an engine that takes a backslash before a quotation mark for an escape of it, and leaves it out: so no
    literal has the two, and such a text is put together of several.
    """
    first, *more = (_literal("String", each) for each in APART.split(value))
    for each in more:
        first = operator("Concatenate", first, each)
    return first


def number(value: Decimal) -> Elm:
    """Return a decimal number; CQL writes one below nothing as the negation of one above it."""
    digits = format(abs(value), "f")
    above = _literal("Decimal", digits if "." in digits else f"{digits}.0")
    return unary("Negate", above) if value < 0 else above


def whole(value: int) -> Elm:
    """Return a whole number."""
    return _literal("Integer", str(value))


def boolean(value: bool) -> Elm:
    """Return true or false."""
    return _literal("Boolean", "true" if value else "false")


def _literal(kind: str, value: str) -> Elm:
    return {"type": "Literal", "valueType": f"{SYSTEM}{kind}", "value": value}


def nothing(of: str) -> Elm:
    """Return null, as a value of a type."""
    return {"type": "As", "asType": of, "operand": {"type": "Null"}}


def unary(kind: str, operand: Elm) -> Elm:
    """Return an operator over one operand, such as Not."""
    return {"type": kind, "operand": operand}


def operator(kind: str, *operands: Elm) -> Elm:
    """Return an operator over several operands, such as Equal."""
    return {"type": kind, "operand": list(operands)}


def both(left: Elm, right: Elm) -> Elm:
    """Return whether both hold."""
    return operator("And", left, right)


def either(of: Iterable[Elm]) -> Elm:
    """Return whether any of some holds, of which there is at least one."""
    first, *more = of
    for each in more:
        first = operator("Or", first, each)
    return first


def aggregate(kind: str, source: Elm) -> Elm:
    """Return an operator over a list, such as Count."""
    return {"type": kind, "source": source}


def defined(name: str) -> Elm:
    """Return what is defined by a name."""
    return {"type": "ExpressionRef", "name": name}


def parameter(name: str) -> Elm:
    """Return what a parameter holds."""
    return {"type": "ParameterRef", "name": name}


def operand(name: str) -> Elm:
    """Return what a function was given."""
    return {"type": "OperandRef", "name": name}


def called(name: str, *given: Elm) -> Elm:
    """Return what a function gives."""
    return {"type": "FunctionRef", "name": name, "operand": list(given)}


def of_alias(path: str, alias: str) -> Elm:
    """Return an element of what a query goes through."""
    return {"type": "Property", "path": path, "scope": alias}


def of(path: str, source: Elm) -> Elm:
    """Return an element of something."""
    return {"type": "Property", "path": path, "source": source}


def taken_as(kind: str, value: Elm) -> Elm:
    """Return a value where it is of a type of FHIR, and null where it is not."""
    named = {"type": "NamedTypeSpecifier", "name": f"{FHIR}{kind}"}
    return {"type": "As", "strict": False, "operand": value, "asTypeSpecifier": named}


def retrieved(kind: str) -> Elm:
    """Return every resource of a kind that there is of the patient."""
    return {"type": "Retrieve", "dataType": f"{FHIR}{kind}", "templateId": f"{PROFILE}{kind}"}


def query(alias: str, source: Elm, where: Elm | None = None, returns: Elm | None = None) -> Elm:
    """Return those of a list for which something holds, or what is made of each, even where it is the same."""
    made: Elm = {"type": "Query", "source": [{"alias": alias, "expression": source}]}
    if where is not None:
        made["where"] = where
    if returns is not None:
        made["return"] = {"distinct": False, "expression": returns}
    return made


def listed(elements: Iterable[Elm]) -> Elm:
    """Return a list."""
    return {"type": "List", "element": list(elements)}


def record(elements: Mapping[str, Elm]) -> Elm:
    """Return a tuple, each element by its name."""
    return {"type": "Tuple", "element": [{"name": name, "value": value} for name, value in elements.items()]}


def when(condition: Elm, then: Elm, otherwise: Elm) -> Elm:
    """Return one or the other."""
    return {"type": "If", "condition": condition, "then": then, "else": otherwise}


def case(cases: Iterable[tuple[Elm, Elm]], otherwise: Elm, comparand: Elm | None = None) -> Elm:
    """Return what stands with the first condition that holds, or with the value that the comparand has."""
    made: Elm = {"type": "Case"} if comparand is None else {"type": "Case", "comparand": comparand}
    return made | {"caseItem": [{"when": holds, "then": then} for holds, then in cases], "else": otherwise}


def definition(name: str, expression: Elm) -> Elm:
    """Return a definition."""
    return {"name": name, "context": "Patient", "accessLevel": "Public", "expression": expression}


def function(name: str, operands: Mapping[str, str], expression: Elm) -> Elm:
    """Return the definition of a function, which takes operands of types of the system."""
    given = [
        {"name": each, "operandTypeSpecifier": {"type": "NamedTypeSpecifier", "name": f"{SYSTEM}{kind}"}}
        for each, kind in operands.items()
    ]
    return {"type": "FunctionDef", **definition(name, expression), "operand": given}


def asked(name: str, kind: str, default: Elm) -> Elm:
    """Return a parameter of a type of the system."""
    of_type = {"type": "NamedTypeSpecifier", "name": f"{SYSTEM}{kind}"}
    return {"name": name, "accessLevel": "Public", "default": default, "parameterTypeSpecifier": of_type}


def library(name: str, version: str, parameters: list[Elm], definitions: list[Elm]) -> Elm:
    """Return a library over the data of one patient in FHIR R4."""
    patient = {"name": "Patient", "context": "Patient", "expression": unary("SingletonFrom", retrieved("Patient"))}
    return {
        "library": {
            "identifier": {"id": name, "version": version},
            "schemaIdentifier": {"id": "urn:hl7-org:elm", "version": "r1"},
            "usings": {
                "def": [
                    {"localIdentifier": "System", "uri": "urn:hl7-org:elm-types:r1"},
                    {"localIdentifier": "FHIR", "uri": "http://hl7.org/fhir", "version": "4.0.1"},
                ]
            },
            "parameters": {"def": parameters},
            "contexts": {"def": [{"name": "Patient"}]},
            "statements": {"def": [patient, *definitions]},
        }
    }
