"""The style of diagrams with its colors put in: what draws a picture knows no variables, and plain selectors only.

The colors stand in the style sheets of the pages alone.
"""

import re
from collections.abc import Iterator
from pathlib import Path

SHEETS = ("diagram", "since")
"""The style sheets that paint a drawing, in the order in which a page loads them."""
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"(?P<selector>[^{}]+)\{(?P<body>[^{}]*)\}")
VARIABLE = re.compile(r"(?P<name>--[\w-]+):\s*(?P<value>[^;]+);")
USED = re.compile(r"var\((--[\w-]+)\)")
ANY_OF = re.compile(r":is\(([^()]*)\)")
LIGHT, DARK = ".dt.dt.dt", '[data-md-color-scheme="slate"] .dt.dt.dt'
"""What a rule is for that says the colors of a scheme."""
OF_A_DRAWING = f"{LIGHT} .dt-svg "
DRAWN = ("fill", "stroke", "stroke-dasharray", "stroke-linejoin", "stroke-width")
"""What a picture is drawn with; anything else is about pages."""


def painted_by(docs: Path) -> str:
    """Return the style sheets that paint a drawing, from the folder of the pages."""
    return "\n".join((docs / "css" / f"{name}.css").read_text(encoding="utf-8") for name in SHEETS)


def resolved(css: str, *, dark: bool = False, below: str = "") -> str:
    """Return the rules of a style sheet for drawings, each selector spelled out and each variable replaced.

    The colors are those of the light scheme, or of the dark one. `below` is a selector that stands before each of the
    rules, so that they hold inside one drawing alone.
    """
    colors = colors_of(css, dark=dark)
    return "".join(f"{below}{rule}" for selector, body in rules_of(css) for rule in spelled_out(selector, body, colors))


def rules_of(css: str) -> list[tuple[str, str]]:
    """Return the selector and the body of each rule that holds in every medium, in their order."""
    plain = re.sub(r"@(?:media|page)[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", COMMENT.sub("", css))
    return [(each["selector"].strip(), each["body"]) for each in RULE.finditer(plain)]


def colors_of(css: str, *, dark: bool = False) -> dict[str, str]:
    """Return the value of each variable, in the light scheme or in the dark one, which says only what differs."""
    rules = rules_of(css)
    return {
        each["name"]: each["value"]
        for scheme in (LIGHT, DARK)[: 1 + dark]
        for selector, body in rules
        for each in VARIABLE.finditer(body)
        if selector == scheme
    }


def spelled_out(selector: str, body: str, colors: dict[str, str]) -> Iterator[str]:
    """Yield the rules that one rule comes to, for each of the selectors that stand in it."""
    kept = [each.strip() for each in body.split(";") if each.partition(":")[0].strip() in DRAWN]
    said = USED.sub(lambda used: colors[used[1]], ";".join(kept))
    for one in outside_brackets(selector):
        if said and one.startswith(OF_A_DRAWING):
            for each in alternatives(one.removeprefix(OF_A_DRAWING)):
                # Of what is pointed at or walked through, a picture shows nothing.
                if re.fullmatch(r"[\w. -]+", each) and ".is-" not in each:
                    yield f"{each}{{{said}}}"


def alternatives(selector: str) -> Iterator[str]:
    """Yield a selector with each of the alternatives in it."""
    found = ANY_OF.search(selector)
    if found is None:
        yield selector
        return
    for each in found[1].split(","):
        yield from alternatives(selector[: found.start()] + each.strip() + selector[found.end() :])


def outside_brackets(selectors: str) -> list[str]:
    """Return the selectors of a list, parted at the commas that stand in no bracket."""
    return [each.strip() for each in re.split(r",(?![^(]*\))", selectors)]
