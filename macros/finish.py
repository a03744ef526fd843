"""What is done with the site once its pages are built, step by step and always in the same order."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.attribution import Where
from macros.finishing import (
    archive,
    cards,
    downloads,
    embeds,
    feeds,
    fresh,
    loading,
    practice,
    quizzes,
    scorm,
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
    """A site whose pages are built: its folder, the trees and their cases, and where it is published.

    `archive` is what it is called as a ZIP; `docs` is the folder of the pages and of their style.
    """

    folder: Path
    uses: Uses
    where: Where
    archive: str
    docs: Path

    @property
    def library(self) -> Library:
        """The trees."""
        return self.uses.library


STEPS: tuple[Callable[[Built], None], ...] = (
    lambda built: walk_data.write(built.folder, built.library),
    lambda built: practice.write(built.folder, built.uses, built.docs),
    lambda built: twins.write(built.folder, built.library, built.where.name),
    lambda built: feeds.write(built.folder, built.library, built.where.address, built.where.name),
    lambda built: cards.write(built.folder, built.library, built.docs),
    lambda built: sitemap.write(built.folder, built.where.address, built.where.changed),
    lambda built: search.write(built.folder, built.library),
)
"""Each makes or changes files in the folder; what hashes or lists files comes after what makes them."""

COPIES: tuple[Callable[[Built], None], ...] = (
    lambda built: downloads.write(built.folder, built.uses, built.where, built.docs),
    lambda built: quizzes.write(built.folder, built.uses, built.where),
    lambda built: embeds.write(built.folder, built.uses, built.where, built.docs),
    lambda built: scorm.write(built.folder, built.uses, built.where),
    lambda built: loading.write(built.folder),
    lambda built: archive.write(built.folder, built.archive, built.where),
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
