"""The style of diagrams with its colors put in: what draws a picture knows no variables, and plain selectors only.

The colors stand in the style sheet of the pages alone; these are its light ones.
"""

import re
from collections.abc import Iterator

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"(?P<selector>[^{}]+)\{(?P<body>[^{}]*)\}")
VARIABLE = re.compile(r"(?P<name>--[\w-]+):\s*(?P<value>[^;]+);")
USED = re.compile(r"var\((--[\w-]+)\)")
ANY_OF = re.compile(r":is\(([^()]*)\)")
OF_A_DRAWING = ".dt.dt.dt .dt-svg "
DRAWN = ("fill", "stroke", "stroke-dasharray", "stroke-linejoin", "stroke-width")
"""What a picture is drawn with; anything else is about pages."""


def resolved(css: str) -> str:
    """Return the rules of a style sheet for drawings, each selector spelled out and each variable replaced."""
    plain = re.sub(r"@(?:media|page)[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", COMMENT.sub("", css))
    rules = [(each["selector"].strip(), each["body"]) for each in RULE.finditer(plain)]
    colors = {
        each["name"]: each["value"]
        for selector, body in rules
        for each in VARIABLE.finditer(body)
        if is_light(selector)
    }
    return "".join(rule for selector, body in rules for rule in spelled_out(selector, body, colors))


def is_light(selector: str) -> bool:
    """Return whether a rule says the colors that hold unless another scheme is chosen."""
    return selector == OF_A_DRAWING.split()[0]


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
