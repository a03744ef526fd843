"""A page with the stylesheets on it, as a medium sees it: a drawing and the key of a tree, element by element."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import material
from conftest import ROOT
from helpers.colors import RGB, color, over
from helpers.css_rules import SEEN, Node, Rule, Sheet, rules
from helpers.markup_tree import Element

THEME = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
OF_THEME = re.compile(r"--md-(hue|(default|primary)-[fb]g-color|typeset-a-color)")
PAGE = Rule((), "body", {"background": "var(--md-default-bg-color)", "color": "var(--md-default-fg-color)"})
LINK = Rule((), ".md-typeset a", {"color": "var(--md-typeset-a-color)"})
MEDIA = {
    "light": ("screen", "default"),
    "dark": ("screen", "slate"),
    "print": ("print", "default"),
    "print from a dark screen": ("print", "slate"),
}


@cache
def sheets() -> dict[str, str]:
    """Return the text of our stylesheets by name, in the order in which a page loads them."""
    named = re.findall(r"- css/(\w+)\.css", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return {name: (ROOT / "docs" / "css" / f"{name}.css").read_text(encoding="utf-8") for name in named}


@cache
def theme() -> tuple[Rule, ...]:
    """Return the rules of the theme that set the colors of a page."""
    found = [rule for name in ("main", "palette") for path in THEME.glob(f"{name}.*.css") for rule in of_theme(path)]
    return (*found, PAGE, LINK)


def of_theme(path: Path) -> list[Rule]:
    return list(rules(path.read_text(encoding="utf-8"), OF_THEME))


class Paint(tuple[float, float, float]):
    """A color as it is seen, which knows the variable or the property that it comes from, and the line that sets it."""

    origin: str
    place: str

    @classmethod
    def of(cls, seen: RGB, origin: str, place: str) -> "Paint":
        paint = cls(seen)
        paint.origin, paint.place = origin, place
        return paint


PAPER = Paint.of((1, 1, 1), "white", "")


@dataclass
class Page:
    """What stands on a page, in one medium."""

    sheet: Sheet
    root: Node
    body: Node

    def ground(self, node: Node | None) -> Paint:
        """Return the color of what an element stands on: its own background on those of what it stands in."""
        if node is None:
            return PAPER
        own = self.sheet.own(node, "background")
        below = self.ground(node.parent)
        value = self.sheet.value(node, "background") if own else ""
        if not value or value == "none":
            return below
        return Paint.of(over(color(value), below), *self.sheet.origin(node, "background"))

    def paint(self, node: Node, name: str) -> Paint | None:
        """Return a color of an element as it is seen on its ground, its opacity and that of its group counted."""
        value = self.sheet.value(node, name)
        if value == "none":
            return None
        seen = over(color(value), self.ground(node), self.opacity(node))
        return Paint.of(seen, *self.sheet.origin(node, name))

    def opacity(self, node: Node | None) -> float:
        return 1 if node is None else float(self.sheet.value(node, "opacity")) * self.opacity(node.parent)

    def outline(self, node: Node) -> Paint:
        """Return the color of the outline of an element, as it is seen."""
        seen = over(color(self.sheet.value(node, "outline").split()[-1]), self.ground(node.parent))
        return Paint.of(seen, *self.sheet.origin(node, "outline"))


@cache
def read(css: str, file: str) -> tuple[Rule, ...]:
    return tuple(rules(css, SEEN, file=file))


def page(medium: str, *, walking: bool = False, css: dict[str, str] | None = None) -> Page:
    """Return a page with nothing on it but a place for a diagram and a key."""
    seen, scheme = MEDIA.get(medium, (medium, "default"))
    given = [rule for name, text in (css or sheets()).items() for rule in read(text, f"docs/css/{name}.css")]
    root = Node("html")
    attributes = {"data-md-color-scheme": scheme, "data-md-color-primary": "indigo"}
    article = root.add(Node("body", attributes=attributes)).add(Node("article", {"md-typeset"}))
    body = article.add(Node("div", {"dt", *(["is-walking"] if walking else [])}))
    return Page(Sheet([*theme(), *given], seen), root, body)


def add_drawing(on: Page, svg: str, mark: Callable[[Node], None] = lambda node: None) -> Node:
    """Return a drawing on a page, each of its elements marked."""
    scroll = on.body.add(Node("figure", {"dt-fig"})).add(Node("div", {"dt-scroll"}))

    def added(to: Node, element: ElementTree.Element) -> Node:
        tag = element.tag.rpartition("}")[2]
        node = to.add(Node(tag, set(element.get("class", "").split()), dict(element.attrib)))
        mark(node)
        for child in element:
            added(node, child)
        return node

    return added(scroll, ElementTree.fromstring(svg))


def add_key(on: Page, element: Element, mark: Callable[[Node], None] = lambda node: None) -> None:
    """Put HTML on a page, each of its elements marked."""

    def add(to: Node, given: Element) -> None:
        node = to.add(Node(given.tag, set(given.classes), dict(given.attributes)))
        mark(node)
        for child in given.children:
            if isinstance(child, Element):
                add(node, child)

    for child in element.children:
        if isinstance(child, Element):
            add(on.body, child)
