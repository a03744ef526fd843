"""What the trees of this folder have come to say otherwise, and since when."""

from trees.core import Change

FIRST_PUBLISHED = Change(
    "first_published",
    date="2026-11-22",
    title="The trees were first published in this form",
    why=(
        "The two dated texts were written as trees, with the words that each outcome rests on beside it. "
        "Nothing was published before, so that nobody is treated differently."
    ),
)
