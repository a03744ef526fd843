"""Run the real commands, as a person at a terminal or another program does."""

import fcntl
import os
import select
import shutil
import subprocess
import sys
import termios
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULE = [sys.executable, "-m", "trees"]


def environment(**more: str) -> dict[str, str]:
    """The surroundings of a command: what this test run, or the `make` that began it, sets for its own is left out."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "MAKE", "MFLAGS"))}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", **more}


def run(*arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m trees` in the repository, with nothing to read from."""
    return subprocess.run(
        [*MODULE, *map(str, arguments)],
        cwd=ROOT,
        env=environment(**more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def copy_of_the_invented(to: Path) -> Path:
    """Copy the invented collection and its sources, and return the folder of trees."""
    root = to / "trees"
    (root / "sources").mkdir(parents=True)
    shutil.copytree(ROOT / "trees" / "example", root / "example", ignore=shutil.ignore_patterns("__pycache__"))
    for path in (ROOT / "trees" / "sources").glob("example_*"):
        shutil.copy(path, root / "sources")
    return root


def replace(path: Path, before: str, after: str) -> None:
    """Replace a text that occurs once in a file."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1, f"{before!r} occurs {text.count(before)} times in {path.name}"
    path.write_text(text.replace(before, after), encoding="utf-8")


class Terminal:
    """A terminal with a command in it, which is typed to and read from."""

    def __init__(self, *arguments: str | Path) -> None:
        import pty

        self.own, its = pty.openpty()
        self.process = subprocess.Popen(
            [*MODULE, *map(str, arguments)],
            cwd=ROOT,
            env=environment(TERM="dumb"),
            stdin=its,
            stdout=its,
            stderr=its,
            close_fds=True,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(its)
        self.seen = ""

    def until(self, words: str) -> str:
        """Read until these words are shown, and return what was shown since the last time."""
        start = len(self.seen)
        while words not in self.seen[start:]:
            if not self._read():
                raise AssertionError(f"the command did not show {words!r}:\n{self.seen}")
        return self.seen[start:]

    def types(self, text: str) -> None:
        """Type a line."""
        self.presses(f"{text}\n".encode())

    def presses(self, key: bytes) -> None:
        """Press one key."""
        os.write(self.own, key)

    def interrupts(self) -> None:
        """Press Ctrl+C until the command ends: Python misses one that comes just before it waits for a line."""
        for _ in range(50):
            self.presses(b"\x03")
            try:
                self.process.wait(timeout=0.2)
                return
            except subprocess.TimeoutExpired:
                pass

    def ends(self) -> tuple[int, str]:
        """Read to the end; return the exit code and what was shown since the last time."""
        start = len(self.seen)
        while self._read():
            pass
        os.close(self.own)
        try:
            code = self.process.wait(timeout=5)
        finally:
            self.process.kill()
        return code, self.seen[start:]

    def _read(self) -> bool:
        """Read what there is; False at the end, or when nothing came for a long time."""
        if not select.select([self.own], [], [], 10)[0]:
            return False
        try:
            raw = os.read(self.own, 4096)
        except OSError:
            # Linux says so when the other side is closed.
            return False
        self.seen += raw.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(raw)
