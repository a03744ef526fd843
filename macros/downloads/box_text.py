"""What stands in the boxes of a tree that another program draws, above the tree, and behind each box."""

import textwrap
from collections.abc import Iterator

from macros.diagram.boxes import IN_ANY_CASE
from macros.diagram.measure import joined
from macros.downloads.material import Material
from macros.no_break import NO_BREAK
from trees.core import wording
from trees.core.branches import Band, Event, Onward, OtherTree, To, Way
from trees.core.doses import DailyDose
from trees.core.evidence import Because, OurQuestion, Quote, quotes_of
from trees.core.nodes import (
    OUTCOMES,
    AdviceAgainst,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Node,
    Question,
    Treatment,
    ways,
)
from trees.core.since import NotFound, Since, quotes_of_note
from trees.core.told import trial_in_words

ALWAYS = "+always"
"""Stands for the code of what a checklist shows in any case; no code of an answer looks like it."""
OURS = "Our question: a source only implies it."


def above(of: Material) -> list[str]:
    """Return whose a tree is, and what newer sources say: it stands above the tree, before any advice."""
    rows = [f"{label}: {says}" for label, says in of.attribution.rows() if label != "Title"]
    return [of.attribution.title, *rows, *since_then(of)]


def filled(given: str, letters: int) -> list[str]:
    """Return a text in lines of at most so many letters, none of which ends inside a dose."""
    lines = textwrap.wrap(joined(given), letters, break_long_words=False, break_on_hyphens=False)
    return [line.replace(NO_BREAK, " ") for line in lines]


def since_then(of: Material) -> list[str]:
    """Return every note on what newer sources say, after the letters of the outcomes that it stands with."""
    return [f"Since then, at {each}" for each in of.attribution.noted()]


def words(of: Material, node: Node) -> list[str]:
    """Return what stands in a box, in lines: what has changed since before the advice, and how firmly after it."""
    told = [f"{wording.since_mark(node)}. {wording.since_in_short(node)}"] if wording.since_mark(node) else []
    printed = ""
    if isinstance(node, Treatment) and isinstance(node.dose, DailyDose):
        printed = wording.dose_as_printed(node.dose).removeprefix(wording.dose(node.dose)).strip()
    more = [each for each in (printed, wording.firmly(node)) if each]
    # Whatever a program makes of the shapes, advice against something and what is left open are told in words.
    kind = f", {wording.kind(node).lower()}" if isinstance(node, AdviceAgainst | LeftOpen) else ""
    return [*told, f"{of.badges[node.id]}{kind}: {wording.title(node)}", *more]


def behind(node: Node) -> Iterator[str]:
    """Yield what a reader is told of a box who points at it: what has changed since, its kind, and what it rests on."""
    if isinstance(node, OUTCOMES):
        yield from map(note, node.since)
    yield f"{wording.kind(node)}."
    match node:
        case Treatment():
            yield f"Dose: {wording.dose_as_printed(node.dose)}. Duration: {wording.duration(node.duration)}."
        case LeftOpen():
            yield f"Stated: {node.says} Would decide: {node.would_decide}"
        case Choice():
            yield wording.order(node.order)
    if isinstance(node, OUTCOMES):
        yield from (f"{trial_in_words(trial)}." for trial in node.evidence)
        yield from (f"Note: {each}" for each in node.notes)
    if isinstance(node, Question | Measure | Checklist):
        yield wording.meaning(node.means)
    else:
        yield rests_on(node.because)


def ways_out(node: Node) -> Iterator[tuple[str, str, To, Way | None]]:
    """Yield the code, the words and the target of every way out of a node; what is shown in any case comes first."""
    if isinstance(node, Checklist) and node.always is not None:
        yield ALWAYS, IN_ANY_CASE, node.always, None
    for way in ways(node):
        yield way.code, way.says, way.to, way


def behind_way(node: Node, way: Way | None) -> Iterator[str]:
    """Yield what a reader is told of an answer: the numbers of a band, and the words that set the condition."""
    if isinstance(way, Band) and isinstance(node, Measure):
        yield f"{wording.band_range(way, node)}."
    if isinstance(way, Event):
        yield "An event: time passes, and what can change with time is asked again."
    elif isinstance(way, Onward):
        yield "No time passes: what is known stays known."
    elif way is not None:
        yield OURS if isinstance(way.because, OurQuestion) else rests_on(way.because)


def rests_on(because: Because) -> str:
    """Return the quotes that something rests on, with their citations."""
    quotes = quotes_of(because)
    return f"Rests on {'; '.join(map(quoted, quotes))}." if quotes else ""


def quoted(quote: Quote) -> str:
    """Return a quote with its citation, and the source's own word of strength where it has one."""
    strength = f", strength “{quote.strength}”" if quote.strength else ""
    return f"“{quote.text}” ({wording.citation(quote)}{strength})"


def note(given: Since) -> str:
    """Return what a newer source says of a matter since."""
    because = given.because
    found = [wording.not_found(because)] if isinstance(because, NotFound) else map(quoted, quotes_of_note(given))
    return f"{wording.since(given)} ({given.source.date}). {given.topic}: {given.says} {' '.join(found)}"


def full_name(of: Material, to: OtherTree) -> str:
    """Return the full name of a tree that this one leads to."""
    return of.library.jump(of.name, to) or to.name
