"""Every form in which the cases of a collection are taken away, in the order in which a page offers them."""

from collections.abc import Callable
from typing import NamedTuple

from macros.downloads.forms import FOLDER
from macros.quiz.anki import anki
from macros.quiz.gift import gift
from macros.quiz.whole import Whole


class QuizForm(NamedTuple):
    """One form: how the name of its file ends, what it is called, what it is good for, and what makes it."""

    suffix: str
    name: str
    says: str
    make: Callable[[Whole], bytes]


QUIZ_FORMS: tuple[QuizForm, ...] = (
    QuizForm(
        ".cases.gift.txt", "GIFT", "Questions with answers to choose from, for Moodle and others that read GIFT.", gift
    ),
    QuizForm(".cases.apkg", "Anki", "Cards to learn from, one deck a tree; a newer file brings them up to date.", anki),
)


def address(collection: str, suffix: str) -> str:
    """Return where a form stands below the site: beside the folder of the collection's trees, in no tree's way."""
    return f"{FOLDER}/{collection}{suffix}"
