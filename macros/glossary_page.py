"""The terms of a collection, each explained once: what it means, in which forms it is used, and who says so."""

from markupsafe import Markup

from macros import cite, trust
from macros.links import Links
from macros.markup import block, el, heading, joined
from macros.uses import Uses
from trees.core.evidence import quotes_of
from trees.core.glossary import Term

ABOUT = (
    "Terms that these trees use, each explained in our words. Where a source says what a term means, its words stand "
    "below."
)
OURS = "In our words alone: no source that these trees follow is quoted for it."


def glossary_page(links: Links, uses: Uses, name: str) -> str:
    """Return the page of every term of a collection, in alphabetical order."""
    library = links.library
    collection = library.collections[name]
    terms = sorted(library.terms.get(name, {}).values(), key=lambda term: term.name.casefold())
    return "\n\n".join(
        (
            heading("Glossary"),
            block(
                trust.invented(collection),
                el("p", el("a", collection.title, href=links.collection(name)), ". ", ABOUT if terms else None),
                contents(terms) if terms else el("p", "No term is explained."),
                *(entry(links, term) for term in terms),
            )
            + "\n",
        )
    )


def contents(terms: list[Term]) -> Markup:
    """Return a link to every term."""
    return el(
        "nav",
        el("ul", *(el("li", el("a", term.name, href=f"#{term.id}")) for term in terms)),
        class_="dt-contents",
        aria_label="Terms",
    )


def entry(links: Links, term: Term) -> Markup:
    """Return one term: its meaning, its other forms, and the words it rests on, or that the meaning is ours."""
    also = joined("Also: ", ", ".join(term.also), ". ") if term.also else None
    quotes = quotes_of(term.because)
    basis = joined("Rests on ", cite.all_quoted(links, quotes)) if quotes else OURS
    return el(
        "section",
        el("h2", term.name, id=term.id),
        el("p", term.means),
        el("p", also, basis, class_="dt-why"),
        class_="dt-entry",
    )
