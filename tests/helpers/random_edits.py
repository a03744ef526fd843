"""Edits of small trees, picked by chance from a seed: what a person may do to a file of a tree."""

from collections.abc import Callable
from dataclasses import replace

from helpers.random_trees import CODES, FEWEST_WAYS, Maker, Trees, library
from helpers.small import answer, quote

from trees.core.branches import Event, OtherTree
from trees.core.check import walkable
from trees.core.doses import DailyDose
from trees.core.nodes import (
    CURRENT,
    OUTCOMES,
    Action,
    AdviceAgainst,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Node,
    Question,
    Treatment,
    ways,
)

Edit = Callable[[Maker, Trees, str], Trees | None]
EDITS: dict[str, Edit] = {}


def edited(make: Maker, trees: Trees, edits: int) -> Trees:
    """Return trees with some edits by which they can still be walked."""
    while edits:
        name = make.pick(trees)
        other = EDITS[make.pick(EDITS)](make, trees, name)
        if other is not None and other != trees and not walkable(library(other)):
            trees = other
            edits -= 1
    return trees


def edit(function: Edit) -> Edit:
    EDITS[function.__name__] = function
    return function


def everywhere(trees: Trees, old: Node, change: Callable[[Node], Node]) -> Trees:
    """Return trees in which a question is changed wherever it stands."""
    return {name: tuple(change(node) if node.id == old.id else node for node in nodes) for name, nodes in trees.items()}


def instead(trees: Trees, name: str, old: Node, *new: Node) -> Trees:
    nodes = [each for node in trees[name] for each in (new if node is old else (node,))]
    return {**trees, name: tuple(nodes)}


def of_kind(make: Maker, trees: Trees, name: str, *kinds: type) -> Node | None:
    found = [node for node in trees[name] if isinstance(node, kinds)]
    return make.pick(found) if found else None


def with_way(node: Node, old: object, new: object | None) -> Node:
    """Return a node with another way out of it, or without it."""
    changes = {}
    for field in ("answers", "bands", "items", "options", "then"):
        if hasattr(node, field):
            kept = (new if way is old else way for way in getattr(node, field))
            changes[field] = tuple(way for way in kept if way is not None)
    for field in ("none", "unknown"):
        if new is not None and getattr(node, field, None) is old:
            changes[field] = new
    return replace(node, **changes)


