"""What stands beside the trees, as plain data: sources, quotes, trials, differences, terms, reviews and changes."""

from collections.abc import Sequence

from trees.core import wording
from trees.core.differences import Difference, Side
from trees.core.evidence import Because, NotStated, Quote, Source, quotes_of
from trees.core.figures import Figure, Finding, HazardRatio, Medians, Percentages, Trial
from trees.core.glossary import Term
from trees.core.records import Change, Review
from trees.core.since import ADDS, DOES_NOT_SAY, SAYS_OTHERWISE, NotFound, Since, SinceKind, quotes_of_note
from trees.core.suspect import GONE, REWORDED, Suspect, TextChange

Data = dict[str, object]

CHANGES: dict[SinceKind, str] = {SAYS_OTHERWISE: "says_otherwise", ADDS: "adds", DOES_NOT_SAY: "does_not_say"}

TEXT_CHANGES: dict[TextChange, str] = {REWORDED: "reworded", GONE: "gone"}


def source_data(source: Source) -> Data:
    """Return a dated source."""
    return {
        "id": source.id,
        "short": source.short,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "readers": source.readers,
        "address": source.address,
        "rights": source.rights,
        "note": source.note,
    }


def quotes_data(because: Because | NotStated | Sequence[Quote]) -> list[Data]:
    """Return the quotes that stand behind something, each with the id of its source and the number of its statement."""
    return [
        {"text": quote.text, "source": quote.source.id, "statement": quote.at, "strength": quote.strength}
        for quote in (() if isinstance(because, NotStated) else quotes_of(because))
    ]


def trial_data(trial: Trial) -> Data:
    """Return a trial with its figures; `level` is None where the source gives none."""
    level = trial.level
    return {
        "id": trial.id,
        "name": trial.name,
        "design": trial.design,
        "patients": trial.patients,
        "of": trial.of,
        "level": None
        if level is None
        else {"codes": list(level.codes), "scale": level.scale.name, "quotes": quotes_data(level.because)},
        "figures": [figure_data(each) for each in trial.figures],
        "notes": list(trial.notes),
        "oddities": [{"says": each.says, "quotes": quotes_data(each.because)} for each in trial.oddities],
        "quotes": quotes_data(trial.because),
    }


def figure_data(figure: Figure) -> Data:
    """Return one figure of a trial: in words as its source prints it, and its numbers."""
    data: Data = {"words": wording.figure(figure), "quotes": quotes_data(figure.because)}
    match figure:
        case Medians():
            arms = [{"name": arm.name, "value": arm.value, "low": arm.low, "high": arm.high} for arm in figure.arms]
            return {"kind": "medians", **data, "unit": figure.unit, "confidence": figure.confidence, "arms": arms}
        case HazardRatio():
            edges = {"value": figure.value, "low": figure.low, "high": figure.high}
            return {"kind": "hazard_ratio", **data, **edges, "confidence": figure.confidence, "p": figure.p}
        case Percentages():
            groups = [{"name": group.name, "percent": group.percent} for group in figure.groups]
            return {"kind": "percentages", **data, "groups": groups}
        case Finding():
            return {"kind": "finding", **data, "p": figure.p}


def difference_data(difference: Difference) -> Data:
    """Return one matter on which sources differ, with what each says of it."""
    return {
        "id": difference.id,
        "topic": difference.topic,
        "sides": [side_data(each) for each in difference.sides],
        "follows": difference.follows,
    }


def side_data(side: Side) -> Data:
    """Return what one source says of a matter; without quotes it says nothing of it."""
    return {"source": side.source.id, "says": side.says, "quotes": quotes_data(side.because)}


def since_data(note: Since) -> Data:
    """Return what a newer source says of a matter; without quotes, the words that were searched for in it."""
    return {
        "id": note.id,
        "change": CHANGES[note.change],
        "topic": note.topic,
        "source": note.source.id,
        "says": note.says,
        "quotes": quotes_data(quotes_of_note(note)),
        "not_found": list(note.because.words) if isinstance(note.because, NotFound) else [],
    }


def suspect_data(source: Source, given: Suspect) -> Data:
    """Return that a statement of a source is or was suspect; `cleared` is None until a person has cleared it."""
    done = given.cleared
    return {
        "source": source.id,
        "statement": given.statement,
        "found": given.found,
        "change": TEXT_CHANGES[given.change],
        "says": given.says,
        "cleared": None if done is None else {"by": done.by, "date": done.date, "why": done.why},
    }


def term_data(term: Term) -> Data:
    """Return one term of the field; without quotes the explanation is ours."""
    return {
        "id": term.id,
        "name": term.name,
        "means": term.means,
        "also": list(term.also),
        "quotes": quotes_data(term.because),
    }


def review_data(given: Review, *, of_this_wording: bool) -> Data:
    """Return a review record, and whether it is of the wording that is exported."""
    return {
        "sha256": given.sha256,
        "of_this_wording": of_this_wording,
        "reviewer": given.reviewer,
        "role": given.role,
        "date": given.date,
        "compared": [source.id for source in given.compared],
        "note": given.note,
    }


def change_data(given: Change) -> Data:
    """Return a change of what the trees say; `differently` is None when nobody is treated differently."""
    return {
        "id": given.id,
        "date": given.date,
        "title": given.title,
        "why": given.why,
        "differently": given.differently,
        "trees": list(given.trees),
        "quotes": quotes_data(given.because),
    }
