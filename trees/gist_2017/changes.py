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
    title="Where ACS names regorafenib is said more fully in two trees",
    differently=(
        "Patients who stop sunitinib because it is not tolerated, and patients with spread of whom it is not known if a TKI was given "
        "before: regorafenib is now named with both conditions of ACS. The first are also told that, for a GIST that came back, ACS "
        "calls it another option and sets neither condition."
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
        "Patients with a GIST that is larger or harder to remove, of which it is not known how extensive the removal would be: that "
        "imatinib is usually started once a biopsy is done is now said too, and a link leads there."
    ),
    why=(
        "“Otherwise” stood between the words of two pages, and made the one an exception to the other. Neither page says so. "
        "What the page on treatment by spread goes on to say of larger tumors was left out."
    ),
    trees=["imatinib_first"],
    nodes=["imatinib_first#extensive_not_known"],
    because=[
        Quote("might require more extensive surgery", ACS_2017, at="A207", strength="might"),
        Quote("imatinib is usually started to try to shrink", ACS_2017, at="A208", strength="usually"),
        Quote("Surgery is usually main treatment", ACS_2017, at="A10", strength="usually"),
    ],
)
LIMITS_KEPT = Change(
    "limits_kept",
    date="2026-11-23",
    title="Limits that the sources set are kept, such as “only” and “some”",
    differently=(
        "Patients with spread to 1 or 2 sites in the abdomen: the quoted words now say that removal should usually be considered only "
        "for tumors that grow slowly or cause complications. Patients with a tumor of less than 2 cm: watching may be one option for "
        "some such tumors without symptoms. Patients on sunitinib or radiation: the lists of side effects no longer read as complete."
    ),
    why=(
        "A reader held ten outcomes, drawn by lot, against the texts. A quote ended before its “only”, watching had lost its "
        "“some”, and lists of side effects read as if they were complete. PDQ does not say how the 800 mg from the start with a "
        "KIT exon 9 mutation is taken; the tree now says so."
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
        Quote("some very small tumors", ACS_2017, at="A55"),
        Quote("one option may be just to watch", ACS_2017, at="A55", strength="may"),
        Quote("may receive 800 mg daily", PDQ_2014, at="P04", strength="may"),
    ],
)
CONDITIONS_OF_DURATION = Change(
    "conditions_of_duration",
    date="2026-11-23",
    title="How long imatinib and sunitinib go on is said with its conditions",
    differently=(
        "Patients on imatinib or sunitinib for metastatic or recurrent disease: where the duration was given as “usually continued "
        "indefinitely”, with the conditions in a note, it now holds them: no progression, and no unacceptable toxicity."
    ),
    why=(
        "A reader met the dose and the duration alone, as other programs show them, and the conditions that PDQ sets stood elsewhere."
    ),
    trees=["first_line", "second_line_sunitinib"],
    nodes=[
        "first_line#imatinib_800",
        "first_line#imatinib_400_600",
        "second_line_sunitinib#sunitinib_50",
        "second_line_sunitinib#sunitinib_37_5",
    ],
    because=[
        Quote(
            "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
            PDQ_2014,
            at="P06",
            strength="usually",
        ),
        Quote(
            "usually continued indefinitely in the absence of disease progression or unacceptable toxicity",
            PDQ_2014,
            at="P13",
            strength="usually",
        ),
    ],
)
AFTER_IMATINIB_FIRST = Change(
    "after_imatinib_first",
    date="2026-11-23",
    title="What is said by the risk of coming back also says what is not said after imatinib before surgery",
    differently=(
        "Patients who had imatinib before the operation and are led on to what is said by the risk: that ACS does not say whether it "
        "holds for them, and what PDQ of 2024 says of at least 3 years in all, now stands with each outcome, and not only on the way."
    ),
    why=(
        "A link leads from imatinib before the operation to the durations by risk. A reader who sees an outcome alone, as other "
        "programs show it, was not told."
    ),
    trees=["adjuvant_imatinib"],
    nodes=[
        "adjuvant_imatinib#adjuvant_low_risk",
        "adjuvant_imatinib#adjuvant_one_year",
        "adjuvant_imatinib#adjuvant_three_years",
        "adjuvant_imatinib#adjuvant_risk_not_known",
    ],
    because=[
        Quote("typically recommend taking imatinib for at least a year", ACS_2017, at="A35", strength="typically"),
        Quote("need for further treatment depends on the risk", ACS_2017, at="A58", strength="depends on"),
    ],
)
