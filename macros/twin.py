"""The page of a tree as Markdown, for programs and for readers of plain text: the safety header first, then every step.

It is made from the data, not from the page. Each outcome says which answers lead to it, so that what is cut out of the
page keeps its conditions.
"""

import posixpath
from collections.abc import Iterator, Sequence

from macros import cite, since, trust
from macros.key import ASKED_ANEW, KEPT, newer_of
from macros.links import CAUTIONS, Links
from macros.markdown import Row, code, link, listed, plain
from macros.outcome import called, cautioned, cautions_of, target
from macros.uses import Use, Uses
from trees.core import wording
from trees.core.branches import Band, Event, Onward, OtherTree, To, Way
from trees.core.digest import digest
from trees.core.evidence import OurQuestion, Quote, Source, quotes_of
from trees.core.figures import Trial
from trees.core.nodes import OUTCOMES, Action, Checklist, Choice, LeftOpen, Measure, Node, Outcome, Treatment, ways
from trees.core.numbering import badges
from trees.core.paths import conditions
from trees.core.report import hash_of, sources_quoted
from trees.core.review import review_state
from trees.core.since import NotFound, Since, quotes_of_note
from trees.core.term_forms import terms_in

NAME = "index.md"
"""What the twin of a page is called: it stands beside it."""
NOT_ADVICE = f"{trust.NOT_ADVICE} It shows what dated texts say, and decides nothing."
OURS = "“Our question” stands where we ask something that a source only implies."
EVERY_WAY = "whatever is answered"


