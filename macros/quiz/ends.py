"""The ends of a tree, as they are offered to choose from: its outcomes, and the ways that leave it for another tree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.links import Links
from macros.uses import Uses
from trees.core import wording
from trees.core.branches import Event, Onward, OtherTree, Way
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Node, Outcome, Treatment, ways
from trees.core.paths import Condition, conditions
from trees.core.told import NO_STRENGTH

JUMP = ">"
"""What the key of an end begins with that is another tree; no id does."""
EVERY_WAY = "It is reached whatever is answered."
ON_SOME_WAYS = " (on some ways)"


@dataclass(frozen=True)
class End:
    """An end of a tree: its key, an outcome or the full name of the tree that it leads on to, and what it is called.

    `title` is the words of its box alone; `says` has the kind, how firmly, and the mark of a newer source as well.
    """

    key: str
    outcome: Outcome | None
    other: str | None
    title: str
    says: str

    def href(self, links: Links, tree: str) -> str:
        """Return where it stands on the site."""
        return links.tree(self.other) if self.other else links.tree(tree, self.key)


def key_of(way: Way) -> str:
    """Return the key of what a way leads to; it is that of an end only where the way leads to one."""
    return f"{JUMP}{way.to.name}" if isinstance(way.to, OtherTree) else way.to


def called(node: Outcome) -> str:
    """Return an outcome as its box shows it, in one line: its kind, its words, how firmly, what a newer source does.

    A treatment whose quotes hold no word of strength says so: a dose alone would read as an order.
    """
    firmly = wording.firmly(node)
    if isinstance(node, Treatment) and not wording.strengths(quotes_of(node.because)):
        firmly = NO_STRENGTH.lower()
    mark = wording.since_mark(node)
    return f"{wording.KINDS[type(node)]}: {wording.title(node)}{firmly and f', {firmly}'}{mark and f' [{mark}]'}"


def ends_of(library: Library, name: str) -> dict[str, End]:
    """Return the ends of a tree by their keys, in the order of the tree."""
    tree = library.trees[name]
    found: dict[str, End] = {}
    for node in tree.nodes:
        if isinstance(node, OUTCOMES):
            found[node.id] = End(node.id, node, None, wording.title(node), called(node))
            continue
        for way in ways(node):
            other = library.jump(name, way.to) if isinstance(way.to, OtherTree) else None
            if other is not None:
                title = f"The tree “{library.trees[other].title}”"
                found[key_of(way)] = End(key_of(way), None, other, title, f"Go on: {title[0].lower()}{title[1:]}")
    return found


def reachable(library: Library, name: str, starts: Iterable[str]) -> set[str]:
    """Return the keys of everything that answers, and reading on, lead to from these nodes, themselves included.

    Nothing that only time brings is among them.
    """
    tree = library.trees[name]
    nodes = {node.id: node for node in tree.nodes}
    found: set[str] = set()
    todo = list(starts)
    while todo:
        at = todo.pop()
        if at in found:
            continue
        found.add(at)
        if at in nodes:
            todo += [key_of(way) for way in ways(nodes[at]) if not isinstance(way, Event)]
            todo += always(nodes[at])
    return found


def always(node: Node) -> list[str]:
    """Return what a checklist shows in any case."""
    return [node.always] if isinstance(node, Checklist) and node.always is not None else []


def leading(uses: Uses, name: str, end: End, known: Mapping[str, tuple[Way, ...]]) -> list[str]:
    """Return what leads to an end, one sentence each; where `known` answers otherwise, what it answers.

    `known` has the ways that a case takes, by the id of what is asked.
    """
    tree = uses.library.trees[name]
    if end.outcome is not None:
        asked = [condition(each, known) for each in conditions(tree, end.outcome)]
        after = [
            f"It comes after “{called(back.node)}”: {back.way.says}."
            for back in uses.into_node[name, end.key]
            if isinstance(back.way, Event | Onward) and isinstance(back.node, OUTCOMES)
        ]
        return [*asked, *after] or [EVERY_WAY]
    rows = []
    for node in tree.nodes:
        out = tuple(way for way in ways(node) if key_of(way) == end.key)
        if out and not isinstance(node, OUTCOMES):
            steps = [*conditions(tree, node), Condition(node, out, always=True)]
            rows.append(" ".join(condition(each, known) for each in steps))
    return rows


def condition(given: Condition, known: Mapping[str, tuple[Way, ...]]) -> str:
    """Return the answers that lead on to an end, and those of a case where they are others."""
    says = f"{wording.title(given.asked)} {told(given.leading)}{'' if given.always else ON_SOME_WAYS}."
    taken = known.get(given.asked.id, ())
    if not taken or {way.code for way in taken} & {way.code for way in given.leading}:
        return says
    return f"{says} For this patient: {'; '.join(way.says for way in taken)}."


def told(given: Iterable[Way]) -> str:
    """Return answers of which one is enough: 'Yes; or Not known'."""
    return "; or ".join(way.says for way in given)


def in_order(ends: Mapping[str, End], keys: Iterable[str]) -> Iterator[End]:
    """Yield the ends with these keys in the order of the tree."""
    wanted = set(keys)
    return (end for key, end in ends.items() if key in wanted)
