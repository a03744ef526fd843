"""A tree as DMN 1.3, for rule engines: three decisions, of which the last tells all that a patient's answers lead to.

The first says whether every column holds what it offers, so that engines that check no allowed values stop as well.
The second has a row for each row of the tree and says where it leads; that exactly one row holds an engine can prove.
The third tells what is shown there, each text once for each end. A decision service runs all three.
"""

from collections.abc import Iterable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from trees.formats.dmn_tables import (
    BOOLEAN,
    END,
    NUMBER,
    OFFERED,
    STRING,
    TOLD,
    Column,
    Rule,
    Table,
    end,
    offered,
    told,
)
from trees.formats.dmn_words import NULL, interval, listed, text, variable
from trees.formats.forks import NOTHING, Leads
from trees.formats.inputs import Input, Number
from trees.formats.reading import FIELDS, Reading

NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/"
DECIDE = "_decide"
"""The decision service, which an engine can call by its name or import into another model."""
TOLD_TYPE = "Told"

ASKS = {
    OFFERED: "Does every column hold what it offers, or nothing?",
    END: "Where do the columns lead?",
    TOLD: "What is told there?",
}
SAYS = {
    OFFERED: "Where it is false, a column holds what it does not offer: there is no end, and nothing is told.",
    END: "The end that one row leads to. What is missing is asked for, and what contradicts itself is refused.",
    TOLD: f"Everything that is told at the end. 'does' is one of: {', '.join(each.value for each in Leads)}.",
}
HOW = (
    f"Give every column by the name of its input data, {NULL} where nothing is known: an empty text is not nothing. "
    f"Read {TOLD}, all of it: it is a list. Where {OFFERED} is not true, or there is no result, nothing is advised."
)


def dmn(reading: Reading) -> bytes:
    """Return the file of a tree."""
    header = [f"{name}: {says}" for name, says in (*reading.header, ("How to use it", HOW))]
    columns, called = reading.inputs, reading.name.replace("/", ".")
    root = _element("definitions", xmlns=NAMESPACE, id=called, name=reading.name, namespace=reading.page)
    root.append(_text("description", "\n".join(header)))
    root.extend(map(_type, columns))
    root.append(_told_type())
    root.extend(map(_input, columns))
    root.append(_decision(OFFERED, called, BOOLEAN, (), offered(reading)))
    root.append(_decision(END, called, STRING, (OFFERED,), end(reading)))
    root.append(_decision(TOLD, called, TOLD_TYPE, (END,), told(reading)))
    root.append(_service(called, columns))
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _type(of: Input) -> Element:
    """Return the type of a column, with the values that it may have."""
    if isinstance(of, Number):
        kind, values = NUMBER, f"{NULL}, {interval(of.node.lowest, of.node.highest)}"
    else:
        kind, values = STRING, listed((NOTHING, *of.offers))
    allowed = _element("allowedValues", _text("text", values))
    return _element("itemDefinition", _text("typeRef", kind), allowed, name=_type_name(of))


def _type_name(of: Input) -> str:
    return f"Type_{of.name}"


def _told_type() -> Element:
    fields = (_element("itemComponent", _text("typeRef", STRING), name=field) for field in FIELDS)
    return _element("itemDefinition", *fields, name=TOLD_TYPE, isCollection="true")


def _input(of: Input) -> Element:
    """Return a column as input data, with the words of what it asks and of each code."""
    name = variable(of.name)
    if isinstance(of, Number):
        offers = [f"a number from {interval(of.node.lowest, of.node.highest)}"]
    else:
        offers = [f"{code}: {says}" for code, says in of.offers.items()]
    renamed = [f"Named {name}, since {of.name} is a reserved word."] if name != of.name else []
    says = _text("description", "\n".join([of.asks, *offers, *renamed]))
    held = _element("variable", name=name, typeRef=_type_name(of))
    return _element("inputData", says, held, id=_input_id(of), name=name)


def _input_id(of: Input) -> str:
    return f"input.{of.name}"


def _decision(name: str, called: str, kind: str, after: Iterable[str], table: Table) -> Element:
    """Return a decision, the decisions that it comes after, and the columns that it needs."""
    return _element(
        "decision",
        _text("description", SAYS[name]),
        _text("question", ASKS[name]),
        _element("variable", name=name, typeRef=kind),
        *(_requires("requiredDecision", f"{called}.{each}") for each in after),
        *(_requires("requiredInput", _input_id(each)) for each in table.needs),
        _table(name, table),
        id=f"{called}.{name}",
        name=name,
    )


def _requires(what: str, of: str) -> Element:
    return _element("informationRequirement", _element(what, href=f"#{of}"))


def _table(called: str, table: Table) -> Element:
    """Return a decision table; each part has an id, without which SpiffWorkflow takes none."""
    outputs = (
        [_element("output", id=f"{called}.{field}", name=field, typeRef=STRING) for field in table.fields]
        if table.fields
        # A table that gives one value names it by its decision; SpiffWorkflow takes the label for the name.
        else [_element("output", _values("outputValues", table.values), id=f"{called}.is", label=called)]
    )
    columns = (_column(f"{called}.column_{at}", each) for at, each in enumerate(table.columns, start=1))
    rules = (_rule(f"{called}.rule_{at}", each) for at, each in enumerate(table.rules, start=1))
    policy = "COLLECT" if table.fields else "UNIQUE"
    return _element("decisionTable", *columns, *outputs, *rules, id=f"{called}.table", hitPolicy=policy)


def _column(called: str, of: Column) -> Element:
    looks_at = _element("inputExpression", _text("text", of.looks_at), typeRef=of.type)
    values = [_values("inputValues", of.values)] if of.values else []
    return _element("input", looks_at, *values, id=called, label=text(of.label))


def _values(name: str, values: str) -> Element:
    return _element(name, _text("text", values))


def _rule(called: str, of: Rule) -> Element:
    says = [_text("description", of.says)] if of.says else []
    cells = (_cell("inputEntry", f"{called}.cell_{at}", each) for at, each in enumerate(of.cells, start=1))
    gives = (_cell("outputEntry", f"{called}.gives_{at}", each) for at, each in enumerate(of.gives, start=1))
    return _element("rule", *says, *cells, *gives, id=called)


def _cell(name: str, called: str, holds: str) -> Element:
    return _element(name, _text("text", holds), id=called)


def _service(called: str, columns: Iterable[Input]) -> Element:
    """Return the service that runs all three decisions on the columns, in the order of these."""
    return _element(
        "decisionService",
        _element("variable", name=DECIDE, typeRef=TOLD_TYPE),
        _element("outputDecision", href=f"#{called}.{TOLD}"),
        *(_element("encapsulatedDecision", href=f"#{called}.{each}") for each in (OFFERED, END)),
        *(_element("inputData", href=f"#{_input_id(each)}") for each in columns),
        id=f"{called}.{DECIDE}",
        name=DECIDE,
    )


def _element(tag: str, *inside: Element, **attributes: str) -> Element:
    made = Element(tag, attributes)
    made.extend(inside)
    return made


def _text(tag: str, holds: str) -> Element:
    made = Element(tag)
    made.text = text(holds)
    return made
