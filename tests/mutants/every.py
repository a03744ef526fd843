"""Every mutant there is, in the order of the kinds."""

from collections import Counter
from collections.abc import Callable

from mutants import bands, doses, outcomes, quotes, targets, trials
from mutants.mutant import Mutant, Mutants
from mutants.parts import Parts

MAKERS: tuple[Callable[[Parts], Mutants], ...] = (
    doses.of_doses,
    doses.of_durations,
    doses.of_drugs,
    outcomes.of_actions,
    outcomes.of_support,
    outcomes.of_time,
    outcomes.of_nodes,
    targets.of_targets,
    targets.of_pairs,
    targets.of_ways,
    bands.of_bands,
    quotes.of_numbers,
    quotes.of_strengths,
    quotes.of_quotes,
    trials.of_figures,
    trials.of_arms,
    trials.of_levels,
)

BEYOND = frozenset(
    {
        "action",
        "advice against",
        "another note of what changed since",
        "arms swapped",
        "condition called ours",
        "difference dropped",
        "drug of an action dropped",
        "figure dropped",
        "figure of a trial",
        "kind of action",
        "level of evidence",
        "note of what changed since dropped",
        "oddity dropped",
        "order of a choice dropped",
        "trial dropped",
        *(
            f"quote of {what} dropped"
            for what in (
                *("a band", "a choice", "a finding", "a hazardratio", "a medians", "a percentages", "a side", "a term"),
                *("a tree", "a trial", "an answer", "an item", "an option", "an outcome"),
                "a note of what changed since",
            )
        ),
    }
)
"""Changes of what stands beside a fact: made with `--beyond`, and told without being counted as failures.

A patient is told by drug, dose, schedule, duration, strength and statement, and by where the answers lead. Nobody
writes of a patient how a box is called, or which of two quotes of one statement stands first. The figures of trials
are held by a list of their own, in tests/trees/test_record.py, and which outcome has which note of what changed since
by another, in tests/trees/test_since.py.
"""


def every_mutant(parts: Parts) -> list[Mutant]:
    """Return every mutant of a library, the same in every run of the same trees, each with a name of its own."""
    found = [each for maker in MAKERS for each in maker(parts)]
    twice = [name for name, count in Counter(each.id for each in found).items() if count > 1]
    assert not twice, f"mutants share a name: {twice[:5]}"
    return found
