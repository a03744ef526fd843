"""Scripts and style sheets by addresses that change with what they hold.

A browser that kept one of an earlier build would otherwise put it on a page of this one.
"""

import hashlib
import re
from functools import partial
from pathlib import Path

TAG = re.compile(r"<(?:script|link)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
LOADED = re.compile(r'(?:(?<= src=")|(?<= href="))([^":?#]+\.(?:js|css))(?=")')
DIGITS = 12


def write(folder: Path) -> None:
    """Add to every address of a script or a style sheet, on every page, how the hash of its content begins."""
    for page in folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(TAG.sub(partial(_fresh_tag, page), html), encoding="utf-8")


def _fresh_tag(page: Path, tag: re.Match[str]) -> str:
    return LOADED.sub(lambda link: _fresh(page, link[0]), tag[0])


def _fresh(page: Path, link: str) -> str:
    # The links of the page for a wrong address begin at the root of its origin, which may be above the site's.
    path = (page.parent / link).resolve()
    if link.startswith("/") or not path.is_file():
        return link
    return f"{link}?v={hashlib.sha256(path.read_bytes()).hexdigest()[:DIGITS]}"
