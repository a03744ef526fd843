"""Every form in which a tree is taken away, in the order in which a page offers them."""

from collections.abc import Callable
from typing import NamedTuple

from macros.downloads.material import Material
from macros.downloads.slides import slides

FOLDER = "downloads"


class Form(NamedTuple):
    """One form: how the names of its files end, what it is for, and what makes it."""

    suffix: str
    name: str
    says: str
    make: Callable[[Material], bytes]


FORMS: tuple[Form, ...] = (
    Form(".pptx", "Slides", "For teaching: shapes that can be edited, the basis in the speaker notes.", slides),
)


def address(tree: str, suffix: str) -> str:
    """Return where a form of a tree stands below the site: it carries the collection, and stays."""
    return f"{FOLDER}/{tree}{suffix}"
