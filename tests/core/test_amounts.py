"""Numbers with their units: '4-weeks-on' is never a dose of 4 mg."""

import pytest

from trees.core.amounts import amounts, amounts_in, numbers, shown, unit_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("400 mg –600 mg daily", {(400, "mg"), (600, "mg")}),
        ("400 mg–600 mg", {(400, "mg"), (600, "mg")}),
        ("400–600 mg daily", {(400, "mg"), (600, "mg")}),
        ("400-600 mg daily", {(400, "mg"), (600, "mg")}),
        ("400 mg -600 mg", {(400, "mg"), (600, "mg")}),
        ("from 400 mg to 600 mg daily", {(400, "mg"), (600, "mg")}),
        ("78%, 25%, and 7%", {(78, "%"), (25, "%"), (7, "%")}),
        ("first 4 to 8 weeks of imatinib", {(4, "week"), (8, "week")}),
        ("746 patients with advanced disease", {(746, "patient")}),
        ("1,000 mg", {(1000, "mg")}),
        ("1,000,000 patients", {(1_000_000, "patient")}),
        ("37.5 mg may be used", {(37.5, "mg")}),
        (".5 mg", {(0.5, "mg")}),
        ("400mg and 400\u00a0mg", {(400, "mg")}),
        ("2 cm to 5 centimeters", {(2, "cm"), (5, "cm")}),
        ("the 12-month PFS was 80%", {(12, "month"), (80, "%")}),
        ("0.33; 95% CI, 0.23–0.47", {(0.33, ""), (95, "%"), (0.23, "ci …"), (0.47, "")}),
        ("0.33; 95% CI, 0.23-0.47", {(0.33, ""), (95, "%"), (0.23, "ci …"), (0.47, "")}),
        ("P = .0013", {(0.0013, "p …")}),
        ("smaller than 2 cm", {(2, "cm")}),
        ("nothing at all", set()),
    ],
)
def test_every_number_has_its_unit(text: str, expected: set[tuple[float, str]]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text", ["in a 4-weeks-on/2-weeks-off regimen", "4 weeks on, 2 weeks off", "4‑weeks‑on/2-weeks-off"]
)
def test_a_cycle_of_weeks_gives_weeks_and_never_milligrams(text: str) -> None:
    assert amounts(text) == {(4, "week"), (2, "week")}


def test_a_dose_beside_a_cycle_keeps_its_own_unit() -> None:
    assert amounts("50 mg daily in a 4-weeks-on/2-weeks-off") == {(50, "mg"), (4, "week"), (2, "week")}


def test_the_number_of_an_exon_is_no_dose() -> None:
    assert amounts("tumors containing KIT exon 9 mutations") == {(9, "exon …")}


@pytest.mark.parametrize("name", ["CYP450 3A4", "CYP3A4", "CLB-80004", "EORTC-62005", "NCT00685828I", "1iiDiv", "X2"])
def test_a_digit_within_a_name_is_no_number(name: str) -> None:
    assert numbers(f"drugs that affect {name} levels") == set()


def test_a_reference_mark_is_no_number() -> None:
    assert amounts("at 100 mg daily [2] and longer.[3–5]") == {(100, "mg")}


@pytest.mark.parametrize("text", ["10,00 mg daily", "1,0000 mg daily"])
def test_a_misprinted_thousand_licenses_neither_reading(text: str) -> None:
    assert not {(1000, "mg"), (10_000, "mg"), (10, "mg"), (1, "mg")} & amounts(text)


def test_grams_are_not_milligrams_and_days_are_not_doses() -> None:
    assert amounts("1 g on 1 day, 1 dose") == {(1, "g"), (1, "day"), (1, "dose")}


@pytest.mark.parametrize(("word", "unit"), [("weeks", "week"), ("Centimetres", "cm"), ("mg", "mg"), ("percent", "%")])
def test_a_unit_has_one_name_however_it_is_written(word: str, unit: str) -> None:
    assert unit_of(word) == unit


@pytest.mark.parametrize(
    ("amount", "words"),
    [((400, "mg"), "400 mg"), ((37.5, "mg"), "37.5 mg"), ((9, "exon …"), "exon 9"), ((5, "%"), "5%")],
)
def test_an_amount_is_shown_as_a_reader_writes_it(amount: tuple[float, str], words: str) -> None:
    assert shown(amount) == words


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("peak flow is below 200 liters a minute", "liters a minute", 200),
        ("a pressure of 140 mmHg or more", "mmHg", 140),
        ("below 7.5 mmol/L", "mmol/L", 7.5),
        ("at least 1,000 U/mL", "U/mL", 1000),
    ],
)
def test_a_number_may_stand_in_a_unit_of_which_nothing_else_is_known(text: str, unit: str, number: float) -> None:
    assert amounts_in(text, unit) == {(number, unit.lower())}


@pytest.mark.parametrize("text", ["below 200 liters an hour", "200 litersaminute", "1200 mmol", "below 20"])
def test_a_number_in_another_unit_is_not_taken_for_one_in_this(text: str) -> None:
    assert not {number for number, unit in amounts_in(text, "liters a minute") if unit == "liters a minute"}


def test_of_a_known_unit_nothing_changes() -> None:
    assert amounts_in("9 cm or 400 mg, 20 liters", "cm") == amounts("9 cm or 400 mg, 20 liters")
