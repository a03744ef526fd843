"""Read the bundle of a tree in FHIR: its resources, and what its actions tell."""

from helpers.form_responses import Data


def of_kind(whole: Data, kind: str) -> list[Data]:
    """Return every resource of a kind."""
    return [each["resource"] for each in whole["entry"] if each["resource"]["resourceType"] == kind]


def the(whole: Data, kind: str) -> Data:
    """Return the only resource of a kind."""
    (found,) = of_kind(whole, kind)
    return found


FIELDS = {
    **{"Suspect": "suspect", "Newer source": "since_then", "For whom": "for_whom", "Words": "words", "Drug": "drug"},
    **{"Dose": "dose", "Duration": "duration", "How firmly it is named": "dose_strength", "Strength": "strengths"},
    **{"What is stated": "stated", "What would decide": "would_decide", "Words of the source": "quotes"},
    **{"Evidence": "evidence", "Note": "notes", "Sources differ": "sources_differ", "About": "about"},
    **{"What may follow": "what_may_follow", "Meaning": "means", "Answer": "may_answer", "Order": "order"},
    **{each: each for each in ("dose_mg_daily_lowest", "dose_mg_daily_highest", "split", "weeks_on", "weeks_off")},
    **{"Basis": "basis", "goes_on": "goes_on", "does": "does", "id": "id", "badge": "badge"},
}
"""The field that a line of an action tells, by what stands before it."""


def cells_of(action: Data) -> dict[str, str]:
    """Return the fields of an action: its kind stands first in its text, each other in lines behind its label."""
    first, *lines = action["textEquivalent"].split("\n")
    found = {"leads_to": first}
    for line in lines:
        label, _, told = line.partition(": ")
        field = FIELDS[label]
        found[field] = f"{found[field]}\n{told}" if field in found else told
    return found
