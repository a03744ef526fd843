"""What an outcome says on its slides and in their notes: what is newer first, nothing left out, nothing cut.

It is the Markdown of the tree as plain text, so that no two forms of it can disagree.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from macros.downloads.material import Material
from macros.downloads.slide_text import Paragraph, shown, told
from macros.markdown import Row
from macros.twin import Twin
from trees.core import wording
from trees.core.basis import NOT_ADVICE
from trees.core.branches import To
from trees.core.nodes import Node, Outcome
from trees.core.told import target

SINCE, LEADS, FOLLOW = "Since then", "Leads here", "What may follow"
WAITS = ("Words of the source", "Evidence", "Where the sources differ", "About", "Cautions")
"""What stands on a slide where there is room, in this order, and else in its notes alone. A note of ours may be the
exception to a dose or a duration, and always stands there."""
NEWER_WORDS = "words of the newer source"


class Piece(NamedTuple):
    """One paragraph of an outcome, the row that it belongs to, and where it leads if it may follow the outcome."""

    row: str
    paragraph: Paragraph
    to: To | None = None

    @property
    def waits(self) -> bool:
        """Return whether it may stand in the notes alone."""
        return self.row in WAITS


def pieces(given: Material, twin: Twin, node: Outcome) -> list[Piece]:
    """Return every paragraph of an outcome in the order in which a reader meets it: what has changed since first."""
    rows = [(label_of(row), row) for row in twin.outcome(node)]
    order = {SINCE: -1, LEADS: 1} | {label: 3 + at for at, label in enumerate(WAITS)}
    first = sorted(rows, key=lambda each: order.get(each[0], -1 if each[0].startswith("Held against") else 0))
    told_first = [piece for label, row in first if label not in WAITS for piece in of_row(label, row)]
    waiting = [piece for label, row in first if label in WAITS for piece in of_row(label, row)]
    return [*told_first, *following(given, node), *waiting]


def label_of(row: Row) -> str:
    """Return what a row is called."""
    return row.says.partition(": ")[0].removesuffix(":")


def of_row(label: str, row: Row) -> Iterator[Piece]:
    """Yield the paragraphs of a row; of what is newer, the words it rests on stand in the notes."""
    head = row.says.partition(": ")[2]
    if label == SINCE:
        for source in row.below:
            yield Piece(label, Paragraph(shown(source.says), SINCE))
            for note in source.below:
                yield Piece(label, Paragraph(shown(note.says), bullet=True))
        return
    if label == LEADS and len(row.below) == 1:
        yield Piece(label, Paragraph(shown(row.below[0].says), label))
        return
    if head or row.below:
        yield Piece(label, Paragraph(shown(head), label))
    for each in row.below:
        yield Piece(label, Paragraph(shown(each.says), bullet=True))
        for side in each.below:
            yield Piece(label, Paragraph(shown(side.says), bullet=True))


def following(given: Material, node: Outcome) -> Iterator[Piece]:
    """Yield each thing that may follow an outcome, with where it leads."""
    if node.then:
        yield Piece(FOLLOW, Paragraph("", FOLLOW))
    for way in node.then:
        leads = shown(target(given.library, given.name, way.to))
        yield Piece(FOLLOW, Paragraph(shown(f"{way.says} → {leads}"), bullet=True), way.to)


def notes(given: Material, twin: Twin, node: Node, last: Sequence[str]) -> str:
    """Return the notes of the slides of a node: all that its step on the page says, and at the end what `last` says."""
    head = f"{given.badges[node.id]}: {read_title(given, node)}"
    rows = [line for row in twin.step(node) for line in told(row)]
    return "\n".join([*given.attribution.warnings(), head, *rows, "", *last])


def read_title(given: Material, node: Node) -> str:
    """Return the words of a node and its kind."""
    return f"{wording.title(node)} ({wording.kind(node)})"


def last_words(given: Material) -> list[str]:
    """Return what the notes of every slide end with: review, dates, use, and the attribution in one line."""
    own = given.attribution
    sha256 = own.sha256
    return [
        f"Follows: {own.dated}",
        f"Since then: {own.newer}",
        f"State: {own.review}",
        NOT_ADVICE,
        own.line(),
        f"SHA-256 {sha256}",
    ]
