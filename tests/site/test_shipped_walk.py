"""The script that walks in a reader's browser says what `trees walk` says, on every path and on random answers."""

import random
import subprocess
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from helpers.browser import MODULES
from helpers.present import absent
from helpers.shipped_walk import NODE, Pairs, put

from trees.core.branches import OtherTree, Way
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Measure, Node, ways
from trees.core.paths import paths
from trees.core.walk import Walk, WalkError, walk

INPUTS = 100_000
TERSER = MODULES / "terser" / "bin" / "terser"
Put = tuple[str, str, Pairs]
NONSENSE = (
    *("", " ", "0", "-1", "1e999", "nan", "inf", "2,5", "2.5.1", "0x10", "1_0", "٣", "۲.۵", "2 cm", "\ufeff2", "\x1f2"),
    *("yes ", "YES", "yes,no", ",", "none,unknown", "unknown,none", "%00", "<script>"),
    *("__proto__", "constructor", "toString", "hasOwnProperty"),
)


def python_says(library: Library, given: Put) -> Any:
    """Return what the walker of the project says, in the form in which the script is asked."""
    collection, tree, answers = given
    try:
        walked = walk(library, f"{collection}/{tree}", answers)
    except WalkError as error:
        return {"refused": str(error)}
    return as_data(walked)


def as_data(walked: Walk) -> list[Any]:
    steps = [
        [step.tree.partition("/")[2], step.node.id, [way.code for way in step.ways], step.number]
        for step in walked.steps
    ]
    outcomes = [each.node.id for each in walked.outcomes]
    asks = walked.asks.id if walked.asks else None
    return [walked.tree.partition("/")[2], steps, outcomes, asks, sorted(walked.unused)]


def refused(said: Any) -> bool:
    return isinstance(said, dict)


def every_path(library: Library) -> list[Put]:
    """Return the answers of every path of every tree, from the start of its tree; an event is reached first."""
    found = []
    for name, tree in library.full_names():
        collection, _, short = name.partition("/")
        to_outcome: dict[str, list[Pairs]] = {}
        every = list(paths(tree))
        for path in every:
            answers = [(node.id, way.code) for node, way in path.steps]
            if path.after is None:
                to_outcome.setdefault(getattr(path.end, "id", ""), []).append(answers)
        for path in every:
            answers = [(node.id, way.code) for node, way in path.steps]
            if path.after is None:
                found.append((collection, short, answers))
                continue
            node, way = path.after
            before = ([*first, (node.id, way.code), *answers] for first in to_outcome[node.id])
            fits = (each for each in before if not refused(python_says(library, (collection, short, each))))
            found.append((collection, short, next(fits)))
    return found


def test_the_script_leads_along_every_path_of_every_tree_as_trees_walk_does(site: Path, library: Library) -> None:
    every = every_path(library)
    ends = set()
    for given, said in zip(every, put(site, every), strict=True):
        assert said == python_says(library, given), given
        ends |= {(given[0], outcome) for outcome in said[2]}
    outcomes = {
        (name.partition("/")[0], node.id)
        for name, tree in library.full_names()
        for node in tree.nodes
        if isinstance(node, OUTCOMES)
    }
    assert ends == outcomes


