"""Where the package of a collection stands below the site."""

from macros.downloads.forms import FOLDER


def address(collection: str) -> str:
    """Return the path of the package; it names the collection, and stays."""
    return f"{FOLDER}/{collection}.scorm.zip"
