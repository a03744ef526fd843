"""Small trees to draw, with every kind of node, joins, many answers, many nodes, and text that looks like markup."""

import random
from functools import cache

from macros.diagram import draw, lay_out
from macros.diagram.place import Layout
from trees.core.branches import Answer, Band, Event, Item, Option, OtherTree, To
from trees.core.doses import DailyDose
from trees.core.drugs import Drug
from trees.core.evidence import NOT_STATED, Source
from trees.core.nodes import (
    CURRENT,
    FIXED,
    IMAGING,
    MONITORING,
    SURGERY,
    WATCHING,
    Action,
    AdviceAgainst,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Node,
    Question,
    Treatment,
    Tree,
)
from trees.core.numbering import badges
from trees.core.since import ADDS, DOES_NOT_SAY, SAYS_OTHERWISE, NotFound, Since

DRUG = Drug("amoxol", name="Amoxol")
NEWER = Source(
    "newer",
    short="Newer 2031",
    title="t",
    publisher="p",
    date="2031-01-31",
    readers="r",
    address="https://example.org/newer",
    rights="r",
)
OTHERWISE, MORE, GONE = (
    Since(change.name.lower(), NEWER, change=change, topic="A dose", says="Another.", because=NotFound(("a dose",)))
    for change in (SAYS_OTHERWISE, ADDS, DOES_NOT_SAY)
)
MARKUP = 'No, <5 cm> & "some" </svg> remains'


def question(node_id: str, asks: str, *answers: tuple[str, str, To]) -> Question:
    ways_out = tuple(Answer(code, says, to=to) for code, says, to in answers)
    return Question(node_id, asks=asks, means="As it says.", lasts=FIXED, answers=ways_out)


def treatment(node_id: str, mg: float | tuple[float, float], *then: Event, since: tuple[Since, ...] = ()) -> Treatment:
    return Treatment(node_id, drug=DRUG, dose=DailyDose(mg=mg), then=then, since=since)


def action(node_id: str, says: str) -> Action:
    return Action(node_id, kind=WATCHING, says=says)


def tree_of(*nodes: Node, title: str = "A tree") -> Tree:
    return Tree("a_tree", title=title, purpose="p", readers="r", applies_to="a", because=None, nodes=nodes)