class Patients:
    """Random patients: some well answered, some not answered to the end, some with nonsense among the answers."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.chance = random.Random(20170517)
        self.every = every_path(library)
        self.nodes: dict[str, dict[str, Node]] = {}
        self.by_tree: dict[tuple[str, str], list[Pairs]] = {}
        for name, tree in library.full_names():
            self.nodes.setdefault(name.partition("/")[0], {}).update({node.id: node for node in tree.nodes})
        for collection, tree, answers in self.every:
            self.by_tree.setdefault((collection, tree), []).append(answers)

    def __iter__(self) -> Iterator[Put]:
        while True:
            collection, tree, answers = self.chance.choice(self.every)
            given = [(key, self.another(collection, key, value)) for key, value in answers]
            while self.chance.random() < 0.4:
                given += self.more(collection, tree, given)
            yield collection, tree, self.spoilt(collection, given)

    def another(self, collection: str, key: str, value: str) -> str:
        """Return the same answer as a reader may give it: a number in the band, several items of a checklist."""
        node = self.nodes[collection][key]
        if isinstance(node, Measure) and self.chance.random() < 0.7:
            number = self.chance.choice([round(self.chance.uniform(node.lowest, node.highest), 2), *self.edges(node)])
            return self.chance.choice([repr(number), f"{number:g}", f"+{number}", f" {number} ", f"{number:e}"])
        if isinstance(node, Checklist) and self.chance.random() < 0.5:
            codes = [item.code for item in node.items]
            return ",".join(self.chance.sample(codes, self.chance.randint(1, len(codes))))
        return value

    def edges(self, node: Measure) -> list[float]:
        """Return the numbers at which a measure changes its band, and those one step beside them."""
        found = (each for band in node.bands for each in (band.at_least, band.above, band.at_most, band.below))
        return [edge + step for edge in found if edge is not None for step in (-node.step, 0.0, node.step)]

    def more(self, collection: str, tree: str, given: Pairs) -> Pairs:
        """Return an event after the outcome that the answers lead to, and answers to the tree it leads into."""
        said = python_says(self.library, (collection, tree, given))
        if refused(said) or not said[2]:
            return []
        node = self.nodes[collection][self.chance.choice(said[2])]
        if not ways(node):
            return []
        way: Way = self.chance.choice(ways(node))
        into = self.library.jump(f"{collection}/{said[0]}", way.to) if isinstance(way.to, OtherTree) else None
        known = self.by_tree.get((collection, (into or "").partition("/")[2]), [[]])
        return [(node.id, way.code), *self.chance.choice(known)]

    def spoilt(self, collection: str, given: Pairs) -> Pairs:
        """Return the answers with none or some of them changed, left out, moved, said twice, or made nonsense."""
        given = list(given)
        for _ in range(self.chance.choice([0, 0, 0, 1, 1, 2, 4])):
            at = self.chance.randrange(len(given) + 1)
            match self.chance.randrange(6):
                case 0:
                    given[at : at + 1] = []
                case 1:
                    given.insert(at, self.chance.choice(given or [("", "")]))
                case 2:
                    self.chance.shuffle(given)
                case 3:
                    key = self.chance.choice([*self.nodes[collection], *NONSENSE])
                    given.insert(at, (key, self.chance.choice(NONSENSE)))
                case 4 if at < len(given):
                    given[at] = (given[at][0], self.chance.choice(NONSENSE))
                case _:
                    key = self.chance.choice([*self.nodes[collection]])
                    codes = [way.code for way in ways(self.nodes[collection][key])]
                    given.insert(at, (key, self.chance.choice(codes or ["yes"])))
        return given


def test_the_script_says_what_trees_walk_says_on_a_hundred_thousand_random_answers(
    site: Path, library: Library
) -> None:
    inputs = list(islice(Patients(library), INPUTS))
    kinds = dict.fromkeys(("refused", "outcomes", "asks", "unused", "long"), 0)
    for given, said in zip(inputs, put(site, inputs), strict=True):
        ours = python_says(library, given)
        if refused(said) or refused(ours):
            assert refused(said) == refused(ours), (given, said, ours)
            kinds["refused"] += 1
            continue
        assert said == ours, given
        kinds["outcomes"] += bool(said[2])
        kinds["asks"] += said[3] is not None
        kinds["unused"] += bool(said[4])
        kinds["long"] += len(said[1]) > 6
    assert all(count > INPUTS / 50 for count in kinds.values()), kinds


@pytest.mark.parametrize("tree", ["no_such_tree", "__proto__", "constructor", ""])
def test_the_script_refuses_a_tree_that_is_not_there(site: Path, tree: str) -> None:
    assert all(refused(said) for said in put(site, [("example", tree, [])]))


def test_the_scripts_of_the_walk_are_at_most_12_000_bytes_when_minified(site: Path) -> None:
    if not TERSER.is_file():
        absent("terser is absent: run `make test`, which gets it from npm")
    sizes = {}
    for name in ("walk.js", "walk_mark.js", "walker.js"):
        done = subprocess.run([NODE, TERSER, site / "js" / name, "-c", "-m"], capture_output=True, check=True)
        sizes[name] = len(done.stdout)
    assert all(sizes.values())
    assert sum(sizes.values()) <= 12_000, sizes
