"""One change of the data in a reader's words: what it is about, what was there, what is there now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from trees.core import wording
from trees.core.diff.match import same_words
from trees.core.evidence import Quote, Source
from trees.core.parts import names
from trees.core.place import NOWHERE, Part, Place


class How(Enum):
    """What became of something."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RENAMED = "renamed"


class Weight(Enum):
    """What kind of change it is."""

    ADVICE = "advice"
    WORDING = "wording"
    CODE = "code"


ADDED, REMOVED, CHANGED, RENAMED = How.ADDED, How.REMOVED, How.CHANGED, How.RENAMED
ADVICE, WORDING, CODE = Weight.ADVICE, Weight.WORDING, Weight.CODE


CALLED = ("title", "topic", "name", "short", "gist")
"""Fields that say what a part is called, the first that it has."""


@dataclass(frozen=True)
class Item:
    """One change.

    `about` is a node as a reader knows it, 'outcome B', or what else it is about; `node` is its id, and `what` the part
    of it. `before` and `after` are '' where there was nothing, or is nothing now. `place` is that of the later edition,
    or else of the earlier one.
    """

    how: How
    weight: Weight
    about: str
    what: str
    before: str
    after: str
    node: str = ""
    place: Place = NOWHERE


def text_item(about: str, what: str, before: str, after: str, weight: Weight, place: Place, node: str = "") -> Item:
    """Return the change of a text; where only letter case or punctuation differ, it is one of wording."""
    how = ADDED if not before else REMOVED if not after else CHANGED
    punctuation = bool(before and after) and same_words(before, after)
    return Item(how, WORDING if punctuation else weight, about, what, before, after, node, place)


def of_lists(
    about: str, what: str, before: Sequence[object], after: Sequence[object], place: Place, node: str = ""
) -> Iterator[Item]:
    """Yield what was taken out of a list and what was put into it; that the rest stands in another order is one item.

    Things with an id are the same while that is; what else changed in one of them is told where it is written.
    """
    old, new = ({_key(each): each for each in given} for given in (before, after))
    for key, each in old.items():
        if key not in new:
            yield Item(REMOVED, WORDING, about, what, called(each), "", node, place)
    for key, each in new.items():
        if key not in old:
            yield Item(ADDED, WORDING, about, what, "", called(each), node, place)
    if [key for key in old if key in new] != [key for key in new if key in old]:
        yield Item(CHANGED, WORDING, about, f"order of {what}", _listed(before), _listed(after), node, place)


def of_fields(
    about: str, before: Part, after: Part, without: Iterable[str] = (), weight: Weight = WORDING, node: str = ""
) -> Iterator[Item]:
    """Yield every field in which two parts of one kind differ, by its name."""
    for name in names(type(after)):
        here, there = getattr(before, name, None), getattr(after, name)
        was, now = said(here), said(there)
        # Two numbers may have changed places, and read the same in a row.
        if name not in without and (was != now or _inner(here) != _inner(there)):
            yield text_item(about, name.replace("_", " "), was, now, weight, after.place.of(name), node)


def _inner(value: object) -> object:
    """Return what a value holds by the names of its fields; a source is told where it is written."""
    match value:
        case Source():
            return value.id
        case Part():
            return type(value), [(name, _inner(getattr(value, name))) for name in names(type(value))]
        case tuple():
            return [_inner(each) for each in value]
        case _:
            return value


def _key(value: object) -> object:
    return getattr(value, "id", None) or said(value)


def _listed(values: Sequence[object]) -> str:
    return ", ".join(map(called, values))


def called(value: object) -> str:
    """Return what a part is called, or all that it says where it is called nothing."""
    return next((str(getattr(value, name)) for name in CALLED if getattr(value, name, "")), said(value))


def said(value: object) -> str:
    """Return any value of the data as words: a quote with its place, a source by its short name, a list with commas."""
    match value:
        case None | False | ():
            return ""
        case True:
            return "yes"
        case str():
            return value
        case int() | float():
            return wording.number(value)
        case Quote():
            strength = f", strength “{value.strength}”" if value.strength else ""
            return f"“{value.text}” ({wording.citation(value)}{strength})"
        case Source():
            return f"{value.short}, {value.date}"
        case Enum():
            return str(value.value)
        case tuple() | list():
            return "; ".join(said(each) for each in value)
        case Part():
            return ", ".join(filter(None, (said(getattr(value, name)) for name in names(type(value)))))
        case _:
            # A mark such as NOT_STATED.
            return "".join(f" {each.lower()}" if each.isupper() else each for each in type(value).__name__).strip()
