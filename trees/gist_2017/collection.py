"""GIST: what the trees in this folder follow, and for whom."""

from trees.core import Collection
from trees.sources.pdq_2014 import PDQ_2014

collection = Collection(
    "gist_2017",
    title="Gastrointestinal stromal tumor (GIST)",
    about="Treatment of metastatic or recurrent GIST, as the PDQ summary for health professionals of 2014-02-25 states it.",
    intended_use=(
        "To find what one dated text says about a clinical situation, and the words it rests on. "
        "It is no medical advice, it is not current guidance, and it decides nothing."
    ),
    sources=[PDQ_2014],
    order=[
        "first_line",
        "review_on_treatment",
        "progression_on_imatinib",
        "intolerance_of_imatinib",
        "second_line_sunitinib",
        "progression_on_sunitinib",
        "intolerance_of_sunitinib",
        "not_responding",
        "surgery_in_advanced_disease",
        "surgery_in_progression",
        "tki_safety",
    ],
)
