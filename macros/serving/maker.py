"""The process that makes the pages of one reading of the checkout, as the server sees it."""

import json
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread
from typing import IO

COMMAND = (sys.executable, "-m", "macros.serving.making")
LAST_WORDS = 200
"""How many lines are kept of what it says, to be shown when it cannot go on."""


class Maker:
    """One reading of the checkout: which pages there are, which are made, and why it failed, if it did.

    Whoever waits for any of that waits on `news`.
    """

    def __init__(self, root: Path, environment: Mapping[str, str], news: Condition) -> None:
        self.news = news
        self.folder: Path | None = None
        self.code: set[str] | None = None
        """The files whose code it has read, once it has read all of it."""
        self.pages: set[str] | None = None
        self.made: set[str] = set()
        self.there: set[str] = set()
        """Files that are made; those that are made from all pages come when all is whole."""
        self.whole = False
        self.failed: str | None = None
        self._asked: set[str] = set()
        self._said: deque[str] = deque(maxlen=LAST_WORDS)
        self._process = subprocess.Popen(
            COMMAND,
            cwd=root,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="backslashreplace",
        )
        self._saying = Thread(target=self._pass_on, args=[self._process.stderr], daemon=True)
        self._saying.start()
        Thread(target=self._take_in, args=[self._process.stdout], daemon=True).start()

    def can_go_on_after(self, saved: Iterable[str]) -> bool:
        """Return whether it can go on though some files were saved: none of them is code that it has read."""
        code = self.code if self.failed is None else None
        return code is not None and not any(name in code or name.startswith("macros/") for name in saved)

    def begin(self, folder: Path, address: str) -> None:
        """Have it read the checkout now, and put the pages into a folder, for that address."""
        self.folder = folder
        self._write({"folder": str(folder), "address": address})

    def ask(self, page: str) -> None:
        """Have a page made before any other."""
        if page not in self._asked:
            self._asked.add(page)
            self._write(page)

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdin is not None
        with suppress(OSError):
            self._process.stdin.close()

    def _write(self, what: object) -> None:
        assert self._process.stdin is not None
        try:
            print(json.dumps(what), file=self._process.stdin, flush=True)
        except OSError:
            # It has ended; what it said last is told by who waits for its end.
            return

    def _take_in(self, lines: IO[str]) -> None:
        for line in lines:
            told = json.loads(line)
            there = _files_in(self.folder) if self.folder and ("pages" in told or "loaded" in told) else set()
            with self.news:
                self.there |= there
                if "code" in told:
                    self.code = set(told["code"])
                if "pages" in told:
                    self.pages = set(told["pages"])
                self.made.update([told["made"]] if "made" in told else [])
                self.whole = self.whole or "whole" in told
                self.news.notify_all()
        self._process.wait()
        self._saying.join()
        with self.news:
            self.failed = "\n".join(self._said) or "It ended and said nothing."
            self.news.notify_all()

    def _pass_on(self, lines: IO[str]) -> None:
        for line in lines:
            self._said.append(line.rstrip("\n"))
            print(line, end="", file=sys.stderr, flush=True)


def _files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
