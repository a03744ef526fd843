"""`make serve`: a saved tree appears at once; a mistake appears in place of the page, and the server lives on."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.builds import change

PATIENCE = 30
"""Seconds until a page must have changed; it takes about two."""


@pytest.fixture
def server(checkout: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "macros.serve", "--port", str(port), "--root", str(checkout)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    yield f"http://127.0.0.1:{port}/trees/example/tarn_nodule/"
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(timeout=10)


def wait_for(address: str, words: str) -> str:
    """Return the page once it holds the words."""
    deadline = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < deadline:
        try:
            page = urllib.request.urlopen(address, timeout=5).read().decode()
        except OSError:
            page = ""
        if words in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{words!r} did not appear within {PATIENCE} s")


def test_a_saved_tree_appears_and_a_mistake_is_shown_until_it_is_mended(server: str, checkout: Path) -> None:
    tree = checkout / "trees" / "example" / "tarn_nodule.py"
    page = wait_for(server, "Whether a nodule is watched or treated")
    # What reloads a page is written into it as a script, which the policy of the published pages would refuse.
    assert "livereload" in page
    assert "Content-Security-Policy" not in page

    change(tree, "Whether a nodule is watched or treated", "Whether a nodule is looked at or treated")
    wait_for(server, "Whether a nodule is looked at or treated")

    line = change(tree, "mg=100", "mg=101")
    page = wait_for(server, "gives 101 mg daily, but none of its quotes says so of Velurin.")
    assert f"trees/example/tarn_nodule.py:{line}" in page
    assert "Whether a nodule is looked at" not in page

    change(tree, "mg=101", "mg=100 100")
    wait_for(server, "this is not Python")

    change(tree, "mg=100 100", "mg=100")
    wait_for(server, "Whether a nodule is looked at or treated")


def test_an_edit_to_the_code_of_the_pages_appears_too(server: str, checkout: Path) -> None:
    wait_for(server, "Which patients")

    change(checkout / "macros" / "trust.py", '"Which patients"', '"For these patients"')

    wait_for(server, "For these patients")
