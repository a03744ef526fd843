"""Small trees made in memory: a source of one line, and libraries of a few nodes."""

from collections.abc import Mapping
from pathlib import Path

from trees.core.branches import Answer, Event, To
from trees.core.cases import Case, Expected
from trees.core.drugs import Drug
from trees.core.evidence import OUR_QUESTION, Quote, Source
from trees.core.library import Library
from trees.core.nodes import CURRENT, WATCHING, Action, Collection, LeftOpen, Node, Question, Tree
from trees.core.place import Place

SOURCE = Source(
    "s",
    short="S 2020",
    title="S",
    publisher="P",
    date="2020-01-01",
    readers="Health professionals",
    address="https://example.org/s",
    rights="None",
)
DRUG = Drug("velurin", name="Velurin", also=("Velu",))
HERE = Place("trees/c/cases/x.toml", 7)


def quote(text: str, at: str = "S01", strength: str | None = None, source: Source = SOURCE) -> Quote:
    """Return a quote of the one source, or of another."""
    return Quote(text, source, at=at, strength=strength)


def answer(code: str, to: To) -> Answer:
    """Return an answer that is our own question."""
    return Answer(code, code.title(), to=to, because=OUR_QUESTION, place=Place("trees/c/t.py", 2))


def question(node_id: str, answers: Mapping[str, To]) -> Question:
    """Return a question, given where each answer leads."""
    ways = tuple(answer(code, to) for code, to in answers.items())
    return Question(node_id, asks=f"{node_id}?", means="m", lasts=CURRENT, answers=ways)


def action(node_id: str, *because: Quote, then: tuple[Event, ...] = ()) -> Action:
    """Return an action with its quotes."""
    return Action(node_id, kind=WATCHING, says=node_id, because=because, then=then, place=Place("trees/c/t.py", 3))


def left_open(node_id: str, leaves_open: str = "What to do") -> LeftOpen:
    """Return something that the source leaves open."""
    because = quote("so it says here")
    return LeftOpen(node_id, leaves_open=leaves_open, says="Little.", would_decide="More.", because=because)


def library_of(root: Path = Path(), **trees: tuple[Node, ...]) -> Library:
    """Return a library with the one collection `c` of these trees."""
    order = tuple(trees)
    collection = Collection("c", title="t", about="a", intended_use="i", sources=(SOURCE,), order=order)
    made = {
        f"c/{name}": Tree(name, title="t", purpose="p", readers="r", applies_to="a", because=None, nodes=nodes)
        for name, nodes in trees.items()
    }
    return Library(root, "trees", collections={"c": collection}, trees=made, drugs={DRUG.id: DRUG})


def case(*answers: str, expects: tuple[Expected, ...] = (), name: str = "x", tree: str = "t", **more: object) -> Case:
    """Return a case that is put to one tree with these answers."""
    return Case(HERE, name, "A patient.", "c", ((tree, answers),), expects, **more)  # type: ignore[arg-type]


def expected(what: str, *statements: str, **more: object) -> Expected:
    """Return something that the source says."""
    return Expected(what, frozenset(statements), **more)  # type: ignore[arg-type]
