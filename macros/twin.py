"""The page of a tree as Markdown, for programs and for readers of plain text: the safety header first, then every step.

It is made from the data, not from the page. Each outcome says which answers lead to it, so that what is cut out of the
page keeps its conditions.
"""

import posixpath
from collections.abc import Iterable, Iterator, Sequence

from macros import cite, since, trust
from macros.key import ASKED_ANEW, KEPT, newer_of
from macros.links import CAUTIONS, Links
from macros.markdown import MARKDOWN, Dialect, Row, listed
from macros.outcome import cautioned, cautions_of
from macros.uses import Use, Uses
from trees.core import wording
from trees.core.basis import INVENTED, NOT_ADVICE, TEXT_FOR, counted
from trees.core.branches import Band, Event, Onward, OtherTree, To, Way
from trees.core.digest import digest
from trees.core.evidence import OurQuestion, Quote, Source, quotes_of
from trees.core.figures import Trial
from trees.core.nodes import OUTCOMES, Action, Checklist, Choice, LeftOpen, Measure, Node, Outcome, Treatment, ways
from trees.core.numbering import badges, called
from trees.core.paths import conditions
from trees.core.report import hash_of, sources_quoted
from trees.core.review import review_state
from trees.core.since import NotFound, Since, quotes_of_note
from trees.core.suspects import MARK, doubts_of_node, doubts_of_way, is_suspect, told_of_tree
from trees.core.term_forms import terms_in
from trees.core.told import NO_NOTE, NO_STRENGTH, level, target

NAME = "index.md"
"""What the twin of a page is called: it stands beside it."""
DECIDES_NOTHING = f"{NOT_ADVICE} It shows what dated texts say, and decides nothing."
OURS = "“Our question” stands where we ask something that a source only implies."
EVERY_WAY = "whatever is answered"
SINCE_THEN = "Since then"
"""What the row is called that says what is newer."""


