"""Print pages of the site as a browser prints them, and read what stands on each sheet from the PDF itself."""

import ctypes
import math
import re
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdf
from helpers.colors import RGB, over
from playwright.sync_api import Page

PT = 72 / 96
"""One px of a style sheet, in pt."""
WHITE: RGB = (1, 1, 1)
ABOVE, BESIDE, BELOW = (mm / 25.4 * 72 for mm in (10, 12, 14))
"""What docs/css/site.css leaves free at the edges, in pt; only the foot of every sheet stands there."""
EDGE = 9
"""What no printer reaches, in pt."""
WIDE_INSIDE = {"A4": 703, "Letter": 725}
"""How wide each paper is between its margins when it stands upright, in px."""

READ = """() => {
  const hidden = ["SCRIPT", "STYLE", "NOSCRIPT"];
  const shown = (element) => {
    if (!element.checkVisibility({opacityProperty: true, visibilityProperty: true})) return false;
    for (let each = element; each; each = each.parentElement)
      if (hidden.includes(each.tagName) || getComputedStyle(each).clipPath !== "none") return false;
    return true;
  };
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode())
    if (walker.currentNode.data.trim() && shown(walker.currentNode.parentElement)) words.push(walker.currentNode.data);
  const all = (root, css) => [...root.querySelectorAll(css)].filter(shown);
  const drawings = all(document, ".dt-svg:not(.dt-sample)").map((svg) => {
    const around = svg.closest(".dt-sheet") ?? svg.closest(".dt-fig");
    return {
      beside: all(around, ".dt-caption, .dt-legend, .dt-legend-note").map((each) => each.textContent),
      boxes: all(svg, ".n").map((box) => ({
        badge: (box.querySelector(".tag")?.textContent ?? "") + (box.querySelector(".since")?.textContent ?? ""),
        words: all(box, "text:not(.tag, .since)").map((each) => each.textContent).join(""),
        wide: box.querySelector(".b").getBoundingClientRect().width,
        linked: box.tagName === "a",
        kind: [...box.classList].find((each) => each.startsWith("k-")),
      })),
    };
  });
  const headings = all(document, "h1, h2, h3, h4, .dt-ev-head, caption").map((each) => each.textContent);
  headings.push(...all(document, "h3:has(+ .dt-kind)").map((each) => each.textContent + each.nextSibling.textContent));
  return {words, drawings, headings, footer: document.querySelector(".md-copyright").textContent};
}"""


