"""What a Questionnaire shows, by the rules of FHIR R4 alone: which items are enabled, and what their texts tell."""

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from helpers.engine_patients import TOLD, Patient, Told, Value

from trees.formats.forks import Within
from trees.formats.rows import Row

Item = dict[str, Any]
Answer = dict[str, str] | float
Answers = dict[str, Answer]
"""What a response holds, by link id: a code with its system, or a number."""

LABELS = {
    "drug": "Drug: ",
    "dose": "Dose: ",
    "duration": "Duration: ",
    "strengths": "Strength: ",
    "quotes": "Words of the source: ",
    "stated": "What is stated: ",
    "would_decide": "What would decide: ",
    "evidence": "Evidence: ",
    "words": "",
}
NUMBERS: dict[str, Callable[[float, float], bool]] = {
    ">": lambda given, edge: given > edge,
    "<": lambda given, edge: given < edge,
    ">=": lambda given, edge: given >= edge,
    "<=": lambda given, edge: given <= edge,
}


BEFORE = ".before"
"""Behind the link id of a question: the group of what has to be read before it is answered."""


def every(items: Sequence[Item]) -> Iterator[Item]:
    """Yield every item, in the order in which they stand."""
    for item in items:
        yield item
        yield from every(item.get("item", ()))


def met(condition: Mapping[str, Any], answers: Answers) -> bool:
    """Return whether one condition is met: what is not answered equals nothing."""
    answer = answers.get(condition["question"])
    if condition["operator"] == "exists":
        return (answer is not None) == condition["answerBoolean"]
    if answer is None:
        return False
    if condition["operator"] == "=":
        wanted = condition["answerCoding"]
        return isinstance(answer, dict) and all(answer[key] == wanted[key] for key in ("system", "code"))
    return isinstance(answer, int | float) and NUMBERS[condition["operator"]](answer, condition["answerDecimal"])


def is_enabled(item: Item, answers: Answers) -> bool:
    """Return whether an item is enabled where what holds it is."""
    conditions = item.get("enableWhen")
    if not conditions:
        return True
    held = (met(each, answers) for each in conditions)
    return any(held) if item["enableBehavior"] == "any" else all(held)


def enabled(items: Sequence[Item], answers: Answers) -> Iterator[Item]:
    """Yield every item that is enabled; what stands within one that is not is not either."""
    for item in items:
        if is_enabled(item, answers):
            yield item
            yield from enabled(item.get("item", ()), answers)


def shown(form: Item, answers: Answers) -> list[Told]:
    """Return what a form tells of a response."""
    return tells(enabled(form["item"], answers))


def tells(items: Iterable[Item]) -> list[Told]:
    """Return what items tell: what is shown, refused and gone on to; or else what they ask, which is the last step."""
    last: Item | None = None
    found, before = [], {}
    for item in items:
        codes = item.get("code", ())
        if item["type"] == "group" and codes:
            found.append(told(item))
        elif item["linkId"].endswith(BEFORE):
            before[item["linkId"].removesuffix(BEFORE)] = item
        elif "prefix" in item:
            last = with_before(item, before.get(item["linkId"]))
    if not any(each["does"] in ("show", "go on", "refuse") for each in found) and last is not None:
        found.append(asks(last))
    return in_order(found)


def with_before(question: Item, before: Item | None) -> Item:
    """Return a question with what has to be read before it, where it has such a group, as if it stood within."""
    return question if before is None else {**question, "item": [*before["item"], *question["item"]]}


def asked(form: Item, answers: Answers) -> frozenset[str]:
    """Return the link ids of the questions that a form asks, answered or not."""
    return frozenset(each["linkId"] for each in questions(form) if is_enabled(each, answers))


def told(group: Item) -> Told:
    """Return what a group tells of what it shows."""
    does, what, *_ = (each["code"] for each in group["code"])
    return {"does": does, "id": what, **{field: said(group, field) for field in TOLD[2:]}}


