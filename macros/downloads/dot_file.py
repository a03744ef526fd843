"""A tree as DOT, for Graphviz and for programs that read its graphs.

Answers are nodes, as in the diagrams of the pages: beside a line, the words of an answer may be taken for those of
another. In every attribute a backslash stands twice, in a tip four times, and `&amp;` where a reference would else
begin.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from macros.diagram.boxes import CHIP, CLASSES, JUMP
from macros.diagram.measure import wrap
from macros.downloads.box_text import (
    above,
    behind,
    behind_way,
    filled,
    full_name,
    since_then,
    ways_out,
    words,
)
from macros.downloads.material import Material
from macros.downloads.palette import palette, variables
from trees.core import wording
from trees.core.branches import Event, Onward, OtherTree, Way
from trees.core.export import NODE_KINDS, WAY_KINDS
from trees.core.nodes import Node, Treatment

SHAPES: Mapping[str, Mapping[str, str]] = {
    "question": {"shape": "hexagon"},
    "measure": {"shape": "hexagon"},
    "checklist": {"shape": "hexagon", "peripheries": "2"},
    "choice": {"shape": "octagon"},
    "treatment": {"shape": "box", "penwidth": "2.5"},
    "action": {"shape": "box"},
    "advice_against": {"shape": "box", "peripheries": "2"},
    "left_open": {"shape": "box", "style": "rounded,filled,dashed"},
}
IN_ANY_CASE = "in_any_case"
"""The kind of what a checklist shows whatever is answered."""
REFERENCE = re.compile(r"&(?=#?\w+;)")
NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f\u2028\u2029]")
LETTERS = "Helvetica,Arial,sans-serif"
LINE, PALE = "--dt-line", "--dt-c-bd"
"""The colors of lines; one that leads back in time is paler, since it may pass behind boxes."""
TYPE, WIDE, LONGEST = 12.0, 190.0, 130
"""The size of the letters and the width of a line in a box, in pt, and how many letters a line above the tree has."""


def make(of: Material) -> bytes:
    """Return the file of a tree."""
    return ("\n".join(written(of)) + "\n").encode("utf-8")


def written(of: Material) -> Iterator[str]:
    """Yield the lines of the file: whose the tree is, every box in the order of the data, every line between two."""
    yield from (f"// {in_one_line(each)}" for each in above(of))
    yield f"digraph {quoted(of.name)} {{"
    letters = f"fontname={quoted(LETTERS)}, fontsize={TYPE:g}"
    lines = [line for each in above(of) for line in filled(in_one_line(each), LONGEST)]
    head = {
        "label": left(lines),
        "labelloc": "t",
        "labeljust": "l",
        "comment": text(of.attribution.line()),
        "tooltip": tip([of.attribution.line()]),
        "URL": text(of.attribution.address),
        "version": text(of.attribution.version),
        "sha256": of.attribution.sha256,
        "license": text(dict(of.attribution.rows())["License"]),
        "review": text(of.attribution.review),
        "since": "\\n".join(map(text, since_then(of))),
    }
    yield f"  graph [{attributes(head)}];"
    yield f"  graph [rankdir=TB, ordering=out, nodesep=0.2, ranksep=0.3, pad=0.2, {letters}];"
    yield f"  node [style=filled, {letters}];"
    yield f'  edge [color="{variables(of.docs)[LINE]}", arrowsize=0.7];'
    for node in of.tree.nodes:
        yield f"  {quoted(node.id)} [{attributes(box(of, node))}];"
    # A line names its ends: after the boxes, so that the graph has these in their order.
    for node in of.tree.nodes:
        yield from ways_of(of, node)
    yield "}"


def box(of: Material, node: Node) -> dict[str, str]:
    """Return the attributes of the box of a node."""
    kind = NODE_KINDS[type(node)]
    paint = palette(of.docs)[CLASSES[type(node)]]
    found = {
        "label": lines_of(words(of, node)),
        **SHAPES[kind],
        "fillcolor": paint.fill,
        "color": paint.stroke,
        "URL": text(of.href(node.id)),
        "tooltip": tip(behind(node)),
        "class": kind,
        "kind": kind,
        "badge": of.badges[node.id],
        "words": text(wording.title(node)),
        "since": text(wording.since_in_short(node)),
    }
    if isinstance(node, Treatment):
        found |= {
            "drug": text(node.drug.name),
            "dose": text(wording.dose_as_printed(node.dose)),
            "duration": text(wording.duration(node.duration)),
            "strength": text(wording.firmly(node)),
        }
    return found


def ways_of(of: Material, node: Node) -> Iterator[str]:
    """Yield the answers of a node as small boxes, each with the line to it and the line to where it leads.

    Another tree has a box below each node that leads there: one box for all would draw lines across the whole.
    """
    known: set[str] = set()
    for code, says, to, way in ways_out(node):
        name = f"{node.id}={code}"
        in_time = isinstance(way, Event | Onward)
        dashed = {"style": "dashed"} if in_time else {}
        yield f"  {quoted(name)} [{attributes(answer(of, node, code, says, way))}];"
        yield f"  {quoted(node.id)} -> {quoted(name)} [{attributes({'arrowhead': 'none', **dashed})}];"
        if isinstance(to, OtherTree):
            end = f"{node.id}>{full_name(of, to)}"
            if end not in known:
                yield f"  {quoted(end)} [{attributes(other_tree(of, to))}];"
            known.add(end)
        else:
            end = to
            dashed |= {"constraint": "false", "color": variables(of.docs)[PALE]} if in_time else {}
        yield f"  {quoted(name)} -> {quoted(end)}{f' [{attributes(dashed)}]' if dashed else ''};"


def answer(of: Material, node: Node, code: str, says: str, way: Way | None) -> dict[str, str]:
    """Return the attributes of the small box of an answer; without a way it is what is shown in any case."""
    paint = palette(of.docs)[CHIP]
    kind = IN_ANY_CASE if way is None else WAY_KINDS[type(way)]
    return {
        "label": lines_of([says]),
        "shape": "box",
        "style": "rounded,filled,dashed" if isinstance(way, Event | Onward) else "rounded,filled",
        "margin": "0.1,0.03",
        "height": "0.2",
        "fillcolor": paint.fill,
        "color": paint.stroke,
        "tooltip": tip(behind_way(node, way)) or tip([says]),
        "class": kind,
        "kind": kind,
        "code": code,
        "words": text(says),
    }


def other_tree(of: Material, to: OtherTree) -> dict[str, str]:
    """Return the attributes of the box that leads into another tree."""
    paint, name, title = palette(of.docs)[JUMP], full_name(of, to), of.tree_title(to.name)
    newer = wording.since_in_tree(of.library.trees[name].nodes)
    return {
        "label": lines_of([f"→ {title}"]),
        "shape": "cds",
        "margin": "0.25,0.12",
        "fillcolor": paint.fill,
        "color": paint.stroke,
        "URL": text(of.links.tree(name)),
        "tooltip": tip(["Continues in another tree.", newer]),
        "class": "tree",
        "kind": "tree",
        "tree": name,
        "words": text(title),
        "since": text(newer),
    }


def lines_of(says: Iterable[str]) -> str:
    """Return texts as the lines of a label, none wider than a box may be."""
    return "\\n".join(text(line) for each in says for line in wrap(in_one_line(each), WIDE, TYPE))


def attributes(found: Mapping[str, str]) -> str:
    """Return attributes whose values are escaped already; one that says nothing is left out."""
    return ", ".join(f"{name}={quoted(value)}" for name, value in found.items() if value)


def tip(says: Iterable[str]) -> str:
    """Return texts as the lines of a tip: Graphviz looks for escapes in it twice."""
    return "\\n".join(text(each).replace("\\", "\\\\") for each in says if each)


def left(lines: Iterable[str]) -> str:
    """Return lines of a label that all begin at its left."""
    return "".join(f"{text(line)}\\l" for line in lines)


def in_one_line(given: str) -> str:
    """Return a text without line breaks and without what no letter stands for."""
    return " ".join(NOT_SHOWN.sub(" ", given).split())


def text(given: str) -> str:
    """Return a text so that Graphviz shows it as it is written: no escape and no reference begins in it."""
    return REFERENCE.sub("&amp;", in_one_line(given).replace("\\", "\\\\"))


def quoted(value: str) -> str:
    """Return a value between quotation marks: it is never taken for a word of the language, a number or HTML."""
    escaped = value.replace('"', '\\"')
    return f'"{escaped}"'
