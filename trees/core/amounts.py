"""The numbers of a text with their units, so that '4-weeks-on' never stands for 4 mg."""

import re
from functools import lru_cache

from trees.core.tokens import REFERENCE

COUNTED = ("hour", "day", "week", "month", "year", "time", "site", "dose", "patient")
UNITS = {
    **dict.fromkeys(("mg", "milligram"), "mg"),
    **dict.fromkeys(("g", "gram"), "g"),
    **dict.fromkeys(("cm", "centimeter", "centimetre"), "cm"),
    **dict.fromkeys(("mm", "millimeter", "millimetre"), "mm"),
    **dict.fromkeys(("%", "percent"), "%"),
    **{word: word for word in COUNTED},
}
NUMBER = r"(?:\d+(?:,\d{3})+|\d+(?:\.\d+)?|\.\d+)"
UNIT = "|".join(sorted((re.escape(unit) for unit in UNITS), key=len, reverse=True))
AMOUNT = re.compile(
    rf"(?P<before>[^\W\d_]+)?[^\w.]*(?<![\w.])(?<![^\W\d]-)(?P<number>{NUMBER})(?:[\s-]*(?P<unit>{UNIT})s?(?![^\W_]))?(?![\w]|\.\d)",
    re.IGNORECASE,
)
RANGE = re.compile(rf"(?<![\w.-])({NUMBER})\s*(?:to|or|and|–|-)\s*({NUMBER})[\s-]*({UNIT})s?(?![^\W_])", re.IGNORECASE)

Amount = tuple[float, str]
MOST_KEPT = 16_384
"""Texts whose amounts are kept: the same quotes are asked for many times."""


def unit_of(word: str) -> str:
    """Return the one name of a unit: 'weeks' and 'week' are 'week'."""
    lower = word.lower()
    return UNITS.get(lower) or UNITS.get(lower.removesuffix("s")) or lower


def value(number: str) -> float:
    """Return a printed number, such as '1,000' or '.0013'."""
    return float(number.replace(",", ""))


@lru_cache(maxsize=MOST_KEPT)
def amounts(text: str) -> frozenset[Amount]:
    """Return every number of a text with its unit; one without a unit has the word before it, as in (9, 'exon …')."""
    plain = REFERENCE.sub(" ", text).replace("\u2011", "-").replace("\u00a0", " ")
    found: set[Amount] = set()
    ranged: set[int] = set()
    for match in RANGE.finditer(plain):
        unit = unit_of(match.group(3))
        found |= {(value(match.group(1)), unit), (value(match.group(2)), unit)}
        ranged.add(match.start(1))
    for match in AMOUNT.finditer(plain):
        if match.start("number") in ranged:
            continue
        word = match.group("before")
        unit = unit_of(match.group("unit")) if match.group("unit") else f"{word.lower()} …" if word else ""
        found.add((value(match.group("number")), unit))
    return frozenset(found)


@lru_cache(maxsize=MOST_KEPT)
def amounts_in(text: str, unit: str) -> frozenset[Amount]:
    """Return the same, where numbers may stand in a unit of which nothing else is known, such as 'mmHg'."""
    found = amounts(text)
    if unit_of(unit) in UNITS.values():
        return found
    in_unit = re.compile(rf"(?<![\w.])({NUMBER})[\s-]*{re.escape(unit)}(?![^\W_])", re.IGNORECASE)
    measured = {value(number) for number in in_unit.findall(text)}
    return frozenset(each for each in found if each[0] not in measured) | {(each, unit_of(unit)) for each in measured}


def numbers(text: str) -> set[float]:
    """Return every number of a text, whatever its unit."""
    return {number for number, _ in amounts(text)}


def shown(amount: Amount) -> str:
    """Return an amount as a reader writes it: '400 mg', 'exon 9'."""
    number, unit = f"{amount[0]:.12g}", amount[1]
    if unit.endswith("…"):
        return unit.replace("…", number)
    if unit in COUNTED and amount[0] != 1:
        unit += "s"
    return f"{number}%" if unit == "%" else f"{number} {unit}".strip()
