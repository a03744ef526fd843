"""Align the passages of two texts: which stand as they did, which were reworded, which are new, and which are gone.

Words count by how rare they are in the two texts together, so that a drug weighs more than "the". How much two passages
share is the mean of two shares: that of their words, and that of their pairs of neighboring words.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from trees.core.tokens import windows

Words = tuple[str, ...]
Test = Callable[[Words, Words], bool]

LEAST_SHARED = 0.4
"""Below this two passages are not taken for one that was reworded."""
LEAST_WITH_A_RUN = 0.2
"""The same where a long run of words stands in both."""
LEAST_WITHIN = 0.6
"""How much of a passage has to stand in another that it was joined into, or is a part of."""
LONG_RUN = 5
"""So many words in a row that stand in both tell a part as well, however much else is in it."""
NEARLY = 0.99
"""The most that passages share which are not the same."""
SHORTEST_PART = 4
"""Words of a part: fewer, such as those of a heading, stand anywhere."""


@dataclass(frozen=True)
class Pair:
    """What became of passages of the old text: those of the new one that they are, by their numbers from 0.

    Nothing on the left is new, nothing on the right is gone. `shared` is 1 where the words are the same.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    shared: float

    @property
    def same(self) -> bool:
        """Whether nothing has changed but the place."""
        return self.shared == 1


class Weights:
    """How much each word and each pair of neighbors counts."""

    def __init__(self, texts: Iterable[Words]) -> None:
        known = list(texts)
        self.count = len(known)
        self.standing: Counter[object] = Counter()
        for words in known:
            self.standing.update({*words, *pairs(words)})

    def of(self, bag: Mapping[object, int]) -> float:
        """Return the weight of a bag of words or pairs."""
        # In one order whatever the order of the bag: sums of fractions depend on it.
        return math.fsum(times * math.log1p(self.count / (1 + self.standing[each])) for each, times in bag.items())


def pairs(words: Words) -> list[tuple[str, str]]:
    """Return every two words that stand side by side."""
    return list(pairwise(words))


@dataclass
class _Bag:
    """A passage as it is compared."""

    words: Counter[object]
    pairs: Counter[object]
    weight: tuple[float, float] = (0, 0)


@dataclass
class Alignment:
    """The passages of two texts and what became of each. `pairs` are in the order of the old text, then of the new."""

    old: Sequence[Words]
    new: Sequence[Words]
    pairs: list[Pair] = field(default_factory=list)


def align(old: Sequence[Words], new: Sequence[Words]) -> Alignment:
    """Align two texts. The same texts give the same pairs, and swapped texts give the pairs swapped."""
    return _Aligner(old, new).aligned()


