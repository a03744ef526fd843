"""What neither a patient nor a course shows, written a second time: which number belongs to which arm of a trial.

The figures stand here as literals and were held against the texts of the sources. Where options, events, onward links
and jumps lead, and what stays true when time passes, are courses: `trees/*/cases/courses.toml`.
"""

import re

import pytest

from trees.core.figures import Figure, Finding, HazardRatio, Medians, Percentages
from trees.core.library import Library
from trees.core.nodes import Checklist

FIGURES = {
    "heron": [
        [("Velurin", 64), ("Placebo", 20)],
        [("P", "= .002")],
        [("Velurin", 30, 21.5, 44), ("Placebo", 11, 8, 15), ("weeks", 95)],
        [(0.40, 0.25, 0.64, 95, None)],
    ],
    "clb_80004": [[("P", None)], [("P", None)]],
    "eortc_62005": [[("P", "= .0013")], [("P", None)]],
    "sunitinib_placebo": [
        [("Sunitinib", 27.3, 16.0, 32.1), ("Placebo", 6.4, 4.4, 10.0), ("weeks", 95)],
        [(0.33, 0.23, 0.47, 95, "< .0001")],
        [(0.49, 0.29, 0.83, 95, None)],
    ],
    "surgery_on_tki": [
        [("P", None)],
        [("Stable disease", 78), ("Limited progression", 25), ("Generalized progression", 7)],
        [("Stable disease", 80), ("Limited progression", 33), ("Generalized progression", 0)],
        [("Stable disease", 95), ("Limited progression", 86), ("Generalized progression", 0)],
    ],
}
"""The numbers of each figure of each trial, in the order in which the source prints them."""


def numbers_of(figure: Figure) -> list[tuple[object, ...]]:
    """Return the numbers of a figure, each with whose it is."""
    match figure:
        case Medians():
            return [
                *((each.name, each.value, each.low, each.high) for each in figure.arms),
                (figure.unit, figure.confidence),
            ]
        case Percentages():
            return [(each.name, each.percent) for each in figure.groups]
        case HazardRatio():
            return [(figure.value, figure.low, figure.high, figure.confidence, figure.p)]
        case Finding():
            return [("P", figure.p)]


def figures(library: Library) -> list[str]:
    """Return a line for each trial whose figures are not the ones written here."""
    return [
        f"{trial.place}: {trial.id} has {[numbers_of(each) for each in trial.figures]}"
        for trials in library.trials.values()
        for trial in trials.values()
        if [numbers_of(each) for each in trial.figures] != FIGURES.get(trial.id)
    ]


def none_shows_what_holds_always(library: Library) -> list[str]:
    """Return a line for each checklist in which 'none of these' shows something that others are spared."""
    return [
        f"{node.none.place}: none of {node.id} shows {node.none.to}"
        for tree in library.trees.values()
        for node in tree.nodes
        if isinstance(node, Checklist) and node.always not in (None, node.none.to)
    ]


RECORDS = (figures, none_shows_what_holds_always)


@pytest.mark.parametrize("record", RECORDS)
def test_the_trees_say_what_the_second_record_says(library: Library, record: object) -> None:
    assert record(library) == []


def test_the_second_record_names_only_trials_that_there_are(library: Library) -> None:
    assert set(FIGURES) == {name for trials in library.trials.values() for name in trials}


@pytest.mark.texts
def test_every_number_of_the_second_record_stands_in_a_source(library: Library, source_texts: object) -> None:
    texts = [path.read_text(encoding="utf-8-sig") for path in sorted(source_texts.glob("*"))]
    texts.append((library.root / "example" / "source.txt").read_text(encoding="utf-8"))
    printed = {float(each) for text in texts for each in re.findall(r"(?<![\w.])\d*\.?\d+", text)}
    recorded = {each for rows in FIGURES.values() for row in rows for part in row for each in part}

    assert {each for each in recorded if isinstance(each, int | float)} <= printed
