"""A git repository with the invented collection in it, made anew for one test, and the command run there."""

import os
import subprocess
from pathlib import Path

from helpers.commands import MODULE, ROOT, copy_of_the_invented, environment

WHO = {
    **{
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A"), ("EMAIL", "a@b"))
    },
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
}

DOSE = ("tarn_nodule.py", "DailyDose(mg=100)", "DailyDose(mg=200)")
"""An edit of the invented collection, as `History.edit` takes it."""
DOSE_LINE = "  changed  outcome F, dose: 100 mg daily → 200 mg daily"
"""What the comparison says of it."""


class History:
    """A checkout whose folder of trees is the invented collection."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.trees = copy_of_the_invented(root)

    def git(self, *arguments: str) -> str:
        """Run git in the checkout, and return what it prints."""
        command = ["git", "-C", str(self.root), *arguments]
        done = subprocess.run(command, env=environment(**WHO), capture_output=True, text=True, check=True)
        return done.stdout

    def begin(self) -> None:
        """Make the first commit."""
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit()

    def commit(self) -> str:
        """Commit all that there is, and return the hash."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=m")
        return self.git("rev-parse", "HEAD").strip()

    def edit(self, file: str, before: str, after: str) -> None:
        """Replace a text that occurs once in a file of the collection."""
        path = self.trees / "example" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, before
        path.write_text(text.replace(before, after), encoding="utf-8")

    def status(self) -> str:
        """Return what git says of the checkout: changed files, others, and worktrees."""
        return self.git("status", "--porcelain") + self.git("worktree", "list").count("\n") * "."

    def diff(self, *arguments: str | Path, path: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run `python -m trees diff` in the checkout."""
        more = {"PYTHONPATH": str(ROOT), **({} if path is None else {"PATH": path})}
        return subprocess.run(
            [*MODULE, "--folder", "trees", "diff", *map(str, arguments)],
            cwd=self.root,
            env=environment(**more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
