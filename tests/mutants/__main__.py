"""`python -m mutants`: change one fact at a time, and list the changes that nobody notices."""

import argparse
import random
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from mutants.equivalent import read_equivalent, wrong_with
from mutants.every import BEYOND
from mutants.progress import Progress
from mutants.report import every_line, lines, surviving
from mutants.run import Work, run
from mutants.scenarios import Scenarios, read_scenarios
from trees.core.cases import Case
from trees.core.course_judge import uncovered
from trees.core.library import Library, load

ROOT = Path(__file__).parents[2]
NOTICED, SURVIVORS, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; return 0 when every mutant was noticed, 1 when one survives, 2 when nothing could run."""
    asked = _asked(arguments)
    library = load(ROOT / "trees")
    scenarios = read_scenarios(library)
    if asked.rows:
        return _rows(library, scenarios)
    try:
        equivalent = read_equivalent()
    except ValueError as error:
        print(error, file=sys.stderr)
        return UNUSABLE
    for problem in scenarios.problems:
        print(problem, file=sys.stderr)
    began = time.monotonic()
    work = Work(library, scenarios.all)
    picked = [
        index
        for index, each in enumerate(work.mutants)
        if asked.only in f"{each.id} ({each.kind})" and (each.kind in BEYOND) == asked.beyond
    ]
    if asked.sample is not None:
        picked = sorted(random.Random(asked.seed).sample(picked, min(asked.sample, len(picked))))
    if not picked:
        print(f"There is no mutant whose name or kind has '{asked.only}' in it.", file=sys.stderr)
        return UNUSABLE
    if work.verdict.known or work.verdict.left_out:
        print(
            f"Of the trees as they are, the check finds {len(work.verdict.known):,} problems, which do not count, and "
            f"{work.verdict.left_out:,} of {len(scenarios.all):,} scenarios complain, which cannot tell of a change.",
            file=sys.stderr,
        )
    progress = Progress(len(picked), sys.stderr)
    results = []
    for result in run(work, picked, asked.processes):
        results.append(result)
        progress.step(survives=result.notice is None and result.mutant.id not in equivalent)
    progress.end()
    for line in lines(results, equivalent, time.monotonic() - began):
        print(line)
    wrong = wrong_with(equivalent, results, (each.id for each in work.mutants))
    for line in wrong:
        print(line)
    if asked.report is not None:
        asked.report.parent.mkdir(parents=True, exist_ok=True)
        asked.report.write_text("".join(f"{line}\n" for line in every_line(results, equivalent)), encoding="utf-8")
        print(f"Who noticed each stands in {asked.report}.")
    return SURVIVORS if wrong or (surviving(results, equivalent) and not asked.beyond) else NOTICED


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m mutants", description=__doc__)
    parser.add_argument("--only", default="", metavar="TEXT", help="only mutants whose name or kind has this in it")
    parser.add_argument("--beyond", action="store_true", help="instead, what stands beside the facts")
    parser.add_argument("--sample", type=_count, metavar="N", help="only so many of them, by chance")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another sample for another number")
    parser.add_argument("--processes", type=_count, default=2, metavar="N", help="how many work at once (default: 2)")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write there who noticed each mutant")
    # Prints a row for each way and question that no course covers: for whoever writes courses, to read over and paste.
    parser.add_argument("--rows", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(arguments)


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a number of at least 1 is wanted")
    return number


def _rows(library: Library, scenarios: Scenarios) -> int:
    courses = [each for each in scenarios.all if not isinstance(each, Case)]
    for collection in library.collections:
        rows = uncovered(library, collection, [each for each in courses if each.collection == collection])
        if rows:
            print(f"# {len(rows)} for {collection}/cases/courses.toml\n")
        for row in rows:
            print(row)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
