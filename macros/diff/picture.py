"""The one picture of both editions of a tree, with what is new, gone and changed marked by words and by outlines."""

import re
from html import escape
from math import ceil

from markupsafe import Markup

from macros.diagram.draw import lay_out
from macros.diagram.place import Layout
from macros.diagram.svg import LEFT, MARGINS, px, svg
from macros.diff.merge import MINUS, ROUND, Merged, merged
from macros.markup import el
from trees.core.branches import OtherTree
from trees.core.diff.comparison import TreeDiff
from trees.core.diff.items import REMOVED
from trees.core.diff.match import Edition

BOX = re.compile(r' class="n (?P<kind>k-[\w-]+)" data-id="(?P<id>[^"]*)"(?P<inside>.*?</g>)')
WORDS = re.compile(rf'(?P<tag><text class="[ws]"[^>]*>)(?P<sign>{MINUS}\s)?(?P<says>[^<]*?)(?P<space> ?</text>)')
LINK = re.compile(r'<a role="link"([^>]*?) xlink:href="[^"]*"')
LINKED = " Each box is a link to its text."
LINE = re.compile(r' class="e" data-from="(?P<start>[^"]*)" data-to="(?P<end>[^"]*)"')
READS = (
    "Both editions in one picture. A box whose number is followed by “new”, “gone” or “changed” is just that: a thick "
    "outline is new, a dashed one with its words struck through is gone, a double one has changed. + stands before an "
    "answer that is new or leads elsewhere now, − before one that is gone or led there before, with its words "
    "struck through."
)
CUT_OFF = (
    " A box that is “cut off” is dashed too, and not struck through: the later edition still has it, and nothing leads "
    "there."
)
WIDER = "The picture is wider than this window: it scrolls sideways."
OVER = re.compile(r'class="dt-wide over-(\d+)"')
BESIDE = "1.6rem + 2px"
"""What the window of a picture takes beside it for its border and the room within."""
NOT_DRAWN = (
    "This tree cannot be drawn with both editions in one picture without lines that cross. The lists have it all."
)


def picture(diff: TreeDiff) -> Markup:
    """Return the picture of a tree that both editions have, or that it cannot be drawn."""
    both = merged(diff)
    joint = diff.patients.joint

    def title(name: str) -> str:
        if name.startswith(ROUND):
            return both.titles[name]
        return title_in((joint.matching.after, joint.matching.before), name)

    try:
        layout = lay_out(both.tree, badge=both.badge, tree_title=title, words=both.says)
    except ValueError:
        return el("p", NOT_DRAWN)
    prefix = f"both-{joint.matching.after.collection}-{diff.after}"
    drawing = svg(
        layout,
        both.tree,
        tree_title=title,
        tree_href=lambda _: f"#{prefix}",
        prefix=prefix,
        href=lambda _: f"#{prefix}",
    )
    label = f"Diagram of both editions, scrolls sideways: {both.tree.title}"
    drawn = Markup(marked(drawing, both))
    window = el("div", first(layout), drawn, class_="dt-scroll", role="region", tabindex="0", aria_label=label)
    wide = el("p", WIDER, class_=f"dt-wide over-{ceil(layout.width + MARGINS)}")
    caption = el("figcaption", READS, CUT_OFF if both.cut_off else None)
    return el("figure", wide, window, caption, class_="dt-fig", id=prefix)


def first(layout: Layout) -> Markup:
    """Return what the window of a picture opens on: a place above the middle of its first box.

    A browser scrolls to elements of HTML as it opens a page, and to none of a drawing.
    """
    return el("span", class_="dt-first", style=f"--middle:{px(layout.boxes[0].middle + LEFT)}px")


def wider(body: str) -> str:
    """Return the rules that take away the note of each picture of a page where its window is wide enough."""
    return "".join(
        f"@container (width >= calc({wide}px + {BESIDE})){{.dt.dt.dt .over-{wide}{{display:none}}}}"
        for wide in sorted(set(OVER.findall(body)), key=int)
    )


def title_in(editions: tuple[Edition, ...], name: str) -> str:
    """Return the title of a tree in the first edition that has it."""
    short = OtherTree(name).name.rpartition("/")[2]
    return next((each.trees[short].title for each in editions if short in each.trees), name)


def marked(drawing: str, both: Merged) -> str:
    """Return a drawing whose boxes and lines carry what became of them as a class."""
    became = {escape(name, quote=True): how for name, how in both.became.items()}
    cut_off = {escape(name, quote=True) for name in both.cut_off}

    def box(found: re.Match[str]) -> str:
        how = became.get(found["id"])
        inside = WORDS.sub(struck, found["inside"]) if how is REMOVED else found["inside"]
        mark = " is-cut-off" if found["id"] in cut_off else f" is-{how.value}" if how else ""
        return f' class="n {found["kind"]}{mark}" data-id="{found["id"]}"{inside}'

    def line(found: re.Match[str]) -> str:
        hows = {became.get(found["start"]), became.get(found["end"])} & {REMOVED}
        gone = " is-removed" if hows else ""
        return f' class="e{gone}" data-from="{found["start"]}" data-to="{found["end"]}"'

    # What a box says stands in the lists around the picture: there is no text of its own to lead to.
    unlinked = LINK.sub(r'<g role="img"\1', drawing).replace("</a>", "</g>").replace(LINKED, "")
    return LINE.sub(line, BOX.sub(box, unlinked))


def struck(found: re.Match[str]) -> str:
    """Return a line of words that is gone, struck through; the sign before it is not, or it could not be read."""
    says = f'<tspan class="gone">{found["says"]}</tspan>' if found["says"] else ""
    return f"{found['tag']}{found['sign'] or ''}{says}{found['space']}"
