"""A second walker, written from plain data alone, agrees with the first on thousands of random patients."""

import random

from trees.core.digest import plain
from trees.core.library import Library
from trees.core.walk import Walk, walk

Data = dict
Pairs = list[tuple[str, str]]
LISTS = {"Question": "answers", "Measure": "bands", "Checklist": "items", "Choice": "options"}
PATIENTS = 6_000


class Second:
    """Reads trees as dicts and lists, and shares no code with the walker of the project."""

    def __init__(self, library: Library, collection: str) -> None:
        self.trees: dict[str, dict[str, Data]] = {}
        for name, tree in library.trees.items():
            if name.split("/")[0] == collection:
                self.trees[name.split("/")[1]] = {node["id"]: node for node in plain(tree)["nodes"]}
        self.nodes = {key: node for tree in self.trees.values() for key, node in tree.items()}

    def ways(self, node: Data) -> list[Data]:
        """Every way out of a node."""
        ahead = list(node[LISTS[node["is"]]]) if node["is"] in LISTS else list(node["then"])
        return ahead + [node[key] for key in ("none", "unknown") if key in node]

    def codes(self, node: Data, value: str) -> list[str]:
        """The codes that a typed value stands for, in the order in which the tree lists them."""
        offered = [way["code"] for way in self.ways(node)]
        if node["is"] == "Measure" and value not in offered:
            number = float(value)
            fits = {
                "at_least": lambda edge: number >= edge,
                "above": lambda edge: number > edge,
                "at_most": lambda edge: number <= edge,
                "below": lambda edge: number < edge,
            }
            return [
                band["code"]
                for band in node["bands"]
                if all(band[key] is None or fit(band[key]) for key, fit in fits.items())
            ]
        return [code for code in offered if code in value.split(",")]

    def follow(self, tree: str, stretches: list[tuple[Pairs, tuple[str, str] | None]]) -> tuple:
        """Return tree, steps, outcomes, what is asked, and unused keys, for answers parted by events."""
        at, steps, known = next(iter(self.trees[tree])), [], {}
        used: set[str] = set()
        spare: set[str] = set()
        outcomes: list[str] = []
        asks = None
        for answers, event in stretches:
            for key, value in answers:
                known[key] = value
                used.discard(key)
            while True:
                node = self.trees[tree][at]
                outcomes, asks = [], None
                if node["is"] not in LISTS:
                    outcomes = [at]
                elif at not in known:
                    asks = at
                else:
                    used.add(at)
                    codes = self.codes(node, known[at])
                    steps.append((tree, at, codes))
                    targets = [way["to"] for way in self.ways(node) if way["code"] in codes]
                    if node["is"] != "Checklist":
                        tree, at = self.target(tree, targets[0])
                        continue
                    always = [node["always"]] if node["always"] else []
                    outcomes = list(dict.fromkeys(always + targets))
                break
            if event is None:
                break
            way = next(way for way in self.ways(self.trees[tree][event[0]]) if way["code"] == event[1])
            steps.append((tree, event[0], [event[1]]))
            if way["is"] == "Event":
                gone = {key for key in known if self.nodes[key].get("lasts") != "fixed"}
                spare |= gone - used
                known = {key: value for key, value in known.items() if key not in gone}
            tree, at = self.target(tree, way["to"])
        return tree, steps, outcomes, asks, spare | (set(known) - used)

    def target(self, tree: str, to: object) -> tuple[str, str]:
        """Return tree and node that a way leads to."""
        if isinstance(to, str):
            return tree, to
        name = to["name"].split("/")[-1]
        return name, next(iter(self.trees[name]))


def first(walked: Walk) -> tuple:
    """What the walker of the project says, in the same form."""
    steps = [(s.tree.split("/")[1], s.node.id, [way.code for way in s.ways]) for s in walked.steps]
    outcomes = [each.node.id for each in walked.outcomes]
    asks = walked.asks.id if walked.asks else None
    return walked.tree.split("/")[1], steps, outcomes, asks, set(walked.unused)


def random_value(node: Data, second: Second, chance: random.Random) -> str:
    if node["is"] == "Measure" and chance.random() < 0.7:
        edges = [
            e for b in node["bands"] for e in (b["at_least"], b["above"], b["at_most"], b["below"]) if e is not None
        ]
        near = [edge + sign * node["step"] for edge in edges for sign in (-1, 0, 1)]
        near = [number for number in near if node["lowest"] <= number <= node["highest"]]
        return repr(chance.choice([*near, node["lowest"], node["highest"]]))
    if node["is"] == "Checklist" and chance.random() < 0.7:
        items = [item["code"] for item in node["items"]]
        return ",".join(chance.sample(items, chance.randint(1, len(items))))
    return chance.choice([way["code"] for way in second.ways(node)])


def random_answers(second: Second, fixed: dict[str, str], chance: random.Random) -> Pairs:
    share = chance.choice([0.3, 0.7, 0.95, 1])
    answers = []
    for key, node in second.nodes.items():
        if node["is"] in LISTS and chance.random() < share:
            value = fixed.get(key) or random_value(node, second, chance)
            if node.get("lasts") == "fixed":
                fixed[key] = value
            answers.append((key, value))
    chance.shuffle(answers)
    return answers


def test_two_walkers_agree_on_thousands_of_random_patients(library: Library) -> None:
    chance = random.Random(20140225)
    seconds = {name: Second(library, name) for name in library.collections}
    outcomes = {
        (tree, key)
        for second in seconds.values()
        for tree, nodes in second.trees.items()
        for key, node in nodes.items()
        if node["is"] not in LISTS
    }
    reached: set[tuple[str, str]] = set()
    events = 0

    for number in range(PATIENTS):
        # Every other patient begins at a tree of which not every outcome has been reached.
        wanting = {tree for tree, _ in outcomes - reached} if number % 2 else set()
        full = chance.choice(sorted(name for name in library.trees if not wanting or name.split("/")[1] in wanting))
        collection, tree = full.split("/")
        second, fixed = seconds[collection], {}
        stretches = [(random_answers(second, fixed, chance), None)]
        said = second.follow(tree, stretches)
        while said[2] and len(stretches) < 5 and chance.random() < 0.8:
            reached |= {(said[0], outcome) for outcome in said[2]}
            outcome = chance.choice(said[2])
            ahead = second.ways(second.trees[said[0]][outcome])
            if not ahead:
                break
            way = chance.choice(ahead)
            stretches[-1] = (stretches[-1][0], (outcome, way["code"]))
            # Over an onward link no time passes, so that what is true stays true.
            answers = random_answers(second, fixed, chance) if way["is"] == "Event" else []
            stretches.append((answers, None))
            said = second.follow(tree, stretches)
            events += 1
        given = [pair for answers, event in stretches for pair in [*answers, *([event] if event else [])]]
        assert first(walk(library, full, given)) == said, (full, given)
        reached |= {(said[0], outcome) for outcome in said[2]}

    assert reached == outcomes
    assert events > PATIENTS / 4
