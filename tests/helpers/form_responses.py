"""Fill in a Questionnaire as a player of forms does: what is asked is answered, and old answers may be left behind."""

import operator
import random
from collections.abc import Iterator
from typing import Any

from helpers.engine_patients import Patient, Value

Data = dict[str, Any]
Answers = dict[str, list[Data]]
"""The answers of a response by link id."""

COMPARES = {"=": operator.eq, ">": operator.gt, "<": operator.lt, ">=": operator.ge, "<=": operator.le}
ASKED = ("choice", "decimal")


def questions(items: list[Data]) -> Iterator[Data]:
    """Yield every question of a form, in its order."""
    for item in items:
        if item["type"] in ASKED:
            yield item
        yield from questions(item.get("item", []))


def column_of(item: Data) -> str:
    """Return the column that a question asks for."""
    code: str = item["code"][0]["code"]
    return code


def answer(item: Data, value: Value) -> Data:
    """Return an answer as a form keeps it; what the question does not offer is kept as its code."""
    if item["type"] == "decimal":
        return {"valueDecimal": value}
    options = [each["valueCoding"] for each in item["answerOption"]]
    coding = next((each for each in options if each["code"] == value), None)
    return {"valueCoding": coding if coding is not None else {"system": options[0]["system"], "code": value}}


def enabled(item: Data, given: Answers) -> bool:
    """Return whether a question is enabled by the answers before it."""
    met = [_met(each, given.get(each["question"], [])) for each in item.get("enableWhen", [])]
    return not met or (any(met) if item.get("enableBehavior") == "any" else all(met))


def _met(condition: Data, given: list[Data]) -> bool:
    if condition["operator"] == "exists":
        return bool(given) is condition["answerBoolean"]
    wanted, key = next(
        (condition[f"answer{kind}"], f"value{kind}") for kind in ("Coding", "Decimal") if f"answer{kind}" in condition
    )
    for each in given:
        value = each.get(key)
        if key == "valueCoding" and value is not None:
            if (value["system"], value["code"]) == (wanted["system"], wanted["code"]):
                return True
        elif value is not None and COMPARES[condition["operator"]](value, wanted):
            return True
    return False


def filled_in(form: Data, patient: Patient, left_behind: random.Random | None = None) -> Answers:
    """Return the answers of a patient to what a form asks; `left_behind` puts others where it asks nothing now."""
    given: Answers = {}
    for item in questions(form["item"]):
        value = patient.get(column_of(item))
        if enabled(item, given) and value is not None:
            given[item["linkId"]] = [answer(item, value)]
    if left_behind is None:
        return given
    old = {
        item["linkId"]: [_old(item, left_behind)]
        for item in questions(form["item"])
        if not enabled(item, given) and left_behind.random() < 0.7
    }
    return {**given, **old}


def _old(item: Data, chance: random.Random) -> Data:
    if item["type"] == "choice":
        return {"valueCoding": chance.choice(item["answerOption"])["valueCoding"]}
    limits = {each["url"].rpartition("/")[2]: each.get("valueDecimal") for each in item["extension"]}
    return {"valueDecimal": chance.choice((limits["minValue"], limits["maxValue"]))}


def response(form: Data, given: Answers, **more: Any) -> Data:
    """Return answers as a QuestionnaireResponse; more elements, or others, may be given."""
    return {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{form['url']}|{form['version']}",
        "status": "completed",
        "item": [{"linkId": link, "answer": answers} for link, answers in given.items()],
        **more,
    }


def of_one_patient(patient: str, *resources: Data) -> Data:
    """Return the data of one patient as a bundle."""
    whole = [{"resourceType": "Patient", "id": patient}, *resources]
    return {"resourceType": "Bundle", "type": "collection", "entry": [{"resource": each} for each in whole]}
