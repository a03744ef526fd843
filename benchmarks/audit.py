"""Times the audit of ten million patients in DuckDB against a loop of plain Python that does the same.

Both read the same Parquet file and hold every value against what is offered. First both count how many patients are
led where; then both write every patient with what is done, what is shown, the path and what is missing. The loop is
what a person writes who wants it fast: a look into a dict at each question, rows of tuples, and DuckDB to read them.
It is not the project's own walker, which reports far more and takes longer. Both results have to agree.
"""

import argparse
import csv
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import duckdb

from trees.audit.cohort_file import cohort_file
from trees.audit.columns import columns
from trees.audit.journey import journey
from trees.audit.rows_refused import rows_refused
from trees.audit.run import audit, connected
from trees.core.basis import Basis
from trees.core.library import Library, load
from trees.core.nodes import OUTCOMES, Checklist, Choice, Measure, Node, ways
from trees.formats.inputs import BEGINS_AT, Codes, Input, inputs

ROOT = Path(__file__).parent.parent
SEED = 20_170_225
AT_ONCE = 100_000
"""Patients that the loop reads together: more would only take memory."""

FOUND = ("does", "outcome", "path", "missing")
EACH = ", ".join(f"coalesce({each}, '')" for each in FOUND)
SUM = f"SELECT count(*), CAST(sum(hash(patient, {EACH})) AS VARCHAR) FROM "
"""The checksum: of every patient with all that was found, in no order."""

Patient = tuple[object, ...]
Counts = dict[tuple[str, ...], int]
Result = TypeVar("Result")
Led = Callable[[Patient], tuple[str, str, str, str]]


def made(of: list[Input], path: Path, count: int) -> None:
    """Write patients by lot, from a seed: of one cell in twenty nothing is known, and all else is as often as any."""
    columns = ["range AS patient"]
    for at, each in enumerate(of):
        nothing, lot = (f"hash(range, {SEED + 2 * at + odd})" for odd in (0, 1))
        if not isinstance(each, Codes):
            node = each.node
            steps = round((node.highest - node.lowest) / node.step)
            value = f"CAST(round({node.lowest} + ({lot} % {steps + 1}) * {node.step}, 6) AS DOUBLE)"
        elif each.name.endswith("__unknown"):
            # That a size is given and said to be unknown would be refused.
            value = "CAST(NULL AS VARCHAR)"
        else:
            codes = " ".join(f"WHEN {number} THEN '{code}'" for number, code in enumerate(each.offers))
            value = f"CASE {lot} % {len(each.offers)} {codes} END"
        columns.append(f"CASE WHEN {nothing} % 20 > 0 THEN {value} END AS {each.name}")
    with duckdb.connect() as connection:
        connection.execute(f"COPY (SELECT {', '.join(columns)} FROM range({count})) TO '{path}' (FORMAT parquet)")


def checker(of: list[Input]) -> Callable[[Patient], None]:
    """Return what holds every value of a patient against what is offered."""
    codes = [(at, each.name, set(each.offers)) for at, each in enumerate(of, start=1) if isinstance(each, Codes)]
    numbers = [(at, each.name, each.node) for at, each in enumerate(of, start=1) if not isinstance(each, Codes)]
    both = [(at, [each.name for each in of].index(f"{name}__unknown") + 1) for at, name, _ in numbers]

    def check(patient: Patient) -> None:
        for at, name, offered in codes:
            value = patient[at]
            if value is not None and value not in offered:
                raise ValueError(f"{name} holds {value}")
        for at, name, node in numbers:
            number = patient[at]
            if number is not None and not node.lowest <= number <= node.highest:  # type: ignore[operator]
                raise ValueError(f"{name} holds {number}")
        for at, unknown in both:
            if patient[at] is not None and patient[unknown] is not None:
                raise ValueError("a number, and not known")

    return check


def walker(library: Library, name: str, of: list[Input]) -> Led:
    """Return a walk in plain Python: a loop over the questions, with a look into a dict at each."""
    tree = library.trees[name]
    places = {each.name: at for at, each in enumerate(of, start=1)}
    ends = {node.id for node in tree.nodes if isinstance(node, OUTCOMES)}
    coded = {node.id: (places[node.id], {way.code: str(way.to) for way in ways(node)}) for node in asked(tree.nodes)}
    measured = {
        node.id: (
            places[node.id],
            places[f"{node.id}__unknown"],
            str(node.unknown.to),
            [(band.at_least, band.above, band.at_most, band.below, band.code, str(band.to)) for band in node.bands],
        )
        for node in tree.nodes
        if isinstance(node, Measure)
    }
    choices = {node.id for node in tree.nodes if isinstance(node, Choice)}
    first = tree.start.id

    def led(patient: Any) -> tuple[str, str, str, str]:
        at, path = first, []
        while at not in ends:
            if at in coded:
                place, answers = coded[at]
                value = patient[place]
                if value is None:
                    return ("choose" if at in choices else "ask"), "", " ".join(path), at
                path.append(f"{at}={value}")
                at = answers[value]
                continue
            place, unknown, to, bands = measured[at]
            number = patient[place]
            if number is None:
                if patient[unknown] is None:
                    return "ask", "", " ".join(path), at
                path.append(f"{at}=unknown")
                at = to
                continue
            for at_least, above, at_most, below, code, target in bands:
                if (
                    (at_least is None or number >= at_least)
                    and (above is None or number > above)
                    and (at_most is None or number <= at_most)
                    and (below is None or number < below)
                ):
                    path.append(f"{at}={code}")
                    at = target
                    break
        return "show", at, " ".join(path), ""

    return led


