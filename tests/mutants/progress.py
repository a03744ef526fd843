"""A bar on a terminal that shows how far a run is; where there is no terminal, nothing."""

import time
from typing import TextIO

WIDTH = 30
SECONDS_BETWEEN = 0.1


class Progress:
    """Draws one line over and over: the bar, how many of how many, how many survive, and the time that is left."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self.total = total
        self.stream = stream
        self.shown = stream.isatty()
        self.done = self.survive = 0
        self.began = self.drawn = time.monotonic()

    def step(self, *, survives: bool) -> None:
        """Count one mutant."""
        self.done += 1
        self.survive += survives
        now = time.monotonic()
        if self.shown and (now - self.drawn > SECONDS_BETWEEN or self.done == self.total):
            self.drawn = now
            self.stream.write(f"\r{self.line(now - self.began)}\x1b[K")
            self.stream.flush()

    def line(self, seconds: float) -> str:
        """Return the line as it stands after some seconds."""
        full = WIDTH * self.done // max(self.total, 1)
        left = round(seconds / max(self.done, 1) * (self.total - self.done))
        bar = "#" * full + "." * (WIDTH - full)
        return f"[{bar}] {self.done}/{self.total}, {self.survive} survive, {left // 60}:{left % 60:02} left"

    def end(self) -> None:
        """Take the line away."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
