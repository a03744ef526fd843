"""The reading of the checkout that is shown, and the next one as soon as a file is saved."""

import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from threading import Condition

from macros.serving.maker import Maker
from macros.serving.watch import changes, forget_compiled, look

OFTEN = 0.1
"""Seconds between two looks at the files."""
QUIET = 0.05
"""Seconds in which nothing more may be saved: a program may save a file in parts, or many files."""
SPARE_AFTER = 1.0
"""Seconds for which a page that is there can be loaded in peace, before the process of the next reading is begun."""


class Readings:
    """Keeps the pages up to date with the files of a checkout. Whoever waits for a reading waits on `news`."""

    def __init__(self, root: Path, folder: Path, address: str, environment: Mapping[str, str]) -> None:
        self.root, self.folder, self.address, self.environment = root, folder, address, environment
        self.news = Condition()
        self.seen = look(root)
        self.spare: Maker | None = None
        self.current, self.number = self._begun()
        self._ready_since: float | None = None

    def keep_up(self) -> None:
        """Look at the files again and again, and begin a new reading when one is saved; never returns."""
        while True:
            time.sleep(OFTEN)
            saved = self._saved()
            if saved:
                self._begin_anew(saved)
            self._have_a_spare()

    def close(self) -> None:
        """End every process."""
        for maker in (self.current, self.spare):
            if maker is not None:
                maker.end()

    def _saved(self) -> list[str]:
        now = look(self.root)
        while now != self.seen and (later := look_after(QUIET, self.root)) != now:
            now = later
        saved = changes(self.seen, now)
        self.seen = now
        return saved

    def _begin_anew(self, saved: list[str]) -> None:
        print(f"Saved: {', '.join(saved[:3])}{' and others' if len(saved) > 3 else ''}", flush=True)
        forget_compiled(self.root, saved)
        if self.spare is not None and not self.spare.can_go_on_after(saved):
            self.spare.end()
            self.spare = None
        before = self.current
        before.end()
        current, number = self._begun()
        with self.news:
            self.current, self.number = current, number
            self._ready_since = None
            self.news.notify_all()
        if before.folder is not None:
            shutil.rmtree(before.folder, ignore_errors=True)

    def _begun(self) -> tuple[Maker, str]:
        maker, self.spare = self.spare or self._maker(), None
        maker.begin(Path(tempfile.mkdtemp(dir=self.folder)), self.address)
        # Other than every number of an earlier server: a page may still be open that it has shown.
        return maker, str(time.time_ns())

    def _have_a_spare(self) -> None:
        if self.spare is not None or not self.current.made:
            return
        self._ready_since = self._ready_since or time.monotonic()
        if time.monotonic() - self._ready_since > SPARE_AFTER:
            self.spare = self._maker()

    def _maker(self) -> Maker:
        return Maker(self.root, self.environment, self.news)


def look_after(seconds: float, root: Path) -> dict[str, tuple[int, int]]:
    """Return what a look at the files finds after some time."""
    time.sleep(seconds)
    return look(root)
