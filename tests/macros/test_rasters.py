"""The picture of a tree as dots: what its SVG shows in light colors, in its own letters, and whose it says it is."""

import io
import os
import re
import subprocess
import sys
from functools import cache
from hashlib import sha256

import pytest
import resvg_py
from conftest import ROOT
from helpers.pictures import (
    DAY,
    SVG,
    WHERE,
    as_files,
    fonts_in,
    material_of,
    real,
    root_of,
    size_of,
    style_of,
    svg_of,
    wide,
    written_in,
)
from PIL import Image, ImageChops, PngImagePlugin, UnidentifiedImageError

from macros.downloads.picture import Drawing, picture
from macros.downloads.picture_style import DARK, KEPT_LIGHT
from macros.downloads.raster import ZOOM, raster, rendered
from trees.core.digest import digest

SMALL, MANY_NOTES = "example/tarn_nodule", "gist_2017/first_line"
DRAWN = pytest.mark.parametrize("name", [SMALL, MANY_NOTES, "example/on_velurin"])
WHITE, DARKEST = (255, 255, 255), 110


@cache
def png_of(name: str) -> bytes:
    return raster(material_of(name))


def opened(png: bytes) -> PngImagePlugin.PngImageFile:
    image = Image.open(io.BytesIO(png))
    assert isinstance(image, PngImagePlugin.PngImageFile)
    image.load()
    return image


def colors(png: bytes) -> Image.Image:
    """Return the colors of a picture without its opacity, of which there is none less than whole."""
    image = opened(png)
    assert image.getchannel("A").getextrema() == (255, 255)
    return image.convert("RGB")


def same(one: bytes, other: bytes) -> bool:
    return ImageChops.difference(colors(one), colors(other)).getbbox() is None


def inked(image: Image.Image, left: float, right: float, base: float, size: float) -> tuple[int, int] | None:
    """Return from where to where, in px, something dark is drawn on a line of text, or None."""
    area = (left * ZOOM, (base - 0.6 * size) * ZOOM, right * ZOOM, base * ZOOM)
    box = image.crop(tuple(map(round, area))).convert("L").point(lambda level: 255 * (level < DARKEST)).getbbox()
    return None if box is None else (round(left + box[0] / ZOOM), round(left + box[2] / ZOOM))


@DRAWN
def test_a_png_shows_what_its_svg_shows_with_the_letters_that_the_svg_carries(name: str) -> None:
    root = root_of(svg_of(name))
    drawn = rendered(Drawing(svg_of(name), as_files(fonts_in(root))))
    assert same(png_of(name), drawn)
    assert colors(drawn).size == tuple(round(ZOOM * each + 0.49) for each in size_of(root))
    assert opened(png_of(name)).info["dpi"] == pytest.approx((144, 144), abs=0.1)


@pytest.mark.parametrize("name", real().trees)
def test_what_knows_no_style_sheet_opens_every_svg_and_draws_it_light(name: str) -> None:
    svg = svg_of(name)
    plain = re.sub("<style>.*?</style>", "", svg)
    drawn, expected = (
        resvg_py.svg_to_bytes(svg_string=each, zoom=0.25, skip_system_fonts=True) for each in (svg, plain)
    )
    assert len(plain) < len(svg)
    assert same(drawn, expected)
    assert colors(drawn).getpixel((1, 1)) == WHITE


def test_in_the_dark_colors_the_same_picture_would_be_another() -> None:
    svg = svg_of(SMALL)
    before, _, after = svg.partition(DARK)
    dark = after[1 : after.index("}</style>")]
    forced = f"{before}{dark.replace(KEPT_LIGHT, '')}{after[after.index('</style>') :]}"
    drawn = resvg_py.svg_to_bytes(svg_string=forced, zoom=0.25, skip_system_fonts=True)
    assert colors(drawn).getpixel((1, 1)) == (0x1E, 0x21, 0x29)
    assert style_of(root_of(svg)).count("#1e2129") >= 2


@DRAWN
def test_every_line_of_text_is_drawn_and_ends_where_its_letters_end(name: str) -> None:
    image, root = colors(png_of(name)), root_of(svg_of(name))
    fonts, (across, _) = fonts_in(root), size_of(root)
    lines = [(each, *line) for each in written_in(root) for line in each.lines]
    for text, x, base, says in lines:
        end = x + wide(says, text.size, fonts[text.weight])
        after = [other for _, other, at, _ in lines if at == base and other > x]
        ink = inked(image, x, min([*after, across - 30]) - 2, base, text.size)
        assert ink is not None, says
        if says[-1].isalnum() and text.class_ == "t" and not after:
            assert ink[1] == pytest.approx(end, abs=4), says
    without = colors(rendered(Drawing(svg_of(name), {})))
    title = max(written_in(root), key=lambda each: each.size)
    x, base, _ = title.lines[0]
    assert inked(image, x, x + 100, base, title.size) is not None
    assert inked(without, x, x + 100, base, title.size) is None