class Twin:
    """The words of one tree; its addresses are relative to the page of the tree, as those of the page are.

    A dialect writes what stands within a line: Markdown, or the marks of another form that says the same.
    """

    def __init__(self, links: Links, uses: Uses, name: str, dialect: Dialect = MARKDOWN) -> None:
        self.links, self.uses, self.name = links, uses, name
        self.plain, self.link, self.code, self.label = dialect.plain, dialect.link, dialect.code, dialect.label
        self.library, self.tree = links.library, links.library.trees[name]
        self.collection = self.library.collections[name.partition("/")[0]]
        self.badges = badges(self.tree)

    def text(self) -> str:
        """Return the whole twin, as Markdown."""
        lines = [f"# {self.plain(self.tree.title)}", "", *listed(self.header()), "", OURS, "", "## Steps"]
        for node in self.tree.nodes:
            lines += [
                "",
                f'<a id="{node.id}"></a>',
                "",
                f"### {self.badges[node.id]}: {self.plain(wording.title(node))}",
                "",
            ]
            lines += [self.plain(wording.kind(node)), "", *listed(self.step(node))]
        if known := list(self.terms()):
            lines += ["", "## Terms", "", *listed(known)]
        return "\n".join(lines) + "\n"

    def terms(self) -> Iterator[Row]:
        """Yield the terms of the collection that stand in the tree, with what they mean."""
        ours = " (In our words alone.)"
        for term in terms_in(self.tree, self.library.terms.get(self.collection.id, {}).values()):
            yield self.row(term.name, f"{self.plain(term.means)}{'' if term.because else ours}")

    def row(self, label: str, says: str = "", below: Iterable[Row | str] = ()) -> Row:
        """Return a row that begins with what it is called; what it says is in the dialect already."""
        return Row(f"{self.label(label)}{' ' if says else ''}{says}", below)

    def header(self) -> Iterator[Row]:
        """Yield what has to be known before anything below is read."""
        if self.collection.invented:
            yield Row(INVENTED)
        if self.collection.superseded_by is not None:
            newer = self.library.collections[self.collection.superseded_by].title
            yield Row(f"Superseded. The newer collection: {self.plain(newer)}")
        for told in told_of_tree(self.library, self.tree):
            yield Row(self.plain(told))
        yield self.row("Purpose", self.plain(self.tree.purpose))
        yield self.row("For whom", trust.AUDIENCE)
        yield self.row(TEXT_FOR, self.plain(self.tree.readers))
        yield self.row("Which patients", self.plain(self.tree.applies_to))
        yield self.row("Use", self.plain(self.collection.intended_use))
        yield Row(DECIDES_NOTHING)
        yield self.row("Sources", below=(self.source(each) for each in sources_quoted(self.library, self.name)))
        if self.collection.newer:
            told = counted(self.tree.nodes)
            yield self.row(SINCE_THEN, f"{self.newer()}: {self.plain(told)}")
        yield self.row("State", self.plain(review_state(self.library, self.name)))
        short, whole = hash_of(self.library, self.name), digest(self.library, self.name)
        yield self.row("Tree", f"{self.code(f'{self.name}@{short}')}, SHA-256 {self.code(whole)}")
        yield self.row("Collection", self.link(self.collection.title, self.links.collection(self.collection.id)))
        yield self.row("Page", self.link(self.tree.title, "index.html"))

    def newer(self) -> str:
        """Return the newer sources that every outcome was held against, with their dates."""
        return "; ".join(
            f"{self.link(each.short, self.links.source(each.id))}, {each.date}" for each in self.collection.newer
        )

    def source(self, given: Source) -> str:
        """Return a source with its publisher, its date, its readers and what has to be known of it."""
        named = self.link(given.short, self.links.source(given.id))
        readers = self.plain(given.readers.lower())
        who = f"{named} ({self.plain(given.publisher)}, {given.date}; written for: {readers})"
        return f"{who}. {self.plain(given.note)}".strip()

    def step(self, node: Node) -> Iterator[Row]:
        """Yield what a step says beside its heading."""
        yield from self.outcome(node) if isinstance(node, OUTCOMES) else self.asked(node)
        if out := [self.way(node, way) for way in ways(node)]:
            yield self.row("What may follow" if isinstance(node, OUTCOMES) else "Answers", below=out)
        yield self.row("Reached from", below=self.reached_from(node))

    def asked(self, node: Node) -> Iterator[Row]:
        """Yield what a question means, or what is said of a choice."""
        if isinstance(node, Choice):
            yield from self.suspect(node)
            yield self.row("Order", self.plain(wording.order(node.order)))
            if node.because:
                yield Row(self.rests_on(quotes_of(node.because)))
            return
        assert not isinstance(node, OUTCOMES)
        yield self.row("Meaning", self.plain(wording.meaning(node.means)))
        yield self.row("Answer", self.plain(KEPT if node.lasts.value == "fixed" else ASKED_ANEW))
        if isinstance(node, Measure):
            low, high, step = (wording.number(each) for each in (node.lowest, node.highest, node.step))
            yield self.row("Number", f"in {self.plain(node.unit)}, from {low} to {high}, to the nearest {step}")
        if isinstance(node, Checklist) and node.always is not None:
            yield self.row("In any case", self.to(node.always))

    def outcome(self, node: Outcome) -> Iterator[Row]:
        """Yield which answers lead to an outcome, what it says, how firmly, and on which words and trials it rests."""
        yield self.row("Leads here", below=self.leading(node))
        yield from self.suspect(node)
        if node.since:
            yield self.row(SINCE_THEN, below=(self.since(source, of) for source, of in since.by_source(node.since)))
        elif self.collection.newer:
            yield Row(f"Held against {self.newer()}: no note. {NO_NOTE}")
        if isinstance(node, Treatment):
            yield self.row("Drug", self.link(node.drug.name, self.links.drug(node.drug)))
            yield self.row("Dose", self.plain(wording.dose_as_printed(node.dose)))
            lasts = node.duration if isinstance(node.duration, str) else wording.NOT_GIVEN.capitalize()
            yield self.row("Duration", self.plain(lasts))
        if isinstance(node, LeftOpen):
            yield self.row("Stated", self.plain(node.says))
            yield self.row("Would decide", self.plain(node.would_decide))
        if isinstance(node, Action) and node.drugs:
            yield self.row("About", below=(self.link(drug.name, self.links.drug(drug)) for drug in node.drugs))
        yield self.row("Applies to", self.plain(self.tree.applies_to))
        yield self.strength(node)
        yield self.evidence(node)
        if drugs := cautioned(node):
            yield self.row(
                "Cautions",
                below=[self.link(cautions_of(each), self.links.drug(each, CAUTIONS)) for each in drugs],
            )
        if node.notes:
            yield self.row("Notes", below=map(self.plain, node.notes))
        if node.differs:
            yield self.row("Where the sources differ", below=self.differing(node))
        quotes = [quote for _, of in cite.by_source(quotes_of(node.because)) for quote in of]
        yield self.row("Words of the source", below=map(self.quoted, quotes))

    def suspect(self, node: Node) -> Iterator[Row]:
        """Yield what is suspect of the words that a step rests on: it is read before the advice."""
        yield from (Row(self.plain(str(each))) for each in doubts_of_node(self.library, node))

    def since(self, source: Source, notes: Sequence[Since]) -> Row:
        """Return what a newer source says since, with its date and its address: it is read before the advice."""
        head = f"{self.link(source.short, self.links.source(source.id))}, {source.date}, {self.plain(source.address)}"
        return Row(head, (self.note(each) for each in notes))

    def note(self, given: Since) -> Row:
        """Return one matter: what the newer source does, our words, and its words or those it no longer has."""
        topic = self.link(given.topic, self.links.of_collection("since", self.collection.id, given.id))
        missing = [self.plain(wording.not_found(given.because))] if isinstance(given.because, NotFound) else []
        says = f"{self.plain(given.source.short)} {given.change.value}. {topic}: {self.plain(given.says)}"
        return Row(says, [*map(self.quoted, quotes_of_note(given)), *missing])

    def leading(self, node: Outcome) -> list[str]:
        """Return the answers that a walk to an outcome depends on, and what may come before it in time."""
        asked = [
            f"{self.plain(wording.title(each.asked))} {self.plain('; or '.join(way.says for way in each.leading))}"
            f"{'' if each.always else ' (on some ways)'}"
            for each in conditions(self.tree, node)
        ]
        after = [
            f"In time, after “{self.plain(wording.title(back.node))}”: {self.plain(back.way.says)}"
            for back in self.uses.into_node[self.name, node.id]
            if isinstance(back.way, Event | Onward)
        ]
        return [*asked, *after] or [EVERY_WAY]

    def strength(self, node: Outcome) -> Row:
        """Return the sources' own words for how firmly they speak, those of the box first."""
        first = wording.firm_quotes(node)
        ordered = sorted(quotes_of(node.because), key=lambda quote: quote not in first)
        strong = [quote for _, of in cite.by_source(ordered) for quote in wording.strengths(of)]
        if not strong:
            return self.row("Strength", NO_STRENGTH)
        return self.row(
            "Strength", below=(f"“{self.plain(quote.strength or '')}” in {self.quoted(quote)}" for quote in strong)
        )

    def evidence(self, node: Outcome) -> Row:
        """Return the trials behind an outcome, each with its level as printed, its figures, and what is odd of it."""
        if not node.evidence:
            return self.row("Evidence", "No trial is named with this advice, and no level is given")
        return self.row("Evidence", below=(self.trial(trial) for trial in node.evidence))

    def trial(self, given: Trial) -> Row:
        """Return a trial."""
        named = self.link(given.name, self.links.trial(self.collection.id, given))
        says = f"{named}: {self.plain(given.design)}, {given.patients} patients; {self.plain(level(given))}"
        figures = [self.plain(wording.figure(each)) for each in given.figures]
        odd = [f"Odd in the source: {self.plain(each.says)}" for each in given.oddities]
        return Row(says, [*figures, *odd, *(f"Note: {self.plain(note)}" for note in given.notes)])

    def differing(self, node: Outcome) -> Iterator[Row]:
        """Yield each matter on which the sources differ, with what each says in our words."""
        for each in node.differs:
            address = self.links.of_collection("differences", self.collection.id, each.id)
            sides = (f"{self.plain(side.source.short)}: {self.plain(side.says)}" for side in each.sides)
            yield Row(self.link(each.topic, address), sides)

    def way(self, node: Node, way: Way) -> str:
        """Return one way out: what it is, its words, where it leads, and the words that set its condition."""
        edges = (
            f" ({self.plain(wording.band_range(way, node))})"
            if isinstance(way, Band) and isinstance(node, Measure)
            else ""
        )
        text = f"{self.called(way)}{self.plain(way.says)}{edges} → {self.to(way.to)}"
        if isinstance(way, Event | Onward):
            return text
        newer = newer_of(self.library, self.name, way).removesuffix(".")
        text += f". {self.plain(newer)}" if newer else ""
        text += "".join(f". {self.plain(str(each)).removesuffix('.')}" for each in doubts_of_way(self.library, way))
        ours = isinstance(way.because, OurQuestion)
        return f"{text}. {'Our question' if ours else self.rests_on(quotes_of(way.because))}"

    def called(self, way: Way) -> str:
        """Return what a way is to programs: its kind and its code."""
        return f"{type(way).__name__.lower()} {self.code(way.code)}: "

    def rests_on(self, quotes: Sequence[Quote]) -> str:
        """Return quotes with the words of strength in them."""
        strong = wording.strengths(tuple(quotes))
        strength = (
            f". Strength: {', '.join(f'“{self.plain(each.strength or str())}”' for each in strong)}" if strong else ""
        )
        return f"Rests on {'; '.join(map(self.quoted, quotes))}{strength}"

    def quoted(self, quote: Quote) -> str:
        """Return a quote with a link to its statement."""
        address = self.links.source(quote.source.id, quote.at)
        mark = f", {MARK}" if is_suspect(self.library, quote) else ""
        return f"“{self.plain(quote.text)}” ({self.link(wording.citation(quote), address)}{mark})"

    def to(self, to: To) -> str:
        """Return a link to where a way leads: a step here, or the twin of another tree."""
        says = target(self.links.library, self.name, to)
        if isinstance(to, OtherTree):
            other = self.library.jump(self.name, to)
            return self.link(says, self.twin_of(other)) if other else self.plain(says)
        return self.link(says, f"#{to}")

    def twin_of(self, tree: str, anchor: str = "") -> str:
        """Return the address of the twin of another tree, or of a step in it."""
        path = posixpath.relpath(f"/trees/{tree}", f"/trees/{self.name}")
        return f"{path}/{NAME}{f'#{anchor}' if anchor else ''}"

    def reached_from(self, node: Node) -> list[str]:
        """Return the ways that lead to a step; for the first one, the steps of other trees that lead into the tree."""
        starts = node.id == self.tree.start.id
        inside = [self.back(use) for use in self.uses.into_node[self.name, node.id]]
        outside: dict[tuple[str, str], str] = {}
        for use in self.uses.into_tree[self.name] if starts else ():
            tree = self.library.trees[use.tree]
            step = self.link(f"{badges(tree)[use.node.id]}", self.twin_of(use.tree, use.node.id))
            outside.setdefault((use.tree, use.node.id), f"the tree “{self.plain(tree.title)}”, {step}")
        return [*inside, *outside.values()] or ["the start of this tree" if starts else "nowhere"]

    def back(self, use: Use) -> str:
        """Return a link back along a way of this tree."""
        says = use.way.says if use.way is not None else "In any case"
        return self.link(f"{called(self.tree, use.node)}, {wording.title(use.node)} → {says}", f"#{use.node.id}")
