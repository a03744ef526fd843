"""The two editions that a comparison is of: collections, folders of trees, or revisions of the checkout."""

import os
import subprocess
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from trees.commands.given import one_line, shown
from trees.core.check import walkable
from trees.core.diff.comparison import Comparison, compare, compared
from trees.core.diff.match import Edition
from trees.core.library import Library, load
from trees.core.place import Problem, did_you_mean

GIT = ("git", "--no-pager")
REVISION = "--end-of-options"
NOWHERE = "nowhere"


class NoEditionError(Exception):
    """A name that stands for no edition; its text says why."""


class UnsoundError(Exception):
    """An edition whose paths cannot be followed, and what keeps them from it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True)
class Two:
    """Two libraries, or two collections of one, with what each was called by."""

    before: Library
    after: Library
    collections: tuple[str, str] | None = None

    def compared(self) -> list[Comparison]:
        """Return what changed, collection by collection."""
        if self.collections is None:
            return compared(self.before, self.after)
        before, after = self.collections
        return [compare(Edition(self.before, before), Edition(self.after, after))]


@contextmanager
def two_editions(folder: Path, base: str, head: str | None) -> Iterator[Two]:
    """Give both editions; what was taken out of the history stands in a folder that is gone afterwards.

    A name is that of a collection where both are, or else of a folder, or else of a revision. Without a second one, the
    first is compared with the folder as it stands. Raises NoEditionError or UnsoundError.
    """
    now = load(folder, shown(folder))
    if head is not None and base in now.collections and head in now.collections:
        yield Two(sound(now), now, (base, head))
        return
    with TemporaryDirectory(prefix="trees-") as scratch:
        before = edition(folder, base, Path(scratch) / "before", now)
        after = now if head is None else edition(folder, head, Path(scratch) / "after", now)
        yield Two(sound(before), sound(after))


def sound(library: Library) -> Library:
    """Return a library whose paths can be followed; raise UnsoundError where they cannot be."""
    if problems := walkable(library):
        raise UnsoundError(problems)
    return library


def edition(folder: Path, name: str, scratch: Path, now: Library) -> Library:
    """Return the trees of a folder, or of a revision of the checkout that `folder` stands in."""
    path = Path(name)
    if name and path.is_dir():
        inner = path / "trees"
        found = inner if (inner / "__init__.py").exists() or (inner / "sources").is_dir() else path
        return load(found, shown(found))
    top = git(folder, "rev-parse", "--show-toplevel")
    alone = f"'{one_line(name)}' is a collection, and is compared with another one. Name two that are there."
    if top is None and name in now.collections:
        raise NoEditionError(alone)
    if top is None:
        raise NoEditionError(
            f"there is no folder '{one_line(name)}', and {shown(folder)} is no checkout with a history "
            "in which that could be a revision."
        )
    commit = git(folder, "rev-parse", "--verify", "--quiet", REVISION, f"{name}^{{commit}}") if name else None
    if commit is None and name in now.collections:
        raise NoEditionError(alone)
    if commit is None:
        known = git(folder, "for-each-ref", "--format=%(refname:short)") or b""
        guess = did_you_mean(name, [*known.decode(errors="replace").split(), *now.collections]) if name else ""
        hint = guess or " In a checkout without its history, git fetch --unshallow brings it."
        raise NoEditionError(f"'{one_line(name)}' is no collection, no folder and no revision.{hint}")
    inside = os.path.relpath(folder.resolve(), Path(os.fsdecode(top.rstrip(b"\n"))).resolve())
    revision = commit.decode().strip()
    archive = git(Path(os.fsdecode(top.rstrip(b"\n"))), "archive", "--format=tar", revision, "--", inside)
    if archive is None:
        raise NoEditionError(f"'{one_line(name)}' has no folder {shown(folder)}. Was it called otherwise then?")
    unpack(archive, scratch)
    return load(scratch / inside, f"{one_line(name)}:{Path(inside).as_posix()}")


def git(folder: Path, *arguments: str) -> bytes | None:
    """Return what git prints in a folder, or None where it refuses or is not there."""
    surroundings = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run([*GIT, "-C", str(folder), *arguments], capture_output=True, check=False, env=surroundings)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None


def unpack(archive: bytes, to: Path) -> None:
    """Unpack plain files and folders; a link in a history may lead anywhere, and is one to nowhere here.

    So it is reported as a link wherever it stands in the way, and no tree is taken for one that was not there.
    """
    to.mkdir()
    with tarfile.open(fileobj=BytesIO(archive)) as files:
        for member in files:
            path = to / member.name
            if not path.resolve().is_relative_to(to.resolve()):
                continue
            if member.isdir():
                path.mkdir(parents=True, exist_ok=True)
            elif member.issym():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.symlink_to(NOWHERE)
            elif member.isfile() and (held := files.extractfile(member)) is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(held.read())
