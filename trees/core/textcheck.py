"""Find every statement of a register at its place in the text, and make the fingerprint from it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trees.core.fingerprint import Fingerprint, StatementPrint, statement_print
from trees.core.place import Problem
from trees.core.register import Register, Statement
from trees.core.since import NotFound, Since
from trees.core.tokens import line_tokens, tokens


@dataclass(frozen=True)
class Found:
    """A statement and the run of the text's tokens that it is, from `first` up to but not including `end`."""

    statement: Statement
    first: int
    end: int


class Text:
    """A source text as one run of tokens, each with the line it stands on."""

    def __init__(self, text: str) -> None:
        self.tokens: list[str] = []
        self.lines: list[int] = []
        for number, line in enumerate(text.splitlines(), start=1):
            for token in line_tokens(line):
                self.tokens.append(token)
                self.lines.append(number)

    def find(self, words: str, start: int, line: int | None = None) -> int | None:
        """Return the index where these words first stand in a row from `start` on, on that line if one is given."""
        wanted = list(tokens(words))
        for index in range(start, len(self.tokens) - len(wanted) + 1):
            if line is not None and self.lines[index] > line:
                return None
            if self.tokens[index : index + len(wanted)] == wanted and line in (None, self.lines[index]):
                return index
        return None


def locate(register: Register, text: Text) -> tuple[list[Found], list[Problem]]:
    """Return where each statement stands, and a problem for each that does not stand where the register says."""
    found: list[Found] = []
    problems: list[Problem] = []
    ends_on: dict[int, int] = {}
    for statement in register.statements:
        first = text.find(statement.begins, ends_on.get(statement.line, 0), statement.line)
        if first is None:
            place = statement.place.of("begins")
            problems.append(
                Problem(place, f"{statement.id} does not begin with '{statement.begins}' on line {statement.line}.")
            )
            continue
        last = text.find(statement.ends, first)
        if last is None or text.lines[last] > statement.line + LONGEST_STATEMENT:
            place = statement.place.of("ends")
            problems.append(
                Problem(place, f"{statement.id}, on line {statement.line}, does not end with '{statement.ends}'.")
            )
            continue
        end = last + len(tokens(statement.ends))
        ends_on[statement.line] = end
        found.append(Found(statement, first, end))
    return found, problems


LONGEST_STATEMENT = 20
"""Lines within which a statement must end: a list of facts may run over several."""


def left_over(register: Register, text: Text, found: Sequence[Found]) -> list[Problem]:
    """Return a problem for each line with words in no statement, or in two, that are not skipped with a reason."""
    owner: dict[int, str] = {}
    problems: list[Problem] = []
    for each in found:
        twice = {owner[i] for i in range(each.first, each.end) if i in owner}
        problems += [
            Problem(each.statement.place, f"{each.statement.id} and {other} share words of line {each.statement.line}.")
            for other in sorted(twice)
        ]
        owner.update(dict.fromkeys(range(each.first, each.end), each.statement.id))
    if not register.whole:
        return problems
    skipped = {line for skip in register.skips for line in range(skip.first, skip.last + 1)}
    missing: dict[int, list[str]] = {}
    for index, (token, line) in enumerate(zip(text.tokens, text.lines, strict=True)):
        if index not in owner and line not in skipped:
            missing.setdefault(line, []).append(token)
    for line, words in missing.items():
        shown = " ".join(words[:6])
        problems.append(Problem(register.place, f"line {line} of the text: '{shown}' belongs to no statement."))
    return problems


def make(register: Register, text: str) -> tuple[Fingerprint, list[Problem]]:
    """Return the fingerprint of a text by its register, and every problem met on the way."""
    run = Text(text)
    found, problems = locate(register, run)
    problems += left_over(register, run, found)
    source = register.source.id
    prints = {
        each.statement.id: statement_print(source, each.statement.id, tuple(run.tokens[each.first : each.end]))
        for each in found
    }
    return Fingerprint(source, prints), problems


def differences(register: Register, known: Fingerprint, made: Fingerprint) -> list[Problem]:
    """Return a problem for each statement whose words in the text are not the ones that were fingerprinted."""
    problems = []
    for statement in register.statements:
        before: StatementPrint | None = known.statements.get(statement.id)
        now = made.statements.get(statement.id)
        if now is not None and before != now:
            text = f"the words of {statement.id} on line {statement.line} of the text are not the fingerprinted ones."
            problems.append(Problem(statement.place, text))
    return problems


def still_there(notes: Iterable[Since], text: str) -> list[Problem]:
    """Return a problem for each of the words that notes call not found and that do stand in the text."""
    run = Text(text)
    problems = []
    for note in notes:
        searched = note.because
        if not isinstance(searched, NotFound):
            continue
        for words in searched.words:
            index = run.find(words, 0)
            if index is not None:
                line = run.lines[index]
                what = f"'{note.id}' calls '{words}' not found, and the text has it on line {line}."
                problems.append(Problem(searched.place, what))
    return problems
