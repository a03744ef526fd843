"""The terms of the invented collection: one that rests on its text, and one that is explained here alone."""

from trees.core import Quote, Term
from trees.sources.example_2020 import EXAMPLE_2020

NODULE = Term(
    "nodule",
    name="Nodule",
    also=["nodules"],
    means="A lump; those that the invented text is about hurt or do not, and are small or large.",
    because=Quote("Tarn nodules smaller than 2 cm", EXAMPLE_2020, at="E03"),
)
DIAMETER = Term(
    "diameter", name="Diameter", means="The length of a straight line from edge to edge, through the middle."
)
