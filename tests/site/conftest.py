"""The site, built once by the command that a newcomer runs."""

from pathlib import Path

import pytest
from conftest import ROOT
from helpers.builds import build, copy_checkout


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of this checkout."""
    folder = tmp_path_factory.mktemp("built") / "site"
    done = build(ROOT, folder)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what a build needs, to be broken; its name has a space in it."""
    return copy_checkout(tmp_path / "a checkout")
