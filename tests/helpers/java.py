"""A Java that is new enough for the checker of HTML."""

import re
import shutil
import subprocess
from functools import cache

from helpers.present import absent

OLDEST = 17
"""The first Java that reads the class files of vnu-jar."""


def find_java() -> str:
    """Return where a Java is that the checker of HTML runs on; skip the test where there is none, or an older one."""
    found = shutil.which("java")
    if found is None:
        absent(f"there is no Java, which the checker of HTML runs on: install a runtime of Java {OLDEST} or newer")
    version = version_of(said_by(found))
    if version is None:
        absent(f"{found} names no version, and the checker of HTML needs Java {OLDEST} or newer")
    if version < OLDEST:
        absent(f"{found} is Java {version}, and the checker of HTML needs Java {OLDEST} or newer")
    return found


@cache
def said_by(java: str) -> str:
    """Return what a Java says when it is asked for its version."""
    done = subprocess.run([java, "-version"], capture_output=True, text=True, check=False, timeout=60)
    return done.stderr + done.stdout


def version_of(said: str) -> int | None:
    """Return the version of a Java by its own words, or None: '1.8.0_292' is 8, '21-ea' is 21."""
    match = re.search(r'version "(?:1\.)?(\d+)', said)
    return int(match[1]) if match else None
