"""“Use this”, at the end of the page of a tree: its files, the code that shows it elsewhere, and how it is named."""

from markupsafe import Markup, escape

from macros.attribution import Attribution
from macros.downloads.forms import TO_RUN, TO_SHOW, Form, address, offered
from macros.embed.code import frame, picture
from macros.links import Links
from macros.markup import el, joined
from macros.quiz.forms import GIFT
from macros.quiz.gift import is_asked
from macros.references import bibtex, ris
from macros.uses import Uses
from trees.formats.reading import MOST_ROWS

USE_THIS = "use-this"
DUTY = "Whoever shows an outcome shows with it what newer sources say, and who has reviewed it."
TOO_LARGE = f"This tree has more than {MOST_ROWS:,} rows. A part of it would lead astray, so there are none."


def use_this(links: Links, uses: Uses, of: Attribution) -> Markup:
    """Return the section: what is taken away, what is copied, and the line that goes with both."""
    recipes = el("a", "Recipes for slides, courses, blogs and handouts", href=links.to("teach"))
    gallery = el("a", "all trees to embed", href=links.to("embed"))
    rows = [taken_as(links, of.name, form) for form in TO_SHOW]
    run = [taken_as(links, of.name, form) for form in TO_RUN if form in offered(of.library, of.name)]
    if is_asked(uses, of.name):
        rows.append(taken(links, address(of.name, GIFT.suffix), GIFT.name, GIFT.says))
    return el(
        "section",
        el("h2", "Use this"),
        el("p", "Whatever you take of this tree, this line goes with it. ", recipes, "; ", gallery, "."),
        copied("Attribution", of.credit()),
        folded("Files to take away", el("ul", *rows, class_="dt-forms")),
        run_elsewhere(links, run),
        folded(
            "Show it on another site",
            copied("Frame: walk, diagram and steps", frame(of)),
            copied("Frame: the walk alone", frame(of, "walk")),
            copied("Picture", picture(of)),
            copied("Link", of.address),
        ),
        folded("Cite it", copied("BibTeX", bibtex(of)), copied("RIS", ris(of))),
        # A heading with an id would be one more entry of the search, under the title of the tree.
        id=USE_THIS,
        data_search_exclude=True,
        class_="dt-use",
    )


def run_elsewhere(links: Links, rows: list[Markup]) -> Markup:
    """Return the files that engines execute; of a tree that is too large for them, that it is."""
    more = el("a", "How they are loaded, and what they were run in", href=links.to("integrate"))
    how = el("p", DUTY, " ", more, ".")
    files = el("ul", *rows, class_="dt-forms") if rows else el("p", TOO_LARGE)
    return folded("Files for other programs to run", files, how)


def taken_as(links: Links, tree: str, form: Form) -> Markup:
    """Return a link to the file of a form of a tree."""
    return taken(links, address(tree, form.suffix), form.name, form.says)


def taken(links: Links, at: str, name: str, says: str) -> Markup:
    """Return a link to a file by its address below the site, with what it is good for."""
    return el("li", el("a", name, href=links.to(at).removesuffix("/"), download=True), f": {says}")


def folded(says: str, *parts: Markup) -> Markup:
    """Return parts that are shown when they are asked for."""
    return el("details", el("summary", says), *parts, class_="dt-case")


def copied(says: str, text: str) -> Markup:
    """Return a text to be copied as it is; the script of the page puts a button beside it."""
    # A page from data is one line of Markdown: what ends a line in the text is written as a reference.
    written = Markup(str(escape(text)).replace("\n", "&#10;"))
    return joined(el("p", says, class_="dt-copied-what"), el("pre", el("code", written), class_="dt-copied"))
