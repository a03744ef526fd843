"""`python -m trees source watch`: whether the pages of the sources are what a person last saw there."""

import argparse
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache

from trees.commands import watch_record
from trees.commands.fetch import Fetched, NotFetched, fetched
from trees.commands.given import Given, annotation, loaded, one_line, refused
from trees.commands.page_words import sha256
from trees.commands.text_file import write
from trees.commands.watch_record import Record
from trees.core.library import Library
from trees.core.place import Problem, did_you_mean
from trees.core.register import Register


def add_to(parts: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this part to the parser of the command."""
    each = parts.add_parser("watch", help="fetch the addresses of sources, and say which have changed")
    each.add_argument("names", nargs="*", metavar="NAME", help="the id of a source (default: all that are medicine)")
    each.add_argument("--record", action="store_true", help="keep what stands there now, for a person who has read it")
    each.add_argument("--format", choices=("text", "github"), default="text", help="github: annotations")
    each.set_defaults(run=run)


def run(given: Given) -> int:
    """Say of each source whether its page has changed; return 0 when none has, 1 when one has or nobody can tell.

    Return 2 for a source that is not there, and for a record of no source in particular. With --record, keep the hash
    of each page instead; without it nothing is changed.
    """
    library = loaded(given)
    unknown = [name for name in given.names if name not in library.registers]
    for name in unknown:
        guess = did_you_mean(name, library.registers)
        refused("trees source watch", f"there is no source '{one_line(name)}' that can be read.{guess}")
    if given.record and not given.names:
        refused("trees source watch", "name each source whose page you have read, after --record.")
    if unknown or (given.record and not given.names):
        return 2
    registers = [library.registers[name] for name in dict.fromkeys(given.names or watched(library))]
    page_at = cache(fetched)
    if given.record:
        return _recorded(library, [(each, page_at(each.source.address)) for each in registers])
    problems = []
    for each in registers:
        found = _compared(library, each, page_at(each.source.address))
        if isinstance(found, str):
            print(found)
        else:
            problems.append(found)
    for problem in problems:
        print(annotation(problem) if given.format == "github" else problem)
    return 1 if problems else 0


def watched(library: Library) -> Iterator[str]:
    """Yield the sources that are watched when none is named: all but those of invented collections alone."""
    for name, register in library.registers.items():
        holding = [
            collection
            for collection in library.collections.values()
            if any(each.id == register.source.id for each in (*collection.sources, *collection.newer))
        ]
        if not holding or not all(collection.invented for collection in holding):
            yield name


def _compared(library: Library, register: Register, page: Fetched | NotFetched) -> str | Problem:
    """Return that a page is as it was, or what there is to look at."""
    source = register.source
    place = source.place.of("address")
    record = watch_record.read(library.root, library.shown_as, source.id)
    if isinstance(record, Problem):
        return record
    if isinstance(page, NotFetched):
        return Problem(place, f"{source.short} cannot be fetched from {source.address}: {page.why}.")
    if record is None or record.address != source.address:
        keep = f"python -m trees source watch --record {source.id}"
        text = f"{source.short} was never recorded, so nobody can tell whether it has changed. Read it, then: {keep}."
        return Problem(place, text)
    if record.sha256 != sha256(page.words):
        text = (
            f"what stands at {source.address} is not what was recorded of {source.short} on {record.date}. "
            "Save the text, and compare: python -m trees source diff OLD NEW."
        )
        return Problem(place, text)
    return f"{source.id}: as recorded on {record.date}"


def _recorded(library: Library, pages: list[tuple[Register, Fetched | NotFetched]]) -> int:
    code = 0
    for register, page in pages:
        source = register.source
        if isinstance(page, NotFetched):
            place = source.place.of("address")
            text = f"{source.short} cannot be fetched from {source.address}: {page.why}. Nothing is recorded of it."
            print(Problem(place, text), file=sys.stderr)
            code = 1
            continue
        record = Record(source.address, datetime.now(UTC).date().isoformat(), sha256(page.words))
        path = watch_record.file_of(library.root, source.id)
        try:
            write(path, watch_record.written(source.id, record))
        except OSError as error:
            reason = f"{path.name} cannot be written: {error.strerror}. What was there is as it was."
            code = refused("trees source watch", reason, code=1)
            continue
        print(f"{library.shown_as}/sources/{path.name}: {len(page.words.split()):,} words")
    return code
