"""What a machine may lack: a browser, Java, fonts. A test that needs it says so, and so does the end of a run."""

import os
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import NoReturn

import pytest

DEBIAN = {
    "no browser": "chromium",
    "Java": "default-jre-headless",
    "the font Roboto": "fonts-roboto-unhinted",
    "the font Inter": "fonts-inter",
    "the font Liberation Sans": "fonts-liberation",
    "the font DejaVu Sans": "fonts-dejavu-core",
}
"""The package of Debian that brings what is missing, by the words that say it is."""


def absent(what: str) -> NoReturn:
    """Skip the test and say what is missing; fail where everything has to be there, as in CI."""
    package = next((name for words, name in DEBIAN.items() if words in what), None)
    advice = f". On Debian: apt install {package}" if package else ""
    if os.environ.get("EVERYTHING_PRESENT"):
        pytest.fail(f"EVERYTHING_PRESENT is set, and {what}{advice}", pytrace=False)
    pytest.skip(f"{what}{advice}")


def not_run(skipped: Iterable[pytest.TestReport]) -> list[str]:
    """Return one line a cause for the tests that were skipped: how many, of which modules, and why."""
    by_cause: dict[str, list[str]] = {}
    for report in skipped:
        cause = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        module = PurePosixPath(report.nodeid.partition("::")[0]).stem
        by_cause.setdefault(cause.removeprefix("Skipped: "), []).append(module)
    return [
        f"Not run: {len(modules)} {'test' if len(modules) == 1 else 'tests'} of {', '.join(dict.fromkeys(modules))}: "
        f"{cause}."
        for cause, modules in by_cause.items()
    ]
