"""The trees that a walk may pass, and one query that leads through them, one after the other.

It is put together from the very words of the exported queries. What these join, it looks up in lists: a join of DuckDB
does not keep the patients in their order, and would have to hold them all to sort them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from trees.audit.cohort_file import TEXT
from trees.audit.refusal import AuditError
from trees.core.library import Library
from trees.formats.forks import Decision, Fork, Leads
from trees.formats.inputs import BEGINS_AT, Input
from trees.formats.reading import Reading
from trees.formats.rows import ends
from trees.formats.sql import ADDED as BY_A_TREE
from trees.formats.sql import DOES, END, MISSING, OUTCOME, PATH, ROW, added, led, one_in_the_other
from trees.formats.sql_words import column, named, text

ADDED = ("does", "outcome", "path", "missing", "tree", "version")
"""What an audit adds to a patient, in this order."""

AT = "_at"
"""The tree that a patient has come to, by its number."""
SO_FAR = {each: f"_so_far{each}" for each in (DOES, OUTCOME, PATH, MISSING)}
"""What the last tree that a patient came to has said, by the column in which that tree says it; the path is of all."""


@dataclass(frozen=True)
class Journey:
    """The trees that answers lead to from a first one; none leads to one before it. Events are not followed."""

    readings: tuple[Reading, ...]

    @property
    def inputs(self) -> list[Input]:
        """Every column that one of the trees asks for; a question that stands in several of them has one."""
        every = (each for reading in self.readings for each in reading.inputs if each.name != BEGINS_AT)
        return list({each.name: each for each in every}.values())

    def query(self, patients: str) -> str:
        """Return the query that gives each patient of a relation, in its order, and beside them what an audit adds.

        The relation holds what the columns offer, and nothing else: what is not offered has been refused before.
        """
        kinds = self._kinds()
        of = ", ".join(f"CAST('' AS {kinds[each]}) AS {named(so_far)}" for each, so_far in SO_FAR.items())
        inner = f"SELECT *, 0 AS {named(AT)}, {of} FROM {patients}"
        for number in range(len(self.readings)):
            inner = self._through(number, inner, kinds)
        names, versions = ([text(of) for of in each] for each in zip(*self._named(), strict=True))
        values = [named(SO_FAR[each]) for each in (DOES, OUTCOME, PATH, MISSING)]
        values += [picked(each, enum(each), f"{named(AT)} + 1") for each in (names, versions)]
        columns = ", ".join(f"{value} AS {named(name)}" for value, name in zip(values, ADDED, strict=True))
        return f"SELECT * EXCLUDE ({_list(AT, *SO_FAR.values())}), {columns}\nFROM (\n{inner}\n)"

    def _named(self) -> list[tuple[str, str]]:
        return [(each.name, each.basis.version) for each in self.readings]

    def _kinds(self) -> dict[str, str]:
        """Return the type of each column that a tree adds: one of its few texts, or any text where that is made up."""
        kinds = {}
        for at, name in enumerate(BY_A_TREE[1:], start=1):
            made_up = any(added(name, each.ends, "n") != column("n", name) for each in self.readings)
            few = dict.fromkeys(["''", *(row[at] for each in self.readings for row in led(each))])
            kinds[name] = TEXT if made_up or (name == PATH and len(self.readings) > 1) else enum(few)
        return kinds

    def _through(self, number: int, before: str, kinds: Mapping[str, str]) -> str:
        """Return the query that leads on whoever has come to a tree, and leaves all others as they are."""
        reading = self.readings[number]
        # An audit begins every patient at the start of a tree.
        begins = [BEGINS_AT] if any(each.name == BEGINS_AT for each in reading.inputs) else []
        start = "".join(f", CAST(NULL AS VARCHAR) AS {named(each)}" for each in begins)
        _, *lines = one_in_the_other(reading)
        row = "\n      ".join(lines)
        numbered = f"SELECT *, {self._here(number, row, 'NULL')} AS {named(ROW)}\nFROM "
        numbered += f"(SELECT *{start} FROM (\n{before}\n)) AS p"
        said = {AT: self._on(number), **{so_far: added(name, reading.ends, "n") for name, so_far in SO_FAR.items()}}
        if len(self.readings) > 1:
            way = named(SO_FAR[PATH])
            said[SO_FAR[PATH]] = f"concat_ws(' ', nullif({way}, ''), nullif({said[SO_FAR[PATH]]}, ''))"
        new = ",\n  ".join(f"{self._here(number, value, named(name))} AS {named(name)}" for name, value in said.items())
        looked_up = f"SELECT *,\n  {_looked_up(reading, kinds)}\nFROM (\n{numbered}\n)"
        return f"SELECT * EXCLUDE ({_list(*BY_A_TREE, *said, *begins)}),\n  {new}\nFROM (\n{looked_up}\n) AS n"

    def _here(self, number: int, value: str, other: str) -> str:
        """Return one thing for who has come to a tree and another for all others; to the first everybody has come."""
        return f"CASE WHEN {named(AT)} = {number} THEN {value} ELSE {other} END" if number else value

    def _on(self, number: int) -> str:
        """Return the number of the tree that a patient comes to next: the same, where the walk ends."""
        numbers = {each.name: at for at, each in enumerate(self.readings)}
        leads = [f"WHEN {text(end)} THEN {numbers[tree]}" for end, tree in _jumps(self.readings[number])]
        return f"CASE {named(END)} {' '.join(leads)} ELSE {number} END" if leads else str(number)


def _looked_up(reading: Reading, kinds: Mapping[str, str]) -> str:
    """Return what is told of each row, as the lists that the exported query joins; the rows count from 1."""
    rows = sorted((row for row in led(reading) if int(row[0]) > 0), key=lambda row: int(row[0]))
    lists = zip(BY_A_TREE[1:], list(zip(*rows, strict=True))[1:], strict=True)
    return ",\n  ".join(f"{picked(values, kinds[name], named(ROW))} AS {named(name)}" for name, values in lists)


def enum(texts: Iterable[str]) -> str:
    """Return the type of a few texts, each as it stands in a query: a column of it holds a number for each."""
    return f"ENUM({', '.join(dict.fromkeys(texts))})"


def picked(texts: Iterable[str], kind: str, at: str) -> str:
    """Return the text of a list at a place, which counts from 1."""
    return f"list_extract(CAST([{', '.join(texts)}] AS {kind}[]), {at})"


def _list(*names: str) -> str:
    return ", ".join(map(named, names))


def journey(library: Library, name: str) -> Journey:
    """Return the trees that answers lead to from a tree, by its full name; raises AuditError where they lead round."""
    order: list[str] = []
    under_way: list[str] = []
    todo = [(name, False)]
    while todo:
        tree, passed = todo.pop()
        if passed:
            under_way.remove(tree)
            order.insert(0, tree)
        elif tree in under_way:
            raise AuditError(f"the answers lead round in a circle: back to {tree}.")
        elif tree not in order:
            under_way.append(tree)
            todo += [(tree, True), *((to, False) for _, to in _jumps(Reading(library, tree, "")))]
    readings = tuple(Reading(library, each, "") for each in order)
    return Journey(readings)


def _jumps(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield each end at which an answer leads to another tree, by its name, and that tree."""
    yield from ((end.key, end.tree) for end in ends(_from_the_start(reading)) if end.leads is Leads.GO_ON)


def _from_the_start(reading: Reading) -> Decision:
    first = reading.decision
    return first.cases[0].to if isinstance(first, Fork) and first.input.name == BEGINS_AT else first
