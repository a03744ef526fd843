"""Which quotes are suspect, and how that is said everywhere: on an outcome, at an answer, of a whole tree."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trees.core.branches import Event, Onward, Way
from trees.core.evidence import Quote, Source, quotes_of
from trees.core.library import Library
from trees.core.nodes import ASKED, OUTCOMES, Node, Tree, ways
from trees.core.numbering import badges
from trees.core.parts import parts_within
from trees.core.suspect import Suspect, uncleared

NOT_COMPARED = "nobody has compared them yet"
MARK = "suspect"
"""What stands behind a quote whose words have changed in its source."""


@dataclass(frozen=True)
class Doubt:
    """A suspect statement of a source."""

    source: Source
    suspect: Suspect

    def __str__(self) -> str:
        """Return what a reader is told."""
        what = self.suspect.change.value
        told = f"the words this rests on {what} in the source (found {self.suspect.found}); {NOT_COMPARED}"
        return f"Suspect: {told}. {self.source.short}, {self.suspect.statement}: {self.suspect.says}"


def doubts_on(library: Library, quotes: Iterable[Quote]) -> list[Doubt]:
    """Return what is suspect of the statements that some quotes stand in, each once, in the order of the quotes."""
    found: dict[int, Doubt] = {}
    for quote in quotes:
        for suspect in _of(library, quote.source.id):
            if suspect.statement == quote.at:
                found.setdefault(id(suspect), Doubt(quote.source, suspect))
    return list(found.values())


def is_suspect(library: Library, quote: Quote) -> bool:
    """Return whether the statement of a quote is suspect."""
    return any(each.statement == quote.at for each in _of(library, quote.source.id))


def _of(library: Library, source: str) -> Sequence[Suspect]:
    register = library.registers.get(source)
    return uncleared(register.suspects) if register and register.suspects else ()


def doubts_of_node(library: Library, node: Node) -> list[Doubt]:
    """Return what is suspect of what a node itself rests on: for an outcome its trials, notes and differences too."""
    if isinstance(node, ASKED):
        return []
    if isinstance(node, OUTCOMES):
        return doubts_on(library, (part for part in parts_within(node) if isinstance(part, Quote)))
    return doubts_on(library, quotes_of(node.because))


def doubts_of_way(library: Library, way: Way) -> list[Doubt]:
    """Return what is suspect of the words that set the condition of an answer, or name an option."""
    return [] if isinstance(way, Event | Onward) else doubts_on(library, quotes_of(way.because))


def doubts_of_tree(library: Library, tree: Tree) -> list[tuple[Doubt, list[str]]]:
    """Return all that is suspect in a tree, each once, with the badges of the steps that rest on it.

    What only says for whom the tree is has no badge.
    """
    found: dict[int, tuple[Doubt, list[str]]] = {}
    for doubt in doubts_on(library, quotes_of(tree.because)):
        found.setdefault(id(doubt.suspect), (doubt, []))
    marks = badges(tree)
    for node in tree.nodes:
        of_ways = (doubt for way in ways(node) for doubt in doubts_of_way(library, way))
        for doubt in (*doubts_of_node(library, node), *of_ways):
            at = found.setdefault(id(doubt.suspect), (doubt, []))[1]
            if marks[node.id] not in at:
                at.append(marks[node.id])
    return list(found.values())


def told_of_tree(library: Library, tree: Tree) -> list[str]:
    """Return what is suspect in a tree in sentences, each with the steps that rest on it: 'At A, C. Suspect: …'."""
    return [f"At {', '.join(at)}. {doubt}" if at else str(doubt) for doubt, at in doubts_of_tree(library, tree)]
