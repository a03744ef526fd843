"""A placed diagram as SVG: shapes, lines, links and their names. Colors are the stylesheet's, docs/css/diagram.css."""

from collections.abc import Callable
from html import escape
from math import ceil, hypot

from macros.diagram.boxes import BAR, CHIP, ENTRY, GOTO, IN_ANY_CASE, JUMP, POINT, SMALL, TIP, Box
from macros.diagram.measure import MEDIUM, width
from macros.diagram.place import Layout, Line, Placed, Point
from macros.diagram.tags import BADGE, BADGE_OUT, badge_width
from trees.core import wording
from trees.core.nodes import OUTCOMES, Checklist, Choice, Node, Tree, ways

SLOPE, RADIUS, INSET = 12, 7, 4
"""How far the sides of a hexagon lean, the bend of a line, and how far inside the second border of two lies, in px."""
HEAD_LENGTH, HEAD_WIDTH = 8, 9
BADGE_SIZE = 11.5
"""The size of the type of a badge, in px."""
NOTCH, BESIDE_YEAR = 5, 4
"""How deep the notch of a tag with a year is, and what stays free beside the year, in px."""
LEFT, TOP, AROUND = 10, 14, 6
"""Room for badges at the left and at the top, and for borders at the other sides, in px."""
MARGINS = LEFT + AROUND
SAMPLE = (38, 20)
"""The size of a box in a legend, in px."""
BASELINE = 0.35
"""How far below the middle of a line its letters stand, as a part of their size."""
Says = Callable[[str], str]
"""What says something of a node or of a tree, given its id: its title, or its address."""


def svg(
    layout: Layout, tree: Tree, *, tree_title: Says, tree_href: Says, prefix: str, href: Says = "#{}".format
) -> str:
    """Return the drawing as one line of SVG, its boxes in the order of the data; `href` is the address of a node."""
    place = {node.id: index for index, node in enumerate(tree.nodes)}
    boxes = sorted(layout.boxes, key=lambda placed: place[placed.box.of])
    parts = [one_box(placed, tree, tree_title, tree_href, href) for placed in boxes]
    chips = {placed.box.id for placed in layout.boxes if placed.box.kind == CHIP}
    lines = [one_line(line, headed=line.end not in chips) for line in layout.lines]
    about = f"{counted(tree)} Each box is a link to its text."
    return framed(layout, f"Decision tree: {plain(tree.title)}", about, prefix, "".join(lines), "".join(parts))


def unframed(drawing: str) -> str:
    """Return the lines and the boxes of a drawing, without the tags that place it on a page and name it."""
    return drawing[drawing.index("</desc>") + len("</desc>") : drawing.rindex("</svg>")]


def framed(layout: Layout, title: str, about: str, prefix: str, lines: str, boxes: str) -> str:
    """Return lines and boxes as one SVG with a title and a description; `prefix` begins the ids of both."""
    wide, high = px(layout.width + MARGINS), px(layout.height + TOP + AROUND)
    names = f"{prefix}-t", f"{prefix}-d"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="dt-svg"'
        f' role="group"{attribute("aria-labelledby", names[0])}{attribute("aria-describedby", names[1])}'
        f' viewBox="{-LEFT} {-TOP} {wide} {high}" width="{wide}" height="{high}">'
        f"<title{attribute('id', names[0])}>{text(title)}</title><desc{attribute('id', names[1])}>{text(about)}</desc>"
        f'<g class="edges" aria-hidden="true">{lines}</g><g class="nodes" text-anchor="middle">{boxes}</g></svg>'
    )


def sample(kind: str) -> str:
    """Return the outline of a kind of box, small, for a legend."""
    wide, high = SAMPLE
    outline = shape(Placed(Box("", "", kind, SMALL, width=wide, height=high), 2, 2))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="dt-svg dt-sample" aria-hidden="true" focusable="false"'
        f' width="{px(wide + 4)}" height="{px(high + 4)}"><g class="n {kind}">{outline}</g></svg>'
    )


def sample_tag(mark: str, *, adds: bool = False) -> str:
    """Return a tag with a mark and a year, small, for a legend."""
    wide, high = tag_width(mark), SAMPLE[1]
    tag = since_tag(Placed(Box("", "", "", SMALL, since=mark, adds=adds, width=wide), 2, (high + 4) / 2))
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="dt-svg dt-sample" aria-hidden="true" focusable="false"'
        f' width="{px(wide + 4)}" height="{px(high + 4)}"><g class="n" text-anchor="middle">{tag}</g></svg>'
    )