@DRAWN
def test_a_png_says_of_itself_all_that_the_picture_says(name: str) -> None:
    said = opened(png_of(name)).text
    called = {"License": "Copyright", "Changed": "Creation Time", "Use": "Disclaimer"}
    for label, says in material_of(name).attribution.rows():
        assert says in said[called.get(label, label)].removesuffix("T00:00:00Z").splitlines()
    notes = said.get("Comment", "").splitlines()
    assert notes == material_of(name).attribution.noted()
    assert bool(notes) == ('class="newer-t"' in svg_of(name))


def test_a_png_says_it_in_these_words() -> None:
    said = opened(png_of(SMALL)).text
    assert said["Title"] == "A new Tarn nodule"
    assert said["Warning"] == "Invented for tests and for teaching. Nothing here is medicine."
    assert said["Author"] == "the maintainers of A site of trees"
    assert said["Source"] == "https://example.org/trees/example/tarn_nodule/"
    assert said["Creation Time"] == f"{DAY}T00:00:00Z"
    assert said["State"] == "Encoded from the source. Not reviewed by a clinician."
    assert said["Version"] == f"example/tarn_nodule@{digest(real(), SMALL)[:8]}, SHA-256 {digest(real(), SMALL)}"
    assert said["Comment"] == (
        "F: Invented 2024 (2024-03-31) says otherwise. The first dose of velurin for a painful nodule: 75 mg daily;"
        " later more of it when that is needed and tolerated."
    )
    assert all(1 <= len(keyword.encode("latin-1")) <= 79 for keyword in said)


def test_the_chunks_of_a_png_stand_in_order_and_are_whole() -> None:
    # Pillow checks the sum of every chunk.
    Image.open(io.BytesIO(png_of(SMALL))).verify()
    kinds = [kind for kind in (b"IHDR", b"pHYs", b"iTXt", b"IDAT", b"IEND") if kind in png_of(SMALL)]
    assert [png_of(SMALL).index(kind) for kind in kinds] == sorted(png_of(SMALL).index(kind) for kind in kinds)
    assert len(kinds) == 5
    broken = png_of(SMALL).replace(b"A new Tarn nodule", b"A new Torn nodule", 1)
    with pytest.raises(UnidentifiedImageError):
        Image.open(io.BytesIO(broken))


def test_the_diagram_of_a_png_is_painted_in_the_light_colors_of_the_page() -> None:
    image = colors(png_of(SMALL))
    seen = {color for _, color in image.getcolors(maxcolors=1 << 24) or []}
    assert {(0xE6, 0xF0, 0xFB), (0x0B, 0x5C, 0xAD), (0xE3, 0xF4, 0xEE), (0x7A, 0x5A, 0x00), (0xFD, 0xEE, 0xE4)} <= seen
    assert root_of(svg_of(SMALL)).findall(f"{SVG}style")


MAKE = """
import sys
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from macros.attribution import Where
from macros.downloads.forms import FORMS
from macros.downloads.material import Material
from macros.uses import Uses
from trees.core.library import load

library = load(Path("trees"))
where = Where(*sys.argv[1:4], {})
for name in sys.argv[4:]:
    material = Material(library, Uses(library), name, where, Path("docs"))
    for form in FORMS:
        if form.suffix in (".svg", ".png"):
            print(name, form.suffix, sha256(form.make(material)).hexdigest())
"""


def test_the_same_tree_gives_the_same_bytes_in_any_process() -> None:
    names = [SMALL, "example/on_velurin"]
    here = [
        f"{name} {suffix} {sha256(make(material_of(name))).hexdigest()}"
        for name in names
        for suffix, make in ((".svg", picture), (".png", raster))
    ]
    odd = {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
    command = [sys.executable, "-c", MAKE, WHERE.address, WHERE.name, WHERE.day, *reversed(names)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **odd}, capture_output=True, text=True, check=True, timeout=60
    )
    assert sorted(done.stdout.split("\n")[:-1]) == sorted(here)
