"""What rests on each statement of a source: every quote of it, and who quotes it, in the words a reader knows it by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trees.core import wording
from trees.core.branches import Event, Onward
from trees.core.evidence import Quote, quotes_of
from trees.core.library import CALLED, Library
from trees.core.nodes import ASKED, Node, Tree, ways
from trees.core.numbering import badges
from trees.core.parts import parts_within
from trees.core.place import Part


@dataclass(frozen=True)
class Resting:
    """A quote, and who rests on it: in which tree or file, by which words, and where that is written.

    `group` is the full name of a tree or of what a collection names beside its trees, such as 'gist_2017/trials'.
    """

    quote: Quote
    group: str
    title: str
    """What the group is called."""
    who: str
    """The badge and the words of a node, or what else it is called."""
    in_a_tree: bool
    order: int = 0
    """Where it comes in reading order."""


def resting_on(library: Library, source: str) -> list[Resting]:
    """Return everything that rests on a source, tree by tree in reading order, then what stands beside the trees."""
    found = [each for name, tree in library.full_names() for each in _in_tree(name, tree)]
    for kind, known in (
        ("trial", library.trials),
        ("difference", library.differences),
        ("term", library.terms),
        ("note on what changed since", library.since),
        ("change", library.changes),
    ):
        for collection, named in known.items():
            for part in named.values():
                who = f"{kind} “{getattr(part, CALLED.get(type(part), 'name'))}”"
                group, title = f"{collection}, beside its trees", library.collections[collection].title
                found += [Resting(quote, group, title, who, in_a_tree=False) for quote in _quotes(part)]
    own = (each for each in found if each.quote.source.id == source)
    return [replace(each, order=order) for order, each in enumerate(own)]


def _in_tree(name: str, tree: Tree) -> Iterator[Resting]:
    marks = badges(tree)
    for quote in quotes_of(tree.because):
        yield Resting(quote, name, tree.title, f"the tree itself: {tree.applies_to}", in_a_tree=True)
    for node in tree.nodes:
        who = f"{marks[node.id]} ({wording.kind(node).lower()}): {wording.title(node)}"
        for quote in _of_node(node):
            yield Resting(quote, name, tree.title, who, in_a_tree=True)
        for way in ways(node):
            for quote in () if isinstance(way, Event | Onward) else quotes_of(way.because):
                yield Resting(quote, name, tree.title, f"{who} → {way.says}", in_a_tree=True)


def _of_node(node: Node) -> tuple[Quote, ...]:
    return () if isinstance(node, ASKED) else quotes_of(node.because)


def _quotes(part: Part) -> list[Quote]:
    return [each for each in parts_within(part) if isinstance(each, Quote)]
