"""A tree as a Questionnaire: a form that asks what the tree asks, and shows what the answers lead to.

Whatever is shown under a condition carries the whole way to it, not its last step alone: an answer that was corrected
since may still be in the response, and must open nothing. So what several ways lead to stands once for each.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from trees.core import wording
from trees.core.basis import TEXT_FOR
from trees.core.nodes import NONE, Checklist, Measure
from trees.core.told import HELD_AGAINST
from trees.formats.fhir import names
from trees.formats.fhir.items import (
    Condition,
    Item,
    choice,
    display,
    equal,
    exists,
    group,
    help_text,
    hidden,
    holds,
    in_order,
    number,
    shown_when,
    shown_when_any,
)
from trees.formats.fhir.labels import FOR_PROGRAMS, LABELS
from trees.formats.forks import EMPTY, Cell, End, Leads, OneOf, Shown, asks, columns_of
from trees.formats.inputs import NO, YES, Codes, Input, Number
from trees.formats.reading import Reading
from trees.formats.rows import Row

READ_FIRST = "Read this first"
ON_THE_FORM = ("Warning", "State", "Use", "Since then", "Follows", TEXT_FOR, "Which patients", "Version", "Address")
"""What stands above the questions; the notes stand with the outcomes, and everything in the description."""
READ_BEFORE_CHOOSING = "Read before choosing"
NOTHING_PICKS = "Nothing here picks one."
GO_ON = "Nothing is advised here: it goes on there."
MORE_MAY_APPLY = "Not every item is answered: more may apply"

Told = Mapping[str, str]


def questionnaire(reading: Reading) -> dict[str, object]:
    """Return the form of a tree as a Questionnaire of FHIR R4."""
    items = [_about(reading), *_Form(reading).items()]
    return {**names.metadata(reading, "Questionnaire"), "subjectType": ["Patient"], "item": list(map(in_order, items))}


def _about(reading: Reading) -> Item:
    """Return what has to be read before a question is answered."""
    # Its whole hash is in the description: no line of a narrow screen holds so long a word.
    header = [*(each for each in reading.header if each[0] != "Version"), ("Version", reading.basis.version)]
    told = [(called, text) for called, text in header if called in ON_THE_FORM and text]
    told.sort(key=lambda each: ON_THE_FORM.index(each[0]))
    lines = [display(f"_about.{count}", f"{called}: {text}") for count, (called, text) in enumerate(told, 1)]
    return group("_about", READ_FIRST, lines)


class _Form:
    """Makes the items of one form, in the order of the rows."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._listed_ends: dict[str, dict[str, End]] = {}
        for row in reading.rows:
            links = names.links_of(reading, row)
            for node in {column.node.id for column, _ in row.cells if isinstance(column.node, Checklist)}:
                self._listed_ends.setdefault(links[node], {})[row.end.key] = row.end
        self._asked: set[str] = set()
        self._stood: dict[str, int] = {}

    def items(self) -> list[Item]:
        """Return every question once for each way to it, and after it what its answers lead to."""
        return [each for row in self.reading.rows for each in self._of(row)]

    def _of(self, row: Row) -> Iterator[Item]:
        """Yield what a row is the first to ask for, and what it leads to."""
        links = names.links_of(self.reading, row)
        way: list[Condition] = []
        for column, cell in row.cells:
            new = links[column.name] not in self._asked
            if new:
                yield from self._questions(column, links, way)
            if isinstance(column.node, Checklist):
                # What it leads to is told for all its rows at once: a row for each set of items would be too many.
                if new:
                    yield from self._listed(column.node, links, way)
                return
            way = [*way, *self._conditions(links[column.name], column, cell)]
        if row.end.leads not in (Leads.ASK, Leads.CHOOSE):
            yield from self._ended(self.reading.told(row.end), way)

    def _questions(self, of: Input, links: Mapping[str, str], way: Sequence[Condition]) -> Iterator[Item]:
        """Yield the questions of all columns that a node asks for, on the way to it."""
        columns = [each for each in self.reading.inputs if names.asked_by(each) == names.asked_by(of)]
        for each in columns:
            self._asked.add(links[each.name])
            link = links[each.name]
            item = self._question(each, link)
            if each is columns[0] and each.node is not None:
                ((_, told),) = self.reading.told(asks(each.node))
                seen = self._seen(link, told)
                if told["does"] == Leads.CHOOSE.value:
                    # Players put what belongs to a question below its buttons.
                    yield shown_when(group(f"{link}.before", READ_BEFORE_CHOOSING, seen), way)
                    seen = []
                item = {**item, "prefix": f"{told['badge']}.", "item": [*seen, self._help(link, told)]}
            yield shown_when(item, way)

    def _question(self, column: Input, link: str) -> Item:
        code = [names.part(self.reading, column.name)]
        if isinstance(column, Number):
            return {**number(link, column.asks, column.node), "code": code}
        options = [names.coding(self.reading, column.name, *each) for each in column.offers.items()]
        words = f"No number for “{column.asks}”" if isinstance(column.node, Measure) else column.asks
        # Of these columns nothing is said where they are empty; of any other, nothing is known.
        spare = column.node is None or isinstance(column.node, Measure) or _whole(column)
        return {**choice(link, words, options, may_be_emptied=spare), "code": code}

    def _seen(self, link: str, told: Told) -> list[Item]:
        """Return what is seen with a question: what is suspect; of a choice, what has to be read before one chooses."""
        fields = [("suspect", told["suspect"]), ("since_then", told["since_then"])]
        if told["does"] == Leads.CHOOSE.value:
            fields += [("order", f"{told['leads_to']}. {told['order']} {NOTHING_PICKS}"), ("quotes", told["quotes"])]
            # How firmly each option is named has to be seen before one is chosen.
            fields.append(("may_answer", told["may_answer"]))
        return _lines(link, fields)

    def _help(self, link: str, told: Told) -> Item:
        """Return what a reader of a question may ask for: whom it is for, what words mean, what the answers rest on."""
        fields = ("for_whom", "means", *(() if told["does"] == Leads.CHOOSE.value else ("may_answer",)), "basis")
        asked = [f"{LABELS[each]}: {told[each]}" for each in fields if told[each]]
        return help_text(f"{link}.help", "\n".join([told["leads_to"], *asked]))

    def _conditions(self, link: str, column: Input, cell: Cell) -> list[Condition]:
        """Return the conditions that a column holds what a cell says, all of which must be met."""
        if cell == EMPTY:
            return [exists(link, False)]
        if isinstance(cell, OneOf):
            (code,) = (str(each) for each in cell.codes)
            return [self._equal(link, column, code)]
        return holds(link, cell)

    def _equal(self, link: str, column: Input, code: str) -> Condition:
        return equal(link, {"system": names.system(self.reading, column.name), "code": code})

    def _listed(self, node: Checklist, links: Mapping[str, str], way: Sequence[Condition]) -> Iterator[Item]:
        """Yield what a checklist leads to, whichever of its items are true."""
        link = links[node.id]
        whole, items = columns_of(node)

        def held(column: Codes, code: str) -> Condition:
            return self._equal(links[column.name], column, code)

        def empty(column: Codes) -> Condition:
            return exists(links[column.name], False)

        ends = {key: self.reading.told(end) for key, end in self._listed_ends[link].items()}
        true = []
        for shown, told in ends[f"{Leads.SHOW.value} {node.id}"]:
            item = shown_when(self._group(shown, told), [*way, empty(whole)])
            when = shown.when if shown is not None else ()
            if shown is not None and shown.leads is Leads.ASK:
                item = shown_when_any(f"{item['linkId']}.if", [item], [empty(each) for each in when])
            elif when:
                item = shown_when_any(f"{item['linkId']}.if", [item], [held(each, YES) for each in when])
            true.append(item)
        refused = self._ended(ends[f"{Leads.REFUSE.value} {node.id}"], [*way, exists(links[node.id], True)])
        yield shown_when_any(f"{link}.true", [*true, *refused], [held(each, YES) for each in items])
        for code in whole.offers:
            end = ends[f"{Leads.SHOW.value} {node.id}={code}"]
            if code == NONE:
                yield from self._ended(end, [*way, empty(whole), *(held(each, NO) for each in items)])
            # To say of each item that it is not true takes a group for each: false or not answered.
            found = self._ended(end, [])
            for count, column in reversed(list(enumerate(items, 1))):
                found = [shown_when_any(f"{link}.{code}.{count}", found, [held(column, NO), empty(column)])]
            yield shown_when(group(f"{link}.{code}", "", found), [*way, held(whole, code)])

    def _ended(self, told: Iterable[tuple[Shown | None, Told]], way: Sequence[Condition]) -> list[Item]:
        """Return what an end shows, when every condition of the way to it is met."""
        return [shown_when(self._group(*each), way) for each in told]

    def _group(self, shown: Shown | None, told: Told) -> Item:
        """Return everything that is told of one thing that an end leads to."""
        called, heading = _called(shown, told)
        self._stood[called] = self._stood.get(called, 0) + 1
        link = names.link_id(called, self._stood[called])
        code = [names.leads(self.reading, told["does"]), names.part(self.reading, told["id"])]
        if shown is not None:
            code.append(names.kind(self.reading, shown.node))
        lines = _lines(link, [(field, told[field]) for field in _in_order(told)])
        if shown is None:
            lines += self._other_tree(link, told["id"])
        lines += _lines(link, [(field, told[field]) for field in FOR_PROGRAMS])
        return group(link, heading, lines, code, told["badge"])

    def _other_tree(self, link: str, name: str) -> list[Item]:
        """Return where the page of another tree is, and for programs its form."""
        other = Reading(self.reading.library, name, self.reading.address)
        return [
            display(f"{link}.page", f"Its page: {other.page}"),
            hidden(f"{link}.form", names.canonical(other, "Questionnaire")),
        ]


