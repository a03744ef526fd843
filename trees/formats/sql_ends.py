"""What a query says of an end: the ids of what is shown, the way there, and what is missing.

Of a checklist that depends on its items: then the text is put together for each patient.
"""

from collections.abc import Iterable, Sequence

from trees.core.nodes import Checklist
from trees.formats.forks import End, Leads, Shown
from trees.formats.inputs import YES, Codes, Input, item_column
from trees.formats.rows import Row
from trees.formats.sql_words import column, one_of, text

BETWEEN = ", "
Piece = tuple[str, str]
"""A text, and the condition on which it is there: none for a text that always is."""


def outcome(end: End) -> str | list[Piece]:
    """Return the ids of the outcomes of an end, or on what condition each is shown."""
    shown = [each for each in end.shown if each.leads is Leads.SHOW]
    if not any(each.when for each in shown):
        return BETWEEN.join(each.node.id for each in shown)
    return [(each.node.id, condition("n", each)) for each in shown]


def missing(end: End) -> str | list[Piece]:
    """Return the columns that hold nothing at an end, or on what condition each is missing."""
    if end.leads is not Leads.SHOW and len(end.missing) < 2:
        return "".join(each.name for each in end.missing)
    return [(each.name, f"{column('n', each.name)} IS NULL") for each in end.missing] or ""


def answers(row: Row) -> str:
    """Return the answers of a row; where items of a checklist are true, up to these."""
    listed = checklist(row.end)
    return " ".join([*row.answers, *([f"{listed.id}="] if listed is not None else [])])


def items(end: End) -> list[Piece]:
    """Return each item of the checklist at an end, and on what condition it is true."""
    listed = checklist(end)
    if listed is None:
        return []
    return [(each.code, one_of(column("n", item_column(listed, each.code)), [text(YES)])) for each in listed.items]


def checklist(end: End) -> Checklist | None:
    """Return the checklist whose items decide what is shown at an end; None where nothing depends on any."""
    listed = end.shown[-1].node if end.leads is Leads.SHOW else None
    return listed if isinstance(listed, Checklist) else None


def condition(table: str, shown: Shown) -> str:
    """Return the condition on which something is shown or asked for; nothing where it is in any case."""
    return any_of(table, shown.when, shown.leads)


def any_of(table: str, columns: Sequence[Codes], leads: Leads) -> str:
    """Return the condition that an item is true, or, for what is asked, that of an item nothing is known."""
    at = [column(table, each.name) for each in columns]
    return " OR ".join(f"{each} IS NULL" if leads is Leads.ASK else one_of(each, [text(YES)]) for each in at)


def joined(pieces: Iterable[Piece], between: str) -> str:
    """Return the text of all pieces whose condition holds, with another text between them."""
    every = (
        f"CASE WHEN {when} THEN {text(between + words)} ELSE '' END" if when else text(between + words)
        for words, when in pieces
    )
    return f"SUBSTR({' || '.join(every)}, {len(between) + 1})"


def key_not_offered(given: Input) -> str:
    """Return the name of the end at which a column holds what it does not offer."""
    return f"{Leads.REFUSE.value} what {given.name} does not offer"
