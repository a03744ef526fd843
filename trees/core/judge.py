"""Hold what the trees say for a case against what the sources say for it: nothing less and nothing more."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from trees.core.amounts import numbers
from trees.core.answers import WalkError
from trees.core.branches import Option
from trees.core.cases import Case, Expected, Range
from trees.core.doses import DailyDose
from trees.core.evidence import Quote, quotes_of
from trees.core.library import Library
from trees.core.nodes import Action, Choice, LeftOpen, Node, Treatment
from trees.core.parts import parts_within
from trees.core.place import Problem
from trees.core.since import Since
from trees.core.tokens import holds, negations, tokens
from trees.core.walk import walk
from trees.core.wording import title

NO_RULE = "no rule between them"
"""What a choice says that tells in which order a source names its courses, and that it sets none before the other."""

MOST_WORDS = 0.75
"""Of the words of a duration, how many stand beside a treatment that carries none of its own: all but small ones."""

Dose = tuple[Range, bool, Range | None]


@dataclass
class Said:
    """Everything the trees say for one case; where they leave a choice, by every option of it."""

    outcomes: dict[str, Node] = field(default_factory=dict)
    options: list[Option] = field(default_factory=list)
    orders_stated: list[Choice] = field(default_factory=list)
    trees: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)


def said_for(library: Library, case: Case) -> Said:
    """Put a case to the trees."""
    said = Said()
    for tree, answers in case.walks:
        known = [(key, value) for key, _, value in (each.partition("=") for each in answers)]
        try:
            asked_for = _follow(library, f"{case.collection}/{tree}", known, said)
        except WalkError as error:
            said.complaints.append(f"{tree}: {error}")
            continue
        spare = {key for key, _ in known} - asked_for
        if spare:
            said.complaints.append(f"{tree} does not ask for {', '.join(sorted(spare))}.")
    return said


def _follow(
    library: Library, tree: str, answers: list[tuple[str, str]], said: Said, *, chosen: bool = False
) -> set[str]:
    """Collect what one walk reaches, and return the facts that it asked for on any of its branches."""
    walked = walk(library, tree, answers)
    asked_for = {step.node.id for step in walked.steps}
    said.trees |= {tree, walked.tree, *(step.tree for step in walked.steps)}
    said.options += [way for step in walked.steps for way in step.ways if isinstance(way, Option)]
    if isinstance(walked.asks, Choice):
        if isinstance(walked.asks.order, str) and NO_RULE not in walked.asks.order:
            said.orders_stated.append(walked.asks)
        for option in walked.asks.options:
            asked_for |= _follow(library, tree, [*answers, (walked.asks.id, option.code)], said, chosen=True)
    elif walked.asks is not None and not chosen:
        # An option may lead on to a question that is no matter of this case.
        said.complaints.append(f"{tree} goes on to ask '{walked.asks.id}', {title(walked.asks)}")
    said.outcomes.update({f"{each.tree}#{each.node.id}": each.node for each in walked.outcomes})
    return asked_for


def judge(library: Library, case: Case) -> Iterator[Problem]:
    """Yield a problem for each thing that the trees leave out for a case, add to it, or ask in vain."""
    said = said_for(library, case)
    for text in said.complaints:
        yield Problem(case.place, f"'{case.id}': {text}")
    if said.complaints:
        return
    reached = ", ".join(sorted(said.outcomes)) or "nothing"
    for expected in case.expects:
        found = any(gives(node, expected) for node in said.outcomes.values())
        if not found and not any(option_gives(option, expected) for option in said.options):
            yield Problem(case.place, f"'{case.id}': nothing says {expected}. Reached: {reached}.")
    doses = {(each.drug, (each.mg, each.split, each.weeks)) for each in case.expects if each.mg is not None}
    for name, node in said.outcomes.items():
        if isinstance(node, Treatment) and dose_of(node) is not None:
            if (node.drug.id, dose_of(node)) not in doses:
                yield Problem(case.place, f"'{case.id}': nobody expects the dose of {name}.")
        elif isinstance(node, LeftOpen):
            if not case.left_open:
                yield Problem(case.place, f"'{case.id}': nobody expects anything left open, as at {name}.")
        elif not any(gives(node, each, own=True) for each in case.expects):
            yield Problem(case.place, f"'{case.id}': nobody expects {name}.")
    for choice in said.orders_stated if not case.order_stated else ():
        yield Problem(case.place, f"'{case.id}': nobody expects an order, as '{choice.id}' states it.")
    if case.order_stated and not said.orders_stated:
        yield Problem(case.place, f"'{case.id}': an order between courses is expected, and none is stated.")
    opened = [node for node in said.outcomes.values() if isinstance(node, LeftOpen)]
    for word in case.open_words:
        if not any(word.casefold() in f"{node.leaves_open} {node.would_decide}".casefold() for node in opened):
            yield Problem(case.place, f"'{case.id}': nothing leaves open '{word}'. Reached: {reached}.")
    if not case.expects and not opened:
        text = (
            f"'{case.id}': it expects nothing, yet nothing is left open for it. "
            "Either 'expects' lacks what the source says, or the tree says more."
        )
        yield Problem(case.place, text)


def gives(node: Node, expected: Expected, *, own: bool = False) -> bool:
    """Return whether an outcome says what is expected: drug, dose, schedule, duration and strength included.

    `own` leaves out what it says of other sources where they differ: that is shown with it, and is not its advice.
    """
    quotes = quotes_on(node, own=own)
    if not expected.statements <= {quote.at for quote in quotes}:
        return False
    if expected.strength is not None and not _as_firmly(quotes, expected):
        return False
    if isinstance(node, Treatment) and node.drug.id != expected.drug:
        return False
    if isinstance(node, Action) and node.drugs and expected.drug and expected.drug not in {d.id for d in node.drugs}:
        return False
    if expected.mg is not None and dose_of(node) != (expected.mg, expected.split, expected.weeks):
        return False
    return _as_long(node, quotes, expected) and _as_often(node, quotes, expected)


def quotes_on(node: Node, *, own: bool) -> tuple[Quote, ...]:
    """Return the quotes that are shown with an outcome: its own, those of its trials, and of where sources differ.

    What a newer source says since is never what an outcome rests on, and no case is about it.
    """
    apart = {id(part) for each in getattr(node, "differs", ()) for part in parts_within(each)} if own else set()
    parts = parts_within(node, without=(Since,))
    return tuple(part for part in parts if isinstance(part, Quote) and id(part) not in apart)


def _as_firmly(quotes: tuple[Quote, ...], expected: Expected) -> bool:
    """Return whether one of the statements is quoted with the expected word of strength, or with more or less of it."""
    wanted = expected.strength or ""
    return any(
        quote.at in expected.statements and quote.strength is not None and same_sense(quote.strength, wanted)
        for quote in quotes
    )


def same_sense(one: str, other: str) -> bool:
    """Return whether one of two wordings holds the other, and both deny alike: 'should not' is not 'should'."""
    return negations(one) == negations(other) and (holds(one, other) or holds(other, one))


def _as_long(node: Node, quotes: tuple[Quote, ...], expected: Expected) -> bool:
    """Return whether a duration is the one that is expected, or stands with what is said beside a treatment."""
    if expected.duration is None:
        return True
    lasts = node.duration if isinstance(node, Treatment) and isinstance(node.duration, str) else ""
    if lasts and (holds(lasts, expected.duration) or holds(expected.duration, lasts)):
        return same_sense(lasts, expected.duration)
    # A treatment says itself how long it goes on: what is quoted beside it does not, what we note beside it may.
    shown = " ".join(_shown(node, () if isinstance(node, Treatment) else quotes))
    wanted, said = set(tokens(expected.duration)), set(tokens(shown))
    return len(wanted & said) >= MOST_WORDS * len(wanted) and numbers(expected.duration) <= numbers(shown)


def _as_often(node: Node, quotes: tuple[Quote, ...], expected: Expected) -> bool:
    return expected.how_often is None or any(holds(text, expected.how_often) for text in _shown(node, quotes))


def _shown(node: Node, quotes: tuple[Quote, ...]) -> tuple[str, ...]:
    return (title(node), *getattr(node, "notes", ()), *(quote.text for quote in quotes))


def option_gives(option: Option, expected: Expected) -> bool:
    """Return whether an option says what is expected of a course that carries no dose."""
    quotes = quotes_of(option.because)
    return (
        expected.mg is None
        and expected.statements <= {quote.at for quote in quotes}
        and (expected.strength is None or _as_firmly(quotes, expected))
    )


def dose_of(node: Node) -> Dose | None:
    """Return the dose of a treatment as plain numbers, or None."""
    if not isinstance(node, Treatment) or not isinstance(node.dose, DailyDose):
        return None
    dose = node.dose
    weeks = None if dose.weeks_on is None or dose.weeks_off is None else (dose.weeks_on, dose.weeks_off)
    return (dose.low, dose.high), dose.split, weeks
