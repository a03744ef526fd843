"""`python -m macros.build`: build the site beside the one that is there, and put it in its place when it is whole."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.build_messages import told

ROOT = Path(__file__).parent.parent
LONG_AGO = "315532800"
"""1980-01-01, the date of a build from a folder that is no git checkout: no earlier one fits into a ZIP."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and return the exit code: 0 when the new site is in place, 1 when the old one was left as it was."""
    parser = argparse.ArgumentParser(prog="python -m macros.build", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to build (default: this one)")
    parser.add_argument("--site", type=Path, help="where to put the site (default: site/ in the checkout)")
    given = parser.parse_args(arguments)
    root: Path = given.root.resolve()
    site: Path = (given.site or root / "site").resolve()
    try:
        return build(root, site)
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        print(f"{name}{error.strerror}. {left_alone(site)}", file=sys.stderr)
        return 1


def build(root: Path, site: Path) -> int:
    """Build a checkout; put the result in the place of the old site only when nothing is wrong with it."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site.name}-", dir=site.parent) as folder:
        new = Path(folder) / "new"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
        done = subprocess.run(command, cwd=root, env=environment(root), capture_output=True, text=True, check=False)
        if done.returncode != 0 or not (new / "index.html").is_file():
            print(told(done.stdout + done.stderr, root / "docs"), file=sys.stderr)
            print(f"The site was not built. {left_alone(site)}", file=sys.stderr)
            return 1
        # A temporary folder is private; a web server is to read the site.
        new.chmod(0o755)
        swap(new, site, Path(folder) / "old")
    print(f"The site is in {os.path.relpath(site)}{os.sep}: open {os.path.relpath(site / 'index.html')}")
    return 0


def swap(new: Path, site: Path, old: Path) -> None:
    """Put a folder in the place of another; when that fails, put the old one back."""
    if not site.exists():
        new.rename(site)
        return
    site.rename(old)
    try:
        new.rename(site)
    except OSError:
        old.rename(site)
        raise


def left_alone(site: Path) -> str:
    """Return what became of the site that was there."""
    return "The site that was there is as it was." if site.exists() else "There was no site before."


def environment(root: Path) -> Mapping[str, str]:
    """Return the environment of a build: the same commit gives the same bytes, whoever builds it and when."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or commit_time(root),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "TZ": "UTC",
    }


def commit_time(root: Path) -> str:
    """Return the time of the commit that is checked out, in seconds since 1970."""
    if shutil.which("git") is None or not (root / ".git").exists():
        return LONG_AGO
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or LONG_AGO


if __name__ == "__main__":
    sys.exit(main())
