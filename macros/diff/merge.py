"""Both editions of a tree in one: every box and every line that either has, each with what became of it.

One picture is read, two are hunted through for differences; and Graphviz places two of them differently.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from trees.core import wording
from trees.core.branches import OtherTree, To, Way
from trees.core.check.structure import reached
from trees.core.diff.comparison import TreeDiff
from trees.core.diff.items import ADDED, ADVICE, CHANGED, REMOVED, How
from trees.core.diff.match import codes
from trees.core.nodes import OUTCOMES, Checklist, Choice, Measure, Node, Question, Tree, ways
from trees.core.numbering import badges

PLUS, MINUS = "+", "−"
"""What stands before an answer that only one edition has: the later one, the earlier one."""
BEFORE = ", before"
"""What an id ends with that the later edition does not have, or has for something else."""
ROUND = "#"
"""What the name of a tree begins with that stands for a box of this one, to which no line can be drawn."""


@dataclass
class Merged:
    """A tree of both editions. `became` has what became of a node or a way, by the id of its box.

    `words` and `badge` are what a box says and its number, both with what became of it where something did. `cut_off`
    are nodes that the later edition still has, and to which nothing in it leads.
    """

    tree: Tree
    became: dict[str, How] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    badge: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    cut_off: set[str] = field(default_factory=set)

    def says(self, node: Node) -> str:
        """Return the words of a box."""
        return self.words.get(node.id, wording.title(node))


def merged(diff: TreeDiff) -> Merged:
    """Return both editions of a tree that both have."""
    matching = diff.patients.joint.matching
    before, after = matching.before.trees[diff.before or ""], matching.after.trees[diff.after or ""]
    return _Merger(before, after, matching.node, _changed(diff)).made()


def _changed(diff: TreeDiff) -> set[str]:
    return {item.node for item in diff.items if item.node and item.weight is ADVICE}


class _Merger:
    """Puts two trees together; `new_id` returns what a node of the earlier one is called now, `changed` are ids."""

    def __init__(self, before: Tree, after: Tree, new_id: Callable[[str], str], changed: set[str]) -> None:
        self.before, self.after, self.new_id, self.changed = before, after, new_id, changed
        self.kept = {node.id: node for node in after.nodes}
        self.old = {self.place_of(node): node for node in before.nodes}
        self.lines: dict[str, set[str]] = {}

    def place_of(self, node: Node) -> str:
        """Return the id in the picture of a node of the earlier edition: one that became another thing has its own."""
        name = self.new_id(node.id)
        there = self.kept.get(name)
        other = there is not None and isinstance(there, OUTCOMES) != isinstance(node, OUTCOMES)
        return f"{name}{BEFORE}" if other else name

    def made(self) -> Merged:
        """Return the merged tree: nodes in the order of the later edition, each that is gone after its neighbor."""
        order = self.order()
        for name in order:
            node = self.kept.get(name)
            self.lines[name] = {way.to for way in _asked(node) if isinstance(way.to, str)} if node else set()
        nodes = [self.node(name) for name in order]
        made = Merged(replace(self.after, nodes=tuple(nodes)), cut_off=self.kept.keys() - reached(self.after))
        numbers, old_numbers = badges(self.after), badges(self.before)
        for name, node in zip(order, nodes, strict=True):
            old = self.old.get(name)
            how = ADDED if old is None else REMOVED if name not in self.kept else CHANGED
            if how is CHANGED and name not in self.changed:
                made.badge[name] = numbers[name]
            else:
                made.became[name] = how
                number = old_numbers[old.id] if old is not None and how is REMOVED else numbers.get(name, "")
                made.badge[name] = f"{number} {'gone' if how is REMOVED else 'new' if how is ADDED else how.value}"
            if name in made.cut_off:
                made.badge[name] = f"{numbers[name]} cut off"
            if how is CHANGED and old is not None and wording.title(old) != wording.title(node):
                made.words[name] = f"{wording.title(node)} (was: {wording.title(old)})"
            for way in _asked(node):
                if way.says.startswith((f"{PLUS} ", f"{MINUS} ")):
                    made.became[f"{name}:{way.code}"] = ADDED if way.says.startswith(PLUS) else REMOVED
        for name in order:
            made.titles[f"{ROUND}{name}"] = f"Back to {made.badge[name]}"
        return made

    def order(self) -> list[str]:
        """Return the ids of all nodes of the picture."""
        order = list(self.kept)
        last = None
        for name in self.old:
            if name not in self.kept:
                order.insert(0 if last is None else order.index(last) + 1, name)
            last = name
        # The later edition begins the picture.
        start = self.after.start.id
        return [start, *(name for name in order if name != start)]

    def node(self, name: str) -> Node:
        """Return a node of the picture with the ways out of it that either edition has."""
        new, old = self.kept.get(name), self.old.get(name)
        if new is None:
            assert old is not None
            return self.with_ways(replace(old, id=name), [self.gone(name, way) for way in ways(old)])
        if old is None:
            return self.with_ways(new, [_signed(way, PLUS) for way in ways(new)])
        result: list[Way] = []
        mine, theirs = ({way.code: way for way in ways(node)} for node in (old, new))
        for was, now in codes(old, new):
            one, other = mine.get(was or ""), theirs.get(now or "")
            if other is None:
                assert one is not None
                result.append(self.gone(name, one))
            elif one is None or self.target(one.to) != other.to:
                result.append(_signed(other, PLUS))
                if one is not None:
                    result.append(self.gone(name, one))
            else:
                says = other.says if one.says == other.says else f"{other.says} (was: {one.says})"
                result.append(replace(other, says=says))
        return self.with_ways(new, result)

    def target(self, to: To) -> To:
        """Return where a way of the earlier edition leads in the picture."""
        if isinstance(to, OtherTree):
            return to
        return next((name for name, node in self.old.items() if node.id == to), to)

    def gone(self, name: str, way: Way) -> Way:
        """Return a way that is no more; where its line would lead round in a circle, it says where it led."""
        to = self.target(way.to)
        if isinstance(to, str) and not isinstance(self.old.get(name), OUTCOMES):
            if name in self.reached_from(to):
                to = OtherTree(f"{ROUND}{to}")
            else:
                self.lines[name].add(to)
        elif isinstance(to, str) and to not in self.lines:
            to = OtherTree(f"{ROUND}{to}")
        fields: dict[str, Any] = {"code": f"{way.code}{BEFORE}", "to": to}
        return replace(_signed(way, MINUS), **fields)

    def reached_from(self, start: str) -> set[str]:
        """Return a node and every one that lines lead to from it."""
        seen, todo = {start}, [start]
        while todo:
            new = self.lines.get(todo.pop(), set()) - seen
            seen |= new
            todo += new
        return seen

    def always(self, node: Checklist) -> str:
        """Return what a checklist shows in any case, by its id in the picture."""
        name = node.always or ""
        return name if name in self.lines else str(self.target(name))

    def with_ways(self, node: Node, given: Iterable[Way]) -> Node:
        """Return a node with other ways out of it."""
        every = tuple(given)
        fields: dict[str, Any]
        match node:
            case Question():
                fields = {"answers": every}
            case Measure():
                unknown = _coded(every, node.unknown.code)
                fields = {"bands": tuple(way for way in every if way is not unknown), "unknown": unknown}
            case Checklist():
                none, unknown = _coded(every, node.none.code), _coded(every, node.unknown.code)
                items = tuple(way for way in every if way is not none and way is not unknown)
                always = None if node.always is None else self.always(node)
                fields = {"items": items, "none": none, "unknown": unknown, "always": always}
            case Choice():
                fields = {"options": every}
            case _:
                fields = {"then": every}
        return replace(node, **fields)


def _coded(every: Iterable[Way], code: str) -> Way:
    """Return the way of a code, or the one that had it in the earlier edition."""
    return next(way for way in every if way.code in (code, f"{code}{BEFORE}"))


def _asked(node: Node | None) -> tuple[Way, ...]:
    return () if node is None or isinstance(node, OUTCOMES) else ways(node)


def _signed(way: Way, sign: str) -> Way:
    return replace(way, says=f"{sign} {way.says}")
