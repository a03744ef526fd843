"""What is done with the site once its pages are built, step by step and always in the same order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.attribution import Where
from macros.finishing import (
    archive,
    cards,
    downloads,
    feeds,
    fresh,
    loading,
    quizzes,
    search,
    sitemap,
    twins,
    walk_data,
    worker,
)
from macros.uses import Uses
from trees.core.library import Library


@dataclass(frozen=True)
class Built:
    """A site whose pages are built: its folder, the trees and their cases, and what the settings say of it.

    `address` is where it is published, with a slash at its end; `date` is that of the commit, YYYY-MM-DD; `name` is its
    title; `archive` is what it is called as a ZIP; `pages` are the addresses of its pages below that, each with the
    date on which it last changed, if known; `docs` is the folder of the pages and of their style.
    """

    folder: Path
    uses: Uses
    address: str
    date: str
    name: str
    archive: str
    pages: Mapping[str, str | None]
    docs: Path

    @property
    def library(self) -> Library:
        """The trees."""
        return self.uses.library

    @property
    def where(self) -> Where:
        """What a file that leaves the site says of it."""
        return Where(self.address, self.name, self.date, self.pages)


STEPS: tuple[Callable[[Built], None], ...] = (
    lambda built: walk_data.write(built.folder, built.library),
    lambda built: twins.write(built.folder, built.library, built.name),
    lambda built: feeds.write(built.folder, built.library, built.address, built.name),
    lambda built: cards.write(built.folder, built.library, built.docs),
    lambda built: sitemap.write(built.folder, built.address, built.pages),
    lambda built: search.write(built.folder, built.library),
)
"""Each makes or changes files in the folder; what hashes or lists files comes after what makes them."""

COPIES: tuple[Callable[[Built], None], ...] = (
    lambda built: downloads.write(built.folder, built.uses, built.where, built.docs),
    lambda built: quizzes.write(built.folder, built.uses, built.where),
    lambda built: loading.write(built.folder),
    lambda built: archive.write(built.folder, built.archive, built.date),
    lambda built: fresh.write(built.folder),
    lambda built: worker.write(built.folder, built.archive),
)
"""For readers alone: what is taken away, fewer files to load, and copies of the site.

After every other step, and not by `make serve`.
"""


def finish(built: Built, *, copies: bool) -> None:
    """Take every step, and where `copies` says so, make the copies that readers take away."""
    for step in STEPS + COPIES if copies else STEPS:
        step(built)
