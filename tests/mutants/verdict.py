"""Who notices that a library is not as it was: only what a change can touch is looked at again.

That this says the same as the whole check and every scenario is held by a test.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from mutants.parts import roots
from mutants.reach import Reach
from mutants.scenarios import Scenario, complaints, name_of
from trees.core.check import (
    LIBRARY_RULES,
    MUST_HOLD_FIRST,
    TREE_RULES,
    check,
    quoting,
    registers,
    structure,
    vocabulary,
)
from trees.core.check.differences import sides_are_sound, who_quotes_both_sides_is_told
from trees.core.check.figures import trials_are_quoted
from trees.core.check.firmness import strengths_are_the_statements_own
from trees.core.check.since import newer_sources_are_newer, notes_are_sound, what_is_gone_was_there
from trees.core.check.to_do import nothing_is_left_to_do
from trees.core.evidence import Quote
from trees.core.glossary import Term
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Tree, quotes_in, ways
from trees.core.parts import parts_within
from trees.core.place import Part, Problem
from trees.core.since import NotFound, Since
from trees.core.tokens import holds

Said = Iterator[tuple[Callable[..., Iterator[Problem]], Iterable[Problem]]]
"""Rules, each with what it says."""

NEVER_TOUCHED = (
    registers.statements_are_unique,
    registers.dates_are_dates,
    registers.fingerprints_cover_registers,
    vocabulary.sources_have_addresses,
    vocabulary.successors_are_there,
    newer_sources_are_newer,
)
"""Rules about registers, sources and collections, none of which a mutant changes."""

ON_EVERY_TEXT = (vocabulary.no_text_is_empty, nothing_is_left_to_do)
"""Rules that read every text there is. The second counts marks in a file; published trees have none."""

ON_EACH_PART = (
    *ON_EVERY_TEXT,
    vocabulary.ids_are_plain_names,
    vocabulary.sources_have_registers,
    vocabulary.collections_name_their_sources,
    quoting.every_quote_is_in_its_statement,
    strengths_are_the_statements_own,
    trials_are_quoted,
    sides_are_sound,
    notes_are_sound,
)
"""Rules that say of a part what they say of it alone: they are asked about what was changed."""

ON_QUOTES = (quoting.no_statement_is_copied, quoting.every_statement_is_answered_for, what_is_gone_was_there)
"""Rules about all quotes of a statement: they are asked where a quote was changed."""

OVER_ALL = tuple(rule for rule in LIBRARY_RULES if rule not in (*NEVER_TOUCHED, *ON_EACH_PART, *ON_QUOTES))
WHOLE_TREE = tuple(rule for rule in TREE_RULES if rule.__module__ == structure.__name__)
"""Rules about how the nodes of a tree hang together; the others ask each node by itself."""

EACH_NODE = tuple(rule for rule in TREE_RULES if rule not in WHOLE_TREE)


@dataclass(frozen=True)
class Notice:
    """Who noticed, such as 'check: doses_are_quoted' or 'case: first_not_tested', and what is said."""

    by: str
    text: str


class Verdict:
    """Knows what is complained of already, and tells of a changed library what is new."""

    def __init__(self, library: Library, scenarios: Iterable[Scenario]) -> None:
        self.library = library
        self.known = {str(problem) for problem in check(library)}
        every = list(scenarios)
        self.scenarios = [each for each in every if not list(complaints(library, each))]
        self.left_out = len(every) - len(self.scenarios)
        """Scenarios that complain of the trees as they are, and so cannot tell of a change."""
        self._reach = Reach(library, self.scenarios)
        self._roots = dict(roots(library))
        self._gone = {words for part in self._roots.values() if isinstance(part, Since) for words in _searched(part)}
        self._quotes = {id(root): _quotes_within(root) for root in self._roots.values()}

    def notices(self, changed: Library) -> Iterator[Notice]:
        """Yield what is new, the check first: of a mutant that is noticed, the first is enough."""
        for rule, problems in self._checked(changed):
            for problem in problems:
                if str(problem) not in self.known:
                    yield Notice(f"check: {rule.__name__}", str(problem))
        for scenario in self._reach.touched(changed):
            for text in complaints(changed, scenario):
                yield Notice(name_of(scenario), text)

    def notices_of_all(self, changed: Library) -> Iterator[Notice]:
        """Yield what is new by the whole check and every scenario: what `notices` is held against."""
        for problem in check(changed):
            if str(problem) not in self.known:
                yield Notice("check", str(problem))
        for scenario in self.scenarios:
            for text in complaints(changed, scenario):
                yield Notice(name_of(scenario), text)

    def _checked(self, changed: Library) -> Said:
        """Yield each rule with what it says of what was changed."""
        touched = self._touched(changed)
        for rule in ON_EACH_PART:
            # Of the registers, which are long and never changed, only the rules about every text would read all.
            of = replace(touched, registers={}) if rule in ON_EVERY_TEXT else touched
            # Which drugs there are is no part of a note, and never changed.
            yield rule, rule(replace(of, drugs=changed.drugs) if rule is notes_are_sound else of)
        for node_rule in EACH_NODE:
            # Which quotes are two sides of one matter is said by a difference: where one changed, every node is asked.
            everywhere = node_rule is who_quotes_both_sides_is_told and any(touched.differences.values())
            for name, tree in (changed if everywhere else touched).trees.items():
                yield node_rule, node_rule(changed, name, tree)
        sound = True
        for name in touched.trees:
            lost = False
            for tree_rule in WHOLE_TREE:
                found = list(tree_rule(changed, name, changed.trees[name]))
                lost = lost or bool(found and tree_rule in MUST_HOLD_FIRST)
                yield tree_rule, found
            if not lost:
                yield (
                    structure.every_node_is_reached,
                    structure.every_node_is_reached(changed, name, changed.trees[name]),
                )
            sound = sound and not lost
        for rule in OVER_ALL:
            yield rule, rule(changed)
        yield from self._on_quotes(changed, touched)
        if sound and any(_targets(self.library.trees[name]) != _targets(changed.trees[name]) for name in touched.trees):
            yield structure.no_way_leads_round, structure.no_way_leads_round(changed)

    def _on_quotes(self, changed: Library, touched: Library) -> Said:
        """Yield the rules about all quotes of a statement, where a quote was changed."""
        if any(_cited(self.library.trees[name]) != _cited(changed.trees[name]) for name in touched.trees):
            yield quoting.every_statement_is_answered_for, quoting.every_statement_is_answered_for(changed)
        quotes: dict[int, Quote] = {}
        moved: dict[int, Quote] = {}
        for name, root in roots(changed):
            within = self._quotes.get(id(root)) or _quotes_within(root)
            quotes |= within
            if root is not self._roots[name]:
                before = self._quotes[id(self._roots[name])]
                moved |= {key: (before | within)[key] for key in before.keys() ^ within.keys()}
        statements = {(quote.source.id, quote.at) for quote in moved.values()}
        if statements:
            of_these = tuple(quote for quote in quotes.values() if (quote.source.id, quote.at) in statements)
            # A term may stand on any quotes: one that holds these is a library of nothing else.
            alone = {"": {"": Term("", name="", means="", because=of_these)}}
            few = replace(changed, trees={}, trials={}, differences={}, terms=alone, since={})
            yield quoting.no_statement_is_copied, quoting.no_statement_is_copied(few)
        if any(touched.since.values()) or any(
            holds(quote.text, each) for quote in moved.values() for each in self._gone
        ):
            yield what_is_gone_was_there, what_is_gone_was_there(changed)

    def _touched(self, changed: Library) -> Library:
        """Return a library of what was changed alone: of a tree, the nodes that are not as they were."""
        before = self.library
        trees = {
            name: replace(tree, nodes=_others(before.trees[name], tree))
            for name, tree in changed.trees.items()
            if tree is not before.trees[name]
        }
        return replace(
            changed,
            trees=trees,
            drugs={},
            trials=_other_parts(before.trials, changed.trials),
            differences=_other_parts(before.differences, changed.differences),
            terms=_other_parts(before.terms, changed.terms),
            since=_other_parts(before.since, changed.since),
        )


def _others(before: Tree, after: Tree) -> tuple[object, ...]:
    same = {id(node) for node in before.nodes}
    return tuple(node for node in after.nodes if id(node) not in same)


def _other_parts(before: dict, after: dict) -> dict:
    return {
        collection: {name: part for name, part in known.items() if part is not before[collection][name]}
        for collection, known in after.items()
    }


def _quotes_within(root: Part) -> dict[int, Quote]:
    return {id(part): part for part in parts_within(root) if isinstance(part, Quote)}


def _searched(note: Since) -> tuple[str, ...]:
    return tuple(note.because.words) if isinstance(note.because, NotFound) else ()


def _cited(tree: Tree) -> set[tuple[str, str]]:
    return {(quote.source.id, quote.at) for node in tree.nodes for quote in quotes_in(node)}


def _targets(tree: Tree) -> list[object]:
    """Return what decides where a walk goes on by itself."""
    return [(node.id, way.to) for node in tree.nodes if not isinstance(node, OUTCOMES) for way in ways(node)]
