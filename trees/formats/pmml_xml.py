"""Elements of XML as lines, escaped; deep ones are written without a call for each level."""

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

INDENT = "  "
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no file of XML can hold, in whatever way they are written."""
SHOWN_FOR_THEM = "\N{REPLACEMENT CHARACTER}"

Attributes = Mapping[str, str]


def opening(name: str, attributes: Attributes | None = None, end: str = ">") -> str:
    """Return what opens an element, or, where it ends with '/>', the whole of an empty one."""
    given = "".join(f" {key}={quoteattr(allowed(value))}" for key, value in (attributes or {}).items())
    return f"<{name}{given}{end}"


def empty(name: str, attributes: Attributes | None = None) -> str:
    """Return an element that holds nothing."""
    return opening(name, attributes, "/>")


def holding(name: str, text: str, attributes: Attributes | None = None) -> str:
    """Return an element that holds a text, whose line breaks stay."""
    return f"{opening(name, attributes)}{escape(allowed(text))}</{name}>"


def around(name: str, inside: Iterable[str], attributes: Attributes | None = None) -> Iterator[str]:
    """Yield the lines of an element that holds others."""
    yield opening(name, attributes)
    yield from (f"{INDENT}{line}" for line in inside)
    yield f"</{name}>"


def allowed(text: str) -> str:
    """Return a text that XML can hold: what it cannot hold is seen to be missing."""
    return NOT_XML.sub(SHOWN_FOR_THEM, text)
