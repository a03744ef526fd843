"""The invented collection: every kind of node, for tests and for the manual."""

from trees.core import Collection
from trees.sources.example_2020 import EXAMPLE_2020
from trees.sources.example_2024 import EXAMPLE_2024

collection = Collection(
    "example",
    title="Tarn nodules (invented)",
    condition="Tarn nodules",
    about="An invented disease with invented drugs. It has every kind of node, and is here to test and to teach.",
    intended_use="To test this site and to learn how a tree is written. Nothing in it is medicine.",
    sources=[EXAMPLE_2020],
    newer=[EXAMPLE_2024],
    order=["tarn_nodule", "after_velurin", "on_velurin"],
    invented=True,
)
