"""What a picture says of itself to programs: the vocabulary of Dublin Core, as drawing programs write and show it."""

from macros.attribution import Attribution
from macros.diagram.svg import attribute, text
from trees.core.basis import LICENSE

LANGUAGE = "en"
SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cc": "http://creativecommons.org/ns#",
}
STILL_IMAGE = "http://purl.org/dc/dcmitype/StillImage"


def metadata(of: Attribution) -> str:
    """Return the metadata of an SVG: every row of the attribution and every note, what has a name under its name."""
    rows = "\n".join([*(f"{label}: {says}" for label, says in of.rows()), *of.noted()])
    rights = dict(of.rows())["License"]
    parts = (
        named("dc:title", of.title),
        by("dc:creator", of.author),
        by("dc:publisher", of.where.name),
        by("dc:rights", rights),
        named("dc:date", of.day),
        named("dc:identifier", f"{of.version}, SHA-256 {of.sha256}"),
        named("dc:source", of.address),
        *(named("dc:relation", f"{each.short}, {each.date}, {each.address}") for each in of.sources),
        named("dc:language", LANGUAGE),
        named("dc:format", "image/svg+xml"),
        pointed("dc:type", STILL_IMAGE),
        named("dc:description", rows),
        pointed("cc:license", LICENSE),
    )
    spaces = "".join(attribute(f"xmlns:{name}", address) for name, address in SPACES.items())
    work = f"<cc:Work{attribute('rdf:about', of.address)}>{''.join(parts)}</cc:Work>"
    return f"<metadata><rdf:RDF{spaces}>{work}</rdf:RDF></metadata>"


def named(name: str, says: str) -> str:
    """Return an element with a text."""
    return f"<{name}>{text(says)}</{name}>"


def by(name: str, says: str) -> str:
    """Return an element that names somebody, in the form in which drawing programs look for it."""
    return f"<{name}><cc:Agent>{named('dc:title', says)}</cc:Agent></{name}>"


def pointed(name: str, address: str) -> str:
    """Return an element that is an address."""
    return f"<{name}{attribute('rdf:resource', address)}/>"
