"""The key: every step of a tree by number, with its answers as links. It is complete without JavaScript."""

from markupsafe import Markup

from macros import cite, since, suspect
from macros.diagram.boxes import CLASSES
from macros.links import Links
from macros.markup import el, joined
from macros.outcome import outcome
from macros.propose import Proposals
from macros.uses import Use, Uses
from trees.core import wording
from trees.core.branches import Band, Event, Onward, Option, OtherTree, Way
from trees.core.change_notes import of_nodes
from trees.core.evidence import OurQuestion, Quote, quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Choice, Measure, Node, Question, Tree, ways
from trees.core.numbering import badges, called
from trees.core.paths import behind
from trees.core.told import target

KEPT = "This answer does not change with time."
ASKED_ANEW = "This answer can change with time: after an event it is asked again."
OURS = "Our question: a source only implies it"


def newer_of(library: Library, name: str, way: Way) -> str:
    """Return what newer sources do with an option, or that they have notes in the tree it leads to; else ''."""
    if not isinstance(way, Option):
        return ""
    if isinstance(way.to, OtherTree):
        other = library.jump(name, way.to)
        return wording.since_in_tree(library.trees[other].nodes) if other else ""
    tree = library.trees[name]
    node = tree.node(way.to)
    return wording.since_in_short(node) if isinstance(node, OUTCOMES) else wording.since_further_on(behind(tree, node))


