"""The boxes of a drawing as areas: what their words cover, and what their outline leaves room for."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from macros.diagram.measure import width

ASCENT, DESCENT = 0.77, 0.24
"""How far letters reach above and below their line, as a part of their size, at most in the four families."""
TEXT, FIRMLY, TAG = "w", "s", "tag"


@dataclass(frozen=True)
class Area:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Area") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True)
class DrawnBox:
    id: str
    kind: str
    element: ElementTree.Element

    def parts(self, class_: str) -> list[ElementTree.Element]:
        return [each for each in self.element if class_ in each.get("class", "").split()]

    @property
    def lines(self) -> list[str]:
        return [(each.text or "").strip() for each in self.parts(TEXT)]

    def covered(self, *classes: str) -> list[tuple[str, Area]]:
        """Return each line of text of these classes, or else of all words, with the area that it covers at most."""
        lines = (each for class_ in classes or (TEXT, FIRMLY) for each in self.parts(class_))
        return [((each.text or "").strip(), letters(each)) for each in lines]

    def badge(self) -> Area | None:
        return next((rectangle(each) for each in self.parts("tagc")), None)

    def tag(self) -> Area | None:
        """Return the area of the tag with the year of a newer source, its notch counted in."""
        found = [corners(each) for each in self.parts("sincec")]
        return next((Area(min(x), min(y), max(x), max(y)) for x, y in (zip(*of, strict=True) for of in found)), None)

    def room(self, line: Area, clear: float) -> tuple[float, float]:
        """Return from where to where a line of text may reach, `clear` px from every border at its height."""
        inner = [*self.parts("b"), *self.parts("b2")]
        sides = [side for each in inner for y in (line.top, line.bottom) for side in [at_height(each, y)]]
        left = max([side[0] for side in sides] + [rectangle(bar).right for bar in self.parts("bar")])
        return left + clear, min(side[1] for side in sides) - clear

    def height(self) -> tuple[float, float]:
        """Return the top and the bottom of the innermost border."""
        inner = (self.parts("b2") or self.parts("b"))[0]
        if inner.tag.endswith("rect"):
            area = rectangle(inner)
            return area.top, area.bottom
        down = [y for _, y in corners(inner)]
        return min(down), max(down)


def boxes_in(svg: ElementTree.Element) -> list[DrawnBox]:
    """Return the boxes of a drawing."""
    found = [each for each in svg.iter() if each.get("class", "").startswith("n ")]
    return [DrawnBox(each.get("data-id", ""), each.get("class", "").removeprefix("n "), each) for each in found]


def number(element: ElementTree.Element, name: str) -> float:
    return float(element.get(name, 0))


def letters(text: ElementTree.Element) -> Area:
    """Return what the letters of a line cover at most, in the widest of the four families."""
    size, weight = number(text, "font-size"), int(number(text, "font-weight"))
    half = width((text.text or "").strip(), size, weight) / 2
    x, y = number(text, "x"), number(text, "y")
    return Area(x - half, y - ASCENT * size, x + half, y + DESCENT * size)


def rectangle(element: ElementTree.Element) -> Area:
    x, y = number(element, "x"), number(element, "y")
    return Area(x, y, x + number(element, "width"), y + number(element, "height"))


def corners(path: ElementTree.Element) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path.get("d", ""))]


def at_height(element: ElementTree.Element, y: float) -> tuple[float, float]:
    """Return from where to where the inside of an outline reaches at a height: an empty stretch when it does not."""
    if element.tag.endswith("rect"):
        area, radius = rectangle(element), number(element, "rx")
        if not area.top <= y <= area.bottom:
            return area.right, area.left
        # A round corner takes away most at the very top and bottom.
        off = max(0.0, radius - min(y - area.top, area.bottom - y))
        taken = radius - (radius**2 - off**2) ** 0.5
        return area.left + taken, area.right - taken
    points = corners(element)
    met = []
    for (x1, y1), (x2, y2) in zip(points, [*points[1:], points[0]], strict=True):
        if min(y1, y2) <= y <= max(y1, y2) and y1 != y2:
            met.append(x1 + (x2 - x1) * (y - y1) / (y2 - y1))
    return (min(met), max(met)) if met else (1e9, -1e9)
