"""A second opinion: a checker that knows nothing of the walker agrees with it on every path, and finds every fault.

The checker sees the export alone. Where the two disagree, one of them is wrong, or the export is.
"""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from helpers.commands import ROOT, environment
from helpers.exported import data_of, exported
from second_opinion import Opinion, Row, around_edges, held, holders, opinion

from trees.core.answers import WalkError
from trees.core.branches import Event, OtherTree
from trees.core.nodes import OUTCOMES, ways
from trees.core.paths import Path as Listed
from trees.core.paths import count, paths
from trees.core.walk import Walk, walk

PACKAGE = ROOT / "tests" / "second_opinion"
COLLECTIONS = sorted(path.parent.name for path in (ROOT / "trees").glob("*/collection.py"))
Answers = list[tuple[str, str | float]]
Place = tuple[str, str]
"""Where a walk stands: the full name of a tree and the id of a node."""


class Both:
    """What both have to say of one collection."""

    def __init__(self, collection: str) -> None:
        self.exported = exported(collection)
        self.library = self.exported.library
        data = data_of(collection)
        self.opinion: Opinion = opinion(data)
        (self.collection,) = data["collections"]
        self.nodes = {(tree["name"], node["id"]): node for tree in self.collection["trees"] for node in tree["nodes"]}
        self.starts = {tree["name"]: tree["start"] for tree in self.collection["trees"]}
        self.rows = [row for rows in self.opinion.rows.values() for row in rows]

    def end(self, row: Row) -> Place:
        kind, name = row.end
        return (row.tree, name) if kind == "node" else (name, self.starts[name])

    def numbers(self, row: Row) -> Iterator[tuple[str, str, list[Decimal]]]:
        """Yield each measure of a row with the band that it takes, and numbers that the checker says are in it."""
        for node_id, code in row.answers:
            node = self.nodes[row.tree, node_id]
            if node["kind"] == "measure" and code in {way["code"] for way in node["ways"] if way["kind"] == "band"}:
                yield node_id, code, held(node, code)

    def answered(self, row: Row) -> Iterator[Answers]:
        """Yield a row as it is typed: by its codes, then with each measure as each of its numbers, one at a time."""
        yield list(row.answers)
        for measure, _, numbers in self.numbers(row):
            for number in numbers:
                yield [(key, float(number) if key == measure else code) for key, code in row.answers]

    def before(self, row: Row, tried: frozenset[str] = frozenset()) -> Iterator[Answers]:
        """Yield what is answered and what happens before a row begins, in every way that rows lead there."""
        if row.after is None:
            yield []
            return
        outcome, code = row.after
        for other in self.opinion.rows[row.tree]:
            if outcome not in tried and outcome in self.shown(other):
                for earlier in self.before(other, tried | {outcome}):
                    yield [*earlier, *other.answers, (outcome, code)]

    def shown(self, row: Row) -> set[str]:
        """Every outcome of its tree at which a row arrives: after a checklist also what is shown in any case."""
        ends = {row.end[1]} if row.end[0] == "node" else set()
        last = self.nodes[row.tree, row.answers[-1][0]] if row.answers else {}
        return ends | ({last["always"]} if last.get("always") else set())


@pytest.fixture(scope="module", params=COLLECTIONS)
def both(request: pytest.FixtureRequest) -> Both:
    return Both(request.param)


def standing(walked: Walk, at: int) -> set[Place]:
    """Where a walk stands after so many steps: at the next node, or at its outcomes."""
    if at < len(walked.steps):
        return {(walked.steps[at].tree, walked.steps[at].node.id)}
    if walked.asks is not None:
        return {(walked.tree, walked.asks.id)}
    return {(each.tree, each.node.id) for each in walked.outcomes}


def arrives(both: Both, row: Row, before: Answers, answers: Answers) -> bool:
    """Return whether a walk takes the steps of a row and no other, and stands at its end then."""
    try:
        walked = walk(both.library, row.tree, [*before, *answers])
    except WalkError:
        return False
    first = len(walk(both.library, row.tree, before).steps) if before else 0
    last = first + len(row.answers)
    steps = [(step.tree, step.node.id, way.code) for step in walked.steps[first:last] for way in step.ways]
    return steps == [(row.tree, *each) for each in row.answers] and both.end(row) in standing(walked, last)


def test_the_second_opinion_finds_no_fault(both: Both) -> None:
    assert [str(fault) for fault in both.opinion.faults] == []


def test_both_count_the_same_paths_and_so_does_the_command(both: Both) -> None:
    counts = {name: count(tree) for name, tree in both.library.trees.items()}
    *printed, last = both.exported.rows

    assert both.opinion.counts == counts
    assert {name: len(rows) for name, rows in both.opinion.rows.items()} == counts
    assert (len(printed), last) == (counts[both.exported.largest], f"{counts[both.exported.largest]} paths")


def test_both_list_the_same_paths(both: Both) -> None:
    for name, tree in both.library.trees.items():
        ours = {as_row(name, path) for path in paths(tree)}
        assert set(both.opinion.rows[name]) == ours


def as_row(name: str, path: Listed) -> Row:
    after = (path.after[0].id, path.after[1].code) if path.after else None
    other = path.end.name if isinstance(path.end, OtherTree) else None
    end = ("node", path.end.id) if other is None else ("tree", f"{name.partition('/')[0]}/{other.rpartition('/')[2]}")
    return Row(name, after, tuple((node.id, way.code) for node, way in path.steps), end)


