"""Programs of others, from npm, that read what we made: run by the Node that comes with the tests."""

import json
import subprocess
from pathlib import Path
from typing import Any

from helpers.browser import MODULES
from helpers.present import absent
from helpers.shipped_walk import NODE


def asked(script: str, given: Any, *packages: str, seconds: int = 60) -> Any:
    """Run a script of JavaScript that finds `given` as data, and return the data that it prints.

    The packages are looked for beside the tests; where one is missing, the test is skipped and says so.
    """
    for package in packages:
        if not (MODULES / package / "package.json").is_file():
            absent(f"{package} is absent: run `make test`, which gets it from npm")
    read = 'const given = JSON.parse(require("fs").readFileSync(0, "utf8"));\n'
    done = subprocess.run(
        [NODE, "-e", read + script],
        input=json.dumps(given),
        cwd=Path(MODULES).parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=seconds,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
