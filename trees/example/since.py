"""What has changed since the invented guideline: a note of each kind."""

from trees.core import ADDS, DOES_NOT_SAY, SAYS_OTHERWISE, NotFound, Quote, Since
from trees.sources.example_2024 import EXAMPLE_2024

DOSE_FOR_PAIN = Since(
    "dose_for_pain",
    EXAMPLE_2024,
    change=SAYS_OTHERWISE,
    topic="The first dose of velurin for a painful nodule",
    says="75 mg daily; later more of it when that is needed and tolerated.",
    because=[
        Quote("treated with velurin at 75 mg daily", EXAMPLE_2024, at="F01"),
        Quote("later with more of it when that is needed", EXAMPLE_2024, at="F01"),
    ],
)
BLOOD_PRESSURE = Since(
    "blood_pressure",
    EXAMPLE_2024,
    change=ADDS,
    topic="Blood pressure on osmatil",
    says="It is measured monthly: osmatil may raise it.",
    because=[
        Quote("have their blood pressure measured monthly", EXAMPLE_2024, at="F02"),
        Quote("since osmatil may raise it", EXAMPLE_2024, at="F02", strength="may"),
    ],
)
TEA = Since(
    "tea",
    EXAMPLE_2024,
    change=DOES_NOT_SAY,
    topic="Osmatil and quill tea",
    says="The sentence on quill tea no longer stands in the text.",
    because=NotFound(["quill tea"]),
)
