"""What trees are written in and with: drugs, trials, sources and collections."""

import re
from collections.abc import Iterator

from trees.core.check.quoting import all_quotes
from trees.core.differences import Difference
from trees.core.drugs import Drug
from trees.core.evidence import Source
from trees.core.figures import Trial
from trees.core.glossary import Term
from trees.core.library import Library
from trees.core.parts import names, parts_within
from trees.core.place import Part, Problem, did_you_mean, not_plain
from trees.core.records import Change
from trees.core.since import Since
from trees.core.to_do import is_to_do

ADDRESS = re.compile(r"https?://[^\s\"'<>]+")


def roots(library: Library) -> Iterator[Part]:
    """Yield everything that was read from the folder and has parts."""
    yield from library.drugs.values()
    yield from library.registers.values()
    yield from library.vocabulary()
    for reviews in library.reviews.values():
        yield from reviews
    yield from library.collections.values()
    for synonyms in library.synonyms.values():
        yield from synonyms
    yield from library.trees.values()


def no_text_is_empty(library: Library) -> Iterator[Problem]:
    """A text that is written down says something; one that may be left out is left out."""
    for root in roots(library):
        for part in parts_within(root):
            for name in names(type(part)):
                value = getattr(part, name)
                texts = value if isinstance(value, tuple) else (value,)
                empty = any(isinstance(text, str) and not text.strip() for text in texts)
                # What may be left out has its default on the class.
                if empty and value != getattr(type(part), name, None):
                    yield Problem(part.place.of(name), f"'{name}' is empty.")


def ids_are_plain_names(library: Library) -> Iterator[Problem]:
    """The id of a drug, a trial, a difference, a term, a note or a change stands in addresses, as a tree's does."""
    named: list[Drug | Trial | Difference | Term | Since | Change] = [*library.drugs.values(), *library.vocabulary()]
    for each in named:
        odd = not_plain(each.id)
        if odd:
            yield Problem(each.place, odd)


def sources_have_registers(library: Library) -> Iterator[Problem]:
    """A quote can be held to its source only when the source has a register."""
    cited = {id(quote.source): quote.source for quote in all_quotes(library)}
    for collection in library.collections.values():
        cited |= {id(source): source for source in (*collection.sources, *collection.newer)}
    unread = {problem.place.file for problem in library.problems}
    for source in cited.values():
        register = library.registers.get(source.id)
        if (register is None or register.source is not source) and source.place.file not in unread:
            text = f"the source '{source.id}' has no register, so that its quotes cannot be checked. Write one for it."
            yield Problem(source.place, text)


def sources_have_addresses(library: Library) -> Iterator[Problem]:
    """The address of a source is one of the web, since a page links to it."""
    for register in library.registers.values():
        source = register.source
        if not ADDRESS.fullmatch(source.address) and not is_to_do(source.address):
            text = f"'{source.address}' is not an address such as https://example.org/page."
            yield Problem(source.place.of("address"), text)


def collections_name_their_sources(library: Library) -> Iterator[Problem]:
    """A tree quotes only the sources that its collection follows, since each page gives their dates."""
    for name, tree in library.trees.items():
        collection = library.collections.get(name.partition("/")[0])
        if collection is None:
            continue
        # Newer sources have rules of their own.
        known = {source.id for source in (*collection.sources, *collection.newer)}
        parts = parts_within(tree, without=(Since,))
        foreign: dict[str, Source] = {
            part.id: part for part in parts if isinstance(part, Source) and part.id not in known
        }
        for source in foreign.values():
            text = f"the tree '{tree.id}' quotes {source.short}, which is not among the sources of its collection."
            yield Problem(collection.place.of("sources"), text)


def successors_are_there(library: Library) -> Iterator[Problem]:
    """A collection that is superseded says by which one there is."""
    for name, collection in library.collections.items():
        newer = collection.superseded_by
        if newer is not None and (newer == name or newer not in library.collections):
            others = [each for each in library.collections if each != name]
            text = f"there is no other collection '{newer}'.{did_you_mean(newer, others)}"
            yield Problem(collection.place.of("superseded_by"), text)
