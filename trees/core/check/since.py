"""What has changed since: each note is of a newer source, rests on its words, and is met where it matters."""

import re
from collections.abc import Iterator, Mapping

from trees.core.amounts import amounts, shown
from trees.core.check.advice import orders
from trees.core.check.firmness import statements
from trees.core.differences import Side
from trees.core.evidence import Quote
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Tree
from trees.core.parts import parts_within
from trees.core.place import Problem
from trees.core.since import DOES_NOT_SAY, NotFound, Since, quotes_of_note
from trees.core.tokens import holds


def newer_sources_are_newer(library: Library) -> Iterator[Problem]:
    """A newer source is none that the trees follow, and is dated after each of these."""
    for collection in library.collections.values():
        followed = {source.id for source in collection.sources}
        for source in collection.newer:
            if source.id in followed:
                text = f"{source.short} is among the sources that the trees follow. Leave it out of `newer`."
                yield Problem(collection.place.of("newer"), text)
                continue
            latest = max(collection.sources, key=lambda each: each.date, default=None)
            if latest is not None and source.date <= latest.date:
                text = (
                    f"{source.short} of {source.date} is not newer than {latest.short} of {latest.date}. "
                    "Leave it out of `newer`."
                )
                yield Problem(collection.place.of("newer"), text)


def notes_are_sound(library: Library) -> Iterator[Problem]:
    """A note is of a newer source of its collection, and has its words or words that were searched for in it."""
    gists = {key: f"{each.gist} {each.at}" for key, each in statements(library).items()}
    for name, known in library.since.items():
        collection = library.collections.get(name)
        newer = () if collection is None else collection.newer
        for note in known.values():
            if all(source is not note.source for source in newer):
                text = (
                    f"'{note.id}' is of {note.source.short}, which is not among the newer sources of its collection. "
                    "Name it in `newer`."
                )
                yield Problem(note.place, text)
            yield from _basis(note)
            yield from _own_words(note)
            yield from _drugs(library, note, gists)


def _basis(note: Since) -> Iterator[Problem]:
    if isinstance(note.because, NotFound) != (note.change is DOES_NOT_SAY):
        text = f"'{note.id}' wants NotFound(…) with DOES_NOT_SAY, and quotes with any other change."
        yield Problem(note.place.of("because"), text)
    elif not (note.because.words if isinstance(note.because, NotFound) else quotes_of_note(note)):
        yield Problem(note.place.of("because"), f"'{note.id}' has no words to rest on.")
    for quote in quotes_of_note(note):
        if quote.source is not note.source:
            text = f"'{note.id}' is a note of {note.source.short}, and quotes {quote.source.short}."
            yield Problem(quote.place, text)


def _own_words(note: Since) -> Iterator[Problem]:
    """Yield a problem for each number and each word that orders in our words that no quote of a note has."""
    quotes = quotes_of_note(note)
    printed = {amount for quote in quotes for amount in amounts(quote.text)}
    for field, text in (("topic", note.topic), ("says", note.says)):
        for amount in sorted(amounts(text) - printed):
            wrong = f"'{note.id}' says {shown(amount)} of {note.source.short}, but none of its quotes does."
            yield Problem(note.place.of(field), wrong)
        for order, hint in orders(text, quotes):
            wrong = f"'{note.id}' says '{order}' of {note.source.short}, but none of its quotes does.{hint}"
            yield Problem(note.place.of(field), wrong)


def _drugs(library: Library, note: Since, gists: Mapping[tuple[str, str], str]) -> Iterator[Problem]:
    """Yield a problem for each drug of a note that neither its quotes name nor the register of their statements.

    A statement often calls a drug by "it"; the register then says which is meant.
    """
    quotes = quotes_of_note(note)
    said = " ".join((*(quote.text for quote in quotes), *(gists.get((q.source.id, q.at), "") for q in quotes)))
    for field, text in (("topic", note.topic), ("says", note.says)) if quotes else ():
        for drug in library.drugs.values():
            if _names(text, drug.names) and not _names(said, drug.names):
                yield Problem(note.place.of(field), f"'{note.id}' names {drug.name}, but none of its quotes does.")


def _names(text: str, names: tuple[str, ...]) -> bool:
    found = "|".join(re.escape(name) for name in names)
    return re.search(rf"\b(?:{found})\b", text, re.IGNORECASE) is not None


def what_is_gone_was_there(library: Library) -> Iterator[Problem]:
    """Words that are searched for in a newer source stand in a quote of an older one, or nothing is gone."""
    for name, known in library.since.items():
        missing = [note for note in known.values() if isinstance(note.because, NotFound)]
        if not missing:
            continue
        trees = [tree for full, tree in library.trees.items() if full.startswith(f"{name}/")]
        parts = (part for tree in trees for part in parts_within(tree, without=(Since,)))
        quoted = [part.text for part in parts if isinstance(part, Quote)]
        for note in missing:
            assert isinstance(note.because, NotFound)
            for words in note.because.words:
                if not any(holds(text, words) for text in quoted):
                    text = f"'{note.id}' searched for '{words}', which no quote of the trees has. Nothing is gone."
                    yield Problem(note.because.place, text)


def every_note_is_met(library: Library) -> Iterator[Problem]:
    """A reader of some outcome of the collection is told of each note; nobody looks for one on a list alone."""
    told = {
        (name.partition("/")[0], note.id)
        for name, tree in library.trees.items()
        for node in tree.nodes
        if isinstance(node, OUTCOMES)
        for note in node.since
    }
    for collection, known in library.since.items():
        for note in known.values() if library.is_read(collection) else ():
            if (collection, note.id) not in told:
                text = f"no outcome names the note '{note.id}'. Name it in `since` where it matters."
                yield Problem(note.place, text)


def nothing_rests_on_what_is_newer(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """What a newer source says stands in a note: all else in a tree is of the sources that it follows."""
    collection = library.collections.get(name.partition("/")[0])
    if collection is None:
        return
    newer = {source.id for source in collection.newer} - {source.id for source in collection.sources}
    for part in parts_within(tree, without=(Since,)):
        if isinstance(part, Quote | Side) and part.source.id in newer:
            text = f"the tree '{tree.id}' rests on {part.source.short}, a newer source. Say it in a note of `since`."
            yield Problem(part.place, text)
