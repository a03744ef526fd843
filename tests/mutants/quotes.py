"""Quotes: their statement numbers, their words of strength, and each of them left out."""

from mutants.mutant import Mutants, few, mutant, with_field, without
from mutants.parts import DROPPED, Parts
from trees.core.branches import Answer, Band, Item
from trees.core.differences import Side
from trees.core.evidence import NOT_STATED, OUR_QUESTION, Quote, quotes_of
from trees.core.figures import Level, Oddity
from trees.core.fingerprint import says
from trees.core.nodes import OUTCOMES
from trees.core.place import Part
from trees.core.since import Since
from trees.core.tokens import words

OTHER_NUMBERS = 2
OTHER_WORDS = 2


def of_numbers(parts: Parts) -> Mutants:
    """Every quote with the number of each statement that says the same words, and of a few that do not."""
    for quote in parts.of(Quote):
        known = parts.library.fingerprints.get(quote.source.id)
        if known is None:
            continue
        others = [each for each in known.statements if each != quote.at]
        same = [each for each in others if says(known, each, quote.text)]
        different = [each for each in others if each not in same]
        for number in (*same, *few(f"{parts.names[id(quote)]} at", different, OTHER_NUMBERS)):
            yield with_field(parts, "statement number", quote, "at", number)


def of_strengths(parts: Parts) -> Mutants:
    """Every word of strength: without it, with one of its words left out, and another word of the quote for it."""
    for quote in parts.of(Quote):
        if quote.strength is None:
            continue
        yield with_field(parts, "strength dropped", quote, "strength", None, "dropped")
        own = quote.strength.split()
        for index in range(len(own) if len(own) > 1 else 0):
            yield with_field(parts, "strength", quote, "strength", " ".join(without(own, index)))
        said = set(words(quote.strength))
        others = [word for word in dict.fromkeys(words(quote.text)) if word not in said]
        for word in few(f"{parts.names[id(quote)]} strength", others, OTHER_WORDS):
            yield with_field(parts, "strength", quote, "strength", word)


def of_quotes(parts: Parts) -> Mutants:
    """Every quote left out where it can be, and every condition that a source sets called our own question."""
    for quote in parts.of(Quote):
        for holder in parts.holders(quote):
            if isinstance(holder, Level | Oddity):
                # They cannot be written without one.
                continue
            kind = f"quote of {_kind(holder)} dropped"
            if isinstance(holder, Side) and isinstance(holder.because, Quote):
                yield with_field(parts, kind, holder, "because", NOT_STATED, f"{quote.at} dropped")
            elif isinstance(holder, Since) and isinstance(holder.because, Quote):
                yield with_field(parts, kind, holder, "because", (), f"{quote.at} dropped")
            else:
                yield mutant(parts, kind, quote, "", "dropped", {id(quote): DROPPED})
    for way in parts.of(Answer, Band, Item):
        if quotes_of(way.because):
            yield with_field(parts, "condition called ours", way, "because", OUR_QUESTION, "called our question")


def _kind(holder: Part) -> str:
    if isinstance(holder, OUTCOMES):
        return "an outcome"
    named = {"Answer": "an answer", "Item": "an item", "Option": "an option", "Since": "a note of what changed since"}
    return named.get(type(holder).__name__, f"a {type(holder).__name__.lower()}")
