"""The picture of a tree for programs that draw no SVG: two dots for each px, with what it says of itself inside.

What it says stands in chunks of text, under the keywords of the PNG specification where it has one.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import resvg_py

from macros.attribution import Attribution
from macros.diagram.svg import counted
from macros.downloads.material import Material
from macros.downloads.picture import Drawing, drawn
from macros.downloads.picture_metadata import LANGUAGE

ZOOM = 2
PER_METER = round(72 * ZOOM / 0.0254)
"""Dots: a px is then as large as a point, and the text as large as it is called."""
SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEAD = len(SIGNATURE) + 25
"""Where the first chunk ends, which says how large the picture is."""
METER = 1
KEYWORDS = {"License": "Copyright", "Changed": "Creation Time", "Use": "Disclaimer"}
"""What a row is called in a PNG, where that has another word for it."""
NOTES = "Comment"


def raster(material: Material) -> bytes:
    """Return the picture of a tree as a PNG file, in light colors."""
    dots = rendered(drawn(material))
    says = b"".join(in_words(keyword, text) for keyword, text in said(material).items())
    return dots[:HEAD] + chunk(b"pHYs", struct.pack(">IIB", PER_METER, PER_METER, METER)) + says + dots[HEAD:]


def rendered(given: Drawing) -> bytes:
    """Return a picture as a PNG, with its own letters and none of the machine that draws it."""
    with TemporaryDirectory() as folder:
        files = []
        for weight, font in given.fonts.items():
            files.append(Path(folder, f"{weight}.ttf"))
            files[-1].write_bytes(font)
        return resvg_py.svg_to_bytes(
            svg_string=given.svg, zoom=ZOOM, skip_system_fonts=True, font_files=[*map(str, files)]
        )


def said(material: Material) -> dict[str, str]:
    """Return what a PNG says of itself, by its keywords: every row of the attribution, and every note on a line."""
    of = material.attribution
    found = {"Description": f"Decision tree. {material.tree.purpose} {counted(material.tree)}"}
    for keyword, text in rows(of):
        found[keyword] = f"{found[keyword]}\n{text}" if keyword in found else text
    return found


def rows(of: Attribution) -> Iterator[tuple[str, str]]:
    """Yield each row and each note under its keyword."""
    for label, text in of.rows():
        # The specification asks for a time of day: that of a day is its first.
        yield KEYWORDS.get(label, label), f"{text}T00:00:00Z" if label == "Changed" else text
    for note in of.noted():
        yield NOTES, note


def in_words(keyword: str, text: str) -> bytes:
    """Return a chunk of text in Unicode, not compressed."""
    return chunk(b"iTXt", keyword.encode("latin-1") + b"\0\0\0" + LANGUAGE.encode() + b"\0\0" + text.encode("utf-8"))


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG: how long it is, its kind, its data, and the sum by which damage is noticed."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))