def asked(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the questions and choices: what one code answers."""
    for node in nodes:
        if isinstance(node, Checklist):
            raise SystemExit("The loop of this benchmark knows no checklist. Name another tree.")
        if not isinstance(node, (*OUTCOMES, Measure)):
            yield node


def looped(library: Library, name: str, of: list[Input], patients: Path, out: Path) -> None:
    """Lead every patient of a file by a loop, and write a file of where."""
    check, led, of_tree = checker(of), walker(library, name, of), (name, Basis(library, name).version)
    with duckdb.connect(config={"threads": 1}) as reading, out.open("w", encoding="utf-8", newline="") as file:
        found = reading.execute(f"FROM read_parquet('{patients}')")
        rows_of = csv.writer(file)
        rows_of.writerow(["patient", *(each.name for each in of), *FOUND, "tree", "version"])
        while rows := found.fetchmany(AT_ONCE):
            for row in rows:
                check(row)
            rows_of.writerows([(*row, *led(row), *of_tree) for row in rows])


def audited(library: Library, name: str, patients: Path, out: Path) -> None:
    """Lead every patient by the audit, as the command does once it has read the trees."""
    audit(library, name, (patients, out), {}, ["patient"], lambda _: None)


def counted(library: Library, name: str, patients: Path) -> Counts:
    """Return how many patients are led where, by the query of the audit, which refuses what is not offered."""
    way = journey(library, name)
    with connected() as connection:
        of = columns(cohort_file(connection, patients), way.inputs, {}, ["patient"])
        wrong = rows_refused(connection, of, lambda _: None)
        if wrong:
            raise SystemExit("\n".join(wrong))
        found = ", ".join(FOUND)
        query = f"SELECT {found}, count(*) FROM ({way.query(f'({of.patients()})')}) GROUP BY {found}"
        return {tuple(each): count for *each, count in connection.execute(query).fetchall()}


def counted_by_a_loop(library: Library, name: str, of: list[Input], patients: Path) -> Counts:
    """Return how many patients are led where, by a loop."""
    check, led = checker(of), walker(library, name, of)
    count: Counter[tuple[str, ...]] = Counter()
    with duckdb.connect(config={"threads": 1}) as reading:
        found = reading.execute(f"FROM read_parquet('{patients}')")
        while rows := found.fetchmany(AT_ONCE):
            for row in rows:
                check(row)
            count.update([led(row) for row in rows])
    return dict(count)


def timed(run: Callable[[], Result]) -> tuple[float, Result]:
    """Return how many seconds something takes, and what it gives."""
    begins = time.perf_counter()
    result = run()
    return time.perf_counter() - begins, result


def said(what: str, seconds: list[float], loop: float) -> None:
    """Print how long both take."""
    middle = sorted(seconds)[len(seconds) // 2]
    print(f"  {what}: audit {middle:.2f} s ({min(seconds):.2f} to {max(seconds):.2f}), loop {loop:.2f} s: ", end="")
    print(f"{loop / middle:.1f} times")


def main() -> None:
    """Measure both in the same run, and say how many times as long the loop takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tree", default="example/tarn_nodule")
    parser.add_argument("--patients", type=int, default=10_000_000)
    parser.add_argument("--times", type=int, default=3, help="of the audit; the loop runs once")
    given = parser.parse_args()
    library, name = load(ROOT / "trees"), given.tree
    of = [each for each in inputs(library.trees[name]) if each.name != BEGINS_AT]
    with tempfile.TemporaryDirectory() as folder:
        patients, ours, theirs = (Path(folder) / each for each in ("patients.parquet", "audit.parquet", "loop.csv"))
        made(of, patients, given.patients)
        counts = [timed(lambda: counted(library, name, patients)) for _ in range(given.times)]
        written = [timed(lambda: audited(library, name, patients, ours))[0] for _ in range(given.times)]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        by_loop, count = timed(lambda: counted_by_a_loop(library, name, of, patients))
        file_by_loop, _ = timed(lambda: looped(library, name, of, patients, theirs))
        with duckdb.connect() as connection:
            typed = "types = {'patient': 'BIGINT'}"
            read = f"read_csv('{theirs}', all_varchar = false, header = true, delim = ',', {typed})"
            sums = [connection.execute(f"{SUM}{each}").fetchone() for each in (f"read_parquet('{ours}')", read)]
    print(f"{name}, {given.patients:,} patients; the audit takes {memory:.2f} GB at its peak")
    said("how many are led where", [seconds for seconds, _ in counts], by_loop)
    said("a file of where each is led", written, file_by_loop)
    print(f"  {len(count)} ways; checksums of the files {sums[0]} and {sums[1]}")
    if sums[0] != sums[1] or any(found != count for _, found in counts):
        raise SystemExit("They do not agree.")


if __name__ == "__main__":
    main()