@edit
def target(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = make.pick([node for node in trees[name] if ways(node)])
    way = make.pick(ways(node))
    to = make.target([each.id for each in trees[name]], [each for each in trees if each != name])
    return instead(trees, name, node, with_way(node, way, replace(way, to=to)))


@edit
def dose(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Treatment)
    return node and instead(trees, name, node, replace(node, dose=DailyDose(mg=make.pick((100, 200, 300)))))


@edit
def strength(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, *OUTCOMES)
    because = quote("so it says here", strength=make.pick((None, "may", "must")))
    return node and instead(trees, name, node, replace(node, because=because))


@edit
def kind_of_outcome(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Action, AdviceAgainst, Treatment)
    return node and instead(trees, name, node, AdviceAgainst(node.id, says="Not that", then=node.then))


@edit
def words_of_outcome(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Action, AdviceAgainst, LeftOpen)
    return node and instead(trees, name, node, replace(node, says=make.pick(("Wait", "WAIT!", "Look again", "Go"))))


@edit
def words_of_question(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Question, Measure, Checklist)
    return node and everywhere(trees, node, lambda each: replace(each, asks=f"And {each.asks}"))


@edit
def answer_gone(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Question)
    if node is None or len(node.answers) < FEWEST_WAYS:
        return None
    code = node.answers[0].code
    return everywhere(trees, node, lambda each: with_way(each, each.answers[0], None) if code else each)


@edit
def answer_new(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Question)
    code = make.pick(CODES)
    if node is None or code in [way.code for way in node.answers]:
        return None
    return everywhere(
        trees, node, lambda each: replace(each, answers=(*each.answers, answer(code, each.answers[0].to)))
    )


@edit
def item_gone(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Checklist)
    return instead(trees, name, node, replace(node, items=node.items[1:])) if node and len(node.items) > 1 else None


@edit
def always(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Checklist)
    ends = [each.id for each in trees[name] if isinstance(each, OUTCOMES)]
    return node and instead(trees, name, node, replace(node, always=make.pick((None, *ends))))


@edit
def option_gone(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Choice)
    return (
        instead(trees, name, node, replace(node, options=node.options[1:])) if node and len(node.options) > 1 else None
    )


@edit
def edge(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Measure)
    if node is None:
        return None
    at = make.pick((2, 2.5, 3, 5))
    at_most = make.pick((True, False))

    def moved(each: Measure) -> Measure:
        low, high = each.bands
        ends = {"at_most": at, "below": None} if at_most else {"at_most": None, "below": at}
        begins = {"above": at, "at_least": None} if at_most else {"above": None, "at_least": at}
        return replace(each, bands=(replace(low, **ends), replace(high, **begins)))

    return everywhere(trees, node, moved)


@edit
def range_or_step(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Measure)
    field, value = make.pick((("lowest", 0.5), ("lowest", 1.5), ("highest", 7), ("highest", 12), ("step", 0.25)))
    return node and everywhere(trees, node, lambda each: replace(each, **{field: value}))


@edit
def unit(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Measure)
    return node and everywhere(trees, node, lambda each: replace(each, unit="mm"))


@edit
def asked_of_another_kind(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Measure)
    if node is None:
        return None

    def other(each: Measure) -> Question:
        answers = (answer("yes", each.bands[0].to), answer("no", each.bands[1].to), each.unknown)
        return Question(each.id, asks=each.asks, means="m", lasts=CURRENT, answers=answers)

    return everywhere(trees, node, other)


@edit
def asked_first(make: Maker, trees: Trees, name: str) -> Trees | None:
    first = trees[name][0]
    ends = [each.id for each in trees[name] if isinstance(each, OUTCOMES)]
    new = Question(
        make.name("new"),
        asks=f"new {make.made}?",
        means="m",
        lasts=CURRENT,
        answers=(answer("yes", first.id), answer("no", make.pick(ends)), answer("unknown", first.id)),
    )
    return {**trees, name: (new, *trees[name])}


@edit
def asked_between(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Question)
    if node is None:
        return None
    way = make.pick(node.answers)
    ends = [each.id for each in trees[name] if isinstance(each, OUTCOMES)]
    new = Question(
        make.name("new"),
        asks=f"new {make.made}?",
        means="m",
        lasts=CURRENT,
        answers=(answer("yes", way.to), answer("unknown", make.pick(ends))),
    )
    return instead(trees, name, node, with_way(node, way, replace(way, to=new.id)), new)


@edit
def no_longer_asked(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, Question, Measure)
    if node is None or len(trees[name]) < FEWEST_WAYS + 1:
        return None
    to = make.pick(ways(node)).to
    left = []
    for each in trees[name]:
        if each is node:
            continue
        for way in ways(each):
            if way.to == node.id:
                each = with_way(each, next(own for own in ways(each) if own.code == way.code), replace(way, to=to))
        left.append(each)
    return {**trees, name: tuple(left)} if isinstance(to, str) or node is not trees[name][0] else None


@edit
def order_of_nodes(make: Maker, trees: Trees, name: str) -> Trees | None:
    first, *rest = trees[name]
    make.chance.shuffle(rest)
    return {**trees, name: (first, *rest)}


@edit
def event_gone(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, *OUTCOMES)
    return node and instead(trees, name, node, replace(node, then=node.then[1:]))


@edit
def event_new(make: Maker, trees: Trees, name: str) -> Trees | None:
    node = of_kind(make, trees, name, *OUTCOMES)
    if node is None:
        return None
    way = Event(
        "again", "Again", to=make.target([each.id for each in trees[name]], [each for each in trees if each != name])
    )
    return (
        None
        if any(each.code == "again" for each in node.then)
        else instead(trees, name, node, replace(node, then=(*node.then, way)))
    )


@edit
def second_part_in_a_tree_of_its_own(make: Maker, trees: Trees, name: str) -> Trees | None:
    """What a question leads to alone is moved to a new tree, and a jump leads there."""
    node = of_kind(make, trees, name, Question, Measure, Choice)
    if node is None or node is trees[name][0] or len(trees) > FEWEST_WAYS:
        return None
    nodes = {each.id: each for each in trees[name]}
    moved, todo = {node.id}, [node.id]
    while todo:
        for way in ways(nodes[todo.pop()]):
            if isinstance(way.to, str) and way.to not in moved:
                moved.add(way.to)
                todo.append(way.to)
    moved |= {always for each in list(moved) if (always := getattr(nodes[each], "always", None))}
    new = f"{name}_two"
    stays = []
    for each in trees[name]:
        if each.id in moved:
            continue
        for way in ways(each):
            if way.to == node.id:
                own = next(own for own in ways(each) if own.code == way.code)
                each = with_way(each, own, replace(way, to=OtherTree(new)))
        stays.append(each)
    return {**trees, name: tuple(stays), new: (node, *(each for each in trees[name] if each.id in moved - {node.id}))}
