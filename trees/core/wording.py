"""How a node, a dose or a citation reads in plain text: every page, answer and message uses these words."""

import re
from collections.abc import Iterable, Sequence

from trees.core.amounts import amounts
from trees.core.branches import Band
from trees.core.doses import DailyDose, DoseInWords
from trees.core.evidence import NoCriterion, NotStated, Quote, Source, quotes_of
from trees.core.figures import Arm, Figure, Finding, HazardRatio, Level, Medians, Percentages
from trees.core.nodes import (
    OUTCOMES,
    Action,
    ActionKind,
    AdviceAgainst,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Node,
    Question,
    Treatment,
)
from trees.core.since import ADDS, DOES_NOT_SAY, SAYS_OTHERWISE, NotFound, Since, SinceKind
from trees.core.tokens import holds

NOT_GIVEN = "not stated"
NUMERAL = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?|\.\d+")

SINCE_MARKS = {SAYS_OTHERWISE: "≠", DOES_NOT_SAY: "–", ADDS: "+"}
"""What stands before the year of a newer source on the box of an outcome: the most that it does comes first."""
KINDS = {
    Question: "Question",
    Measure: "Question, answered by a number",
    Checklist: "Checklist: every true item counts",
    Choice: "Choice: more than one course is named",
    Treatment: "Treatment",
    Action: "Action",
    AdviceAgainst: "Advice against",
    LeftOpen: "Left open",
}


def number(value: float) -> str:
    """Return a number as a reader writes it: 400, 37.5."""
    return f"{value:.12g}"


def printed(value: float, because: Sequence[Quote]) -> str:
    """Return a figure of a trial as the words quoted for it print it: 0.40 stays 0.40, and .33 stays .33."""
    numerals = (each for quote in because for each in NUMERAL.findall(quote.text))
    return next((each for each in numerals if float(each.replace(",", "")) == value), str(value))


def dose(given: DailyDose | DoseInWords | NotStated) -> str:
    """Return a dose in words: '50 mg daily, 4 weeks on, 2 weeks off'."""
    match given:
        case NotStated():
            return f"(dose {NOT_GIVEN})"
        case DoseInWords():
            return given.words
    amount = f"{number(given.low)} mg"
    if given.high != given.low:
        amount += f" to {number(given.high)} mg"
    amount += " daily"
    if given.split:
        amount += " in split doses"
    if given.weeks_on is not None and given.weeks_off is not None:
        amount += f", {weeks(given.weeks_on)} on, {weeks(given.weeks_off)} off"
    return amount


def dose_as_printed(given: DailyDose | DoseInWords | NotStated) -> str:
    """Return a dose in words, with the source's own form where that differs from the tree's."""
    if isinstance(given, DailyDose) and given.printed is not None:
        return f"{dose(given)} (printed as “{given.printed}”)"
    return dose(given)


def weeks(count: float) -> str:
    """Return a number of weeks: '1 week', '4 weeks'."""
    return f"{number(count)} {'week' if count == 1 else 'weeks'}"


def duration(given: str | NotStated) -> str:
    """Return how long a treatment goes on."""
    return f"duration {NOT_GIVEN}" if isinstance(given, NotStated) else given


def order(given: str | NotStated) -> str:
    """Return what the source says about which option comes first."""
    return "No order between them is stated." if isinstance(given, NotStated) else given


def meaning(given: str | NoCriterion) -> str:
    """Return what a question's words mean, or that no criterion is given."""
    if isinstance(given, str):
        return given
    words = " or ".join(f"“{word}”" for word in given.words)
    text = f"No criterion is given for {words}."
    return f"{text} {given.explains}" if given.explains else text


def title(node: Node) -> str:
    """Return the words that stand in a node's box."""
    match node:
        case Question() | Measure() | Checklist():
            return node.asks
        case Choice():
            return node.between
        case Treatment(dose=NotStated(), duration=str() as lasts):
            # One year and three years of a drug would look alike in a diagram.
            return f"{node.drug.name}, {lasts} {dose(node.dose)}"
        case Treatment():
            return f"{node.drug.name} {'at ' if isinstance(node.dose, DoseInWords) else ''}{dose(node.dose)}"
        case LeftOpen():
            return node.leaves_open
        case _:
            return node.says


def kind(node: Node) -> str:
    """Return what kind of node this is, in a reader's words."""
    if isinstance(node, Action):
        return f"Action: {node.kind.value}" if node.kind is not ActionKind.MEDICATION else "Action: present drug"
    return KINDS[type(node)]


def band_range(band: Band, measure: Measure) -> str:
    """Return the edges of a band as a rule: '>= 400 and <= 600 mg'."""
    edges = []
    if band.at_least is not None:
        edges.append(f"≥ {number(band.at_least)}")
    if band.above is not None:
        edges.append(f"> {number(band.above)}")
    if band.at_most is not None:
        edges.append(f"≤ {number(band.at_most)}")
    if band.below is not None:
        edges.append(f"< {number(band.below)}")
    if band.at_least is not None and band.at_least == band.at_most:
        edges = [f"= {number(band.at_least)}"]
    return f"{' and '.join(edges) or 'any'} {measure.unit}"


def citation(quote: Quote) -> str:
    """Return where a quote stands: 'PDQ 2014, P04'."""
    return f"{quote.source.short}, {quote.at}"


def since(note: Since) -> str:
    """Return what a newer source does with a matter: 'Since then, PDQ 2024 says otherwise'."""
    return f"Since then, {note.source.short} {note.change.value}"


def year(source: Source) -> str:
    """Return the year of a source, by which its notes are marked: '2024'."""
    return source.date[:4]


