"""The cases of a tree for Moodle and other learning platforms, in GIFT, their common text form of questions.

Written for Moodle's own reader: one line for each part, every control character escaped, `[html]` for all texts.
"""

from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

from macros.markup import Child, el, joined
from macros.quiz.behind import Behind, row
from macros.quiz.ends import End
from macros.quiz.items import Item, items
from macros.quiz.whole import Whole
from macros.uses import Uses
from trees.core.basis import NOT_ADVICE

SHARES = ("100", "50", "33.33333", "25", "20", "16.66667", "14.28571", "12.5", "11.11111", "10")
"""What part of a grade each of one, two, three … is: Moodle takes these parts and refuses all others."""
MOST_TAKEN = "90"
"""The most that Moodle's reader can take off for one wrong mark: it does not know a weight of three digits."""
CONTROL = str.maketrans({each: f"\\{each}" for each in "\\~=#{}:"})
IN_SHORT = ("Version", "Changed", "Follows", "State", "License", "Use")
LEFT_OPEN = "“Left open” can be right: the texts do not say."
ALL_RIGHT = "no end of its tree is surely wrong: the case reaches them all, or may by a choice or by reading on"
TOO_MANY = f"more than {len(SHARES)} ends are right, and Moodle has no such equal parts"


def gift(whole: Whole, tree: str) -> bytes:
    """Return the cases that end in a tree: what the file is as a comment, then a category with the questions."""
    out, named = left_out(whole), whole.of(tree)
    about = [
        *whole.rows(),
        ("Left out", f"{len(out)}" if out else "none"),
        *((f"Left out, {case}", why) for case, why in out),
    ]
    of_tree = [*whole.rows_of[tree], *(("Since then", note) for note in named.noted())]
    blocks = ["\n".join(map(comment, rows)) for rows in (about, of_tree)]
    blocks.append(f"$CATEGORY: {'/'.join(map(folder, (whole.title, named.title)))}")
    blocks += (question(item, Behind(item, whole)) for item in whole.by_tree[tree] if why_not(item) is None)
    return ("\n\n".join(blocks) + "\n").encode()


def trees_asked(uses: Uses, collection: str) -> list[str]:
    """Return the full names of the trees with a case that can be asked as a question, in the order of the trees."""
    return list(_trees_asked(uses, collection))


def is_asked(uses: Uses, tree: str) -> bool:
    """Return whether a tree, by its full name, has a case that can be asked as a question."""
    collection = tree.partition("/")[0]
    return any(item.name == tree and why_not(item) is None for item in items(uses, collection))


@lru_cache(maxsize=4)
def _trees_asked(uses: Uses, collection: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.name for item in items(uses, collection) if why_not(item) is None))


def left_out(whole: Whole) -> list[tuple[str, str]]:
    """Return the cases of the collection that are no question in any of its files, each with the reason."""
    found = ((item.case.id, why_not(item)) for item in whole.items)
    return [*whole.left_out, *((case, why) for case, why in found if why is not None)]


def why_not(item: Item) -> str | None:
    """Return why a case cannot be asked as a question with several answers to choose from; None where it can."""
    if item.unanswered:
        return "a course of its choice leads on to a question that the case does not answer"
    if not item.wrong:
        return ALL_RIGHT
    return TOO_MANY if len(item.right) > len(SHARES) else None


def question(item: Item, behind: Behind) -> str:
    """Return one question: its name, what is asked, every answer with what leads there, and what stands behind it."""
    right = {end.key for end in item.right}
    lines = [f"// [id:{item.id}] [tag:{item.case.collection}] [tag:{item.tree.id}]"]
    lines.append(f"::{escaped(item.id)}::[html]{escaped(asked(item, behind))} {{")
    for end in item.offered:
        weight = weighed(item, right=end.key in right)
        text = f"{weight}{escaped(el('span', end.says))}"
        lines.append(text if end.key in right else f"{text}#{escaped(feedback(item, behind, end))}")
    return "\n".join([*lines, f"####{escaped(general(behind))}", "}"])


def asked(item: Item, behind: Behind) -> Markup:
    """Return the sentence of the case, what is asked, and what the marks on the answers mean."""
    warning = [el("p", el("strong", each)) for each in behind.warnings]
    marks = (f"[{mark}] {says}." for mark, says in item.marks().items())
    return joined(
        *warning,
        el("p", item.case.says),
        behind.question(),
        el("p", el("small", " ".join([*marks, LEFT_OPEN, NOT_ADVICE]))),
    )


def weighed(item: Item, *, right: bool) -> str:
    """Return the mark of an answer. Where several are right, each has its part, and whoever ticks all gets nothing.

    With one wrong answer among them it is a tenth: Moodle can take off no more.
    """
    count = len(item.right)
    if count == 1:
        return "=" if right else "~"
    if right:
        return f"~%{SHARES[count - 1]}%"
    wrong = min(len(item.wrong), len(SHARES))
    return f"~%-{SHARES[wrong - 1] if wrong > 1 else MOST_TAKEN}%"


def feedback(item: Item, behind: Behind, end: End) -> Markup:
    """Return what a learner reads who has chosen a wrong end: what newer sources say of it, and what leads there."""
    newer = behind.newer(end)
    return joined(el("p", newer) if newer else None, el("p", "This is where it leads by: "), listed(item.why(end)))


def general(behind: Behind) -> Markup:
    """Return what every learner reads after the answer: the newest first, then the answer and what it rests on."""
    parts: Iterable[tuple[str, Child]] = (
        ("How the tree is answered", behind.way(behind.item.first)),
        ("Words of the sources", behind.basis()),
        ("The case", behind.of_case()),
        ("Put to the trees in other ways too", behind.put_elsewhere()),
        ("Tree", about(behind)),
        ("Case", behind.page()),
    )
    return joined(
        behind.since_then(),
        el("p", el("strong", "The answer")),
        behind.answer(),
        el("ul", *(row(term, what) for term, what in parts if what)),
    )


def about(behind: Behind) -> Markup:
    """Return in short of which day and state the answer is, and whose; the head of the file has all of it."""
    said = dict(behind.named)
    link = el("a", said["Source"], href=said["Source"])
    return joined(
        *(f"{said[each].removesuffix('.')}. " for each in IN_SHORT), "Since then: ", said["Since then"], " ", link
    )


def listed(rows: Iterable[str]) -> Markup:
    """Return rows as a list."""
    return el("ul", *(el("li", each) for each in rows))


def escaped(text: str) -> str:
    """Return text or HTML on one line, with every character that GIFT would take for its own escaped."""
    return " ".join(str(text).split()).translate(CONTROL)


def comment(given: tuple[str, str]) -> str:
    """Return a row of what the file is as a comment; what is in brackets there names no question."""
    text = " ".join(f"{given[0]}: {given[1]}".split())
    return f"// {text.replace('[id:', '[ id:').replace('[tag:', '[ tag:')}"


def folder(title: str) -> str:
    """Return a title as one part of the path of a category: a stroke in it is written twice."""
    return " ".join(title.replace("/", "//").split())
