"""The first use of each term of the glossary in a step becomes a link to its entry, with its meaning at hand."""

import re
from collections.abc import Iterable
from html import unescape

from markupsafe import Markup, escape

from macros.links import Links
from macros.markup import VOID, el, joined
from trees.core.glossary import Term
from trees.core.term_forms import by_form, forms, key, pattern

TAG_OR_TEXT = re.compile(r"<(?P<close>/?)(?P<name>[a-z][\w-]*)(?P<rest>[^>]*)>|[^<]+")
CLASSES = re.compile(r'\bclass="([^"]*)"')
LEFT_ALONE = {"a", "button", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label", "q", "script", "style", "svg"}
"""Elements in which a link would stand in a link, change a heading, or stand in words that are not ours."""
NOT_READ_THROUGH = {"dt-from", "dt-kind"}
"""Parts of a step that say where it stands, not what it says."""


class Terms:
    """Terms of a collection as the page of one of its trees uses them, with those that it has used so far."""

    def __init__(self, links: Links, collection: str, known: Iterable[Term]) -> None:
        self.links, self.collection = links, collection
        self.by_form = by_form(known)
        self.pattern = pattern(form for term in self.by_form.values() for form in forms(term))
        self.used: dict[str, Term] = {}

    def marked(self, html: Markup) -> Markup:
        """Return markup with the first use of each term as a link to its entry; not a word of it changes."""
        seen: set[str] = set()
        left_alone: list[bool] = []
        parts: list[str] = []
        for found in TAG_OR_TEXT.finditer(html):
            name = found["name"]
            if name is None:
                plain = any(left_alone) or not self.by_form
                parts.append(found.group() if plain else self._in_text(unescape(found.group()), seen))
                continue
            if found["close"]:
                left_alone.pop()
            elif name not in VOID and not found["rest"].endswith("/"):
                classes = CLASSES.search(found["rest"])
                left_alone.append(
                    name in LEFT_ALONE or not NOT_READ_THROUGH.isdisjoint(classes[1].split() if classes else ())
                )
            parts.append(found.group())
        return Markup("".join(parts))

    def meanings(self) -> Markup | None:
        """Return the meaning of every term used so far, once, out of sight until the script of the page shows it."""
        if not self.used:
            return None
        notes = (
            el(
                "div",
                el("strong", term.name),
                f". {term.means}",
                # A meaning that no source gives is not to be taken for one that a source gives.
                None if term.because else joined(" ", el("small", "(In our words alone.)")),
                id=anchor(term),
                class_="dt-tip",
                role="tooltip",
                hidden=True,
            )
            for term in self.used.values()
        )
        return el("div", *notes, class_="dt-tips", data_search_exclude=True)

    def _in_text(self, text: str, seen: set[str]) -> Markup:
        parts: list[Markup] = []
        at = 0
        for found in self.pattern.finditer(text):
            term = self.by_form.get(key(found.group()))
            if term is None or term.id in seen:
                continue
            seen.add(term.id)
            self.used.setdefault(term.id, term)
            href = self.links.of_collection("glossary", self.collection, term.id)
            link = el("a", found.group(), href=href, class_="dt-term", aria_describedby=anchor(term))
            parts += [escape(text[at : found.start()]), link]
            at = found.end()
        return Markup("").join([*parts, escape(text[at:])])


def anchor(term: Term) -> str:
    """Return the id of the meaning of a term on a page that uses it; no node has a hyphen in its id."""
    return f"term-{term.id}"
