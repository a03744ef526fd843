"""The files of a package: the pages for frames as they are, with links to the site that are whole addresses."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from macros.attribution import Attribution, Where
from macros.embed.page import FOLDER as EMBED
from macros.embed.page import FRAME, STYLE, WALK
from macros.finishing import practice
from macros.finishing.file_links import ALTERNATE
from macros.finishing.walk_data import FOLDER as WALKS
from macros.links import AbsoluteLinks
from macros.markup import el
from macros.practice.page import begun_in
from macros.scorm.manifest import LAUNCHED, NAME, Told, manifest, title
from macros.uses import Uses
from trees.core.digest import digest
from trees.core.library import Library
from trees.core.nodes import Collection
from trees.core.review import review_state_of_all

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"
)
SCRIPT, LAUNCHED_STYLE, WHOSE = "scorm.js", "scorm.css", "attribution.txt"
TO_SITE = re.compile(r'(?<=href=")\.\./\.\./\.\./(?!\.)')
"""How a link of a page for a frame begins that leads out of the frame, to the site."""
TO_TREE = re.compile(r'(?<=href=")(\.\./\w+/)(?=["#])')
"""A link to another tree: a platform gives away files, not folders."""


def files(folder: Path, uses: Uses, where: Where, collection: str) -> dict[str, str]:
    """Return the text of every file of a package by its path in it; `folder` has the site and its pages for frames."""
    library = uses.library
    of = library.collections[collection]
    trees = library.in_order(collection)
    pages = {f"{EMBED}/{collection}/{tree.id}/index.html" for tree in trees}
    kept = [f"{EMBED}/{name}" for name in (STYLE, FRAME, WALK)] + [f"{WALKS}/{collection}.js", practice.LOADED]
    found = {name: (folder / name).read_text(encoding="utf-8") for name in kept}
    for page in sorted(pages):
        html = (folder / page).read_text(encoding="utf-8")
        # What points other programs to the page is about the site's own.
        html = TO_TREE.sub(r"\1index.html", ALTERNATE.sub("", html))
        found[page] = TO_SITE.sub(where.address, html)
    found.update(practice.written(AbsoluteLinks(library, "", where.address), uses, collection))
    found[LAUNCHED] = launched(of)
    here = Path(__file__).parent
    found.update({name: (here / name).read_text(encoding="utf-8") for name in (SCRIPT, LAUNCHED_STYLE)})
    found[WHOSE] = whose(library, of, where)
    groups = [(tree, cases) for tree in trees if (cases := begun_in(uses, collection, tree))]
    state = review_state_of_all(library, [f"{collection}/{tree.id}" for tree in trees])
    hashes = "".join(digest(library, f"{collection}/{tree.id}") for tree in trees)
    warnings = Attribution(library, f"{collection}/{trees[0].id}", where).warnings_of_all()
    told = Told(of, where, hashlib.sha256(hashes.encode()).hexdigest(), state, warnings)
    found[NAME] = manifest(told, groups, found)
    return found


def launched(collection: Collection) -> str:
    """Return the page that a platform opens: a frame around the walk."""
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", http_equiv="Content-Security-Policy", content=POLICY),
        el("meta", name_="referrer", content="no-referrer"),
        el("meta", name_="viewport", content="width=device-width,initial-scale=1"),
        el("link", rel="stylesheet", href=LAUNCHED_STYLE),
        el("title", title(collection)),
    )
    needs = el("noscript", el("p", "Practicing needs JavaScript."))
    frame = el("iframe", title="A case to practice with")
    body = el("body", needs, frame, el("script", src=SCRIPT), data_collection=collection.id)
    return f"<!doctype html>\n{el('html', head, body, lang='en')}\n"


def whose(library: Library, collection: Collection, where: Where) -> str:
    """Return for every tree in the package whose it is, of which wording and days, and what is newer, as plain text."""
    parts = [f"{title(collection)}\n\n{collection.about}\n{collection.intended_use}\nThe patients are invented."]
    for tree in library.in_order(collection.id):
        of = Attribution(library, f"{collection.id}/{tree.id}", where)
        rows = [f"{term}: {what}" for term, what in of.rows()]
        parts.append("\n".join([*rows, *of.noted()]))
    return "\n\n".join(parts) + "\n"


def by_path(found: Mapping[str, str]) -> dict[str, bytes]:
    """Return the files as they are written."""
    return {name: text.encode() for name, text in found.items()}
