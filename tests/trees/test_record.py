"""What a patient does not show, written a second time: where options, events and jumps lead, and the figures of trials.

A patient is put to the trees with answers and ends at an outcome. Where an option or an event leads from there, whether
time passes, and which number belongs to which arm of a trial, stand here as literals. The figures were held against the
texts of the sources. Where things lead was listed from the trees and read over: it notices a change, and proves nothing
right. A row that is missing is printed in the form of the list.
"""

import re

import pytest

from trees.core.branches import Event, Onward, Option, OtherTree
from trees.core.figures import Figure, Finding, HazardRatio, Medians, Percentages
from trees.core.library import Library
from trees.core.nodes import ASKED, FIXED, Checklist, ways

FOLLOWS = """
example/tarn_nodule                                                 pain            event  #pain
example/tarn_nodule                                                 result          event  #biopsy_done
example/tarn_nodule                                                 failure         event  after_velurin
example/tarn_nodule                                                 safety          onward on_velurin
example/after_velurin                                               settled         event  #quill_tea
example/after_velurin                                               osmatil         option #osmatil_50
example/after_velurin                                               surgery         option #remove_nodule
example/after_velurin                                               stopped         event  #quill_tea
example/after_velurin                                               talk            option #talk_about_both
example/after_velurin                                               not_tolerated   event  #velurin_lowest
example/after_velurin                                               taking          onward #taking_osmatil
example/after_velurin                                               return          event  tarn_nodule
gist_2017/first_line                                                review          event  review_on_treatment
gist_2017/first_line                                                progression     event  progression_on_imatinib
gist_2017/first_line                                                toxicity        event  intolerance_of_imatinib
gist_2017/first_line                                                safety          onward tki_safety
gist_2017/first_line                                                surgery         onward surgery_in_advanced_disease
gist_2017/review_on_treatment#review_of_imatinib                    progression     answer progression_on_imatinib
gist_2017/review_on_treatment#review_of_sunitinib                   progression     answer progression_on_sunitinib
gist_2017/review_on_treatment#review_of_imatinib                    toxicity        answer intolerance_of_imatinib
gist_2017/review_on_treatment#review_of_sunitinib                   toxicity        answer intolerance_of_sunitinib
gist_2017/review_on_treatment#image_on_imatinib                     toxicity        onward intolerance_of_imatinib
gist_2017/review_on_treatment#image_on_sunitinib                    toxicity        onward intolerance_of_sunitinib
gist_2017/review_on_treatment                                       review          event  #tki_taken
gist_2017/review_on_treatment                                       safety          onward tki_safety
gist_2017/review_on_treatment                                       surgery         onward surgery_in_advanced_disease
gist_2017/review_on_treatment                                       result          event  #tki_taken
gist_2017/progression_on_imatinib                                   stay            option #imatinib_tolerated
gist_2017/progression_on_imatinib#limited_progression               surgery         option surgery_in_advanced_disease
gist_2017/progression_on_imatinib#imatinib_tolerated                surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_imatinib#extent_not_known_on_imatinib      surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_imatinib#imatinib_raised_to_800            surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_imatinib#exon_9_raise_open                 surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_imatinib#genotype_not_known                surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_imatinib#other_dose                        surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_imatinib#dose_above_800                    surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_imatinib#dose_not_known                    surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_imatinib                                   raise_or_switch option #imatinib_daily_dose
gist_2017/progression_on_imatinib                                   progression     event  #progression_extent
gist_2017/progression_on_imatinib                                   safety          onward tki_safety
gist_2017/progression_on_imatinib                                   toxicity        event  intolerance_of_imatinib
gist_2017/progression_on_imatinib                                   review          event  review_on_treatment
gist_2017/progression_on_imatinib                                   any_extent      onward #imatinib_daily_dose
gist_2017/progression_on_imatinib                                   imaging         event  #progression_extent
gist_2017/progression_on_imatinib                                   at_800          band   second_line_sunitinib
gist_2017/progression_on_imatinib                                   raise           option #imatinib_raised_to_800
gist_2017/progression_on_imatinib                                   switch          option second_line_sunitinib
gist_2017/progression_on_imatinib                                   sunitinib       onward second_line_sunitinib
gist_2017/progression_on_imatinib                                   trials          onward not_responding
gist_2017/intolerance_of_imatinib                                   change          option #reduce_interrupt_stop
gist_2017/intolerance_of_imatinib#change_or_sunitinib               sunitinib       option second_line_sunitinib
gist_2017/intolerance_of_imatinib#reduce_interrupt_stop             sunitinib       onward second_line_sunitinib
gist_2017/intolerance_of_imatinib                                   review          event  review_on_treatment
gist_2017/intolerance_of_imatinib                                   toxicity        event  #toxicity_of_tki
gist_2017/intolerance_of_imatinib                                   safety          onward tki_safety
gist_2017/intolerance_of_imatinib                                   settled         event  #toxicity_of_tki
gist_2017/second_line_sunitinib                                     cycle           option #sunitinib_50
gist_2017/second_line_sunitinib                                     daily           option #sunitinib_37_5
gist_2017/second_line_sunitinib                                     review          event  review_on_treatment
gist_2017/second_line_sunitinib                                     progression     event  progression_on_sunitinib
gist_2017/second_line_sunitinib                                     toxicity        event  intolerance_of_sunitinib
gist_2017/second_line_sunitinib                                     safety          onward tki_safety
gist_2017/second_line_sunitinib                                     surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_sunitinib                                  generalized     answer not_responding
gist_2017/progression_on_sunitinib                                  neither         answer not_responding
gist_2017/progression_on_sunitinib                                  stay            option #sunitinib_tolerated
gist_2017/progression_on_sunitinib#limited_progression_on_sunitinib surgery         option surgery_in_advanced_disease
gist_2017/progression_on_sunitinib#sunitinib_tolerated              surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_sunitinib#extent_not_known_on_sunitinib    surgery         onward surgery_in_advanced_disease
gist_2017/progression_on_sunitinib                                  progression     event  #progression_extent
gist_2017/progression_on_sunitinib                                  safety          onward tki_safety
gist_2017/progression_on_sunitinib                                  toxicity        event  intolerance_of_sunitinib
gist_2017/progression_on_sunitinib                                  review          event  review_on_treatment
gist_2017/progression_on_sunitinib                                  imaging         event  #progression_extent
gist_2017/progression_on_sunitinib                                  trials          onward not_responding
gist_2017/intolerance_of_sunitinib                                  stopped         onward #drug_after_sunitinib_open
gist_2017/intolerance_of_sunitinib                                  review          event  review_on_treatment
gist_2017/intolerance_of_sunitinib                                  toxicity        event  #toxicity_of_tki
gist_2017/intolerance_of_sunitinib                                  safety          onward tki_safety
gist_2017/not_responding                                            sunitinib       onward second_line_sunitinib
gist_2017/not_responding                                            surgery         onward surgery_in_advanced_disease
gist_2017/not_responding                                            review          event  review_on_treatment
gist_2017/surgery_in_advanced_disease#emergency_surgery             settled         event  #behavior_on_tki
gist_2017/surgery_in_advanced_disease#emergency_not_known           settled         event  #surgical_emergency
gist_2017/surgery_in_advanced_disease#resection_not_known           settled         event  #gross_resection
gist_2017/surgery_in_advanced_disease                               first_line      onward first_line
gist_2017/surgery_in_advanced_disease                               progressing     answer surgery_in_progression
gist_2017/surgery_in_advanced_disease                               review          event  review_on_treatment
gist_2017/surgery_in_progression                                    review          event  review_on_treatment
gist_2017/surgery_in_progression                                    imatinib        onward progression_on_imatinib
gist_2017/surgery_in_progression                                    sunitinib       onward progression_on_sunitinib
gist_2017/surgery_in_progression                                    emergency       event  surgery_in_advanced_disease
gist_2017/surgery_in_progression                                    settled         event  #progression_extent
gist_2017/tki_safety                                                imatinib        onward intolerance_of_imatinib
gist_2017/tki_safety                                                sunitinib       onward intolerance_of_sunitinib
"""
"""Tree (and node, where one code leads to several places), code, kind of way, and the tree or #node it leads to."""

