"""A reader of pictures: what stands in one, where, in which letters, and what it says of itself."""

import io
import re
from base64 import b64decode
from dataclasses import dataclass
from functools import cache
from xml.etree import ElementTree

from conftest import ROOT
from fontTools.ttLib import TTFont
from helpers.odd_library import ODD

from macros.attribution import Where
from macros.downloads.material import Material
from macros.downloads.picture import picture
from macros.uses import Uses
from trees.core.library import Library, load

SVG, XLINK = "{http://www.w3.org/2000/svg}", "{http://www.w3.org/1999/xlink}href"
FACE = re.compile(r"@font-face\{([^}]*)\}")
SITE = "https://example.org/"
DAY = "2026-11-22"
WHERE = Where(SITE, "A site of trees", DAY, {})


@cache
def real() -> Library:
    return load(ROOT / "trees")


@cache
def material_of(name: str) -> Material:
    """Return what the picture of a tree is made from, of the published trees or of the odd ones."""
    library = ODD if name in ODD.trees else real()
    return Material(library, Uses(library), name, WHERE, ROOT / "docs")


@dataclass(frozen=True)
class Written:
    """A text outside the diagram: its lines, each with where it begins and on which line it stands, in px."""

    class_: str
    size: float
    weight: int
    lines: tuple[tuple[float, float, str], ...]

    @property
    def says(self) -> str:
        return " ".join(line for _, _, line in self.lines)


@cache
def svg_of(name: str) -> str:
    return picture(material_of(name)).decode()


@cache
def root(name: str) -> ElementTree.Element:
    return root_of(svg_of(name))


def root_of(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.encode())


def size_of(root: ElementTree.Element) -> tuple[float, float]:
    return float(root.get("width", "")), float(root.get("height", ""))


def written_in(root: ElementTree.Element) -> list[Written]:
    """Return the texts that stand outside the diagram and outside the samples of its legend."""
    found = []
    for element in (*root.findall(f"{SVG}text"), *root.findall(f"{SVG}a/{SVG}text")):
        spans = element.findall(f"{SVG}tspan") or [element]
        lines = tuple(
            (float(each.get("x", "")), float(each.get("y", "")), " ".join((each.text or "").split())) for each in spans
        )
        size, weight = float(element.get("font-size", "")), int(element.get("font-weight", ""))
        found.append(Written(element.get("class", ""), size, weight, lines))
    return sorted(found, key=lambda each: (each.lines[0][1], each.lines[0][0]))


def drawn_text(root: ElementTree.Element) -> str:
    """Return every character that is drawn."""
    return "".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))


def style_of(root: ElementTree.Element) -> str:
    (style,) = root.findall(f"{SVG}style")
    return style.text or ""


def fonts_in(root: ElementTree.Element) -> dict[int, TTFont]:
    """Return the fonts that a picture carries, by their weights."""
    found = {}
    for face in FACE.findall(style_of(root)):
        weight, data = re.search(r"font-weight:(\d+)", face), re.search(r"base64,([^)]*)\)", face)
        assert weight is not None
        assert data is not None
        found[int(weight[1])] = TTFont(io.BytesIO(b64decode(data[1])), recalcTimestamp=False)
    return found


def as_files(fonts: dict[int, TTFont]) -> dict[int, bytes]:
    """Return fonts as files for programs that know no web fonts."""
    found = {}
    for weight, font in fonts.items():
        made = io.BytesIO()
        font.flavor = None
        font.save(made)
        found[weight] = made.getvalue()
    return found


def wide(says: str, size: float, font: TTFont) -> float:
    """Return how wide a line of text is in a font, in px."""
    glyphs, advances = font.getBestCmap(), font["hmtx"]
    return sum(advances[glyphs[ord(each)]][0] for each in says) * size / font["head"].unitsPerEm
