"""The graph of a tree as its data has it, made without the words and the links of the pages, to hold the key to."""

import posixpath

from helpers.key_steps import Back, Changed, Differing, Dose, Edges, Step, TrialShown, WayOut, Words

from trees.core import wording
from trees.core.branches import Band, Event, Item, Onward, Option, OtherTree, Way
from trees.core.differences import Difference
from trees.core.doses import DailyDose, DoseInWords
from trees.core.evidence import Because, NoCriterion, OurQuestion, Quote, Source, quotes_of
from trees.core.figures import Trial
from trees.core.library import Library
from trees.core.nodes import (
    OUTCOMES,
    Action,
    AdviceAgainst,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Node,
    Question,
    Treatment,
    ways,
)
from trees.core.numbering import badges
from trees.core.since import ADDS, DOES_NOT_SAY, SAYS_OTHERWISE, NotFound, Since

KINDS = {
    Question: ("question", "Question"),
    Measure: ("measure", "Question, answered by a number"),
    Checklist: ("checklist", "Checklist: every true item counts"),
    Choice: ("choice", "Choice: more than one course is named"),
    Treatment: ("treatment", "Treatment"),
    Action: ("action", "Action: "),
    AdviceAgainst: ("against", "Advice against"),
    LeftOpen: ("open", "Left open"),
}
WAYS = {Band: "band", Item: "item", Option: "option", Event: "event", Onward: "onward"}
CAUTIONS = "side-effects-and-cautions"
IN_SHORT = {SAYS_OTHERWISE: "says otherwise", ADDS: "adds to it", DOES_NOT_SAY: "does not say this"}
CHANGES = {SAYS_OTHERWISE: "says otherwise", ADDS: "adds", DOES_NOT_SAY: "does not say this"}


