"""Who leads where, and who uses what: the ways back that a page shows."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from macros.put import PutCase
from trees.core.branches import OtherTree, Way
from trees.core.differences import Difference
from trees.core.drugs import Drug
from trees.core.evidence import Quote
from trees.core.figures import Trial
from trees.core.glossary import Term
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Node, Treatment, quotes_in, ways
from trees.core.parts import parts_within
from trees.core.since import Since

Named = TypeVar("Named", Trial, Difference, Term, Since)
NO_CASES: Mapping[str, Sequence[PutCase]] = {}


@dataclass(frozen=True)
class Use:
    """A node of a tree, and the way out of it that is meant, if one is."""

    tree: str
    node: Node
    way: Way | None = None


class Uses:
    """The library read backward, once. `cases` are those of each collection."""

    def __init__(self, library: Library, cases: Mapping[str, Sequence[PutCase]] = NO_CASES) -> None:
        self.library = library
        self.cases = cases
        self.cases_of_tree: dict[str, list[PutCase]] = defaultdict(list)
        for case in (each for known in cases.values() for each in known):
            if case.ends is not None:
                self.cases_of_tree[case.ends[0]].append(case)
        self.into_node: dict[tuple[str, str], list[Use]] = defaultdict(list)
        self.into_tree: dict[str, list[Use]] = defaultdict(list)
        self.of_drug: dict[str, list[Use]] = defaultdict(list)
        self.of_trial: dict[tuple[str, str], list[Use]] = defaultdict(list)
        self.of_statement: dict[tuple[str, str], list[Use]] = defaultdict(list)
        self.trials_of_statement: dict[tuple[str, str], list[tuple[str, Trial]]] = defaultdict(list)
        self.differences_of_statement: dict[tuple[str, str], list[tuple[str, Difference]]] = defaultdict(list)
        self.terms_of_statement: dict[tuple[str, str], list[tuple[str, Term]]] = defaultdict(list)
        self.notes_of_statement: dict[tuple[str, str], list[tuple[str, Since]]] = defaultdict(list)
        self.of_note: dict[tuple[str, str], list[Use]] = defaultdict(list)
        self.of_difference: dict[tuple[str, str], list[Use]] = defaultdict(list)
        _by_statement(library.trials, self.trials_of_statement)
        _by_statement(library.differences, self.differences_of_statement)
        _by_statement(library.terms, self.terms_of_statement)
        _by_statement(library.since, self.notes_of_statement)
        for name, tree in library.full_names():
            for node in tree.nodes:
                self._ways(library, name, node)
                self._basis(name, node)

    def _ways(self, library: Library, tree: str, node: Node) -> None:
        for way in ways(node):
            if isinstance(way.to, OtherTree):
                other = library.jump(tree, way.to)
                if other is not None:
                    self.into_tree[other].append(Use(tree, node, way))
            else:
                self.into_node[tree, way.to].append(Use(tree, node, way))
        if isinstance(node, Checklist) and node.always is not None:
            self.into_node[tree, node.always].append(Use(tree, node))

    def _basis(self, tree: str, node: Node) -> None:
        if isinstance(node, Treatment):
            self.of_drug[node.drug.id].append(Use(tree, node))
        if isinstance(node, OUTCOMES):
            for trial in node.evidence:
                self.of_trial[tree.partition("/")[0], trial.id].append(Use(tree, node))
            for difference in node.differs:
                self.of_difference[tree.partition("/")[0], difference.id].append(Use(tree, node))
            for note in node.since:
                self.of_note[tree.partition("/")[0], note.id].append(Use(tree, node))
        for source, at in dict.fromkeys((quote.source.id, quote.at) for quote in quotes_in(node)):
            self.of_statement[source, at].append(Use(tree, node))

    def trees_of_source(self, source: str) -> list[str]:
        """Return the trees that quote a source, in reading order."""
        quoting = {use.tree for (of, _), uses in self.of_statement.items() if of == source for use in uses}
        return [name for name, _ in self.library.full_names() if name in quoting]


def _by_statement(
    known: Mapping[str, Mapping[str, Named]], found: dict[tuple[str, str], list[tuple[str, Named]]]
) -> None:
    """Add what each collection names to every statement that it quotes, once."""
    for collection, named in known.items():
        for each in named.values():
            quotes = (part for part in parts_within(each) if isinstance(part, Quote))
            for statement in dict.fromkeys((quote.source.id, quote.at) for quote in quotes):
                found[statement].append((collection, each))


def names(trial: Trial, drug: Drug) -> bool:
    """Return whether the words quoted for a trial name a drug."""
    text = " ".join(part.text for part in parts_within(trial) if isinstance(part, Quote)).casefold()
    return any(name.casefold() in text for name in drug.names)
