"""Patients as other people's engines take them, and what our walker says of each: the grid that engines are held to.

What is expected comes from `trees.core.walk` and `trees.core.report`, and from nothing that makes the files.
"""

import itertools
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from trees.core import wording
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import Checklist, Choice, Measure, Node, Question, Tree, ways
from trees.core.report import outcome_data, quote_data
from trees.core.walk import Reached, Walk, walk

BEGINS_AT = "_begins_at"
Value = str | float | None
Patient = dict[str, Value]
"""What each column holds, by its name; None where nothing is known."""

TOLD = ("does", "id", "words", "drug", "dose", "duration", "strengths", "quotes", "stated", "would_decide", "evidence")
"""The fields that are compared: what a patient would be treated by, and the words it rests on."""
Told = dict[str, str]


class Column(NamedTuple):
    """A column: its name, the values that it offers, and some that it does not."""

    name: str
    offers: tuple[Value, ...]
    refuses: tuple[Value, ...]


def columns(tree: Tree) -> list[Column]:
    """Return the columns of a tree, as docs/maintain/formats.md names them."""
    begins = [way.to for node in tree.nodes if hasattr(node, "then") for way in node.then if isinstance(way.to, str)]
    found = []
    if inner := tuple(dict.fromkeys(each for each in begins if each != tree.start.id)):
        found.append(Column(BEGINS_AT, inner, ("nowhere", tree.start.id)))
    for node in tree.nodes:
        found += columns_of(node)
    return found


def columns_of(node: Node) -> list[Column]:
    """Return the columns that one node asks for."""
    odd: tuple[Value, ...] = ("zzz", "", "YES", "yes ", "null")
    match node:
        case Question() | Choice():
            return [Column(node.id, tuple(way.code for way in ways(node)), odd)]
        case Measure():
            numbers = Column(node.id, tuple(sorted(edges(node))), (node.lowest - node.step, node.highest + node.step))
            return [numbers, Column(f"{node.id}__unknown", ("unknown",), odd)]
        case Checklist():
            items = [Column(f"{node.id}__{each.code}", ("yes", "no"), ("zzz", "", "true")) for each in node.items]
            return [Column(node.id, ("none", "unknown"), (*odd, node.items[0].code)), *items]
        case _:
            return []


def edges(node: Measure) -> Iterator[float]:
    """Yield the ends of the range, and each edge of a band with its neighbors, each number once."""
    found = {node.lowest, node.highest}
    for band in node.bands:
        for edge in (band.at_least, band.above, band.at_most, band.below):
            if edge is not None:
                found |= {round(edge - node.step, 9), edge, round(edge + node.step, 9)}
    yield from (each for each in found if node.lowest <= each <= node.highest)


def grid(tree: Tree, most: int | None = None) -> list[Patient]:
    """Return every patient that answers each column in each way it offers, or not at all; or `most` of them by lot.

    So an answer that no question on the way asks for, such as one that was given before an earlier one was corrected,
    stands beside every path.
    """
    of = columns(tree)
    choices = [(None, *column.offers) for column in of]
    count = 1
    for each in choices:
        count *= len(each)
    names = [column.name for column in of]
    if most is None or count <= most:
        return [dict(zip(names, values, strict=True)) for values in itertools.product(*choices)]
    chance = random.Random(len(names) * 1_000_003 + count)
    return [dict(zip(names, map(chance.choice, choices), strict=True)) for _ in range(most)]


def refused(tree: Tree, library: Library, name: str, most: int = 200) -> list[tuple[str, Patient]]:
    """Return patients with one value that its column does not offer, where a question on the way asks for it."""
    found = []
    for column in columns(tree):
        before = next((each for each in grid(tree, 5_000) if asks_for(library, name, each, column.name)), None)
        if before is not None:
            found += [(column.name, {**before, column.name: odd}) for odd in column.refuses]
    return found[:most]


def asks_for(library: Library, name: str, patient: Patient, column: str) -> bool:
    """Return whether the way of a patient passes the question of a column, and the column alone decides there."""
    if column == BEGINS_AT:
        return True
    alone = {**patient, column: None}
    if any(alone[each] is not None for each in alone if each.partition("__")[0] == column.partition("__")[0]):
        return False
    (first, *_) = expected(library, name, alone)
    return first["does"] in ("ask", "choose") and first["id"] == column.partition("__")[0]


