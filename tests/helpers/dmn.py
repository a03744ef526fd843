"""Files of DMN to put to engines: of every tree, of odd ones, and of one whose ids are words of the languages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import SpiffWorkflow.dmn.parser
from helpers.engine_patients import TOLD, Patient, Told, columns, grid
from helpers.hostile_library import hostile_library
from helpers.odd_library import ODD
from helpers.random_trees import Maker
from helpers.small import library_of, quote
from lxml import etree

from trees.core.branches import Answer, Band, Item, Option
from trees.core.library import Library
from trees.core.nodes import (
    CURRENT,
    FIXED,
    WATCHING,
    Action,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Node,
    Question,
    Tree,
)
from trees.formats.dmn import dmn
from trees.formats.reading import Reading

ADDRESS = "https://example.org/"
DMN = "{https://www.omg.org/spec/DMN/20191111/MODEL/}"
WORDS = (
    *("and", "between", "date", "duration", "else", "every", "external", "for", "function", "if", "in", "instance"),
    *("item", "list", "not", "null", "number", "of", "or", "return", "satisfies", "some", "string", "then", "time"),
    *("true", "false", "context", "boolean", "any", "count", "sum", "min", "max", "before", "contains", "years"),
    *("as", "assert", "async", "await", "break", "case", "class", "def", "del", "from", "global", "import", "is"),
    *("lambda", "match", "pass", "type", "try", "with"),
    *("select", "order", "table", "group", "user", "id", "in_situ", "not_known", "date_of_in", "null_or_some"),
    *("if_any", "days", "p", "t"),
)
"""Words of FEEL, of Python and of SQL, what FEEL calls its types and functions, and names that such words stand in."""
AT_ONCE = 5
HOSTILE = "\" ' & < > ≥ × { } $ \\ \\n \\u0041 -- ; ]]> ` ? 😀 <![CDATA[ &amp; %s \x07 end"
"""What breaks out of a string, of XML or of a template, where it is not escaped; and what XML cannot hold."""


FILES: dict[tuple[int, str], tuple[Library, bytes]] = {}
"""Files that were made before, each with its library, since one that is gone leaves its number to another."""


def file_of(library: Library, name: str) -> bytes:
    """Return the file of a tree."""
    key = (id(library), name)
    if key not in FILES:
        FILES[key] = (library, dmn(Reading(library, name, ADDRESS)))
    return FILES[key][1]


@cache
def schema() -> etree.XMLSchema:
    """Return the schema of DMN 1.3 as its publisher wrote it, which comes with SpiffWorkflow."""
    folder = Path(SpiffWorkflow.dmn.parser.__file__).parent / "schema"
    return etree.XMLSchema(etree.parse(folder / "DMN13.xsd"))


def renamed(file: bytes, patient: Patient) -> Patient:
    """Return what each variable of a file holds, by the input data that each column is."""
    return {name: patient[column] for column, name in variables(file).items()}


@cache
def variables(file: bytes) -> Mapping[str, str]:
    """Return the name of the variable of each column, in the order in which they stand in a file."""
    found = (each.attrib for each in ElementTree.fromstring(file).findall(f"{DMN}inputData"))
    return {each["id"].removeprefix("input."): each["name"] for each in found}


def compared(told: list[Told]) -> list[Told]:
    """Return the fields that are compared."""
    return [{field: each[field] for field in TOLD} for each in told]


def mutated(file: bytes, old: str, new: str, times: int = 1) -> bytes:
    """Return a file in which words, which have to stand in it so often, are others."""
    text = file.decode()
    assert text.count(old) == times, f"{old!r} stands {text.count(old)} times in the file"
    return text.replace(old, new).encode()


def reserved() -> Library:
    """Return a library of trees whose ids are words of FEEL, Python and SQL, and whose texts are hostile."""
    return library_of(**{f"words_{at}": named(WORDS[at : at + AT_ONCE]) for at in range(0, len(WORDS), AT_ONCE)})


def named(ids: Sequence[str]) -> tuple[Node, ...]:
    """Return the nodes of a tree that asks by these ids: questions, then a choice, a measure and a checklist."""
    *questions, choice, measure, listed = ids
    because = quote(HOSTILE, strength="must {not}")
    return (
        *(
            Question(each, asks=f"{each}\n {HOSTILE}?", means=HOSTILE, lasts=CURRENT, answers=answers(to))
            for each, to in zip(questions, ids[1:], strict=False)
        ),
        Choice(
            choice,
            between=HOSTILE,
            order=HOSTILE,
            options=(Option("select", HOSTILE, to=measure), Option("null", HOSTILE, to="end", because=because)),
        ),
        Measure(
            measure,
            asks=HOSTILE,
            means=HOSTILE,
            lasts=FIXED,
            unit="%",
            lowest=-0.5,
            highest=1000.25,
            step=0.25,
            bands=(
                Band("in", HOSTILE, to="end", below=-0.25),
                Band("if", HOSTILE, to=listed, at_least=-0.25, at_most=-0.25),
                Band("for", HOSTILE, to="open", above=-0.25, at_most=0.5),
                Band("or", HOSTILE, to=listed, above=0.5),
            ),
            unknown=Answer("unknown", HOSTILE, to="open"),
        ),
        Checklist(
            listed,
            asks=HOSTILE,
            means=HOSTILE,
            lasts=CURRENT,
            items=(Item("null", HOSTILE, to="end"), Item("in", HOSTILE, to="other"), Item("t", "T", to="end")),
            none=Answer("none", HOSTILE, to="other"),
            unknown=Answer("unknown", HOSTILE, to="open"),
            always="in_any_case",
        ),
        Action("end", kind=WATCHING, says=HOSTILE, because=because),
        Action("other", kind=WATCHING, says=f"{HOSTILE}.", because=because),
        Action("in_any_case", kind=WATCHING, says=f"{HOSTILE}\n in any case", because=because),
        LeftOpen("open", leaves_open=HOSTILE, says=HOSTILE, would_decide=HOSTILE, because=because),
    )


def answers(to: str) -> tuple[Answer, ...]:
    """Return three answers, of which one leads on."""
    return (Answer("yes", HOSTILE, to=to), Answer("no", "No", to="end"), Answer("unknown", "?", to="open"))


@cache
def odd() -> list[tuple[Library, str]]:
    """Return odd trees: with every kind of node, with hostile texts and ids, and made by chance."""
    without = {name: tree for name, tree in ODD.trees.items() if name != "odd/odd"}
    # Both have a question of one name, with other answers, as no two trees of a library that is checked may.
    other = {**ODD.trees, "odd/every": ODD.trees["odd/harm"]}
    found = [(replace(ODD, trees=without), "odd/every"), (replace(ODD, trees=other), "odd/odd")]
    for of in (reserved(), hostile_library()):
        found += [(of, name) for name in of.trees]
    for seed in range(6):
        made = library_of(**Maker(seed).trees())
        found += [(made, name) for name in made.trees]
    return found


def not_offered(tree: Tree) -> list[Patient]:
    """Return patients with one value that its column does not offer, on the way and off it."""
    of = columns(tree)
    patients = [{column.name: None for column in of}, *grid(tree, 2)]
    return [
        {**each, column.name: odd} for each in patients for column in of for odd in {*column.refuses} - {*column.offers}
    ]
