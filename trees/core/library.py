"""Everything there is to check, walk and publish: the collections, trees, registers and vocabulary of a folder."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from trees.core import fingerprint, folder
from trees.core.branches import OtherTree
from trees.core.differences import Difference
from trees.core.drugs import Drug
from trees.core.evidence import Source
from trees.core.figures import Trial
from trees.core.fingerprint import Fingerprint
from trees.core.glossary import Term
from trees.core.nodes import Collection, Tree
from trees.core.place import Place, Problem, in_file_order
from trees.core.read import Reader
from trees.core.records import Change, Review
from trees.core.register import Register
from trees.core.scan import MAY_IMPORT, text_of
from trees.core.search_words import SearchWords, Synonym
from trees.core.since import Since

COLLECTION_FILE = "collection.py"
MOST_NODES = 2_000
MOST_IMPORTS = 4
"""Files that may import each other in a row."""

VOCABULARY = (Change, Collection, Difference, Drug, Review, SearchWords, Since, Term, Trial)
"""What a file of a collection may name instead of a tree."""

Named = TypeVar("Named", Drug, Trial, Difference, Since, Term, Change)

CALLED = {Change: "title", Difference: "topic", Since: "topic"}
"""The field that says what a part is called, where it is not its name."""


@dataclass
class Library:
    """What was read from a folder of trees. Names are `collection/tree`; problems are those of reading alone."""

    root: Path
    shown_as: str
    collections: dict[str, Collection] = field(default_factory=dict)
    trees: dict[str, Tree] = field(default_factory=dict)
    registers: dict[str, Register] = field(default_factory=dict)
    fingerprints: dict[str, Fingerprint] = field(default_factory=dict)
    drugs: dict[str, Drug] = field(default_factory=dict)
    trials: dict[str, dict[str, Trial]] = field(default_factory=dict)
    differences: dict[str, dict[str, Difference]] = field(default_factory=dict)
    terms: dict[str, dict[str, Term]] = field(default_factory=dict)
    since: dict[str, dict[str, Since]] = field(default_factory=dict)
    changes: dict[str, dict[str, Change]] = field(default_factory=dict)
    reviews: dict[str, list[Review]] = field(default_factory=dict)
    synonyms: dict[str, list[Synonym]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Full names of trees whose file could not be read: a jump to one, and what it may hold, are not asked for."""

    @property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return {name: register.source for name, register in self.registers.items()}

    def vocabulary(self) -> Iterator[Trial | Difference | Term | Since | Change]:
        """Yield what the collections name beside their trees: trials, differences, terms, notes and changes."""
        for trials in self.trials.values():
            yield from trials.values()
        for differences in self.differences.values():
            yield from differences.values()
        for terms in self.terms.values():
            yield from terms.values()
        for notes in self.since.values():
            yield from notes.values()
        for changes in self.changes.values():
            yield from changes.values()

    def notes_on(self, source: Source) -> list[Since]:
        """Return every note of what a source says since, collection by collection."""
        return [note for notes in self.since.values() for note in notes.values() if note.source is source]

    def is_read(self, collection: str) -> bool:
        """Return whether every tree of a collection could be read, so that what none of them holds is lacking."""
        return not any(name.startswith(f"{collection}/") for name in self.unread)

    def in_order(self, collection: str) -> list[Tree]:
        """Return the trees of a collection in its reading order."""
        named = {name.partition("/")[2]: tree for name, tree in self.trees.items() if name.startswith(f"{collection}/")}
        order = [name for name in self.collections[collection].order if name in named]
        return [named[name] for name in (*order, *sorted(set(named) - set(order)))]

    def resolve(self, name: str, collection: str | None = None) -> str | None:
        """Return the full name of a tree, given that or its short name, or None when there is no such tree."""
        if name in self.trees:
            return name
        if collection is not None and f"{collection}/{name}" in self.trees:
            return f"{collection}/{name}"
        matches = [full for full in self.trees if full.partition("/")[2] == name]
        return matches[0] if collection is None and len(matches) == 1 else None

    def jump(self, from_tree: str, to: OtherTree) -> str | None:
        """Return the full name of the tree that a jump leads to, or None when its collection has none of that name.

        A jump stays in its collection: another edition asks other questions, and what is known would be lost.
        """
        collection = from_tree.partition("/")[0]
        name = f"{collection}/{to.name.removeprefix(f'{collection}/')}"
        return name if name in self.trees else None

    def full_names(self) -> Iterator[tuple[str, Tree]]:
        """Yield every tree with its full name, collection by collection, in reading order."""
        for collection in self.collections:
            for tree in self.in_order(collection):
                yield f"{collection}/{tree.id}", tree


