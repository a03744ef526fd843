"""Colors as attributes: what opens a picture reads these, whether or not it knows style sheets, media or variables."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from macros.card_style import RULE
from macros.diagram.svg import attribute

TAG = re.compile(r'<(?P<name>a|g|rect|path|text)\b[^>]*? class="(?P<classes>[^"]*)"')
A_BOX = "n"
"""The class of what groups a box; its other class says of which kind it is."""


class Rule(NamedTuple):
    """What a rule says of the parts of these classes, in boxes of one kind or, without one, anywhere."""

    kind: frozenset[str]
    classes: frozenset[str]
    says: dict[str, str]

    @property
    def weight(self) -> int:
        """How much it counts: of two rules, the one that names more classes wins."""
        return len(self.kind) + len(self.classes)


def painted(drawing: str, css: str) -> str:
    """Return a drawing with what plain rules say of each part of it written at that part."""
    rules = sorted(rules_of(css), key=lambda rule: rule.weight)
    kind: frozenset[str] = frozenset()

    def with_paint(found: re.Match[str]) -> str:
        nonlocal kind
        classes = frozenset(found["classes"].split())
        if found["name"] in ("a", "g"):
            # Boxes stand one after another: what is drawn after one belongs to it, or to none.
            if A_BOX in classes:
                kind = classes - {A_BOX}
            return found[0]
        return found[0] + "".join(attribute(name, value) for name, value in paint(rules, kind, classes).items())

    return TAG.sub(with_paint, drawing)


def paint(rules: Iterable[Rule], kind: frozenset[str], classes: frozenset[str]) -> dict[str, str]:
    """Return what rules, the weightiest last, say of a part of these classes in a box of a kind."""
    found: dict[str, str] = {}
    for rule in rules:
        if rule.kind <= kind and rule.classes <= classes:
            found.update(rule.says)
    return found


def rules_of(css: str) -> list[Rule]:
    """Return rules whose selectors are classes of a part, or of a box and of a part in it; ValueError for any other."""
    found = []
    for each in RULE.finditer(css):
        *box, part = each["selector"].split()
        if len(box) > 1 or not re.fullmatch(r"(\.[\w-]+)+", "".join([*box, part])):
            raise ValueError(f"A picture cannot be painted: the rule for '{each['selector']}' is not understood.")
        kind = frozenset(box[0].split(".")[1:]) if box else frozenset()
        declared = (one.partition(":") for one in each["body"].split(";"))
        says = {name.strip(): value.strip() for name, _, value in declared}
        found.append(Rule(kind, frozenset(part.split(".")[1:]), says))
    return found
