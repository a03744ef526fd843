"""Maps of trees: invented charts to draw, the jumps as the data of a library has them, and a reader of a drawn map."""

import posixpath
import random
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, pairwise
from xml.etree import ElementTree

from helpers.diagram_reader import XLINK, words_in
from helpers.drawn_boxes import Area, corners, letters, rectangle
from helpers.markup_tree import Element, elements

from macros.diagram.tree_map import Chart, draw_map
from trees.core import wording
from trees.core.branches import OtherTree
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, ways

MARKUP = 'Growth <5 & more > "that" </svg>'
WORDS = ("growth", "on treatment", "with 400 mg", "review", "of", "the first line", "beyond", "intolerance", "surgery")


def chart_of(leads: dict[str, str], title: str = "Made up", says: str = "The tree") -> Chart:
    """Return a chart in which each tree leads to the trees whose letters follow it."""
    names = {each: f"made/{each}" for each in leads}
    return Chart(
        "made",
        title,
        {name: f"{says} {each}" for each, name in names.items()},
        {names[each]: [names[other] for other in leads if other in to] for each, to in leads.items()},
    )


def grown_chart(trees: int, seed: int) -> Chart:
    """Return a chart that grew at random: with loops, with trees nothing leads to, with trees that lead nowhere."""
    chance = random.Random(seed)
    names = [f"made/t{number}" for number in range(trees)]
    leads = {}
    for name in names:
        others = [other for other in names if other != name]
        chosen = chance.sample(others, min(len(others), chance.choice((0, 1, 2, 2, 3, 4, 6, 8))))
        leads[name] = [other for other in others if other in chosen]
    titles = {name: " ".join(chance.choice(WORDS) for _ in range(chance.randint(1, 6))) for name in names}
    return Chart("made", "Made up", titles, leads)


CHARTS = {
    "one tree": chart_of({"a": ""}, title="A title that is much longer than the only tree of the collection is wide"),
    "two that lead to each other": chart_of({"a": "b", "b": "a"}),
    "a chain": chart_of({"a": "b", "b": "c", "c": "d", "d": "e", "e": ""}),
    "a ring": chart_of({"a": "b", "b": "c", "c": "d", "d": "e", "e": "a"}),
    "a star": chart_of({"a": "bcdefgh", "b": "", "c": "", "d": "", "e": "", "f": "", "g": "", "h": "a"}),
    "all to all": chart_of({each: "abcdefgh".replace(each, "") for each in "abcdefgh"}),
    "none leads anywhere": chart_of(dict.fromkeys("abcdefghijk", "")),
    "the first leads nowhere": chart_of({"a": "", "b": "cd", "c": "d", "d": "b"}),
    "nothing leads to two of them": chart_of({"a": "bc", "b": "", "c": "a", "d": "", "e": "b"}),
    "one alone amid a wide row": chart_of({"a": "efgh", "b": "", "c": "h", "d": "e", **dict.fromkeys("efgh", "")}),
    "long titles": chart_of({"a": "bcd", "b": "d", "c": "", "d": "a"}, "Very long " * 30, says="And so on " * 9),
    "titles like markup": chart_of({"a": "bc", "b": "a", "c": ""}, title=MARKUP, says=MARKUP),
    "titles with odd spaces": chart_of({"a": "bc", "b": "a", "c": ""}, title="A  title\nof two", says="Two \n  lines"),
    **{f"{trees} grown, {seed}": grown_chart(trees, seed) for trees in (3, 5, 8, 12, 20, 30) for seed in range(3)},
    # These put a tree that no line touches beside others that are moved to stand above the middle of what they lead to.
    "16 grown, 0": grown_chart(16, 0),
    "25 grown, 7": grown_chart(25, 7),
}


def href(name: str) -> str:
    return f"../{name}/?a=1&b=2"


@cache
def drawn(name: str) -> str:
    return draw_map([CHARTS[name]], href=href, prefix="p")


