"""How a picture is painted: in the colors of the pages, those of a dark page where its reader's screen is dark.

The light colors stand at each part, where every program finds them; only the dark ones are rules.
"""

from base64 import b64encode
from pathlib import Path

from macros.card_style import colors_of, painted_by, resolved
from macros.diagram.svg import text
from macros.downloads.inter import FAMILY
from macros.downloads.letters import WEB, for_the_web, license_of_letters
from macros.downloads.painting import painted

PICTURE = "dt-picture"
"""The class of a picture: its rules hold below it alone, also where it is put into a page."""
KEPT_LIGHT = ":not(.light)"
"""Who puts a picture into a page that is always light gives it this class.

It also keeps the dark colors from office programs, which take what holds on a dark screen alone for what holds always.
"""
DARK = "@media screen and (prefers-color-scheme:dark)"
OURS = """
.dt.dt.dt .dt-svg .page { fill: var(--dt-bg); }
.dt.dt.dt .dt-svg .t { fill: var(--dt-fg); }
.dt.dt.dt .dt-svg .alarm { fill: var(--dt-s-bg); stroke: var(--dt-s-bd); stroke-width: 2; }
.dt.dt.dt .dt-svg .alarm-t { fill: var(--dt-s-fg); }
.dt.dt.dt .dt-svg .newer { fill: var(--dt-n-bg); stroke: var(--dt-n-bd); stroke-width: 2; }
.dt.dt.dt .dt-svg .newer-t { fill: var(--dt-n-fg); }
.dt.dt.dt .dt-svg .rule { fill: none; stroke: var(--dt-line); stroke-width: 1; }
"""
"""What a picture has beside its diagram: words, frames and rules, in the variables of the pages."""
OTHERS = f"{FAMILY}, Roboto, 'Liberation Sans', 'DejaVu Sans', sans-serif"
"""The letters for a program that does not read those in the file: in the first four, every line fits its box."""


def family(prefix: str) -> str:
    """Return the families of letters of a picture, its own first, which no other picture on a page is to replace."""
    return f"'{FAMILY}-{prefix}', {OTHERS}"


def sheets(docs: Path) -> str:
    """Return the style sheets of the pages that paint a picture, and what it has beside its diagram."""
    return f"{painted_by(docs)}{OURS}"


def light(docs: Path, drawing: str) -> str:
    """Return a drawing in the light colors, which stand at each of its parts."""
    return painted(drawing, resolved(sheets(docs)))


def style(docs: Path, prefix: str, fonts: dict[int, bytes]) -> str:
    """Return the style sheet of a picture: its letters, and the dark colors for a dark screen."""
    css = sheets(docs)
    dark = (
        f".{PICTURE}{KEPT_LIGHT}{{background:{colors_of(css, dark=True)['--dt-bg']}}}"
        f"{resolved(css, dark=True, below=f'.{PICTURE}{KEPT_LIGHT} ')}"
    )
    faces = "".join(face(prefix, weight, font) for weight, font in fonts.items())
    return text(f"/* {license_of_letters()} */{faces}{DARK}{{{dark}}}")


def face(prefix: str, weight: int, font: bytes) -> str:
    """Return the rule that gives a weight of the letters of a picture."""
    data = b64encode(for_the_web(font)).decode("ascii")
    return (
        f'@font-face{{font-family:"{FAMILY}-{prefix}";font-weight:{weight};'
        f'src:url(data:font/{WEB};base64,{data})format("{WEB}")}}'
    )
