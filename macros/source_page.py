"""The page of a source accounts for it: every statement with who quotes it, or with the reason why nobody does."""

from enum import Enum

from markupsafe import Markup

from macros.basis_pages import by_badges, page
from macros.links import Links
from macros.markup import el, facts, joined
from macros.uses import Uses
from trees.core.register import ANSWERED_FOR, Kind, Register, Statement
from trees.core.suspect import uncleared
from trees.core.suspects import NOT_COMPARED

COLUMNS = ("No.", "Kind", "In our words", "Quoted by")


class Account(Enum):
    """What became of a statement."""

    NODE = "Quoted by a node"
    OTHERS = "Quoted by a trial, a difference, a term or a note only"
    EXCUSED = "Excused"
    NOT_QUOTED = "Not quoted"


def source_page(links: Links, uses: Uses, source_id: str, *, readings: bool = False) -> str:
    """Return the page of a source: what it is, how it is accounted for, and every statement with who quotes it.

    `readings` is whether a page tells how it was read twice.
    """
    register = links.library.registers[source_id]
    source = register.source
    rows = [
        ("Title", source.title),
        ("Published by", source.publisher),
        ("Date", el("time", source.date, datetime=source.date)),
        ("Written for", source.readers),
        ("Address", el("a", source.address, href=source.address, rel="noopener external")),
        ("Rights", source.rights),
        *((("Note", source.note),) if source.note else ()),
        ("Register", "whole: every statement is here" if register.whole else "partial: cited for single facts"),
    ]
    if doubtful := uncleared(register.suspects):
        names = Markup(", ").join(el("a", each.statement, href=f"#{each.statement}") for each in doubtful)
        rows.insert(0, ("Suspect", joined(names, f": their words are not what they were; {NOT_COMPARED}.")))
    if readings:
        read = el("a", f"Two readings of {source.short}", href=links.to(f"maintain/readings_{source_id}"))
        rows.append(("How it was read", read))
    trees = [
        el("li", el("a", links.library.trees[name].title, href=links.tree(name)))
        for name in uses.trees_of_source(source_id)
    ]
    return page(
        source.short,
        facts(rows),
        el("h2", "What became of every statement", id="account-of-the-source"),
        el("p", meaning(register)),
        totals(uses, register),
        excused(register),
        el("h2", "Trees that quote it", id="trees-that-quote-it"),
        el("ul", *trees, class_="dt-topics") if trees else el("p", "No tree."),
        el("h2", "Statements, by their place in the text", id="statements-of-the-source"),
        statements(links, uses, register),
        skipped(register),
    )


def meaning(register: Register) -> str:
    """Return in plain words what the accounting holds the trees to."""
    if not register.whole:
        return (
            "Only the statements that something here cites are registered; the rest of the text is not accounted for."
        )
    kinds = " or ".join(kind.value for kind in ANSWERED_FOR)
    return (
        "Every sentence of the text that was read is a statement here, or stands in the lines that were skipped. "
        f"A statement of kind {kinds} is quoted by a node of a tree, or excused with a reason; "
        "while one is neither, nothing is published. So nothing that the text says to do is left out in silence."
    )


def account(uses: Uses, register: Register, given: Statement) -> Account:
    """Return what became of a statement."""
    key = (register.source.id, given.id)
    if uses.of_statement.get(key):
        return Account.NODE
    if given.excused:
        return Account.EXCUSED
    others = (
        uses.trials_of_statement,
        uses.differences_of_statement,
        uses.terms_of_statement,
        uses.notes_of_statement,
    )
    return Account.OTHERS if any(found.get(key) for found in others) else Account.NOT_QUOTED


def totals(uses: Uses, register: Register) -> Markup:
    """Return how many statements of each kind met each end, as a table with its sums."""
    ends = [(each.kind, account(uses, register, each)) for each in register.statements]
    kinds = [kind for kind in Kind if any(kind is each for each, _ in ends)]
    head = ("Kind", *(each.value for each in Account), "Together")

    def row(name: str, counted: list[Account]) -> Markup:
        numbers = [*(counted.count(each) for each in Account), len(counted)]
        cells = (el("td", str(number), data_head=of) for of, number in zip(head[1:], numbers, strict=True))
        return el("tr", el("th", name, scope="row"), *cells)

    body = [row(kind.value, [end for each, end in ends if each is kind]) for kind in kinds]
    body.append(row("all", [end for _, end in ends]))
    names = el("thead", el("tr", *(el("th", each, scope="col") for each in head)))
    return el("div", el("table", names, el("tbody", *body)), class_="dt-table dt-totals")


