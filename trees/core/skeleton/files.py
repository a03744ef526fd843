"""The files that a new source, collection or tree begins with, as text; a placeholder says what belongs there."""

from collections.abc import Iterable, Sequence

from trees.core.skeleton.sentences import Sentence

PAGE = "{{ generated() }}\n"
"""The one line of a page that is made from the data."""

OF_A_COLLECTION = ("cases", "practice", "differences", "since", "left_open", "changes", "glossary", "review")
"""The folders of the docs in which every collection has a page."""


def pages_of_source(name: str) -> dict[str, str]:
    """Return the pages of a source, by their path in the checkout."""
    return {f"docs/sources/{name}.md": PAGE}


def pages_of_collection(name: str) -> dict[str, str]:
    """Return the pages that every collection has, by their path in the checkout."""
    return {f"docs/trees/{name}/index.md": PAGE} | {f"docs/{kind}/{name}.md": PAGE for kind in OF_A_COLLECTION}


def pages_of_tree(collection: str, name: str) -> dict[str, str]:
    """Return the pages of a tree, by their path in the checkout."""
    return {f"docs/trees/{collection}/{name}.md": PAGE}


def statement_ids(name: str, taken: Iterable[str], count: int) -> list[str]:
    """Return as many numbers for the statements of a source, by a letter that the statements of no other begin with.

    A case names a statement by its number alone.
    """
    letters = {statement[:1] for statement in taken}
    # O and I are read as digits.
    wanted = [each for each in (name + "abcdefghjklmnpqrstuvwxyz").upper() if "A" <= each <= "Z" and each not in "OI"]
    letter = next((each for each in wanted if each not in letters), f"{name.upper()}_")
    digits = max(2, len(str(count)))
    return [f"{letter}{number:0{digits}}" for number in range(1, count + 1)]


def source(name: str, rows: Sequence[tuple[str, Sentence]]) -> str:
    """Return the register of a source with these statements: their places are known, their kinds and gists are not."""
    called = "Register, Source, Statement" if rows else "Register, Source"
    words = f"TODO, {called}" if rows else called
    statements = "".join(_statement(number, each) for number, each in rows)
    listed = f"[\n{statements}    ]" if rows else "[]"
    return (
        f'"""The statements of one source, by number and place; none of its sentences."""\n\n'
        f"from trees.core import {words}\n\n"
        f"{name.upper()} = Source(\n"
        f'    "{name}",\n'
        '    short="TODO: the name and the year, as a line of a page shows them",\n'
        '    title="TODO: the title, as printed",\n'
        '    publisher="TODO: who publishes it",\n'
        '    date="TODO: the day of this edition, such as 2014-02-25",\n'
        '    readers="TODO: whom it was written for",\n'
        '    address="TODO: where it is published, such as https://example.org/guideline",\n'
        '    rights="TODO: the terms under which it may be quoted",\n'
        ")\n\n"
        "register = Register(\n"
        f"    {name.upper()},\n"
        "    whole=True,\n"
        f"    statements={listed},\n"
        ")\n"
    )


def _statement(number: str, sentence: Sentence) -> str:
    place = f"line {sentence.line}" if sentence.alone else f"line {sentence.line}, sentence {sentence.number}"
    return (
        "        Statement(\n"
        f'            "{number}",\n'
        "            kind=TODO,\n"
        f'            at="{place}",\n'
        '            gist="TODO: what it says, in your own words",\n'
        f"            line={sentence.line},\n"
        f'            begins="{sentence.begins}",\n'
        f'            ends="{sentence.ends}",\n'
        "        ),\n"
    )


def collection(name: str, sources: Sequence[str], *, invented: bool) -> str:
    """Return the file of a collection that follows these sources and has no tree yet."""
    imports = "".join(f"from trees.sources.{each} import {each.upper()}\n" for each in sorted(sources))
    return (
        f'"""What the trees of this folder follow, and for whom."""\n\n'
        "from trees.core import Collection\n"
        f"{imports}\n"
        "collection = Collection(\n"
        f'    "{name}",\n'
        '    title="TODO: the title of the collection",\n'
        '    condition="TODO: the disease, by its standard name alone",\n'
        '    about="TODO: what it covers, and which dated texts it follows",\n'
        '    intended_use="TODO: what it may be used for, and what not",\n'
        f"    sources=[{', '.join(each.upper() for each in sources)}],\n"
        "    order=[],\n" + ("    invented=True,\n" if invented else "") + ")\n"
    )


