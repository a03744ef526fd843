"""Registers and fingerprints: numbers once, dates as dates, and each covered by the other."""

from collections.abc import Iterator

from trees.core.check.days import no_day
from trees.core.library import Library
from trees.core.place import Place, Problem
from trees.core.to_do import is_to_do


def statements_are_unique(library: Library) -> Iterator[Problem]:
    """No two statements of a source share a number."""
    for register in library.registers.values():
        seen: set[str] = set()
        for statement in register.statements:
            if statement.id in seen:
                yield Problem(statement.place, f"there is a statement '{statement.id}' already.")
            seen.add(statement.id)


def dates_are_dates(library: Library) -> Iterator[Problem]:
    """The date of a source is a day that existed, written YYYY-MM-DD."""
    for register in library.registers.values():
        source = register.source
        if is_to_do(source.date):
            # A rule of its own refuses it.
            continue
        yield from no_day(source.place.of("date"), source.date)


def fingerprints_cover_registers(library: Library) -> Iterator[Problem]:
    """A fingerprint has each statement of its register, and no other."""
    for name, register in library.registers.items():
        print_ = library.fingerprints.get(name)
        if print_ is None:
            continue
        known = {statement.id for statement in register.statements}
        for statement in register.statements:
            if statement.id not in print_.statements:
                text = (
                    f"the fingerprint has no '{statement.id}'. Make it anew: python -m trees source fingerprint {name}."
                )
                yield Problem(statement.place, text)
        for extra in print_.statements:
            if extra not in known:
                place = Place(f"{library.shown_as}/sources/{name}.fingerprint.json", 1)
                yield Problem(place, f"the fingerprint has '{extra}', and the register has not.")
