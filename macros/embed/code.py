"""What is copied to show a tree elsewhere: the frame, the picture, the link, and the line that says whose it is."""

from markupsafe import Markup

from macros.attribution import Attribution
from macros.downloads.forms import address
from macros.markup import el, joined
from trees.core.basis import LICENSE, LICENSE_NAME, QUOTED

WIDTH, HEIGHT = 640, 720
"""The size of a frame in px where the page that holds it says nothing else; what is higher is scrolled to inside."""
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
"""All that the frame is allowed: to walk, and to open a link beside the page that holds it."""


def frame(of: Attribution, show: str = "") -> str:
    """Return the code of a frame with a tree; it needs no script in the page that holds it."""
    return str(
        el(
            "iframe",
            src=f"{of.embed}?show={show}" if show else of.embed,
            title=f"Decision tree: {of.title}",
            width=str(WIDTH),
            height=str(HEIGHT),
            sandbox=SANDBOX,
            referrerpolicy="no-referrer",
            loading="lazy",
            # Where a host leaves it: in a narrow page the frame is narrow.
            style="max-width:100%",
        )
    )


def picture(of: Attribution) -> str:
    """Return the code of the picture of a tree, which leads to its page."""
    source = f"{of.where.address}{address(of.name, '.svg')}"
    image = el("img", src=source, alt=alternative(of), width="640", loading="lazy", style="max-width:100%;height:auto")
    return str(joined(el("a", image, href=of.address), "\n", el("p", credit_html(of))))


def alternative(of: Attribution) -> str:
    """Return in at most 150 characters what a picture of a tree shows; its page says it whole."""
    says = f"Decision tree: {of.title}."
    return says if len(says) <= 150 else f"{says[:148].rsplit(' ', 1)[0]} …"


def credit_html(of: Attribution) -> Markup:
    """Return title, author, source, license, dates and review state as markup, for a page that shows a tree."""
    return joined(
        el("a", of.title, href=of.address),
        f" ({of.version}) by {of.author}, ",
        el("a", LICENSE_NAME, href=LICENSE, rel="license"),
        f". {QUOTED} {of.basis}",
    )
