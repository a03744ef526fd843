"""A tree as a handout: a PDF to print and to read, its text selectable, its links kept, tagged for screen readers.

Typst sets it, in this process and in memory. All data reaches the template as JSON, so that no text can be a command;
no letters come from the machine, and nothing from the net.
"""

import json
from pathlib import Path
from typing import Final

import typst

from macros.downloads import type_faces
from macros.downloads.handout import Handout
from macros.downloads.material import Material

TEMPLATE = Path(__file__).with_name("handout.typ")
ACCESSIBLE: Final = "ua-1"
"""The standard that the file keeps: PDF/UA-1, of accessible documents."""


def make(material: Material) -> bytes:
    """Return the PDF of a tree; ValueError where it cannot be set as it should be."""
    data = json.dumps(Handout(material).data(), ensure_ascii=False, sort_keys=True)
    template = TEMPLATE.read_text(encoding="utf-8")
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[type_faces.folder(data + template)],
    )
    compiler = typst.Compiler(font_paths=fonts, sys_inputs={"data": data})
    try:
        made, warnings = compiler.compile_with_warnings(
            template.encode("utf-8"), format="pdf", pdf_standards=[ACCESSIBLE]
        )
    except typst.TypstError as error:
        raise ValueError(f"The handout of the tree '{material.name}' cannot be set: {error.diagnostic}") from error
    if warnings:
        raise ValueError(f"The handout of the tree '{material.name}' is not right: {warnings[0].diagnostic}")
    assert isinstance(made, bytes)
    return made
