"""A changed library, put to an engine as queries, beside what the walker says of the library as it was."""

import random
import sqlite3
from collections.abc import Iterator
from functools import cached_property

from helpers.engine_patients import TOLD, Patient, columns, expected, grid
from helpers.sql_engines import ADDRESS, IN_ORDER, NUMBER, kinds

from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Tree, ways
from trees.formats.forks import OneOf
from trees.formats.inputs import Number
from trees.formats.reading import FIELDS, Reading
from trees.formats.rows import Row
from trees.formats.sql import flat
from trees.formats.sql_told import told

BY_LOT = 60
NOT_COMPARED = ("basis",)
"""It holds the hash of the tree: by that alone any change at all would be noticed."""

FIELDS_COMPARED = [each for each in FIELDS if each not in NOT_COMPARED]
EVERY_FIELD = f'SELECT "{NUMBER}", ' + ", ".join(f'"_told_{each}"' for each in FIELDS_COMPARED) + " FROM ("
VERSION = "Version"


class TreeAsItWas:
    """One tree of the library as it was: patients who pass every row of it, and what is told of each."""

    def __init__(self, library: Library, name: str) -> None:
        self.library, self.name = library, name
        self.reading = Reading(library, name, ADDRESS)
        self.tree = library.trees[name]

    @cached_property
    def patients(self) -> list[Patient]:
        """Some patients by lot; one for each row of the tree, alone and with other answers; and one for each edge."""
        chance = random.Random(self.name)
        known = {each.name: each.offers for each in columns(self.tree)}
        found = grid(self.tree, BY_LOT)
        for row in self.reading.rows:
            for held in self._cells(row):
                found.append({**dict.fromkeys(known), **held})
                found.append({**{name: chance.choice((None, *offers)) for name, offers in known.items()}, **held})
        return found

    def _cells(self, row: Row) -> Iterator[Patient]:
        """Yield what the columns of a row hold: the first code of each, and every number beside an edge."""
        first: Patient = {}
        numbers: list[tuple[str, float]] = []
        offers = {each.name: each.offers for each in columns(self.tree)}
        for given, cell in row.cells:
            if isinstance(cell, OneOf):
                first[given.name] = cell.codes[0]
            else:
                assert isinstance(given, Number)
                held = [each for each in offers[given.name] if isinstance(each, float | int) and cell.holds(each)]
                numbers += [(given.name, each) for each in held]
                first[given.name] = held[0]
        yield first
        yield from ({**first, name: number} for name, number in numbers)

    @cached_property
    def walked(self) -> list[tuple[object, ...]]:
        """What the walker says of each patient, row by row, as an engine gives it."""
        return [
            (at, *(each[field] for field in TOLD))
            for at, patient in enumerate(self.patients)
            for each in expected(self.library, self.name, patient)
        ]

    @cached_property
    def connection(self) -> sqlite3.Connection:
        """SQLite, with the patients in it."""
        made = sqlite3.connect(":memory:")
        of = kinds(self.tree)
        typed = "".join(f', "{name}" {"REAL" if number else "TEXT"}' for name, number in of)
        made.execute(f'CREATE TABLE patients ("{NUMBER}" INTEGER{typed})')
        rows = [(at, *(each[name] for name, _ in of)) for at, each in enumerate(self.patients)]
        made.executemany(f"INSERT INTO patients VALUES ({', '.join('?' * (len(of) + 1))})", rows)
        return made

    def said(self, reading: Reading) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
        """Return what the queries of a tree tell of the patients: what the walker tells too, and every field.

        Raises sqlite3.Error where the queries do not fit the columns.
        """
        # The hash of a tree stands where nothing is compared, and takes longer than all the rest.
        vars(reading.basis)["sha256"] = ""
        query, payload = flat(reading).decode("utf-8"), told(reading).decode("utf-8")
        self.connection.execute("DROP TABLE IF EXISTS audited")
        self.connection.execute(f"CREATE TEMP TABLE audited AS\n{query}")
        rows = self.connection.execute(f"{EVERY_FIELD}{payload}{IN_ORDER}").fetchall()
        places = [0, *(1 + FIELDS_COMPARED.index(field) for field in TOLD)]
        return [tuple(row[at] for at in places) for row in rows], rows

    @cached_property
    def told_as_it_was(self) -> list[tuple[object, ...]]:
        """Every field that the queries of the tree as it was tell."""
        return self.said(self.reading)[1]

    def noticed(self, changed: Library) -> str:
        """Return by what a change is noticed: '' where by nothing."""
        if not can_be_read(changed.trees[self.name]):
            return "check"
        reading = Reading(changed, self.name, ADDRESS)
        try:
            compared, every = self.said(reading)
        except sqlite3.Error:
            return "columns"
        if compared != self.walked:
            return "walker"
        if every != self.told_as_it_was:
            return "fields"
        own, was = ([each for each in of.header if each[0] != VERSION] for of in (reading, self.reading))
        return "header" if own != was else ""


def can_be_read(tree: Tree) -> bool:
    """Return whether every way leads somewhere and none leads round: the check refuses any other tree at once."""
    nodes = {node.id: node for node in tree.nodes}
    ready: set[str] = set()
    under_way: set[str] = set()
    todo = [(node.id, False) for node in tree.nodes]
    while todo:
        at, passed = todo.pop()
        if passed:
            under_way.discard(at)
            ready.add(at)
            continue
        if at in ready:
            continue
        if at in under_way or at not in nodes:
            return False
        under_way.add(at)
        node = nodes[at]
        always = [node.always] if isinstance(node, Checklist) and node.always is not None else []
        leads = [] if isinstance(node, OUTCOMES) else [way.to for way in ways(node)]
        if any(isinstance(way.to, str) and way.to not in nodes for way in ways(node)):
            return False
        todo += [(at, True), *((to, False) for to in (*always, *leads) if isinstance(to, str))]
    return True