class Area(NamedTuple):
    """A rectangle on a sheet, in pt from its left lower corner."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, other: "Area", spare: float = 0) -> bool:
        """Return whether the other lies in this one, or sticks out by no more than this."""
        return (
            self.left - spare <= other.left
            and self.bottom - spare <= other.bottom
            and other.right <= self.right + spare
            and other.top <= self.top + spare
        )


class Letter(NamedTuple):
    """A character on a sheet: how large it is set, in pt, the ink it covers, and its color."""

    says: str
    size: float
    area: Area
    color: RGB


@dataclass(frozen=True)
class Leaf:
    """One sheet of what was printed; `text` has one character for each letter, and no spaces."""

    wide: float
    high: float
    letters: list[Letter]
    shapes: list[Area]
    links: list[Area]

    @property
    def inside(self) -> Area:
        """Return what lies between the margins."""
        return Area(BESIDE, BELOW, self.wide - BESIDE, self.high - ABOVE)

    @property
    def reached(self) -> Area:
        """Return what a printer reaches."""
        return Area(EDGE, EDGE, self.wide - EDGE, self.high - EDGE)

    @cached_property
    def text(self) -> str:
        """Return what stands between the margins."""
        return "".join(each.says for each in self.words)

    @cached_property
    def words(self) -> list[Letter]:
        """Return the letters that do not stand in a margin, in the order in which they were written."""
        low, high = self.inside.bottom, self.inside.top
        return [each for each in self.letters if each.area.top > low and each.area.bottom < high]

    @cached_property
    def in_margins(self) -> str:
        """Return what stands in the margins."""
        words = set(map(id, self.words))
        return "".join(each.says for each in self.letters if id(each) not in words)

    def places(self, says: str) -> list[Area]:
        """Return the area of every place at which these words stand."""
        wanted = plain(says)
        starts = (found.start() for found in re.finditer(f"(?={re.escape(wanted)})", self.text))
        return [around([each.area for each in self.words[at : at + len(wanted)]]) for at in starts]


@dataclass(frozen=True)
class Print:
    """A page of the site on paper, and what its HTML says should be there."""

    name: str
    leaves: list[Leaf]
    said: dict[str, Any]
    data: bytes

    @cached_property
    def text(self) -> str:
        """Return what stands on all sheets."""
        return "".join(leaf.text for leaf in self.leaves)

    def images(self) -> list[Any]:
        """Return each sheet as an image with one pixel a pt."""
        document = pypdfium2.PdfDocument(BytesIO(self.data))
        return [page.render(scale=1).to_pil().convert("RGB") for page in document]


def plain(says: str) -> str:
    """Return text without spaces, as it is compared with paper."""
    return re.sub(r"[\s\u200b\u00ad]+", "", says)


def around(areas: list[Area]) -> Area:
    """Return the least rectangle around others."""
    left, bottom, right, top = zip(*areas, strict=True)
    return Area(min(left), min(bottom), max(right), max(top))


def printed(page: Page, address: str, paper: str, *, background: bool = False) -> Print:
    """Return an open page as the browser prints it, with or without what it calls background graphics."""
    page.set_viewport_size({"width": WIDE_INSIDE[paper], "height": 1000})
    page.emulate_media(media="print")
    said = page.evaluate(READ)
    page.emulate_media(media="null")  # Or else it would print what it shows on the screen.
    data = page.pdf(format=paper, print_background=background)
    return Print(f"{address or 'home'} on {paper}", read(data), said, data)


def read(data: bytes) -> list[Leaf]:
    """Return the sheets of a PDF."""
    document = pypdfium2.PdfDocument(BytesIO(data))
    leaves = []
    for page in document:
        wide, high = page.get_size()
        leaves.append(Leaf(wide, high, letters(page), shapes(page), links(page)))
    return leaves


def shapes(page: pypdfium2.PdfPage) -> list[Area]:
    """Return what a sheet shows beside text."""
    found, edges = [], [ctypes.c_float() for _ in range(4)]
    for at in range(pdf.FPDFPage_CountObjects(page)):
        each = pdf.FPDFPage_GetObject(page, at)
        if pdf.FPDFPageObj_GetType(each) != pdf.FPDF_PAGEOBJ_TEXT:
            assert pdf.FPDFPageObj_GetBounds(each, *edges)
            found.append(Area(*(edge.value for edge in edges)))
    return found


def letters(page: pypdfium2.PdfPage) -> list[Letter]:
    """Return the characters of a sheet that leave ink, in the order in which they were written."""
    text = page.get_textpage()
    found = []
    # A print has a million letters: what holds an answer is made once.
    matrix, inks = pdf.FS_MATRIX(), [ctypes.c_uint() for _ in range(4)]
    for at in range(pdf.FPDFText_CountChars(text)):
        code = pdf.FPDFText_GetUnicode(text, at)
        # A hyphen at the end of a line is given as a control character.
        says = "-" if pdf.FPDFText_IsHyphen(text, at) == 1 else chr(code)
        if pdf.FPDFText_IsGenerated(text, at) == 1 or is_space(says):
            continue
        assert pdf.FPDFText_GetMatrix(text, at, matrix)
        # How much a text is made larger, in the direction in which it is so the least.
        scale = min(math.hypot(matrix.a, matrix.b), math.hypot(matrix.c, matrix.d))
        size = pdf.FPDFText_GetFontSize(text, at) * scale
        left, bottom, right, top = text.get_charbox(at)
        assert pdf.FPDFText_GetFillColor(text, at, *inks)
        color = on_white(*(each.value for each in inks))
        found += [Letter(each, size, Area(left, bottom, right, top), color) for each in says]
    return found


@cache
def is_space(says: str) -> bool:
    """Return whether nothing of a character is left when text is compared with paper."""
    return not plain(says)


@cache
def on_white(red: int, green: int, blue: int, ink: int) -> RGB:
    """Return a color on paper, of which each part counts to 255."""
    return over((red / 255, green / 255, blue / 255, ink / 255), WHITE)


def links(page: pypdfium2.PdfPage) -> list[Area]:
    """Return where the links of a sheet are."""
    found, at, link, box = [], ctypes.c_int(0), pdf.FPDF_LINK(), pdf.FS_RECTF()
    while pdf.FPDFLink_Enumerate(page, at, link):
        if pdf.FPDFLink_GetAnnotRect(link, box):
            found.append(Area(box.left, box.bottom, box.right, box.top))
    return found
