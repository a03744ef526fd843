"""The colors of the shapes on slides: those of the diagrams on a light page, read from the style sheets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from macros.card_style import RULE, painted_by, resolved

SHORT = re.compile(r"#([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])")


@dataclass(frozen=True)
class Colors:
    """How each part of each kind of box is drawn, by the selectors of the style sheets."""

    rules: tuple[tuple[tuple[str, ...], Mapping[str, str]], ...]

    def of(self, kind: str, part: str) -> dict[str, str]:
        """Return how a part of a kind of box is drawn: its fill, stroke, stroke-width, stroke-dasharray."""
        found: dict[str, str] = {}
        for selector, said in self.rules:
            names = selector[-1].split(".")[1:]
            if set(names) <= set(part.split(".")) and set(selector[:-1]) <= {f".{kind}"}:
                found.update(said)
        return found

    def fill(self, kind: str, part: str = "b") -> str | None:
        """Return the color that a part is filled with, as six digits; None where it is not."""
        return hexadecimal(self.of(kind, part).get("fill"))

    def stroke(self, kind: str, part: str = "b") -> str | None:
        """Return the color of the border of a part, as six digits; None where it has none."""
        return hexadecimal(self.of(kind, part).get("stroke"))

    def width(self, kind: str, part: str = "b") -> float:
        """Return how wide the border of a part is, in pt."""
        return float(self.of(kind, part).get("stroke-width", "1"))

    def dashed(self, kind: str) -> bool:
        """Return whether the border of a kind of box is dashed."""
        return "stroke-dasharray" in self.of(kind, "b")


def hexadecimal(color: str | None) -> str | None:
    """Return a color as six digits, without its sign."""
    if color in (None, "none"):
        return None
    assert color is not None
    short = SHORT.fullmatch(color)
    return ("".join(2 * digit for digit in short.groups()) if short else color.removeprefix("#")).upper()


@cache
def colors(docs: Path) -> Colors:
    """Return the colors of the style sheets in the folder of the pages."""
    rules = []
    for rule in RULE.finditer(resolved(painted_by(docs))):
        said = dict(part.split(":", 1) for part in rule["body"].split(";"))
        rules.append((tuple(rule["selector"].split()), {name.strip(): value.strip() for name, value in said.items()}))
    return Colors(tuple(rules))
