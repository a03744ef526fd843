"""What leaves the site with a tree in any form: whose it is, of which day, how far to trust it, and what is newer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from macros import since
from macros.linked_data import LICENSE
from macros.trust import INVENTED, NOT_ADVICE, TEXT_FOR
from trees.core.digest import SHORT, digest
from trees.core.evidence import Source
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Collection, Tree
from trees.core.numbering import badges
from trees.core.report import sources_quoted
from trees.core.review import review_state
from trees.core.since import Since
from trees.core.suspects import NOT_COMPARED, doubts_of_tree, told_of_tree

LICENSE_NAME = "CC BY 4.0"
QUOTED = "Quoted words belong to their sources."
NOTHING_NEWER = "No newer source has been read."


@dataclass(frozen=True)
class Where:
    """The site that a tree is published on: its address with a slash at its end, its name, and the day of its commit.

    `changed` is the day on which a page last changed, by its address below the site, where the history knows it.
    `repository` is the address of the repository that it is made from, or '' where nobody has said it.
    """

    address: str
    name: str
    day: str
    changed: Mapping[str, str | None]
    repository: str = ""


@dataclass(frozen=True)
class Attribution:
    """One tree as it is named wherever it goes."""

    library: Library
    name: str
    where: Where

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

    @property
    def author(self) -> str:
        """Whose work it is; the words it quotes are their sources'."""
        return f"the maintainers of {self.where.name}"

    @property
    def address(self) -> str:
        """Where its page is published."""
        return f"{self.where.address}trees/{self.name}/"

    @property
    def embed(self) -> str:
        """Where the page is published that other sites show in a frame."""
        return f"{self.where.address}embed/{self.name}/"

    @cached_property
    def version(self) -> str:
        """Its full name with its short hash: what is cited is this wording and no other."""
        return f"{self.name}@{self.sha256[:SHORT]}"

    @cached_property
    def sha256(self) -> str:
        """Its whole hash."""
        return digest(self.library, self.name)

    @property
    def day(self) -> str:
        """The day on which it last changed, YYYY-MM-DD; that of the commit where the history does not know it."""
        return self.where.changed.get(f"trees/{self.name}/") or self.where.day

    @property
    def sources(self) -> list[Source]:
        """The sources that it quotes."""
        return sources_quoted(self.library, self.name)

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
    def newer(self) -> str:
        """Which newer sources were read and are not followed, and at how many outcomes they say something."""
        if not self.collection.newer:
            return NOTHING_NEWER
        dated = "; ".join(f"{each.short}, {each.date}" for each in self.collection.newer)
        return f"{dated}: {since.counted(self.tree.nodes)}"

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

    def line(self) -> str:
        """Return title, author, source and license in one line, for whoever passes it on."""
        return f"“{self.title}”, {self.version}, by {self.author}, {self.address}, {LICENSE_NAME} ({LICENSE}). {QUOTED}"

    def credit(self) -> str:
        """Return that line with what has to stand beside it wherever the tree is shown: dates, state, warnings."""
        return f"{self.line()} {self.basis}"

    @property
    def basis(self) -> str:
        """What has to stand wherever the tree is named: dates, what is newer, review state, no advice, warnings."""
        newer = f"Since then: {self.newer}"
        return " ".join([self.follows, newer, self.review, NOT_ADVICE, *self.warnings()])

    def rows(self) -> list[tuple[str, str]]:
        """Return everything but the notes, each row with what it is called: for metadata, and for what is read."""
        return [
            *(("Warning", each) for each in self.warnings()),
            ("Title", self.title),
            ("Author", self.author),
            ("Source", self.address),
            ("License", f"{LICENSE_NAME}, {LICENSE}. {QUOTED}"),
            ("Version", f"{self.version}, SHA-256 {self.sha256}"),
            ("Changed", self.day),
            ("Follows", self.dated),
            ("Since then", self.newer),
            ("State", self.review),
            ("Use", f"{self.collection.intended_use} {NOT_ADVICE}"),
            (TEXT_FOR, self.tree.readers),
            ("Which patients", self.tree.applies_to),
        ]
