"""What changed in a tree, node by node: questions, answers, doses, strengths, quotes, what may follow."""

from collections.abc import Iterator

from trees.core import wording
from trees.core.branches import Band, Event, Onward, OtherTree, Way
from trees.core.diff.facts import FOLLOWS, differing, facts
from trees.core.diff.items import (
    ADDED,
    ADVICE,
    CHANGED,
    REMOVED,
    RENAMED,
    WORDING,
    Item,
    Weight,
    of_lists,
    said,
    text_item,
)
from trees.core.diff.match import Edition, Matching, codes
from trees.core.evidence import Because, quotes_of
from trees.core.nodes import ASKED, OUTCOMES, Checklist, Choice, Measure, Node, Tree, ways
from trees.core.numbering import called
from trees.core.place import Place

WORDS, ENDS = "words of the source", ("evidence", "differs", "since")
LABELS = {
    "evidence": "trials behind it",
    "differs": "where sources differ",
    "since": "what a newer source says since",
    "asks": "question",
    "between": "choice",
    "means": "what its words mean",
    "lasts": "how long an answer holds",
    "order": "what is said of the order",
    "always": "what is shown in any case",
}
"""What a reader calls the fields of a node."""


class TreeChanges:
    """The changes of one tree that both editions have."""

    def __init__(self, matching: Matching, before: Tree, after: Tree) -> None:
        self.matching, self.before, self.after = matching, before, after

    def items(self) -> Iterator[Item]:
        """Yield every change, the tree's own first, then node by node in the order of the later edition."""
        yield from self.of_tree()
        old = {self.matching.node(node.id): node for node in self.before.nodes}
        new = {node.id: node for node in self.after.nodes}
        for name, node in new.items():
            if name in old:
                yield from self.of_node(old[name], node)
            else:
                yield Item(ADDED, ADVICE, called(self.after, node), "", "", _titled(node), name, node.place)
        for name, node in old.items():
            if name not in new:
                about = f"{called(self.before, node)} of the earlier edition"
                yield Item(REMOVED, ADVICE, about, "", _titled(node), "", node.id, self.after.place)
        if [name for name in old if name in new] != [name for name in new if name in old]:
            text = "the steps stand in another order, and have other numbers"
            yield Item(CHANGED, WORDING, "tree", "order", "", text, "", self.after.place)

    def of_tree(self) -> Iterator[Item]:
        """Yield what changed of the tree itself."""
        for name, weight in (("title", WORDING), ("purpose", WORDING), ("readers", WORDING), ("applies_to", ADVICE)):
            was, now = getattr(self.before, name), getattr(self.after, name)
            if was != now:
                label = "which patients" if name == "applies_to" else name
                yield text_item("tree", label, was, now, weight, self.after.place.of(name))
        yield from self._quotes("tree", self.before.because, self.after.because, self.after)

    def of_node(self, before: Node, after: Node) -> Iterator[Item]:
        """Yield what changed of one node."""
        about, name, place = called(self.after, after), after.id, after.place
        if before.id != name:
            yield Item(RENAMED, WORDING, about, "id", before.id, name, name, place)
        asked = isinstance(before, (*ASKED, Choice)), isinstance(after, (*ASKED, Choice))
        if type(before) is not type(after) and any(asked):
            yield Item(CHANGED, ADVICE, about, "kind", wording.kind(before), wording.kind(after), name, place)
        if isinstance(before, OUTCOMES) and isinstance(after, OUTCOMES):
            was, now = facts(before), facts(after)
            differ = differing(before, after)
            for each in dict.fromkeys((*was, *now)):
                if each != FOLLOWS and was.get(each, "") != now.get(each, ""):
                    # In the words of a fact, letter case and punctuation do not count; in a dose, everything does.
                    weight = ADVICE if each in differ else WORDING
                    item = (about, each.lower(), was.get(each, ""), now.get(each, ""), weight, place, name)
                    yield text_item(*item) if weight is WORDING else _whole(*item)
            yield from self._quotes(about, before.because, after.because, after)
            for field in ENDS:
                yield from of_lists(
                    about, LABELS[field], getattr(before, field), getattr(after, field), place.of(field), name
                )
        elif all(asked):
            yield from self._asked(about, before, after)
        else:
            yield Item(CHANGED, ADVICE, about, "", _titled(before), _titled(after), name, place)
            return
        pairs = codes(before, after)
        for old, new in pairs:
            yield from self._way(about, before, after, old, new)
        yield from self._order(about, before, after, pairs)

    def _order(
        self, about: str, before: Node, after: Node, pairs: list[tuple[str | None, str | None]]
    ) -> Iterator[Item]:
        """Yield that the answers that both editions offer stand in another order."""
        kept = {old: new for old, new in pairs if old is not None and new is not None}
        first = [kept[way.code] for way in ways(before) if way.code in kept]
        if first != [way.code for way in ways(after) if way.code in kept.values()]:
            was, now = (", ".join(f"“{way.says}”" for way in ways(node)) for node in (before, after))
            what = "order of what may follow" if isinstance(after, OUTCOMES) else "order of the answers"
            yield Item(CHANGED, WORDING, about, what, was, now, after.id, after.place)

    def _asked(self, about: str, before: Node, after: Node) -> Iterator[Item]:
        """Yield what changed of a question or a choice, beside its answers."""
        fields = ("asks", "between", "means", "lasts", "unit", "lowest", "highest", "step", "order", "always")
        for field in fields:
            was, now = (_field(node, field) for node in (before, after))
            if was != now:
                label = LABELS.get(field, field)
                yield text_item(about, label, was, now, ADVICE, after.place.of(field), after.id)
        if isinstance(before, Choice) and isinstance(after, Choice):
            yield from self._quotes(about, before.because, after.because, after)

    def _way(self, about: str, before: Node, after: Node, old: str | None, new: str | None) -> Iterator[Item]:
        """Yield what changed of one answer, band, item, option, or of what may follow."""
        was = next((way for way in ways(before) if way.code == old), None)
        now = next((way for way in ways(after) if way.code == new), None)
        if now is None:
            assert was is not None
            yield Item(REMOVED, ADVICE, about, kind_of(was), self._way_in_words(was, before), "", after.id, after.place)
            return
        if was is None:
            yield Item(ADDED, ADVICE, about, kind_of(now), "", self._way_in_words(now, after), after.id, now.place)
            return
        what = f"{kind_of(now)} “{now.says}”"
        if old != new:
            yield Item(RENAMED, WORDING, about, f"code of {what}", old or "", new or "", after.id, now.place)
        if was.says != now.says:
            yield text_item(about, kind_of(now), was.says, now.says, ADVICE, now.place, after.id)
        old_edges, new_edges = (
            wording.band_range(way, node) if isinstance(way, Band) and isinstance(node, Measure) else ""
            for way, node in ((was, before), (now, after))
        )
        if old_edges != new_edges:
            yield _whole(about, f"edges of {what}", old_edges, new_edges, ADVICE, now.place, after.id)
        if isinstance(was, Event) != isinstance(now, Event):
            passes = ("no time passes", "time passes, and what may change is asked again")
            said_of = passes[isinstance(was, Event)], passes[isinstance(now, Event)]
            yield _whole(about, what, *said_of, ADVICE, now.place, after.id)
        if self._leads_elsewhere(was, now):
            leads = self._target(self.before, was.to), self._target(self.after, now.to)
            yield _whole(about, f"where {what} leads", *leads, ADVICE, now.place, after.id)
        if not isinstance(was, Event | Onward) and not isinstance(now, Event | Onward):
            basis = said(was.because), said(now.because)
            if basis[0] != basis[1]:
                weight = ADVICE if _firmness(was.because) != _firmness(now.because) else WORDING
                yield _whole(about, f"{WORDS} for {what}", *basis, weight, now.place, after.id)

    def _leads_elsewhere(self, was: Way, now: Way) -> bool:
        if isinstance(was.to, OtherTree) and isinstance(now.to, OtherTree):
            old, new = (to.name.rpartition("/")[2] for to in (was.to, now.to))
            return self.matching.tree(old) != new
        if isinstance(was.to, OtherTree) or isinstance(now.to, OtherTree):
            return True
        return self.matching.node(was.to) != now.to

    def _way_in_words(self, way: Way, node: Node) -> str:
        edges = f" ({wording.band_range(way, node)})" if isinstance(way, Band) and isinstance(node, Measure) else ""
        tree = self.before if any(each is node for each in self.before.nodes) else self.after
        return f"“{way.says}”{edges} → {self._target(tree, way.to)}"

    def _target(self, tree: Tree, to: str | OtherTree) -> str:
        if isinstance(to, OtherTree):
            edition: Edition = self.matching.after if tree is self.after else self.matching.before
            other = edition.trees.get(to.name.rpartition("/")[2])
            return f"the tree “{other.title}”" if other else f"the tree '{to.name}'"
        node = next((node for node in tree.nodes if node.id == to), None)
        return f"'{to}'" if node is None else f"{called(tree, node)}, {_titled(node)}"

    def _quotes(self, about: str, before: Because, after: Because, of: Node | Tree) -> Iterator[Item]:
        """Yield the quotes that came and went; that one is read for another strength is a change of it."""
        node, place = "" if isinstance(of, Tree) else of.id, of.place.of("because")
        old = {(q.text, q.source.id, q.at): q for q in quotes_of(before)}
        new = {(q.text, q.source.id, q.at): q for q in quotes_of(after)}
        # How firmly an outcome is named is a fact of its own; of a choice it is told here.
        firmer = not isinstance(of, OUTCOMES) and _firmness(before) != _firmness(after)
        weight = ADVICE if firmer else WORDING
        for key, quote in new.items():
            if key not in old:
                yield Item(ADDED, weight, about, WORDS, "", said(quote), node, quote.place)
            elif said(old[key]) != said(quote):
                yield _whole(about, WORDS, said(old[key]), said(quote), ADVICE, quote.place, node)
        for key, quote in old.items():
            if key not in new:
                yield Item(REMOVED, weight, about, WORDS, said(quote), "", node, place)
        if said(quotes_of(before)) != said(quotes_of(after)) and set(old) == set(new) and list(old) != list(new):
            yield Item(CHANGED, WORDING, about, f"order of {WORDS}", "", "they stand in another order", node, place)


def _whole(about: str, what: str, before: str, after: str, weight: Weight, place: Place, node: str) -> Item:
    """Return a change of which the smallest mark counts."""
    how = ADDED if not before else REMOVED if not after else CHANGED
    return Item(how, weight, about, what, before, after, node, place)


def _firmness(because: Because) -> list[str]:
    """Return the words of strength of some quotes, whichever of them has which."""
    return sorted(quote.strength for quote in quotes_of(because) if quote.strength)


def _titled(node: Node) -> str:
    return wording.title(node)


def _field(node: Node, field: str) -> str:
    if field == "means" and isinstance(node, ASKED):
        return wording.meaning(node.means)
    if field == "order" and isinstance(node, Choice):
        return wording.order(node.order)
    if field == "always" and not isinstance(node, Checklist):
        return ""
    return said(getattr(node, field, ""))


def kind_of(way: Way) -> str:
    """Return what a reader calls a way out of a node."""
    if isinstance(way, Event | Onward):
        return "what may follow"
    return "answer" if isinstance(way, Band) else type(way).__name__.lower()
