"""The forms in which a page may use a term, how they are found in a text, and which terms a tree uses."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from trees.core.glossary import Term
from trees.core.nodes import Tree
from trees.core.parts import This, names, parts_within

IN_MARKS = "“[^”]*”"
"""Words of a source, or a name, between quotation marks."""
SHORT_FORM = re.compile("[A-Z]{2}")
MOST_KEPT = 256
"""Trees whose terms are kept."""


def forms(term: Term) -> tuple[str, ...]:
    """Return every form in which a page may use a term."""
    return (term.name, *term.also)


def key(form: str) -> str:
    """Return what two ways of writing one form have in common."""
    return " ".join(form.split()).casefold()


def by_form(terms: Iterable[Term]) -> dict[str, Term]:
    """Return the terms by what their forms have in common; of two with one form, the first."""
    found: dict[str, Term] = {}
    for term in terms:
        for form in forms(term):
            found.setdefault(key(form), term)
    return found


def pattern(given: Iterable[str]) -> re.Pattern[str]:
    """Return what finds each form as a whole word, the longest first, and passes over what stands in quotation marks.

    Small and large letters count alike, except in a short form such as 'OS': the same letters may be another word.
    """
    longest_first = sorted(set(given), key=lambda form: (-len(form), form))
    if not longest_first:
        return re.compile(IN_MARKS)
    # Whether a word begins is asked once for all forms, not once for each: a page is looked through in half the time.
    return re.compile(rf"{IN_MARKS}|(?<![\w-])(?:{'|'.join(map(_written, longest_first))})(?![\w-])")


def _written(form: str) -> str:
    # A page may keep two words of a form together with a no-break space.
    spaced = r"\s+".join(re.escape(word) for word in form.split())
    return spaced if SHORT_FORM.search(form) else f"(?i:{spaced})"


def terms_in(tree: Tree, terms: Iterable[Term]) -> tuple[Term, ...]:
    """Return the terms of which a form stands in the words of a tree, in their order.

    A page of the tree explains these and no others, so that what it shows changes with these alone.
    """
    return _terms_in(This(tree), tuple(map(This, terms)))


# The hash of a tree, its page and every file of it ask for them.
@lru_cache(maxsize=MOST_KEPT)
def _terms_in(this: This[Tree], terms: tuple[This[Term], ...]) -> tuple[Term, ...]:
    known = tuple(each.it for each in terms)
    named = by_form(known)
    text = "\n".join(texts_in(this.it))
    # Looking for a plain text takes a hundredth of the time: few forms are left that have to stand as whole words.
    at_all = key(text)
    finder = pattern(form for term in known for form in forms(term) if key(form) in at_all)
    found = {key(each.group()) for each in finder.finditer(text)}
    used = {named[form].id for form in found if form in named}
    return tuple(term for term in known if term.id in used)


def texts_in(tree: Tree) -> Iterator[str]:
    """Yield every text that stands in a tree and in what it names; sources are not looked into."""
    for part in parts_within(tree):
        for name in names(type(part)):
            value = getattr(part, name)
            for text in value if isinstance(value, tuple) else (value,):
                if isinstance(text, str):
                    yield text
