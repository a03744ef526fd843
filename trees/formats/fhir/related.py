"""What a resource rests on, and what it needs, as related artifacts of FHIR."""

from collections.abc import Iterable
from urllib.parse import quote

from trees.core import wording
from trees.core.evidence import Quote, Source
from trees.core.told import quoted
from trees.formats.fhir import names
from trees.formats.reading import Reading

Artifact = dict[str, str]

IN_AN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
NOT_FOLLOWED = "Newer, not followed"


def citations(reading: Reading, quotes: Iterable[Quote]) -> list[Artifact]:
    """Return each quote, with its statement, where that stands in its source, and the address of the source."""
    return [
        {
            "type": "citation",
            "label": wording.citation(each),
            "display": _dated(each.source),
            "citation": names.markdown(f"{quoted(each)}{_place(reading, each)}"),
            **_url(each.source),
        }
        for each in quotes
    ]


def _place(reading: Reading, given: Quote) -> str:
    """Return where a statement stands in its source, in words: nobody knows its number but this project."""
    register = reading.library.registers.get(given.source.id)
    places = [each.at for each in register.statements if each.id == given.at] if register is not None else []
    return "".join(f", {place}" for place in places)


def sources(reading: Reading) -> list[Artifact]:
    """Return the sources that a tree follows, and newer ones, which it does not follow, each with its date."""
    of = reading.basis
    return [
        *({"type": "derived-from", "display": _dated(each), **_url(each)} for each in of.sources),
        *(
            {"type": "documentation", "display": f"{NOT_FOLLOWED}: {_dated(each)}", **_url(each)}
            for each in of.collection.newer
        ),
    ]


def page(reading: Reading) -> Artifact:
    """Return the page of a tree."""
    return {"type": "documentation", "display": names.plain(reading.tree.title), "url": reading.page}


def needs(canonical: str) -> Artifact:
    """Return a resource that another cannot do without."""
    return {"type": "depends-on", "resource": canonical}


def has(canonical: str) -> Artifact:
    """Return a resource that is a part of another."""
    return {"type": "composed-of", "resource": canonical}


def _dated(source: Source) -> str:
    return names.plain(f"{source.short}, {source.date}: {source.title}. {source.publisher}. {source.note}".strip())


def _url(source: Source) -> dict[str, str]:
    """Return the address of a source; an address in FHIR has no space."""
    return {"url": quote(source.address, safe=IN_AN_ADDRESS)} if source.address.strip() else {}
