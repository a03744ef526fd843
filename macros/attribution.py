"""What leaves the site with a tree in any form: whose it is, of which day, how far to trust it, and what is newer."""

from collections.abc import Mapping
from dataclasses import dataclass

from trees.core.basis import LICENSE, LICENSE_NAME, QUOTED, TEXT_FOR, Basis


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
class Attribution(Basis):
    """One tree as it is named wherever it goes."""

    where: Where

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

    @property
    def day(self) -> str:
        """The day on which it last changed, YYYY-MM-DD; that of the commit where the history does not know it."""
        return self.where.changed.get(f"trees/{self.name}/") or self.where.day

    def line(self) -> str:
        """Return title, author, source and license in one line, for whoever passes it on."""
        return f"“{self.title}”, {self.version}, by {self.author}, {self.address}, {LICENSE_NAME} ({LICENSE}). {QUOTED}"

    def credit(self) -> str:
        """Return that line with what has to stand beside it wherever the tree is shown: dates, state, warnings."""
        return f"{self.line()} {self.basis}"

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
            ("Use", self.use),
            (TEXT_FOR, self.tree.readers),
            ("Which patients", self.tree.applies_to),
        ]