def full(collection: str, to: OtherTree) -> str:
    return f"{collection}/{to.name.rpartition('/')[2]}"


def jumps(library: Library, collection: str) -> dict[str, dict[str, list[str]]]:
    """Return, for each tree of a collection, the other trees that it leads to, each with the words that lead there."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, tree in library.trees.items():
        if name.startswith(f"{collection}/"):
            to = found.setdefault(name, {})
            for node, way in [(each, way) for each in tree.nodes for way in ways(each)]:
                if not isinstance(way.to, OtherTree) or (other := full(collection, way.to)) == name:
                    continue
                # An answer stands with its question; what only repeats a tree's title is not said.
                says = way.says if isinstance(node, OUTCOMES) else f"{wording.title(node)} → {way.says}"
                known = to.setdefault(other, [])
                if says not in known and way.says != library.trees[other].title:
                    known.append(says)
    return found


@dataclass
class DrawnTree:
    """A tree on a map: its box, and the numbers in it by the tree that each leads to."""

    element: ElementTree.Element
    numbers: dict[str, ElementTree.Element] = field(default_factory=dict)

    @property
    def area(self) -> Area:
        return rectangle(next(each for each in self.element if each.get("class") == "b"))

    @property
    def badge(self) -> str:
        return words_in(self.element, "tag")

    @property
    def words(self) -> str:
        return words_in(self.element, "w")


@dataclass
class DrawnMap:
    """What a map shows, read from nothing but its drawing."""

    root: ElementTree.Element
    trees: dict[str, DrawnTree] = field(default_factory=dict)
    lines: dict[tuple[str, str], list[tuple[float, float]]] = field(default_factory=dict)
    titles: list[tuple[str, Area]] = field(default_factory=list)
    headings: list[tuple[str, Area]] = field(default_factory=list)
    """What stands above the trees of a distance, where they are not drawn in rows that lines join."""

    @property
    def leads(self) -> list[tuple[str, str]]:
        """Every way from tree to tree, by lines and by numbers."""
        return [*self.lines, *((name, other) for name, tree in self.trees.items() for other in tree.numbers)]

    @property
    def wide(self) -> float:
        return float(self.root.get("width") or 0)

    @property
    def size(self) -> Area:
        left, top, wide, high = map(float, (self.root.get("viewBox") or "").split())
        return Area(left, top, left + wide, top + high)


def read_map(svg: str) -> DrawnMap:
    """Read a drawn map; an error when a tree or a way is drawn twice, or a number stands in another tree's place."""
    found = DrawnMap(ElementTree.fromstring(svg))
    _, _, edges, boxes = found.root
    last = ""
    for box in boxes:
        match box.get("class"):
            case "n k-tree":
                last = box.get("data-id", "")
                once(last not in found.trees, last)
                found.trees[last] = DrawnTree(box)
            case "n k-goto":
                to = box.get("data-to", "")
                once(box.get("data-from") == last and to not in found.trees[last].numbers, to)
                found.trees[last].numbers[to] = box
            case "k-row":
                (line,) = box
                once(box.get("text-anchor") == "start", "a heading")
                # `letters` takes the middle of a line for its place.
                area, half = letters(line), (letters(line).right - letters(line).left) / 2
                found.headings.append(
                    (words_in(box, "w"), Area(area.left + half, area.top, area.right + half, area.bottom))
                )
            case _:
                lines = [each for each in box if each.get("class") == "w"]
                areas = [letters(each) for each in lines]
                left, right = min(each.left for each in areas), max(each.right for each in areas)
                whole = Area(left, areas[0].top, right, areas[-1].bottom)
                found.titles.append((words_in(box, "w"), whole))
    for edge in edges:
        ends = edge.get("data-from", ""), edge.get("data-to", "")
        once(ends not in found.lines, str(ends))
        found.lines[ends] = corners(next(each for each in edge if each.get("class") == "l"))
    return found


