"""Every form in which a tree is taken away, in the order in which a page offers them."""

from collections.abc import Callable
from typing import NamedTuple

from macros.downloads import csv_file, dot_file, json_file, markdown, mermaid_file, pdf
from macros.downloads.material import Material
from macros.downloads.picture import picture
from macros.downloads.raster import raster
from macros.downloads.slides import slides

FOLDER = "downloads"


class Form(NamedTuple):
    """One form: how the names of its files end, what it is for, and what makes it."""

    suffix: str
    name: str
    says: str
    make: Callable[[Material], bytes]


FORMS: tuple[Form, ...] = (
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


def address(tree: str, suffix: str) -> str:
    """Return where a form of a tree stands below the site: it carries the collection, and stays."""
    return f"{FOLDER}/{tree}{suffix}"
