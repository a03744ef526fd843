"""What the trees of this folder have come to say otherwise, and since when."""

from trees.core import Change, Quote
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014

FIRST_PUBLISHED = Change(
    "first_published",
    date="2026-11-22",
    title="The trees were first published in this form",
    why=(
        "The two dated texts were written as trees, with the words that each outcome rests on beside it. "
        "Nothing was published before, so that nobody is treated differently."
    ),
)
DRUG_AFTER_SUNITINIB = Change(
    "drug_after_sunitinib",
    date="2026-11-23",
    title="Where ACS names regorafenib is said wherever the drug after sunitinib is left open",
    differently=(
        "Patients who stop sunitinib because it is not tolerated, and patients of whom it is not known if a TKI was given before: "
        "regorafenib is now named with both conditions of ACS, and for a GIST that came back as another option without one."
    ),
    why=(
        "A reader found that two trees said different things of the same pages. One had left out the option for tumors that came "
        "back, the other the page on which sunitinib alone no longer works."
    ),
    trees=["intolerance_of_sunitinib", "where_the_patient_stands"],
    nodes=["intolerance_of_sunitinib#drug_after_sunitinib_open", "where_the_patient_stands#tki_before_not_known"],
    because=[
        Quote("other targeted drugs, such as sunitinib or regorafenib", ACS_2017, at="A92"),
        Quote("sunitinib is no longer working, regorafenib may help", ACS_2017, at="A78", strength="may"),
    ],
)
EXTENT_NOT_KNOWN = Change(
    "extent_not_known",
    date="2026-11-23",
    title="Surgery first or imatinib first: two pages of ACS stand side by side",
    differently=(
        "Patients with a larger GIST of which it is not known how extensive the removal would be: that imatinib is usually started "
        "once a biopsy is done is now said too, and the way to it is offered."
    ),
    why=(
        "“Otherwise” stood between the words of two pages, and made the one an exception from the other. Neither page says so. "
        "What the page about larger tumors goes on to say was left out."
    ),
    trees=["imatinib_first"],
    nodes=["imatinib_first#extensive_not_known"],
    because=[
        Quote("might require more extensive surgery", ACS_2017, at="A207", strength="might"),
        Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208", strength="usually"),
    ],
)
LIMITS_KEPT = Change(
    "limits_kept",
    date="2026-11-23",
    title="“Only”, “some” and “include” stand where the sources have them",
    differently=(
        "Patients with spread to 1 or 2 sites in the abdomen: the quoted words now say that removal should be considered only for "
        "some tumors. Patients with a tumor of less than 2 cm: watching is an option for some, not for all."
    ),
    why=(
        "A reader held ten outcomes, drawn by lot, against the texts. A quote ended before its “only”, watching had lost its "
        "“some”, and lists of side effects read as if they were complete. How 800 mg of imatinib from the start is taken, PDQ does "
        "not say; that is now said."
    ),
    trees=[
        "surgery_for_few_sites",
        "small_localized",
        "side_effects_of_sunitinib",
        "radiation_therapy",
        "taking_the_pills",
    ],
    nodes=[
        "surgery_for_few_sites#removal_of_slow_sites",
        "surgery_for_few_sites#removal_for_complications",
        "surgery_for_few_sites#removal_usually_not",
        "surgery_for_few_sites#behavior_of_sites_not_known",
        "small_localized#small_watching_not_known",
        "small_localized#small_symptoms_not_known",
        "side_effects_of_sunitinib#sunitinib_side_effects",
        "radiation_therapy#radiation_side_effects",
        "taking_the_pills#imatinib_once_a_day",
        "taking_the_pills#imatinib_raised_how_often",
    ],
    because=[
        Quote("Usually this should be considered only", ACS_2017, at="A83", strength="Usually"),
        Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
        Quote("may receive 800 mg daily", PDQ_2014, at="P04", strength="may"),
    ],
)