class Key:
    """The key of one tree, on the page that `links` starts from; each step ends with a proposal where there are any."""

    def __init__(self, links: Links, uses: Uses, name: str, tree: Tree, *, proposals: Proposals | None = None) -> None:
        self.links, self.uses, self.name, self.tree, self.proposals = links, uses, name, tree, proposals
        self.badges = badges(tree)
        self.changes = of_nodes(links.library, name.partition("/")[0])

    def steps(self) -> Markup:
        """Return every step in reading order."""
        return joined(*(self.step(node) for node in self.tree.nodes))

    def step(self, node: Node) -> Markup:
        """Return one step: its heading, what it says, where it leads, and from where it is reached."""
        body = outcome(self.links, self.name, self.tree, node) if isinstance(node, OUTCOMES) else self.asked(node)
        return el(
            "section",
            el("h3", el("span", self.badges[node.id], class_="dt-badge"), " ", wording.title(node), id=node.id),
            el("p", wording.kind(node), class_="dt-kind"),
            self.changed(node),
            body,
            self.reached_from(node),
            self.proposal(node),
            class_=f"dt-step {CLASSES[type(node)]}",
            data_node=node.id,
        )

    def changed(self, node: Node) -> Markup | None:
        """Return when a node last changed and how; the browser, which knows the day, takes it away after a while."""
        change = self.changes.get(f"{self.tree.id}#{node.id}")
        if change is None:
            return None
        link = el("a", change.title, href=self.links.of_collection("changes", self.name.partition("/")[0], change.id))
        when = el("time", change.date, datetime=change.date)
        # Whoever searches for what changed looks on the page of that.
        return el(
            "p", "Changed ", when, ": ", link, class_="dt-changed", data_date=change.date, data_search_exclude=True
        )

    def proposal(self, node: Node) -> Markup | None:
        """Return the way to propose a change of a step, on a page that offers it."""
        return self.proposals.line(self.links, node) if self.proposals else None

    def asked(self, node: Node) -> Markup:
        """Return what a question means and its answers, or a choice with its options."""
        return joined(*self.about(node), self.answers(node))

    def about(self, node: Node) -> list[Markup]:
        """Return what a reader is told before the answers."""
        parts: list[Markup] = []
        if isinstance(node, Question | Measure | Checklist):
            lasts = KEPT if node.lasts.value == "fixed" else ASKED_ANEW
            parts.append(el("p", f"{wording.meaning(node.means)} {lasts}", class_="dt-means"))
        if isinstance(node, Measure):
            low, high, step = (wording.number(each) for each in (node.lowest, node.highest, node.step))
            says = f"A number in {node.unit}, from {low} to {high}, to the nearest {step}."
            parts.append(el("p", says, class_="dt-range"))
        if isinstance(node, Choice):
            parts += [each for each in (suspect.block(self.links, node),) if each]
            parts.append(el("p", wording.order(node.order), class_="dt-order"))
            if node.because:
                quotes = quotes_of(node.because)
                parts.append(el("p", cite.all_quoted(self.links, quotes), self.strength(quotes), class_="dt-quote"))
        if isinstance(node, Checklist) and node.always is not None:
            always = self.target(node.always)
            parts.append(el("p", "In any case: ", el("a", always, href=f"#{node.always}"), class_="dt-always"))
        return parts

    def answers(self, node: Node) -> Markup:
        """Return every way out of a question or a choice, each with the words of the source that set its condition."""
        rows = (
            el(
                "li",
                self.way(node, way),
                " ",
                self.newer(way),
                suspect.line(self.links, way),
                self.why(way),
                data_code=way.code,
                data_way=type(way).__name__.lower(),
            )
            for way in ways(node)
        )
        return el("ul", *rows, class_="dt-answers")

    def way(self, node: Node, way: Way) -> Markup:
        """Return one way: its words and where it leads, as a link."""
        says = el("span", self.says(node, way), class_="dt-says")
        return el("a", says, " → ", self.target(way.to), href=self.links.way(self.name, way.to))

    def says(self, node: Node, way: Way) -> str:
        """Return the words of an answer, with the edges of a stretch of numbers."""
        edges = f" ({wording.band_range(way, node)})" if isinstance(way, Band) and isinstance(node, Measure) else ""
        return f"{way.says}{edges}"

    def why(self, way: Way) -> Markup:
        """Return the words of the source that set the condition of a way, or that the question is ours."""
        assert not isinstance(way, Event | Onward)
        because = (
            el("small", OURS, class_="dt-ours")
            if isinstance(way.because, OurQuestion)
            else joined("Rests on ", cite.all_quoted(self.links, quotes_of(way.because)))
        )
        return el("span", because, self.strength(quotes_of(way.because)), class_="dt-why")

    def newer(self, way: Way) -> Markup | None:
        """Return what newer sources do with an option, whose words are advice already."""
        return since.line(newer_of(self.links.library, self.name, way))

    def strength(self, quotes: tuple[Quote, ...]) -> Markup | None:
        """Return the source's words of strength: several courses are rarely named equally firmly."""
        strong = wording.strengths(quotes)
        if not strong:
            return None
        words = Markup(", ").join(el("strong", f"“{quote.strength}”") for quote in strong)
        return el("span", ". Strength: ", words, class_="dt-strength")

    def target(self, to: str | OtherTree) -> str:
        """Return where a way leads, in words: 'question 2: How large is it?', or the title of another tree."""
        return target(self.links.library, self.name, to)

    def reached_from(self, node: Node) -> Markup:
        """Return the ways that lead to a node; for the first one, those that lead into the tree."""
        inside = [self.back(use) for use in self.uses.into_node[self.name, node.id]]
        starts = node.id == self.tree.start.id
        other = self.from_trees() if starts else []
        links = [*inside, *other] or [Markup("the start of this tree" if starts else "nowhere")]
        # Titles of other trees: whoever searches for one of those is not looking for this one.
        return el("p", "Reached from: ", Markup("; ").join(links), class_="dt-from", data_search_exclude=True)

    def back(self, use: Use) -> Markup:
        """Return a link back along a way of this tree: 'question 1, How large is it? → Less than 2 cm'."""
        says = use.way.says if use.way is not None else "In any case"
        text = f"{called(self.tree, use.node)}, {wording.title(use.node)} → {says}"
        return el("a", text, href=f"#{use.node.id}")

    def from_trees(self) -> list[Markup]:
        """Return for each tree that leads here its title and the badges of the nodes that do."""
        by_tree: dict[str, dict[str, Use]] = {}
        for use in self.uses.into_tree[self.name]:
            by_tree.setdefault(use.tree, {}).setdefault(use.node.id, use)
        rows = []
        for name, uses in by_tree.items():
            tree = self.links.library.trees[name]
            marks = badges(tree)
            links = [
                el("a", marks[node], href=self.links.tree(name, node), aria_label=f"{marks[node]} of {tree.title}")
                for node in uses
            ]
            rows.append(joined(f"{tree.title}: ", Markup(", ").join(links)))
        return rows