def test_the_walker_takes_every_path_from_a_start_to_its_end_by_codes_and_by_numbers(both: Both) -> None:
    rows = [row for row in both.rows if row.after is None]
    missed = [(str(row), given) for row in rows for given in both.answered(row) if not arrives(both, row, [], given)]

    assert rows
    assert missed == []


def test_the_walker_takes_every_path_after_an_outcome_to_its_end(both: Both) -> None:
    for row in both.rows:
        if row.after is not None:
            before = [way for way in both.before(row) if not contradicts(both, row, way)]
            assert before, row
            for given in both.answered(row):
                assert any(arrives(both, row, each, given) for each in before), (str(row), given)


def contradicts(both: Both, row: Row, before: Answers) -> bool:
    try:
        walk(both.library, row.tree, [*before, *row.answers])
    except WalkError:
        return True
    return False


def test_the_walker_takes_the_one_band_that_the_second_opinion_says_around_every_edge(both: Both) -> None:
    met = set()
    for row in (row for row in both.rows if row.after is None):
        for at, (key, _) in enumerate(row.answers):
            node = both.nodes[row.tree, key]
            if node["kind"] != "measure" or (row.tree, *row.answers[:at], key) in met:
                continue
            met.add((row.tree, *row.answers[:at], key))
            for number in around_edges(node):
                walked = walk(both.library, row.tree, [*row.answers[:at], (key, float(number))])
                assert [way.code for way in walked.steps[at].ways] == holders(node, number), (str(row), number)

    measures = {place for place, node in both.nodes.items() if node["kind"] == "measure"}
    assert {(each[0], each[-1]) for each in met} <= measures
    assert bool(met) == bool(measures)


@pytest.mark.parametrize("outside", [-1, 1])
def test_the_walker_takes_no_number_beyond_the_range(both: Both, outside: int) -> None:
    for (tree, node_id), node in both.nodes.items():
        if node["kind"] == "measure":
            rule = node["measure"]
            number = rule["highest"] + rule["step"] if outside > 0 else rule["lowest"] - rule["step"]
            with pytest.raises(WalkError, match=r"makes no sense|is no number"):
                walk(both.library, tree, [(node_id, float(number))])


def test_the_walker_goes_on_from_every_outcome_as_the_export_says(both: Both) -> None:
    rows: dict[Place, list[tuple[Row, Answers]]] = {}
    for row in both.rows:
        for outcome in both.shown(row):
            for before in both.before(row):
                rows.setdefault((row.tree, outcome), []).append((row, before))
    for (tree, node_id), node in both.nodes.items():
        for way in node["ways"] if node["kind"] in ("treatment", "action", "advice_against", "left_open") else ():
            kind, name = next(iter(way["to"].items()))
            to = (tree, name) if kind == "node" else (name, both.starts[name])
            assert any(goes_on(both, row, before, (node_id, way["code"]), to) for row, before in rows[tree, node_id]), (
                tree,
                node_id,
                way["code"],
            )


def goes_on(both: Both, row: Row, before: Answers, happens: tuple[str, str], to: Place) -> bool:
    try:
        there = walk(both.library, row.tree, [*before, *row.answers])
        on = walk(both.library, row.tree, [*before, *row.answers, happens])
    except WalkError:
        return False
    return to in standing(on, len(there.steps) + 1)


def test_events_and_onward_links_are_told_apart_as_the_walker_tells_them(both: Both) -> None:
    for name, tree in both.library.trees.items():
        for node in tree.nodes:
            if isinstance(node, OUTCOMES):
                found = {way["code"]: way["kind"] for way in both.nodes[name, node.id]["ways"]}
                assert found == {way.code: "event" if isinstance(way, Event) else "onward" for way in ways(node)}


def test_the_rows_pass_every_answer_and_every_node_that_answers_lead_to(both: Both) -> None:
    passed = {(row.tree, *each) for row in both.rows for each in row.answers}
    asked = {place: node for place, node in both.nodes.items() if node["kind"] in ("question", "measure", "choice")}

    assert {(*place, way["code"]) for place, node in asked.items() for way in node["ways"]} <= passed


def test_the_package_imports_the_standard_library_and_networkx_alone() -> None:
    files = sorted(PACKAGE.rglob("*.py"))
    imported = [name for path in files for name in imports_of(path)]

    assert len(files) > 5
    assert {name for name in imported if name not in sys.stdlib_module_names} == {"networkx"}
    assert not {"importlib", "runpy", "subprocess", "sysconfig"} & set(imported)
    assert not [path.name for path in files if "__import__" in path.read_text(encoding="utf-8")]


def imports_of(path: Path) -> Iterator[str]:
    """Yield the first part of what a file imports; what begins with one dot is the package itself."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level <= 1, path
            if node.level == 0:
                yield str(node.module).split(".")[0]


def test_it_runs_where_the_trees_are_not(tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "second_opinion", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "export.json").write_bytes(exported("example").printed)

    def judged(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "second_opinion", *arguments],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    done, listed = judged("export.json"), judged("export.json", "--rows")

    assert (done.returncode, done.stderr) == (0, "")
    counts = [count(tree) for tree in exported("example").library.trees.values()]
    total = sum(counts)
    assert done.stdout.endswith(f"{len(counts)} trees, {total} paths, 0 faults\n")
    assert listed.stdout.count(" -> ") == total
    assert "example/tarn_nodule: pain=no nodule_size=below_2 -> node watch\n" in listed.stdout
    (tmp_path / "export.json").write_text('{"format": "other"}', encoding="utf-8")
    assert (judged("export.json").returncode, judged("not_there.json").returncode) == (2, 2)
    assert "Traceback" not in judged("export.json").stderr + judged("not_there.json").stderr
