"""A reader of a drawn diagram that has never seen the tree: boxes, chips, lines, and where the links lead."""

import re
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree

from helpers.key_steps import Step

XLINK = "{http://www.w3.org/1999/xlink}href"
ALWAYS = "+always"


@dataclass(frozen=True)
class Drawn:
    """One numbered box: its words, and the code, the words and the address of each way out, from left to right."""

    id: str
    badge: str
    kind: str
    says: str
    ways: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Entry:
    """A chip that no line leads to: it says in words from where the box below it is reached."""

    says: str
    to: str


def drawings_in(page: str) -> list[ElementTree.Element]:
    """Return the drawings of a page, that for the screen first, then its parts for paper; samples are none."""
    found = re.findall(r"<svg\b[^>]* role=\"group\".*?</svg>", page, re.DOTALL)
    return [ElementTree.fromstring(each) for each in found]


def words_in(box: ElementTree.Element, class_: str) -> str:
    """Return the lines of text of a class in a box, as one."""
    return " ".join(" ".join(each.text or "" for each in box if each.get("class") == class_).split())


def read_diagram(*svgs: ElementTree.Element) -> tuple[list[Drawn], list[Entry]]:
    """Return the numbered boxes of a drawing in their order, and the chips that stand above a part of it.

    Several drawings are read as the parts of one.
    """
    every = [each for svg in svgs for each in svg.iter()]
    named = [each for each in every if each.get("class", "").startswith("n ")]
    boxes = {each.get("data-id", ""): each for each in named}
    if len(boxes) < len(named):
        raise ValueError("something is drawn twice")
    lines = [(each.get("data-from", ""), each.get("data-to", "")) for each in every if each.get("class") == "e"]
    after = {start: [end for source, end in lines if source == start] for start, _ in lines}

    def leads(chip: str) -> str:
        (end,) = after[chip]
        return boxes[end].get(XLINK, "")

    drawn = []
    for name, box in boxes.items():
        kind = box.get("class", "").removeprefix("n k-")
        if kind in ("chip", "entry", "goto", "jump"):
            continue
        out = sorted(after.get(name, ()), key=lambda chip: left_of(boxes[chip]))
        ways = tuple((chip.removeprefix(f"{name}:"), words_in(boxes[chip], "w"), leads(chip)) for chip in out)
        drawn.append(Drawn(name, words_in(box, "tag"), kind, words_in(box, "w"), ways))
    entries = [Entry(words_in(box, "w"), leads(name)) for name, box in boxes.items() if box.get("class") == "n k-entry"]
    return drawn, entries


def left_of(box: ElementTree.Element) -> float:
    """Return how far from the left the outline of a chip begins."""
    return float(next(each for each in box if each.get("class") == "b").get("x", ""))


def as_drawn(steps: list[Step]) -> list[Drawn]:
    """Return what of a key a diagram shows: what is asked, and each answer."""
    return [
        Drawn(
            step.id,
            step.badge,
            step.kind,
            step.says,
            tuple((way.code or ALWAYS, way.says, way.to) for way in step.ways if way.kind not in ("event", "onward")),
        )
        for step in steps
    ]


def entries_of(steps: list[Step]) -> set[Entry]:
    """Return every entry that the key bears out: after which outcomes what happens, or which ways of a step."""
    found: set[Entry] = set()
    after: dict[tuple[str, str], list[str]] = {}
    for step in steps:
        for to, neighbors in groupby(step.ways, key=lambda way: way.to):
            says = [way.says for way in neighbors]
            found.add(Entry(f"From {step.badge}: {' or '.join(says)}", to))
        for way in step.ways:
            if way.kind in ("event", "onward"):
                after.setdefault((way.says, way.to), []).append(step.badge)
    return found | {Entry(f"After {', '.join(badges)}: {says}", to) for (says, to), badges in after.items()}