def asks(item: Item) -> Told:
    """Return what a question asks; one with a line on the order of its answers is a choice."""
    words = item["text"].rpartition(" (")[0] if item["type"] == "decimal" else item["text"]
    (code,) = (each["code"] for each in item["code"])
    does = "choose" if said(item, "order") else "ask"
    quotes = said(item, "quotes") if does == "choose" else ""
    return {**dict.fromkeys(TOLD, ""), "does": does, "id": code, "words": words, "quotes": quotes}


def said(item: Item, field: str) -> str:
    """Return the lines of a field, without what each is called."""
    return "\n".join(each["text"].removeprefix(LABELS.get(field, "")) for each in lines(item, field))


def lines(item: Item, field: str) -> list[Item]:
    """Return the items that hold the lines of a field: 'watch.quotes', 'watch.quotes.2', …."""
    found = []
    for each in item.get("item", ()):
        name, _, number = each["linkId"].removeprefix(f"{item['linkId']}.").partition(".")
        if name == field and (not number or number.isdigit()):
            found.append(each)
    return found


def patient_of(row: Row, *, highest: bool = False) -> Patient:
    """Return a patient who answers as a row says, and nothing else: with the lowest number, or the highest."""
    found: Patient = {}
    for column, cell in row.cells:
        if not isinstance(cell, Within):
            found[column.name] = cell.codes[-1 if highest else 0]
        elif cell.high_in and (highest or not cell.low_in):
            found[column.name] = cell.high
        else:
            found[column.name] = cell.low if cell.low_in and not highest else (cell.low + cell.high) / 2
    return found


def in_order(told: Iterable[Told]) -> list[Told]:
    """Return what is told in an order that no walk and no form decides."""
    return sorted(told, key=lambda each: (each["does"], each["id"]))


def questions(form: Item) -> list[Item]:
    """Return the items that take an answer."""
    return [each for each in form["item"] if each["type"] in ("choice", "decimal")]


def stands_before(form: Item, question: Item) -> Item | None:
    """Return the group right before a question with what has to be read before it, or None where it has none."""
    place = form["item"].index(question)
    item = form["item"][place - 1] if place else question
    return item if item["linkId"] == f"{question['linkId']}{BEFORE}" else None


def column_of(item: Item) -> str:
    """Return the column that a question stands for, whatever its link id."""
    (code,) = (each["code"] for each in item["code"])
    return code


def answer(item: Item, value: Value) -> Answer:
    """Return a value as a response holds it."""
    if item["type"] == "decimal":
        assert isinstance(value, int | float)
        return value
    return {"system": item["answerOption"][0]["valueCoding"]["system"], "code": str(value)}


def everywhere(form: Item, patient: Patient) -> Answers:
    """Return a response with each answer under every link id of its column, as data that are put in before do."""
    return {
        each["linkId"]: answer(each, value)
        for each in questions(form)
        if (value := patient.get(column_of(each))) is not None
    }


def as_filled_in(form: Item, patient: Patient) -> Answers:
    """Return a response with the answers to what is asked, and no other."""
    answers: Answers = {}
    for each in questions(form):
        if (value := patient.get(column_of(each))) is not None and is_enabled(each, answers):
            answers[each["linkId"]] = answer(each, value)
    return answers


def with_stale(form: Item, patient: Patient, chance: random.Random) -> Answers:
    """Return a response with the answers to what is asked, and others, by chance, to whatever is not asked any more."""
    answers: Answers = {}
    for each in questions(form):
        if is_enabled(each, answers):
            value = patient.get(column_of(each))
        elif each["type"] == "decimal":
            value = chance.choice([chance.uniform(0, 900), None])
        else:
            value = chance.choice([*(option["valueCoding"]["code"] for option in each["answerOption"]), None])
        if value is not None:
            answers[each["linkId"]] = answer(each, value)
    return answers
