"""What a row of the paths of a tree says, column by column; an outcome says it in the words of the pages."""

from collections.abc import Iterable, Sequence

from macros import cite, since
from macros.attribution import LICENSE_NAME
from macros.diagram.boxes import IN_ANY_CASE
from macros.downloads.material import Material
from macros.linked_data import LICENSE
from macros.outcome import evidence, target
from macros.trust import NOT_ADVICE
from trees.core import wording
from trees.core.branches import Band, OtherTree, Way
from trees.core.doses import DailyDose
from trees.core.evidence import Quote, quotes_of
from trees.core.nodes import OUTCOMES, Action, Checklist, LeftOpen, Measure, Node, Outcome, Treatment, ways
from trees.core.paths import Path
from trees.core.since import NotFound, Since, quotes_of_note

COLUMNS = (
    *("tree", "title", "version", "warnings", "path", "paths"),
    *("begins_after", "begins_after_code", "answers", "answers_code", "how_to_read", "since_then"),
    *("leads_to", "badge", "id", "words", "drug", "dose", "dose_mg_daily_lowest", "dose_mg_daily_highest"),
    *("split", "weeks_on", "weeks_off", "duration", "dose_strength", "strengths", "stated", "would_decide"),
    *("also_shown", "quotes", "evidence", "notes", "sources_differ", "about", "what_may_follow", "applies_to"),
    *("address", "sources", "newer", "review", "changed", "use", "readers", "attribution", "license", "sha256"),
)
ANOTHER_TREE = "Another tree"
CHECKLIST = (
    "One item of a checklist: every true item counts, and where several are true, what each of them shows is shown."
)
ONLY = "An answer of a checklist that stands alone."
YES = "yes"

Row = dict[str, str]