def one_box(placed: Placed, tree: Tree, tree_title: Says, tree_href: Says, at: Says) -> str:
    """Return a box: a link with a name, or a chip that is not read out since its question names it."""
    box = placed.box
    inside = shape(placed) + badge(placed) + since_tag(placed) + words(placed)
    head = f"{attribute('class', f'n {box.kind}')}{attribute('data-id', box.id)}"
    if box.kind in (CHIP, ENTRY):
        return f'<g{head} aria-hidden="true">{inside}</g>'
    if box.kind == JUMP:
        name, href = f"{sentence(plain(tree_title(box.about)))} Continues in another tree.", tree_href(box.about)
    elif box.kind == GOTO:
        name, href = f"{plain(' '.join(box.lines))}. {plain(wording.title(tree.node(box.about)))}", at(box.about)
    else:
        name, href = f"{box.badge} {spoken(tree.node(box.about))}", at(box.about)
    # xlink:href, since the theme's script assigns to the href of every [href] and fails on an SVG link.
    return f'<a role="link"{head}{attribute("xlink:href", href)}{attribute("aria-label", name)}>{inside}</a>'


def spoken(node: Node) -> str:
    """Return the words of a box, what has changed since, what kind of box it is, and the answers below it."""
    shown = f"{wording.since_mark(node)} {plain(wording.title(node))} {wording.firmly(node)}".strip()
    name = f"{sentence(shown)} {wording.since_in_short(node)} {wording.kind(node)}.".replace("  ", " ")
    if isinstance(node, OUTCOMES):
        return name
    answers = [plain(way.says) for way in ways(node)]
    if isinstance(node, Checklist) and node.always is not None:
        answers.insert(0, IN_ANY_CASE)
    called = "Options" if isinstance(node, Choice) else "Items" if isinstance(node, Checklist) else "Answers"
    return f"{name} {called}: {'; '.join(answers)}."


def counted(tree: Tree) -> str:
    """Return how much there is to see: '4 questions and choices, 7 outcomes.'."""
    ended = sum(isinstance(node, OUTCOMES) for node in tree.nodes)
    asked = len(tree.nodes) - ended
    return f"{asked} question{'s' * (asked != 1)} or choice{'s' * (asked != 1)}, {ended} outcome{'s' * (ended != 1)}."


def shape(placed: Placed) -> str:
    """Return the outline of a box, by its kind."""
    box, x, y = placed.box, placed.x, placed.y
    wide, high = box.width, box.height
    match box.kind:
        case "k-question" | "k-measure":
            return polygon("b", hexagon(placed, 0))
        case "k-checklist":
            left, right = x + SLOPE, x + wide - SLOPE
            inner = [(left, y), (right, y), (right, y + high), (left, y + high)]
            return polygon("b", hexagon(placed, 0)) + polygon("b2", inner)
        case "k-choice":
            return polygon("b", hexagon(placed, 0)) + polygon("b2", hexagon(placed, INSET))
        case "k-treatment":
            return rect("b", x, y, wide, high, 3) + rect("bar", x, y, BAR, high, 0)
        case "k-against":
            second = rect("b2", x + INSET, y + INSET, wide - 2 * INSET, high - 2 * INSET, 0)
            return rect("b", x, y, wide, high, 2) + second
        case "k-open":
            return rect("b", x, y, wide, high, 12)
        case "k-jump":
            edge = x + wide - POINT
            return polygon("b", [(x, y), (edge, y), (x + wide, y + high / 2), (edge, y + high), (x, y + high)])
        case "k-entry":
            edge = y + high - TIP
            corners = [(x, y), (x + wide, y), (x + wide, edge), (x + wide / 2, y + high), (x, edge)]
            return polygon("b", corners)
        case "k-chip" | "k-goto":
            return rect("b", x, y, wide, high, min(high / 2, 13))
        case _:
            return rect("b", x, y, wide, high, 2)


def hexagon(placed: Placed, inset: float) -> list[Point]:
    """Return the corners of a hexagon that lies this far inside a box."""
    x, y, wide, high = placed.x, placed.y, placed.box.width, placed.box.height
    # A border that is as far inside at the leaning sides meets the level ones nearer to the middle of the box.
    lean = inset * (hypot(SLOPE, high / 2) - SLOPE) / (high / 2)
    point = inset * hypot(SLOPE, high / 2) / (high / 2)
    left, right, top, bottom, middle = (
        x + SLOPE + lean,
        x + wide - SLOPE - lean,
        y + inset,
        y + high - inset,
        y + high / 2,
    )
    return [(x + point, middle), (left, top), (right, top), (x + wide - point, middle), (right, bottom), (left, bottom)]


def badge(placed: Placed) -> str:
    """Return the number or letter at the left upper corner: round for what is asked, square for outcomes."""
    box = placed.box
    if not box.badge or box.kind == GOTO:
        return ""
    wide = badge_width(box.badge)
    if box.kind in ("k-question", "k-measure", "k-checklist", "k-choice"):
        middle = max(placed.x + SLOPE, placed.x - BADGE_OUT + wide / 2)
        back = rect("tagc", middle - wide / 2, placed.y - BADGE / 2, wide, BADGE, BADGE / 2)
    else:
        wide += 3 * (len(box.badge) == 2)
        middle = placed.x - BADGE_OUT + wide / 2
        back = rect("tagc", middle - wide / 2, placed.y - BADGE / 2, wide, BADGE, 2)
    # The space parts the badge from the first word in what is copied and in what is read out.
    return back + one_text("tag", middle, placed.y + BASELINE * BADGE_SIZE, BADGE_SIZE, 500, f"{box.badge} ")


