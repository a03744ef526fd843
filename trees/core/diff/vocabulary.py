"""What changed beside the trees: the collection, its drugs, trials, terms, notes and sources, reviews, and cases."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import cast

from trees.core.cases import Case, read_cases
from trees.core.courses import Course, Lasting, read_courses
from trees.core.diff.items import ADDED, CHANGED, REMOVED, WORDING, Item, called, of_fields
from trees.core.diff.match import Edition
from trees.core.drugs import Drug
from trees.core.parts import parts_within
from trees.core.place import Part, Place
from trees.core.register import Register

WITHOUT = ("id", "place")


def vocabulary_items(before: Edition, after: Edition) -> Iterator[Item]:
    """Yield every change that is none of a tree."""
    old, new = (each.library.collections.get(each.collection) for each in (before, after))
    if old is not None and new is not None:
        yield from of_fields("collection", old, new, WITHOUT)
    for kind in ("trials", "differences", "terms", "since", "changes"):
        mine, theirs = (getattr(each.library, kind).get(each.collection, {}) for each in (before, after))
        yield from of_parts(KINDS[kind], mine, theirs)
    yield from of_parts("drug", _drugs(before), _drugs(after))
    yield from _of_sources(before, after)
    for kind, keys in (("reviews", ("tree", "reviewer", "date")), ("synonyms", ("typed",))):
        mine, theirs = (_listed(each, kind, keys) for each in (before, after))
        yield from of_parts(KINDS[kind], mine, theirs)
    yield from _of_cases(before, after)


KINDS = {
    "trials": "trial",
    "differences": "difference between sources",
    "terms": "term",
    "since": "note on a newer source",
    "changes": "change note",
    "reviews": "review",
    "synonyms": "words for the search",
}


def of_parts(kind: str, before: Mapping[str, Part], after: Mapping[str, Part]) -> Iterator[Item]:
    """Yield the parts that came and went by their id, and the fields in which one that stayed differs."""
    for name, part in after.items():
        about = f"{kind} '{name}'"
        if name not in before:
            yield Item(ADDED, WORDING, about, "", "", called(part), place=part.place)
        else:
            yield from of_fields(about, before[name], part, WITHOUT)
    for name, part in before.items():
        if name not in after:
            yield Item(REMOVED, WORDING, f"{kind} '{name}'", "", called(part), "")


def _drugs(edition: Edition) -> dict[str, Part]:
    """Return the drugs that the trees of an edition name, and no drug of another guideline."""
    named = {part.id for tree in edition.trees.values() for part in parts_within(tree) if isinstance(part, Drug)}
    return {name: drug for name, drug in edition.library.drugs.items() if name in named}


def _listed(edition: Edition, kind: str, keys: Sequence[str]) -> dict[str, Part]:
    """Return parts without an id by what tells one from another, wherever it stands among them."""
    known = cast("Mapping[str, list[Part]]", getattr(edition.library, kind)).get(edition.collection, [])
    found: dict[str, Part] = {}
    for part in known:
        name = ", ".join(str(getattr(part, key)) for key in keys)
        while name in found:
            name += ", again"
        found[name] = part
    return found


def _of_sources(before: Edition, after: Edition) -> Iterator[Item]:
    """Yield what changed of the sources that either edition names: their registers, and the text as fingerprinted."""
    mine, theirs = (_sources(each) for each in (before, after))
    yield from of_parts("source", {k: v.source for k, v in mine.items()}, {k: v.source for k, v in theirs.items()})
    for name in theirs:
        if name not in mine:
            continue
        aside = (*WITHOUT, "source", "statements")
        yield from of_fields(f"register of {theirs[name].source.short}", mine[name], theirs[name], aside)
        old, new = ({each.id: each for each in register.statements} for register in (mine[name], theirs[name]))
        yield from of_parts(f"statement of {theirs[name].source.short}", old, new)
        prints = [each.library.fingerprints.get(name) for each in (before, after)]
        if None not in prints and prints[0] != prints[1]:
            yield Item(CHANGED, WORDING, f"source '{name}'", "fingerprint of its text", "", "made anew")


def _sources(edition: Edition) -> dict[str, Register]:
    collection = edition.library.collections.get(edition.collection)
    named = [] if collection is None else [*collection.sources, *collection.newer]
    registers = edition.library.registers
    return {source.id: registers[source.id] for source in named if source.id in registers}


def _of_cases(before: Edition, after: Edition) -> Iterator[Item]:
    """Yield the cases and courses that came, went, or say something else now: they are the tests of the trees."""
    old, new = ({**_cases(each), **_courses(each)} for each in (before, after))
    for name, (says, told, place) in new.items():
        if name not in old:
            yield Item(ADDED, WORDING, name, "", "", says, place=place)
        elif old[name][1] != told:
            yield Item(CHANGED, WORDING, name, "", old[name][1], told, place=place)
    for name, (says, _, _) in old.items():
        if name not in new:
            yield Item(REMOVED, WORDING, name, "", says, "")


Told = tuple[str, str, Place]
"""What a case or a course says, all that it says, and where."""


def _cases(edition: Edition) -> dict[str, Told]:
    cases = read_cases(edition.library.root, edition.collection, edition.library.shown_as)[0]
    return {f"case '{case.id}'": (case.says, _told(case), case.place) for case in cases}


def _told(case: Case) -> str:
    walks = "; ".join(f"{tree}: {', '.join(answers)}" for tree, answers in case.walks)
    expects = "; ".join(str(each) for each in case.expects)
    opens = " ".join(filter(None, (case.left_open, case.would_decide, case.settled, *case.open_words)))
    order = "an order is stated" if case.order_stated else ""
    return " | ".join(filter(None, (case.says, walks, expects, opens, order)))


def _courses(edition: Edition) -> dict[str, Told]:
    courses = read_courses(edition.library.root, edition.collection, edition.library.shown_as)[0]
    return {f"course '{each.id}'": (each.says, _in_words(each), each.place) for each in courses}


def _in_words(course: Course | Lasting) -> str:
    told = {each.name.replace("_", " "): getattr(course, each.name) for each in fields(course)}
    return ", ".join(f"{name}: {value}" for name, value in told.items() if name not in ("place", "id", "collection"))
