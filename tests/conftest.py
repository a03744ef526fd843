"""The library as it stands, and what a run says of what it was not given."""

import os
from collections.abc import Generator
from pathlib import Path
from threading import Thread

import pytest
from helpers.present import not_run

from trees.core.library import Library, load

ROOT = Path(__file__).parent.parent


def pytest_configure() -> None:
    """Refuse a folder of source texts that is not there before the first test, not after minutes of them."""
    folder = os.environ.get("SOURCE_TEXTS")
    if folder and not Path(folder).is_dir():
        raise pytest.UsageError(f"SOURCE_TEXTS names {folder}, and there is no such folder.")


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """Run one process more than there are cores: many tests wait for a browser, and a core with them."""
    cores = yield
    return cores if os.environ.get("PYTEST_XDIST_AUTO_NUM_WORKERS") else cores + 1


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once for each cause which tests did not run; pytest would say it once for each line that skips."""
    for line in not_run(terminalreporter.stats.get("skipped", [])):
        terminalreporter.write_line(line, yellow=True)


@pytest.fixture(scope="session", autouse=True)
def site_under_way(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Begin to build the site with the first test of a run that opens it, or else every process waits for it later."""
    from helpers.builds import built_once, shared_folder  # which asks this file where the root is

    if any("site" in item.fixturenames for item in request.session.items if isinstance(item, pytest.Function)):
        # What the build complains of, the first test that opens the site is told.
        Thread(target=built_once, args=[shared_folder(tmp_path_factory.getbasetemp())], daemon=True).start()


@pytest.fixture(scope="session")
def library() -> Library:
    """The trees of this repository, read once."""
    return load(ROOT / "trees")


@pytest.fixture(scope="session")
def source_texts() -> Path:
    """The folder of source texts, or a skip that says plainly that they were absent."""
    folder = os.environ.get("SOURCE_TEXTS")
    if not folder:
        pytest.skip("the source texts are absent: SOURCE_TEXTS names no folder")
    return Path(folder).resolve()
