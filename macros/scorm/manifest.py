"""The manifest of a package: which cases it has, by which tree each begins, and every file of it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from macros.attribution import Where
from macros.markup import el
from macros.put import PutCase
from trees.core.basis import LICENSE, LICENSE_NAME, NOT_ADVICE, QUOTED
from trees.core.nodes import Collection, Tree

NAME = "imsmanifest.xml"
LAUNCHED = "case.html"
"""The page that a platform opens, with the tree and the case behind its `?`."""
TITLE_LENGTH = 90
DIGITS = 12
NAMESPACES = {
    "xmlns": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "xmlns:imsmd": "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": (
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd "
        "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd "
        "http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd"
    ),
}
Group = tuple[Tree, Sequence[PutCase]]
"""A tree, and the cases that begin in it."""


class Told(NamedTuple):
    """What a package says of itself: the collection, the site, the hash of its trees, their review state, warnings."""

    collection: Collection
    where: Where
    sha256: str
    state: str
    warnings: Sequence[str] = ()


def manifest(told: Told, groups: Iterable[Group], files: Iterable[str]) -> str:
    """Return the manifest of a package with these files."""
    collection = told.collection
    listed = [el("file", href=name) for name in sorted(files) if name != NAME]
    launched = {"adlcp:scormtype": "sco", "type": "webcontent", "href": LAUNCHED, "identifier": "walk"}
    package = el(
        "manifest",
        metadata(told),
        el("organizations", organization(collection, groups), default="cases"),
        el("resources", el("resource", *listed, **launched)),
        identifier=f"guideline-cases-{collection.id}",
        version="1.0",
        **NAMESPACES,
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{package}\n'


def organization(collection: Collection, groups: Iterable[Group]) -> Markup:
    """Return the cases in the order of their page, below the tree in which each begins."""
    number = 0
    rows = []
    for tree, cases in groups:
        items = []
        for put in cases:
            number += 1
            items.append(
                el(
                    "item",
                    el("title", f"{number}. {shortened(put.case.says)}"),
                    identifier=f"case-{put.case.id}",
                    identifierref="walk",
                    isvisible="true",
                    parameters=f"?case={put.case.id}&tree={tree.id}",
                )
            )
        rows.append(el("item", el("title", tree.title), *items, identifier=f"tree-{tree.id}", isvisible="true"))
    return el("organization", el("title", title(collection)), *rows, identifier="cases")


def metadata(told: Told) -> Markup:
    """Return what the package is, whose, of which day and under which license; a file in it says more of each tree."""
    collection, where, sha256, state, warnings = told
    warning = "".join(f"{each} " for each in warnings)
    dated = "; ".join(f"{source.short}, {source.date}" for source in collection.sources)
    says = (
        f"{warning}{collection.about} {collection.intended_use} {NOT_ADVICE} The patients are invented. "
        f"Sources: {dated}. {state} SHA-256 of the trees: {sha256}. "
        "Each tree with its hash, dates and notes: attribution.txt."
    )
    rights = f"By the maintainers of {where.name}, {where.address}. {LICENSE_NAME}, {LICENSE}. {QUOTED}"
    return el(
        "metadata",
        el("schema", "ADL SCORM"),
        el("schemaversion", "1.2"),
        el(
            "imsmd:lom",
            el(
                "imsmd:general",
                el("imsmd:title", text(title(collection))),
                el("imsmd:language", "en"),
                el("imsmd:description", text(says)),
            ),
            el("imsmd:lifecycle", el("imsmd:version", text(f"{where.day}, {sha256[:DIGITS]}"))),
            el(
                "imsmd:rights",
                el("imsmd:copyrightandotherrestrictions", word("imsmd:source", "LOMv1.0"), word("imsmd:value", "yes")),
                el("imsmd:description", text(rights)),
            ),
        ),
    )


def title(collection: Collection) -> str:
    """Return what the package is called."""
    return f"Practice: {collection.title}"


def text(words: str) -> Markup:
    """Return words in English."""
    return el("imsmd:langstring", words, **{"xml:lang": "en"})


def word(name: str, value: str) -> Markup:
    """Return a word of a vocabulary."""
    return el(name, el("imsmd:langstring", value, **{"xml:lang": "x-none"}))


def shortened(says: str) -> str:
    """Return how a sentence begins, cut between two words. A sentence begins with the patient, not with advice."""
    return says if len(says) <= TITLE_LENGTH else f"{says[: TITLE_LENGTH - 2].rsplit(' ', 1)[0]} …"
