"""What is taken away of a whole collection: its cases to practice with, as a package for courses and as cards."""

from markupsafe import Markup

from macros import trust
from macros.links import Links
from macros.list_pages import in_order
from macros.markup import el, joined, one_line
from macros.quiz import forms as quiz
from macros.scorm import address as scorm
from macros.use_this import taken
from macros.uses import Uses


def packages(links: Links, uses: Uses | None) -> str:
    """Return for each collection with cases where they are practiced, and in which forms they are taken away."""
    parts = (
        joined(
            el("h3", collection.title),
            trust.invented(collection),
            trust.superseded(links, collection),
            of(links, name),
        )
        for name, collection in in_order(links)
        if uses is not None and any(put.walks for put in uses.cases.get(name, ()))
    )
    return one_line(el("div", *parts, class_="dt", data_search_exclude=True))


def of(links: Links, name: str) -> Markup:
    """Return what there is of one collection."""
    practice = el("a", "Practice", href=links.of_collection("practice", name))
    rows = [
        el("li", practice, ": the cases, here."),
        taken(links, scorm.address(name), "Package (SCORM 1.2)", "The same for a course: Moodle and others take it."),
        taken(links, quiz.address(name, quiz.ANKI.suffix), f"Cards ({quiz.ANKI.name})", quiz.ANKI.says),
    ]
    return el("ul", *rows, class_="dt-forms")