class _Aligner:
    def __init__(self, old: Sequence[Words], new: Sequence[Words]) -> None:
        self.old, self.new = old, new
        self.weights = Weights((*old, *new))
        self.of_old: dict[int, set[int]] = {}
        """The passages of the new text that one of the old is, and the other way round."""
        self.of_new: dict[int, set[int]] = {}
        self.bags: dict[Words, _Bag] = {}

    def aligned(self) -> Alignment:
        same = self._same()
        self._reworded({i for i, _ in same}, {j for _, j in same})
        found = [Pair((i,), (j,), 1.0) for i, j in same]
        met: set[int] = set()
        for i in sorted(self.of_old):
            if i not in met:
                left, right = self._group(i)
                met |= left
                found.append(Pair(tuple(sorted(left)), tuple(sorted(right)), self._of_runs(left, right)))
        known_old = {i for pair in found for i in pair.old}
        known_new = {j for pair in found for j in pair.new}
        found += [Pair((i,), (), 0) for i in range(len(self.old)) if i not in known_old]
        found += [Pair((), (j,), 0) for j in range(len(self.new)) if j not in known_new]
        return Alignment(self.old, self.new, sorted(found, key=lambda each: (each.old or (math.inf,), each.new)))

    def _same(self) -> list[tuple[int, int]]:
        """Return the passages that stand as they did: of those that stand several times, the first with the first."""
        places: dict[Words, list[int]] = {}
        for j, words in enumerate(self.new):
            places.setdefault(words, []).append(j)
        used: Counter[Words] = Counter()
        found = []
        for i, words in enumerate(self.old):
            if used[words] < len(places.get(words, ())):
                found.append((i, places[words][used[words]]))
                used[words] += 1
        return found

    def _reworded(self, same_old: set[int], same_new: set[int]) -> None:
        """Pair what is left by how much it shares, then take in what was parted from it or joined to it."""
        left = [i for i in range(len(self.old)) if i not in same_old]
        right = [j for j in range(len(self.new)) if j not in same_new]
        scored = [
            (shared, i, j)
            for i in left
            for j in right
            if self._alike(shared := self.shared(self.old[i], self.new[j]), self.old[i], self.new[j])
        ]
        for _, i, j in sorted(scored, key=lambda each: (-each[0], abs(each[1] - each[2]), each[1] + each[2])):
            if i not in self.of_old and j not in self.of_new:
                self._join(i, j)
        for test in (self._is_held, _share_a_run):
            while found := [*self._parted(right, test), *self._joined(left, test)]:
                for i, j in found:
                    self._join(i, j)

    # Both are looked for before either is taken in, so that it does not matter which text is the old one.
    def _parted(self, right: Sequence[int], test: Test) -> list[tuple[int, int]]:
        """Return each passage of the new text that is a part of an old one, with that one."""
        wholes = ((self._whole(self.new[j], j, self.of_new, test), j) for j in right if j not in self.of_new)
        return [(i, j) for i, j in wholes if i is not None]

    def _joined(self, left: Sequence[int], test: Test) -> list[tuple[int, int]]:
        """Return each passage of the old text that is a part of a new one, with that one."""
        wholes = ((i, self._whole(self.old[i], i, self.of_old, test)) for i in left if i not in self.of_old)
        return [(i, j) for i, j in wholes if j is not None]

    def _whole(self, words: Words, at: int, known: Mapping[int, set[int]], test: Test) -> int | None:
        """Return the passage of the other text that a part belongs to: one that a neighbor is already, and holds it."""
        other = self.old if known is self.of_new else self.new
        if len(words) < SHORTEST_PART:
            return None
        neighbors = [each for at_side in (at - 1, at + 1) for each in sorted(known.get(at_side, ()))]
        holding = [each for each in neighbors if test(words, other[each])]
        return max(holding, key=lambda each: self.within(words, other[each]), default=None)

    def _alike(self, shared: float, one: Words, other: Words) -> bool:
        return shared >= LEAST_SHARED or (shared >= LEAST_WITH_A_RUN and _share_a_run(one, other))

    def _is_held(self, part: Words, whole: Words) -> bool:
        return self.within(part, whole) >= LEAST_WITHIN

    def _join(self, i: int, j: int) -> None:
        self.of_old.setdefault(i, set()).add(j)
        self.of_new.setdefault(j, set()).add(i)

    def _group(self, i: int) -> tuple[set[int], set[int]]:
        """Return all passages that hang together with one of the old text."""
        left, right, todo = {i}, set[int](), [i]
        while todo:
            for j in self.of_old[todo.pop()] - right:
                right.add(j)
                todo += [each for each in self.of_new[j] if each not in left]
                left |= self.of_new[j]
        return left, right

    def _of_runs(self, left: Iterable[int], right: Iterable[int]) -> float:
        """Return how much several passages share; passages that were only parted or joined share nearly all."""
        one = tuple(word for i in sorted(left) for word in self.old[i])
        other = tuple(word for j in sorted(right) for word in self.new[j])
        # What is one passage in one text and two in the other is no longer the same, whatever its words.
        return min(self.shared(one, other), NEARLY)

    def shared(self, one: Words, other: Words) -> float:
        """Return how much two passages share, from 0 to 1."""
        a, b = self._bag(one), self._bag(other)
        of_words = self._dice(a.words, b.words, a.weight[0] + b.weight[0])
        return (of_words + self._dice(a.pairs, b.pairs, a.weight[1] + b.weight[1])) / 2

    def within(self, part: Words, whole: Words) -> float:
        """Return how much of one passage stands in another, from 0 to 1."""
        a, b = self._bag(part), self._bag(whole)
        return self.weights.of(a.words & b.words) / a.weight[0]

    def _dice(self, a: Counter[object], b: Counter[object], both: float) -> float:
        return 2 * self.weights.of(a & b) / both if both else 0

    def _bag(self, words: Words) -> _Bag:
        if words not in self.bags:
            made = _Bag(Counter(words), Counter(pairs(words)))
            made.weight = (self.weights.of(made.words), self.weights.of(made.pairs))
            self.bags[words] = made
        return self.bags[words]


def _share_a_run(one: Words, other: Words) -> bool:
    """Return whether a long run of words stands in both."""
    return not set(windows(one, LONG_RUN)).isdisjoint(windows(other, LONG_RUN))
