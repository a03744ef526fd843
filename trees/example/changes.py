"""What the invented trees have come to say otherwise: one change that touches nobody, and one that does."""

from trees.core import Change, Quote
from trees.sources.example_2020 import EXAMPLE_2020

FIRST_WRITTEN = Change(
    "first_written",
    date="2020-03-01",
    title="The invented trees were first written",
    why="A small collection was wanted to test and to teach with.",
)
VARIANT_ASKED_FOR = Change(
    "variant_asked_for",
    date="2020-03-02",
    title="The quill variant is asked for before a dose is shown",
    differently="Patients with the quill variant: 200 mg twice daily where 100 mg daily was shown.",
    why="The first writing had left out the statement on the variant. Invented, like all of this.",
    trees=["tarn_nodule"],
    nodes=["tarn_nodule#quill_variant", "tarn_nodule#velurin_400"],
    because=[
        Quote("patients with the quill variant", EXAMPLE_2020, at="E06"),
        Quote("velurin may be started at 200 mg twice daily", EXAMPLE_2020, at="E06", strength="may"),
    ],
)