def _in_order(told: Told) -> list[str]:
    """Return the fields in the order in which they are read; that nothing newer was found stands behind the advice."""
    fields = list(LABELS)
    if told["does"] == Leads.GO_ON.value:
        fields.remove("words")
        fields.insert(0, "words")
    if told["since_then"].startswith(HELD_AGAINST):
        fields.remove("since_then")
        fields.insert(fields.index("about"), "since_then")
    return fields


def _whole(column: Codes) -> bool:
    """Return whether a column is that of a checklist for `none` and `unknown`."""
    return isinstance(column.node, Checklist) and column.name == column.node.id


def _called(shown: Shown | None, told: Told) -> tuple[str, str]:
    """Return under which link id the first of a thing stands, and its heading."""
    if shown is None:
        return f"tree.{told['id'].replace('/', '.')}", f"{told['leads_to']}. {GO_ON}"
    match shown.leads:
        case Leads.REFUSE:
            return f"{told['id']}.refused", told["leads_to"]
        case Leads.ASK:
            return f"{told['id']}.more", MORE_MAY_APPLY
        case _:
            newer = wording.since_in_short(shown.node)
            # The notes below are long: the advice is not to be lost behind them, nor to stand before their warning.
            return told["id"], " ".join([f"{told['leads_to']}.", *([newer] if newer else []), told["words"]])


def _lines(link: str, fields: Sequence[tuple[str, str]]) -> list[Item]:
    """Return an item for each line of each field: a player puts the lines of one text one behind another."""
    return [
        line(names.link_id(f"{link}.{field}", count), f"{label}: {text}" if label else text)
        for field, told in fields
        for line, label in [(hidden, "") if field in FOR_PROGRAMS else (display, LABELS[field])]
        for count, text in enumerate(told.splitlines(), 1)
    ]