class Cells:
    """The cells of one tree. What is the same in every row is made once."""

    def __init__(self, of: Material) -> None:
        self.of, self.tree = of, of.tree
        self.of_tree = self._of_tree()
        self._ends = {node.id: self._outcome(node) for node in self.tree.nodes if isinstance(node, OUTCOMES)}

    def of_path(self, path: Path) -> Row:
        """Return the cells of a path; one that says nothing of a column has an empty one there."""
        row = dict.fromkeys(COLUMNS, "")
        row |= self._end(path.end)
        row["answers"] = lines(f"{wording.title(node)} → {said(node, way)}" for node, way in path.steps)
        row["answers_code"] = " ".join(f"{node.id}={way.code}" for node, way in path.steps)
        if path.after is not None:
            node, way = path.after
            row["begins_after"] = lines([f"{wording.title(node)} → {way.says}"])
            row["begins_after_code"] = f"{node.id}={way.code}"
        if path.steps:
            row |= self._checklist(*path.steps[-1], path.end)
        return {column: cell for column, cell in row.items() if column not in self.of_tree}

    def _checklist(self, last: Node, way: Way, end: Node | OtherTree) -> Row:
        """Return how a row is read whose last answer is one of a checklist, and what is shown beside its end."""
        if not isinstance(last, Checklist):
            return {}
        row = {"how_to_read": ONLY if way in (last.none, last.unknown) else CHECKLIST}
        always = self.tree.node(last.always) if last.always is not None else None
        if isinstance(always, OUTCOMES) and always != end:
            row["how_to_read"] += f" {IN_ANY_CASE}, what also_shown says is shown too."
            row["also_shown"] = self._in_short(always)
        return row

    def _of_tree(self) -> Row:
        known = self.of.attribution
        return {
            "tree": self.of.name,
            "title": line(known.title),
            "version": known.version,
            "warnings": lines(known.warnings()),
            "applies_to": line(self.tree.applies_to),
            "sources": known.dated,
            "newer": known.newer,
            "review": known.review,
            "changed": known.day,
            "use": line(f"{known.collection.intended_use} {NOT_ADVICE}"),
            "readers": line(self.tree.readers),
            "attribution": line(known.line()),
            "license": f"{LICENSE_NAME}, {LICENSE}",
            "sha256": known.sha256,
        }

    def _end(self, end: Node | OtherTree) -> Row:
        if not isinstance(end, OtherTree):
            return self._ends[end.id]
        name = self.of.library.jump(self.of.name, end) or end.name
        tree = self.of.library.trees[name]
        return {
            "leads_to": ANOTHER_TREE,
            "id": name,
            "words": line(tree.title),
            "since_then": wording.since_in_tree(tree.nodes),
            "address": self.of.links.tree(name),
        }

    def _outcome(self, node: Outcome) -> Row:
        quotes = quotes_of(node.because)
        row = {
            "leads_to": wording.kind(node),
            "badge": self.of.badges[node.id],
            "id": node.id,
            "words": line(wording.title(node)),
            "since_then": self._since(node),
            "strengths": lines(strengths(quotes)),
            "quotes": lines(map(quoted, quotes)),
            "evidence": self._evidence(node),
            "notes": lines(node.notes),
            "sources_differ": lines(
                f"{each.topic}: {' '.join(f'{side.source.short}: {side.says}' for side in each.sides)}"
                for each in node.differs
            ),
            "what_may_follow": lines(
                f"{way.code}: {way.says} → {target(self.of.links, self.of.name, self.tree, way.to)}"
                for way in ways(node)
            ),
            "address": self.of.href(node.id),
        }
        if isinstance(node, Treatment):
            row |= treated(node)
        if isinstance(node, LeftOpen):
            row |= {"stated": line(node.says), "would_decide": line(node.would_decide)}
        if isinstance(node, Action):
            row["about"] = lines(drug.name for drug in node.drugs)
        return row

    def _since(self, node: Outcome) -> str:
        if node.since:
            return lines(map(note, node.since))
        newer = "; ".join(f"{each.short}, {each.date}" for each in self.of.attribution.collection.newer)
        return f"Held against {newer}: no note. {since.NO_NOTE}" if newer else ""

    def _evidence(self, node: Outcome) -> str:
        if not node.evidence:
            return str(evidence(self.of.links, self.of.attribution.collection.id, node))
        return lines(map(cite.trial_in_words, node.evidence))

    def _in_short(self, node: Outcome) -> str:
        """Return an outcome that is shown beside another: what has changed since, its words, and what it rests on."""
        quotes = quotes_of(node.because)
        says = f"{self.of.badges[node.id]}: {wording.title(node)}. {wording.kind(node)}"
        treatment = (f"{name}: {cell}" for name, cell in treated(node).items()) if isinstance(node, Treatment) else ()
        return lines([*map(note, node.since), says, *treatment, *strengths(quotes), *map(quoted, quotes)])


def treated(node: Treatment) -> Row:
    """Return the cells of a drug at a dose; doses are totals of a day in mg, and empty where a source has no number."""
    dose = node.dose
    row = {
        "drug": line(node.drug.name),
        "dose": line(wording.dose_as_printed(dose)),
        "duration": line(node.duration) if isinstance(node.duration, str) else wording.NOT_GIVEN.capitalize(),
        "dose_strength": wording.firmly(node),
    }
    if isinstance(dose, DailyDose):
        row |= {
            "dose_mg_daily_lowest": wording.number(dose.low),
            "dose_mg_daily_highest": wording.number(dose.high),
            # That a source does not print it is no statement that the dose is taken at once.
            "split": YES if dose.split else "",
            "weeks_on": "" if dose.weeks_on is None else wording.number(dose.weeks_on),
            "weeks_off": "" if dose.weeks_off is None else wording.number(dose.weeks_off),
        }
    return row


def said(node: Node, way: Way) -> str:
    """Return the words of an answer, with the edges of a band."""
    edges = f" ({wording.band_range(way, node)})" if isinstance(way, Band) and isinstance(node, Measure) else ""
    return f"{way.says}{edges}"


def strengths(quotes: Sequence[Quote]) -> list[str]:
    """Return each word of strength with the words that it stands in, or that there is none."""
    strong = wording.strengths(tuple(quotes))
    return [f"“{each.strength}” in {quoted(each)}" for each in strong] or [cite.NO_STRENGTH]


def quoted(quote: Quote) -> str:
    """Return a quote with its citation."""
    return f"“{quote.text}” ({wording.citation(quote)})"


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
