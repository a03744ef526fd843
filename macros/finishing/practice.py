"""What a page loads to show a case beside the walk: scripts, since from a folder no page may fetch.

A page loads the file of its case and those of the ends of it, and nothing of any other case.
"""

import hashlib
import json
from pathlib import Path

from macros.links import Links
from macros.practice.data import FOLDER, Data, case_files, end_files
from macros.uses import Uses

LOADER = "js/case.js"
FILES, VERSION = "const FILES = {};", 'const VERSION = "";'
"""What stands in the loader for how many files there are of each collection, and for what changes with any of them."""
LOADED = "js/practice.js"
DIGITS = 12


def write(folder: Path, uses: Uses, docs: Path) -> None:
    """Write the cases and their ends into the folder of a site, and tell the loader of them."""
    counts: dict[str, int] = {}
    digest = hashlib.sha256((docs / LOADED).read_bytes())
    for name in uses.library.collections:
        links = Links(uses.library, f"trees/{name}/any")
        for path, text in sorted(written(links, uses, name).items()):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
            digest.update(text.encode())
            counts[name] = counts.get(name, 0) + ("/ends/" not in path)
    loader = (docs / LOADER).read_text(encoding="utf-8")
    assert FILES in loader
    assert VERSION in loader
    told = loader.replace(FILES, FILES.replace("{}", as_script(counts)))
    told = told.replace(VERSION, VERSION.replace('""', f'"{digest.hexdigest()[:DIGITS]}"'))
    (folder / LOADER).write_text(told, encoding="utf-8")


def written(links: Links, uses: Uses, collection: str) -> dict[str, str]:
    """Return every script about the cases of a collection, by its path below the site; `links` lead out of a tree."""
    found = {
        f"{FOLDER}/{collection}/{number}.js": f"globalThis.guidelineCases={as_script(data)};\n"
        for number, data in enumerate(case_files(links, uses, collection))
    }
    for name, data in end_files(links, uses, collection).items():
        path = f"{FOLDER}/{collection}/ends/{name.replace('#', '.')}.js"
        found[path] = f'(globalThis.guidelineEnds??={{}})["{name}"]={as_script(data)};\n'
    return found


def as_script(data: Data | dict[str, int]) -> str:
    """Return data as it stands in a script."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
