"""The first use of each term of the glossary in a step becomes a link to its entry, with its meaning at hand."""

import re
from collections.abc import Iterable
from html import unescape

from markupsafe import Markup, escape

from macros.links import Links
from macros.markup import VOID, el, joined
from trees.core.glossary import Term

TAG_OR_TEXT = re.compile(r"<(?P<close>/?)(?P<name>[a-z][\w-]*)(?P<rest>[^>]*)>|[^<]+")
CLASSES = re.compile(r'\bclass="([^"]*)"')
LEFT_ALONE = {"a", "button", "code", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label", "q", "script", "style", "svg"}
"""Elements in which a link would stand in a link, change a heading, or stand in words that are not ours."""
NOT_READ_THROUGH = {"dt-from", "dt-kind"}
"""Parts of a step that say where it stands, not what it says."""
IN_MARKS = "“[^”]*”"
"""Words of a source, or a name, between quotation marks."""
SHORT_FORM = re.compile("[A-Z]{2}")


class Terms:
    """The terms of a collection as the page of one of its trees uses them, with those that it has used so far."""

    def __init__(self, links: Links, collection: str) -> None:
        self.links, self.collection = links, collection
        self.by_form: dict[str, Term] = {}
        for term in links.library.terms.get(collection, {}).values():
            for form in forms(term):
                self.by_form.setdefault(key(form), term)
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


def forms(term: Term) -> tuple[str, ...]:
    """Return every form in which a page may use a term."""
    return (term.name, *term.also)


def key(form: str) -> str:
    """Return what two ways of writing one form have in common."""
    return " ".join(form.split()).casefold()


def pattern(given: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each form as a whole word, the longest first, and passes over what stands in quotation marks.

    Small and large letters count alike, except in a short form such as 'OS': the same letters may be another word.
    """
    longest_first = sorted(set(given), key=lambda form: (-len(form), form))
    return re.compile("|".join([IN_MARKS, *(rf"(?<![\w-]){_written(form)}(?![\w-])" for form in longest_first)]))


def _written(form: str) -> str:
    # A page may keep two words of a form together with a no-break space.
    spaced = r"\s+".join(re.escape(word) for word in form.split())
    return spaced if SHORT_FORM.search(form) else f"(?i:{spaced})"
