"""Build a checkout with the command that `make site` runs."""

import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

PARTS = ("trees", "macros", "docs", "mkdocs.yml")


def build(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build a checkout into a folder, and return what the command printed."""
    command = [sys.executable, "-m", "macros.build", "--root", str(root), "--site", str(site)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def copy_checkout(folder: Path) -> Path:
    """Copy what a build needs into a folder, to be changed there."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    return folder


def change(path: Path, before: str, after: str) -> int:
    """Replace words of a file that must stand in it, and return the line on which they first stand."""
    text = path.read_text(encoding="utf-8")
    assert before in text, f"{path.name} has no {before!r}"
    path.write_text(text.replace(before, after), encoding="utf-8")
    return text.count("\n", 0, text.index(before)) + 1
