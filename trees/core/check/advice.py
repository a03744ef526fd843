"""What an outcome says against what its quotes say: doses, durations, drugs, numbers, and how firmly."""

import re
from collections.abc import Iterator

from trees.core.amounts import amounts, shown
from trees.core.doses import DailyDose, DoseInWords
from trees.core.evidence import NotStated, Quote, quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Action, LeftOpen, Outcome, Treatment, Tree
from trees.core.place import Problem
from trees.core.tokens import holds, tokens
from trees.core.wording import number, weeks

DAILY = {"daily", "day"}
ORDERS = re.compile(
    r"\b(must|shall|should|always|never|mandatory|obligatory|required|recommended|ha(?:ve|s) to|needs? to|give)\b",
    re.IGNORECASE,
)
OFFERS = re.compile(r"\b(may|might|can|could|suggested|option|candidates?|alternatively)\b", re.IGNORECASE)


SEVERAL = re.compile(r"\b(?:twice|thrice|\w+ times|b\.?i\.?d|t\.?i\.?d)\b", re.IGNORECASE)
"""What makes a daily dose of a single one: '200 mg twice daily' is no 200 mg daily."""


def _treatments(library: Library, tree: Tree) -> Iterator[tuple[Treatment, tuple[Quote, ...]]]:
    """Yield each treatment with the quotes that may speak of its dose: none that names only another drug."""
    for node in tree.nodes:
        if isinstance(node, Treatment):
            others = [name for drug in library.drugs.values() if drug.id != node.drug.id for name in drug.names]
            yield (
                node,
                tuple(
                    quote
                    for quote in quotes_of(node.because)
                    if any(_names(quote.text, name) for name in node.drug.names)
                    or not any(_names(quote.text, name) for name in others)
                ),
            )


