"""What a run says: how many of each kind were made and noticed and by whom, and every survivor with its place."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from mutants.run import Result

HEAD = ("kind", "made", "check", "case", "course", "survive")
"""The columns of the table; a mutant counts for the first that noticed it."""


def lines(results: Sequence[Result], equivalent: Collection[str], seconds: float) -> Iterator[str]:
    """Yield the lines of the report on the terminal."""
    yield from table(results, equivalent)
    survivors = surviving(results, equivalent)
    if survivors:
        yield ""
        yield from (str(result.mutant) for result in survivors)
    yield ""
    noticed = sum(result.notice is not None for result in results)
    same = sum(result.notice is None for result in results) - len(survivors)
    yield (
        f"{len(results):,} mutants in {seconds:.0f} s: {noticed:,} noticed, {same:,} equivalent, "
        f"{len(survivors):,} survive."
    )


def table(results: Sequence[Result], equivalent: Collection[str]) -> Iterator[str]:
    """Yield a row for each kind of mutant, in the order in which they are made, and one for all."""
    kinds = list(dict.fromkeys(result.mutant.kind for result in results))
    rows = [HEAD]
    for kind in (*kinds, "all"):
        of_kind = [result for result in results if kind in (result.mutant.kind, "all")]
        by = Counter(result.notice.by.partition(":")[0] for result in of_kind if result.notice)
        survive = len(surviving(of_kind, equivalent))
        rows.append((kind, f"{len(of_kind):,}", *(f"{by[each]:,}" for each in HEAD[2:5]), f"{survive:,}"))
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    for row in rows:
        yield "  ".join(
            (row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)))
        )


def surviving(results: Sequence[Result], equivalent: Collection[str]) -> list[Result]:
    """Return the results of mutants that nobody noticed and that are not listed as equivalent."""
    return [result for result in results if result.notice is None and result.mutant.id not in equivalent]


def every_line(results: Sequence[Result], equivalent: Collection[str]) -> Iterator[str]:
    """Yield a line for each mutant: its place, its name, its kind, who noticed it and what was said."""
    for result in results:
        notice = result.notice
        if notice is not None:
            said = f"{notice.by}: {notice.text}"
        else:
            said = "equivalent" if result.mutant.id in equivalent else "SURVIVES"
        yield f"{result.mutant} -> {said}"
