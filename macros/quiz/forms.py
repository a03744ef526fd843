"""Every form in which cases are taken away: those of a whole collection, and those that end in one tree."""

from collections.abc import Callable
from typing import NamedTuple

from macros.downloads import forms
from macros.quiz.anki import anki
from macros.quiz.gift import gift, trees_asked
from macros.quiz.whole import Whole
from macros.uses import Uses


class QuizForm(NamedTuple):
    """One form of the cases of a collection: how its file ends, what it is called and good for, and what makes it."""

    suffix: str
    name: str
    says: str
    make: Callable[[Whole], bytes]


class TreeQuiz(NamedTuple):
    """The same for the cases that end in one tree, by its full name; `of` names the trees that have some."""

    suffix: str
    name: str
    says: str
    of: Callable[[Uses, str], list[str]]
    make: Callable[[Whole, str], bytes]


ANKI = QuizForm(
    ".cases.apkg", "Anki", "Cards to learn from, one deck a tree; a newer file brings them up to date.", anki
)
GIFT = TreeQuiz(".gift.txt", "GIFT", "Its cases as questions, for Moodle and others that read GIFT.", trees_asked, gift)


def address(collection: str, suffix: str) -> str:
    """Return where a file of a collection stands below the site: beside the folder of its trees, in no tree's way."""
    return f"{forms.FOLDER}/{collection}{suffix}"
