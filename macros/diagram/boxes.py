"""What a diagram shows: which boxes, of which size, and which of them a line joins. Where they stand comes later."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil

from macros.diagram.measure import MEDIUM, REGULAR, width, wrap
from macros.diagram.tags import narrowest
from trees.core import wording
from trees.core.branches import OtherTree
from trees.core.nodes import (
    OUTCOMES,
    Action,
    AdviceAgainst,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Node,
    Question,
    Treatment,
    Tree,
    ways,
)
from trees.core.since import ADDS

CLASSES: Mapping[type[Node], str] = {
    Question: "k-question",
    Measure: "k-measure",
    Checklist: "k-checklist",
    Choice: "k-choice",
    Treatment: "k-treatment",
    Action: "k-action",
    AdviceAgainst: "k-against",
    LeftOpen: "k-open",
}
JUMP, GOTO, CHIP, ENTRY = "k-jump", "k-goto", "k-chip", "k-entry"
IN_ANY_CASE = "In any case"
BAR, POINT, TIP = 6, 16, 8
"""The bar of a treatment, and the points of a jump and of an entry, in px."""


@dataclass(frozen=True)
class Type:
    """How a kind of box sets its words, in px."""

    size: float
    weight: int
    line: float
    beside: float
    above: float


BOX = Type(14, REGULAR, 18, 18, 10)
ASKED = Type(14, MEDIUM, 18, 20, 10)
SMALL = Type(12.5, REGULAR, 16, 12, 5)
LINK = Type(12.5, MEDIUM, 16, 12, 5)


@dataclass(frozen=True)
class Widths:
    """How wide the words of a box may be, in px."""

    asked: float
    outcome: float
    chip: float


@dataclass(frozen=True)
class Names:
    """What a drawing calls things: the badge of a node and the title of a tree by id, and the words of a node."""

    badge: Callable[[str], str]
    tree_title: Callable[[str], str]
    words: Callable[[Node], str] = wording.title


@dataclass(frozen=True)
class Box:
    """One box: its size in px, its lines of text, and what it stands for.

    `of` is the node in whose place it is read; `about` is the node or the tree that it links to, and chips have none.
    `firmly` is a last line, the source's own word of strength: out of its page, a dose would read as an order.
    `since` is the mark and the year of a newer source that says something of it since; `adds` tells that it only adds.
    """

    id: str
    of: str
    kind: str
    type: Type
    badge: str = ""
    about: str = ""
    lines: tuple[str, ...] = ()
    firmly: str = ""
    since: str = ""
    adds: bool = False
    width: float = 0
    height: float = 0


@dataclass(frozen=True)
class Run:
    """Neighboring ways of one node that lead to one place, as (chip, words), and the node or tree they lead to."""

    source: str
    chips: tuple[tuple[str, str], ...]
    target: str
    leaves: bool

    @property
    def stub(self) -> str:
        """The id of the box that stands at the end of this run alone."""
        return f"{self.chips[0][0]}>{self.target}"


@dataclass(frozen=True)
class Component:
    """The nodes that hang together, the root first, and the runs between them; lines through time are not drawn."""

    nodes: tuple[Node, ...]
    runs: tuple[Run, ...]
    entries: tuple[tuple[str, str], ...] = ()

    def joins(self) -> list[Run]:
        """Return the runs that could be lines to a box that another run already leads to."""
        kept = self.kept()
        inside = {node.id for node in self.nodes[1:]}
        return [run for run in self.runs if run.target in inside and not run.leaves and run not in kept]

    def kept(self) -> set[Run]:
        """Return one run for each box: the nearest before it in the order of the data, so that the two orders agree."""
        place = {node.id: index for index, node in enumerate(self.nodes)}
        kept: dict[str, Run] = {}
        for run in self.runs:
            if run.leaves or run.target not in place or place[run.target] == 0:
                continue
            nearer = place[run.source] < place[run.target] and run.source != kept.get(run.target, run).source
            if run.target not in kept or nearer:
                kept[run.target] = run
        return set(kept.values())


@dataclass(frozen=True)
class Sketch:
    """Boxes in the order of the data, and the pairs of them that a line joins."""

    boxes: tuple[Box, ...]
    links: tuple[tuple[str, str], ...]


def runs_of(node: Node) -> list[Run]:
    """Return the ways out of a node, those side by side that lead to one place together; events are not drawn."""
    if isinstance(node, OUTCOMES):
        return []
    ends = [(f"{node.id}:{way.code}", way.says, way.to) for way in ways(node)]
    if isinstance(node, Checklist) and node.always is not None:
        ends.insert(0, (f"{node.id}:+always", IN_ANY_CASE, node.always))
    result = []
    for to, group in groupby(ends, key=lambda end: end[2]):
        leaves = isinstance(to, OtherTree)
        target = to.name if isinstance(to, OtherTree) else to
        result.append(Run(node.id, tuple((chip, says) for chip, says, _ in group), target, leaves))
    return result


def components(tree: Tree, badge: Callable[[str], str]) -> list[Component]:
    """Return the tree from its start, then what only events lead to, each with the events that lead there."""
    runs = {node.id: runs_of(node) for node in tree.nodes}
    targets = {node.id: [run.target for run in runs[node.id] if not run.leaves] for node in tree.nodes}
    result: list[Component] = []
    left = [node.id for node in tree.nodes]
    while left:
        pointed_at = {target for source in left for target in targets[source]}
        root = left[0] if not result else next((each for each in left if each not in pointed_at), left[0])
        reached, queue = {root}, [root]
        while queue:
            new = [target for target in targets[queue.pop()] if target in left and target not in reached]
            reached.update(new)
            queue.extend(new)
        inside = [tree.node(root), *(node for node in tree.nodes if node.id in reached and node.id != root)]
        entries = entries_to(root, tree, badge) if result else ()
        result.append(Component(tuple(inside), tuple(run for node in inside for run in runs[node.id]), entries))
        left = [each for each in left if each not in reached]
    return result


def cut(
    component: Component, at: str, parts: Iterable[Component], badge: Callable[[str], str]
) -> tuple[Component, Component]:
    """Return what stands above a node, which then has a pill in its place, and the node with what hangs from it.

    The lower one begins with every way to the node, from whichever part: with one of several, a reader would take it
    for that one alone.
    """
    kept = component.kept()
    below = {at}
    for _ in component.nodes:
        below |= {run.target for run in kept if run.source in below}
    start = next(node for node in component.nodes if node.id == at)
    lower = (start, *(node for node in component.nodes if node.id in below and node.id != at))
    upper = tuple(node for node in component.nodes if node.id not in below)
    ways_in = [run for part in parts for run in part.runs if run.target == at and not run.leaves]
    entries = tuple(
        (f"{index}>{at}", f"From {badge(run.source)}: {' or '.join(says for _, says in run.chips)}")
        for index, run in enumerate(ways_in)
    )
    return (
        Component(upper, tuple(run for run in component.runs if run.source not in below), component.entries),
        Component(lower, tuple(run for run in component.runs if run.source in below), entries),
    )


def entries_to(root: str, tree: Tree, badge: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    """Return a chip and its words for each event that leads to the root, with the badges of where it may happen."""
    where: dict[str, list[str]] = {}
    for node in tree.nodes:
        for way in ways(node) if isinstance(node, OUTCOMES) else ():
            if way.to == root:
                where.setdefault(way.says, []).append(badge(node.id))
    return tuple(
        (f"{index}>{root}", f"After {', '.join(at)}: {says}") for index, (says, at) in enumerate(where.items())
    )


def sketch(
    component: Component,
    widths: Widths | Mapping[str, Widths],
    as_lines: Collection[Run],
    names: Names,
) -> Sketch:
    """Return the boxes and links of a component in which only these joins are lines and the others are pills.

    Widths may be given for each node by its id: they hold for its box and for the ways out of it.
    """
    lines = component.kept() | set(as_lines)
    root = component.nodes[0].id
    of = widths if isinstance(widths, Mapping) else {node.id: widths for node in component.nodes}
    boxes = [entry_box(entry, root, says, of[root]) for entry, says in component.entries]
    links = [(entry, root) for entry, _ in component.entries]
    for node in component.nodes:
        boxes.append(node_box(node, of[node.id], names))
        for run in (each for each in component.runs if each.source == node.id):
            boxes += [chip_box(chip, node.id, says, of[node.id]) for chip, says in run.chips]
            end = run.target if run in lines else run.stub
            if run.leaves:
                boxes.append(jump_box(run, names.tree_title(run.target), of[node.id]))
            elif end == run.stub:
                boxes.append(goto_box(run, names.badge(run.target), of[node.id]))
            links += [link for chip, _ in run.chips for link in ((node.id, chip), (chip, end))]
    return Sketch(tuple(boxes), tuple(links))


def node_box(node: Node, widths: Widths, names: Names) -> Box:
    """Return the box of a node."""
    outcome = isinstance(node, OUTCOMES)
    box = Box(node.id, node.id, CLASSES[type(node)], BOX if outcome else ASKED, names.badge(node.id), node.id)
    more = BAR if isinstance(node, Treatment | Choice | AdviceAgainst) else 0
    box = replace(
        box, firmly=wording.firmly(node), since=wording.since_mark(node), adds=wording.since_kind(node) is ADDS
    )
    return set_box(box, names.words(node), widths.outcome if outcome else widths.asked, more)


def chip_box(chip: str, of: str, says: str, widths: Widths) -> Box:
    """Return the box of an answer."""
    return set_box(Box(chip, of, CHIP, SMALL), says, widths.chip)


def entry_box(entry: str, of: str, says: str, widths: Widths) -> Box:
    """Return the box that says from where a part of the diagram goes on; it points down."""
    box = set_box(Box(entry, of, ENTRY, SMALL), says, widths.outcome)
    return replace(box, height=box.height + TIP)


def goto_box(run: Run, badge: str, widths: Widths) -> Box:
    """Return the pill that stands for a line to a box elsewhere in the diagram."""
    return set_box(Box(run.stub, run.source, GOTO, LINK, badge, run.target), f"Go to {badge}", widths.chip)


def jump_box(run: Run, title: str, widths: Widths) -> Box:
    """Return the box that leads into another tree."""
    return set_box(Box(run.stub, run.source, JUMP, BOX, "", run.target), title, widths.outcome, POINT)


def set_box(box: Box, text: str, max_width: float, more: float = 0) -> Box:
    """Return the box with its words wrapped, and as wide and high as they need; `more` px stay free of text."""
    lines = tuple(wrap(text, max_width, box.type.size, box.type.weight))
    longest = max(width(line, box.type.size, box.type.weight) for line in lines)
    wide = max(longest, width(box.firmly, SMALL.size, SMALL.weight)) + 2 * box.type.beside + more
    high = len(lines) * box.type.line + 2 * box.type.above + (SMALL.line if box.firmly else 0)
    # Even sizes: a center then stands on a whole px, and lines stay sharp.
    least = narrowest("" if box.kind == GOTO else box.badge, box.since)
    return replace(box, lines=lines, width=max(2 * ceil(wide / 2), least), height=2 * ceil(high / 2))
