"""An outcome in plain text, cell by cell: what a row of a table, or the answer of another engine, says of it."""

from collections.abc import Iterable, Sequence

from trees.core import wording
from trees.core.branches import Band, OtherTree, To, Way
from trees.core.doses import DailyDose
from trees.core.evidence import Quote, Source, quotes_of
from trees.core.figures import Trial
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Action, LeftOpen, Measure, Node, Outcome, Treatment, Tree, ways
from trees.core.numbering import badges, called
from trees.core.paths import conditions
from trees.core.since import NotFound, Since, quotes_of_note

NO_STRENGTH = "No word of strength"
NO_TRIAL = "No trial is named with this advice, and no level is given"
NO_NOTE = "No sentence there was found that differs from this or adds to it; it may say nothing of it."
HELD_AGAINST = "Held against"
"""How it begins that a newer source was read and nothing was found to differ."""
YES = "yes"


Cells = dict[str, str]


def outcome_cells(library: Library, name: str, node: Outcome) -> Cells:
    """Return what there is to tell of an outcome of a tree, which is named in full.

    A cell that does not apply is left out; where one holds several texts each has its line.
    """
    tree = library.trees[name]
    quotes = quotes_of(node.because)
    cells = {
        "leads_to": wording.kind(node),
        "badge": badges(tree)[node.id],
        "id": node.id,
        "words": line(wording.title(node)),
        "since_then": since_then(library.collections[name.partition("/")[0]].newer, node),
        "strengths": lines(strengths(quotes)),
        "quotes": lines(map(quoted, quotes)),
        "evidence": lines(map(trial_in_words, node.evidence)) if node.evidence else NO_TRIAL,
        "notes": lines(node.notes),
        "sources_differ": lines(
            f"{each.topic}: {' '.join(f'{side.source.short}: {side.says}' for side in each.sides)}"
            for each in node.differs
        ),
        "what_may_follow": lines(f"{way.code}: {way.says} → {target(library, name, way.to)}" for way in ways(node)),
    }
    if isinstance(node, Treatment):
        cells |= treated(node)
    if isinstance(node, LeftOpen):
        cells |= {"stated": line(node.says), "would_decide": line(node.would_decide)}
    if isinstance(node, Action):
        cells["about"] = lines(drug.name for drug in node.drugs)
    return cells


def treated(node: Treatment) -> Cells:
    """Return the cells of a drug at a dose; doses are totals of a day in mg, and empty where a source has no number."""
    dose = node.dose
    cells = {
        "drug": line(node.drug.name),
        "dose": line(wording.dose_as_printed(dose)),
        "duration": line(node.duration) if isinstance(node.duration, str) else wording.NOT_GIVEN.capitalize(),
        "dose_strength": wording.firmly(node),
    }
    if isinstance(dose, DailyDose):
        cells |= {
            "dose_mg_daily_lowest": wording.number(dose.low),
            "dose_mg_daily_highest": wording.number(dose.high),
            # That a source does not print it is no statement that the dose is taken at once.
            "split": YES if dose.split else "",
            "weeks_on": "" if dose.weeks_on is None else wording.number(dose.weeks_on),
            "weeks_off": "" if dose.weeks_off is None else wording.number(dose.weeks_off),
        }
    return cells


def since_then(newer: Sequence[Source], node: Outcome) -> str:
    """Return what newer sources say since, each note with its basis, or that none was found to differ."""
    if node.since:
        return lines(map(note, node.since))
    dated = "; ".join(f"{each.short}, {each.date}" for each in newer)
    return f"{HELD_AGAINST} {dated}: no note. {NO_NOTE}" if dated else ""


def target(library: Library, name: str, to: To) -> str:
    """Return where a way leads, in words: 'outcome A: …', or 'the tree …'."""
    if isinstance(to, OtherTree):
        other = library.jump(name, to)
        return f"the tree “{library.trees[other].title}”" if other else to.name
    tree = library.trees[name]
    node = tree.node(to)
    return f"{called(tree, node)}: {wording.title(node)}"


def answers_to(tree: Tree, node: Node) -> list[str]:
    """Return each question that a walk to a node depends on, with the answers that lead there: 'Painful? Yes'."""
    return [
        f"{wording.title(each.asked)} {'; or '.join(way.says for way in each.leading)}"
        f"{'' if each.always else ' (on some ways)'}"
        for each in conditions(tree, node)
    ]


def leading(tree: Tree, node: Node) -> list[str]:
    """Return what a walk to a node depends on: the answers, and what may come before it in time."""
    after = [
        f"In time, after “{wording.title(each)}”: {way.says}"
        for each in tree.nodes
        if isinstance(each, OUTCOMES)
        for way in ways(each)
        if way.to == node.id
    ]
    return [*answers_to(tree, node), *after]


def said(node: Node, way: Way) -> str:
    """Return the words of an answer, with the edges of a band."""
    edges = f" ({wording.band_range(way, node)})" if isinstance(way, Band) and isinstance(node, Measure) else ""
    return f"{way.says}{edges}"


def strengths(quotes: Sequence[Quote]) -> list[str]:
    """Return each word of strength with the words that it stands in, or that there is none."""
    strong = wording.strengths(tuple(quotes))
    return [f"“{each.strength}” in {quoted(each)}" for each in strong] or [NO_STRENGTH]


def quoted(quote: Quote) -> str:
    """Return a quote with its citation."""
    return f"“{quote.text}” ({wording.citation(quote)})"


def trial_in_words(given: Trial) -> str:
    """Return a trial with its level as printed, and with what it found: a level alone would read as backing."""
    told = [f"{given.name}: {given.design}, {given.patients} patients", level(given)]
    return "; ".join([*told, *map(wording.figure, given.figures), *given.notes])


def level(given: Trial) -> str:
    """Return the level of a trial, as printed, or that none is given."""
    return f"level {wording.level(given.level)}" if given.level else wording.level(None)


def note(given: Since) -> str:
    """Return what a newer source says since, with its date, its words, or those that were not found in it."""
    because = given.because
    basis = wording.not_found(because) if isinstance(because, NotFound) else ""
    basis = basis or f"{'; '.join(map(quoted, quotes_of_note(given)))}."
    return f"{wording.since(given)} ({given.source.date}). {given.topic}: {given.says} {basis}"


def line(text: str) -> str:
    """Return a text in one line."""
    return " ".join(text.split())


def lines(texts: Iterable[str]) -> str:
    """Return several texts, a line each: no text within a cell holds a line break of its own."""
    return "\n".join(map(line, texts))
