"""The items of a Questionnaire: groups, lines of text, questions, and the conditions under which they are shown."""

from collections.abc import Sequence

from trees.core.nodes import Measure
from trees.formats.fhir.names import plain
from trees.formats.forks import Within

Item = dict[str, object]
Condition = dict[str, object]
Code = dict[str, str]

EXTENSION = "http://hl7.org/fhir/StructureDefinition/"
ELEMENTS = (
    *("extension", "linkId", "code", "prefix", "text", "type"),
    *("enableWhen", "enableBehavior", "answerOption", "item"),
)
UCUM = "http://unitsofmeasure.org"
UNITS = frozenset({"mm", "cm", "m", "mg", "g", "kg", "mL", "L", "%"})
"""Units that a tree writes as UCUM does; any other stands in the words of its question alone."""


def group(link: str, heading: str, items: Sequence[Item], code: Sequence[Code] = (), badge: str = "") -> Item:
    """Return items under a heading."""
    return {
        "linkId": link,
        **({"code": list(code)} if code else {}),
        **({"prefix": f"{badge}."} if badge else {}),
        **({"text": plain(heading)} if heading else {}),
        "type": "group",
        "item": list(items),
    }


def display(link: str, text: str) -> Item:
    """Return a line of text."""
    return {"linkId": link, "text": plain(text), "type": "display"}


def hidden(link: str, text: str) -> Item:
    """Return a line of text for programs alone."""
    return {"extension": [{"url": f"{EXTENSION}questionnaire-hidden", "valueBoolean": True}], **display(link, text)}


def help_text(link: str, text: str) -> Item:
    """Return a text of several lines that a reader of a question may ask for."""
    lines = "\n".join(map(plain, text.splitlines()))
    return {"extension": [control("help")], **display(link, text), "text": lines}


def choice(link: str, asks: str, options: Sequence[Code], *, may_be_emptied: bool) -> Item:
    """Return a question with an answer to be picked.

    Players cannot empty radio buttons again: what no answer is also one to is drawn as a list.
    """
    vertical = {"url": f"{EXTENSION}questionnaire-choiceOrientation", "valueCode": "vertical"}
    return {
        "extension": [control("drop-down")] if may_be_emptied else [control("radio-button"), vertical],
        "linkId": link,
        "text": plain(asks),
        "type": "choice",
        "answerOption": [{"valueCoding": each} for each in options],
    }


def number(link: str, asks: str, node: Measure) -> Item:
    """Return a question that takes a number."""
    unit = {"system": UCUM, "code": node.unit, "display": node.unit}
    return {
        "extension": [
            {"url": f"{EXTENSION}minValue", "valueDecimal": whole(node.lowest)},
            {"url": f"{EXTENSION}maxValue", "valueDecimal": whole(node.highest)},
            *([{"url": f"{EXTENSION}questionnaire-unit", "valueCoding": unit}] if node.unit in UNITS else []),
        ],
        "linkId": link,
        "text": plain(asks),
        "type": "decimal",
    }


def control(code: str) -> dict[str, object]:
    """Return how an item is to be drawn."""
    coded = {"system": "http://hl7.org/fhir/questionnaire-item-control", "code": code}
    return {"url": f"{EXTENSION}questionnaire-itemControl", "valueCodeableConcept": {"coding": [coded]}}


def shown_when(item: Item, all_of: Sequence[Condition]) -> Item:
    """Return an item that is shown when all conditions are met."""
    return _enabled(item, all_of, "all")


def shown_when_any(link: str, items: Sequence[Item], any_of: Sequence[Condition]) -> Item:
    """Return items that are shown when one of some conditions is met, whatever conditions of their own they have.

    An item takes all of its conditions or any of them, so that both together take a group.
    """
    return _enabled(group(link, "", items), any_of, "any")


def in_order(item: Item) -> Item:
    """Return an item with its elements in the order of the specification, and so those within it."""
    within = item.get("item")
    if isinstance(within, list):
        item = {**item, "item": [in_order(each) for each in within]}
    return {element: item[element] for element in ELEMENTS if element in item}


def _enabled(item: Item, conditions: Sequence[Condition], behavior: str) -> Item:
    if not conditions:
        return item
    return {**item, "enableWhen": list(conditions), "enableBehavior": behavior}


def equal(link: str, code: Code) -> Condition:
    """Return the condition that a question is answered by a code; words play no part in it."""
    answer = {key: code[key] for key in ("system", "code")}
    return {"question": link, "operator": "=", "answerCoding": answer}


def exists(link: str, answered: bool) -> Condition:
    """Return the condition that a question is answered, or is not."""
    return {"question": link, "operator": "exists", "answerBoolean": answered}


def holds(link: str, numbers: Within) -> list[Condition]:
    """Return the conditions that a question is answered by a number between two edges."""
    return [
        {"question": link, "operator": ">=" if numbers.low_in else ">", "answerDecimal": whole(numbers.low)},
        {"question": link, "operator": "<=" if numbers.high_in else "<", "answerDecimal": whole(numbers.high)},
    ]


def whole(value: float) -> float:
    """Return a whole number without a point, so that the file reads as the tree does."""
    return int(value) if value == int(value) else value
