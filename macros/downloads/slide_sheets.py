"""The paragraphs of an outcome on slides: what has to be seen is seen, and the rest goes on in the notes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from macros.downloads.slide_facts import FOLLOW, NEWER_WORDS, SINCE, Piece
from macros.downloads.slide_file import EDGE, WIDE
from macros.downloads.slide_rows import LINK_WIDE
from macros.downloads.slide_text import SMALLEST, Paragraph, line, paragraph_height

ROOM = WIDE - 2 * EDGE
MARGIN = 8
"""What stays free of text at the sides of a block, in pt; half of it above and below."""
AFTER_BLOCK = 6
SIZES = (18, 16, SMALLEST)
GOING_ON = ", continued"
GOES_ON = "The notes of this slide go on with"


@dataclass
class Block:
    """Paragraphs that stand together, and how high: what is newer, what is so, or one thing that may follow."""

    pieces: list[Piece]

    @property
    def newer(self) -> bool:
        """Return whether it tells of a newer source."""
        return self.pieces[0].row == SINCE

    def high(self, size: float) -> float:
        """Return how high the block is in type of a size, in pt."""
        room = ROOM - 2 * MARGIN - (LINK_WIDE if self.pieces[0].to is not None else 0)
        rows = sum(paragraph_height(each.paragraph, room, size) for each in self.pieces)
        return rows + (MARGIN + AFTER_BLOCK if self.newer else 0)


@dataclass
class Sheet:
    """What stands on one slide of an outcome, in type of one size; `goes_on` says what stands in the notes alone."""

    size: float
    pieces: list[Piece] = field(default_factory=list)
    goes_on: str = ""

    @property
    def blocks(self) -> list[Block]:
        """Its paragraphs in blocks."""
        return list(blocks(self.pieces))

    @property
    def high(self) -> float:
        """How high all of it is."""
        return sum(each.high(self.size) for each in self.blocks)


def blocks(pieces: Sequence[Piece]) -> Iterator[Block]:
    """Yield paragraphs in blocks; each thing that may follow is one, since it is a link."""

    def belongs(pair: tuple[int, Piece]) -> str:
        return {SINCE: SINCE, FOLLOW: f"{FOLLOW} {pair[0]}"}.get(pair[1].row, "")

    for _, group in groupby(enumerate(pieces), key=belongs):
        yield Block([piece for _, piece in group])


def sheets(pieces: Sequence[Piece], room: float) -> list[Sheet]:
    """Return the slides of an outcome, each at most `room` pt high, in the largest type in which all fits on one."""
    for size in SIZES:
        whole = Sheet(size, list(pieces), goes_on_with([], pieces))
        if whole.high + line(SMALLEST) <= room:
            return [whole]
    made = [Sheet(SMALLEST)]
    for piece in (each for each in pieces if not each.waits):
        if not fits(made[-1], piece, room):
            made.append(Sheet(SMALLEST, headed(made[-1].pieces, piece)))
        made[-1].pieces.append(piece)
    left: list[Piece] = []
    for piece in (each for each in pieces if each.waits):
        # In order: a row that is begun is not left for a later one that happens to be short.
        if not left and fits(made[-1], piece, room):
            made[-1].pieces.append(piece)
        else:
            left.append(piece)
    # A label with nothing below it says that there is nothing.
    while left and made[-1].pieces[-1].waits and not made[-1].pieces[-1].paragraph.text:
        left.insert(0, made[-1].pieces.pop())
    made[-1].goes_on = goes_on_with(left, pieces)
    return made


def headed(before: list[Piece], piece: Piece) -> list[Piece]:
    """Return what a slide that goes on with a paragraph begins with: its label, taken along or repeated."""
    if before and not before[-1].paragraph.text:
        return [before.pop()]
    if piece.paragraph.bullet:
        return [Piece(piece.row, Paragraph("", f"{piece.row}{GOING_ON}"))]
    return []


def fits(sheet: Sheet, piece: Piece, room: float) -> bool:
    """Return whether a paragraph still fits on a slide, above the line that says what stands in the notes."""
    more = Sheet(sheet.size, [*sheet.pieces, piece])
    return more.high + 2 * line(SMALLEST) <= room


def goes_on_with(left: Sequence[Piece], pieces: Sequence[Piece]) -> str:
    """Return which rows the notes go on with."""
    rows = [row[0].lower() + row[1:] for row in dict.fromkeys(each.row for each in left)]
    newer = [NEWER_WORDS] if any(each.row == SINCE for each in pieces) else []
    return f"{GOES_ON}: {'; '.join([*rows, *newer])}." if rows or newer else ""
