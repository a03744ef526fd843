"""What the resources of one tree are called, what each says of itself, and where a form keeps the answer to a column.

FHIR takes no underscore in an id, CQL no hyphen, and both at most 64 characters: so a tree is called in PascalCase.
"""

import hashlib
import re
from functools import lru_cache

from trees.core.digest import SHORT
from trees.core.export import NODE_KINDS
from trees.core.library import Library
from trees.core.nodes import Node
from trees.core.parts import This
from trees.core.review import reviewed
from trees.formats.forks import Cell
from trees.formats.inputs import Input
from trees.formats.reading import Reading
from trees.formats.rows import Row

LONGEST = 64
"""Characters of an id in FHIR."""

DRAFT, RETIRED = "draft", "retired"
MARKDOWN = re.compile(r"[\\`*\[\]<>~|]|(?<!\w)_+|_+(?!\w)|&(?=#?\w+;)")
"""What markdown would take for more than a letter; an underscore within a word is none."""
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")
WITH_USAGE = ("Library", "PlanDefinition", "ActivityDefinition")
"""The kinds of resource that have an element for how they are used."""

Prefix = tuple[tuple[str, Cell], ...]
"""What the columns hold on the way to a question, each by its name."""


def name(reading: Reading) -> str:
    """Return what a tree is called in FHIR and CQL, such as Gist2017FirstLine; no two trees of a library share it."""
    return _name(reading.library, reading.name)


def _name(library: Library, full: str) -> str:
    called = pascal(full)
    # Some systems of files do not tell capital letters from small ones.
    alike = [each for each in library.trees if pascal(each).casefold() == called.casefold()]
    if len(alike) == 1 and len(called) <= LONGEST:
        return called
    of_its_own = hashlib.sha256(full.encode()).hexdigest()[:SHORT]
    return f"{called[: LONGEST - SHORT - 1]}X{of_its_own}"


