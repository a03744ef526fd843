"""Enough of the cascade to say which color a stylesheet gives to an element, and which of its lines does.

Media, specificity, order and variables count.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

SIDES = ("top", "right", "bottom", "left")
INHERITED = {"fill", "stroke", "stroke-width", "stroke-dasharray", "color"}
INITIAL = {"fill": "#000000", "stroke": "none", "stroke-width": "1", "stroke-dasharray": "none", "opacity": "1"}
SEEN = re.compile(r"--.*|fill|stroke.*|opacity|color|background|border.*|outline")
"""The properties that say how something is colored or lined."""
VARIABLE = re.compile(r"var\((--[\w-]+)\)")
STYLES = ("none", "solid", "dashed", "double")
Weight = tuple[int, int, int]


@dataclass(eq=False)
class Node:
    """An element: `states` holds what a browser knows of it, such as `hover`."""

    tag: str
    classes: set[str] = field(default_factory=set)
    attributes: dict[str, str] = field(default_factory=dict)
    states: set[str] = field(default_factory=set)
    parent: "Node | None" = None
    children: "list[Node]" = field(default_factory=list)

    def add(self, child: "Node") -> "Node":
        child.parent = self
        self.children.append(child)
        return child

    def within(self) -> "Iterator[Node]":
        yield self
        for child in self.children:
            yield from child.within()

    def all(self, *classes: str) -> "list[Node]":
        return [each for each in self.within() if each.classes & set(classes)]


@dataclass(frozen=True)
class Rule:
    media: tuple[str, ...]
    selector: str
    declarations: dict[str, str]
    lines: dict[str, int] = field(default_factory=dict)
    file: str = ""

    def place(self, name: str) -> str:
        """Return the line that sets a property, or nothing where the file has no name."""
        return f"{self.file}:{self.lines[name]}" if self.file else ""


def rules(
    css: str, kept: re.Pattern[str] = SEEN, media: tuple[str, ...] = (), file: str = "", line: int = 1
) -> Iterator[Rule]:
    """Yield the rules of a stylesheet that say how something looks, one for each selector, in order."""
    css = re.sub(r"/\*.*?\*/", lambda comment: "\n" * comment[0].count("\n"), css, flags=re.DOTALL)
    at = 0
    while (start := css.find("{", at)) >= 0:
        head, depth, end = css[at:start].strip(), 1, start + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(css[end], 0)
            end += 1
        begins = line + css.count("\n", 0, start)
        inner, at = css[start + 1 : end - 1], end
        if head.startswith("@media"):
            yield from rules(inner, kept, (*media, head.removeprefix("@media").strip()), file, begins)
        elif not head.startswith("@"):
            said = list(declared(inner, kept, begins))
            values, lines = {name: value for name, value, _ in said}, {name: on for name, _, on in said}
            for selector in split(head, ",") if said else ():
                yield Rule(media, selector, values, lines, file)


def declared(block: str, kept: re.Pattern[str], begins: int) -> Iterator[tuple[str, str, int]]:
    """Yield property, value and line, those for several sides at once written out."""
    for part in block.split(";"):
        line = begins + part[: len(part) - len(part.lstrip())].count("\n")
        begins += part.count("\n")
        name, _, value = (each.strip() for each in part.partition(":"))
        if not value or not kept.fullmatch(name):
            continue
        if "!important" in value:
            raise ValueError(f"'{part}' is not understood")
        border = re.fullmatch(r"border(?:-(top|right|bottom|left))?(?:-(width|style|color))?", name)
        if border is None:
            yield name, value, line
            continue
        for side in (border[1],) if border[1] else SIDES:
            if border[2]:
                yield f"border-{side}-{border[2]}", value, line
                continue
            words = split(value, " ")
            style = next((word for word in words if word in STYLES), "none")
            width = next((word for word in words if re.match(r"[\d.]", word)), "0")
            color = next((word for word in words if word not in (style, width)), "none")
            said = {"width": width, "style": style, "color": color}
            yield from ((f"border-{side}-{each}", each_value, line) for each, each_value in said.items())


def split(text: str, at: str) -> list[str]:
    """Return the parts of a text between separators that stand in no brackets."""
    parts, depth = [""], 0
    for character in text.strip():
        depth += {"(": 1, ")": -1, "[": 1, "]": -1}.get(character, 0)
        if character == at and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return [part.strip() for part in parts if part.strip()]


@cache
def compounds(selector: str) -> list[tuple[str, str]]:
    """Return the parts of a selector from the last to the first, each with what joins it to the part after it."""
    parts, joint = [], ""
    for piece in split(re.sub(r"\s*>\s*", " > ", selector), " "):
        if piece == ">":
            joint = ">"
            continue
        parts.append((piece, joint or " "))
        joint = ""
    joints = [joint for _, joint in parts[1:]] + [""]
    return [(piece, after) for (piece, _), after in zip(parts, joints, strict=True)][::-1]


def matches(node: Node, selector: str) -> Weight | None:
    """Return how specific a selector is that matches an element, or None when it does not match."""
    return following(node, compounds(selector))


def following(node: Node, parts: list[tuple[str, str]]) -> Weight | None:
    """Return the weight of the parts of a selector, the first of which is to match this element."""
    own = simple(node, parts[0][0])
    if own is None or len(parts) == 1:
        return own
    above, joint = node.parent, parts[1][1]
    while above is not None:
        rest = following(above, parts[1:])
        if rest is not None:
            return added(own, rest)
        above = None if joint == ">" else above.parent
    return None


def simple(node: Node, compound: str) -> Weight | None:
    """Return the weight of a selector without spaces, or None."""
    weight = (0, 0, 0)
    for piece in pieces(compound):
        found = one(node, piece)
        if found is None:
            return None
        weight = added(weight, found)
    return weight


@cache
def pieces(compound: str) -> list[str]:
    """Return the classes, attributes, states and tags of a selector without spaces."""
    return re.findall(r"[.][\w-]+|\[[^\]]*\]|:[\w-]+\((?:[^()]|\([^()]*\))*\)|:[\w-]+|[\w*-]+", compound)


def one(node: Node, piece: str) -> Weight | None:
    """Return the weight of one class, attribute, state or tag, or None."""
    if piece.startswith("."):
        return (0, 1, 0) if piece[1:] in node.classes else None
    if piece.startswith("["):
        name, _, value = piece[1:-1].partition("=")
        held = node.attributes.get(name)
        return (0, 1, 0) if held is not None and (not value or held == value.strip("\"'")) else None
    if not piece.startswith(":"):
        return (0, 0, 1) if piece in ("*", node.tag) else None
    name, _, inside = piece[1:].partition("(")
    if name == "root":
        return (0, 1, 0) if node.parent is None else None
    if not inside:
        return (0, 1, 0) if name in node.states else None
    if name == "has":
        held = [matches(each, inside.removesuffix(")").removeprefix("> ")) for each in node.children]
        return max((weight for weight in held if weight is not None), default=None)
    if name not in ("is", "not"):
        raise ValueError(f"':{name}()' is not understood")
    among = split(inside.removesuffix(")"), ",")
    found = [weight for each in among if (weight := matches(node, each)) is not None]
    if name == "is":
        return max(found, default=None)
    # What is shut out counts as much as the most specific of it.
    return None if found else max(heaviness(each) for each in among)


def heaviness(selector: str) -> Weight:
    """Return the weight of a selector of classes, attributes and states."""
    return (0, len(re.findall(r"[.:\[]", selector)), 0)


def added(one: Weight, other: Weight) -> Weight:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2])


@dataclass
class Sheet:
    """Stylesheets as a medium sees them: `screen`, `print`, or `forced` for a browser that forces colors."""

    rules: list[Rule]
    medium: str
    by_name: dict[str, list[Rule]] = field(default_factory=dict)
    known: dict[tuple[Node, str], Rule | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for rule in self.rules:
            if all(self.seen(each) for each in rule.media):
                for name in rule.declarations:
                    self.by_name.setdefault(name, []).append(rule)

    def seen(self, condition: str) -> bool:
        """Return whether the rules of a medium hold here; the window is taken to be wide."""
        if "max-width" in condition:
            return False
        known = {"print": self.medium == "print", "screen": self.medium != "print"}
        return (known | {"(forced-colors: active)": self.medium == "forced"})[condition]

    def rule(self, node: Node, name: str) -> Rule | None:
        """Return the rule that says a property of an element itself."""
        if (node, name) not in self.known:
            best: tuple[Weight, Rule | None] = ((0, 0, -1), None)
            for rule in self.by_name.get(name, ()):
                weight = matches(node, rule.selector)
                if weight is not None and weight >= best[0]:
                    best = weight, rule
            self.known[node, name] = best[1]
        return self.known[node, name]

    def own(self, node: Node, name: str) -> str | None:
        """Return what the rules say of an element itself."""
        found = self.rule(node, name)
        return found.declarations[name] if found else None

    def said(self, node: Node, name: str) -> tuple[Rule | None, Node]:
        """Return the rule that says a property, and the element of which it does; inherited where CSS has it so."""
        found, at = self.rule(node, name), node
        while found is None and (name in INHERITED or name.startswith("--")) and at.parent is not None:
            at = at.parent
            found = self.rule(at, name)
        return found, at

    def value(self, node: Node, name: str) -> str:
        """Return the value of a property with its variables filled in."""
        found, at = self.said(node, name)
        value = found.declarations[name] if found else INITIAL.get(name, "")
        return VARIABLE.sub(lambda match: self.value(at, match[1]), value)

    def origin(self, node: Node, name: str) -> tuple[str, str]:
        """Return the variable or property that a value comes from, and the line that sets it, or that refers to it."""
        found, at = self.said(node, name)
        if found is None:
            return name, ""
        last = re.search(rf"{VARIABLE.pattern}$", found.declarations[name])
        if last is None:
            return name, found.place(name)
        variable, place = self.origin(at, last[1])
        return variable, place or found.place(name)
