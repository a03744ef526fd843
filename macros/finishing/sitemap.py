"""The sitemap: every page, with the date on which what it shows last changed, or without one where nobody knows."""

import gzip
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

NAME = "sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def write(folder: Path, address: str, pages: Mapping[str, str | None]) -> None:
    """Write the sitemap of a site at that address, and the same compressed, in the place of what MkDocs wrote.

    `pages` are the addresses below that of the site, each with its date.
    """
    ElementTree.register_namespace("", NAMESPACE)
    root = ElementTree.Element(f"{{{NAMESPACE}}}urlset")
    for page, changed in sorted(pages.items()):
        url = ElementTree.SubElement(root, f"{{{NAMESPACE}}}url")
        ElementTree.SubElement(url, f"{{{NAMESPACE}}}loc").text = f"{address}{page}"
        if changed is not None:
            ElementTree.SubElement(url, f"{{{NAMESPACE}}}lastmod").text = changed
    ElementTree.indent(root)
    written = ElementTree.tostring(root, encoding="unicode")
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'.encode()
    (folder / NAME).write_bytes(text)
    # A moment in it would make other bytes of each build.
    (folder / f"{NAME}.gz").write_bytes(gzip.compress(text, mtime=0))