def excused(register: Register) -> Markup:
    """Return the statements that no node quotes for a reason, with the reason."""
    rows = [
        el("li", el("a", each.id, href=f"#{each.id}"), f" ({each.kind.value}): {each.gist} ", el("em", each.excused))
        for each in register.statements
        if each.excused
    ]
    head = el("h2", "Excused: quoted by no node, and why", id="excused-statements")
    return joined(head, el("ul", *rows, class_="dt-excused") if rows else el("p", "No statement is excused."))


def statements(links: Links, uses: Uses, register: Register) -> Markup:
    """Return every statement by its place, with its number, kind, gist in our words, and who quotes it."""
    head = el("tr", *(el("th", name, scope="col") for name in COLUMNS))
    by_place = sorted(register.statements, key=lambda each: each.line)
    rows = (statement_row(links, uses, register, each) for each in by_place)
    return el("div", el("table", el("thead", head), el("tbody", *rows)), class_="dt-table")


def statement_row(links: Links, uses: Uses, register: Register, given: Statement) -> Markup:
    """Return one statement as a row; its number is the anchor of every citation."""
    quoting = quoted_by(links, uses, (register.source.id, given.id))
    reason = joined(el("em", "Excused: "), given.excused) if given.excused else None
    who = joined(el("ul", *quoting) if quoting else None, reason, *suspected(register, given))
    return el(
        "tr",
        el("th", given.id, scope="row", id=given.id),
        el("td", given.kind.value, data_head=COLUMNS[1]),
        el("td", given.gist, el("br"), el("small", f"{given.at}; line {given.line}"), data_head=COLUMNS[2]),
        el("td", who or "Not quoted.", data_head=COLUMNS[3]),
    )


def suspected(register: Register, given: Statement) -> list[Markup]:
    """Return since when a statement is suspect and what has changed, and by whom that was cleared, and why."""
    rows = []
    for each in register.suspects:
        if each.statement == given.id:
            what = f"its words {each.change.value} in the source (found {each.found})"
            done = each.cleared
            head = f"Suspect: {what}; {NOT_COMPARED}." if done is None else f"Was suspect: {what}."
            cleared = f" Cleared by {done.by} on {done.date}: {done.why}" if done else None
            rows.append(el("p", el("strong", head), f" {each.says}", cleared, class_="dt-suspected"))
    return rows


def quoted_by(links: Links, uses: Uses, key: tuple[str, str]) -> list[Markup]:
    """Return links to every node, trial, difference, term and note that quotes a statement, each an item of a list."""
    rows = [el("li", row) for row in by_badges(links, uses.of_statement.get(key, ()))]
    for collection, trial in uses.trials_of_statement.get(key, ()):
        rows.append(el("li", "Trial: ", el("a", trial.name, href=links.trial(collection, trial))))
    for collection, each in uses.differences_of_statement.get(key, ()):
        address = links.of_collection("differences", collection, each.id)
        rows.append(el("li", "Difference: ", el("a", each.topic, href=address)))
    for collection, term in uses.terms_of_statement.get(key, ()):
        address = links.of_collection("glossary", collection, term.id)
        rows.append(el("li", "Term: ", el("a", term.name, href=address)))
    for collection, note in uses.notes_of_statement.get(key, ()):
        address = links.of_collection("since", collection, note.id)
        rows.append(el("li", "What changed since: ", el("a", note.topic, href=address)))
    return rows


def skipped(register: Register) -> Markup | None:
    """Return the lines of the text that are no part of it, and why."""
    rows = [
        el(
            "li",
            f"Line {each.first}: " if each.first == each.last else f"Lines {each.first} to {each.last}: ",
            each.why,
        )
        for each in register.skips
    ]
    return joined(el("h2", "Skipped lines", id="skipped-lines"), el("ul", *rows)) if rows else None
