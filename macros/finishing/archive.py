"""The site as a ZIP that is opened from a folder: every page, the search, and on each page the day of the copy."""

import re
from datetime import date
from pathlib import Path

from macros.attribution import Where
from macros.finishing.carried import INDEX, carried, hash_of_copy
from macros.finishing.file_links import index_for_files, page_for_files
from macros.zipping import zipped

HASH, SIZE = "<!--copy:hash-->", "<!--copy:size-->"
"""Where a page says which copy it belongs to, and how large the ZIP is."""
BANNER = '<aside class="dt-copy" hidden'
"""How the words begin that a copy shows on every page, as they stand hidden on the site."""
TAKE = re.compile(r'\s*<p class="dt-take">.*?</p>', re.DOTALL)


def write(folder: Path, name: str, where: Where) -> None:
    """Write the ZIP into the folder of the site, and say on each page how large it is and what it holds."""
    files = carried(folder, name)
    copy = hash_of_copy(files)
    pages = {file: (folder / file).read_text(encoding="utf-8") for file in files if file.endswith(".html")}
    contents = {file: (folder / file).read_bytes() for file in files if file not in pages and file != INDEX}
    for file, html in pages.items():
        contents[file] = page_of_copy(html, file, set(pages), copy, where.address).encode()
    index = index_for_files((folder / INDEX).read_text(encoding="utf-8"))
    contents[str(Path(INDEX).with_suffix(".js").as_posix())] = index.encode()
    write_zip(folder / name, contents, date.fromisoformat(where.day))
    size = f"{(folder / name).stat().st_size / 1_000_000:.1f} MB"
    for path in folder.rglob("*.html"):
        html = path.read_text(encoding="utf-8")
        path.write_text(html.replace(HASH, copy).replace(SIZE, size), encoding="utf-8")


def page_of_copy(html: str, file: str, pages: set[str], copy: str, site: str) -> str:
    """Return a page as the ZIP has it: it says that it is a copy, and has no link to the ZIP that it came in.

    What the ZIP does not hold is at the address of the site.
    """
    html = TAKE.sub("", html.replace(BANNER, BANNER.removesuffix(" hidden")).replace(HASH, copy))
    return page_for_files(html, file, pages, site)


def write_zip(path: Path, contents: dict[str, bytes], day: date, below: str | None = None) -> None:
    """Write files into a ZIP, below one folder of its name: the same bytes whoever writes them, and when.

    `below` is another folder, with a slash at its end, or nothing for none.
    """
    folder = f"{path.stem}/" if below is None else below
    path.write_bytes(zipped({f"{folder}{name}": content for name, content in sorted(contents.items())}, day))
