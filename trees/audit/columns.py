"""Which column of a file holds what a tree asks for. What may be misspelt is asked about and never passed over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from shlex import quote

from trees.audit.cohort_file import TEXT, CohortFile
from trees.audit.journey import ADDED
from trees.audit.refusal import AuditError
from trees.core.place import did_you_mean, listed
from trees.formats.inputs import BEGINS_AT, Input, Number
from trees.formats.sql_words import column, named

KEPT = "_kept_"
"""Before the number of a column of the file, as it is, beside those that a tree reads."""

NUMBERS = frozenset({"TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL"})


@dataclass(frozen=True)
class Columns:
    """The columns of a file, and by the name of each input of the trees the column that holds it, if one does."""

    file: CohortFile
    inputs: Sequence[Input]
    held: Mapping[str, str]

    @property
    def lacking(self) -> list[str]:
        """The inputs that no column holds: of them nothing is known of any patient."""
        return [each.name for each in self.inputs if each.name not in self.held]

    def kept(self, name: str) -> str:
        """Return what a column of the file is called while the trees are walked."""
        return f"{KEPT}{list(self.file.columns).index(name)}"

    def holds_numbers(self, name: str) -> bool:
        """Return whether a column of the file is one of numbers."""
        return is_of_numbers(self.file.columns[name])

    def holds_texts(self, name: str) -> bool:
        """Return whether a column of the file is one of texts."""
        return self.file.columns[name] == TEXT or self.file.columns[name].startswith("ENUM")

    def patients(self) -> str:
        """Return the query of all patients: every column of the file as it is, and each input by its own name."""
        own = [f"{column('f', name)} AS {named(self.kept(name))}" for name in self.file.columns]
        return f"SELECT {', '.join([*own, *map(self._read, self.inputs)])}\nFROM {self.file.reader} AS f"

    def _read(self, given: Input) -> str:
        held, kind = self.held.get(given.name), "DOUBLE" if isinstance(given, Number) else TEXT
        if held is None:
            return f"CAST(NULL AS {kind}) AS {named(given.name)}"
        # What cannot be read has been refused by then.
        return f"TRY_CAST({column('f', held)} AS {kind}) AS {named(given.name)}"


def is_of_numbers(kind: str) -> bool:
    """Return whether a type of DuckDB is one of numbers."""
    return kind.removeprefix("U").partition("(")[0] in NUMBERS


def columns(file: CohortFile, inputs: Sequence[Input], called: Mapping[str, str], keep: Iterable[str]) -> Columns:
    """Return which column holds what; raises AuditError with everything that is not clear.

    `called` has the columns of the file that are called otherwise than the tree calls them, by the name in the tree.
    `keep` names columns of the file that are no misspelt column of the tree.
    """
    known, kept = [each.name for each in inputs], list(keep)
    wrong = list(_wrong_options(file, known, called, kept))
    if wrong:
        raise AuditError(wrong, code=2)
    taken = {*called.values(), *kept, *called}
    held = {**{each: each for each in known if each in file.columns and each not in taken}, **called}
    wrong = list(_wrong_columns(file, known, held, kept))
    if wrong:
        raise AuditError(wrong)
    return Columns(file, inputs, held)


def _wrong_options(
    file: CohortFile, known: Sequence[str], called: Mapping[str, str], kept: Sequence[str]
) -> Iterator[str]:
    """Yield what is wrong with the names that options give."""
    for each in called:
        if each not in known:
            yield f"--column: the trees ask for no '{each}'.{did_you_mean(each, known)}"
    for option, given in (("--column", called.values()), ("--keep", kept)):
        for each in given:
            if each not in file.columns:
                yield f"{option}: {file.path} has no column '{each}'.{did_you_mean(each, file.columns)}"
    for each in sorted({each for each in called.values() if list(called.values()).count(each) > 1}):
        yield f"--column: '{each}' is named for two columns of the tree."


def _wrong_columns(
    file: CohortFile, known: Sequence[str], held: Mapping[str, str], kept: Sequence[str]
) -> Iterator[str]:
    """Yield what is not clear about the columns of a file."""
    lacking = [each for each in known if each not in held]
    clear = True
    for name in file.columns:
        if name not in {*held.values(), *kept} and (meant := _meant(name, lacking)):
            in_shell = quote(name)
            yield (
                f"{file.path} has a column '{name}', which the tree does not ask for. Did you mean '{meant}'? "
                f"Say so: --column {meant}={in_shell}; or that it is another: --keep {in_shell}."
            )
            clear = False
        if name.casefold() in ADDED:
            yield f"{file.path} has a column '{name}', and the audit adds one of that name. Give it another name."
            clear = False
    if BEGINS_AT in file.columns and BEGINS_AT not in kept:
        yield (
            f"{file.path} has a column '{BEGINS_AT}'. An audit begins every patient at the start of the tree, and "
            f"follows no event. Take the column out, or keep it unread: --keep {BEGINS_AT}."
        )
        clear = False
    if not held and clear:
        yield f"{file.path} has no column that the tree asks for. It asks for {listed(known)}."


def _meant(name: str, lacking: Sequence[str]) -> str:
    """Return the input that a column may be meant for, or nothing: only one that no other column holds."""
    if name.casefold() in lacking:
        return name.casefold()
    near = did_you_mean(name, lacking)
    return near.split("'")[1] if near else ""
