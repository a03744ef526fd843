"""A tree as every format reads it: its columns, its rows, and what is told where they lead."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from trees.core import wording
from trees.core.basis import LICENSE, LICENSE_NAME, QUOTED, TEXT_FOR, Basis
from trees.core.branches import Event, Onward, OtherTree
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import ASKED, CURRENT, OUTCOMES, Checklist, Choice, Measure, Node, Question, Tree, ways
from trees.core.numbering import badges
from trees.core.paths import behind
from trees.core.suspects import doubts_of_node, doubts_of_way
from trees.core.told import Cells, answers_to, leading, line, lines, note, outcome_cells, quoted, said
from trees.formats.forks import Decision, End, Leads, Shown, decision
from trees.formats.inputs import BEGINS_AT, Input, inputs
from trees.formats.rows import Row, count_rows, ends, rows

FIELDS = (
    *("does", "leads_to", "badge", "id", "suspect", "since_then", "for_whom", "words"),
    *("drug", "dose", "dose_mg_daily_lowest", "dose_mg_daily_highest", "split", "weeks_on", "weeks_off", "duration"),
    *("dose_strength", "strengths", "stated", "would_decide", "quotes", "evidence", "notes", "sources_differ", "about"),
    *("what_may_follow", "goes_on", "means", "may_answer", "order", "basis"),
)
"""What is told of whatever an end leads to, in this order, whatever the format; what does not apply is empty.