EVERY_KIND = tree_of(
    question("removed", "Was it removed?", ("yes", "Yes", "burst"), ("no", MARKUP, OtherTree("advanced"))),
    question("burst", "Did it burst?", ("yes", "Yes", "kind"), ("no", "No", "size"), ("unknown", "Not known", "kind")),
    Measure(
        "size",
        asks="How large is it?",
        means="At its widest.",
        lasts=FIXED,
        unit="cm",
        lowest=0,
        highest=50,
        step=0.1,
        bands=(
            Band("small", "< 2 cm", to="watch", below=2),
            Band("middle", "2 to 5 cm", to="either", at_least=2, at_most=5),
            Band("large", "> 5 cm", to="kind", above=5),
        ),
        unknown=Answer("unknown", "Not measured", to="open"),
    ),
    Action("watch", kind=IMAGING, says="Look again after 4 weeks and every 3 to 6 months thereafter"),
    Choice(
        "either",
        between="Surgery, or watching",
        options=(Option("surgery", "Surgery", to="surgery"), Option("watch", "Watching", to="watch")),
        order=NOT_STATED,
    ),
    Action("surgery", kind=SURGERY, says="Remove it", since=(MORE,)),
    question(
        "kind",
        "Of which kind is it?",
        ("e9", "Exon 9", "high"),
        ("other", "Another", "low"),
        ("none", "None", "cautions"),
        ("unknown", "Not tested", "cautions"),
    ),
    treatment("high", 800, Event("growth", "It grows again", to="where")),
    treatment("low", 400, Event("growth", "It grows again", to="where"), Event("harm", "Harm", to=OtherTree("harm"))),
    Checklist(
        "cautions",
        asks="Does any of these hold?",
        means="Today.",
        lasts=CURRENT,
        items=(Item("heart", "Heart failure", to="against"), Item("liver", "Liver disease", to="tests")),
        none=Answer("none", "None of these", to="range"),
        unknown=Answer("unknown", "Not known", to="open"),
        always="tests",
    ),
    AdviceAgainst("against", says="Amoxol is not advised", since=(GONE,)),
    Action("tests", kind=MONITORING, says="Liver tests once a month"),
    treatment("range", (400, 600), since=(OTHERWISE, MORE)),
    LeftOpen(
        "open",
        leaves_open="Whether it helps at an unknown size",
        says="s",
        would_decide="The size",
        since=(MORE, OTHERWISE),
    ),
    question("where", "Where does it grow?", ("one", "In one place", "surgery"), ("many", "In many", "trial")),
    action("trial", "Ask a center that runs trials"),
    title=f"Every kind: {MARKUP}",
)
SIX = tree_of(
    question("six", "Which of six?", *((f"a{n}", f"Answer number {n}", f"o{n}") for n in range(6))),
    *(treatment(f"o{n}", 100 * n + 50) for n in range(6)),
)
ADJACENT_JOIN = tree_of(
    question("first", "First?", ("yes", "Yes", "left"), ("no", "No", "right")),
    question("left", "Left?", ("a", "A", "out_a"), ("b", "B", "shared")),
    action("out_a", "Outcome of A"),
    question("right", "Right?", ("c", "C", "shared"), ("d", "D", "out_d")),
    action("shared", "Shared by B and C"),
    action("out_d", "Outcome of D"),
)
CROSSING_JOIN = tree_of(
    question("burst", "Did it burst?", ("yes", "Yes", "kind"), ("no", "No", "risk")),
    question(
        "risk", "How high is the risk?", ("low", "Low", "none"), ("middle", "Middle", "some"), ("high", "High", "kind")
    ),
    action("none", "Nothing"),
    action("some", "Something"),
    question("kind", "Of which kind?", ("a", "A", "one"), ("b", "B", "two")),
    action("one", "One"),
    action("two", "Two"),
)


def grown(nodes: int, seed: int) -> Tree:
    """Return a tree that grew at random, with joins and jumps."""
    chance = random.Random(seed)
    words = ("the", "part", "was", "seen", "before", "growth", "beyond", "5 cm", "despite", "a dose of", "400 mg")
    below: list[list[int]] = [[] for _ in range(nodes)]
    for node in range(1, nodes):
        below[chance.choice([each for each in range(node) if len(below[each]) < 4][-6:])].append(node)
    result: list[Node] = []
    for node in range(nodes):
        says = " ".join(chance.choice(words) for _ in range(chance.randint(2, 10)))
        to: list[To] = [f"n{each}" for each in below[node]]
        if not to:
            result.append(action(f"n{node}", says))
            continue
        for _ in range(chance.randint(0, 2)):
            to.insert(chance.randint(0, len(to)), f"n{chance.randint(node + 1, nodes - 1)}")
        to.append(OtherTree(chance.choice(["one", "two"])))
        result.append(
            question(f"n{node}", f"{says}?", *((f"c{n}", f"{says[:9]} {n}", each) for n, each in enumerate(to)))
        )
    return tree_of(*result)


GROWN = [grown(nodes, seed) for seed in range(4) for nodes in (7, 15, 25)]
ALL = [EVERY_KIND, SIX, ADJACENT_JOIN, CROSSING_JOIN, *GROWN]


def tree_title(name: str) -> str:
    return f"The tree {name} & more"


def tree_href(name: str) -> str:
    return f"../{name}/?a=1&b=2"


@cache
def layout_of(tree: Tree) -> Layout:
    return lay_out(tree, badge=badges(tree), tree_title=tree_title)


@cache
def drawing(tree: Tree) -> str:
    return draw(tree, badge=badges(tree), tree_title=tree_title, tree_href=tree_href, prefix="p")
