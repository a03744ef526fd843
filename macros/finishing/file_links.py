"""Links as a folder of files needs them: to `x/index.html`, where a server answers `x/`."""

import json
import posixpath
import re
from collections.abc import Set as AbstractSet
from typing import Any

from macros.finishing.carried import taken_elsewhere

TAG = re.compile(r"<(?:a|link)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
LINK = re.compile(r'(?<=[\s:]href=")([^"]*)(?=")')
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)
"""How a link begins that leads out of the site, or stays on its page."""
ALTERNATE = re.compile(r'\s*<link\b(?=[^>]* rel="?alternate\b)(?:[^>"\']|"[^"]*"|\'[^\']*\')*>')


def page_for_files(html: str, page: str, pages: AbstractSet[str], site: str) -> str:
    """Return a page with its links to folders made links to files.

    `pages` has the path of every page of the copy; `site` is the address at which everything else stands.
    """
    # The theme asks for a sitemap beside each alternate, which no folder of files can answer.
    html = ALTERNATE.sub("", html)
    return TAG.sub(lambda tag: LINK.sub(lambda link: link_for_files(link[0], page, pages, site), tag[0]), html)


def link_for_files(link: str, page: str, pages: AbstractSet[str], site: str) -> str:
    """Return a link of a page with `index.html` at the end of its path, where that is what it leads to."""
    if ELSEWHERE.match(link):
        return link
    path = re.split("[?#]", link, maxsplit=1)[0]
    rest = link[len(path) :]
    goal = posixpath.normpath(posixpath.join(posixpath.dirname(page), path))
    target = posixpath.normpath(posixpath.join(goal, "index.html"))
    if target not in pages and taken_elsewhere(goal):
        return f"{site}{goal}{'/' if path.endswith('/') else ''}{rest}"
    return f"{posixpath.join(path, 'index.html')}{rest}" if target in pages else link


def index_for_files(written: str) -> str:
    """Return the index of the search as a script, since no page of a folder may fetch; its results lead to files."""
    index: dict[str, Any] = json.loads(written)
    for doc in index["docs"]:
        path, mark, anchor = doc["location"].partition("#")
        if not path or path.endswith("/"):
            doc["location"] = f"{path}index.html{mark}{anchor}"
    return f"var __index = {json.dumps(index, ensure_ascii=False, separators=(',', ':'))};\n"