What is suspect, what a newer source says and for whom it is stand before the advice. `does` is one of the values of
`Leads`. `goes_on` says of each way out of an outcome to which tree it leads and where it begins there. `may_answer`,
`means` and `order` are of what is asked.
"""

MOST_ROWS = 5_000
"""Rows of one file: what an engine still loads and a person can still look through."""

ANOTHER_TREE, REFUSED = "Another tree", "Refused"
CONTRADICTION = "Only one can be true."


class TooManyRowsError(ValueError):
    """A tree has more rows than a file may hold; the message says how many."""


@dataclass(frozen=True)
class Reading:
    """One tree by its full name, and the address of the site that publishes it, with a slash at its end."""

    library: Library
    name: str
    address: str

    @cached_property
    def basis(self) -> Basis:
        """Which wording the tree is, of what dates, and how far to trust it."""
        return Basis(self.library, self.name)

    @property
    def tree(self) -> Tree:
        """The tree."""
        return self.library.trees[self.name]

    @property
    def page(self) -> str:
        """The address of the page of the tree."""
        return f"{self.address}trees/{self.name}/"

    @cached_property
    def decision(self) -> Decision:
        """The forks of the tree."""
        return decision(self.library, self.name)

    @cached_property
    def inputs(self) -> list[Input]:
        """The columns that the tree asks for."""
        return inputs(self.tree)

    @cached_property
    def rows(self) -> list[Row]:
        """Every row; raises TooManyRowsError where no file could hold them: a part of a tree would lead astray."""
        count = count_rows(self.decision)
        if count > MOST_ROWS:
            raise TooManyRowsError(
                f"{self.name} has {count:,} rows, and a file holds at most {MOST_ROWS:,}. Part the tree in two."
            )
        return list(rows(self.decision))

    @cached_property
    def ends(self) -> list[End]:
        """Every end, each once, in the order of the rows."""
        return ends(self.decision)

    def told(self, end: End) -> list[tuple[Shown | None, Cells]]:
        """Return what an end leads to, each with all that is told of it; where it leads to another tree, that tree."""
        if end.leads is Leads.GO_ON:
            return [(None, self._go_on(end.tree))]
        return [(shown, self._of(shown)) for shown in end.shown]

    def _of(self, shown: Shown) -> Cells:
        """Return every field of what is shown, asked for or refused."""
        node = shown.node
        if shown.leads is Leads.SHOW and isinstance(node, OUTCOMES):
            cells = outcome_cells(self.library, self.name, node)
            cells["goes_on"] = lines(self._goes_on(way) for way in node.then)
        else:
            cells = self._asked(node)
        led = leading if isinstance(node, OUTCOMES) else answers_to
        cells["for_whom"] = lines([self.tree.applies_to, *led(self.tree, node)])
        if shown.leads is Leads.REFUSE:
            cells |= {"leads_to": REFUSED, "words": line(f"{contradiction(node)} {CONTRADICTION}")}
        return self._whole(shown.leads, cells, doubts_of_node(self.library, node))

    def _asked(self, node: Node) -> Cells:
        cells = {
            "leads_to": wording.kind(node),
            "badge": badges(self.tree)[node.id],
            "id": node.id,
            "words": line(wording.title(node)),
            "may_answer": lines(self._answers(node)),
        }
        if isinstance(node, Question | Measure | Checklist):
            cells["means"] = line(wording.meaning(node.means))
        if isinstance(node, Choice):
            cells["since_then"] = lines(self._since(node))
            cells["order"] = line(wording.order(node.order))
            cells["quotes"] = lines(map(quoted, quotes_of(node.because)))
        return cells

    def _goes_on(self, way: Event | Onward) -> str:
        """Return where an engine goes on: 'pain: event, example/tarn_nodule, _begins_at biopsy_done'."""
        kind = "event" if isinstance(way, Event) else "onward"
        if isinstance(way.to, OtherTree):
            return f"{way.code}: {kind}, {self.library.jump(self.name, way.to) or way.to.name}"
        at = "" if way.to == self.tree.start.id else f", {BEGINS_AT} {way.to}"
        return f"{way.code}: {kind}, {self.name}{at}"

    def _since(self, node: Choice) -> Iterator[str]:
        """Yield what newer sources say of each option, so that nobody chooses before they have read it."""
        for option in node.options:
            if isinstance(option.to, OtherTree):
                ahead = self.library.trees[self.library.jump(self.name, option.to) or self.name].nodes
                found = [wording.since_in_tree(ahead)]
            else:
                reached = self.tree.node(option.to)
                found = list(map(note, reached.since)) if isinstance(reached, OUTCOMES) else []
                found = found or [wording.since_further_on(behind(self.tree, reached))]
            yield from (f"{option.says}: {each}" for each in found if each)

    def _answers(self, node: Node) -> list[str]:
        """Return each answer with its code, its words, what it rests on, and what is suspect of that."""
        found = []
        if isinstance(node, Measure):
            low, high = wording.number(node.lowest), wording.number(node.highest)
            found.append(f"a number from {low} to {high} {node.unit}")
        for way in ways(node):
            because = () if isinstance(way, Event | Onward) else quotes_of(way.because)
            doubts = map(str, doubts_of_way(self.library, way))
            words = (f"{quoted(each)}{f', strength “{each.strength}”' if each.strength else ''}" for each in because)
            found.append("; ".join([f"{way.code}: {said(node, way)}", *words, *doubts]))
        return found

    def _go_on(self, name: str) -> Cells:
        tree = self.library.trees[name]
        since = wording.since_in_tree(tree.nodes)
        cells = {"leads_to": ANOTHER_TREE, "id": name, "words": line(tree.title), "since_then": since}
        return self._whole(Leads.GO_ON, cells, ())

    def _whole(self, leads: Leads, cells: Cells, doubts: Iterable[object]) -> Cells:
        known = {"does": leads.value, "suspect": lines(map(str, doubts)), "basis": self.in_a_line, **cells}
        return {field: known.get(field, "") for field in FIELDS}

    @cached_property
    def in_a_line(self) -> str:
        """What stands with every answer: which wording, of what dates, how far to trust it."""
        return line(f"{self.basis.version}. {self.basis.basis}")

    @cached_property
    def header(self) -> list[tuple[str, str]]:
        """Everything that a file says of itself, each with what it is called."""
        of = self.basis
        return [
            *(("Warning", line(each)) for each in of.warnings()),
            ("Title", line(of.title)),
            ("Address", self.page),
            ("License", f"{LICENSE_NAME}, {LICENSE}. {QUOTED}"),
            ("Version", f"{of.version}, SHA-256 {of.sha256}"),
            ("Follows", of.dated),
            ("Since then", of.newer),
            *(("Note", line(each)) for each in of.noted()),
            ("State", of.review),
            ("Use", of.use),
            (TEXT_FOR, line(of.tree.readers)),
            ("Which patients", line(of.tree.applies_to)),
            ("After an event", self._after_an_event()),
        ]

    def _after_an_event(self) -> str:
        """Return which columns an event empties, since what they held was true before it."""
        current = [
            each.name
            for each in self.inputs
            if isinstance(each.node, Choice) or (isinstance(each.node, ASKED) and each.node.lasts is CURRENT)
        ]
        return f"Empty these columns: {', '.join(current)}." if current else "No column is emptied."


def contradiction(node: Node) -> str:
    """Return in words how the columns of a question contradict each other."""
    if isinstance(node, Measure):
        return f"“{node.asks}” is answered with a number and with '{node.unknown.code}'."
    return f"“{wording.title(node)}” is answered with items and with 'none' or 'unknown'."