STAYS_TRUE = {"example": {"quill_variant"}, "gist_2017": {"kit_exon_9"}}
"""The questions whose answer no event clears; every other question is asked again."""

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


def follows(library: Library) -> list[str]:
    """Return each way that is not written here, in the form of the list, and each that is no more.

    Ways out of outcomes, the options of choices, and every jump to another tree.
    """
    expected = {tuple(row.split()) for row in FOLLOWS.strip().splitlines()}
    wrong: dict[str, None] = {}
    seen = set()
    for name, tree in library.trees.items():
        for node in tree.nodes:
            for way in ways(node):
                if not isinstance(way, Event | Onward | Option) and not isinstance(way.to, OtherTree):
                    continue
                to = way.to.name if isinstance(way.to, OtherTree) else f"#{way.to}"
                rest = (way.code, type(way).__name__.lower(), to)
                rows = {(name, *rest), (f"{name}#{node.id}", *rest)} & expected
                seen |= rows
                if not rows:
                    wrong[" ".join((name, *rest))] = None
    return [*wrong, *(f"no longer: {' '.join(row)}" for row in sorted(expected - seen))]


def stays_true(library: Library) -> list[str]:
    """Return a line for each question that lasts longer or shorter than is written here."""
    return [
        f"{node.place}: {node.id} lasts {node.lasts.value}"
        for name, tree in library.trees.items()
        for node in tree.nodes
        if isinstance(node, ASKED) and (node.lasts is FIXED) != (node.id in STAYS_TRUE[name.partition("/")[0]])
    ]


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


RECORDS = (follows, stays_true, figures, none_shows_what_holds_always)


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
