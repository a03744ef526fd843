"""Build a checkout with the command that `make site` runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from conftest import ROOT
from filelock import FileLock
from helpers.commands import copy_of_the_invented

from trees.core.library import load

INVENTED = "example"
PARTS = ("trees", "macros", "docs", "mkdocs.yml", "SAFETY.md")


def build(root: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build a checkout into a folder, and return what the command printed."""
    command = [sys.executable, "-m", "macros.build", "--root", str(root), "--site", str(site)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def built_once(shared: Path) -> tuple[Path, str]:
    """Return the site of this checkout, built by whichever process asks first, and what the build complained of."""
    folder = shared / "built" / "site"
    with FileLock(shared / "built.lock"):
        if folder.exists():
            return folder, ""
        made = shared / "made"
        shutil.rmtree(made, ignore_errors=True)
        done = build(ROOT, made)
        if done.returncode or "WARNING" in done.stderr:
            return folder, done.stderr or f"it ended with {done.returncode} and said nothing"
        folder.parent.mkdir()
        made.rename(folder)
    return folder, ""


def shared_folder(own: Path) -> Path:
    """Return what all processes of a run of the tests share, by the folder of one of them."""
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def copy_checkout(folder: Path) -> Path:
    """Copy what a build needs into a folder, to be changed there: of the trees, those of the invented guideline alone.

    That takes every trace of other guidelines away, their sources and drugs too, and no line of code is changed.
    A build then takes some seconds.
    """
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / part)
    gone = names_of_others(folder / "trees")
    take_away(gone, folder / "docs")
    take_away(gone, folder / "trees")
    (folder / "trees" / "drugs.py").write_text('"""No drug."""\n', encoding="utf-8")
    return folder


def small_checkout(folder: Path) -> Path:
    """Copy the commands, the invented collection and the pages into a folder, whatever else stands in this one."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    take_away(names_of_others(ROOT / "trees"), folder / "docs")
    root = copy_of_the_invented(folder)
    for part in ("core", "formats", "audit", "commands"):
        shutil.copytree(ROOT / "trees" / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("__init__.py", "__main__.py"):
        shutil.copy(ROOT / "trees" / part, root / part)
    return folder


def take_away(names: set[str], folder: Path) -> None:
    """Take away every file and folder below a folder that is called by one of these names."""
    for path in [*folder.rglob("*")]:
        if path.name.partition(".")[0] in names and path.is_dir():
            shutil.rmtree(path)
        elif path.name.partition(".")[0] in names and path.is_file():
            path.unlink()


def names_of_others(trees: Path) -> set[str]:
    """Return what the files and folders of all but the invented collection are called: after it, a source or a drug."""
    library = load(trees)
    found = {name for name, drug in library.drugs.items() if drug.place.file == "trees/drugs.py"}
    for name, collection in library.collections.items():
        if name != INVENTED:
            found |= {name, *(source.id for source in collection.sources)}
    return found - {source.id for source in library.collections[INVENTED].sources}


def names_of(collection: str, trees: Path) -> set[str]:
    """Return what the files and folders of a collection are called: after it, its sources, and its drugs."""
    library = load(trees)
    drugs = {name for name, drug in library.drugs.items() if drug.place.file == "trees/drugs.py"}
    return {collection, *(source.id for source in library.collections[collection].sources), *drugs}


def change(path: Path, before: str, after: str) -> int:
    """Replace words of a file that must stand in it, and return the line on which they first stand."""
    text = path.read_text(encoding="utf-8")
    assert before in text, f"{path.name} has no {before!r}"
    path.write_text(text.replace(before, after), encoding="utf-8")
    return text.count("\n", 0, text.index(before)) + 1
