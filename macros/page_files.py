"""From which files of the checkout a page is made: when one of them changes, what the page shows may change."""

from pathlib import Path

from trees.core.library import Library
from trees.core.report import sources_quoted

MADE = ("{{", "{%")
"""What stands in a page that holds more than its own words."""
HAZARDS = "SAFETY.md"
OF_ONE_FILE = {"maintain/safety.md": HAZARDS}
"""The pages that show a file of the checkout as it is written, with that file."""


class PageFiles:
    """The files below the root of a checkout, by the page that they make."""

    def __init__(self, root: Path, library: Library) -> None:
        self.root, self.library = root, library

    def of_tree(self, name: str) -> list[str]:
        """Return the files of the page of a tree: its own, its collection's vocabulary, the registers it quotes."""
        collection, _, tree = name.partition("/")
        others = {each.partition("/")[2] for each in self.library.trees if each.startswith(f"{collection}/")} - {tree}
        own = [path for path in self._below(f"trees/{collection}", "*.py") if Path(path).stem not in others]
        registers = [f"trees/sources/{source.id}.py" for source in sources_quoted(self.library, name)]
        return [*own, *self._drugs(), *registers]

    def of_collections(self, collections: list[str], *, cases: bool = False) -> list[str]:
        """Return the files of a page about whole collections: every tree, the vocabulary and the registers."""
        found = list(self._drugs())
        for name in collections:
            found += self._below(f"trees/{name}", "*.py")
            found += self._below(f"trees/{name}/cases", "*.toml") if cases else []
            found += [f"trees/sources/{source.id}.py" for source in self.library.collections[name].sources]
        return list(dict.fromkeys(found))

    def of_words(self, file: str) -> list[str]:
        """Return the files of a page that somebody wrote: its own and, where it holds a list, all collections'."""
        path = self.root / "docs" / file
        own = [f"docs/{file}"]
        if file in OF_ONE_FILE:
            return [*own, OF_ONE_FILE[file]]
        if path.is_file() and any(mark in path.read_text(encoding="utf-8") for mark in MADE):
            own += self.of_collections(list(self.library.collections))
        return own

    def _drugs(self) -> list[str]:
        return ["trees/drugs.py"] if (self.root / "trees" / "drugs.py").is_file() else []

    def _below(self, folder: str, pattern: str) -> list[str]:
        return sorted(path.relative_to(self.root).as_posix() for path in (self.root / folder).glob(pattern))
