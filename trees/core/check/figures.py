"""The figures of trials: every number stands in the words quoted for it, and levels are as printed."""

import re
from collections.abc import Iterator, Sequence

from trees.core.amounts import amounts, numbers, shown, unit_of
from trees.core.evidence import Quote
from trees.core.figures import Arm, Figure, Finding, HazardRatio, Medians, Percentages, Trial
from trees.core.library import Library
from trees.core.parts import parts_within
from trees.core.place import Problem
from trees.core.tokens import holds, tokens
from trees.core.wording import number

ARMS = re.compile(r".+, .+ against .+")
"""What a hazard ratio counts, in which arm against which: a ratio below 1 is read by the order of the arms."""


def trials_are_quoted(library: Library) -> Iterator[Problem]:
    """Every number of a trial stands in a quote."""
    for trials in library.trials.values():
        for trial in trials.values():
            if trial.patients not in _numbers(trial.because):
                text = f"'{trial.id}' has {trial.patients} patients, but none of its quotes says so."
                yield Problem(trial.place.of("patients"), text)
            yield from _level(trial)
            yield from _words(trial)
            for figure in trial.figures:
                if not figure.because:
                    yield Problem(figure.place, f"a figure of '{trial.id}' has no quote.")
                yield from _figure(trial.id, figure)
                yield from _interval(trial.id, figure)


def _words(trial: Trial) -> Iterator[Problem]:
    """Yield a problem for each number in our own words about a trial that no quote of it prints."""
    quoted = {each for part in parts_within(trial) if isinstance(part, Quote) for each in numbers(part.text)}
    texts = [(trial.place.of("design"), trial.design), (trial.place.of("of"), trial.of)]
    texts += [(trial.place.of("notes"), note) for note in trial.notes]
    texts += [(oddity.place, oddity.says) for oddity in trial.oddities]
    for place, text in texts:
        for each in sorted(numbers(text) - quoted):
            yield Problem(place, f"'{trial.id}' says {number(each)}, but none of its quotes does.")


def _numbers(quotes: tuple[Quote, ...] | object) -> set[float]:
    return {each for quote in quotes for each in numbers(quote.text)} if isinstance(quotes, tuple) else set()


def _level(trial: Trial) -> Iterator[Problem]:
    if trial.level is None:
        return
    printed = set(tokens(trial.level.because.text))
    for code in trial.level.codes:
        if not set(tokens(code)) <= printed:
            yield Problem(trial.level.place, f"'{trial.id}' has the level '{code}', which its quote does not print.")


def _figure(trial: str, figure: Figure) -> Iterator[Problem]:
    for value, unit in _claims(figure):
        quoted = {amount for quote in figure.because for amount in amounts(quote.text)}
        if (value, unit) not in quoted and not (unit == "" and value in {each for each, _ in quoted}):
            text = f"'{trial}' has the figure {shown((value, unit))}, but none of its quotes says so."
            yield Problem(figure.place, text)
    p = figure.p if isinstance(figure, HazardRatio | Finding) else None
    if p is not None and not any(holds(quote.text, f"P {p}") for quote in figure.because):
        yield Problem(figure.place.of("p"), f"'{trial}' prints P {p}, but none of its quotes does.")


def _interval(trial: str, figure: Figure) -> Iterator[Problem]:
    """Yield a problem for each figure that does not lie in its interval: a drawing of it would lie as well."""
    parts: Sequence[Arm | HazardRatio] = figure.arms if isinstance(figure, Medians) else ()
    if isinstance(figure, HazardRatio):
        parts = [figure]
        if not ARMS.fullmatch(figure.what):
            text = f"'{trial}' does not say whose hazard ratio '{figure.what}' is. Say it so: 'Death, A against B'."
            yield Problem(figure.place.of("what"), text)
        if figure.value <= 0 or figure.low < 0:
            text = (
                f"'{trial}' has a hazard ratio of {number(figure.value)}. One is above 0, and its interval not below."
            )
            yield Problem(figure.place, text)
    for part in parts:
        low = part.value if part.low is None else part.low
        high = part.value if part.high is None else part.high
        if not low <= part.value <= high:
            ends = f"{number(low)} to {number(high)}"
            text = f"'{trial}' has {number(part.value)} outside its interval, {ends}. Which is which?"
            yield Problem(part.place, text)


def _claims(figure: Figure) -> Iterator[tuple[float, str]]:
    """Yield each number of a figure with its unit; '' where any unit will do."""
    match figure:
        case Medians():
            unit = unit_of(figure.unit)
            for arm in figure.arms:
                yield arm.value, unit
                yield from ((each, "") for each in (arm.low, arm.high) if each is not None)
            if figure.confidence is not None:
                yield figure.confidence, "%"
        case HazardRatio():
            yield from ((each, "") for each in (figure.value, figure.low, figure.high))
            yield figure.confidence, "%"
        case Percentages():
            yield from ((group.percent, "%") for group in figure.groups)
        case Finding():
            yield from ((value, unit if unit in ("mg", "%") else "") for value, unit in amounts(figure.says))
