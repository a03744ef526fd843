"""Small trees made by chance from a seed: the same in every run."""

import random
from collections.abc import Callable
from dataclasses import replace

from helpers.small import DRUG, answer, library_of, quote

from trees.core.branches import Band, Event, Item, Onward, Option, OtherTree, To
from trees.core.doses import DailyDose
from trees.core.evidence import NOT_STATED
from trees.core.library import Library
from trees.core.nodes import (
    CURRENT,
    FIXED,
    WATCHING,
    Action,
    AdviceAgainst,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Node,
    Outcome,
    Question,
    Treatment,
)

Trees = dict[str, tuple[Node, ...]]
CODES = ("yes", "no", "partly", "once")
FEWEST_WAYS = 3


class Maker:
    """Makes trees, and edits of them, by one row of chances."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.made = 0

    def name(self, kind: str) -> str:
        self.made += 1
        return f"{kind}_{self.made}"

    def pick(self, of):
        return self.chance.choice(list(of))

    def outcome(self, ids: list[str], jumps: list[str]) -> Outcome:
        name = self.name("end")
        then = tuple(
            self.pick((Event, Onward))(code, f"{code} of {name}", to=self.target(ids, jumps))
            for code in self.chance.sample(("worse", "better"), self.pick((0, 0, 1, 2)))
        )
        because = quote("so it says here", strength=self.pick((None, "may", "should")))
        match self.pick(("treatment", "treatment", "action", "against", "open")):
            case "treatment":
                dose = DailyDose(mg=self.pick((100, 200)))
                return Treatment(name, drug=DRUG, dose=dose, because=because, then=then)
            case "action":
                return Action(name, kind=WATCHING, says=self.pick(("Wait", "Look again")), because=because, then=then)
            case "against":
                return AdviceAgainst(name, says="Not that", because=because, then=then)
            case _:
                return LeftOpen(name, leaves_open="What to do", says="Little.", would_decide="More.", then=then)

    def target(self, ids: list[str], jumps: list[str]) -> To:
        """Return a node, or now and then a jump."""
        return OtherTree(self.pick(jumps)) if jumps and self.chance.random() < 0.2 else self.pick(ids)

    def asked(self, kind: str, name: str, ids: list[str], ends: list[str], jumps: list[str]) -> Node:
        """Return a question of a kind that leads on to some of the nodes."""
        to = lambda: self.target(ids, jumps)  # noqa: E731
        match kind:
            case "measure":
                edge = self.pick((2, 3, 4))
                bands = (Band("low", "Low", below=edge, to=to()), Band("high", "High", at_least=edge, to=to()))
                more = {"unit": "cm", "lowest": 0.5, "highest": 9, "step": 0.5, "unknown": answer("unknown", to())}
                return Measure(name, asks=f"{name}?", means="m", lasts=CURRENT, bands=bands, **more)
            case "checklist":
                items = tuple(Item(code, code.title(), to=self.pick(ends)) for code in ("fever", "iron"))
                none, unknown = (answer(code, self.pick(ends)) for code in ("none", "unknown"))
                always = self.pick((None, *ends))
                return Checklist(
                    name,
                    asks=f"{name}?",
                    means="m",
                    lasts=FIXED,
                    items=items,
                    none=none,
                    unknown=unknown,
                    always=always,
                )
            case "choice":
                options = tuple(Option(code, code.title(), to=to()) for code in ("surgery", "drug"))
                return Choice(name, between=f"{name}?", options=options, order=NOT_STATED)
            case _:
                codes = (*CODES[: self.pick((1, 2))], "unknown")
                answers = tuple(answer(code, to()) for code in codes)
                return Question(name, asks=f"{name}?", means="m", lasts=CURRENT, answers=answers)

    def tree(self, asked: int, ends: int, jumps: list[str], known: list[Node]) -> tuple[Node, ...]:
        """Return a tree whose questions lead only further on; one of another tree may stand in it as well."""
        outcomes: list[Node] = []
        for _ in range(ends):
            outcomes.append(self.outcome([node.id for node in outcomes] or ["end_0"], []))
        end_ids = [node.id for node in outcomes]
        nodes: list[Node] = []
        for _ in range(asked):
            ids = [*end_ids, *(node.id for node in nodes)]
            if known and self.chance.random() < 0.4:
                same = known.pop()
                nodes.append(self.led(same, lambda ids=tuple(ids): self.target(ids, jumps)))
            else:
                kind = self.pick(("question", "question", "measure", "checklist", "choice"))
                nodes.append(self.asked(kind, self.name("ask"), ids, end_ids, jumps))
        nodes.reverse()
        ids = [*(node.id for node in nodes), *end_ids]
        return (*nodes, *(self.events(node, ids, jumps) for node in outcomes))

    def events(self, node: Outcome, ids: list[str], jumps: list[str]) -> Outcome:
        return replace(node, then=tuple(replace(way, to=self.target(ids, jumps)) for way in node.then))

    def led(self, node: Node, to: Callable[[], To]) -> Node:
        """Return a question whose answers lead elsewhere, as it may stand in another tree."""
        match node:
            case Measure():
                bands = tuple(replace(band, to=to()) for band in node.bands)
                return replace(node, bands=bands, unknown=replace(node.unknown, to=to()))
            case Question():
                return replace(node, answers=tuple(replace(way, to=to()) for way in node.answers))
            case _:
                raise TypeError(node)

    def trees(self) -> Trees:
        """Return two trees, the first of which leads to the second now and then."""
        third = self.tree(1, 2, [], [])
        second = self.tree(2, 2, ["w"], [])
        shared = [node for node in (*second, *third) if isinstance(node, Question | Measure)]
        self.chance.shuffle(shared)
        first = self.tree(3, 3, ["u", "w"], shared)
        return {"t": first, "u": second, "w": third}


def library(trees: Trees) -> Library:
    return library_of(**trees)
