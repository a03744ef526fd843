"""The shape of a tree: ids, targets, forks, what is reached, and no way round without an event."""

from collections import Counter
from collections.abc import Iterator, Sequence

from trees.core.branches import OtherTree, To, Way
from trees.core.library import Library
from trees.core.nodes import NONE, OUTCOMES, UNKNOWN, Checklist, Choice, Measure, Node, Question, Treatment, Tree, ways
from trees.core.place import Part, Problem, did_you_mean, listed, not_plain
from trees.core.tokens import holds


def ids_are_plain_names(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """An id or a code is small letters, digits and single underscores, since it stands in addresses."""
    for part in (tree, *tree.nodes, *(way for node in tree.nodes for way in ways(node))):
        key = part.code if isinstance(part, Way) else part.id
        odd = not_plain(key)
        if odd:
            yield Problem(part.place, odd)


def trees_have_nodes(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A tree begins with its first node."""
    if not tree.nodes:
        yield Problem(tree.place, f"the tree '{tree.id}' has no nodes.")


def ids_are_unique(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """No two nodes share an id."""
    count = Counter(node.id for node in tree.nodes)
    first: set[str] = set()
    for node in tree.nodes:
        if count[node.id] > 1 and node.id in first:
            yield Problem(node.place, f"there is a node '{node.id}' already. Give this one another id.")
        first.add(node.id)


def codes_are_unique(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """No two answers of a question, or ways out of a node, share a code or their words."""
    for node in tree.nodes:
        seen: set[str] = set()
        said: set[str] = set()
        for way in ways(node):
            if way.code in seen:
                yield Problem(way.place, f"'{node.id}' has '{way.code}' twice.")
            elif way.says.casefold() in said:
                yield Problem(way.place, f"'{node.id}' says '{way.says}' twice. A reader cannot tell the two apart.")
            seen.add(way.code)
            said.add(way.says.casefold())


def every_way_leads_somewhere(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """Every way names a node of the tree, or another tree."""
    ids = {node.id for node in tree.nodes}
    targets: list[tuple[Part, To]] = [(way, way.to) for node in tree.nodes for way in ways(node)]
    targets += [(node, node.always) for node in tree.nodes if isinstance(node, Checklist) and node.always is not None]
    collection = name.partition("/")[0]
    for part, to in targets:
        if isinstance(to, OtherTree):
            if library.jump(name, to) is None and not _unread(library, collection, to):
                known = [tree.id for tree in library.in_order(collection)] if collection in library.collections else []
                text = f"there is no tree '{to.name}' in this collection.{did_you_mean(to.name, known)}"
                yield Problem(to.place, text)
        elif to not in ids:
            a_tree = library.jump(name, OtherTree(to)) or f"{collection}/{to}" in library.unread
            hint = f' There is a tree of that name: OtherTree("{to}").' if a_tree else did_you_mean(to, ids)
            yield Problem(part.place.of("to"), f"there is no node '{to}'.{hint}")


def _unread(library: Library, collection: str, to: OtherTree) -> bool:
    return to.name in library.unread or f"{collection}/{to.name}" in library.unread


def every_question_offers_not_known(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A question has an answer for "not known", by the code 'unknown'."""
    for node in tree.nodes:
        if isinstance(node, Question) and all(answer.code != UNKNOWN for answer in node.answers):
            yield Problem(node.place, f"'{node.id}' has no answer for not known. Add one with the code '{UNKNOWN}'.")
        if isinstance(node, Measure | Checklist) and node.unknown.code != UNKNOWN:
            yield Problem(
                node.unknown.place, f"the answer for not known has the code '{UNKNOWN}', not '{node.unknown.code}'."
            )
        if isinstance(node, Checklist) and node.none.code != NONE:
            yield Problem(
                node.none.place, f"the answer for none of these has the code '{NONE}', not '{node.none.code}'."
            )


def every_fork_forks(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """A question or a choice has at least two ways on, and they do not all lead to one place."""
    for node in tree.nodes:
        if not isinstance(node, Question | Measure | Checklist | Choice):
            continue
        on: Sequence[Way] = node.items if isinstance(node, Checklist) else ways(node)
        if len(on) < (1 if isinstance(node, Checklist) else 2):
            fewest = "one item" if isinstance(node, Checklist) else "two ways on"
            yield Problem(node.place, f"'{node.id}' needs at least {fewest}.")
        elif not isinstance(node, Checklist) and len({_target(way.to) for way in on}) == 1:
            yield Problem(node.place, f"all ways on from '{node.id}' lead to '{_target(on[0].to)}'. Then why ask?")


def _target(to: To) -> str:
    return to if isinstance(to, str) else to.name


def checklists_show_outcomes(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """What a checklist leads to is an outcome of its tree, since several may be shown at once."""
    outcomes = {node.id for node in tree.nodes if isinstance(node, OUTCOMES)}
    ids = {node.id for node in tree.nodes}
    for node in tree.nodes:
        if isinstance(node, Checklist):
            for way in ways(node):
                if isinstance(way.to, OtherTree) or way.to in ids - outcomes:
                    text = (
                        f"'{way.code}' of '{node.id}' leads to '{_target(way.to)}', which is no outcome of this tree."
                    )
                    yield Problem(way.place.of("to"), text)
            if node.always in ids - outcomes:
                yield Problem(node.place.of("always"), f"'{node.always}' is shown always, and is no outcome.")


def every_node_is_reached(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """No node is left behind by an edit."""
    seen = reached(tree) if tree.nodes else set()
    for node in tree.nodes:
        if node.id not in seen:
            yield Problem(node.place, f"nothing leads to '{node.id}'.")


def reached(tree: Tree) -> set[str]:
    """Return the ids of the nodes that something leads to from the start of a tree, an event included."""
    nodes = {node.id: node for node in tree.nodes}
    seen: set[str] = set()
    todo = [tree.start.id]
    while todo:
        node = nodes[todo.pop()]
        if node.id not in seen:
            seen.add(node.id)
            todo += [way.to for way in ways(node) if isinstance(way.to, str)]
            if isinstance(node, Checklist) and node.always is not None:
                todo.append(node.always)
    return seen


def no_way_leads_round(library: Library) -> Iterator[Problem]:
    """A way that comes back to where it was passes an outcome and its event, in one tree or over several."""
    nodes: dict[tuple[str, str], Node] = {
        (name, node.id): node for name, tree in library.trees.items() for node in tree.nodes
    }
    done: set[tuple[str, str]] = set()
    for start in nodes:
        if start in done:
            continue
        trail: list[tuple[str, str]] = [start]
        steps = [_steps(library, start, nodes)]
        on_trail = {start}
        while trail:
            step = next(steps[-1], None)
            if step is None:
                here = trail.pop()
                steps.pop()
                on_trail.discard(here)
                done.add(here)
                continue
            way, target = step
            if target in on_trail:
                circle = [node_id for _, node_id in trail[trail.index(target) :]]
                text = f"{listed(circle)} lead round in a circle with no event. Let time pass: use an Event."
                if len(circle) == 1:
                    text = f"'{circle[0]}' leads back to itself with no event. Let time pass: use an Event."
                yield Problem(way.place, text)
            elif target not in done:
                trail.append(target)
                on_trail.add(target)
                steps.append(_steps(library, target, nodes))


def _steps(
    library: Library, at: tuple[str, str], nodes: dict[tuple[str, str], Node]
) -> Iterator[tuple[Way, tuple[str, str]]]:
    """Yield each way that the walker takes by itself, with where it leads; it stops at an outcome and a checklist."""
    for way in () if isinstance(nodes[at], (*OUTCOMES, Checklist)) else ways(nodes[at]):
        if isinstance(way.to, str):
            yield way, (at[0], way.to)
        else:
            other = library.jump(at[0], way.to)
            if other is not None and library.trees[other].nodes:
                yield way, (other, library.trees[other].start.id)


def options_lead_to_the_drug_they_name(library: Library, name: str, tree: Tree) -> Iterator[Problem]:
    """An option that names drugs leads to none but these."""
    treatments = {node.id: node for node in tree.nodes if isinstance(node, Treatment)}
    for node in tree.nodes:
        for option in node.options if isinstance(node, Choice) else ():
            reached = treatments.get(option.to) if isinstance(option.to, str) else None
            if reached is None:
                continue
            named = [drug for drug in library.drugs.values() if any(holds(option.says, each) for each in drug.names)]
            if named and reached.drug not in named:
                called = listed([drug.name for drug in named])
                text = f"the option '{option.code}' of '{node.id}' names {called}, and leads to {reached.drug.name}."
                yield Problem(option.place.of("to"), text)
