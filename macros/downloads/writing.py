"""What stands around the diagram of a picture: lines of text, wrapped by measured widths, one below another."""

from dataclasses import dataclass, field

from macros.diagram.measure import MEDIUM, REGULAR, width, wrap
from macros.diagram.svg import BASELINE, attribute, px, rect, text

APART = 16
"""Between two columns, in px."""
PADDING, GAP = 12, 4
"""Between a frame and what stands in it, and between one row and the next, in px."""
LONGEST = 860
"""How long a line may be, in the widest letters that a reader may have; in ours it is about a fifth shorter."""
OUT = 'target="_top"'


@dataclass(frozen=True)
class Style:
    """How a line of text is set: its size and its height in px, its weight, its class."""

    size: float
    weight: int
    high: float
    class_: str = "t"

    def lines(self, says: str, room: float) -> list[str]:
        """Return a text in lines of this width, in px."""
        return wrap(says, room, self.size, self.weight)


TITLE, HEADING = Style(24, MEDIUM, 31), Style(15, MEDIUM, 24)
BODY, STRONG = Style(13, REGULAR, 17), Style(13, MEDIUM, 17)


@dataclass
class Writing:
    """What has been written so far, in a column that begins at `x` and is `room` px wide; `y` is its lower edge."""

    x: float
    y: float
    room: float
    parts: list[str] = field(default_factory=list)

    def space(self, high: float) -> None:
        """Leave room."""
        self.y += high

    def paragraph(self, says: str, style: Style, href: str = "") -> None:
        """Write a text, as a link where it has an address."""
        self._column(self.x, says, style, self.room, href)

    def row(self, label: str, says: str, beside: float, styles: tuple[Style, Style], href: str = "") -> None:
        """Write a text behind its label, which has `beside` px."""
        top = self.y
        self._column(self.x, label, styles[0], beside)
        low, self.y = self.y, top
        self._column(self.x + beside + APART, says, styles[1], self.room - beside - APART, href)
        self.y = max(self.y, low) + GAP

    def framed(self, class_: str) -> "Writing":
        """Return a column inside a frame that begins here; `close` draws it once what stands in it is written."""
        return Writing(self.x + PADDING, self.y + PADDING, self.room - 2 * PADDING, [class_])

    def close(self, frame: "Writing") -> None:
        """Draw the frame of a column behind its text, and go on below it."""
        class_, *inside = frame.parts
        high = frame.y + PADDING - self.y
        self.parts += [rect(class_, self.x, self.y, self.room, high, 3), *inside]
        self.y += high

    def _column(self, x: float, says: str, style: Style, room: float, href: str = "") -> None:
        spans = []
        for line in style.lines(says, min(room, LONGEST)):
            base = self.y + style.high / 2 + BASELINE * style.size
            # The space parts a line from the next in what is copied and in what is read out.
            spans.append(f'<tspan x="{px(x)}" y="{px(base)}">{text(line)} </tspan>')
            self.y += style.high
        underlined = ' text-decoration="underline"' if href else ""
        look = f'font-size="{px(style.size)}" font-weight="{style.weight}"'
        made = f'<text class="{style.class_}" {look}{underlined}>{"".join(spans)}</text>'
        self.parts.append(f"<a {OUT}{attribute('xlink:href', href)}>{made}</a>" if href else made)


def widest(labels: list[str], style: Style, most: float) -> float:
    """Return how wide a column of labels is, in px, and at most how wide it may be."""
    return min(most, max(width(each, style.size, style.weight) for each in labels))
