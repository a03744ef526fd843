"""What a row of the paths of a tree says, column by column; an outcome says it in the words of the pages."""

from macros.diagram.boxes import IN_ANY_CASE
from macros.downloads.material import Material
from trees.core import wording
from trees.core.basis import LICENSE, LICENSE_NAME, NOT_ADVICE
from trees.core.branches import OtherTree, Way
from trees.core.evidence import quotes_of
from trees.core.nodes import OUTCOMES, Checklist, Node, Outcome, Treatment
from trees.core.paths import Path
from trees.core.told import line, lines, note, outcome_cells, quoted, said, strengths, treated

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
        return {**outcome_cells(self.of.library, self.of.name, node), "address": self.of.href(node.id)}

    def _in_short(self, node: Outcome) -> str:
        """Return an outcome that is shown beside another: what has changed since, its words, and what it rests on."""
        quotes = quotes_of(node.because)
        says = f"{self.of.badges[node.id]}: {wording.title(node)}. {wording.kind(node)}"
        treatment = (f"{name}: {cell}" for name, cell in treated(node).items()) if isinstance(node, Treatment) else ()
        return lines([*map(note, node.since), says, *treatment, *strengths(quotes), *map(quoted, quotes)])
