"""What of a collection is exported: all of it, or one of its trees with what that tree rests on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from trees.core.change_notes import in_time
from trees.core.differences import Difference
from trees.core.evidence import Source
from trees.core.figures import Trial
from trees.core.glossary import Term
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Outcome, Tree
from trees.core.parts import parts_within
from trees.core.place import Part
from trees.core.records import Change
from trees.core.since import Since
from trees.core.term_forms import terms_in

Kind = TypeVar("Kind")


@dataclass(frozen=True)
class Selection:
    """Parts of one collection, each kind in its order; later sources are not among `sources`."""

    sources: Sequence[Source]
    trees: Sequence[Tree]
    trials: Sequence[Trial]
    differences: Sequence[Difference]
    since: Sequence[Since]
    terms: Sequence[Term]
    changes: Sequence[Change]


def everything(library: Library, collection: str) -> Selection:
    """Return all of a collection."""
    return Selection(
        sources=library.collections[collection].sources,
        trees=library.in_order(collection),
        trials=_known(library.trials, collection),
        differences=_known(library.differences, collection),
        since=_known(library.since, collection),
        terms=_known(library.terms, collection),
        changes=in_time(library, collection),
    )


def of_one_tree(library: Library, name: str) -> Selection:
    """Return one tree by its full name, what it names and uses, and the sources that something of all that names.

    A change is of the tree when it names it, or names none and so is of all trees.
    """
    collection, _, _ = name.partition("/")
    tree, whole = library.trees[name], everything(library, collection)
    trials = {trial.id for node in _outcomes(tree) for trial in node.evidence}
    differs = {each.id for node in _outcomes(tree) for each in node.differs}
    notes = {note.id for node in _outcomes(tree) for note in node.since}
    chosen = Selection(
        sources=(),
        trees=(tree,),
        trials=[each for each in whole.trials if each.id in trials],
        differences=[each for each in whole.differences if each.id in differs],
        since=[each for each in whole.since if each.id in notes],
        terms=terms_in(tree, whole.terms),
        changes=[each for each in whole.changes if not each.trees or tree.id in each.trees],
    )
    reviews = [each for each in library.reviews.get(collection, ()) if each.tree == tree.id]
    named = _sources_named(
        (*chosen.trees, *chosen.trials, *chosen.differences, *chosen.since, *chosen.terms, *chosen.changes, *reviews)
    )
    return replace(chosen, sources=[each for each in whole.sources if each.id in named])


def _known(known: Mapping[str, Mapping[str, Kind]], collection: str) -> list[Kind]:
    return list(known.get(collection, {}).values())


def _outcomes(tree: Tree) -> Iterator[Outcome]:
    for node in tree.nodes:
        if isinstance(node, OUTCOMES):
            yield node


def _sources_named(roots: Iterable[Part]) -> set[str]:
    return {part.id for root in roots for part in parts_within(root) if isinstance(part, Source)}
