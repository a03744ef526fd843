"""Suspects: of statements that there are, found when they can have been, each once, and cleared by somebody."""

from collections.abc import Iterator

from trees.core.check.days import is_day, no_day
from trees.core.library import Library
from trees.core.place import Problem, did_you_mean
from trees.core.register import Register
from trees.core.suspect import Suspect


def suspects_are_sound(library: Library) -> Iterator[Problem]:
    """A suspect is of a statement that there is, was found after its source was published, and stands once."""
    for register in library.registers.values():
        known = [statement.id for statement in register.statements]
        first: dict[tuple[str, str], Suspect] = {}
        for suspect in register.suspects:
            name, source = suspect.statement, register.source
            if name not in known:
                text = (
                    f"'{name}' is called suspect, and {source.short} has no such statement.{did_you_mean(name, known)}"
                )
                yield Problem(suspect.place.of("statement"), text)
            yield from _dates(register, suspect)
            before = first.setdefault((name, suspect.found), suspect)
            if before is not suspect:
                where = f"on {suspect.found} already, at {before.place}"
                text = f"'{name}' was found suspect {where}. Leave one of the two out."
                yield Problem(suspect.place, text)


def _dates(register: Register, suspect: Suspect) -> Iterator[Problem]:
    """Yield a problem for a day that is none, or that comes before what it must come after."""
    source, cleared = register.source, suspect.cleared
    place = suspect.place.of("found")
    if not is_day(suspect.found):
        yield from no_day(place, suspect.found)
    elif suspect.found < source.date:
        text = f"'{suspect.statement}' is found suspect on {suspect.found}, and {source.short} is of {source.date}."
        yield Problem(place, text)
    if cleared is None:
        return
    if not is_day(cleared.date):
        yield from no_day(cleared.place.of("date"), cleared.date)
    elif cleared.date < suspect.found:
        text = f"'{suspect.statement}' is cleared on {cleared.date}, and was found suspect later, on {suspect.found}."
        yield Problem(cleared.place.of("date"), text)
