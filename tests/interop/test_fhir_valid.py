"""Every Questionnaire is valid FHIR R4 to three validators of others, and what is wrong with one is found."""

import copy

import pytest
from helpers.fhir_validators import LANTANA, PYTHON, SCHEMA, problems
from helpers.forms_of_trees import every_form, form_of

from trees.core.library import Library

SOUND = {LANTANA: [], SCHEMA: [], PYTHON: []}
MUTANTS = {
    "an operator that FHIR does not have": (lambda form: condition(form).update(operator="equals"), {LANTANA, SCHEMA}),
    "a type that FHIR does not have": (lambda form: item(form).update(type="number"), {LANTANA, SCHEMA}),
    "an element that FHIR does not have": (lambda form: item(form).update(help="x"), {LANTANA, SCHEMA, PYTHON}),
    "no status": (lambda form: form.pop("status"), {LANTANA, PYTHON}),
    "a status that FHIR does not have": (lambda form: form.update(status="final"), {LANTANA, SCHEMA}),
    "an id with an underscore": (lambda form: form.update(id="a_b"), {SCHEMA, PYTHON}),
    "a number as a text": (lambda form: extension(form).update(valueDecimal="0.1"), {LANTANA, SCHEMA}),
    "no link id": (lambda form: item(form).pop("linkId"), {LANTANA, PYTHON}),
    "two answers in one condition": (lambda form: condition(form).update(answerBoolean=True), {PYTHON}),
}
"""Changes of a form, and the validators that find what is wrong with it."""


def condition(form):
    return next(each for each in item(form)["enableWhen"] if each["operator"] == "=")


def item(form):
    return next(each for each in form["item"] if "answerCoding" in str(each.get("enableWhen")))


def extension(form):
    return next(each for each in form["item"] if each["type"] == "decimal")["extension"][0]


def test_the_form_of_every_tree_is_valid(library: Library):
    forms = every_form(library)
    for (_, name, _), found in zip(forms, problems([form for *_, form in forms]), strict=True):
        assert found == SOUND, name


@pytest.fixture(scope="module")
def found(library: Library):
    """Return which validators find something wrong with each changed form."""
    forms = []
    for change, _ in MUTANTS.values():
        form = copy.deepcopy(form_of(library, "example/tarn_nodule"))
        change(form)
        forms.append(form)
    return {
        name: {package for package, said in each.items() if said}
        for name, each in zip(MUTANTS, problems(forms), strict=True)
    }


@pytest.mark.parametrize("name", MUTANTS)
def test_what_is_wrong_with_a_form_is_found(found, name):
    assert found[name] == MUTANTS[name][1]
