"""HTML as a tree of elements, strict about what closes what."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "wbr", "input"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: "list[Element | str]" = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        return "".join(each if isinstance(each, str) else each.text for each in self.children)

    def all(self, tag: str, class_: str = "") -> "list[Element]":
        """Return every element within of that tag and class, in order."""
        found: list[Element] = []
        for each in self.children:
            if isinstance(each, Element):
                if each.tag == tag and (not class_ or class_ in each.classes):
                    found.append(each)
                found += each.all(tag, class_)
        return found

    def one(self, tag: str, class_: str = "") -> "Element":
        (found,) = self.all(tag, class_)
        return found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop().tag != tag:
            raise ValueError(f"</{tag}> closes another element")

    def handle_data(self, data: str) -> None:
        # No-break spaces say where a line must not end, and nothing else.
        self.open[-1].children.append(data.replace("\xa0", " "))


def elements(html: str) -> Element:
    """Return an element that holds what the HTML holds."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    (root,) = parser.open
    return root


def through(element: Element, class_: str) -> Element:
    """Return an element with each element of a class within as plain words of the text that it stands in."""
    children: list[Element | str] = []
    for each in element.children:
        made = through(each, class_) if isinstance(each, Element) else each
        if isinstance(made, Element) and class_ in made.classes:
            made = made.text
        if isinstance(made, str) and children and isinstance(children[-1], str):
            children[-1] += made
        else:
            children.append(made)
    return Element(element.tag, element.attributes, children)
