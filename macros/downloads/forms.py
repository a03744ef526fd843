"""Every form in which a tree is taken away, in the order in which a page offers them."""

from collections.abc import Callable
from typing import NamedTuple

from macros.downloads import csv_file, dot_file, formats, json_file, markdown, mermaid_file, pdf
from macros.downloads.material import Material
from macros.downloads.picture import picture
from macros.downloads.raster import raster
from macros.downloads.slides import slides
from trees.core.library import Library

FOLDER = "downloads"


class Form(NamedTuple):
    """One form: how the names of its files end, what it is for, and what makes it."""

    suffix: str
    name: str
    says: str
    make: Callable[[Material], bytes]


TO_SHOW: tuple[Form, ...] = (
    Form(".svg", "Picture (SVG)", "For pages and posters: sharp at any size, light or dark, with links.", picture),
    Form(".png", "Picture (PNG)", "The same for slides and documents, at twice its size.", raster),
    Form(".pdf", "Handout (PDF)", "To print or to read: the diagram, then every step with its sources.", pdf.make),
    Form(".pptx", "Slides (PPTX)", "To teach: shapes that can be edited, with the basis in the notes.", slides),
    Form(".json", "JSON", "Everything, for programs, with a schema.", json_file.make),
    Form(".gv", "DOT", "The graph, for Graphviz and for programs that read it.", dot_file.make),
    Form(".mmd", "Mermaid", "The diagram as text, for pages and editors that draw it.", mermaid_file.make),
    Form(".md", "Markdown", "The whole text, for notes, wikis and language models.", markdown.make),
    Form(".csv", "CSV", "Every path and what it rests on, a row each, for a spreadsheet.", csv_file.make),
)
"""The forms that people and their programs look at; every tree has them."""

TO_RUN: tuple[Form, ...] = tuple(Form(file.suffix, file.name, file.says, formats.make(file)) for file in formats.FILES)
"""The forms that other people's engines execute; a tree of very many rows has none."""

FORMS: tuple[Form, ...] = (*TO_SHOW, *TO_RUN)


def offered(library: Library, tree: str) -> tuple[Form, ...]:
    """Return the forms in which a tree is offered, which is named in full."""
    return FORMS if formats.is_offered(library, tree) else TO_SHOW


def address(tree: str, suffix: str) -> str:
    """Return where a form of a tree stands below the site: it carries the collection, and stays."""
    return f"{FOLDER}/{tree}{suffix}"
