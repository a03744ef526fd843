"""The library read backward for one drug: which nodes are about it, which name it, and what is said with them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields

from macros.uses import Use
from trees.core import wording
from trees.core.branches import Event, Onward, Option, OtherTree
from trees.core.check.quoting import all_quotes
from trees.core.differences import Difference
from trees.core.drugs import Drug
from trees.core.evidence import Because, NoCriterion, Quote, quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Action, ActionKind, AdviceAgainst, Choice, Node, Treatment, quotes_in, ways
from trees.core.parts import parts_within
from trees.core.since import Since, quotes_of_note

CAUTIONS = (ActionKind.SIDE_EFFECTS, ActionKind.MONITORING, ActionKind.MEDICATION)
NO_ROLE = (ActionKind.HOW_TAKEN, ActionKind.SIDE_EFFECTS, ActionKind.MONITORING)
"""Kinds of actions that say something of a drug, and not what it is used for."""


@dataclass(frozen=True)
class Saying:
    """What one statement says of a drug: the words quoted from it, and the nodes that rest on them."""

    quotes: dict[str, Quote] = field(default_factory=dict)
    uses: dict[tuple[str, str], Use] = field(default_factory=dict)


class DrugUses:
    """Every node, statement and difference that concerns a drug, in reading order."""

    def __init__(self, library: Library, drug: Drug) -> None:
        self.library, self.drug = library, drug
        self.nodes = [Use(name, node) for name, tree in library.full_names() for node in tree.nodes]
        self.naming = [quote for quote in all_quotes(library) if named(drug, quote.text)]
        self.sources = {quote.source.id: quote.source for quote in self.naming}
        self.about = [use for use in self.nodes if self._is_about(use.node)]
        self.all = [use for use in self.nodes if self._is_about(use.node) or named(drug, *words(use.node))]

    def actions(self, *kinds: ActionKind) -> list[Use]:
        """Return the actions of these kinds that are about the drug."""
        return [use for use in self.about if isinstance(use.node, Action) and use.node.kind in kinds]

    def cautions_of_no_drug(self) -> list[Use]:
        """Return the cautions that name no drug, in the trees that a treatment with the drug leads on to."""
        treatments = [use for use in self.about if isinstance(use.node, Treatment)]
        jumps = ((use.tree, way.to) for use in treatments for way in ways(use.node) if isinstance(way, Onward))
        trees = {self.library.jump(tree, to) for tree, to in jumps if isinstance(to, OtherTree)}
        return [
            use
            for use in self.nodes
            if use.tree in trees
            and isinstance(use.node, Action)
            and use.node.kind in CAUTIONS
            and not use.node.drugs
            and not any(named(drug, *words(use.node)) for drug in self.library.drugs.values())
        ]

    def role(self) -> dict[str, dict[str, Saying]]:
        """Return by source and statement what is said of its use, and by which treatments, options and actions.

        A source that never names the drug says nothing of it, whichever node quotes it.
        """
        found: dict[str, dict[str, Saying]] = {}
        for use, because in self._in_a_role():
            for quote in quotes_of(because):
                if quote.source.id in self.sources:
                    saying = found.setdefault(quote.source.id, {}).setdefault(quote.at, Saying())
                    saying.quotes.setdefault(quote.text, quote)
                    saying.uses.setdefault((use.tree, use.node.id), use)
        return found

    def differences(self) -> list[tuple[str, Difference]]:
        """Return each matter on which sources differ that an outcome about the drug shows, or that names the drug."""
        found = []
        for collection, known in self.library.differences.items():
            shown = {
                each.id
                for use in self.about
                if isinstance(use.node, OUTCOMES) and use.tree.startswith(f"{collection}/")
                for each in use.node.differs
            }
            found += [(collection, each) for each in known.values() if each.id in shown or self._named_in(each)]
        return found

    def notes(self) -> dict[str, list[Since]]:
        """Return by collection each note of what changed since that an outcome about the drug has, or that names it."""
        found: dict[str, list[Since]] = {}
        for collection, known in self.library.since.items():
            met = {
                note.id
                for use in self.about
                if isinstance(use.node, OUTCOMES) and use.tree.startswith(f"{collection}/")
                for note in use.node.since
            }
            notes = [each for each in known.values() if each.id in met or self._named_in_note(each)]
            found |= {collection: notes} if notes else {}
        return found

    def _named_in_note(self, given: Since) -> bool:
        return named(self.drug, given.topic, given.says, *(quote.text for quote in quotes_of_note(given)))

    def _named_in(self, given: Difference) -> bool:
        quoted = (part.text for part in parts_within(given) if isinstance(part, Quote))
        return named(self.drug, given.topic, given.follows, *(side.says for side in given.sides), *quoted)

    def _is_about(self, node: Node) -> bool:
        """Return whether a node is about the drug: it gives it, lists it, or says its name where it lists none."""
        match node:
            case Treatment():
                return node.drug.id == self.drug.id
            case Action() if node.drugs:
                return any(drug.id == self.drug.id for drug in node.drugs)
            case Action() | AdviceAgainst():
                return named(self.drug, node.says)
        return False

    def _in_a_role(self) -> Iterator[tuple[Use, Because]]:
        """Yield each node that says what the drug is used for, with its words; of a choice, the options that do."""
        about = {(use.tree, use.node.id) for use in self.about}
        for use in self.nodes:
            if isinstance(use.node, Choice):
                for way in use.node.options:
                    if named(self.drug, way.says) or (use.tree, way.to) in about:
                        yield use, self._of_this_drug(way)
            elif (use.tree, use.node.id) not in about:
                continue
            elif isinstance(use.node, Treatment):
                yield use, use.node.because
            elif isinstance(use.node, AdviceAgainst) or (isinstance(use.node, Action) and use.node.kind not in NO_ROLE):
                yield use, self._of_this_drug(use.node)

    def _of_this_drug(self, given: Option | Action | AdviceAgainst) -> tuple[Quote, ...]:
        """Return the quotes that are about the drug: all of an action about how it is used, and no other drug.

        Else those of statements that name it: what stands beside it, or with several drugs, is not said of each.
        """
        quotes = quotes_of(given.because)
        if isinstance(given, Action) and given.kind is ActionKind.MEDICATION and len(given.drugs) == 1:
            return quotes
        naming = {(quote.source.id, quote.at) for quote in quotes if named(self.drug, quote.text)}
        return tuple(quote for quote in quotes if (quote.source.id, quote.at) in naming)


def named(drug: Drug, *texts: str) -> bool:
    """Return whether one of the texts calls the drug by one of its names."""
    names = "|".join(re.escape(name) for name in drug.names)
    return any(re.search(rf"\b(?:{names})\b", text, re.IGNORECASE) for text in texts)


def words(node: Node) -> Iterable[str]:
    """Yield every text of a node and of its ways, ours and quoted; not those of the trials and differences it shows."""
    yield wording.title(node)
    for each in fields(node):
        value = getattr(node, each.name)
        if each.name != "id":
            yield from (text for text in (value if isinstance(value, tuple) else (value,)) if isinstance(text, str))
        if isinstance(value, NoCriterion):
            yield from (*value.words, value.explains)
    yield from (way.says for way in ways(node) if not isinstance(way, Event | Onward))
    yield from (quote.text for quote in quotes_in(node))
