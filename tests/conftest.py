"""The library as it stands, and a place to write a wrong one."""

import os
from pathlib import Path

import pytest

from trees.core.library import Library, load

ROOT = Path(__file__).parent.parent


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
    path = Path(folder).resolve()
    if not path.is_dir():
        pytest.exit(f"SOURCE_TEXTS names {folder}, and there is no such folder.", returncode=4)
    return path
