"""What stands behind the answer to a question, as HTML: what is newer first, then the answer, then its basis."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from macros import cite, since
from macros.cases_page import stated
from macros.markup import Child, count, el, joined
from macros.put import PutWalk
from macros.quiz.ends import End, called
from macros.quiz.items import Item
from macros.quiz.whole import Whole
from trees.core import wording
from trees.core.branches import Option
from trees.core.evidence import Quote, quotes_of
from trees.core.nodes import OUTCOMES, LeftOpen, Outcome, Treatment
from trees.core.since import Since
from trees.core.told import trial_in_words

ELSEWHERE = ("Warning", "Title")
"""What a question says of its tree before it is answered."""
LEFT_TO_THEM = "A choice that is left to patient and clinician: "


class Behind:
    """What stands behind one question; every address is whole."""

    def __init__(self, item: Item, whole: Whole) -> None:
        self.item, self.whole = item, whole
        self.links, self.collection = whole.links, whole.collection
        self.named = whole.rows_of[item.name]
        self.warnings = [says for kind, says in self.named if kind == "Warning"]

    def question(self) -> Markup:
        """Return what is asked, and of which tree, with the dates of the texts that it follows."""
        item = self.item
        title = el("a", item.tree.title, href=self.links.tree(item.name))
        told = [el("p", each) for each in item.told()]
        says = f"{item.tree.purpose.removesuffix('.')}. It follows {dict(self.named)['Follows']}. "
        asked = el("p", "The tree “", title, "”: ", says, el("strong", asks(item)))
        return joined(*told, asked)

    def since_then(self) -> Markup | None:
        """Return what newer sources say since of all that the answer names, in our words; None where none was read."""
        notes: dict[str, Since] = {note.id: note for _, node in self.item.outcomes for note in node.since}
        shown = {tree for tree, _ in self.item.outcomes}
        lines = (self.newer(end) for end in self.item.right if end.other and end.other not in shown)
        parts = [self.noted(list(notes.values())), *(el("p", line) for line in lines if line)]
        return joined(*parts) if any(parts) else since.none_found(self.links, self.collection)

    def noted(self, notes: Sequence[Since]) -> Markup:
        """Return notes in our words, those of each newer source under its name and date."""
        parts = []
        for source, of in since.by_source(notes):
            rows = (el("li", since.matter(self.links, self.collection.id, note)) for note in of)
            parts += [el("p", "Since then, ", cite.source(self.links, source), ":"), el("ul", *rows)]
        return joined(*parts)

    def newer(self, end: End) -> str:
        """Return what newer sources do with an end: with the outcome, or that they have notes in the other tree."""
        if end.outcome is not None:
            return wording.since_in_short(end.outcome)
        return wording.since_in_tree(self.item.library.trees[end.other or ""].nodes)

    def answer(self) -> Markup:
        """Return where the tree leads, in the words of its boxes; at a choice, by which course."""
        item = self.item
        choice = item.choice
        if choice is None:
            return one_or_list(self.linked(end) for end in item.right)
        head = el("a", wording.title(choice), href=self.links.tree(item.name, choice.id))
        rows = [self.course(option, keys) for option, keys in item.courses if option is not None]
        order = f" {wording.order(choice.order)}"
        quotes = quotes_of(choice.because)
        words = joined(" ", cite.all_quoted(self.links, quotes)) if quotes else None
        return joined(el("p", LEFT_TO_THEM, head, order, words), el("ul", *rows))

    def course(self, option: Option, keys: Iterable[str]) -> Markup:
        """Return a course of a choice, how firmly it is named, and what it leads to, here or in another tree."""
        ends = [self.item.ends[key] for key in keys]
        strong = wording.strengths(quotes_of(option.because))
        words = ", ".join(f"“{quote.strength}”" for quote in strong)
        leads = [el("li", self.linked(end)) for end in ends]
        for end in (end for end in ends if end.other):
            leads += [el("li", self.outcome(tree, node)) for tree, node in self.item.outcomes if tree == end.other]
        return el("li", option.says, f" (strength: {words})" if words else None, el("ul", *leads) if leads else None)

    def linked(self, end: End) -> Markup:
        """Return an end as a link."""
        return el("a", end.says, href=end.href(self.links, self.item.name))

    def outcome(self, tree: str, node: Outcome) -> Markup:
        """Return an outcome of any tree as a link; what a newer source does since stands before it."""
        newer = wording.since_in_short(node)
        link = el("a", called(node), href=self.links.tree(tree, node.id))
        return joined(f"{newer} " if newer else None, link)

    def basis(self) -> Markup:
        """Return for each outcome of the answer how long, what is stated, how firmly, and the words of the sources."""
        several = len(self.item.outcomes) > 1
        parts: list[Markup] = []
        for _, node in self.item.outcomes:
            if several:
                parts.append(el("p", el("strong", called(node))))
            parts.append(el("ul", *(row(term, what) for term, what in self.facts(node))))
        return joined(*parts)

    def facts(self, node: Outcome) -> list[tuple[str, Child]]:
        """Return what an outcome says beside its box."""
        rows: list[tuple[str, Child]] = []
        if isinstance(node, Treatment):
            if wording.dose_as_printed(node.dose) != wording.dose(node.dose):
                rows.append(("Dose", wording.dose_as_printed(node.dose)))
            lasts = node.duration if isinstance(node.duration, str) else wording.NOT_GIVEN.capitalize()
            rows.append(("Duration", lasts))
        if isinstance(node, LeftOpen):
            rows += [("Stated", node.says), ("Would decide", node.would_decide)]
        if node.evidence:
            rows.append(("Evidence", el("ul", *(el("li", trial_in_words(each)) for each in node.evidence))))
        quotes = self.quotes(node)
        rows.append(("Strength", cite.strengths(self.links, quotes, wording.firm_quotes(node))))
        strong = {id(quote) for _, of in cite.by_source(quotes) for quote in wording.strengths(of)}
        more: list[Quote] = [quote for quote in quotes if id(quote) not in strong]
        if more:
            rows.append(("More words" if strong else "Words", cite.words(self.links, more)))
        if left := len(quotes_of(node.because)) - len(quotes):
            rows.append(("Not shown here", f"{count(left, 'more quote')}, which the page has"))
        topics = (
            el("a", each.topic, href=self.links.of_collection("differences", self.collection.id, each.id))
            for each in node.differs
        )
        if node.differs:
            rows.append(("The sources differ on", Markup("; ").join(topics)))
        if node.notes:
            rows.append(("Notes", " ".join(node.notes)))
        return rows

    def quotes(self, node: Outcome) -> tuple[Quote, ...]:
        """Return the quotes of an outcome that the case is about, and those that say how firmly; or all of them."""
        about = {at for each in self.item.case.expects for at in each.statements}
        quotes, firm = quotes_of(node.because), wording.firm_quotes(node)
        return tuple(quote for quote in quotes if quote.at in about or quote in firm) or quotes

    def of_case(self) -> Markup:
        """Return what the sources say for the case in our words, and what they leave open."""
        case = self.item.case
        rows: list[tuple[str, Child]] = []
        if case.expects:
            rows.append(("The sources say for this patient", stated(self.links, self.whole.source_of, case.expects)))
        rows += [
            (term, says)
            for term, says in (
                ("Left open", case.left_open),
                ("Would decide", case.would_decide),
                ("Settled", case.settled),
            )
            if says
        ]
        return el("ul", *(row(term, what) for term, what in rows)) if rows else Markup()

    def way(self, walk: PutWalk) -> Markup:
        """Return how the case is put to a tree: each answer in words, with the tree where it is another."""
        library, here, rows = self.item.library, walk.tree, []
        for step in walk.asked:
            node = library.trees[step.tree].node(step.node)
            says = f"In time, after “{called(node)}”" if isinstance(node, OUTCOMES) else step.says
            on = None if step.tree == here else f"In “{library.trees[step.tree].title}”: "
            here = step.tree
            rows.append(el("li", on, f"{says} → ", el("strong", step.answer)))
        title = el("a", library.trees[walk.tree].title, href=self.links.tree(walk.tree))
        return joined(title, el("ul", *rows) if rows else None)

    def put_elsewhere(self) -> Markup:
        """Return where the other ways lead in which the case is put to the trees; its page has the answers."""
        rows = []
        for walk in self.item.others:
            leads = [self.outcome(name.partition("#")[0], node) for name, node in walk.outcomes.items()]
            tree = el("a", self.item.library.trees[walk.tree].title, href=self.links.tree(walk.tree))
            if walk.choice is not None:
                where, choice = walk.choice
                link = el("a", wording.title(choice), href=self.links.tree(where, choice.id))
                rows.append(el("li", tree, f". {LEFT_TO_THEM}", link, " Its courses: ", Markup("; ").join(leads)))
            else:
                rows.append(el("li", tree, ". It leads to: ", Markup("; ").join(leads)))
        return el("ul", *rows) if rows else Markup()

    def about(self) -> Markup:
        """Return of which day and state all this is, whose, and where it is published: every row of the tree."""
        rows = (row(term, linked(says)) for term, says in self.named if term not in ELSEWHERE)
        return joined(el("p", "The case: ", self.page()), el("ul", *rows))

    def page(self) -> Markup:
        """Return a link to the case on the site."""
        return el("a", self.item.id, href=self.links.of_collection("cases", self.collection.id, self.item.case.id))


def asks(item: Item) -> str:
    """Return the question itself; where more than one answer is right, it says so."""
    if item.choice is not None and len(item.right) > 1:
        return "Here it leaves a choice to patient and clinician. Which courses are named? More than one is right."
    told = " Go by what is told alone, and by all of it." if item.ticked else ""
    if len(item.right) > 1:
        return f"What does it show for this patient? More than one is right.{told}"
    return f"Where does it lead for this patient?{told}"


def linked(says: str) -> Child:
    """Return a row that is an address as a link, and any other as it is."""
    return el("a", says, href=says) if says.startswith("https://") and " " not in says else says


def row(term: str, what: Child) -> Markup:
    """Return what is said under a term."""
    return el("li", el("strong", f"{term}: "), what)


def one_or_list(rows: Iterable[Markup]) -> Markup:
    """Return one row as a paragraph, and several as a list."""
    given = list(rows)
    return el("p", given[0]) if len(given) == 1 else el("ul", *(el("li", each) for each in given))
