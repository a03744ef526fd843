"""How soon `make serve` shows a changed tree: from the save until a browser that is open on its page shows the change.

Run `.venv/bin/python -m benchmarks.serving`. Times depend on the machine, and on what else it does.
"""

import argparse
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from macros.serving.watch import PARTS
from trees.core.library import Library, load
from trees.core.nodes import ways

ROOT = Path(__file__).parent.parent
PATIENCE = 120_000
"""Milliseconds until a change that does not show is given up."""
SHOWN = "words => document.querySelector('h1')?.textContent.includes(words)"


def copied(folder: Path) -> Path:
    """Copy the whole checkout, so that the files of whoever measures stay as they are; its history is looked up."""
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, folder / part)
    if (ROOT / ".git").exists():
        (folder / ".git").symlink_to(ROOT / ".git")
    return folder


@contextmanager
def serving(checkout: Path) -> Iterator[str]:
    """Serve a checkout and yield the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "macros.serve", "--port", str(port), "--root", str(checkout)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        while process.poll() is None and not is_open(port):
            time.sleep(0.05)
        yield address
        process.send_signal(signal.SIGTERM)


def is_open(port: int) -> bool:
    """Return whether anything answers at a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def chosen(library: Library) -> dict[str, str]:
    """Return the smallest tree that is not invented, the one in the middle and the largest, by the lines to draw."""
    names = [name for name in library.trees if not library.collections[name.partition("/")[0]].invented]
    by_size = sorted(names, key=lambda name: sum(len(ways(node)) for node in library.trees[name].nodes))
    return {"smallest": by_size[0], "middle": by_size[len(by_size) // 2], "largest": by_size[-1]}


def saved_and_seen(page: Page, file: Path, title: str, times: int, pause: float) -> list[float]:
    """Save a tree with other titles, and return the seconds until the open page showed each."""
    text = file.read_text(encoding="utf-8")
    assert f'"{title}"' in text
    found = []
    for number in range(1, times + 1):
        time.sleep(pause)
        now = f"{title} ({number})"
        begin = time.perf_counter()
        file.write_text(text.replace(f'"{title}"', f'"{now}"'), encoding="utf-8")
        page.wait_for_function(SHOWN, arg=now, timeout=PATIENCE, polling=20)
        found.append(time.perf_counter() - begin)
    return found


def main() -> None:
    """Measure the smallest tree, the one in the middle and the largest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--saves", type=int, default=5)
    parser.add_argument("--pause", type=float, default=5, help="seconds in which the page is looked at (default: 5)")
    parser.add_argument("--browser", default=shutil.which("chromium"), help="the browser's program")
    given = parser.parse_args()
    library = load(ROOT / "trees")
    every: list[float] = []
    with tempfile.TemporaryDirectory() as folder, serving(copied(Path(folder))) as address, sync_playwright() as start:
        browser = start.chromium.launch(executable_path=given.browser, args=["--no-sandbox"])
        page = browser.new_page()
        for size, name in chosen(library).items():
            title = library.trees[name].title
            page.goto(f"{address}/trees/{name}/", timeout=PATIENCE)
            page.wait_for_function(SHOWN, arg=title, timeout=PATIENCE)
            found = saved_and_seen(page, Path(folder) / "trees" / f"{name}.py", title, given.saves, given.pause)
            every += found
            seconds = ", ".join(f"{each:.2f}" for each in found)
            print(f"{name} ({size}): {statistics.median(found):.2f} s, at worst {max(found):.2f} s ({seconds})")
        browser.close()
    print(f"all {len(every)} saves: {statistics.median(every):.2f} s, at worst {max(every):.2f} s")


if __name__ == "__main__":
    main()
