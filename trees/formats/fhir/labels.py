"""What stands before each field that a reader is shown, in the order in which they are read."""

from trees.core.told import Cells

LABELS = {
    "suspect": "Suspect",
    "since_then": "Newer source",
    "for_whom": "For whom",
    "words": "",
    "drug": "Drug",
    "dose": "Dose",
    "duration": "Duration",
    "dose_strength": "How firmly it is named",
    "stated": "What is stated",
    "would_decide": "What would decide",
    "strengths": "Strength",
    "order": "",
    "quotes": "Words of the source",
    "evidence": "Evidence",
    "notes": "Note",
    "sources_differ": "Sources differ",
    "about": "About",
    "what_may_follow": "What may follow",
    "means": "Meaning",
    "may_answer": "Answer",
    "basis": "Basis",
}
"""A field without a label is one that needs none."""

FOR_PROGRAMS = ("dose_mg_daily_lowest", "dose_mg_daily_highest", "split", "weeks_on", "weeks_off", "goes_on")
"""Fields that a program reads, and that a reader is told in words by others."""


def labeled(cells: Cells) -> str:
    """Return every field that applies, a line for each of its texts behind its label; those for programs come last."""
    named = {field: label or field.capitalize() for field, label in LABELS.items()}
    # An engine that applies a plan may drop the codes of an action.
    named |= {field: field for field in (*FOR_PROGRAMS, "does", "id", "badge")}
    told = (f"{label}: {text}" for field, label in named.items() for text in cells[field].split("\n") if text)
    return "\n".join([cells["leads_to"], *told])
