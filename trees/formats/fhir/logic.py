"""The rules of one tree as a library of ELM: over a filled-in form, or over parameters.

Whether something is shown is told by the whole way to it: each step on the way reads its own question of the form, as
the way leads to it. So an answer that is left over from another way opens nothing, and one that is missing asks.
"""

from collections.abc import Iterator
from decimal import Decimal

from trees.formats.fhir import elm, names
from trees.formats.fhir.elm import Elm
from trees.formats.fhir.points import NOT_OFFERED, Met, met_at, points
from trees.formats.forks import EMPTY, Cell, End, Fork, OneOf, Within
from trees.formats.inputs import Codes, Input, Number
from trees.formats.reading import FIELDS, Reading

BY_PARAMETERS = "By_parameters"
"""The parameter that says that answers are given as parameters, and that no form is read: the two never mix."""

BASIS, ABOUT, END, TOLD, REFUSED = "Basis", "About", "End", "Told", "Not offered"
RESPONSES, LATEST, RESPONSE = "Responses", "Latest responses", "Response"
ITEMS, ANSWERS, CODE, NUMBER = "Items", "Answers", "Code", "Number"
STATES = ("in-progress", "completed", "amended")
"""A form that is filled in, or being filled in; not one that was stopped, or entered in error."""

NO_CODE = "?"
"""What is read of an answer that is no code of its question, and of more than one: no question offers it."""


def library(reading: Reading) -> Elm:
    """Return the rules of a tree as a library of ELM."""
    return _Rules(reading).library()


def parameter_name(column: Input) -> str:
    """Return what the parameter of a column is called: a capital letter tells it from every code in the text."""
    return f"Answer_{column.name}"


def condition_name(point: str) -> str:
    """Return what the definition is called that says whether a point holds, such as At_show_watch."""
    return f"At_{point}"


