"""The page of the layout has every module once, with its own first line, and a folder of data in one line."""

import re
import subprocess
from html import unescape
from pathlib import Path

import pytest
from conftest import ROOT

from macros.layout import PARTS, layout, line_of

LONGEST = 120
MADE = {"node_modules", "__pycache__"}
PAGE = layout(ROOT)
DATA_FOLDERS = [*sorted(path.parent for path in (ROOT / "trees").glob("*/collection.py")), ROOT / "trees" / "sources"]


def modules() -> list[Path]:
    """Every module of the checkout that is no data."""
    found = [path for part in PARTS for path in sorted((ROOT / part).rglob("*.py")) if not MADE & set(path.parts)]
    return [path for path in found if path.parent not in DATA_FOLDERS]


def names(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def rows() -> list[tuple[str, str]]:
    """Every row of the page: the module by its path, and what it is for."""
    found = []
    for part in re.split(r"<h2 ", PAGE)[1:]:
        folder = re.search(r"<code>([^<]+)/</code>", part)[1]
        for name, says in re.findall(r'<th scope="row"><code>([^<]+)</code></th><td>(.*?)</td>', part):
            found.append((f"{folder}/{name}", unescape(re.sub(r"</?code>", "`", says))))
    return found


@pytest.mark.parametrize("path", modules(), ids=names)
def test_a_module_says_in_one_line_what_it_is_for(path: Path) -> None:
    line = line_of(path)

    assert line.endswith(".")
    assert len(line) <= LONGEST


def test_every_module_stands_on_the_page_once_with_its_own_line() -> None:
    assert sorted(rows()) == sorted((names(path), line_of(path)) for path in modules())


def test_no_module_stands_outside_of_the_folders_of_the_page() -> None:
    tracked = subprocess.run(["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=False)
    outside = [name for name in tracked.stdout.splitlines() if not name.startswith(tuple(f"{part}/" for part in PARTS))]

    assert outside == []


@pytest.mark.parametrize("folder", DATA_FOLDERS, ids=names)
def test_a_folder_of_data_is_one_line(folder: Path) -> None:
    part = PAGE.split(f"<code>{names(folder)}/</code>")[1].split("<h2 ")[0]

    assert re.search(r"<p>[A-Z][^<]+ \d+ files\.</p>", part)
    assert "<table>" not in part


def test_the_modules_are_read_and_never_imported(tmp_path: Path) -> None:
    (tmp_path / "macros").mkdir()
    (tmp_path / "macros" / "odd.py").write_text('"""An odd `module` & more."""\nraise SystemExit("it was run")\n')

    page = layout(tmp_path)

    assert "<td>An odd <code>module</code> &amp; more.</td>" in page
    assert "\n" not in page