def doses_are_quoted(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """Every number of a dose stands in a quote with its unit and its role."""
    for node, quotes in _treatments(library, tree):
        if isinstance(node.dose, DoseInWords):
            wanted = set(tokens(node.dose.words))
            if not any(wanted <= set(tokens(quote.text)) for quote in quotes):
                text = f"'{node.id}' gives the dose '{node.dose.words}', and no quote has these words."
                yield Problem(node.dose.place, text)
        elif isinstance(node.dose, DailyDose):
            yield from _daily_dose(node.id, node.drug.name, node.dose, quotes)


def _daily_dose(node: str, drug: str, dose: DailyDose, quotes: tuple[Quote, ...]) -> Iterator[Problem]:
    if not 0 < dose.low <= dose.high:
        yield Problem(dose.place, f"'{node}' gives {number(dose.low)} to {number(dose.high)} mg, which is not a dose.")
        return
    if dose.printed is not None and not (amounts(dose.printed) and _printed(dose.printed, quotes)):
        text = f"'{node}' says that the source prints '{dose.printed}', and none of its quotes does."
        yield Problem(dose.place.of("printed"), text)
    for mg in dict.fromkeys((dose.low, dose.high)) if dose.printed is None else ():
        if not any(_daily(quote.text, mg) for quote in quotes):
            hint = _said_instead(quotes, mg)
            text = f"'{node}' gives {number(mg)} mg daily, but none of its quotes says so of {drug}.{hint}"
            yield Problem(dose.place.of("mg"), text)
    if dose.split and dose.printed is None and not any("split" in tokens(quote.text) for quote in quotes):
        yield Problem(dose.place.of("split"), f"'{node}' splits the dose, but none of its quotes says so.")
    if (dose.weeks_on is None) != (dose.weeks_off is None):
        yield Problem(dose.place, f"'{node}' has half a cycle. Give weeks_on and weeks_off.")
        return
    for side, count in (("on", dose.weeks_on), ("off", dose.weeks_off)):
        if count is not None and not any(_cycle(quote.text, count, side) for quote in quotes):
            text = f"'{node}' gives {weeks(count)} {side}, but none of its quotes says so."
            yield Problem(dose.place.of(f"weeks_{side}"), text)


def _daily(text: str, mg: float) -> bool:
    return (mg, "mg") in amounts(text) and bool(DAILY & set(tokens(text))) and not SEVERAL.search(text)


def _said_instead(quotes: tuple[Quote, ...], mg: float) -> str:
    """Return which amounts in mg the quotes do state, as a hint, or nothing."""
    said = sorted({amount for quote in quotes for amount in amounts(quote.text) if amount[1] == "mg"})
    if (mg, "mg") in said:
        return f" They say {number(mg)} mg, but not as the dose of a day."
    return f" They say {', '.join(map(shown, said))}." if said else ""


def _printed(form: str, quotes: tuple[Quote, ...]) -> bool:
    return any(holds(quote.text, form) for quote in quotes)


def _cycle(text: str, count: float, side: str) -> bool:
    return (
        re.search(rf"(?<![\w.]){re.escape(number(count))}[\s-]*weeks?[\s-]*{side}\b", text, re.IGNORECASE) is not None
    )


def durations_are_quoted(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """The words and numbers of a duration stand in one quote."""
    for node, quotes in _treatments(library, tree):
        if isinstance(node.duration, NotStated):
            continue
        wanted, numbers = set(tokens(node.duration)), amounts(node.duration)
        if not any(wanted <= set(tokens(quote.text)) and numbers <= amounts(quote.text) for quote in quotes):
            text = f"'{node.id}' goes on '{node.duration}', and no quote has these words."
            yield Problem(node.place.of("duration"), text)


def own_words(node: Outcome) -> list[tuple[str, str]]:
    """Return the texts of an outcome that are ours, each with the name of its field."""
    texts = [("notes", note) for note in node.notes]
    if isinstance(node, LeftOpen):
        texts += [("says", node.says), ("leaves_open", node.leaves_open), ("would_decide", node.would_decide)]
    elif not isinstance(node, Treatment):
        texts.append(("says", node.says))
    return texts


def drugs_are_quoted(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A drug that an outcome names stands in one of its quotes."""
    for node in tree.nodes:
        if not isinstance(node, OUTCOMES):
            continue
        quoted = " ".join(quote.text for quote in quotes_of(node.because)).casefold()
        named = {node.drug.name: "drug"} if isinstance(node, Treatment) else {}
        named |= {drug.name: "drugs" for drug in node.drugs} if isinstance(node, Action) else {}
        for field, text in own_words(node):
            for drug in library.drugs.values():
                if any(_names(text, each) for each in drug.names):
                    named.setdefault(drug.name, field)
        for drug_name, field in named.items():
            also = next((drug.names for drug in library.drugs.values() if drug.name == drug_name), (drug_name,))
            if not any(_names(quoted, each) for each in also):
                text = f"'{node.id}' names {drug_name}, but none of its quotes does."
                yield Problem(node.place.of(field), text)


def _names(text: str, drug: str) -> bool:
    return re.search(rf"\b{re.escape(drug)}\b", text, re.IGNORECASE) is not None


def numbers_are_quoted(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A number in our own words about an outcome stands, with its unit, in one of its quotes."""
    for node in tree.nodes:
        if not isinstance(node, OUTCOMES):
            continue
        quoted = {amount for quote in quotes_of(node.because) for amount in amounts(quote.text)}
        for field, text in own_words(node):
            for amount in sorted(amounts(text) - quoted):
                problem = f"'{node.id}' says {shown(amount)}, but none of its quotes does."
                yield Problem(node.place.of(field), problem)


def nothing_is_ordered(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """Our words do not order what the source offers."""
    for node in tree.nodes:
        if not isinstance(node, OUTCOMES):
            continue
        quotes = quotes_of(node.because)
        for field, text in own_words(node):
            for order, hint in orders(text, quotes):
                problem = f"'{node.id}' says '{order}', but none of its quotes does.{hint}"
                yield Problem(node.place.of(field), problem)


def orders(text: str, quotes: tuple[Quote, ...]) -> Iterator[tuple[str, str]]:
    """Yield each word of a text that orders and stands in no quote, and what the source says instead, if it offers."""
    for match in ORDERS.finditer(text):
        order = match.group().lower()
        if not any(holds(quote.text, order) for quote in quotes):
            offers = next((found.group() for quote in quotes if (found := OFFERS.search(quote.text))), None)
            yield order, f" The source says '{offers}'." if offers else ""