class _Rules:
    """The definitions of one tree."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.links = names.link_ids(reading)
        self._met = met_at(reading)
        self.ends: dict[str, tuple[list[Met], int]] = {}
        """What is met at each end by what it is called here, and at which of the questions for one column."""
        start = reading.decision
        self.start = elm.defined("Step 1") if isinstance(start, Fork) else self._end(start, 1)
        self.steps = list(self._all_steps(start)) if isinstance(start, Fork) else []
        self.ends[NOT_OFFERED] = self._met[NOT_OFFERED], 1

    def library(self) -> Elm:
        parameters = [elm.asked(BY_PARAMETERS, "Boolean", elm.boolean(False))]
        for each in self.reading.inputs:
            kind = "String" if isinstance(each, Codes) else "Decimal"
            # Nothing is said to be the default: of a parameter that is left out, an engine may make something else.
            parameters.append(elm.asked(parameter_name(each), kind, elm.nothing(f"{elm.SYSTEM}{kind}")))
        about = elm.listed(elm.text(f"{called}: {text}") for called, text in self.reading.header if text)
        definitions = [
            elm.definition(ABOUT, about),
            elm.definition(BASIS, elm.text(self.reading.in_a_line)),
            *form(names.versioned(self.reading, "Questionnaire")),
            *(elm.definition(*each) for each in self._answers()),
            elm.definition(REFUSED, self._refused()),
            # A definition stands before those that name it: a translator need not go down into them.
            *(elm.definition(*each) for each in reversed(self.steps)),
            elm.definition(END, elm.when(elm.defined(REFUSED), elm.text(NOT_OFFERED), self.start)),
            *(elm.definition(*each) for each in self._conditions()),
            *(elm.definition(f"Told_{point.name}", self._told(point.cells)) for point in points(self.reading)),
            elm.definition(TOLD, self._all_told()),
        ]
        return elm.library(names.name(self.reading), names.version(self.reading), parameters, definitions)

    def _answers(self) -> Iterator[tuple[str, Elm]]:
        """Yield what each column holds, once for each question of the form that asks for it."""
        for column in self.reading.inputs:
            for link in self.links[column.name]:
                read = elm.called(CODE, elm.text(link), elm.text(names.system(self.reading, column.name)))
                if isinstance(column, Number):
                    read = elm.called(NUMBER, elm.text(link), elm.number(exact(column.node.lowest) - 1))
                given = elm.parameter(parameter_name(column))
                yield f"Answer {link}", elm.when(elm.parameter(BY_PARAMETERS), given, read)

    def _refused(self) -> Elm:
        """Return whether a question of the form has an answer that is not offered, on the way or beside it."""
        odd = [
            elm.both(elm.unary("Not", elm.unary("IsNull", answer)), elm.unary("Not", offered(column, answer)))
            for column in self.reading.inputs
            for answer in [elm.defined(f"Answer {link}") for link in self.links[column.name]]
        ]
        return elm.aggregate("AnyTrue", elm.listed(odd)) if odd else elm.boolean(False)

    def _end(self, end: End, number: int) -> Elm:
        """Return what an end is called: where it is told by items, each way to their questions has its own."""
        met = self._met[end.key]
        called = names.link_id(end.key, number) if any(each.when for each in met) else end.key
        self.ends[called] = met, number
        return elm.text(called)

    def _all_steps(self, start: Fork) -> Iterator[tuple[str, Elm]]:
        """Yield every step, each with where what its column holds leads: to a further step, or to an end."""
        visits = names.visits(self.reading)
        todo: list[tuple[str, Fork, names.Prefix, dict[str, int]]] = [("Step 1", start, (), {})]
        made = 1
        while todo:
            name, fork, before, numbers = todo.pop()
            node = names.asked_by(fork.input)
            if node not in numbers:
                numbers = {**numbers, node: visits[node][before]}
            answer = self._answer(fork.input, numbers[node])
            cases: list[tuple[Elm, Elm]] = []
            further: list[tuple[str, Fork, names.Prefix, dict[str, int]]] = []
            for each in fork.cases:
                if isinstance(each.to, Fork):
                    made += 1
                    to = elm.defined(f"Step {made}")
                    further.append((f"Step {made}", each.to, (*before, (fork.input.name, each.cell)), numbers))
                else:
                    to = self._end(each.to, numbers[node])
                cases.append((holds(each.cell, answer), to))
            todo += reversed(further)
            yield name, elm.case(cases, elm.text(NOT_OFFERED))

    def _answer(self, column: Input, number: int) -> Elm:
        return elm.defined(f"Answer {names.link_id(column.name, number)}")

    def _conditions(self) -> Iterator[tuple[str, Elm]]:
        """Yield whether each point holds."""
        for point in points(self.reading):
            of = [(key, each, at) for key, (met, at) in self.ends.items() for each in met if each.point == point]
            always = [elm.text(key) for key, each, _ in of if not each.when]
            some = [elm.operator("In", elm.defined(END), elm.listed(always))] if always else []
            for key, each, at in of:
                if each.when:
                    some.append(elm.both(elm.operator("Equal", elm.defined(END), elm.text(key)), self._when(each, at)))
            yield condition_name(point.name), elm.either(some)

    def _when(self, met: Met, at: int) -> Elm:
        """Return whether one of the columns holds what it has to."""
        cell = OneOf((met.holding,))
        return elm.either(holds(cell, self._answer(each, at)) for each in met.when)

    def _told(self, cells: dict[str, str]) -> Elm:
        told = {field: elm.text(cells[field]) for field in FIELDS}
        return elm.record(told | {"basis": elm.defined(BASIS)})

    def _all_told(self) -> Elm:
        """Return everything that is told now, in its order."""
        *ends, (_, refused) = self.ends.items()
        cases = ((elm.text(key), self._told_at(*met)) for key, met in ends)
        return elm.case(cases, self._told_at(*refused), elm.defined(END))

    def _told_at(self, met: list[Met], at: int) -> Elm:
        if not any(each.when for each in met):
            return elm.listed(elm.defined(f"Told_{each.point.name}") for each in met)
        return elm.unary("Flatten", elm.listed(self._where(each, at) for each in met))

    def _where(self, met: Met, at: int) -> Elm:
        told = elm.listed([elm.defined(f"Told_{met.point.name}")])
        return elm.query("X", told, where=self._when(met, at)) if met.when else told


def exact(value: float) -> Decimal:
    """Return a number with the digits that it is written with."""
    return Decimal(str(value))


def offered(column: Input, answer: Elm) -> Elm:
    """Return whether an answer is one that its column offers."""
    if isinstance(column, Codes):
        return elm.operator("In", answer, elm.listed(map(elm.text, column.offers)))
    return holds(Within(column.node.lowest, column.node.highest, True, True), answer)


def holds(cell: Cell, answer: Elm) -> Elm:
    """Return whether an answer is what a cell says."""
    if isinstance(cell, Within):
        low = elm.operator("GreaterOrEqual" if cell.low_in else "Greater", answer, elm.number(exact(cell.low)))
        high = elm.operator("LessOrEqual" if cell.high_in else "Less", answer, elm.number(exact(cell.high)))
        return elm.both(low, high)
    empty = elm.unary("IsNull", answer)
    if cell == EMPTY:
        return empty
    codes = [code for code in cell.codes if code is not None]
    several = elm.operator("In", answer, elm.listed(map(elm.text, codes)))
    given = elm.operator("Equal", answer, elm.text(codes[0])) if len(codes) == 1 else several
    return elm.operator("Or", empty, given) if None in cell.codes else given


def form(canonical: str) -> Iterator[Elm]:
    """Yield the definitions that read the filled-in form of one version: the only one there is, or the latest one.

    Where it cannot be told which of several is the latest, none is read.
    """
    right = elm.operator("Equal", elm.of("value", elm.of_alias("questionnaire", "R")), elm.text(canonical))
    state = elm.operator("In", elm.of("value", elm.of_alias("status", "R")), elm.listed(map(elm.text, STATES)))
    yield elm.definition(RESPONSES, elm.query("R", elm.retrieved("QuestionnaireResponse"), elm.both(right, state)))
    times = (elm.of("value", elm.of_alias("authored", alias)) for alias in ("O", "R"))
    no_later = elm.operator("Coalesce", elm.operator("LessOrEqual", *times), elm.boolean(False))
    later = elm.query("O", elm.defined(RESPONSES), elm.unary("Not", no_later))
    yield elm.definition(LATEST, elm.query("R", elm.defined(RESPONSES), elm.unary("Not", elm.unary("Exists", later))))
    none = elm.nothing(f"{elm.FHIR}QuestionnaireResponse")
    yield elm.definition(RESPONSE, _the_one(RESPONSES, _the_one(LATEST, none)))
    item = {"link": elm.of("value", elm.of_alias("linkId", "I")), "answers": elm.of_alias("answer", "I")}
    yield elm.definition(ITEMS, elm.query("I", elm.of("item", elm.defined(RESPONSE)), returns=elm.record(item)))
    at_link = elm.operator("Equal", elm.of_alias("link", "G"), elm.operand("link"))
    items = elm.query("G", elm.defined(ITEMS), at_link, elm.of_alias("answers", "G"))
    yield elm.function(ANSWERS, {"link": "String"}, elm.unary("Flatten", items))
    yield _code()
    yield _number()


def _the_one(name: str, otherwise: Elm) -> Elm:
    one = elm.operator("Equal", elm.aggregate("Count", elm.defined(name)), elm.whole(1))
    return elm.when(one, elm.aggregate("First", elm.defined(name)), otherwise)


def _code() -> Elm:
    coding = elm.taken_as("Coding", elm.of_alias("value", "A"))
    of_system = elm.operator("Equal", elm.of("value", elm.of("system", coding)), elm.operand("system"))
    code = elm.when(of_system, elm.of("value", elm.of("code", coding)), elm.text(NO_CODE))
    read = elm.operator("Coalesce", code, elm.text(NO_CODE))
    return elm.function(CODE, {"link": "String", "system": "String"}, _only(read, elm.text(NO_CODE), "String"))


def _number() -> Elm:
    value = elm.of("value", elm.taken_as("decimal", elm.of_alias("value", "A")))
    read = elm.operator("Coalesce", value, elm.operand("refused"))
    return elm.function(
        NUMBER, {"link": "String", "refused": "Decimal"}, _only(read, elm.operand("refused"), "Decimal")
    )


def _only(read: Elm, refused: Elm, kind: str) -> Elm:
    """Return what is read of the only answer to a question; null where there is none."""
    answers = elm.called(ANSWERS, elm.operand("link"))
    count = elm.aggregate("Count", answers)
    one = elm.aggregate("First", elm.query("A", answers, returns=read))
    cases = [(elm.whole(0), elm.nothing(f"{elm.SYSTEM}{kind}")), (elm.whole(1), one)]
    return elm.case(cases, refused, count)
