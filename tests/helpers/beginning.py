"""Begin sources, collections and trees in a copy of the checkout, with the command itself."""

import io
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from conftest import ROOT

from trees.__main__ import main


def new(checkout: Path, *arguments: str | Path) -> subprocess.CompletedProcess:
    """Run the command in this process, since it is run often."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main(["--folder", str(checkout / "trees"), "new", *map(str, arguments)])
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())


def begun(checkout: Path, *arguments: str | Path) -> list[str]:
    """What a command wrote, by its path in the checkout."""
    done = new(checkout, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    paths = done.stdout.partition("Next:\n")[0].splitlines()
    return [(ROOT / path).resolve().relative_to(checkout.resolve()).as_posix() for path in paths]


def everything(checkout: Path) -> dict[str, bytes | None]:
    """Every file and folder of the checkout, with what a file holds."""
    paths = sorted(path for path in checkout.rglob("*") if "__pycache__" not in path.parts)
    return {str(path.relative_to(checkout)): path.read_bytes() if path.is_file() else None for path in paths}