def load(root: Path, shown_as: str = "trees") -> Library:
    """Read a folder of trees. Nothing in it is executed; what cannot be read becomes a problem, never an exception.

    `shown_as` is how messages call the folder.
    """
    library = Library(root, shown_as)
    _Loader(library).load()
    library.problems = in_file_order(library.problems)
    return library


class _Loader:
    """Reads each file once, whoever asks for it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.read: dict[str, Reader | None] = {}
        self.reading: list[str] = []

    def load(self) -> None:
        root = self.library.root
        if not root.is_dir():
            self._problem(Place(self.library.shown_as, 1), "there is no such folder of trees.")
            return
        self._file("drugs.py")
        sound: list[Path] = []
        for path in folder.entries(root):
            odd = folder.odd_folder(path, f"{self.library.shown_as}/{folder.shown(path.name)}")
            if odd:
                self.library.problems.append(odd)
            elif folder.is_collection(path):
                sound.append(path)
        for path in folder.files(root / "sources") if root / "sources" in sound else []:
            self._source(f"sources/{path.name}")
        for path in sound:
            if path.name != "sources":
                self._collection(path)

    def _problem(self, place: Place, text: str) -> None:
        self.library.problems.append(Problem(place, text))

    def _file(self, name: str) -> Reader | None:
        """Read one file by its path below the root, once."""
        if name in self.read:
            return self.read[name]
        shown = f"{self.library.shown_as}/{folder.shown(name)}"
        self.read[name] = None
        raw = folder.raw(self.library.root / name, shown)
        if raw is None:
            return None
        text = raw if isinstance(raw, Problem) else text_of(raw, shown)
        if isinstance(text, Problem):
            self.library.problems.append(text)
            return None
        self.reading.append(name)
        reader = Reader(text, shown, lambda module: self._vocabulary(module, name))
        self.reading.pop()
        self.library.problems += reader.problems
        self.read[name] = reader
        self._keep_vocabulary(name, reader)
        return reader

    def _vocabulary(self, module: str, asked_by: str) -> Mapping[str, object] | str:
        parts = module.split(".")
        own = asked_by.split("/")[0] if "/" in asked_by else ""
        if parts[0] != "trees" or not (parts[1:] == ["drugs"] or (len(parts) == 3 and parts[1] in ("sources", own))):
            return MAY_IMPORT
        name = "/".join(parts[1:]) + ".py"
        if name in self.reading:
            return f"'{module}' and this file import each other."
        if len(self.reading) > MOST_IMPORTS:
            return f"'{module}' is imported through more than {MOST_IMPORTS} files. Import it where it is written."
        reader = self._file(name)
        return f"there is no module '{module}' that can be read." if reader is None else reader.values

    def _keep_vocabulary(self, name: str, reader: Reader) -> None:
        own = name.partition("/")[0]
        for value in reader.values.values():
            match value:
                case Drug():
                    self._keep(self.library.drugs, value)
                case Trial():
                    self._keep(self.library.trials.setdefault(own, {}), value)
                case Difference():
                    self._keep(self.library.differences.setdefault(own, {}), value)
                case Term():
                    self._keep(self.library.terms.setdefault(own, {}), value)
                case Since():
                    self._keep(self.library.since.setdefault(own, {}), value)
                case Change():
                    self._keep(self.library.changes.setdefault(own, {}), value)
                case Review():
                    self.library.reviews.setdefault(own, []).append(value)
                case SearchWords():
                    self.library.synonyms.setdefault(own, []).extend(value.synonyms)

    def _keep(self, known: dict[str, Named], value: Named) -> None:
        if value.id in known and known[value.id] is not value:
            before = known[value.id]
            called = getattr(before, CALLED.get(type(before), "name"))
            self._problem(value.place, f"'{value.id}' is already the id of {called}. Give it another.")
        known.setdefault(value.id, value)

    def _source(self, name: str) -> None:
        reader = self._file(name)
        if reader is None:
            return
        register = reader.values.get("register")
        stem = Path(name).stem
        if not isinstance(register, Register):
            if not reader.problems:
                self._problem(Place(reader.file, 1), "the file names no register. Write register = Register(…).")
            return
        source = register.source
        self.library.registers[source.id] = register
        if source.id != stem:
            self._problem(source.place, f"the source is called '{source.id}', its file '{stem}'. Give both one name.")
            return
        path = self.library.root / "sources" / f"{stem}.fingerprint.json"
        shown = f"{self.library.shown_as}/sources/{path.name}"
        print_ = fingerprint.read(path, shown)
        if isinstance(print_, Problem):
            self.library.problems.append(print_)
        elif print_.source != stem:
            self._problem(Place(shown, 1), f"the fingerprint is of '{print_.source}', not of '{stem}'.")
        else:
            self.library.fingerprints[stem] = print_

    def _collection(self, root: Path) -> None:
        reader = self._file(f"{root.name}/{COLLECTION_FILE}")
        collection = reader.values.get("collection") if reader else None
        if isinstance(collection, Collection):
            self.library.collections[root.name] = collection
            if collection.id != root.name:
                text = f"the collection is called '{collection.id}', its folder '{root.name}'. Give both one name."
                self._problem(collection.place, text)
        elif reader is None or not reader.problems:
            place = Place(f"{self.library.shown_as}/{root.name}/{COLLECTION_FILE}", 1)
            self._problem(place, "the folder has no collection. Write collection = Collection(…) in this file.")
        for path in folder.files(root):
            self._tree(f"{root.name}/{path.name}")
        if isinstance(collection, Collection):
            self._order(root.name, collection)

    def _tree(self, name: str) -> None:
        full = name.removesuffix(".py")
        reader = self._file(name)
        if reader is None:
            self.library.unread.add(full)
            return
        tree = reader.values.get("tree")
        if isinstance(tree, Tree):
            stem = full.partition("/")[2]
            if tree.id != stem:
                self._problem(tree.place, f"the tree is called '{tree.id}', its file '{stem}'. Give both one name.")
            if len(tree.nodes) > MOST_NODES:
                text = (
                    f"the tree '{tree.id}' has {len(tree.nodes):,} nodes; at most {MOST_NODES:,}. Split it at a jump."
                )
                self._problem(tree.place, text)
                self.library.unread.add(full)
                return
            self.library.trees[full] = tree
        elif reader.problems:
            self.library.unread.add(full)
        elif not any(isinstance(value, VOCABULARY) for value in reader.values.values()):
            self.library.unread.add(full)
            self._problem(Place(reader.file, 1), "the file names no tree. Write tree = Tree(…).")

    def _order(self, folder_name: str, collection: Collection) -> None:
        have = [full.partition("/")[2] for full in self.library.trees if full.startswith(f"{folder_name}/")]
        place = collection.place.of("order")
        for name in _without(have, collection.order):
            self._problem(place, f"the order leaves out the tree '{name}'. Add it where a reader should meet it.")
        for name in _without(collection.order, have):
            if f"{folder_name}/{name}" not in self.library.unread:
                self._problem(place, f"the order names '{name}', and there is no such tree in the folder.")


def _without(names: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(others)
    return [name for name in names if name not in known]