def once(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(f"{what} is drawn twice or out of place")


def address(box: ElementTree.Element) -> str:
    return box.get(XLINK, "")


def within(inner: Area, outer: Area, room: float) -> bool:
    sides = inner.left - outer.left, inner.top - outer.top, outer.right - inner.right, outer.bottom - inner.bottom
    return min(sides) >= room


def widened(area: Area, by: float) -> Area:
    return Area(area.left - by, area.top - by, area.right + by, area.bottom + by)


def crossings(shown: DrawnMap) -> list[str]:
    """Return what crosses, from what is drawn alone."""
    runs = {
        ends: [Area(min(a, c), min(b, d), max(a, c), max(b, d)) for (a, b), (c, d) in pairwise(points)]
        for ends, points in shown.lines.items()
    }
    slanted = [
        ends for ends, run in runs.items() if any(each.left < each.right and each.top < each.bottom for each in run)
    ]
    found = [f"{ends} is neither level nor upright" for ends in slanted]
    for (one, its), (other, others) in combinations(runs.items(), 2):
        kin = one[0] == other[0] or one[1] == other[1]
        if any(widened(a, 0 if kin else 1).meets(b) for a in its for b in others):
            found.append(f"{one} meets {other}")
    for ends, run in runs.items():
        for tree, each in shown.trees.items():
            if any(widened(each.area, -1 if tree in ends else 1).meets(part) for part in run):
                found.append(f"{ends} meets {tree}")
    areas = {tree: each.area for tree, each in shown.trees.items()} | dict([*shown.titles, *shown.headings])
    found += [f"{one} meets {two}" for one, two in combinations(areas, 2) if widened(areas[one], 2).meets(areas[two])]
    return found


def steps(leads: dict[str, list[str]], first: str) -> dict[str, int]:
    """Return the fewest steps from a tree to each other one, shortened until nothing gets shorter."""
    far = {first: 0}
    for _ in leads:
        far |= {b: far[a] + 1 for a in list(far) for b in leads[a] if far[a] + 1 < far.get(b, len(leads))}
    return far


def below_its_heading(shown: DrawnMap, given: Chart) -> None:
    """Fail unless each tree stands below the heading that says how many steps lead to it from the first."""
    reached = steps({tree: list(to) for tree, to in given.leads.items()}, next(iter(given.trees)))
    for tree in given.trees:
        says = [words for words, area in shown.headings if area.bottom < shown.trees[tree].area.top][-1]
        far = reached.get(tree)
        if far is None:
            assert says == "Not led to from the first tree"
        else:
            assert (
                says
                == ("The first tree", "1 step from the first tree", f"{far} steps from the first tree")[min(far, 2)]
            )
    tops = {tree: (shown.trees[tree].area.top, shown.trees[tree].area.left) for tree in given.trees}
    for trees in given.distances().values():
        assert sorted(trees, key=tops.__getitem__) == trees


Listed = dict[str, tuple[str, dict[str, tuple[str, tuple[str, ...]]]]]


def listed(html: str, here: str) -> Listed:
    """Return each tree of a list with its place in it, and to what it leads: by which number and by which words."""
    found: Listed = {}
    for trees in elements(html).all("ol", "dt-trees"):
        for at, row in enumerate((each for each in trees.children if isinstance(each, Element)), 1):
            tree, *others = row.all("a")
            says: dict[str, tuple[str, tuple[str, ...]]] = {
                page(other.attributes["href"], here): (other.text, ()) for other in others
            }
            for line in (each for ul in row.all("ul", "dt-leads") for each in ul.all("li") if each.all("a")):
                to = line.one("a")
                says[page(to.attributes["href"], here)] = (to.text, tuple(each.text for each in line.all("li")))
            assert bool(says) != ("Leads to no other tree." in row.text)
            found[page(tree.attributes["href"], here)] = (f"{at} {tree.text}", says)
    return found


def page(link: str, here: str) -> str:
    """Return the tree whose page a link leads to."""
    path = posixpath.normpath(posixpath.join(here, link))
    assert link.endswith("/")
    return path.removeprefix("trees/")
