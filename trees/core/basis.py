"""What stands with a tree wherever it goes: which wording it is, of what dates, how far to trust it, what is newer."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from trees.core import wording
from trees.core.digest import SHORT, digest, sources_quoted
from trees.core.evidence import Source
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Collection, Node, Tree
from trees.core.numbering import badges
from trees.core.review import review_state
from trees.core.since import ADDS, DOES_NOT_SAY, SAYS_OTHERWISE, Since
from trees.core.suspects import NOT_COMPARED, doubts_of_tree, told_of_tree

NOT_ADVICE = "Not medical advice, not current guidance."
INVENTED = "Invented for tests and for teaching. Nothing here is medicine."
NOTHING_NEWER = "No newer source has been read."
LICENSE_NAME = "CC BY 4.0"
LICENSE = "https://creativecommons.org/licenses/by/4.0/"
QUOTED = "Quoted words belong to their sources."
TEXT_FOR = "Text written for"
"""Whom the sources were written for: a page that follows a text for patients is for clinicians all the same."""
COUNTED = {SAYS_OTHERWISE: "says otherwise on", DOES_NOT_SAY: "silent on", ADDS: "adds to"}


@dataclass(frozen=True)
class Basis:
    """One tree of a library by its full name."""

    library: Library
    name: str

    @property
    def tree(self) -> Tree:
        """The tree."""
        return self.library.trees[self.name]

    @property
    def collection(self) -> Collection:
        """The collection that it belongs to."""
        return self.library.collections[self.name.partition("/")[0]]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.tree.title

    @cached_property
    def version(self) -> str:
        """Its full name with its short hash: what is cited is this wording and no other."""
        return f"{self.name}@{self.sha256[:SHORT]}"

    @cached_property
    def sha256(self) -> str:
        """Its whole hash."""
        return digest(self.library, self.name)

    @property
    def sources(self) -> list[Source]:
        """The sources that it quotes."""
        return sources_quoted(self.tree, self.collection)

    @property
    def dated(self) -> str:
        """Those sources with their dates."""
        return "; ".join(f"{each.short}, {each.date}" for each in self.sources)

    @property
    def follows(self) -> str:
        """Those sources in a sentence, where there are any."""
        return f"Follows {self.dated}." if self.sources else "Follows no source."

    @property
    def review(self) -> str:
        """Whether a clinician has reviewed it as it reads now."""
        return review_state(self.library, self.name)

    @property
    def use(self) -> str:
        """What it is for, and that it is no advice."""
        return f"{self.collection.intended_use} {NOT_ADVICE}"

    @property
    def newer(self) -> str:
        """Which newer sources were read and are not followed, and at how many outcomes they say something."""
        if not self.collection.newer:
            return NOTHING_NEWER
        dated = "; ".join(f"{each.short}, {each.date}" for each in self.collection.newer)
        return f"{dated}: {counted(self.tree.nodes)}"

    @cached_property
    def notes(self) -> list[tuple[Since, list[str]]]:
        """Every note on what a newer source says since, once, with the badges of the outcomes that it stands with."""
        letters = badges(self.tree)
        found: dict[str, tuple[Since, list[str]]] = {}
        for node in self.tree.nodes:
            for note in node.since if isinstance(node, OUTCOMES) else ():
                found.setdefault(note.id, (note, []))[1].append(letters[node.id])
        return list(found.values())

    def noted(self) -> list[str]:
        """Return every note in a sentence: 'A, C: PDQ 2024 (2024-12-13) adds. Starting dose: …'."""
        return [
            f"{', '.join(at)}: {note.source.short} ({note.source.date}) {note.change.value}. {note.topic}: {note.says}"
            for note, at in self.notes
        ]

    def warnings(self) -> list[str]:
        """Return what has to be read before anything else: invented, superseded, or suspect and where."""
        return [*self.warnings_of_all(), *told_of_tree(self.library, self.tree)]

    def warnings_of_all(self) -> list[str]:
        """Return those that hold for every tree of its collection."""
        found = [INVENTED] if self.collection.invented else []
        if (newer := self.collection.superseded_by) is not None:
            found.append(f"Superseded. The newer collection: {self.library.collections[newer].title}")
        return found

    def suspect_in_short(self) -> list[str]:
        """Return at which steps words are suspect, where any are, for what has room for a line alone."""
        known = doubts_of_tree(self.library, self.tree)
        at = [badge for badge in badges(self.tree).values() if any(badge in steps for _, steps in known)]
        where = ", ".join(at) or "the start"
        return [f"Suspect: words changed in the source at {where}; {NOT_COMPARED}."] if known else []

    @property
    def basis(self) -> str:
        """What has to stand wherever the tree is named: dates, what is newer, review state, no advice, warnings."""
        newer = f"Since then: {self.newer}"
        return " ".join([self.follows, newer, self.review, NOT_ADVICE, *self.warnings()])


def counted(nodes: Iterable[Node]) -> str:
    """Return that newer sources are not followed, and on how many outcomes they say otherwise, are silent, or add."""
    kinds = [wording.since_kind(node) for node in nodes if isinstance(node, OUTCOMES)]
    told = [f"{COUNTED[kind]} {kinds.count(kind)}" for kind in COUNTED if kind in kinds] or ["no note on any"]
    told[0] = f"{told[0]} of {len(kinds)} {'outcome' if len(kinds) == 1 else 'outcomes'}"
    said = ", ".join(told)
    return f"newer, not followed. {said[0].upper()}{said[1:]}."
