"""The picture of every tree, drawn from the data with letters of a package: the same bytes on every machine."""

from importlib.resources import as_file
from pathlib import Path

import resvg_py

from macros.card import card
from macros.card_style import painted_by, resolved
from macros.downloads.inter import FAMILY, FILE
from macros.head import card as address_of
from trees.core.library import Library


def write(folder: Path, library: Library, docs: Path) -> None:
    """Write the picture of every tree into the folder of a site, in the colors that the pages have."""
    style = resolved(painted_by(docs))
    with as_file(FILE) as letters:
        for name, _ in library.full_names():
            path = folder / address_of(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(picture(card(library, name, FAMILY), style, letters))


def picture(drawn: str, style: str, letters: Path) -> bytes:
    """Return a drawing as a PNG, with no letters but those of that file."""
    return resvg_py.svg_to_bytes(svg_string=drawn, style_sheet=style, skip_system_fonts=True, font_files=[str(letters)])