class Twin:
    """The Markdown of one tree; its addresses are relative to the page of the tree, as those of the page are."""

    def __init__(self, links: Links, uses: Uses, name: str) -> None:
        self.links, self.uses, self.name = links, uses, name
        self.library, self.tree = links.library, links.library.trees[name]
        self.collection = self.library.collections[name.partition("/")[0]]
        self.badges = badges(self.tree)

    def text(self) -> str:
        """Return the whole twin."""
        lines = [f"# {plain(self.tree.title)}", "", *listed(self.header()), "", OURS, "", "## Steps"]
        for node in self.tree.nodes:
            lines += [
                "",
                f'<a id="{node.id}"></a>',
                "",
                f"### {self.badges[node.id]}: {plain(wording.title(node))}",
                "",
            ]
            lines += [plain(wording.kind(node)), "", *listed(self.step(node))]
        known = terms_in(self.tree, self.library.terms.get(self.collection.id, {}).values())
        if known:
            ours = " (In our words alone.)"
            rows = (Row(f"{plain(term.name)}: {plain(term.means)}{'' if term.because else ours}") for term in known)
            lines += ["", "## Terms", "", *listed(rows)]
        return "\n".join(lines) + "\n"

    def header(self) -> Iterator[Row]:
        """Yield what has to be known before anything below is read."""
        if self.collection.invented:
            yield Row(trust.INVENTED)
        if self.collection.superseded_by is not None:
            newer = self.library.collections[self.collection.superseded_by].title
            yield Row(f"Superseded. The newer collection: {plain(newer)}")
        yield Row(f"Purpose: {plain(self.tree.purpose)}")
        yield Row(f"For whom: {plain(self.tree.readers)}")
        yield Row(f"Which patients: {plain(self.tree.applies_to)}")
        yield Row(f"Use: {plain(self.collection.intended_use)}")
        yield Row(NOT_ADVICE)
        yield Row("Sources:", (self.source(each) for each in sources_quoted(self.library, self.name)))
        if self.collection.newer:
            told = since.counted(self.tree.nodes)
            yield Row(f"Since then: {self.newer()}: {plain(told)}")
        yield Row(f"State: {plain(review_state(self.library, self.name))}")
        short, whole = hash_of(self.library, self.name), digest(self.library, self.name)
        yield Row(f"Tree: {code(f'{self.name}@{short}')}, SHA-256 {code(whole)}")
        yield Row(f"Collection: {link(self.collection.title, self.links.collection(self.collection.id))}")
        yield Row(f"Page: {link(self.tree.title, 'index.html')}")

    def newer(self) -> str:
        """Return the newer sources that every outcome was held against, with their dates."""
        return "; ".join(
            f"{link(each.short, self.links.source(each.id))}, {each.date}" for each in self.collection.newer
        )

    def source(self, given: Source) -> str:
        """Return a source with its publisher, its date, its readers and what has to be known of it."""
        named = link(given.short, self.links.source(given.id))
        readers = plain(given.readers.lower())
        return f"{named} ({plain(given.publisher)}, {given.date}; written for: {readers}). {plain(given.note)}".strip()

    def step(self, node: Node) -> Iterator[Row]:
        """Yield what a step says beside its heading."""
        yield from self.outcome(node) if isinstance(node, OUTCOMES) else self.asked(node)
        if out := [self.way(node, way) for way in ways(node)]:
            yield Row("What may follow:" if isinstance(node, OUTCOMES) else "Answers:", out)
        yield Row("Reached from:", self.reached_from(node))

    def asked(self, node: Node) -> Iterator[Row]:
        """Yield what a question means, or what is said of a choice."""
        if isinstance(node, Choice):
            yield Row(f"Order: {plain(wording.order(node.order))}")
            if node.because:
                yield Row(self.rests_on(quotes_of(node.because)))
            return
        assert not isinstance(node, OUTCOMES)
        yield Row(f"Meaning: {plain(wording.meaning(node.means))}")
        yield Row(f"Answer: {plain(KEPT if node.lasts.value == 'fixed' else ASKED_ANEW)}")
        if isinstance(node, Measure):
            low, high, step = (wording.number(each) for each in (node.lowest, node.highest, node.step))
            yield Row(f"Number: in {plain(node.unit)}, from {low} to {high}, to the nearest {step}")
        if isinstance(node, Checklist) and node.always is not None:
            yield Row(f"In any case: {self.to(node.always)}")

    def outcome(self, node: Outcome) -> Iterator[Row]:
        """Yield which answers lead to an outcome, what it says, how firmly, and on which words and trials it rests."""
        yield Row("Leads here:", self.leading(node))
        if node.since:
            yield Row("Since then:", (self.since(source, of) for source, of in since.by_source(node.since)))
        elif self.collection.newer:
            yield Row(f"Held against {self.newer()}: no note. {since.NO_NOTE}")
        if isinstance(node, Treatment):
            yield Row(f"Drug: {link(node.drug.name, self.links.drug(node.drug))}")
            yield Row(f"Dose: {plain(wording.dose_as_printed(node.dose))}")
            lasts = node.duration if isinstance(node.duration, str) else wording.NOT_GIVEN.capitalize()
            yield Row(f"Duration: {plain(lasts)}")
        if isinstance(node, LeftOpen):
            yield Row(f"Stated: {plain(node.says)}")
            yield Row(f"Would decide: {plain(node.would_decide)}")
        if isinstance(node, Action) and node.drugs:
            yield Row("About:", (link(drug.name, self.links.drug(drug)) for drug in node.drugs))
        yield Row(f"Applies to: {plain(self.tree.applies_to)}")
        yield self.strength(node)
        yield self.evidence(node)
        if drugs := cautioned(node):
            yield Row(
                "Cautions:",
                [link(cautions_of(each), self.links.drug(each, CAUTIONS)) for each in drugs],
            )
        if node.notes:
            yield Row("Notes:", map(plain, node.notes))
        if node.differs:
            yield Row("Where the sources differ:", self.differing(node))
        quotes = [quote for _, of in cite.by_source(quotes_of(node.because)) for quote in of]
        yield Row("Words of the source:", map(self.quoted, quotes))

    def since(self, source: Source, notes: Sequence[Since]) -> Row:
        """Return what a newer source says since, with its date and its address: it is read before the advice."""
        head = f"{link(source.short, self.links.source(source.id))}, {source.date}, {plain(source.address)}"
        return Row(head, (self.note(each) for each in notes))

    def note(self, given: Since) -> Row:
        """Return one matter: what the newer source does, our words, and its words or those it no longer has."""
        topic = link(given.topic, self.links.of_collection("since", self.collection.id, given.id))
        missing = [plain(wording.not_found(given.because))] if isinstance(given.because, NotFound) else []
        says = f"{plain(given.source.short)} {given.change.value}. {topic}: {plain(given.says)}"
        return Row(says, [*map(self.quoted, quotes_of_note(given)), *missing])

    def leading(self, node: Outcome) -> list[str]:
        """Return the answers that a walk to an outcome depends on, and what may come before it in time."""
        asked = [
            f"{plain(wording.title(each.asked))} {plain('; or '.join(way.says for way in each.leading))}"
            f"{'' if each.always else ' (on some ways)'}"
            for each in conditions(self.tree, node)
        ]
        after = [
            f"In time, after “{plain(wording.title(back.node))}”: {plain(back.way.says)}"
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
            return Row(f"Strength: {cite.NO_STRENGTH}")
        return Row("Strength:", (f"“{plain(quote.strength or '')}” in {self.quoted(quote)}" for quote in strong))

    def evidence(self, node: Outcome) -> Row:
        """Return the trials behind an outcome, each with its level as printed, its figures, and what is odd of it."""
        if not node.evidence:
            return Row("Evidence: No trial is named with this advice, and no level is given")
        return Row("Evidence:", (self.trial(trial) for trial in node.evidence))

    def trial(self, given: Trial) -> Row:
        """Return a trial."""
        named = link(given.name, self.links.trial(self.collection.id, given))
        says = f"{named}: {plain(given.design)}, {given.patients} patients; {plain(cite.level(given))}"
        figures = [plain(wording.figure(each)) for each in given.figures]
        odd = [f"Odd in the source: {plain(each.says)}" for each in given.oddities]
        return Row(says, [*figures, *odd, *(f"Note: {plain(note)}" for note in given.notes)])

    def differing(self, node: Outcome) -> Iterator[Row]:
        """Yield each matter on which the sources differ, with what each says in our words."""
        for each in node.differs:
            address = self.links.of_collection("differences", self.collection.id, each.id)
            sides = (f"{plain(side.source.short)}: {plain(side.says)}" for side in each.sides)
            yield Row(link(each.topic, address), sides)

    def way(self, node: Node, way: Way) -> str:
        """Return one way out: its code, its words, where it leads, and the words that set its condition."""
        edges = (
            f" ({plain(wording.band_range(way, node))})" if isinstance(way, Band) and isinstance(node, Measure) else ""
        )
        text = f"{type(way).__name__.lower()} {code(way.code)}: {plain(way.says)}{edges} → {self.to(way.to)}"
        if isinstance(way, Event | Onward):
            return text
        newer = newer_of(self.library, self.name, way).removesuffix(".")
        text += f". {plain(newer)}" if newer else ""
        ours = isinstance(way.because, OurQuestion)
        return f"{text}. {'Our question' if ours else self.rests_on(quotes_of(way.because))}"

    def rests_on(self, quotes: Sequence[Quote]) -> str:
        """Return quotes with the words of strength in them."""
        strong = wording.strengths(tuple(quotes))
        strength = f". Strength: {', '.join(f'“{plain(each.strength or str())}”' for each in strong)}" if strong else ""
        return f"Rests on {'; '.join(map(self.quoted, quotes))}{strength}"

    def quoted(self, quote: Quote) -> str:
        """Return a quote with a link to its statement."""
        address = self.links.source(quote.source.id, quote.at)
        return f"“{plain(quote.text)}” ({link(wording.citation(quote), address)})"

    def to(self, to: To) -> str:
        """Return a link to where a way leads: a step here, or the twin of another tree."""
        says = target(self.links, self.name, self.tree, to)
        if isinstance(to, OtherTree):
            other = self.library.jump(self.name, to)
            return link(says, self.twin_of(other)) if other else plain(says)
        return link(says, f"#{to}")

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
            step = link(f"{badges(tree)[use.node.id]}", self.twin_of(use.tree, use.node.id))
            outside.setdefault((use.tree, use.node.id), f"the tree “{plain(tree.title)}”, {step}")
        return [*inside, *outside.values()] or ["the start of this tree" if starts else "nowhere"]

    def back(self, use: Use) -> str:
        """Return a link back along a way of this tree."""
        says = use.way.says if use.way is not None else "In any case"
        return link(f"{called(self.tree, use.node)}, {wording.title(use.node)} → {says}", f"#{use.node.id}")
