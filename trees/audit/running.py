"""A query that runs while Python still hears of Ctrl+C, and tells how far it has come."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

OFTEN = 0.02
"""Seconds between two looks at how far it has come."""

Progress = Callable[[float], None]
"""Takes how much of a query is done, in percent; below 0 while that is not known."""


@contextmanager
def without_interruption() -> Iterator[None]:
    """Let a Ctrl+C that comes meanwhile wait until the end of this."""
    if current_thread() is not main_thread():
        # No other thread hears of Ctrl+C.
        yield
        return
    heard: list[bool] = []
    before = signal.signal(signal.SIGINT, lambda *_: heard.append(True))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard:
        raise KeyboardInterrupt


def watched(connection: "DuckDBPyConnection", query: str, progress: Progress) -> list[tuple[Any, ...]]:
    """Return the rows of a query; whatever is raised meanwhile, such as by Ctrl+C, ends the query first."""
    found: list[tuple[Any, ...]] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            found.extend(connection.execute(query).fetchall())
        except BaseException as error:
            failed.append(error)
        finally:
            ended.append(True)

    # Ctrl+C in the midst of waiting for a thread or a lock may leave them so that nobody can wait for them again.
    ended: list[bool] = []
    # Python ends a daemon in the midst of what it does, and of a program that ends so nothing is told but a number.
    thread = Thread(target=run)
    begun = False
    try:
        # Interrupted here, the thread would run, and nobody would know of it.
        with without_interruption():
            thread.start()
            begun = True
        while not ended:
            time.sleep(OFTEN)
            progress(connection.query_progress())
    except KeyboardInterrupt:
        # A second Ctrl+C would keep the first from ending what is under way.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise
    finally:
        # A query that has not begun yet hears of nothing.
        while begun and not ended:
            connection.interrupt()
            time.sleep(OFTEN)
        while thread.is_alive():
            time.sleep(OFTEN / 10)
    if failed:
        raise failed[0]
    return found
