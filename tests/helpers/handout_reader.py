"""A reader of handouts that knows nothing of how they are made: text, links and tags, by PDFium from the file alone."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdf
from helpers.paper import Area, plain

FOOT = {False: 80, True: 62}
"""Below this the foot of a page stands, in pt from its lower edge: of one that is upright, of one that lies."""
ENCODED = "utf-16-le"


class Link(NamedTuple):
    """A link: where it is, and the address, or the page and the height on it in pt, to which it leads."""

    area: Area
    address: str
    page: int
    height: float


class Element(NamedTuple):
    """An element of the tags: its kind, what is read out instead of it, and the kinds of what it stands in."""

    kind: str
    instead: str
    inside: tuple[str, ...]


@dataclass(frozen=True)
class Sheet:
    """One page; `text` is what stands above the foot and `foot` what stands in it, both without spaces."""

    wide: float
    high: float
    text: str
    foot: str
    links: list[Link]
    tags: list[Element]


@dataclass(frozen=True)
class Read:
    """A handout."""

    data: bytes
    sheets: list[Sheet]
    said: dict[str, str]
    """What the file says of itself."""

    @cached_property
    def text(self) -> str:
        """Return what stands on all pages, without their feet and without spaces."""
        return "".join(sheet.text for sheet in self.sheets)

    def within(self, sheet: int, area: Area, spare: float = 1) -> str:
        """Return the words within an area of a page, without spaces."""
        box = (area.left - spare, area.bottom - spare, area.right + spare, area.top + spare)
        return unbroken(self.texts[sheet].get_text_bounded(*box))

    @cached_property
    def texts(self) -> list[Any]:
        """Return the text of each page with its places."""
        return [page.get_textpage() for page in pypdfium2.PdfDocument(self.data)]


def unbroken(text: str) -> str:
    """Return text without spaces; PDFium gives a hyphen at the end of a line as a mark of its own."""
    return plain(re.sub("[\x02\ufffe]", "-", text))


def read(data: bytes) -> Read:
    """Return what stands in the file of a handout."""
    document = pypdfium2.PdfDocument(data)
    return Read(data, [sheet(document, page) for page in document], document.get_metadata_dict())


def sheet(document: Any, page: Any) -> Sheet:
    """Return one page."""
    wide, high = page.get_size()
    text, foot = page.get_textpage(), FOOT[wide > high]
    above, below = text.get_text_bounded(bottom=foot), text.get_text_bounded(top=foot)
    return Sheet(wide, high, unbroken(above), unbroken(below), list(links(document, page)), list(tags(page)))


def links(document: Any, page: Any) -> Iterator[Link]:
    """Yield the links of a page."""
    at, link, box = ctypes.c_int(0), pdf.FPDF_LINK(), pdf.FS_RECTF()
    while pdf.FPDFLink_Enumerate(page, at, link):
        assert pdf.FPDFLink_GetAnnotRect(link, box)
        area = Area(box.left, box.bottom, box.right, box.top)
        to = pdf.FPDFLink_GetDest(document, link)
        if to:
            y, has = ctypes.c_float(), [ctypes.c_int() for _ in range(3)]
            x, zoom = ctypes.c_float(), ctypes.c_float()
            assert pdf.FPDFDest_GetLocationInPage(to, *has, x, y, zoom)
            yield Link(area, "", pdf.FPDFDest_GetDestPageIndex(document, to), y.value)
        else:
            action = pdf.FPDFLink_GetAction(link)
            size = pdf.FPDFAction_GetURIPath(document, action, None, 0)
            address = ctypes.create_string_buffer(size)
            pdf.FPDFAction_GetURIPath(document, action, address, size)
            yield Link(area, address.value.decode(), -1, 0)


def tags(page: Any) -> Iterator[Element]:
    """Yield the elements of the tags of a page, each before those in it."""
    tree = pdf.FPDF_StructTree_GetForPage(page)
    for at in range(pdf.FPDF_StructTree_CountChildren(tree)):
        yield from elements(pdf.FPDF_StructTree_GetChildAtIndex(tree, at), ())
    pdf.FPDF_StructTree_Close(tree)


def elements(given: Any, inside: tuple[str, ...]) -> Iterator[Element]:
    """Yield an element and those in it."""
    if not given:
        return
    kind = said(pdf.FPDF_StructElement_GetType, given)
    yield Element(kind, said(pdf.FPDF_StructElement_GetAltText, given), inside)
    for at in range(pdf.FPDF_StructElement_CountChildren(given)):
        yield from elements(pdf.FPDF_StructElement_GetChildAtIndex(given, at), (*inside, kind))


def said(ask: Any, given: Any) -> str:
    """Return a text that PDFium writes into a buffer."""
    size = ask(given, None, 0)
    buffer = ctypes.create_string_buffer(size)
    ask(given, buffer, size)
    return buffer.raw.decode(ENCODED).rstrip("\0")