def tree(collection: str, name: str, source: str) -> str:
    """Return a tree with one question and two outcomes, in which every word is still to do."""
    given = source.upper()
    return (
        f'"""The tree {collection}/{name}; its purpose says what it is for."""\n\n'
        "from trees.core import CURRENT, OUR_QUESTION, TALK, Action, Answer, LeftOpen, Question, Quote, Tree\n"
        f"from trees.sources.{source} import {given}\n\n"
        "tree = Tree(\n"
        f'    "{name}",\n'
        '    title="TODO: the situation, in a few words",\n'
        '    purpose="TODO: what the tree is for",\n'
        '    readers="TODO: whom it is for",\n'
        '    applies_to="TODO: which patients the source speaks of",\n'
        f"    because={_quote(given)},\n"
        "    nodes=[\n"
        "        Question(\n"
        f'            "{name}_question",\n'
        '            asks="TODO: one fact about the patient?",\n'
        '            means="TODO: what the words mean, or NoCriterion([…]) where the source does not say",\n'
        "            lasts=CURRENT,\n"
        "            answers=[\n"
        "                Answer(\n"
        '                    "yes",\n'
        '                    "Yes",\n'
        f'                    to="{name}_outcome",\n'
        f"                    because={_quote(given)},\n"
        "                ),\n"
        f"{_left_open(name, 'no', 'No')}"
        f"{_left_open(name, 'unknown', 'Not known')}"
        "            ],\n"
        "        ),\n"
        "        Action(\n"
        f'            "{name}_outcome",\n'
        "            kind=TALK,\n"
        '            says="TODO: what the source names; another kind of action, or a Treatment, as it is",\n'
        f"            because={_quote(given)},\n"
        "        ),\n"
        "        LeftOpen(\n"
        f'            "{name}_left_open",\n'
        '            leaves_open="TODO: what the source does not decide",\n'
        '            says="TODO: what the source does say",\n'
        '            would_decide="TODO: which fact would decide",\n'
        f"            because={_quote(given)},\n"
        "        ),\n"
        "    ],\n"
        ")\n"
    )


def _quote(source: str) -> str:
    return f'Quote("TODO: four to twelve words", {source}, at="TODO")'


def _left_open(name: str, code: str, says: str) -> str:
    return (
        "                Answer(\n"
        f'                    "{code}",\n'
        f'                    "{says}",\n'
        f'                    to="{name}_left_open",\n'
        "                    because=OUR_QUESTION,\n"
        "                ),\n"
    )


PATIENTS = ("yes", "yes"), ("yes_again", "yes"), ("no", "no"), ("not_known", "unknown")
"""A case for each answer and two for each outcome: what each is called, and what it answers."""


def cases(name: str) -> str:
    """Return the cases of that tree: patients to be written from the source, each with the answer it gives."""
    return "\n".join(_patient(name, called, answer) for called, answer in PATIENTS)


def _patient(name: str, called: str, answer: str) -> str:
    says = (
        "[[patient]]\n"
        f'id = "{name}_{called}"\n'
        'says = "TODO: a patient in a sentence, written from the source alone"\n'
        f'walks = [{{ tree = "{name}", answers = ["{name}_question={answer}"] }}]\n'
    )
    if answer == "yes":
        return f'{says}\n[[patient.expects]]\nwhat = "TODO: what the source says"\nstatements = ["TODO"]\n'
    return f'{says}left_open = "TODO: what the source does not decide"\n'


def course(name: str) -> str:
    """Return the course that says whether the answers of that tree stay true when time passes."""
    return (
        "[[course]]\n"
        f'id = "{name}_answers"\n'
        'says = "TODO: which answers change with time, and are asked for again when it passes"\n'
        f'asked = ["{name}_question"]\n'
        "kept = false\n"
    )
