"""All that is told of where a query of a tree led: a row for each patient and each thing shown, asked or refused."""

from collections.abc import Iterator

from trees.formats.forks import Leads
from trees.formats.inputs import Input
from trees.formats.reading import FIELDS, REFUSED, Reading
from trees.formats.sql import END, header
from trees.formats.sql_ends import condition, key_not_offered
from trees.formats.sql_words import column, comment, listing, named, offers, text

AUDITED = "audited"
POSITION, PIECE = "_position", "_piece"
TOLD = {field: f"_told_{field}" for field in FIELDS}
"""The column of each field: a patient may have a column that is named as the field is."""

SAYS = (
    f"This query reads {AUDITED}: a table or a view of what the flat or the nested query of this tree gave.",
    "It gives each patient once for each thing that is shown, asked for or refused: with a checklist, that is several.",
    f"Beside the columns of {AUDITED} stand {named(POSITION)}, which counts them, and these:",
    f"{', '.join(map(named, TOLD.values()))}.",
    "What does not apply is an empty text. Where a column holds several texts, each has its line.",
)


def told(reading: Reading) -> bytes:
    """Return the query that says all that is told of each patient, for the patients that were led already."""
    rows: list[list[str]] = []
    cases = ""
    for end in reading.ends:
        for at, (shown, cells) in enumerate(reading.told(end), start=1):
            rows.append([str(len(rows) + 1), text(end.key), str(at), *(text(cells[each]) for each in FIELDS)])
            if shown is not None and (when := condition("a", shown)):
                cases += f"\n  WHEN {len(rows)} THEN CASE WHEN {when} THEN 1 ELSE 0 END"
    for given in reading.inputs:
        rows.append([str(len(rows) + 1), text(key_not_offered(given)), "1", *map(text, _not_offered(reading, given))])
    fields = ",\n  ".join(column("t", each) for each in (POSITION, *TOLD.values()))
    where = f"\nWHERE CASE {column('t', PIECE)}{cases}\n  ELSE 1 END = 1" if cases else ""
    return "\n".join(
        [
            *map(comment, (*header(reading), "", *SAYS)),
            f"WITH {listing('told', (PIECE, END, POSITION, *TOLD.values()), rows)}",
            f"SELECT a.*,\n  {fields}",
            f"FROM {AUDITED} AS a JOIN told AS t ON {column('a', END)} = {column('t', END)}{where}\n",
        ]
    ).encode("utf-8")


def _not_offered(reading: Reading, given: Input) -> Iterator[str]:
    words = f"The column '{given.name}' holds what it does not offer. It takes {offers(given)}."
    known = {
        "does": Leads.REFUSE.value,
        "leads_to": REFUSED,
        "id": given.name,
        "words": words,
        "basis": reading.in_a_line,
    }
    return (known.get(field, "") for field in FIELDS)
