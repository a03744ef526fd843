"""Words for the search: each leads to words of a tree, and is given once."""

from collections.abc import Iterator
from functools import lru_cache

from trees.core.evidence import Source
from trees.core.figures import Trial
from trees.core.library import Library
from trees.core.nodes import Tree
from trees.core.parts import This, names, parts_within
from trees.core.place import Place, Problem
from trees.core.tokens import words

NOT_READ = {"id", "to", "code", "at"}
"""Fields that name something for the program, and hold no words for a reader."""
MOST_KEPT = 256
"""Trees whose words are kept."""
MOST_TEXTS = 16_384
"""Texts whose words are kept: those of a tree whose file was not changed are the same when it is read again."""


def synonyms_lead_to_trees(library: Library) -> Iterator[Problem]:
    """A reader who types a synonym is led to words that stand together in a tree of the collection."""
    for collection, synonyms in library.synonyms.items():
        known = [words_of(This(tree)) for name, tree in library.trees.items() if name.startswith(f"{collection}/")]
        if not library.is_read(collection):
            continue
        for synonym in synonyms:
            for way in synonym.ways:
                if not any(set(split(way)) <= of_tree for of_tree in known):
                    text = f"'{synonym.typed}' leads to '{way}', and no tree has these words. Write what a tree says."
                    yield Problem(synonym.place.of("leads_to"), text)


def synonyms_are_given_once(library: Library) -> Iterator[Problem]:
    """What a reader types is led on from one place, and to something else."""
    drugs = {other.casefold(): drug.place for drug in library.drugs.values() for other in drug.also}
    for synonyms in library.synonyms.values():
        first: dict[str, Place] = dict(drugs)
        for synonym in synonyms:
            typed = " ".join(split(synonym.typed))
            if typed in first:
                text = f"what '{synonym.typed}' leads to is given already, at {first[typed]}. Give it once."
                yield Problem(synonym.place, text)
            first.setdefault(typed, synonym.place)
            if any(" ".join(split(way)) == typed for way in synonym.ways):
                yield Problem(synonym.place, f"'{synonym.typed}' leads to itself. Write what the trees call it.")


@lru_cache(maxsize=MOST_KEPT)
def words_of(this: This[Tree]) -> frozenset[str]:
    """Return every word that stands in a tree for readers, those of its quotes and its drugs included.

    It is kept: the mutants ask for all trees of a library of which one has changed, thousands of times.
    """
    found: set[str] = set()
    for part in parts_within(this.it):
        if not isinstance(part, Source | Trial):
            for name in names(type(part)):
                value = None if name in NOT_READ else getattr(part, name)
                texts = value if isinstance(value, tuple) else (value,)
                found |= {word for text in texts if isinstance(text, str) for word in split(text)}
    return frozenset(found)


@lru_cache(maxsize=MOST_TEXTS)
def split(text: str) -> tuple[str, ...]:
    """Return the words of a text as the search sees them: hyphens part words."""
    return tuple(each for word in words(text) for each in word.split("-"))
