"""A library of ELM as CQL text: what a person reads, and what a translator makes the same ELM of."""

import re
from collections.abc import Callable
from typing import Any

from trees.formats.fhir.elm import FHIR, SYSTEM, Elm

BETWEEN = {
    "And": "and",
    "Or": "or",
    "Equal": "=",
    "In": "in",
    "Less": "<",
    "LessOrEqual": "<=",
    "Greater": ">",
    "GreaterOrEqual": ">=",
    "Concatenate": "+",
}
"""Operators that stand between their two operands."""

BEFORE = {"Not": "not", "Exists": "exists", "Negate": "-", "Flatten": "flatten"}
ESCAPED = {"\\": r"\\", "'": r"\'", "\n": r"\n", "\r": r"\r", "\t": r"\t", "\f": r"\f"}
TO_ESCAPE = re.compile(r"[\\'\x00-\x1f]|[^\x00-\x7e]")

SHORT = 90
"""Characters of a list that stands in one line."""

Node = dict[str, Any]


def written(library: Elm) -> str:
    """Return a library as CQL text, in ASCII: whatever reads it, reads the same."""
    of: Node = library["library"]  # type: ignore[assignment]
    using = of["usings"]["def"][1]
    parts = [
        f"library {of['identifier']['id']} version {quoted(of['identifier']['version'])}\n",
        f"using {using['localIdentifier']} version {quoted(using['version'])}\n",
        "".join(f"{_parameter(each)}\n" for each in of["parameters"]["def"]),
        "context Patient\n",
        # Every library has the first, which no text defines.
        *(f"{_definition(each)}\n" for each in of["statements"]["def"][1:]),
    ]
    return "\n".join(parts)


def quoted(text: str) -> str:
    """Return a text as CQL writes it."""
    return f"'{TO_ESCAPE.sub(_escaped, text)}'"


def _escaped(found: re.Match[str]) -> str:
    if found[0] in ESCAPED:
        return ESCAPED[found[0]]
    # Beyond the first plane a character is two units of UTF-16.
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def name(of: str) -> str:
    """Return a name that may be a word of the language."""
    return f'"{of}"'


def _type(of: Node) -> str:
    return str(of["name"]).removeprefix(SYSTEM)


def _parameter(of: Node) -> str:
    return f"parameter {name(of['name'])} {_type(of['parameterTypeSpecifier'])} default {expression(of['default'])}"


def _definition(of: Node) -> str:
    body = expression(of["expression"], "  ")
    if of.get("type") != "FunctionDef":
        return f"define {name(of['name'])}:\n  {body}"
    given = ", ".join(f"{name(each['name'])} {_type(each['operandTypeSpecifier'])}" for each in of["operand"])
    return f"define function {name(of['name'])}({given}):\n  {body}"


def expression(of: Node, indent: str = "") -> str:
    """Return an expression as CQL text; its further lines are indented."""
    kind = of["type"]
    if kind in BETWEEN:
        left, right = (_within(each, indent) for each in of["operand"])
        return f"{left} {BETWEEN[kind]} {right}"
    if kind in BEFORE:
        gap = "" if kind == "Negate" else " "
        return f"{BEFORE[kind]}{gap}{_within(of['operand'], indent)}"
    return WRITERS.get(kind, _of_a_list)(of, indent)


def _within(of: Node, indent: str) -> str:
    """Return an expression as it stands within another: in brackets, unless nothing in it could be parted."""
    inner = expression(of, indent)
    return inner if of["type"] in WHOLE else f"({inner})"


def _literal(of: Node, _: str) -> str:
    return quoted(of["value"]) if of["valueType"] == f"{SYSTEM}String" else str(of["value"])


def _reference(of: Node, _: str) -> str:
    return name(of["name"])


def _function(of: Node, indent: str) -> str:
    return f"{name(of['name'])}({', '.join(expression(each, indent) for each in of['operand'])})"


def _property(of: Node, indent: str) -> str:
    source = of["scope"] if "scope" in of else _within(of["source"], indent)
    return f"{source}.{of['path']}"


def _as(of: Node, indent: str) -> str:
    if of["operand"]["type"] == "Null":
        return "null"
    kind = str(of["asTypeSpecifier"]["name"]).removeprefix(FHIR)
    return f"{_within(of['operand'], indent)} as FHIR.{kind}"


def _is_null(of: Node, indent: str) -> str:
    return f"{_within(of['operand'], indent)} is null"


def _coalesce(of: Node, indent: str) -> str:
    return f"Coalesce({', '.join(expression(each, indent) for each in of['operand'])})"


def _of_a_list(of: Node, indent: str) -> str:
    return f"{of['type']}({expression(of['source'], indent)})"


def _retrieve(of: Node, _: str) -> str:
    return f"[{str(of['dataType']).removeprefix(FHIR)}]"


def _query(of: Node, indent: str) -> str:
    (source,) = of["source"]
    inner = expression(source["expression"], indent)
    lines = [f"{inner if source['expression']['type'] in SOURCES else f'({inner})'} {source['alias']}"]
    if "where" in of:
        lines.append(f"where {expression(of['where'], f'{indent}  ')}")
    if "return" in of:
        lines.append(f"return all {expression(of['return']['expression'], f'{indent}  ')}")
    return f"\n{indent}  ".join(lines)


def _list(of: Node, indent: str) -> str:
    elements = [expression(each, f"{indent}  ") for each in of["element"]]
    if sum(map(len, elements)) < SHORT and not any("\n" in each for each in elements):
        return f"{{ {', '.join(elements)} }}"
    return _spread("{", elements, indent)


def _tuple(of: Node, indent: str) -> str:
    elements = [f"{name(each['name'])}: {expression(each['value'], f'{indent}  ')}" for each in of["element"]]
    return _spread("Tuple {", elements, indent)


def _spread(opens: str, elements: list[str], indent: str) -> str:
    lines = ",\n".join(f"{indent}  {each}" for each in elements)
    return f"{opens}\n{lines}\n{indent}}}"


def _if(of: Node, indent: str) -> str:
    condition, then = expression(of["condition"], indent), expression(of["then"], indent)
    return f"if {condition} then {then}\n{indent}else {expression(of['else'], indent)}"


def _case(of: Node, indent: str) -> str:
    inner = f"{indent}  "
    comparand = f" {expression(of['comparand'], indent)}" if "comparand" in of else ""
    lines = [
        f"when {expression(each['when'], inner)} then {expression(each['then'], inner)}" for each in of["caseItem"]
    ]
    lines.append(f"else {expression(of['else'], inner)}")
    return f"case{comparand}\n" + "".join(f"{inner}{each}\n" for each in lines) + f"{indent}end"


WRITERS: dict[str, Callable[[Node, str], str]] = {
    "Literal": _literal,
    "ExpressionRef": _reference,
    "ParameterRef": _reference,
    "OperandRef": _reference,
    "FunctionRef": _function,
    "Property": _property,
    "As": _as,
    "IsNull": _is_null,
    "Coalesce": _coalesce,
    "Retrieve": _retrieve,
    "Query": _query,
    "List": _list,
    "Tuple": _tuple,
    "If": _if,
    "Case": _case,
}
WHOLE = {
    *("Literal", "ExpressionRef", "ParameterRef", "OperandRef", "FunctionRef", "Property", "Coalesce"),
    *("Retrieve", "List", "Tuple", "Case", "Count", "First", "AnyTrue"),
}
"""What stands within another expression without brackets."""
SOURCES = {"ExpressionRef", "Property", "Retrieve"}
"""What a query goes through without brackets."""