def pascal(full: str) -> str:
    """Return an id in PascalCase: letters and digits alone."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", full))


def canonical(reading: Reading, kind: str) -> str:
    """Return the canonical address of a resource of a tree, without its version."""
    return f"{reading.address}fhir/{kind}/{name(reading)}"


def version(reading: Reading) -> str:
    """Return the version of a tree: its short hash, as a number, since an engine takes three numbers and no letters.

    Another wording has another version. Which of two is the newer cannot be told from them.
    """
    return f"0.0.{int(reading.basis.sha256[:SHORT], 16)}"


def versioned(reading: Reading, kind: str) -> str:
    """Return the canonical address of a resource with its version: this wording of it, and no other."""
    return f"{canonical(reading, kind)}|{version(reading)}"


def system(reading: Reading, column: str) -> str:
    """Return the code system of the answers of a column: a code means something in its own column alone."""
    collection = reading.name.partition("/")[0]
    return f"{reading.address}fhir/CodeSystem/{hyphened(collection)}.{hyphened(column)}"


def part(reading: Reading, code: str, display: str = "") -> dict[str, str]:
    """Return a node, a column or a tree as a code: the same whatever link id it stands under."""
    of = f"{reading.address}fhir/CodeSystem/{'.'.join(map(hyphened, reading.name.split('/')))}.parts"
    return {"system": of, "code": code, **({"display": display} if display else {})}


def leads(reading: Reading, does: str) -> dict[str, str]:
    """Return what an end does, such as 'show' or 'refuse', as a code."""
    return {"system": f"{reading.address}fhir/CodeSystem/leads", "code": does}


def kind(reading: Reading, node: Node) -> dict[str, str]:
    """Return of what kind a node is, such as 'treatment', 'advice_against' or 'left_open', as a code."""
    return {"system": f"{reading.address}fhir/CodeSystem/kinds", "code": NODE_KINDS[type(node)]}


def hyphened(text: str) -> str:
    """Return an id with hyphens for its underscores."""
    return text.replace("_", "-")


def coding(reading: Reading, column: str, code: str, display: str) -> dict[str, str]:
    """Return an answer of a column as every resource writes it."""
    return {"system": system(reading, column), "code": code, "display": display}


def status(reading: Reading) -> str:
    """Return 'draft', or 'retired' for what a newer collection replaces.

    Never 'active', which says that a resource is ready for use: a review compares a tree with dated texts, and says
    nothing of today.
    """
    return DRAFT if reading.basis.collection.superseded_by is None else RETIRED


def metadata(reading: Reading, kind: str) -> dict[str, object]:
    """Return what a resource of a kind says of itself, from `resourceType` on, in the order of the specification."""
    header = reading.header
    said: dict[str, object] = {
        "resourceType": kind,
        "id": name(reading),
        "url": canonical(reading, kind),
        "version": version(reading),
        "name": name(reading),
        "title": plain(reading.tree.title),
        "status": status(reading),
        # In the words of FHIR: for education and evaluation, and not for genuine use.
        "experimental": True,
        "description": "\n\n".join(markdown(f"{called}: {text}") for called, text in header if text),
        "purpose": markdown(reading.tree.purpose),
        "usage": plain(reading.basis.use) if kind in WITH_USAGE else "",
        "copyright": "\n\n".join(markdown(text) for called, text in header if called == "License"),
    }
    now = reviewed(reading.library, reading.name).now
    if now:
        said["lastReviewDate"] = now[-1].date
    return {element: value for element, value in said.items() if value != ""}


def plain(text: str) -> str:
    """Return a text in one line, as an element takes it that is no markdown; FHIR has no control characters."""
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))


def markdown(text: str) -> str:
    """Return a text in one line of markdown that reads as it is written."""
    return MARKDOWN.sub(lambda found: "".join(f"\\{each}" for each in found[0]), plain(text))


def link_ids(reading: Reading) -> dict[str, list[str]]:
    """Return the link ids under which a form keeps the answer to each column, by its name.

    A question that several paths lead to stands in the form once for each, so that it is shown when its whole path
    holds: as 'pain', 'pain.2', …. Of these at most one is enabled at a time, and its answer is the one that counts.
    """
    found: dict[str, list[str]] = {each.name: [] for each in reading.inputs}
    for node, reached in visits(reading).items():
        for each in reading.inputs:
            if asked_by(each) == node:
                found[each.name] = [link_id(each.name, number) for number in reached.values()]
    return found


def links_of(reading: Reading, row: Row) -> dict[str, str]:
    """Return for each column of the questions on the way of a row the link id under which that way reads it.

    Where the answers of a response under these link ids hold what the row says, the row is the one that counts,
    whatever else is left in the response from before an answer was corrected.
    """
    reached = visits(reading)
    found: dict[str, str] = {}
    for index, (column, _) in enumerate(row.cells):
        node = asked_by(column)
        number = reached[node].get(prefix(row, index))
        if number is not None:
            found |= {each.name: link_id(each.name, number) for each in reading.inputs if asked_by(each) == node}
    return found


def visits(reading: Reading) -> dict[str, dict[Prefix, int]]:
    """Return by the id of each question the ways that lead to it, each with its number, in the order of the rows."""
    return _visits(This(reading))


# Asked for one row after another: to read all rows each time takes the square of their number.
@lru_cache(maxsize=8)
def _visits(of: This[Reading]) -> dict[str, dict[Prefix, int]]:
    found: dict[str, dict[Prefix, int]] = {}
    for row in of.it.rows:
        before: set[str] = set()
        for index, (column, _) in enumerate(row.cells):
            node = asked_by(column)
            if node not in before:
                ways = found.setdefault(node, {})
                ways.setdefault(prefix(row, index), len(ways) + 1)
                before.add(node)
    return found


def link_id(column: str, number: int) -> str:
    """Return the link id of a column at the way of that number."""
    return column if number == 1 else f"{column}.{number}"


def prefix(row: Row, index: int) -> Prefix:
    """Return what the columns of a row hold before one of them."""
    return tuple((column.name, cell) for column, cell in row.cells[:index])


def asked_by(column: Input) -> str:
    """Return the id of the question that asks for a column; that of the beginning is asked for by none."""
    return column.node.id if column.node is not None else column.name
