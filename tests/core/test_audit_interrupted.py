"""Ctrl+C ends an audit at any moment, with nothing half-written and nothing left running."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import duckdb
import pytest
from helpers.cohorts import many
from helpers.commands import Terminal

from trees.audit.running import watched


def test_an_interrupted_audit_leaves_nothing_behind(tmp_path: Path) -> None:
    made = many(tmp_path / "in.parquet", 4_000_000, "['yes', 'no', 'unknown'][range % 3 + 1] AS pain, range AS patient")
    terminal = Terminal("audit", "tarn_nodule", made, "--out", tmp_path / "o.csv", "--keep", "patient")
    terminal.until("trees audit: [")
    terminal.interrupts()
    code, shown = terminal.ends()

    assert code == 130
    assert "Traceback" not in shown
    assert os.listdir(tmp_path) == ["in.parquet"]


@pytest.fixture
def hears_ctrl_c() -> Iterator[None]:
    """Let this process hear of Ctrl+C again after a test: an audit that was interrupted wants to hear of no second."""
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("hears_ctrl_c")
def test_an_audit_that_is_interrupted_as_a_query_begins_ends_the_query_first(monkeypatch: pytest.MonkeyPatch) -> None:
    start, threads = Thread.start, threading.active_count()

    def interrupted(thread: Thread) -> None:
        start(thread)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(Thread, "start", interrupted)
    with duckdb.connect() as connection:
        with pytest.raises(KeyboardInterrupt):
            watched(connection, "SELECT count(*) FROM range(100_000_000_000)", lambda _: None)
        assert threading.active_count() == threads
        assert connection.execute("SELECT 1").fetchall() == [(1,)]
