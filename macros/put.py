"""Cases put to the trees, once a build: in which words each was asked and answered, and where it led."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from trees.core import wording
from trees.core.cases import Case, read_cases
from trees.core.coverage import called_alike
from trees.core.judge import Said, said_for
from trees.core.library import Library
from trees.core.nodes import ASKED, FIXED, OUTCOMES, Choice, Measure, Node, Outcome
from trees.core.place import Problem
from trees.core.walk import Step, walk


@dataclass(frozen=True)
class Asked:
    """A step of a walk in words: what was asked, or what happened after, and the answer; with where it stands."""

    tree: str
    node: str
    says: str
    answer: str


@dataclass(frozen=True)
class PutWalk:
    """One way in which a case is put to the trees. `choice` is what is left to patient and clinician, if anything."""

    tree: str
    asked: tuple[Asked, ...]
    choice: tuple[str, Choice] | None
    outcomes: Mapping[str, Outcome]
    """The outcomes by `collection/tree#node`; where a choice is left, those of every option."""


@dataclass(frozen=True)
class PutCase:
    """A case with its walks; one without walks has not been put to any tree yet."""

    case: Case
    walks: tuple[PutWalk, ...]

    @property
    def ends(self) -> tuple[str, Node] | None:
        """The full name of the tree in which the first walk ends, and its first outcome or the choice that is left."""
        if not self.walks:
            return None
        first = self.walks[0]
        if first.choice is not None:
            return first.choice
        name, outcome = next(iter(first.outcomes.items()))
        return name.partition("#")[0], outcome


def put_all(library: Library) -> tuple[dict[str, list[PutCase]], list[Problem]]:
    """Return the cases of each collection as put to its trees, and what cannot be read or followed."""
    found: dict[str, list[PutCase]] = {}
    problems: list[Problem] = []
    for collection in library.collections:
        cases, unread = read_cases(Path(library.root), collection, library.shown_as)
        problems += [*unread, *called_alike(cases)]
        found[collection] = []
        for case in cases:
            said = [said_for(library, replace(case, walks=(each,))) for each in case.walks]
            complaints = [text for each in said for text in each.complaints]
            problems += [Problem(case.place, f"'{case.id}': {text}") for text in complaints]
            ways = () if complaints else zip(case.walks, said, strict=True)
            walks = tuple(_put(library, case, given, reached) for given, reached in ways)
            found[collection].append(PutCase(case, walks))
    return found, problems


def _put(library: Library, case: Case, given: tuple[str, tuple[str, ...]], said: Said) -> PutWalk:
    tree, answers = given
    full = f"{case.collection}/{tree}"
    walked = walk(library, full, [(key, value) for key, _, value in (each.partition("=") for each in answers)])
    outcomes = {name: node for name, node in said.outcomes.items() if isinstance(node, OUTCOMES)}
    choice = (walked.tree, walked.asks) if isinstance(walked.asks, Choice) else None
    return PutWalk(full, tuple(_asked(step) for step in asked_once(walked.steps)), choice, outcomes)


def asked_once(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield the steps without those that another tree answers with what is known: nobody is asked these again."""
    current: set[str] = set()
    fixed: set[str] = set()
    for step in steps:
        if isinstance(step.node, OUTCOMES):
            current.clear()
        elif step.node.id in current | fixed:
            continue
        else:
            (fixed if isinstance(step.node, ASKED) and step.node.lasts is FIXED else current).add(step.node.id)
        yield step


def _asked(step: Step) -> Asked:
    """Return a step in words: the answer to a question, or what happened after an outcome."""
    title = wording.title(step.node)
    says = f"In time, after “{title}”" if isinstance(step.node, OUTCOMES) else title
    answer = "; ".join(way.says for way in step.ways)
    unit = step.node.unit if isinstance(step.node, Measure) else ""
    number = "" if step.number is None else f" ({wording.number(step.number)} {unit})"
    return Asked(step.tree, step.node.id, says, f"{answer}{number}")
