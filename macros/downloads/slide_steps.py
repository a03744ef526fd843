"""The slides of the steps of a tree: a question with its answers and where they lead, an outcome with its basis."""

from typing import Any

from macros.diagram.boxes import CLASSES
from macros.downloads.slide_facts import FOLLOW, notes, pieces
from macros.downloads.slide_file import EDGE, TITLE_TOP
from macros.downloads.slide_frame import ROOM, Frame, Planned
from macros.downloads.slide_rows import APART, BELOW_TITLE, BETWEEN, LINK_WIDE, Decision, Row, about_high
from macros.downloads.slide_shapes import Canvas
from macros.downloads.slide_sheets import AFTER_BLOCK, MARGIN, Sheet, sheets
from macros.downloads.slide_text import SMALLEST, Paragraph, height, line, shown
from macros.twin import Twin
from trees.core import wording
from trees.core.branches import OtherTree
from trees.core.nodes import Node, Outcome
from trees.core.numbering import called

BAR_WIDE, BAR_APART = 8, 10
LONGEST_PART = ", 9 of 9"
MORE_ANSWERS = "More answers"
IN_NOTES = "What the words mean: in the notes."


def asked(frame: Frame, twin: Twin, given: Decision) -> Planned:
    """Return a slide with a question, its answers, and where each leads."""
    of = f", {given.part} of {given.parts}" if given.parts > 1 else ""
    title = f"{asked_title(frame, given.node)}{of}"
    return Planned(
        title,
        lambda canvas: draw_decision(frame, canvas, title, given),
        notes(frame.given, twin, given.node, frame.last_words),
        given.node.id,
    )


def asked_title(frame: Frame, node: Node) -> str:
    """Return the title of the slides of a question: of which tree it is, so that one slide may go elsewhere."""
    return f"{frame.own.title}: {called(frame.given.tree, node)}"


def asked_top(frame: Frame, node: Node) -> float:
    """Return where a question and its answers begin, below the title."""
    return TITLE_TOP + frame.title_size(f"{asked_title(frame, node)}{LONGEST_PART}")[1] + BELOW_TITLE


def draw_decision(frame: Frame, canvas: Canvas, title: str, given: Decision) -> None:
    """Draw a question at the left, its answers beside it, and where they lead at the right."""
    frame.titled(canvas, title, like=f"{asked_title(frame, given.node)}{LONGEST_PART}")
    top = asked_top(frame, given.node)
    room = frame.bottom - top
    rows_high = sum(row.high for row in given.rows) + APART * (len(given.rows) - 1)
    spare = min(40.0, max(0.0, (room - rows_high) / (len(given.rows) + 1)))
    y = top + (room - rows_high - spare * (len(given.rows) - 1)) / 2
    below = about_high(given)
    left = room - (2 * line(SMALLEST) if given.parts > 1 else 0)
    whole = given.asked.height + 8 + below <= left
    about = given.about if whole else (given.about[0], Paragraph(IN_NOTES))
    below = below if whole else 3 * line(SMALLEST)
    asked_y = top + (left - given.asked.height - 8 - below) / 2
    asked_box = canvas.box(given.asked, EDGE, asked_y)
    place = (EDGE, asked_y + given.asked.height + 8, given.asked.width, below)
    canvas.text(place, about, name="About the question")
    for row in given.rows:
        draw_row(frame, canvas, asked_box, given, row, y)
        y += row.high + APART + spare
    if given.parts > 1:
        more_answers(frame, canvas, given)


def more_answers(frame: Frame, canvas: Canvas, given: Decision) -> None:
    """Write below a question whose answers stand on several slides where the others are, as a link."""
    number = frame.number_of[given.node.id] + given.part % given.parts
    place = (EDGE, frame.bottom - line(SMALLEST), given.asked.width, line(SMALLEST))
    made = canvas.text(place, [Paragraph(f"{MORE_ANSWERS}: slide {number}")], color=frame.link, name=MORE_ANSWERS)
    made.click_action.target_slide = frame.made[number - 1]


