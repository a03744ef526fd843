"""The figures of trials: every number stands in the words quoted for it, and levels are as printed."""

from collections.abc import Iterator

from trees.core.amounts import amounts, numbers, unit_of
from trees.core.evidence import Quote
from trees.core.figures import Figure, Finding, HazardRatio, Medians, Percentages, Trial
from trees.core.library import Library
from trees.core.place import Problem
from trees.core.tokens import holds, tokens
from trees.core.wording import number


def trials_are_quoted(library: Library) -> Iterator[Problem]:
    """Every number of a trial stands in a quote."""
    for trials in library.trials.values():
        for trial in trials.values():
            if trial.patients not in _numbers(trial.because):
                text = f"'{trial.id}' has {trial.patients} patients, but none of its quotes says so."
                yield Problem(trial.place.of("patients"), text)
            yield from _level(trial)
            for figure in trial.figures:
                yield from _figure(trial.id, figure)


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
            shown = f"{number(value)}{'%' if unit == '%' else ''}{f' {unit}s' if unit not in ('', '%') else ''}"
            yield Problem(figure.place, f"'{trial}' has the figure {shown}, but none of its quotes says so.")
    p = figure.p if isinstance(figure, HazardRatio | Finding) else None
    if p is not None and not any(holds(quote.text, f"P {p}") for quote in figure.because):
        yield Problem(figure.place.of("p"), f"'{trial}' prints P {p}, but none of its quotes does.")


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
