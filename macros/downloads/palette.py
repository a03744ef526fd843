"""The colors of boxes, for programs that draw a diagram anew: the light ones of the style sheet of the pages."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from macros.card_style import colors_of, painted_by, resolved

OUTLINE = re.compile(r"\.(?P<kind>k-\w+) \.b\{(?P<body>[^}]*)\}")
PAINT = re.compile(r"\b(?P<name>fill|stroke):\s*(?P<value>#[0-9a-f]{6})\b")


class Paint(NamedTuple):
    """How a kind of box is painted, each color as #rrggbb."""

    fill: str
    stroke: str


@cache
def palette(docs: Path) -> dict[str, Paint]:
    """Return the colors of each kind of box, by its class in the drawings of the pages."""
    found: dict[str, dict[str, str]] = {}
    for rule in OUTLINE.finditer(resolved(painted_by(docs))):
        said = {each["name"]: each["value"] for each in PAINT.finditer(rule["body"])}
        found.setdefault(rule["kind"], {}).update(said)
    return {
        kind: Paint(said["fill"], said["stroke"]) for kind, said in found.items() if len(said) == len(Paint._fields)
    }


@cache
def variables(docs: Path) -> dict[str, str]:
    """Return the colors of a page by their names in the style sheets, such as `--dt-line`."""
    return colors_of(painted_by(docs))
