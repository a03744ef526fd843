"""A tree as a Mermaid flowchart, for pages and editors that draw Mermaid from its text.

Answers are boxes: Mermaid prints the words of one line over those of another, and behind boxes, once a line leads back
up. In words every mark that could mean something is a number between `#` and `;`, which Mermaid shows as the mark.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from macros.diagram.boxes import CHIP, CLASSES, JUMP
from macros.diagram.measure import wrap
from macros.diagram.svg import counted
from macros.downloads.box_text import above, filled, full_name, rests_on, since_then, ways_out, words
from macros.downloads.material import Material
from macros.downloads.palette import palette, variables
from trees.core import wording
from trees.core.branches import Event, Onward, OtherTree, Way
from trees.core.nodes import OUTCOMES, Node

IN_TIME = "k-in-time"
"""What may follow an outcome in time, or onward from it: dashed, as its lines are."""
SHAPES: Mapping[str, tuple[str, str]] = {
    "k-question": ("{{", "}}"),
    "k-measure": ("{{", "}}"),
    "k-checklist": ("[[", "]]"),
    "k-choice": ("{{", "}}"),
    "k-open": ("(", ")"),
    JUMP: ("[/", "/]"),
    CHIP: ("([", "])"),
    IN_TIME: ("([", "])"),
}
BOX = ("[", "]")
STROKES = {
    "k-treatment": ",stroke-width:3px",
    "k-open": ",stroke-dasharray:6 4",
    JUMP: ",stroke-dasharray:5 3",
    IN_TIME: ",stroke-dasharray:4 3",
}
ABOUT, SINCE = "about", "since"
MARKS = re.compile(r"[^\w\s.,;:()/?!’‘“”–—…≥≤≠±→×'+-]|_|(?<=\d)\.|^[-+]|:(?! )")
"""What is written as a number: a dot after a digit too, since at the beginning of a line it makes a list."""
LATE = re.compile(r"(?<=\bfa:)(?=fa-)|(?<=\bfa[bklrs]:)(?=fa-)|(?<=\$)(?=\$)")
UNSEEN = "\u2060"
"""Icons and formulas are looked for when numbers are marks again: something without width parts what begins them."""
LOSES_ITS_END = re.compile("(?:style|classDef).*:\\S*#.*;")
"""A line from which Mermaid takes the last semicolon away, whatever it belongs to."""
AS_HTML = str.maketrans({"<": "＜", ">": "＞", "&": "＆"})
NOT_SHOWN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
TYPE, WIDE, LONGEST, WIDEST = 16.0, 195.0, 86, 900
"""The size of the letters and the width of a line in a box, in px; how many letters a line above the tree has, and the
width that Mermaid has to leave it, in px."""


def make(of: Material) -> bytes:
    """Return the file of a tree."""
    return ("\n".join(written(of)) + "\n").encode("utf-8")


def written(of: Material) -> Iterator[str]:
    """Yield the lines of the file: title, whose the tree is, every box in the order of the data with its ways."""
    known = of.attribution
    yield "---"
    # As a title Mermaid reads HTML and no numbers: these three marks are then their wide forms.
    yield f"title: {json.dumps(in_one_line(known.title).translate(AS_HTML), ensure_ascii=False)}"
    yield "config:"
    yield "  flowchart:"
    yield f"    wrappingWidth: {WIDEST}"
    yield "---"
    yield "flowchart TD"
    yield from (f"%% {comment(each)}" for each in above(of))
    yield f"accTitle: {text(f'Decision tree: {known.title}')}"
    yield f"accDescr: {text(f'{counted(of.tree)} {known.line()} {known.dated}. {known.review}')}"
    notes = since_then(of)
    boxes = {ABOUT: above(of)[: -len(notes) or None], SINCE: notes}
    told = [name for name, says in boxes.items() if says]
    yield from (f'  {name}["{filled_lines(boxes[name])}"]:::{name}' for name in told)
    yield f"  {' ~~~ '.join([*told, name_of(of.tree.start.id)])}"
    for node in of.tree.nodes:
        yield from box(of, node)
    yield from classes(of)


def box(of: Material, node: Node) -> Iterator[str]:
    """Yield the box of a node with its link, and its ways with where they lead."""
    kind, name = CLASSES[type(node)], name_of(node.id)
    yield shaped(name, kind, words(of, node))
    yield link(name, of.href(node.id), behind_in_short(node))
    jumps: dict[str, str] = {}
    for _, says, to, way in ways_out(node):
        if isinstance(to, OtherTree):
            full = full_name(of, to)
            if full not in jumps:
                # A box below each node that leads there: one for all would draw lines across the whole.
                jumps[full] = f"{name}_to_{len(jumps) + 1}"
                newer = wording.since_in_tree(of.library.trees[full].nodes)
                yield shaped(jumps[full], JUMP, [f"→ {of.tree_title(to.name)}"])
                yield link(jumps[full], of.links.tree(full), f"Continues in another tree. {newer}")
            end = jumps[full]
        else:
            end = name_of(to)
        first, second, kind = ("-.-", "-.->", IN_TIME) if isinstance(way, Event | Onward) else ("---", "-->", CHIP)
        yield f"  {name} {first} {shaped(answer(node.id, way), kind, [says]).strip()} {second} {end}"


def behind_in_short(node: Node) -> str:
    """Return what a reader is told of a box who points at it; the notes of newer sources stand above the tree."""
    rests = rests_on(node.because) if isinstance(node, OUTCOMES) else ""
    return f"{wording.since_in_short(node)} {wording.kind(node)}. {rests}"


def classes(of: Material) -> Iterator[str]:
    """Yield how each kind of box is painted."""
    kinds = dict.fromkeys(CLASSES[type(node)] for node in of.tree.nodes)
    page = variables(of.docs)
    for kind in (*kinds, JUMP, CHIP, IN_TIME):
        paint = palette(of.docs)[CHIP if kind == IN_TIME else kind]
        more = STROKES.get(kind, "")
        yield f"  classDef {kind} fill:{paint.fill},stroke:{paint.stroke},color:{page['--dt-fg']}{more}"
    for name in (ABOUT, SINCE):
        look = f"fill:{page['--dt-bg']},stroke:{page['--dt-line']},color:{page['--dt-fg']}"
        yield f"  classDef {name} {look},text-align:left"


def shaped(name: str, kind: str, says: Iterable[str]) -> str:
    """Return a box of a kind with lines of words."""
    begin, end = SHAPES.get(kind, BOX)
    return f'  {name}{begin}"{lines_of(says)}"{end}:::{kind}'


def link(name: str, address: str, tip: str) -> str:
    """Return that a box leads to an address, and what it says when it is pointed at."""
    line = f'  click {name} href "{address}" "{text(tip)}"'
    return f"{line};" if LOSES_ITS_END.search(line) else line


def answer(node: str, way: Way | None) -> str:
    """Return the name of the box of an answer; without a way it is what is shown in any case."""
    return f"a_{node}" if way is None else f"{name_of(node)}__{way.code}"


def name_of(node: str) -> str:
    """Return the name of a box: no word of the language, whatever a node is called."""
    return f"n_{node}"


def lines_of(says: Iterable[str]) -> str:
    """Return texts as the lines of a box."""
    return "<br/>".join(text(line) for each in says for line in wrap(in_one_line(each), WIDE, TYPE))


def filled_lines(says: Iterable[str]) -> str:
    """Return texts as the lines above the tree."""
    return "<br/>".join(text(line) for each in says for line in filled(in_one_line(each), LONGEST))


def in_one_line(given: str) -> str:
    """Return a text without line breaks and without what no letter stands for."""
    return " ".join(NOT_SHOWN.sub(" ", given).split())


def text(given: str) -> str:
    """Return a text so that Mermaid shows it as it is written."""
    return MARKS.sub(lambda mark: f"#{ord(mark.group())};", LATE.sub(UNSEEN, in_one_line(given)))


def comment(given: str) -> str:
    """Return a text for a comment: one that holds a directive is none to Mermaid, so the marks of one are parted."""
    return in_one_line(re.sub("%(?=[%{])", "% ", given))