def since_tag(placed: Placed) -> str:
    """Return the tag with the mark and the year of a newer source at the right upper corner, notched at its left.

    It is filled, or hollow where that source does no more than add.
    """
    year = placed.box.since
    if not year:
        return ""
    wide, right, middle = tag_width(year), placed.x + placed.box.width, placed.y
    left, top, bottom = right - wide, middle - BADGE / 2, middle + BADGE / 2
    hollow = " adds" if placed.box.adds else ""
    back = polygon(
        f"sincec{hollow}", [(left, top), (right, top), (right, bottom), (left, bottom), (left + NOTCH, middle)]
    )
    text_middle = left + NOTCH + (wide - NOTCH) / 2
    return back + one_text(f"since{hollow}", text_middle, middle + BASELINE * BADGE_SIZE, BADGE_SIZE, 500, f"{year} ")


def tag_width(year: str) -> int:
    """Return how wide a tag with a year is."""
    return 2 * ceil((width(year, BADGE_SIZE, MEDIUM) + 2 * BESIDE_YEAR + NOTCH) / 2)


def words(placed: Placed) -> str:
    """Return the lines of text of a box."""
    box = placed.box
    aside = {"k-treatment": BAR / 2, JUMP: -POINT / 4}.get(box.kind, 0)
    middle, top = placed.middle + aside, placed.y + box.type.above
    first = top + box.type.line / 2 + BASELINE * box.type.size
    lines = [
        one_text("w", middle, first + box.type.line * at, box.type.size, box.type.weight, f"{line} ")
        for at, line in enumerate(box.lines)
    ]
    if box.firmly:
        last = top + len(lines) * box.type.line + SMALL.line / 2 + BASELINE * SMALL.size
        lines.append(one_text("s", middle, last, SMALL.size, SMALL.weight, f"{box.firmly} "))
    return "".join(lines)


def one_line(line: Line, *, headed: bool) -> str:
    """Return a line with round bends, and with an arrow head where it ends."""
    x, y = line.points[-1]
    points, head = line.points, ""
    if headed:
        points = (*points[:-1], (x, y - HEAD_LENGTH + 1))
        head = f'<path class="h" d="M{px(x)} {px(y)}l{px(-HEAD_WIDTH / 2)} {-HEAD_LENGTH}h{HEAD_WIDTH}z"/>'
    ends = f"{attribute('data-from', line.start)}{attribute('data-to', line.end)}"
    return f'<g class="e"{ends}><path class="l" d="{bent(points)}"/>{head}</g>'


def bent(points: tuple[Point, ...]) -> str:
    """Return a path through the points that turns its corners with a radius."""
    path = f"M{px(points[0][0])} {px(points[0][1])}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(RADIUS, length(before, corner) / 2, length(corner, after) / 2)
        (x1, y1), (x2, y2) = toward(corner, before, radius), toward(corner, after, radius)
        path += f"L{px(x1)} {px(y1)}Q{px(corner[0])} {px(corner[1])} {px(x2)} {px(y2)}"
    return f"{path}L{px(points[-1][0])} {px(points[-1][1])}"


def length(one: Point, other: Point) -> float:
    """Return how far two points are apart."""
    return hypot(other[0] - one[0], other[1] - one[1])


def toward(start: Point, end: Point, distance: float) -> Point:
    """Return the point this far from the start on the way to the end."""
    part = distance / (length(start, end) or 1)
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def rect(name: str, x: float, y: float, wide: float, high: float, round_: float) -> str:
    """Return a rectangle of a class, with round corners of that radius."""
    corner = f' rx="{px(round_)}"' if round_ else ""
    return f'<rect class="{name}" x="{px(x)}" y="{px(y)}" width="{px(wide)}" height="{px(high)}"{corner}/>'


def polygon(name: str, corners: list[Point]) -> str:
    """Return a polygon of a class."""
    return f'<path class="{name}" d="M{"L".join(f"{px(x)} {px(y)}" for x, y in corners)}z"/>'


def one_text(name: str, x: float, y: float, size: float, weight: int, says: str) -> str:
    """Return a line of text of a class, hidden from screen readers since the name of its box says it."""
    place = f'x="{px(x)}" y="{px(y)}" font-size="{px(size)}" font-weight="{weight}"'
    return f'<text class="{name}" {place} aria-hidden="true">{text(says)}</text>'


def px(value: float) -> str:
    """Return a length as SVG wants it, to a tenth of a px."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def plain(says: str) -> str:
    """Return the text on one line, with single spaces."""
    return " ".join(says.split())


def sentence(says: str) -> str:
    """Return the text with a period, unless it has an end of its own."""
    return says if says.endswith((".", "?", "!")) else f"{says}."


def text(says: str) -> str:
    """Return text as it stands between tags."""
    return escape(says, quote=False)


def attribute(name: str, value: str) -> str:
    """Return a space and an attribute with its value."""
    return f' {name}="{escape(value, quote=True)}"'
