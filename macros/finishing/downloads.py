"""Every tree in every form in which it is taken away, beside the pages."""

from pathlib import Path

from macros.attribution import Where
from macros.downloads.forms import address, offered
from macros.downloads.material import Material
from macros.uses import Uses


def write(folder: Path, uses: Uses, where: Where, docs: Path) -> None:
    """Write the files of every tree into the folder of a site."""
    for name, _ in uses.library.full_names():
        material = Material(uses.library, uses, name, where, docs)
        for form in offered(uses.library, name):
            path = folder / address(name, form.suffix)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(form.make(material))
