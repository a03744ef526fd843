"""A checkout with a history, for the tests that compare editions."""

from pathlib import Path

import pytest
from helpers.histories import History


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A checkout with one commit, tagged v1."""
    made = History(tmp_path / "a checkout")
    made.begin()
    made.git("tag", "v1")
    return made
