"""What a page loads, in as few round trips as may be: on a slow network each takes longer than most files.

A browser looks ahead for what a page will load, but not past a policy that stands in the page: it would meet each
script only when it has run the one before. So each page names them all at its head, and has one style sheet of ours.
"""

import re
from pathlib import Path

STYLE = re.compile(r'<link rel="stylesheet" href="(?P<up>[./]*)css/(?P<name>\w+\.css)">\s*')
OF_THE_THEME = re.compile(r'<script(?= src="[^"]*/bundle\.\w+\.min\.js")')
SCRIPT = re.compile(r'<script\b[^>]*? src="(?P<address>[^":]+\.js)"')
ALL = "css/all.css"


def write(folder: Path) -> None:
    """Put our style sheets into one, in their order, and lead every page to it; name the scripts at its head."""
    names = [f"css/{found['name']}" for found in STYLE.finditer((folder / "index.html").read_text(encoding="utf-8"))]
    texts = [f"/* {name} */\n{(folder / name).read_text(encoding='utf-8')}" for name in names]
    for name in names:
        (folder / name).unlink()
    (folder / ALL).write_text("\n".join(texts), encoding="utf-8")
    for page in folder.rglob("*.html"):
        page.write_text(with_few(page.read_text(encoding="utf-8")), encoding="utf-8")


def with_few(html: str) -> str:
    """Return a page with one link to our style, and behind it every script that the page loads."""
    styles = list(STYLE.finditer(html))
    if not styles:
        return html
    scripts = dict.fromkeys(found["address"] for found in SCRIPT.finditer(html))
    links = [f'<link rel="stylesheet" href="{styles[0]["up"]}{ALL}">']
    links += [f'<link rel="preload" as="script" href="{address}">' for address in scripts if "/bundle." not in address]
    head, rest = html[: styles[0].start()], html[styles[-1].end() :]
    # The theme's own script runs last: a reader can begin before it has.
    return head + "\n    ".join(links) + "\n    " + OF_THE_THEME.sub("<script defer", rest)
