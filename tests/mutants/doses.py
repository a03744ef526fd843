"""Facts of a treatment: how much, in which cycle, for how long, and of which drug."""

import re
from collections.abc import Iterator
from dataclasses import replace

from mutants.mutant import Mutant, Mutants, few, mutant, near, shown, with_field
from mutants.parts import Parts, trees_with_nodes
from trees.core.doses import DailyDose, DoseInWords
from trees.core.evidence import NOT_STATED, quotes_of
from trees.core.kinds import Pair
from trees.core.nodes import Action, Treatment

NUMBER = re.compile(r"\d+(?:\.\d+)?")
DIFFERENT_WORDS = 2


def of_doses(parts: Parts) -> Mutants:
    """Every number of a dose and a cycle, whether it is split, how it is printed, and every dose for another."""
    doses = dict.fromkeys(parts.of(DailyDose))
    for name, _, node in trees_with_nodes(parts):
        if not isinstance(node, Treatment):
            continue
        if isinstance(node.dose, DailyDose):
            yield from _numbers(parts, node.dose)
            yield from _marks(parts, node.dose)
            for other in doses:
                if other != node.dose:
                    what = f"to that of {parts.names[id(other)].removesuffix('.dose')}"
                    yield mutant(parts, "dose of another", node, "dose", what, {id(node.dose): other})
        elif isinstance(node.dose, DoseInWords):
            yield from _words(parts, "dose in words", node.dose, "words", node.dose.words, node, f"{name}#{node.id}")
        if node.dose != NOT_STATED:
            yield with_field(parts, "dose dropped", node, "dose", NOT_STATED, "dropped")


def _numbers(parts: Parts, dose: DailyDose) -> Mutants:
    low, high = dose.low, dose.high
    if low == high:
        for other in near(low):
            yield with_field(parts, "dose number", dose, "mg", other)
    else:
        ranges = [*(Pair((each, high)) for each in near(low)), *(Pair((low, each)) for each in near(high))]
        for other in (*ranges, low, high):
            yield with_field(parts, "dose number", dose, "mg", other)
    for side in ("weeks_on", "weeks_off"):
        weeks = getattr(dose, side)
        for other in near(weeks) if weeks is not None else ():
            yield with_field(parts, "weeks of a cycle", dose, side, other)


def _marks(parts: Parts, dose: DailyDose) -> Mutants:
    yield with_field(parts, "split dose", dose, "split", not dose.split)
    if dose.weeks_on is not None:
        gone = {id(dose): replace(dose, weeks_on=None, weeks_off=None)}
        yield mutant(parts, "weeks of a cycle", dose, "weeks_on", "no cycle", gone)
    if dose.printed is not None:
        yield with_field(parts, "dose as printed", dose, "printed", None, "dropped")
        for changed in _other_numbers(dose.printed):
            yield with_field(parts, "dose as printed", dose, "printed", changed)


def _other_numbers(text: str) -> Iterator[str]:
    for match in NUMBER.finditer(text):
        for other in near(float(match.group())):
            yield f"{text[: match.start()]}{shown(other)}{text[match.end() :]}"


def of_durations(parts: Parts) -> Mutants:
    """Every duration, without it and with a word or a number of it changed."""
    for name, _, node in trees_with_nodes(parts):
        if isinstance(node, Treatment) and isinstance(node.duration, str):
            yield with_field(parts, "duration dropped", node, "duration", NOT_STATED, "dropped")
            yield from _words(parts, "word of a duration", node, "duration", node.duration, node, f"{name}#{node.id}")


def _words(
    parts: Parts, kind: str, part: DoseInWords | Treatment, field: str, text: str, node: Treatment, key: str
) -> Iterator[Mutant]:
    """Yield a text without each of its words, with another word of the quotes for it, and with other numbers."""
    words = text.split()
    quoted = dict.fromkeys(word for quote in quotes_of(node.because) for word in quote.text.split())
    others = list(_other_numbers(text))
    for index, word in enumerate(words):
        before, after = words[:index], words[index + 1 :]
        for instead in few(f"{key} {field} {index}", [each for each in quoted if each != word], DIFFERENT_WORDS):
            others.append(" ".join((*before, instead, *after)))
        if len(words) > 1:
            others.append(" ".join((*before, *after)))
    for other in dict.fromkeys(others):
        yield with_field(parts, kind, part, field, other)


def of_drugs(parts: Parts) -> Mutants:
    """Every drug for each other drug, and every drug that an action is about left out."""
    for _, _, node in trees_with_nodes(parts):
        drugs = [*parts.library.drugs.values()]
        if isinstance(node, Treatment):
            for drug in drugs:
                if drug is not node.drug:
                    yield with_field(parts, "drug", node, "drug", drug)
        elif isinstance(node, Action):
            for index, own in enumerate(node.drugs):
                before, after = node.drugs[:index], node.drugs[index + 1 :]
                left = (*before, *after)
                yield with_field(parts, "drug of an action dropped", node, "drugs", left, f"{own.name} dropped")
                for drug in drugs:
                    if drug not in node.drugs:
                        others = (*before, drug, *after)
                        what = f"{own.name} to {drug.name}"
                        yield with_field(parts, "drug of an action", node, "drugs", others, what)
