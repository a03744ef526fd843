"""What may be known of a patient in two editions: each answer of a question, and each stretch of a number."""

from collections.abc import Iterator
from dataclasses import dataclass

from trees.core import wording
from trees.core.diff.match import Matching, codes, one_fact
from trees.core.nodes import OUTCOMES, Measure, Node, ways


@dataclass(frozen=True)
class Known:
    """One answer to one question: its code in each edition, None where that one has no such answer; and its words."""

    asks: str
    says: str
    before: str | None
    after: str | None


class Facts:
    """Every question of two editions, by a name under which the answer to it is known in both."""

    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        self.offered: dict[str, list[Known]] = {}
        old = {matching.node(name): node for name, node in matching.before.nodes.items()}
        new = matching.after.nodes
        self.apart = {name for name in old if name in new and not one_fact(old[name], new[name])}
        for name in dict.fromkeys((*new, *old)):
            here, there = old.get(name), new.get(name)
            if name in self.apart:
                self._keep(f"{name}, before", list(answers(here, None)))
                self._keep(name, list(answers(None, there)))
            else:
                self._keep(name, list(answers(here, there)))
        self.bits = {name: 1 << at for at, name in enumerate(self.offered)}
        """Each question as one bit: many may be ahead of many places, and are kept for each."""

    def _keep(self, name: str, found: list[Known]) -> None:
        self.offered[name] = found

    def name(self, node_id: str, *, later: bool) -> str:
        """Return the name of a question, given its id in one of the editions."""
        if later:
            return node_id
        name = self.matching.node(node_id)
        return f"{name}, before" if name in self.apart else name


def answers(before: Node | None, after: Node | None) -> Iterator[Known]:
    """Yield every answer that a question has in one edition or in both, those of the later one first."""
    node = after or before
    if node is None or isinstance(node, OUTCOMES):
        return
    asks = wording.title(node)
    if isinstance(node, Measure):
        yield from stretches(asks, before, after)
        return
    if before is None or after is None:
        for way in ways(node):
            yield Known(asks, way.says, None if before is None else way.code, None if after is None else way.code)
        return
    said = {way.code: way.says for way in ways(before)} | {way.code: way.says for way in ways(after)}
    for old, new in codes(before, after):
        yield Known(asks, said[new or old or ""], old, new)


def stretches(asks: str, before: Node | None, after: Node | None) -> Iterator[Known]:
    """Yield the stretches of a number in which both editions know one band each, and the answer for not known."""
    found = [each for each in (before, after) if isinstance(each, Measure)]
    grid = min(each.step for each in found)
    edges = {edge for each in found for band in each.bands for edge in _edges(band)}
    edges |= {end for each in found for end in (each.lowest, each.highest)}
    near = {_on_the_grid(edge + shift) for edge in edges for shift in (-grid, 0.0, grid)}
    low, high = min(each.lowest for each in found), max(each.highest for each in found)
    runs: list[tuple[tuple[str | None, str | None], list[float]]] = []
    for number in sorted(each for each in near if low <= each <= high):
        held = (_band(before, number), _band(after, number))
        if not runs or runs[-1][0] != held:
            runs.append((held, []))
        runs[-1][1].append(number)
    for (old, new), numbers in runs:
        yield Known(asks, _range(numbers[0], numbers[-1], found[-1].unit), old, new)
    unknown = [each.unknown if isinstance(each, Measure) else None for each in (before, after)]
    says = next(each.says for each in reversed(unknown) if each is not None)
    yield Known(asks, says, *(each.code if each else None for each in unknown))


def _edges(band: object) -> Iterator[float]:
    values = (getattr(band, name) for name in ("at_least", "above", "at_most", "below"))
    return (each for each in values if each is not None)


def _on_the_grid(number: float) -> float:
    return float(f"{number:.12g}")


def _band(node: Node | None, number: float) -> str | None:
    if not isinstance(node, Measure) or not node.lowest <= number <= node.highest:
        return None
    return next((band.code for band in node.bands if band.holds(number)), None)


def _range(low: float, high: float, unit: str) -> str:
    one = wording.number(low)
    return f"{one} {unit}" if low == high else f"{one} to {wording.number(high)} {unit}"