def draw_row(frame: Frame, canvas: Canvas, asked_box: Any, given: Decision, row: Row, y: float) -> None:
    """Draw neighboring answers and the one box that they lead to."""
    asked_wide, chip_wide, _ = given.widths
    to = OtherTree(row.run.target) if row.run.leaves else row.run.target
    x, chip_y = EDGE + asked_wide + BETWEEN, y + row.middle - row.answers_high / 2
    chips = []
    for chip in row.chips:
        chips.append(canvas.box(chip, x, chip_y))
        canvas.connect((asked_box, given.asked.kind), (chips[-1], chip.kind))
        chip_y += chip.height + APART / 2
    target_y = y + row.middle - row.target.height / 2
    target = canvas.box(row.target, x + chip_wide + BETWEEN, target_y)
    frame.leads(target, to)
    for chip_shape, chip in zip(chips, row.chips, strict=True):
        canvas.connect((chip_shape, chip.kind), (target, row.target.kind))
    frame.way_on(canvas, to, target_y, row.target.height)


def outcome(frame: Frame, twin: Twin, node: Outcome) -> list[Planned]:
    """Return the slides of an outcome: what is newer first, then what it says, how firmly, and what may follow."""
    made = sheets(pieces(frame.given, twin, node), frame.bottom - body_top(frame, node))
    said = notes(frame.given, twin, node, frame.last_words)
    planned = []
    for at, sheet in enumerate(made, 1):
        title = outcome_title(frame, node, f", {at} of {len(made)}" if len(made) > 1 else "")

        def draw(canvas: Canvas, title: str = title, sheet: Sheet = sheet) -> None:
            draw_outcome(frame, canvas, title, node, sheet)

        planned.append(Planned(title, draw, said, node.id))
    return planned


def outcome_title(frame: Frame, node: Outcome, part: str) -> str:
    """Return the title of a slide of an outcome: its badge, the mark of what is newer, and then its words."""
    mark = wording.since_mark(node)
    marked = f" ({mark})" if mark else ""
    return f"{frame.given.badges[node.id]}{part}{marked}: {wording.title(node)}"


def body_top(frame: Frame, node: Outcome) -> float:
    """Return where the paragraphs of an outcome begin, below its title, its kind and its word of strength."""
    _, high = frame.title_size(outcome_title(frame, node, LONGEST_PART), BAR_WIDE + BAR_APART)
    return TITLE_TOP + high + 4 + line(SMALLEST) + 8


def draw_outcome(frame: Frame, canvas: Canvas, title: str, node: Outcome, sheet: Sheet) -> None:
    """Draw one slide of an outcome."""
    kind, top = CLASSES[type(node)], body_top(frame, node)
    frame.titled(canvas, title, BAR_WIDE + BAR_APART, like=outcome_title(frame, node, LONGEST_PART))
    color = frame.colors.stroke(kind) or frame.link
    canvas.bar((EDGE, TITLE_TOP, BAR_WIDE, top - TITLE_TOP - 8), color)
    says = [wording.kind(node), wording.firmly(node), wording.since_in_short(node)]
    place = (EDGE + BAR_WIDE + BAR_APART, top - 8 - line(SMALLEST), ROOM - BAR_WIDE - BAR_APART, line(SMALLEST))
    canvas.text(place, [Paragraph(shown("  ·  ".join(each for each in says if each)))], name="Kind")
    y = top
    for block in sheet.blocks:
        high, to = block.high(sheet.size), block.pieces[0].to
        border = frame.colors.fill("", "sincec") if block.newer else None
        paragraphs = [each.paragraph for each in block.pieces]
        made = canvas.text(
            (EDGE, y, ROOM - (LINK_WIDE if to is not None else 0), high - (AFTER_BLOCK if block.newer else 0)),
            paragraphs,
            size=sheet.size,
            border=border,
            margin=MARGIN,
            above=MARGIN / 2 if block.newer else 0,
            color=frame.link if to is not None else None,
            name="Newer source" if block.newer else FOLLOW if to is not None else "What it says",
        )
        if to is not None:
            frame.leads(made, to)
            frame.way_on(canvas, to, y, high)
        y += high
    if sheet.goes_on:
        high = height(sheet.goes_on, ROOM - 2 * MARGIN, SMALLEST)
        canvas.text((EDGE + MARGIN, y, ROOM - 2 * MARGIN, high), [Paragraph(sheet.goes_on)], name="Notes")
