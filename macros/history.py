"""When a file last changed, by the history of the checkout; of what is not in it, or differs from it, nobody knows."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

SEPARATOR = "\x1e"


class History:
    """The date of the last commit that touched each file, by its path below the root; empty without a whole history."""

    def __init__(self, root: Path) -> None:
        self.dates: dict[str, str] = {}
        if shutil.which("git") is None or not (root / ".git").exists():
            return
        # Of a history that is cut off, the oldest commit seems to have made every file.
        if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
            return
        log = _git(root, "log", "-c", "--name-only", "-z", "--date=short-local", f"--format={SEPARATOR}%cd")
        for commit in log.split(SEPARATOR)[1:]:
            date, _, names = commit.partition("\0")
            for name in names.split("\0"):
                # The last commit comes first.
                self.dates.setdefault(name.strip("\n"), date)
        changed = _git(root, "status", "--porcelain", "-z", "--no-renames", "--untracked-files=no")
        for entry in changed.split("\0"):
            self.dates.pop(entry[3:], None)

    def last(self, names: Iterable[str]) -> str | None:
        """Return the last date on which one of several files changed, or None where it is not known of one of them."""
        dates = [self.dates.get(name) for name in names]
        known = [date for date in dates if date is not None]
        return max(known) if known and len(known) == len(dates) else None


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    # In one zone everywhere: the same commit is of the same day.
    surroundings = {**os.environ, "TZ": "UTC", "GIT_OPTIONAL_LOCKS": "0"}
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, env=surroundings)
    return done.stdout if done.returncode == 0 else ""
