"""The figures of trials: every number, whose it is, and each figure and level left out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mutants.mutant import Mutants, mutant, near, with_field, without
from mutants.parts import DROPPED, Parts
from trees.core.figures import Arm, Finding, Group, HazardRatio, Level, Medians, Oddity, Percentages, Trial

NUMBERS = {
    Arm: ("value", "low", "high"),
    Group: ("percent",),
    Medians: ("confidence",),
    HazardRatio: ("value", "low", "high", "confidence"),
    Trial: ("patients",),
}


def of_figures(parts: Parts) -> Mutants:
    """Every number of a trial, and every p."""
    for part in parts.of(*NUMBERS):
        for field in NUMBERS[type(part)]:
            number = getattr(part, field)
            for other in near(number) if number is not None else ():
                yield with_field(parts, "figure of a trial", part, field, int(other) if field == "patients" else other)
    for part in parts.of(HazardRatio, Finding):
        if part.p is not None:
            yield with_field(parts, "figure of a trial", part, "p", None, "dropped")
            digits = [index for index, character in enumerate(part.p) if character in "123456789"]
            for index in digits:
                other = str(int(part.p[index]) % 9 + 1)
                yield with_field(parts, "figure of a trial", part, "p", f"{part.p[:index]}{other}{part.p[index + 1 :]}")


def of_arms(parts: Parts) -> Mutants:
    """Every two arms or groups with each other's figures, and every hazard ratio the other way round."""
    for part in parts.of(Medians, Percentages):
        whose: Sequence[Arm | Group] = part.arms if isinstance(part, Medians) else part.groups
        for one, other in _pairs(whose):
            swapped = {id(one): replace(one, name=other.name), id(other): replace(other, name=one.name)}
            yield mutant(parts, "arms swapped", one, "name", f"swapped with {other.name}", swapped)
        for one, other in _pairs(part.arms) if isinstance(part, Medians) else ():
            if one.low is not None and other.low is not None:
                ends = replace(one, low=other.low, high=other.high), replace(other, low=one.low, high=one.high)
                both = {id(one): ends[0], id(other): ends[1]}
                yield mutant(parts, "arms swapped", one, "low", f"interval swapped with that of {other.name}", both)
    for ratio in parts.of(HazardRatio):
        event, comma, arms = ratio.what.rpartition(", ")
        first, against, second = arms.partition(" against ")
        if comma and against:
            what = f"{event}, {second}{against}{first}"
            yield with_field(parts, "arms swapped", ratio, "what", what)


def _pairs(of: Sequence[Arm | Group]) -> Iterator[tuple[Arm | Group, Arm | Group]]:
    return ((one, other) for index, one in enumerate(of) for other in of[index + 1 :])


def of_levels(parts: Parts) -> Mutants:
    """Every level of evidence: left out, or with another digit; and every figure and oddity left out."""
    for trial in parts.of(Trial):
        for figure in trial.figures:
            yield mutant(parts, "figure dropped", figure, "", "dropped", {id(figure): DROPPED})
        if trial.level is not None:
            yield with_field(parts, "level of evidence", trial, "level", None, "dropped")
    for level in parts.of(Level):
        for index, code in enumerate(level.codes):
            if len(level.codes) > 1:
                left = without(level.codes, index)
                yield with_field(parts, "level of evidence", level, "codes", left, f"{code} dropped")
            for position in (each for each, character in enumerate(code) if character.isdigit()):
                other = f"{code[:position]}{int(code[position]) % 9 + 1}{code[position + 1 :]}"
                others = (*level.codes[:index], other, *level.codes[index + 1 :])
                yield with_field(parts, "level of evidence", level, "codes", others, f"{code} to {other}")
    for oddity in parts.of(Oddity):
        yield mutant(parts, "oddity dropped", oddity, "", "dropped", {id(oddity): DROPPED})