def expected(library: Library, name: str, patient: Mapping[str, Value]) -> list[Told]:
    """Return what the walker says of a patient in one tree: all that is shown, or what is asked, or the next tree."""
    tree = library.trees[name]
    if (begins := patient.get(BEGINS_AT)) is not None:
        # An event leads there: the same tree, begun at that node.
        start = tree.node(str(begins))
        tree = replace(tree, nodes=(start, *(each for each in tree.nodes if each is not start)))
        library = replace(library, trees={**library.trees, name: tree})
    given, clash, open_items = read(tree, patient)
    walked = walk(library, name, given)
    if walked.tree != name:
        other = next(step.tree for step in (*walked.steps, _at(walked)) if step.tree != name)
        return [told("go on", other, library.trees[other].title)]
    if walked.asks is not None:
        asked = told(does(walked.asks, clash), walked.asks.id, refusal(walked.asks, clash))
        own = quotes_of(walked.asks.because) if isinstance(walked.asks, Choice) else ()
        return [{**asked, "quotes": "\n".join(quoted(quote_data(each)) for each in own)}]
    if (clashed := next((step.node for step in walked.steps if step.node.id in clash), None)) is not None:
        return [told("refuse", clashed.id, refusal(clashed, clash))]
    shown = [of_outcome(library, each) for each in walked.outcomes]
    last = walked.steps[-1].node if walked.steps else None
    if last is not None and last.id in open_items:
        shown.append(told("ask", last.id, wording.title(last)))
    return shown


class _Here(NamedTuple):
    tree: str


def _at(walked: Walk) -> _Here:
    return _Here(walked.tree)


def does(node: Node, clash: Iterable[str]) -> str:
    """Return what a walk does that stops at a node."""
    return "refuse" if node.id in clash else "choose" if isinstance(node, Choice) else "ask"


def refusal(node: Node, clash: Iterable[str]) -> str:
    """Return the words of what is asked, or why it is refused."""
    if node.id not in clash:
        return wording.title(node)
    what = "a number and with 'unknown'" if isinstance(node, Measure) else "items and with 'none' or 'unknown'"
    return f"“{wording.title(node)}” is answered with {what}. Only one can be true."


def read(tree: Tree, patient: Mapping[str, Value]) -> tuple[dict[str, str | float], set[str], set[str]]:
    """Return the answers of a patient as the walker takes them, what contradicts itself, and lists with gaps."""
    given: dict[str, str | float] = {}
    clash: set[str] = set()
    gaps: set[str] = set()
    for node in tree.nodes:
        match node:
            case Question() | Choice():
                if (code := patient.get(node.id)) is not None:
                    given[node.id] = code
            case Measure():
                number, unknown = patient.get(node.id), patient.get(f"{node.id}__unknown")
                if number is not None and unknown is not None:
                    clash.add(node.id)
                elif (value := number if unknown is None else unknown) is not None:
                    given[node.id] = value
            case Checklist():
                items = {each.code: patient.get(f"{node.id}__{each.code}") for each in node.items}
                true = [code for code, held in items.items() if held == "yes"]
                stated = patient.get(node.id)
                if stated is not None and true:
                    clash.add(node.id)
                elif stated is not None:
                    given[node.id] = stated
                elif true:
                    given[node.id] = ",".join(true)
                    gaps |= {node.id} if None in items.values() else set()
                elif all(held == "no" for held in items.values()):
                    given[node.id] = "none"
    return given, clash, gaps


def told(does: str, id_: str, words: str) -> Told:
    """Return what is told of anything but an outcome."""
    return {**dict.fromkeys(TOLD, ""), "does": does, "id": id_, "words": " ".join(words.split())}


def of_outcome(library: Library, reached: Reached) -> Told:
    """Return what is told of an outcome, from the report that `trees walk` prints."""
    data = outcome_data(library, reached)
    # Of a word of strength that stands twice in a statement, the last is told, in the place of the first.
    strong = {(each["source"], each["at"], each["strength"]): each for each in data["quotes"] if each["strength"]}
    evidence = [trial(each, given.notes) for each, given in zip(data["evidence"], reached.node.evidence, strict=True)]
    lasts = data.get("duration", "")
    return {
        **told("show", data["node"], data["says"]),
        "drug": data.get("drug", ""),
        "dose": data.get("dose", ""),
        "duration": "Not stated" if lasts == "duration not stated" else lasts,
        "strengths": "\n".join(f"“{each['strength']}” in {quoted(each)}" for each in strong.values())
        or "No word of strength",
        "quotes": "\n".join(map(quoted, data["quotes"])),
        "stated": data.get("source_says", ""),
        "would_decide": data.get("would_decide", ""),
        "evidence": "\n".join(evidence) or "No trial is named with this advice, and no level is given",
    }


def quoted(data: Mapping[str, str]) -> str:
    """Return a quote with its citation."""
    return f"“{data['text']}” ({data['source']}, {data['at']})"


def trial(data: Mapping[str, object], notes: Iterable[str]) -> str:
    """Return a trial in a line."""
    level = data["level"] if data["level"] == "no level given" else f"level {data['level']}"
    said = [f"{data['trial']}: {data['design']}, {data['patients']} patients", level]
    return "; ".join([*said, *data["figures"], *notes])
