"""Every form in which a tree is taken away, in the order in which a page offers them."""

from collections.abc import Callable
from typing import NamedTuple

from macros.downloads.material import Material
from macros.downloads.picture import picture
from macros.downloads.raster import raster

FOLDER = "downloads"


class Form(NamedTuple):
    """One form: how the names of its files end, what it is for, and what makes it."""

    suffix: str
    name: str
    says: str
    make: Callable[[Material], bytes]


FORMS: tuple[Form, ...] = (
    Form(
        ".svg",
        "Picture (SVG)",
        "The diagram for pages and posters: sharp at any size, and its boxes are links.",
        picture,
    ),
    Form(".png", "Picture (PNG)", "The same for slides and documents, with two dots for each pixel.", raster),
)


def address(tree: str, suffix: str) -> str:
    """Return where a form of a tree stands below the site: it carries the collection, and stays."""
    return f"{FOLDER}/{tree}{suffix}"
