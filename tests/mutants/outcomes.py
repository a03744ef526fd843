"""Facts of an outcome: what kind of thing it is, what it rests on, and what follows."""

from dataclasses import fields, replace

from mutants.mutant import Mutants, few, mutant, with_field, without
from mutants.parts import DROPPED, Parts, trees_with_nodes
from trees.core.branches import Event, Onward
from trees.core.nodes import ASKED, CURRENT, FIXED, OUTCOMES, TALK, Action, ActionKind, AdviceAgainst, Checklist, Ending

OTHER_KINDS = 2


def of_actions(parts: Parts) -> Mutants:
    """Every kind of action for another, advice against something as advice for it, and the other way round."""
    for name, _, node in trees_with_nodes(parts):
        if not isinstance(node, Action | AdviceAgainst):
            continue
        same = {each.name: getattr(node, each.name) for each in fields(Ending)} | {"says": node.says}
        if isinstance(node, AdviceAgainst):
            yield mutant(parts, "advice against", node, "", "to an action", {id(node): Action(kind=TALK, **same)})
            continue
        yield mutant(parts, "action", node, "", "to advice against", {id(node): AdviceAgainst(**same)})
        others = [kind for kind in ActionKind if kind is not node.kind]
        for kind in few(f"{name}#{node.id} kind", others, OTHER_KINDS):
            yield with_field(parts, "kind of action", node, "kind", kind)


def of_support(parts: Parts) -> Mutants:
    """Every trial, difference between sources and note of what changed since taken from its outcome; notes swapped."""
    for name, _, node in trees_with_nodes(parts):
        if not isinstance(node, OUTCOMES):
            continue
        for index, trial in enumerate(node.evidence):
            left = without(node.evidence, index)
            yield with_field(parts, "trial dropped", node, "evidence", left, f"{trial.id} dropped")
        for index, difference in enumerate(node.differs):
            left = without(node.differs, index)
            yield with_field(parts, "difference dropped", node, "differs", left, f"{difference.id} dropped")
        others = list(parts.library.since.get(name.partition("/")[0], {}).values())
        for index, note in enumerate(node.since):
            left = without(node.since, index)
            yield with_field(parts, "note of what changed since dropped", node, "since", left, f"{note.id} dropped")
            for other in few(f"{name}#{node.id} since {note.id}", [each for each in others if each not in node.since]):
                swapped = (*node.since[:index], other, *node.since[index + 1 :])
                what = f"{note.id} to {other.id}"
                yield with_field(parts, "another note of what changed since", node, "since", swapped, what)


def of_time(parts: Parts) -> Mutants:
    """Every event as an onward link and the other way round, and every question fixed or current, here and all over."""
    stands: dict[tuple[str, str], list[object]] = {}
    for name, _, node in trees_with_nodes(parts):
        if isinstance(node, ASKED):
            stands.setdefault((name.partition("/")[0], node.id), []).append(node)
        for way in node.then if isinstance(node, OUTCOMES) else ():
            other = (Onward if isinstance(way, Event) else Event)(way.code, way.says, to=way.to, place=way.place)
            what = "event to onward link" if isinstance(way, Event) else "onward link to event"
            yield mutant(parts, "event or onward", way, "", what, {id(way): other})
    for nodes in stands.values():
        others = {id(node): replace(node, lasts=CURRENT if node.lasts is FIXED else FIXED) for node in nodes}
        for node in nodes:
            what = f"to {others[id(node)].lasts.value}"
            yield mutant(parts, "fixed or current", node, "lasts", what, {id(node): others[id(node)]})
        if len(nodes) > 1:
            yield mutant(parts, "fixed or current", nodes[0], "lasts", f"{what} in every tree", others)


def of_nodes(parts: Parts) -> Mutants:
    """Every node taken out, and what a checklist shows in any case taken out or another outcome."""
    for name, tree, node in trees_with_nodes(parts):
        yield mutant(parts, "node dropped", node, "", "dropped", {id(node): DROPPED})
        if isinstance(node, Checklist) and node.always is not None:
            yield with_field(parts, "shown in any case", node, "always", None, "dropped")
            others = [each.id for each in tree.nodes if isinstance(each, OUTCOMES) and each.id != node.always]
            for other in few(f"{name}#{node.id} always", others):
                yield with_field(parts, "shown in any case", node, "always", other)
