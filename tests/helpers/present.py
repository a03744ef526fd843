"""What a machine may lack: a browser, Java, fonts. A test that needs it says so."""

import os
from typing import NoReturn

import pytest


def absent(what: str) -> NoReturn:
    """Skip the test and say what is missing; fail where everything has to be there, as in CI."""
    if os.environ.get("EVERYTHING_PRESENT"):
        pytest.fail(f"EVERYTHING_PRESENT is set, and {what}")
    pytest.skip(what)
