"""Where ways lead: every target, every pair of ways, and every way left out."""

import itertools
from dataclasses import replace

from mutants.mutant import Mutants, few, mutant, with_field
from mutants.parts import DROPPED, Parts, trees_with_nodes
from trees.core.branches import OtherTree, To
from trees.core.evidence import NOT_STATED
from trees.core.nodes import OUTCOMES, Checklist, Choice, Measure, ways


def of_targets(parts: Parts) -> Mutants:
    """Every way to other nodes of its tree, and every jump to other trees of its collection."""
    for name, tree, node in trees_with_nodes(parts):
        trees = [each.id for each in parts.library.in_order(name.partition("/")[0])]
        for way in ways(node):
            key = f"{name}#{node.id}={way.code}"
            others: list[To] = [each.id for each in tree.nodes if each.id not in (way.to, node.id)]
            for other in few(f"{key} node", others):
                yield with_field(parts, "target", way, "to", other)
            if isinstance(way.to, OtherTree):
                jumps = [each for each in trees if each not in (target(way.to), tree.id)]
                for other in few(f"{key} tree", jumps):
                    yield with_field(parts, "jump", way, "to", replace(way.to, name=other))


def of_pairs(parts: Parts) -> Mutants:
    """Every two ways out of a node, led to each other's place."""
    for _, _, node in trees_with_nodes(parts):
        kind = "pair of what follows" if isinstance(node, OUTCOMES) else "pair of answers"
        for one, other in itertools.combinations(ways(node), 2):
            if target(one.to) != target(other.to):
                swapped = {id(one): replace(one, to=other.to), id(other): replace(other, to=one.to)}
                yield mutant(parts, kind, one, "to", f"swapped with that of {other.code}", swapped)


def of_ways(parts: Parts) -> Mutants:
    """Every answer, band, item, option, event and onward link left out, and what the source says of an order."""
    for _, _, node in trees_with_nodes(parts):
        # A measure and a checklist cannot be written without these.
        kept = {Measure: 1, Checklist: 2}.get(type(node), 0)
        out = ways(node)
        kind = "what follows dropped" if isinstance(node, OUTCOMES) else "answer dropped"
        for way in out[: len(out) - kept]:
            yield mutant(parts, kind, way, "", "dropped", {id(way): DROPPED})
        if isinstance(node, Choice) and node.order != NOT_STATED:
            yield with_field(parts, "order of a choice dropped", node, "order", NOT_STATED, "dropped")


def target(to: To) -> str:
    """Return the name of what a way leads to."""
    return to.name if isinstance(to, OtherTree) else to
