"""Hold where the trees lead against the courses, and list what no course covers, as rows to paste."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from trees.core.branches import Answer, Event, Onward, Option, OtherTree, Way
from trees.core.courses import Course, Lasting
from trees.core.library import Library
from trees.core.nodes import ASKED, FIXED, OUTCOMES, Checklist, Node, Tree, ways
from trees.core.place import Problem, did_you_mean
from trees.core.wording import title

ALWAYS = "always"
"""The code by which a course tells of what a checklist shows in any case."""


def judge_course(library: Library, course: Course | Lasting) -> Iterator[Problem]:
    """Yield a problem for each thing in which the trees go another way than a course says."""
    texts = _lasting(library, course) if isinstance(course, Lasting) else _course(library, course)
    for text in texts:
        yield Problem(course.place, f"'{course.id}': {text}")


def _course(library: Library, course: Course) -> Iterator[str]:
    name = f"{course.collection}/{course.tree}"
    tree = library.trees.get(name)
    if tree is None:
        yield f"there is no tree '{course.tree}'.{did_you_mean(course.tree, _trees(library, course.collection))}"
        return
    nodes = {node.id: node for node in tree.nodes}
    for start in course.starts:
        node = nodes.get(start)
        if node is None:
            yield f"{course.tree} has no '{start}'.{did_you_mean(start, nodes)}"
            continue
        codes = {way.code: way for way in ways_shown(node)}
        if course.by not in codes:
            yield f"from '{start}' there is no way '{course.by}'.{did_you_mean(course.by, codes)}"
            continue
        yield from _way(library, course, start, codes[course.by])


def _way(library: Library, course: Course, start: str, way: Way) -> Iterator[str]:
    """Yield in what one way is not as the course says."""
    here = f"from '{start}' by '{course.by}'"
    passes, wanted = time_passes(way), course.asks_first or course.shows
    if passes is not course.time_passes:
        yield f"{here} {_of_time(passes)}, where the course has it that {_of_time(course.time_passes)}."
    arrives = arrival(library, f"{course.collection}/{course.tree}", way)
    if arrives is None:
        yield f"{here} one comes nowhere."
        return
    to, node = arrives
    if to != course.leads_to or node.id != wanted:
        yield f"{here} one comes to '{node.id}' of {to}, and not to '{wanted}' of {course.leads_to}."
    elif isinstance(node, OUTCOMES) is (course.shows is None):
        yield f"'{node.id}' is {'shown, not asked' if course.shows is None else 'asked, not shown'}."


def _of_time(passes: bool | None) -> str:
    return {True: "time passes", False: "no time passes", None: "an answer or option leads on"}[passes]


def _lasting(library: Library, course: Lasting) -> Iterator[str]:
    asked = list(_asked(library, course.collection))
    for question in course.asked:
        found = [(tree, node) for tree, node in asked if node.id == question]
        if not found:
            yield f"there is no question '{question}'.{did_you_mean(question, [node.id for _, node in asked])}"
        for tree, node in found:
            if is_kept(node) is not course.kept:
                yield f"the answer to '{question}' in {tree} is {_lasts(node)} when time passes."


def is_kept(node: Node) -> bool:
    """Return whether the answer to a question is kept when time passes."""
    return isinstance(node, ASKED) and node.lasts is FIXED


def _lasts(node: Node) -> str:
    return "kept" if is_kept(node) else "asked for again"


def time_passes(way: Way) -> bool | None:
    """Return whether time passes on a way, so that what is current is asked again; None for an answer or option."""
    return isinstance(way, Event) if isinstance(way, Event | Onward) else None


def arrival(library: Library, tree: str, way: Way) -> tuple[str, Node] | None:
    """Return the short name of the tree that a way leads to and the node it comes to, or None when it leads nowhere."""
    name: str | None = tree
    if isinstance(way.to, OtherTree):
        name = library.jump(tree, way.to)
    if name is None or not library.trees[name].nodes:
        return None
    there = library.trees[name]
    if isinstance(way.to, OtherTree):
        return there.id, there.start
    node = next((node for node in there.nodes if node.id == way.to), None)
    return None if node is None else (there.id, node)


def _trees(library: Library, collection: str) -> list[str]:
    return [name.partition("/")[2] for name in library.trees if name.startswith(f"{collection}/")]


def _asked(library: Library, collection: str) -> Iterator[tuple[str, Node]]:
    for tree in library.in_order(collection):
        for node in tree.nodes:
            if isinstance(node, ASKED):
                yield tree.id, node


@dataclass(frozen=True)
class Uncovered:
    """What no course covers, in the form of a row of the file of courses, with a sentence to read over."""

    id: str
    says: str
    fields: tuple[tuple[str, object], ...]

    def __str__(self) -> str:
        rows = (("id", self.id), ("says", self.says), *self.fields)
        return "\n".join(["[[course]]", *(f"{key} = {_toml(value)}" for key, value in rows)]) + "\n"


def _toml(value: object) -> str:
    """Return a text, a mark or a list of texts as TOML; JSON writes each of them in the same way."""
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)


def uncovered(library: Library, collection: str, courses: Iterable[Course | Lasting]) -> list[Uncovered]:
    """Return a row for what no course covers, the same ways to the same place in one.

    Every event, onward link and option, every jump of an answer, everything that a checklist shows, and every question
    with how long its answer lasts.
    """
    known = list(courses)
    covered = {(each.tree, start, each.by) for each in known if isinstance(each, Course) for start in each.starts}
    lasting = {question for each in known if isinstance(each, Lasting) for question in each.asked}
    taken = {each.id for each in known}
    groups: dict[tuple[object, ...], list[_Way]] = {}
    for tree in library.in_order(collection):
        for node, way in to_cover(tree.nodes):
            arrives = arrival(library, f"{collection}/{tree.id}", way)
            if (tree.id, node.id, way.code) not in covered and arrives is not None:
                found = _Way(tree, node, way, *arrives)
                groups.setdefault((tree.id, way.code, type(way), found.to, found.arrives.id), []).append(found)
    rows = [_row(library.trees[f"{collection}/{found[0].to}"], found, taken) for found in groups.values()]
    lasts: dict[tuple[str, bool], list[Node]] = {}
    for tree_id, node in _asked(library, collection):
        if node.id not in lasting:
            lasting.add(node.id)
            lasts.setdefault((tree_id, is_kept(node)), []).append(node)
    for (tree_id, kept), nodes in lasts.items():
        says = f"When time passes, the answer is {_lasts(nodes[0])}: {' '.join(title(node) for node in nodes)}"
        fields = (("asked", tuple(node.id for node in nodes)), ("kept", kept))
        rows.append(Uncovered(_free(f"{tree_id}_{'kept' if kept else 'asked_again'}", taken), says, fields))
    return rows


def ways_shown(node: Node) -> tuple[Way, ...]:
    """Return the ways out of a node; those of a checklist with one more, to what it shows in any case."""
    own = ways(node)
    if isinstance(node, Checklist) and node.always is not None:
        return (*own, Answer(ALWAYS, "In any case", to=node.always))
    return own


def to_cover(nodes: Sequence[Node]) -> Iterator[tuple[Node, Way]]:
    """Yield each way that a course has to cover: events, onward links, options, jumps of answers, and checklists.

    A patient may expect what several items show, so that a case does not tell which of them showed it.
    """
    for node in nodes:
        for way in ways_shown(node):
            if isinstance(way, Event | Onward | Option) or isinstance(way.to, OtherTree) or isinstance(node, Checklist):
                yield node, way


@dataclass(frozen=True)
class _Way:
    """A way that no course covers, out of a node of a tree, the tree it leads to and the node it comes to."""

    tree: Tree
    node: Node
    way: Way
    to: str
    arrives: Node


def _row(there: Tree, found: list[_Way], taken: set[str]) -> Uncovered:
    """Return one row for ways of one code that come to one place."""
    first, more = found[0], f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    passes, shown = time_passes(first.way), isinstance(first.arrives, OUTCOMES)
    says = (
        f"{first.tree.title}, “{title(first.node)}”{more}: “{first.way.says}” leads"
        f"{', as time passes,' if passes else ''} to “{there.title}”, which "
        f"{'shows' if shown else 'asks first'}: {title(first.arrives)}"
    )
    starts = tuple(each.node.id for each in found)
    fields: list[tuple[str, object]] = [("tree", first.tree.id), ("from", starts), ("by", first.way.code)]
    fields += [] if passes is None else [("time_passes", passes)]
    fields += [("leads_to", first.to), ("shows" if shown else "asks_first", first.arrives.id)]
    return Uncovered(_free(f"{first.tree.id}_{first.way.code}", taken), says, tuple(fields))


def _free(wanted: str, taken: set[str]) -> str:
    """Return an id that no course has yet, and take it."""
    name, count = wanted, 1
    while name in taken:
        count += 1
        name = f"{wanted}_{count}"
    taken.add(name)
    return name
