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


LOADED: tuple[Callable[[Built], None], ...] = (
    lambda built: walk_data.write(built.folder, built.library),
    lambda built: search.write(built.folder, built.library),
)
"""What the pages load, made from the data alone: `make serve` has it before all pages are there."""

STEPS: tuple[Callable[[Built], None], ...] = (
    lambda built: practice.write(built.folder, built.uses, built.docs),
    lambda built: twins.write(built.folder, built.library, built.where.name),
    lambda built: feeds.write(built.folder, built.library, built.where.address, built.where.name),
    lambda built: cards.write(built.folder, built.library, built.docs),
    lambda built: sitemap.write(built.folder, built.where.address, built.where.changed),
)
"""Each makes or changes files in the folder; what hashes or lists files comes after what makes them."""

COPIES: tuple[Callable[[Built], None], ...] = (
    lambda built: search.rename(built.folder),
    lambda built: downloads.write(built.folder, built.uses, built.where, built.docs),
    lambda built: quizzes.write(built.folder, built.uses, built.where),
    lambda built: embeds.write(built.folder, built.uses, built.where, built.docs),
    lambda built: scorm.write(built.folder, built.uses, built.where),
    lambda built: loading.write(built.folder),
    lambda built: archive.write(built.folder, built.archive, built.where),
    lambda built: fresh.write(built.folder),
    lambda built: worker.write(built.folder, built.archive),
)
"""For readers alone: what is kept or taken away, fewer files to load, and copies of the site.

After every other step, and not by `make serve`.
"""


def finish(built: Built) -> None:
    """Take every step that a site is published with."""
    for step in LOADED + STEPS + COPIES:
        step(built)


def begin_preview(built: Built) -> None:
    """Make what the pages of `make serve` load."""
    for step in LOADED:
        step(built)


def finish_preview(built: Built) -> None:
    """Take every further step that `make serve` takes once all pages are there."""
    for step in STEPS:
        step(built)
