"""GIST: what the trees in this folder follow, and for whom."""

from trees.core import Collection
from trees.sources.acs_2017 import ACS_2017
from trees.sources.pdq_2014 import PDQ_2014
from trees.sources.pdq_2024 import PDQ_2024

collection = Collection(
    "gist_2017",
    title="Gastrointestinal stromal tumor (GIST)",
    condition="Gastrointestinal stromal tumor",
    about=(
        "Treatment of GIST, as two dated texts state it: the PDQ summary for health professionals of 2014-02-25, of which the "
        "part on metastatic or recurrent disease was read, and the American Cancer Society's pages for patients of 2017-05-17."
    ),
    intended_use=(
        "To find what dated texts say about a clinical situation, and the words they rest on. "
        "It is no medical advice, it is not current guidance, it is not for decisions within minutes, "
        "and it decides nothing."
    ),
    sources=[PDQ_2014, ACS_2017],
    newer=[PDQ_2024],
    order=[
        "where_the_patient_stands",
        "small_localized",
        "operation",
        "imatinib_first",
        "imatinib_first_no_longer_working",
        "adjuvant_imatinib",
        "unresectable_or_spread",
        "first_line",
        "review_on_treatment",
        "progression_on_imatinib",
        "intolerance_of_imatinib",
        "second_line_sunitinib",
        "progression_on_sunitinib",
        "intolerance_of_sunitinib",
        "not_responding",
        "later_lines",
        "surgery_in_advanced_disease",
        "surgery_in_progression",
        "surgery_for_few_sites",
        "liver_metastases",
        "liver_ablation",
        "liver_embolization",
        "recurrence",
        "tki_safety",
        "side_effects_of_imatinib",
        "side_effects_of_sunitinib",
        "side_effects_of_regorafenib",
        "taking_the_pills",
        "chemotherapy",
        "radiation_therapy",
        "trials_and_other_methods",
        "support_and_stopping",
        "deciding",
    ],
)
