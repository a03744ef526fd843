"""A tree as PMML 4.4: a TreeModel that predicts where the answers lead, and tells everything of it in its output.

A column is an active field, its codes the valid values: any other value is invalid, and the model returns nothing.
A fork is a node with a child for each case. Nothing is left to a strategy: what is missing has its own child, which
asks, so that an engine has nothing to guess.
"""

from collections.abc import Iterator

from trees.core.told import line
from trees.formats.forks import NOTHING, Case, Decision, End, Within
from trees.formats.inputs import Codes, Input
from trees.formats.pmml_told import TEXT, functions, outputs
from trees.formats.pmml_xml import INDENT, around, empty, holding, opening
from trees.formats.reading import Reading

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
NAMESPACE, VERSION = "http://www.dmg.org/PMML-4_4", "4.4"
TARGET = "_end"
"""The field that is predicted: the key of an end. No column takes its name: an id begins with a letter."""
DEEPEST_INDENT = 20
MODEL = {
    "functionName": "classification",
    "missingValueStrategy": "none",
    "noTrueChildStrategy": "returnNullPrediction",
    "splitCharacteristic": "multiSplit",
}


def pmml(reading: Reading) -> bytes:
    """Return the file of a tree; raise TooManyRowsError where no file could hold it."""
    # Refuses a tree that is too large: a node stands in the file once for each way to it.
    _ = reading.rows
    lines = around("PMML", within_pmml(reading), {"xmlns": NAMESPACE, "version": VERSION})
    return "".join(f"{each}\n" for each in (DECLARATION, *lines)).encode("utf-8")


def within_pmml(reading: Reading) -> Iterator[str]:
    """Yield the parts of the file: what it is, its fields, its texts, and the model."""
    head = {
        "copyright": dict(reading.header)["License"],
        "description": reading.in_a_line,
        "modelVersion": reading.basis.version,
    }
    notes = (holding("Annotation", f"{name}: {value}") for name, value in reading.header)
    yield from around("Header", notes, head)
    fields = [*reading.inputs, Codes(TARGET, "Where the answers lead", {end.key: "" for end in reading.ends})]
    inside = (each for field in fields for each in data_field(field))
    yield from around("DataDictionary", inside, {"numberOfFields": str(len(fields))})
    yield from around("TransformationDictionary", functions(reading))
    model = {"modelName": reading.name, **MODEL}
    yield from around("TreeModel", within_model(reading), model)


def within_model(reading: Reading) -> Iterator[str]:
    """Yield the parts of the model: which fields it takes, what it tells, and its nodes."""
    taken = [
        empty("MiningField", {"name": each.name, "usageType": "active", "invalidValueTreatment": "returnInvalid"})
        for each in reading.inputs
    ]
    yield from around("MiningSchema", [*taken, empty("MiningField", {"name": TARGET, "usageType": "target"})])
    yield from around("Output", outputs(reading))
    yield from nodes(reading.decision)


def data_field(of: Input) -> Iterator[str]:
    """Yield a field with every value that it may hold, and what it asks."""
    named = {"name": of.name, "displayName": line(of.asks)}
    if isinstance(of, Codes):
        values = (
            empty("Value", {"value": code, **({"displayValue": line(says)} if says else {})})
            for code, says in of.offers.items()
        )
        yield from around("DataField", values, {**named, **TEXT})
        return
    ends = {"leftMargin": number(of.node.lowest), "rightMargin": number(of.node.highest)}
    interval = empty("Interval", {"closure": "closedClosed", **ends})
    yield from around("DataField", [interval], {**named, "optype": "continuous", "dataType": "double"})


def nodes(of: Decision) -> Iterator[str]:
    """Yield a node for each way to a fork or an end, however deep."""
    stack: list[tuple[int, str | Decision, list[str]]] = [(0, of, [empty("True")])]
    while stack:
        depth, at, predicate = stack.pop()
        # Of a long tree, the file would else be blanks for the most part.
        indent = INDENT * min(depth, DEEPEST_INDENT)
        if isinstance(at, str):
            yield f"{indent}{at}"
            continue
        yield f"{indent}{opening('Node', {'score': at.key} if isinstance(at, End) else {})}"
        yield from (f"{indent}{INDENT}{each}" for each in predicate)
        stack.append((depth, "</Node>", []))
        if not isinstance(at, End):
            # An engine that stops where a comparison meets nothing has by then found the child that asks.
            cases = sorted(at.cases, key=lambda case: not holds_nothing(case))
            stack += [(depth + 1, case.to, list(condition(at.input, case))) for case in reversed(cases)]


def holds_nothing(case: Case) -> bool:
    """Return whether a case holds where nothing is known."""
    return not isinstance(case.cell, Within) and NOTHING in case.cell.codes


def condition(column: Input, case: Case) -> Iterator[str]:
    """Yield the predicate that a column holds what the case says."""
    cell = case.cell
    if isinstance(cell, Within):
        low = compared(column, "greaterOrEqual" if cell.low_in else "greaterThan", number(cell.low))
        high = compared(column, "lessOrEqual" if cell.high_in else "lessThan", number(cell.high))
        yield from around("CompoundPredicate", [low, high], {"booleanOperator": "and"})
        return
    codes = sorted(cell.codes, key=lambda code: code is not NOTHING)
    each = [compared(column, "isMissing" if code is None else "equal", code) for code in codes]
    yield from each if len(each) == 1 else around("CompoundPredicate", each, {"booleanOperator": "or"})


def compared(column: Input, operator: str, value: str | None) -> str:
    """Return the predicate that a column compares so with a value."""
    given = {} if value is None else {"value": value}
    return empty("SimplePredicate", {"field": column.name, "operator": operator, **given})


def number(value: float) -> str:
    """Return a number so that it is read back as the same."""
    return str(int(value)) if float(value).is_integer() else repr(float(value))
