"""HTML from data: whatever is not markup already comes out as text."""

import re
from collections.abc import Container, Iterable

from markupsafe import Markup, escape

from macros.no_break import kept_together_in

Child = str | Markup | None
MARKS = re.compile(r"[^\w\s,;:?/().%-]|_", re.ASCII)
"""Characters that may mean something to Markdown; written as references they mean nothing."""
VOID = {"br", "img", "hr", "link", "meta", "wbr", "input"}


def el(name: str, *children: Child, **attributes: str | bool | None) -> Markup:
    """Return an element. Children and attributes are escaped; `class_` and `data_x` stand for `class` and `data-x`."""
    # Every page is made of thousands of these: plain strings, escaped one by one, take a third of the time of Markup.
    written = "".join(
        f" {key}" if value is True else f' {key}="{escape(value)}"'
        for key, value in ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items())
        if value not in (None, False)
    )
    if name in VOID:
        return Markup(f"<{name}{written}>")
    inner = "".join(escape(child) for child in children if child is not None)
    return Markup(f"<{name}{written}>{inner}</{name}>")


def joined(*parts: Child) -> Markup:
    """Return parts one after another, text escaped."""
    return Markup("").join(escape(part) for part in parts if part is not None)


def facts(rows: Iterable[tuple[str, Child]], class_: str = "dt-facts", *, unsearched: Container[str] = ()) -> Markup:
    """Return terms, each with what it stands for; the search leaves out those that are the same on many pages."""
    # Without the spaces, the search would take the last word of one for the first of the next.
    written = (
        joined(el("div", el("dt", term), " ", el("dd", what), data_search_exclude=term in unsearched), " ")
        for term, what in rows
    )
    return el("dl", *written, class_=class_)


def count(number: int, one: str, many: str = "") -> str:
    """Return how many there are: '1 case', '12 cases'; `many` is the plural where it is more than an s."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def one_line(markup: Markup) -> str:
    """Return markup without line breaks, so that Markdown takes it for one block and leaves what is in it alone."""
    return " ".join(str(markup).split("\n"))


def block(*parts: Markup | None, **attributes: str) -> str:
    """Return what a page shows as one block of HTML that Markdown leaves alone; no line ends inside a dose."""
    return one_line(kept_together_in(el("div", joined(*parts), class_="dt", **attributes)))


def heading(text: str) -> str:
    """Return text as a Markdown page heading that reads as it is written, whatever marks it holds."""
    plain = MARKS.sub(lambda mark: f"&#{ord(mark.group())};", text.replace("\n", " "))
    return f"# {plain} {{: #page-title }}"
