"""What a copy of the site is made of, and by which hash one copy is told from another."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

INDEX = "search/search_index.json"
ON_A_SERVER = ("404.html", "sitemap.xml", "sitemap.xml.gz", "sw.js")
"""What only a server gives away, or only a browser that is connected asks for."""
ELSEWHERE = ("downloads/", "embed/")
"""What is taken from the site to other places: files of trees, and pages for frames. Only the list of these is kept."""
LANGUAGES = "assets/javascripts/lunr/"
"""What the theme's search loads for any language but English."""


def carried(folder: Path, archive: str) -> dict[str, str]:
    """Return what a copy holds: the SHA-256 of each file, by its path below the folder of the site, in order."""
    english = json.loads((folder / INDEX).read_text(encoding="utf-8"))["config"]["lang"] == ["en"]
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        left_out = name in ON_A_SERVER or name == archive or path.suffix == ".map" or taken_elsewhere(name)
        if path.is_file() and not left_out and not (english and name.startswith(LANGUAGES)):
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return dict(sorted(found.items()))


def hash_of_copy(files: Mapping[str, str]) -> str:
    """Return twelve hex digits that change when any file of a copy does."""
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(files.items()))
    return hashlib.sha256(lines.encode()).hexdigest()[:12]


def taken_elsewhere(name: str) -> bool:
    """Return whether a file is for other places than the site itself, by its path below the folder of the site."""
    return name.startswith(ELSEWHERE) and not (name.count("/") == 1 and name.endswith("/index.html"))
