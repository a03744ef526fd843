"""The worker that keeps a copy of the site in the browser: its script, below a list of all files with their hashes."""

import json
from pathlib import Path
from urllib.parse import quote

from macros.finishing.carried import carried, hash_of_copy

NAME = "sw.js"
SCRIPT = Path(__file__).with_suffix(".js")


def write(folder: Path, archive: str) -> None:
    """Write the worker at the root of the site, so that every page is below it. Comes after every other step."""
    files = carried(folder, archive)
    by_address = {quote(name): digest for name, digest in files.items()}
    copy = json.dumps({"hash": hash_of_copy(files), "files": by_address}, separators=(",", ":"))
    (folder / NAME).write_text(f"const COPY = {copy};\n\n{SCRIPT.read_text(encoding='utf-8')}", encoding="utf-8")
