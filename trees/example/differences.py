"""Where the invented guideline differs from itself: two of its statements on one matter, side by side."""

from trees.core import Difference, Quote, Side
from trees.sources.example_2020 import EXAMPLE_2020

DOSE_FOR_THE_VARIANT = Difference(
    "dose_for_the_variant",
    topic="The first dose of velurin for a painful nodule of the quill variant",
    sides=[
        Side(
            EXAMPLE_2020,
            says="100 mg daily, for painful nodules of any size; the variant is not named.",
            because=[
                Quote("Painful nodules of any size", EXAMPLE_2020, at="E04"),
                Quote("treated with velurin at 100 mg daily", EXAMPLE_2020, at="E04"),
            ],
        ),
        Side(
            EXAMPLE_2020,
            says="200 mg twice daily may be the start in the quill variant; pain is not named.",
            because=[
                Quote("patients with the quill variant", EXAMPLE_2020, at="E06"),
                Quote("velurin may be started at 200 mg twice daily", EXAMPLE_2020, at="E06", strength="may"),
            ],
        ),
    ],
    follows="The tree asks for the variant, and shows the dose that names it.",
)
