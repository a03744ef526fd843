"""Every tree as a page for the frames of other sites, with one style and one script for all of them."""

import re
from pathlib import Path

from macros.attribution import Attribution, Where
from macros.embed import oembed
from macros.embed.page import FOLDER, FRAME, STYLE, WALK, address, embed_page
from macros.finishing.practice import LOADER
from macros.uses import Uses

STYLES = ("diagram", "since", "trees", "walker", "fingers", "practice", "frame")
SCRIPTS = ("changed", "walk", "walk_mark", "walker", "diagram")
"""Of the style and the scripts of the site, those that such a page needs, in their order."""
COMMENT_IN_STYLE = re.compile(r"/\*.*?\*/\n?", re.DOTALL)
COMMENT_IN_SCRIPT = re.compile(r"^ *//.*\n", re.MULTILINE)
"""A comment on lines of its own; no text of ours in a script has such a line in it."""
FOR_FRAMES_ALONE = ("css/frame.css", "js/frame.js")


def write(folder: Path, uses: Uses, where: Where, docs: Path) -> None:
    """Write the pages, with what they load and what other programs read of them, into the folder of a site."""
    (folder / FOLDER).mkdir(exist_ok=True)
    styles = [(docs / "css" / f"{name}.css").read_text(encoding="utf-8") for name in STYLES]
    scripts = [(docs / "js" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS]
    # Of the cases, the site has the script that knows them.
    scripts.append((folder / LOADER).read_text(encoding="utf-8"))
    frame = (docs / "js" / "frame.js").read_text(encoding="utf-8")
    (folder / FOLDER / STYLE).write_text(COMMENT_IN_STYLE.sub("", "".join(styles)), encoding="utf-8")
    (folder / FOLDER / WALK).write_text(COMMENT_IN_SCRIPT.sub("", "".join(scripts)), encoding="utf-8")
    (folder / FOLDER / FRAME).write_text(COMMENT_IN_SCRIPT.sub("", frame), encoding="utf-8")
    for name in FOR_FRAMES_ALONE:
        (folder / name).unlink(missing_ok=True)
    for name, _ in uses.library.full_names():
        of = Attribution(uses.library, name, where)
        path = folder / address(name) / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(embed_page(uses, name, of, oembed.discovery(of)), encoding="utf-8")
        (path.parent / oembed.NAME).write_text(oembed.written(of), encoding="utf-8")