def since_kind(node: Node) -> SinceKind | None:
    """Return the most that newer sources do with an outcome: say otherwise, or else not say it, or else add to it."""
    found = {note.change for note in node.since} if isinstance(node, OUTCOMES) else set()
    return next((kind for kind in SINCE_MARKS if kind in found), None)


def since_mark(node: Node) -> str:
    """Return the mark of the most that newer sources do with an outcome, and the last year of one that does: '≠ 2024'.

    It is '' where no newer source does anything.
    """
    kind = since_kind(node)
    if kind is None or not isinstance(node, OUTCOMES):
        return ""
    return f"{SINCE_MARKS[kind]} {max(year(note.source) for note in node.since if note.change is kind)}"


def since_in_short(node: Node) -> str:
    """Return what newer sources do with an outcome: 'Since then, PDQ 2024 says otherwise and adds to it.'."""
    found: dict[str, dict[str, None]] = {}
    for note in node.since if isinstance(node, OUTCOMES) else ():
        found.setdefault(note.source.short, {})[f"{note.change.value}{' to it' if note.change is ADDS else ''}"] = None
    return " ".join(f"Since then, {short} {' and '.join(changes)}." for short, changes in found.items())


def since_in_tree(nodes: Iterable[Node]) -> str:
    """Return that newer sources have notes in a tree: 'Since then, PDQ 2024: notes in that tree.'."""
    notes = (note for node in nodes if isinstance(node, OUTCOMES) for note in node.since)
    names = dict.fromkeys(note.source.short for note in notes)
    return f"Since then, {', '.join(names)}: notes in that tree." if names else ""


def since_further_on(nodes: Iterable[Node]) -> str:
    """Return that newer sources have notes at what follows: 'Since then, PDQ 2024: notes at what follows.'."""
    return since_in_tree(nodes).replace("notes in that tree", "notes at what follows")


def not_found(given: NotFound) -> str:
    """Return which words were searched for: 'Searched for and not found: “a”, “b”.'."""
    return f"Searched for and not found: {', '.join(f'“{each}”' for each in given.words)}."


def level(given: Level | None) -> str:
    """Return the levels of evidence as printed with the name of their scale, or 'no level given'."""
    return "no level given" if given is None else f"{', '.join(given.codes)} ({given.scale.name})"


def arm(given: Arm, of: Medians) -> str:
    """Return one arm's median with its interval."""
    text = f"{given.name} {printed(given.value, of.because)} {of.unit}"
    if given.low is not None and given.high is not None and of.confidence is not None:
        low, high = printed(given.low, of.because), printed(given.high, of.because)
        text += f" ({number(of.confidence)}% CI {low} to {high})"
    return text


def firmly(node: Node) -> str:
    """Return the source's own words for how firmly it names a treatment: '“may”', or ''."""
    return ", ".join(f"“{word}”" for word in _words_of_strength(firm_quotes(node)))


def firm_quotes(node: Node) -> tuple[Quote, ...]:
    """Return the quotes with the words for how firmly a source names a treatment; none where it cannot be told.

    Of several such words one may be about the drug and another about the duration. Where a dose is stated, those count
    that stand with it, or else those of the statement it stands in. Where none is, those count that stand with the
    duration, or else those that name the drug.
    """
    if not isinstance(node, Treatment):
        return ()
    quotes = quotes_of(node.because)
    strong = strengths(quotes)
    if isinstance(node.dose, NotStated):
        lasts = node.duration if isinstance(node.duration, str) else ""
        found = [quote for quote in strong if lasts and holds(quote.text, lasts)]
        found = found or [quote for quote in strong if any(holds(quote.text, name) for name in node.drug.names)]
    else:
        of_dose = [quote for quote in quotes if _tells(quote, node.dose)]
        stated_in = {(quote.source.id, quote.at) for quote in of_dose}
        found = [quote for quote in strong if _tells(quote, node.dose)]
        found = found or [quote for quote in strong if (quote.source.id, quote.at) in stated_in]
    return tuple(found) or (strong if len(_words_of_strength(strong)) == 1 else ())


def _words_of_strength(quotes: Iterable[Quote]) -> list[str]:
    """Return each word once, without those that stand in a longer one."""
    words = dict.fromkeys(quote.strength.lower() for quote in quotes if quote.strength)
    return [word for word in words if not any(word != other and holds(other, word) for other in words)]


def _tells(quote: Quote, given: DailyDose | DoseInWords) -> bool:
    """Return whether a quote holds a dose, or one end of its range."""
    if isinstance(given, DoseInWords):
        return holds(quote.text, given.words)
    return bool({(given.low, "mg"), (given.high, "mg"), *amounts(given.printed or "")} & amounts(quote.text))


def figure(given: Figure) -> str:
    """Return a trial's figure as one line of text."""
    match given:
        case Medians():
            return f"{given.what}: " + "; ".join(arm(each, given) for each in given.arms)
        case HazardRatio():
            value, low, high = (printed(each, given.because) for each in (given.value, given.low, given.high))
            text = f"{given.what}: hazard ratio {value} ({number(given.confidence)}% CI {low} to {high})"
            return f"{text}, P {given.p}" if given.p else text
        case Percentages():
            return f"{given.what}: " + "; ".join(
                f"{each.name} {printed(each.percent, given.because)}%" for each in given.groups
            )
        case Finding():
            return f"{given.says} (P {given.p})" if given.p else given.says


def strengths(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Return the quotes that carry the source's own word of strength, each word once for each statement."""
    seen = {(quote.source.id, quote.at, quote.strength): quote for quote in quotes if quote.strength}
    return tuple(seen.values())
