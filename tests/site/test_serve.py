"""`make serve`: a saved tree appears at once; a mistake appears in place of the page, and the server lives on."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from urllib.parse import quote

import pytest
from conftest import ROOT
from helpers.builds import change

PATIENCE = 30
"""Seconds until a page must have changed; it takes about two."""
PAGE = "/trees/example/tarn_nodule/"


@pytest.fixture
def server(checkout: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "macros.serve", "--port", str(port), "--root", str(checkout)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    yield f"http://127.0.0.1:{port}{PAGE}"
    os.killpg(process.pid, signal.SIGTERM)
    process.wait(timeout=10)


def shown(address: str) -> tuple[int, str, str]:
    """Return the status, the type and the text of what stands at an address, wherever it leads."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return answer.status, answer.headers["Content-Type"], answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.code, answer.headers["Content-Type"], answer.read().decode()


def wait_for(address: str, words: str) -> str:
    """Return the page once it holds the words."""
    deadline = time.monotonic() + PATIENCE
    page = ""
    while time.monotonic() < deadline:
        try:
            _, _, page = shown(address)
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


def test_a_changed_drug_or_term_or_source_or_trial_shows_on_every_page_that_names_it(
    server: str, checkout: Path
) -> None:
    site = server.removesuffix(PAGE)
    trees = checkout / "trees"
    wait_for(server, "Velurin")

    change(trees / "example" / "drugs.py", 'name="Velurin"', 'name="Velurine", also=["Velurin"]')
    change(trees / "sources" / "example_2020.py", 'short="Invented 2020"', 'short="Made up in 2020"')
    change(trees / "example" / "trials.py", 'name="HERON"', 'name="EGRET"')
    change(trees / "example" / "glossary.py", "from edge to edge", "from side to side")

    page = wait_for(server, "Velurine")
    assert "Made up in 2020" in page
    assert "Invented 2020" not in page
    assert "EGRET" in page
    assert "EGRET" in shown(f"{site}/trials/example/heron/")[2]
    assert "Velurine" in shown(f"{site}/drugs/velurin/")[2]
    assert "Made up in 2020" in shown(f"{site}/sources/example_2020/")[2]
    assert "from side to side" in shown(f"{site}/glossary/example/")[2]
    assert "Velurine" in shown(f"{site}/walks/example.js")[2]
    assert "Velurine" in shown(f"{site}/search/search_index.json")[2]


def test_what_stops_every_page_is_shown_in_place_of_each_until_it_is_mended(server: str, checkout: Path) -> None:
    wait_for(server, "Which patients")

    change(checkout / "mkdocs.yml", "plugins:", "plugin:")
    page = wait_for(server, "The pages cannot be made")
    assert "livereload" in page
    change(checkout / "mkdocs.yml", "plugin:", "plugins:")
    wait_for(server, "Which patients")

    change(checkout / "macros" / "trust.py", "import", "improt")
    assert "improt" in wait_for(server, "The pages cannot be made")
    change(checkout / "macros" / "trust.py", "improt", "import")
    wait_for(server, "Which patients")


def test_the_server_shows_what_a_published_site_would_and_nothing_beside_it(server: str, checkout: Path) -> None:
    site = server.removesuffix(PAGE)
    wait_for(server, "Which patients")

    assert shown(f"{site}/")[0] == 200
    assert "Which patients" in shown(server.removesuffix("/"))[2]
    assert shown(f"{site}/css/site.css")[1] == "text/css; charset=utf-8"
    assert shown(f"{site}/js/walker.js")[1] == "text/javascript; charset=utf-8"
    status, _, page = shown(f"{site}/trees/nowhere/")
    assert status == 404
    assert "livereload" in page
    (checkout / "secret.txt").write_text("nobody is told")
    for path in (
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        f"/{quote(str(checkout))}/secret.txt",
        "/..%2f..%2fsecret.txt",
    ):
        assert shown(f"{site}{path}")[0] == 404


def test_a_page_that_waits_to_be_told_of_a_change_is_told_when_it_can_be_shown(server: str, checkout: Path) -> None:
    page = wait_for(server, "Whether a nodule is watched or treated")
    (number,) = re.findall(r'!== "(\d+)"', page)
    told: list[str] = []
    waiting = Thread(target=lambda: told.append(shown(f"{server.removesuffix(PAGE)}/livereload/{number}{PAGE}")[2]))
    waiting.start()
    time.sleep(1)
    assert told == []

    change(checkout / "trees" / "example" / "tarn_nodule.py", "is watched or treated", "is looked at or treated")
    waiting.join(timeout=PATIENCE)

    assert told != [number]
    page = shown(server)[2]
    assert "Whether a nodule is looked at or treated" in page
    assert f'!== "{told[0]}"' in page
