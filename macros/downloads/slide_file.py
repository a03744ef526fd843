"""The file that slides stand in: one master in our format, what it says of itself, and the same bytes every time."""

import io
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from html import escape

from pptx import Presentation
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from macros.attribution import Attribution
from macros.downloads.slide_text import SMALLEST, legal
from macros.zipping import unzipped, zipped

WIDE, HIGH = 960, 540
"""The size of a slide, in pt: 16 to 9, as new decks have it."""
EDGE, TITLE_TOP, TITLE_HIGH = 30, 12, 44
"""Room at the sides, and where the title stands."""
NUMBER_WIDE, NUMBER_HIGH = 50, 22
FONT = "Arial"
"""Letters that every office program has, or has some as wide as."""
LAYOUT = "Title Only"
CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
APP = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
LEFT_OUT = re.compile(r"docProps/thumbnail\.jpeg|ppt/printerSettings/.*")
"""What the model of python-pptx brings of its own maker."""
LEVEL = 6
"""How hard the parts are packed: harder takes long and gains little."""
FIRST = ("[Content_Types].xml", "_rels/.rels")


def new_deck() -> Deck:
    """Return a deck without slides, with one master and one layout."""
    return Presentation(io.BytesIO(_model()))


@cache
def _model() -> bytes:
    """Return the deck that every other begins as."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDE), Pt(HIGH)
    for layout in list(deck.slide_layouts):
        if layout.name != LAYOUT:
            deck.slide_layouts.remove(layout)
    for page in (deck.slide_master, deck.slide_layouts[0]):
        for shape in list(page.placeholders):
            kind = shape.element.xpath("string(.//p:ph/@type)")
            if kind == "title":
                _place(shape, EDGE, TITLE_TOP, WIDE - 2 * EDGE, TITLE_HIGH)
                frame = shape.text_frame
                frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
                frame.vertical_anchor = MSO_ANCHOR.MIDDLE
            elif kind == "body":
                _place(shape, EDGE, TITLE_TOP + TITLE_HIGH + 8, WIDE - 2 * EDGE, 400)
            elif kind == "sldNum":
                _place(shape, WIDE - EDGE - NUMBER_WIDE, HIGH - 8 - NUMBER_HIGH, NUMBER_WIDE, NUMBER_HIGH)
            else:
                shape.element.getparent().remove(shape.element)
    for style in deck.slide_master.element.iter(f"{DRAWING}defRPr"):
        if int(style.get("sz", "0")) in range(1, 100 * SMALLEST):
            style.set("sz", str(100 * SMALLEST))
    for style in deck.slide_master.element.xpath(".//p:titleStyle/a:lvl1pPr"):
        style.set("algn", PP_ALIGN.LEFT.xml_value)
        style[-1].set("sz", "2400")
        style[-1].set("b", "1")
    assert deck.notes_master
    for fit in deck.slide_master.element.xpath(".//a:normAutofit"):
        fit.tag = f"{DRAWING}noAutofit"
    file = io.BytesIO()
    deck.save(file)
    return _zipped(_without_what_is_not_ours(unzipped(file.getvalue())), date(1980, 1, 1))


def _place(shape: object, left: float, top: float, wide: float, high: float) -> None:
    for name, value in (("left", left), ("top", top), ("width", wide), ("height", high)):
        setattr(shape, name, Pt(value))


def _without_what_is_not_ours(parts: dict[str, bytes]) -> dict[str, bytes]:
    kept = {name: content for name, content in parts.items() if not LEFT_OUT.fullmatch(name)}
    for name in kept:
        if name.endswith(".rels"):
            kept[name] = re.sub(rb"<Relationship [^>]*(?:thumbnail|printerSettings)[^>]*/>", b"", kept[name])
        if name.startswith("ppt/theme/"):
            kept[name] = re.sub(rb'(<a:latin typeface=")Calibri"', rb'\1%s"' % FONT.encode(), kept[name])
    return kept


def written(deck: Deck, attribution: Attribution, subject: str) -> bytes:
    """Return the file of a deck: what it says of itself and when, in a fixed order and with fixed dates."""
    file = io.BytesIO()
    deck.save(file)
    parts = unzipped(file.getvalue())
    parts["docProps/core.xml"] = core(attribution, subject)
    parts["docProps/app.xml"] = app(attribution, len(deck.slides))
    return _zipped(parts, date.fromisoformat(attribution.where.day))


def _zipped(parts: dict[str, bytes], day: date) -> bytes:
    names = [*FIRST, *sorted(name for name in parts if name not in FIRST)]
    return zipped({name: parts[name] for name in names}, day, LEVEL)


def core(attribution: Attribution, subject: str) -> bytes:
    """Return what a deck says of itself to programs that list files: all that it says to readers."""
    collection = attribution.collection
    words = (collection.condition or "", *(source.short for source in attribution.sources), "decision tree")
    rows = [f"{label}: {says}" for label, says in attribution.rows()]
    when = f"{attribution.where.day}T00:00:00Z"
    said = (
        ("dc:title", attribution.title),
        ("dc:subject", subject),
        ("dc:creator", attribution.author),
        ("dc:identifier", attribution.address),
        ("dc:language", "en-US"),
        ("cp:keywords", "; ".join(word for word in words if word)),
        ("dc:description", "\n".join([*rows, *attribution.noted()])),
        ("cp:category", collection.title),
        ("cp:contentStatus", attribution.review),
        ("cp:version", attribution.version),
        ("cp:lastModifiedBy", attribution.author),
        ("cp:revision", "1"),
        ('dcterms:created xsi:type="dcterms:W3CDTF"', when),
        ('dcterms:modified xsi:type="dcterms:W3CDTF"', when),
    )
    return _xml("cp:coreProperties", CORE, said)


def app(attribution: Attribution, slides: int) -> bytes:
    """Return what a deck says of its extent, and which site made it."""
    said = (
        ("Application", attribution.where.name),
        ("PresentationFormat", "Widescreen"),
        ("Slides", str(slides)),
        ("Notes", str(slides)),
        ("HiddenSlides", "0"),
    )
    return _xml("Properties", APP, said)


def _xml(root: str, namespaces: str, said: Iterable[tuple[str, str]]) -> bytes:
    rows = "".join(f"<{name}>{escape(legal(text))}</{name.split()[0]}>" for name, text in said)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}\n<{root} {namespaces}>{rows}</{root}>".encode()
