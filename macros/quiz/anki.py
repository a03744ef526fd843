"""The cases of a collection as cards for Anki: one deck a tree, and one note a case, which stays the same note.

A newer file brings a note up to date, whatever it said before: the note is told by collection and case, and its day is
that of the site.
"""

import hashlib
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import genanki  # type: ignore[import-untyped]
from markupsafe import Markup

from macros.markup import el, joined
from macros.no_break import NO_BREAK, kept_together_in
from macros.quiz.behind import Behind, linked, row
from macros.quiz.items import Item
from macros.quiz.style import BACK, FRONT, STYLE
from macros.quiz.whole import Whole
from macros.zipping import unzipped, zipped
from trees.core import wording

FIELDS = ("Name", "Warning", "Case", "Question", "Since", "Answer", "Basis", "Said", "Others", "Way", "About")
MODEL = "A case, and where a tree leads"
SQLITE = 96
"""Where the file of SQLite says which version of it wrote last, in four bytes."""


def anki(whole: Whole) -> bytes:
    """Return the package: the same bytes from the same cases, whenever and wherever it is made."""
    model = genanki.Model(
        number("model", MODEL, *FIELDS),
        MODEL,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Where it leads", "qfmt": FRONT, "afmt": BACK}],
        css=STYLE,
    )
    decks = [genanki.Deck(number("deck", whole.name), deck_name(whole.title), description=described(whole.rows()))]
    for name, items in whole.by_tree.items():
        title = deck_name(whole.title, whole.of(name).title)
        rows = [*whole.rows_of[name], *(("Since then", note) for note in whole.of(name).noted())]
        deck = genanki.Deck(number("deck", name), title, description=described(rows))
        for item in items:
            deck.add_note(note(model, item, Behind(item, whole)))
        decks.append(deck)
    return packed(genanki.Package(decks), date.fromisoformat(whole.where.day))


def note(model: genanki.Model, item: Item, behind: Behind) -> genanki.Note:
    """Return a case as a note."""
    collection, tree = item.case.collection, item.tree.id
    fields = [field(each) for each in told(item, behind)]
    tags = [collection, f"{collection}::{tree}"]
    return genanki.Note(model, fields, sort_field=item.id, tags=tags, guid=guid(collection, item.case.id))


def told(item: Item, behind: Behind) -> tuple[Markup, ...]:
    """Return what stands in each of the fields."""
    others = (
        el(
            "li",
            el("p", f"{newer} " if (newer := behind.newer(end)) else None, behind.linked(end)),
            listed(item.why(end)),
        )
        for end in item.wrong
    )
    elsewhere = behind.put_elsewhere()
    more = joined(el("p", "The case is put to the trees in other ways too:"), elsewhere) if elsewhere else None
    return (
        Markup.escape(item.id),
        joined(*(el("p", each) for each in behind.warnings)),
        Markup.escape(item.case.says),
        behind.question(),
        behind.since_then() or Markup(),
        behind.answer(),
        behind.basis(),
        behind.of_case(),
        el("ul", *others) if item.wrong else Markup(),
        joined(behind.way(item.first), more),
        behind.about(),
    )


def listed(rows: list[str]) -> Markup:
    """Return what leads to an end as a list."""
    return el("ul", *(el("li", each) for each in rows))


def described(rows: list[tuple[str, str]]) -> str:
    """Return rows as the description of a deck."""
    return field(el("ul", *(row(term, linked(says)) for term, says in rows)))


def field(given: Markup) -> str:
    """Return HTML as a field holds it: no line ends inside a dose, and no text is taken for a sound or a formula."""
    inside = kept_together_in(joined(Markup(">"), given, Markup("<")))[1:-1]
    text = str(inside)
    for mark in wording.SINCE_MARKS.values():
        text = text.replace(f"[{mark} ", f"[{mark}{NO_BREAK}")
    return text.replace("[", "&#91;")


def deck_name(*titles: str) -> str:
    """Return the name of a deck below another; a title has no mark in it that would make one more."""
    return "::".join(" ".join(title.replace("::", ":").split()) for title in titles)


def number(*names: str) -> int:
    """Return a number for a model or a deck that stays as long as its names do."""
    return (1 << 30) + int(hashed(*names)[:12], 16) % (1 << 30)


def guid(*names: str) -> str:
    """Return what Anki tells a note by."""
    return hashed("note", *names)[:20]


def hashed(*names: str) -> str:
    """Return a hash of names."""
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()


def packed(package: genanki.Package, day: date) -> bytes:
    """Return a package whose every date is the day, so that it does not change from one making to the next."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.apkg"
        package.write_to_file(path, timestamp=midnight)
        contents = sorted(unzipped(path.read_bytes()).items())
    return zipped(
        {name: unversioned(content) if name.endswith(".anki2") else content for name, content in contents}, day
    )


def unversioned(content: bytes) -> bytes:
    """Return a database without the version of the program that wrote it, which differs from machine to machine."""
    return content[:SQLITE] + bytes(4) + content[SQLITE + 4 :]