class Graph:
    def __init__(self, library: Library, name: str) -> None:
        self.library, self.name, self.tree = library, name, library.trees[name]
        self.badges = badges(self.tree)
        self.newer = library.collections[name.partition("/")[0]].newer

    def steps(self) -> list[Step]:
        return [self.step(node) for node in self.tree.nodes]

    def step(self, node: Node) -> Step:
        kind, named = KINDS[type(node)]
        if isinstance(node, Action):
            named += {"medication": "present drug"}.get(node.kind.value, node.kind.value)
        quotes = () if isinstance(node, Question | Measure | Checklist) else quotes_of(node.because)
        unit = node.unit if isinstance(node, Measure) else ""
        out = [self.way(way, unit) for way in ways(node)]
        more: dict[str, object] = {"words": self.words(quotes)}
        match node:
            case Question() | Measure() | Checklist():
                without = isinstance(node.means, NoCriterion)
                more["means"] = node.means.explains if isinstance(node.means, NoCriterion) else node.means
                more["no_criterion"] = tuple(node.means.words) if isinstance(node.means, NoCriterion) else ()
                more["lasts"] = node.lasts.value
                assert without or more["means"]
            case Choice():
                more["order"] = node.order if isinstance(node.order, str) else None
                more["strengths"] = self.strong(node.because)
            case _:
                more |= self.outcome(node)
        if isinstance(node, Measure):
            more["numbers"] = (node.unit, node.lowest, node.highest, node.step)
        if isinstance(node, Checklist) and node.always:
            out.insert(0, WayOut("", "in any case", "In any case", f"#{node.always}", self.called(node.always)))
        return Step(
            node.id, self.badges[node.id], kind, named, wording.title(node), self.reached_from(node), tuple(out), **more
        )

    def outcome(self, node: Treatment | Action | AdviceAgainst | LeftOpen) -> dict[str, object]:
        by_source = [
            quote for source in sources_of(node) for quote in quotes_of(node.because) if quote.source is source
        ]
        # What stands in the box comes first, and its source with it.
        boxed = wording.firm_quotes(node)
        ordered = [*boxed, *(quote for quote in quotes_of(node.because) if quote not in boxed)]
        sources = dict.fromkeys(quote.source.id for quote in ordered)
        strong = [quote for source in sources for quote in ordered if quote.source.id == source]
        last = {(quote.source.id, quote.at, quote.strength): quote for quote in strong}
        found: dict[str, object] = {
            "words": self.words(tuple(by_source)),
            "differs": tuple(self.differing(each) for each in node.differs),
            "since": tuple(self.changed(each) for each in node.since),
            "held_against": () if node.since else tuple((each.short, each.date) for each in self.newer),
            "applies_to": self.tree.applies_to,
            "strengths": tuple(self.quoted(quote, quote.strength) for quote in last.values() if quote.strength),
            "trials": tuple(self.trial(each) for each in node.evidence),
            "notes": tuple(node.notes),
        }
        if isinstance(node, Treatment):
            found["drug"] = (node.drug.name, self.address(f"drugs/{node.drug.id}"))
            found["duration"] = node.duration if isinstance(node.duration, str) else None
            found["dose"] = dose(node)
        if isinstance(node, Action):
            found["about"] = tuple((drug.name, self.address(f"drugs/{drug.id}")) for drug in node.drugs)
        drugs = (node.drug,) if isinstance(node, Treatment) else node.drugs if isinstance(node, Action) else ()
        if not isinstance(node, Action) or node.kind.value != "side effects":
            found["cautions"] = tuple(
                (f"Side effects and cautions of {drug.name}", self.address(f"drugs/{drug.id}", CAUTIONS))
                for drug in drugs
            )
        if isinstance(node, LeftOpen):
            found["left_open"] = (node.says, node.leaves_open, node.would_decide)
        return found

    def differing(self, given: Difference) -> Differing:
        address = self.address(f"differences/{self.name.partition('/')[0]}", given.id)
        return Differing(given.topic, address, tuple((side.source.short, side.says) for side in given.sides))

    def changed(self, given: Since) -> Changed:
        source, because = given.source, given.because
        quotes = () if isinstance(because, NotFound) else quotes_of(because)
        return Changed(
            *(source.short, source.date, source.address, CHANGES[given.change], given.topic),
            *(self.address(f"since/{self.name.partition('/')[0]}", given.id), given.says, self.words(quotes)),
            tuple(because.words) if isinstance(because, NotFound) else (),
        )

    def way(self, way: Way, unit: str) -> WayOut:
        because = None if isinstance(way, Event | Onward) else way.because
        other = isinstance(way.to, OtherTree)
        to = self.address(f"trees/{self.full(way.to)}") if isinstance(way.to, OtherTree) else f"#{way.to}"
        called = f"the tree “{self.library.trees[self.full(way.to)].title}”" if other else self.called(way.to)
        edges = Edges(way.at_least, way.above, way.at_most, way.below, unit) if isinstance(way, Band) else None
        ours, quotes = isinstance(because, OurQuestion), self.words(quotes_of(because))
        newer = self.in_short(way.to) if isinstance(way, Option) else ""
        kind = WAYS.get(type(way), "answer")
        return WayOut(way.code, kind, way.says, to, called, edges, ours, newer, quotes, self.strong(because))

    def in_short(self, to: str | OtherTree) -> str:
        """Return what each newer source does with an outcome, every change once.

        Of another tree, or of a question, it says that there are notes in it or at what follows.
        """
        if isinstance(to, OtherTree):
            nodes = self.library.trees[self.full(to)].nodes
            sources = list(dict.fromkeys(note.source.short for node in nodes for note in getattr(node, "since", ())))
            return f"Since then, {', '.join(sources)}: notes in that tree." if sources else ""
        if not hasattr(self.tree.node(to), "since"):
            further = [self.tree.node(each) for each in self.further(to)]
            sources = list(dict.fromkeys(note.source.short for node in further for note in getattr(node, "since", ())))
            return f"Since then, {', '.join(sources)}: notes at what follows." if sources else ""
        notes = getattr(self.tree.node(to), "since", ())
        names = dict.fromkeys(note.source.short for note in notes)
        said = {
            name: dict.fromkeys(IN_SHORT[each.change] for each in notes if each.source.short == name) for name in names
        }
        return " ".join(f"Since then, {name} {' and '.join(changes)}." for name, changes in said.items())

    def further(self, start: str) -> set[str]:
        """Return the ids of all that answers lead to from a question, as a fixed point."""
        found, before = {start}, set[str]()
        while found != before:
            before = set(found)
            for node in (self.tree.node(each) for each in before):
                if not hasattr(node, "since"):
                    found |= {way.to for way in ways(node) if isinstance(way.to, str)}
                    found |= {node.always} if isinstance(node, Checklist) and node.always else set()
        return found

    def reached_from(self, node: Node) -> tuple[Back, ...]:
        found = []
        for each in self.tree.nodes:
            says = [way.says for way in ways(each) if way.to == node.id]
            if isinstance(each, Checklist) and each.always == node.id:
                says.append("In any case")
            found += [Back(f"#{each.id}", f"{self.called(each.id).replace(': ', ', ', 1)} → {words}") for words in says]
        starts = node.id == self.tree.nodes[0].id
        for name, tree in self.library.full_names() if starts else ():
            for each in tree.nodes:
                if any(isinstance(way.to, OtherTree) and full(name, way.to) == self.name for way in ways(each)):
                    found.append(Back(self.address(f"trees/{name}", each.id), badges(tree)[each.id], tree.title))
        return tuple(found) or (Back("", "the start of this tree" if starts else "nowhere"),)

    def called(self, node_id: str) -> str:
        node = self.tree.node(node_id)
        kind = "outcome" if isinstance(node, OUTCOMES) else "choice" if isinstance(node, Choice) else "question"
        return f"{kind} {self.badges[node_id]}: {wording.title(node)}"

    def full(self, to: OtherTree) -> str:
        return full(self.name, to)

    def address(self, page: str, anchor: str = "") -> str:
        return f"{posixpath.relpath(page, f'trees/{self.name}')}/" + (f"#{anchor}" if anchor else "")

    def words(self, quotes: tuple[Quote, ...]) -> tuple[Words, ...]:
        return tuple(self.quoted(quote) for quote in quotes)

    def quoted(self, quote: Quote, strength: str = "") -> Words:
        address = self.address(f"sources/{quote.source.id}", quote.at)
        return Words(quote.text, address, f"{quote.source.short}, {quote.at}", strength)

    def strong(self, because: Because) -> tuple[str, ...]:
        seen = {(quote.source.id, quote.at, quote.strength) for quote in quotes_of(because)}
        order = [(quote.source.id, quote.at, quote.strength) for quote in quotes_of(because)]
        return tuple(each[2] for each in sorted(seen, key=order.index) if each[2])

    def trial(self, given: Trial) -> TrialShown:
        address = self.address(f"trials/{self.name.partition('/')[0]}/{given.id}")
        codes, scale = ((), "") if given.level is None else (tuple(given.level.codes), given.level.scale.name)
        return TrialShown(given.name, address, given.design, given.patients, codes, scale)


def sources_of(node: Treatment | Action | AdviceAgainst | LeftOpen) -> list[Source]:
    """Return the sources that an outcome quotes, in the order in which it first quotes them."""
    found: list[Source] = []
    for quote in quotes_of(node.because):
        if quote.source not in found:
            found.append(quote.source)
    return found


def full(name: str, to: OtherTree) -> str:
    collection = name.partition("/")[0]
    return f"{collection}/{to.name.removeprefix(f'{collection}/')}"


def dose(node: Treatment) -> Dose | str | None:
    given = node.dose
    if isinstance(given, DailyDose):
        return Dose(given.low, given.high, given.split, given.weeks_on, given.weeks_off, given.printed)
    return given.words if isinstance(given, DoseInWords) else None
