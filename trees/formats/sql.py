"""A tree as a query: each patient of the table `patients`, and beside them where the tree leads and how.

`flat` and `nested` say the same in two ways: the first asks for all that a row of the tree says at once, the second
asks one question within the other. Of these, SQL Server takes no more than ten within each other, and SQLite some more.
`told` says all that is told of where the one or the other led. What a query adds is named with an underscore before
it, as no question is.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from trees.formats.forks import Decision, End, Leads
from trees.formats.reading import Reading
from trees.formats.rows import Row
from trees.formats.sql_ends import BETWEEN, Piece, answers, items, joined, key_not_offered, missing, outcome
from trees.formats.sql_words import column, comment, holds, listing, named, not_offered, offers, text

PATIENTS = "patients"
ROW, END, DOES, OUTCOME, PATH, MISSING = ADDED = ("_row", "_end", "_does", "_outcome", "_path", "_missing")
"""What the query adds to the columns of a patient."""

SAYS = (
    f"This query reads a table {PATIENTS} with these columns, and gives each patient once, with the same columns.",
    "An empty text is not nothing: where nothing is known, a column holds NULL.",
)
SAYS_AFTER = (
    "What it adds:",
    f"{named(ROW)}: the row of the tree, from 1; below 0 where a column holds what it does not offer.",
    f"{named(END)}: where the row leads. By it the query of what is told finds drug, dose, quotes and all else.",
    f"{named(DOES)}: {', '.join(each.value for each in Leads)}; 'go on' is to another tree.",
    f"{named(OUTCOME)}: the ids of all that is shown.",
    f"{named(PATH)}: the answers that led there, as `python -m trees walk` takes them.",
    f"{named(MISSING)}: the columns that are asked for and hold nothing.",
)
DEEPEST = 20
"""Steps to the right: lines that hold more blanks than words are no easier to read."""


def flat(reading: Reading) -> bytes:
    """Return the query that asks for a whole row of the tree at once."""
    conditions = (" AND ".join(holds("p", of, cell) for of, cell in row.cells) for row in reading.rows)
    return _query(reading, [f"WHEN {each or '1 = 1'} THEN {row}" for row, each in enumerate(conditions, start=1)])


def nested(reading: Reading) -> bytes:
    """Return the query that asks one question within the other."""
    return _query(reading, one_in_the_other(reading))


def one_in_the_other(reading: Reading) -> list[str]:
    """Return the lines of one question within the other; raises TooManyRowsError before there are too many."""
    lines = list(_forks(reading.decision)) if reading.rows else []
    return ["ELSE", *lines] if reading.inputs else ["WHEN 1 = 1 THEN", *lines]


def _forks(of: Decision) -> Iterator[str]:
    """Yield the lines of a CASE for each fork, one within the other, in the order of the rows: none is too deep."""
    row = 0
    todo: list[tuple[Decision | str, int]] = [(of, 1)]
    while todo:
        at, depth = todo.pop()
        blanks = "  " * min(depth, DEEPEST)
        if isinstance(at, str):
            yield f"{blanks}{at}"
        elif isinstance(at, End):
            row += 1
            yield f"{blanks}{row}"
        else:
            inside: list[tuple[Decision | str, int]] = [("CASE", depth)]
            for case in at.cases:
                inside += [(f"WHEN {holds('p', at.input, case.cell)} THEN", depth), (case.to, depth + 1)]
            todo += [("END", depth), *reversed(inside)]


def number_of_row(reading: Reading, rows: Sequence[str]) -> str:
    """Return the CASE that finds the row of the tree, given its lines; what is not offered is refused first."""
    refused = [f"WHEN {not_offered('p', each)} THEN {-at}" for at, each in enumerate(reading.inputs, start=1)]
    return "\n      ".join(["CASE", *refused, *rows]) + "\n    END"


def _query(reading: Reading, rows: Sequence[str]) -> bytes:
    """Return the query in which the lines of one CASE find the row of the tree."""
    told = (f"{added(each, reading.ends)} AS {named(each)}" for each in (OUTCOME, PATH, MISSING))
    lines = [
        *map(comment, _says(reading)),
        "WITH numbered AS (\n  SELECT p.*,",
        f"    {number_of_row(reading, rows)} AS {named(ROW)}\n  FROM {PATIENTS} AS p\n),",
        listing("led", ADDED, list(led(reading))),
        "SELECT n.*,\n  " + ",\n  ".join((column("l", END), column("l", DOES), *told)),
        # A patient of whom no row held would be seen, and not be lost.
        f"FROM numbered AS n LEFT JOIN led AS l ON {column('n', ROW)} = {column('l', ROW)}",
    ]
    return "\n".join([*lines, ""]).encode("utf-8")


def _says(reading: Reading) -> Iterator[str]:
    yield from header(reading)
    yield ""
    yield from SAYS
    for each in reading.inputs:
        yield f"{named(each.name)} takes {offers(each)}. It says: {each.asks}"
    yield from SAYS_AFTER


def header(reading: Reading) -> Iterator[str]:
    """Yield all that a file says of itself, a line each."""
    return (f"{name}: {words}" for name, words in reading.header)


def led(reading: Reading) -> Iterator[list[str]]:
    """Yield what is told of each row in short, first of those at which a column holds what it does not offer."""
    for at, given in enumerate(reading.inputs, start=1):
        yield [str(-at), *map(text, (key_not_offered(given), Leads.REFUSE.value, "", "", ""))]
    for at, row in enumerate(reading.rows, start=1):
        yield [str(at), *map(text, _row(row))]


def _row(row: Row) -> Iterable[str]:
    whole = (outcome(row.end), answers(row), missing(row.end))
    return (row.end.key, row.end.leads.value, *(each if isinstance(each, str) else "" for each in whole))


def added(name: str, ends: Sequence[End], led: str = "l") -> str:
    """Return what is told of a row, as it stands in a table, or, of the items of a checklist, as a patient has them."""
    told = column(led, name)
    of_items = {end.key: pieces for end in ends if (pieces := _pieces(name, end))}
    if not of_items:
        return told
    before, between = (f"{told} || ", ",") if name == PATH else ("", BETWEEN)
    cases = "".join(
        f"\n    WHEN {text(key)} THEN {before}{joined(pieces, between)}" for key, pieces in of_items.items()
    )
    return f"CASE {column(led, END)}{cases}\n    ELSE {told} END"


def _pieces(name: str, end: End) -> Sequence[Piece]:
    """Return what a column holds at an end if it depends on the items of a checklist, and else nothing."""
    of: dict[str, Callable[[End], str | list[Piece]]] = {PATH: items, OUTCOME: outcome, MISSING: missing}
    found = of[name](end) if name in of else ""
    return found if isinstance(found, list) else ()
