"""The slides of a tree: shapes that can be edited, a slide for each question and each outcome, notes with each."""

from collections.abc import Callable, Iterator

from macros.diagram.boxes import CLASSES
from macros.downloads.material import Material
from macros.downloads.slide_file import EDGE, TITLE_HIGH, TITLE_TOP, WIDE, new_deck, written
from macros.downloads.slide_frame import CONTENTS, ROOM, Frame, Planned
from macros.downloads.slide_rows import BELOW_TITLE, LINK_WIDE, MOST, decisions
from macros.downloads.slide_shapes import Canvas
from macros.downloads.slide_steps import asked, asked_top, outcome
from macros.downloads.slide_text import IN_WORDS, Paragraph, height, shown
from macros.twin import Twin
from trees.core import wording
from trees.core.nodes import OUTCOMES, Node

LAST = "Attribution and license"
STRIPE = 8
TOP = TITLE_TOP + TITLE_HIGH + BELOW_TITLE


def slides(given: Material) -> bytes:
    """Return the deck of a tree as a file of Office Open XML."""
    frame = Frame(given)
    plan = list(planned(frame))
    frame.number_of = {each.begins: at for at, each in reversed(list(enumerate(plan, 1))) if each.begins}
    deck = new_deck()
    frame.made = [deck.slides.add_slide(deck.slide_layouts[0]) for _ in plan]
    for number, (slide, each) in enumerate(zip(frame.made, plan, strict=True), 1):
        canvas = Canvas(slide, frame.colors)
        each.draw(canvas)
        frame.end(canvas, number)
        canvas.notes(each.notes)
    return written(deck, frame.own, f"{given.tree.purpose} {given.tree.applies_to}".strip())


def planned(frame: Frame) -> Iterator[Planned]:
    """Yield every slide: what it is, what stands where, the questions, the outcomes, and whose work it is."""
    given, nodes = frame.given, frame.given.tree.nodes
    twin = Twin(given.links, given.uses, given.name, IN_WORDS)
    yield first(frame)
    yield from contents(frame)
    for node in nodes:
        if not isinstance(node, OUTCOMES):
            room = frame.bottom - asked_top(frame, node)
            yield from (asked(frame, twin, each) for each in decisions(given, node, room))
    for node in nodes:
        if isinstance(node, OUTCOMES):
            yield from outcome(frame, twin, node)
    yield last(frame)


def first(frame: Frame) -> Planned:
    """Return the first slide: what this is, and what has to be known before anything else is read."""
    own = frame.own
    rows = [row for row in frame.own_rows if row[0] not in ("Title", "Author", "Changed")]
    warned = [row for row in rows if row[0] == "Warning"]
    rows = [*warned, ("Purpose", frame.given.tree.purpose), *(row for row in rows if row not in warned)]

    def draw(canvas: Canvas) -> None:
        canvas.bar((0, 0, WIDE, STRIPE), frame.link)
        frame.rows(canvas, own.title, rows)

    return Planned(own.title, draw, frame.whole_notes())


def last(frame: Frame) -> Planned:
    """Return the last slide: whose work it is, and on which terms it may be used."""
    return Planned(LAST, lambda canvas: frame.rows(canvas, LAST, frame.own_rows), frame.whole_notes())


def contents(frame: Frame) -> list[Planned]:
    """Return the list of questions and outcomes, each a link, on as few slides as hold it."""
    parts: list[list[Node]] = [[]]
    used = 0.0
    for node in frame.given.tree.nodes:
        high = height(listed(frame, node), ROOM - LINK_WIDE - 12, 16) + 8
        if parts[-1] and (used + high > frame.bottom - TOP or len(parts[-1]) == MOST):
            parts.append([])
            used = 0.0
        parts[-1].append(node)
        used += high
    notes = "\n".join([*frame.own.warnings(), *frame.last_words])
    titles = [CONTENTS if len(parts) == 1 else f"{CONTENTS}, {at} of {len(parts)}" for at in range(1, len(parts) + 1)]
    return [
        Planned(title, draw_contents(frame, title, nodes), notes) for title, nodes in zip(titles, parts, strict=True)
    ]


def draw_contents(frame: Frame, title: str, nodes: list[Node]) -> Callable[[Canvas], None]:
    """Return what draws a list of nodes."""

    def draw(canvas: Canvas) -> None:
        frame.titled(canvas, title)
        y, wide = float(TOP), ROOM - LINK_WIDE - 12
        for node in nodes:
            says = listed(frame, node)
            high = height(says, wide, 16)
            canvas.bar((EDGE, y, 6, high), frame.colors.stroke(CLASSES[type(node)]) or frame.link)
            row = canvas.text((EDGE + 12, y, wide, high), [Paragraph(says)], size=16, name="Row")
            frame.leads(row, node.id)
            frame.way_on(canvas, node.id, y, high)
            y += high + 8

    return draw


def listed(frame: Frame, node: Node) -> str:
    """Return a node as the contents have it, with the mark of what is newer before its words."""
    mark = wording.since_mark(node)
    return shown(
        f"{frame.given.badges[node.id]}{f' ({mark})' if mark else ''}: {wording.title(node)} {wording.firmly(node)}"
    )
