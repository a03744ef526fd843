"""The cases of each collection as a package for learning platforms. Comes after the pages for frames."""

from datetime import date
from pathlib import Path

from macros.attribution import Where
from macros.finishing.archive import write_zip
from macros.scorm.address import address
from macros.scorm.package import by_path, files
from macros.uses import Uses


def write(folder: Path, uses: Uses, where: Where) -> None:
    """Write a package for each collection with a case into the folder of a site."""
    for name in uses.library.collections:
        if any(put.walks for put in uses.cases.get(name, ())):
            path = folder / address(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            # A platform looks for the manifest at the root.
            write_zip(path, by_path(files(folder, uses, where, name)), date.fromisoformat(where.day), below="")
