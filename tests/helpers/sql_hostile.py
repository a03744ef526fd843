"""A tree whose ids are words of SQL, and whose texts try to break out of what they stand in."""

from dataclasses import replace

from helpers.small import library_of

from trees.core.branches import Answer
from trees.core.library import Library
from trees.core.nodes import FIXED, WATCHING, Action, Question

RESERVED = (
    "select",
    "in",
    "class",
    "null",
    "order",
    "some",
    "if",
    "for",
    "not",
    "date",
    "case",
    "end",
    "from",
    "table",
)
HOSTILE = "'; DROP TABLE patients; -- \" & < > ≥ × { } ${env:HOME} $1 \\ \\n %s :name ? ]]> /* */ 漢字"


def hostile() -> Library:
    """Return a library of one tree whose ids are words of SQL and whose texts try to break out."""
    ends = [Action(f"{name}_end", kind=WATCHING, says=f"{HOSTILE}\n-- {name}") for name in RESERVED]
    half = len(RESERVED) // 2
    nodes = []
    for at, name in enumerate(RESERVED):
        end = f"{name}_end"
        on = end if at in (half - 1, len(RESERVED) - 1) else RESERVED[at + 1]
        codes = {"null": end, "select": on, "unknown": RESERVED[half] if at == 0 else end}
        answers = tuple(Answer(code, HOSTILE, to=to) for code, to in codes.items())
        nodes.append(Question(name, asks=f"{HOSTILE}\n{name}?", means=HOSTILE, lasts=FIXED, answers=answers))
    made = library_of(t=(*nodes, *ends))
    tree = replace(made.trees["c/t"], title=f"{HOSTILE}\nSELECT 1;", readers=HOSTILE, applies_to=f"{HOSTILE}\r\nx")
    return replace(made, trees={"c/t": tree})
