"""A walk as plain data and as lines of text: the path, then the outcome with its basis, or the next question."""

from collections.abc import Iterator

from trees.core import digest, wording
from trees.core.branches import Event, Onward, OtherTree, To
from trees.core.doses import DailyDose
from trees.core.evidence import Quote, Source, quotes_of
from trees.core.figures import Trial
from trees.core.library import Library
from trees.core.nodes import Checklist, Choice, LeftOpen, Measure, Node, Outcome, Question, Treatment, ways
from trees.core.numbering import badges
from trees.core.review import review_state
from trees.core.since import NotFound, Since, quotes_of_note
from trees.core.suspects import doubts_of_node, doubts_of_way, doubts_on
from trees.core.walk import Reached, Step, Walk

NO_STRENGTH = "no word of strength"

Data = dict[str, object]


def hash_of(library: Library, tree: str) -> str:
    """Return the short content hash of a tree, as a reader sees it."""
    return digest.digest(library, tree)[: digest.SHORT]


def sources_quoted(library: Library, tree: str) -> list[Source]:
    """Return the sources that a tree quotes, in the order of its collection."""
    return digest.sources_quoted(library.trees[tree], library.collections[tree.partition("/")[0]])


def walk_data(library: Library, walked: Walk) -> Data:
    """Return a walk as data that JSON can hold."""
    tree = library.trees[walked.tree]
    return {
        "tree": walked.tree,
        "title": tree.title,
        "hash": hash_of(library, walked.tree),
        "review": review_state(library, walked.tree),
        "applies_to": tree.applies_to,
        "path": [step_data(step) for step in walked.steps],
        "outcomes": [outcome_data(library, reached) for reached in walked.outcomes],
        "next": None if walked.asks is None else question_data(library, walked.asks),
        "unused": {key: known.written for key, known in walked.unused.items()},
    }


def step_data(step: Step) -> Data:
    """Return one answer of a path."""
    return {
        "tree": step.tree,
        "node": step.node.id,
        "asks": wording.title(step.node),
        "answers": [{"code": way.code, "says": way.says} for way in step.ways],
        "number": step.number,
    }


def quote_data(quote: Quote) -> Data:
    """Return a quote with its place."""
    return {
        "text": quote.text,
        "source": quote.source.short,
        "date": quote.source.date,
        "at": quote.at,
        "strength": quote.strength,
    }


def question_data(library: Library, node: Node) -> Data:
    """Return what is asked, what its words mean, and what may be answered; first what is suspect of it."""
    suspect = [str(each) for each in doubts_of_node(library, node)]
    data: Data = {"suspect": suspect, "node": node.id, "kind": wording.kind(node), "asks": wording.title(node)}
    if isinstance(node, Question | Measure | Checklist):
        data["means"] = wording.meaning(node.means)
    if isinstance(node, Measure):
        data["number"] = {"lowest": node.lowest, "highest": node.highest, "step": node.step, "unit": node.unit}
    if isinstance(node, Choice):
        data["order"] = wording.order(node.order)
    data["answers"] = [
        {
            "code": way.code,
            "says": way.says,
            "suspect": [str(each) for each in doubts_of_way(library, way)],
            "quotes": [] if isinstance(way, Event | Onward) else [quote_data(each) for each in quotes_of(way.because)],
        }
        for way in ways(node)
    ]
    return data


def trial_data(trial: Trial) -> Data:
    """Return a trial with its level as printed and its figures in words."""
    return {
        "trial": trial.name,
        "design": trial.design,
        "patients": trial.patients,
        "level": wording.level(trial.level),
        "figures": [wording.figure(each) for each in trial.figures],
        "oddities": [each.says for each in trial.oddities],
    }


def since_data(note: Since) -> Data:
    """Return what a newer source says of a matter since, with its date and address."""
    return {
        "change": wording.since(note),
        "topic": note.topic,
        "says": note.says,
        "source": note.source.short,
        "date": note.source.date,
        "address": note.source.address,
        "quotes": [quote_data(quote) for quote in quotes_of_note(note)],
        "not_found": list(note.because.words) if isinstance(note.because, NotFound) else [],
    }


def target(library: Library, tree: str, to: To) -> str:
    """Return the full name of the tree a way leads to, or the id of its node."""
    return (library.jump(tree, to) or to.name) if isinstance(to, OtherTree) else to


def outcome_data(library: Library, reached: Reached) -> Data:
    """Return an outcome with everything it rests on."""
    node, tree = reached.node, library.trees[reached.tree]
    quotes = quotes_of(node.because)
    data: Data = {
        "tree": reached.tree,
        "node": node.id,
        "badge": badges(tree)[node.id],
        "kind": wording.kind(node),
        "suspect": [str(each) for each in doubts_of_node(library, node)],
        "since": [since_data(each) for each in node.since],
        "says": wording.title(node),
        "applies_to": tree.applies_to,
    }
    if isinstance(node, Treatment):
        data["drug"] = node.drug.name
        data["dose"] = wording.dose_as_printed(node.dose)
        data["duration"] = wording.duration(node.duration)
        if isinstance(node.dose, DailyDose):
            data["dose_mg_daily"] = [node.dose.low, node.dose.high]
            data["split"] = node.dose.split
            data["weeks_on"], data["weeks_off"] = node.dose.weeks_on, node.dose.weeks_off
    if isinstance(node, LeftOpen):
        data.update(source_says=node.says, leaves_open=node.leaves_open, would_decide=node.would_decide)
    data["strength"] = [quote.strength for quote in wording.strengths(quotes)]
    data["evidence"] = [trial_data(trial) for trial in node.evidence]
    data["notes"] = list(node.notes)
    data["quotes"] = [quote_data(quote) for quote in quotes]
    data["then"] = [
        {
            "code": way.code,
            "says": way.says,
            "to": target(library, reached.tree, way.to),
            "clears_current_answers": isinstance(way, Event),
        }
        for way in node.then
    ]
    return data


def walk_lines(library: Library, walked: Walk) -> Iterator[str]:
    """Yield a walk as lines for a terminal."""
    for step in walked.steps:
        number = "" if step.number is None else f" ({wording.number(step.number)})"
        answer = "; ".join(way.says for way in step.ways)
        yield f"{wording.title(step.node)} {answer}{number}"
    if walked.steps:
        yield ""
    for reached in walked.outcomes:
        yield from outcome_lines(library, reached)
        yield ""
    if walked.asks is not None:
        yield from question_lines(library, walked.asks)
        yield ""
    for key, known in walked.unused.items():
        yield f"Not asked for on this way: {key}={known.written}."
    yield basis_line(library, walked.tree)


def basis_line(library: Library, tree: str) -> str:
    """Return the line that stands under everything: sources with dates, newer ones, hash, review state."""
    sources = " ".join(
        f"{source.short} ({source.publisher}, {source.date}). {source.note}".strip()
        for source in sources_quoted(library, tree)
    )
    newer = library.collections[tree.partition("/")[0]].newer
    doubts = doubts_on(library, quotes_of(library.trees[tree].because))
    suspect = "".join(f" {each}" for each in doubts)
    held = "".join(f" Every outcome was held against {source.short} ({source.date})." for source in newer)
    return f"{sources}{held}{suspect} Tree {tree}@{hash_of(library, tree)}. {review_state(library, tree)}"


def question_lines(library: Library, node: Node) -> Iterator[str]:
    """Yield a question with its answers and what they mean, and what of it is suspect."""
    yield from map(str, doubts_of_node(library, node))
    yield f"{wording.kind(node)}: {wording.title(node)}"
    if isinstance(node, Question | Measure | Checklist):
        yield f"  {wording.meaning(node.means)}"
    if isinstance(node, Choice):
        yield f"  {wording.order(node.order)}"
    yield from answer_lines(library, node, quoted=True)


def answer_lines(library: Library, node: Node, *, quoted: bool = False) -> Iterator[str]:
    """Yield what may be answered to a question, a line each as it is typed; `quoted` adds the words of the sources."""
    if isinstance(node, Measure):
        low, high = wording.number(node.lowest), wording.number(node.highest)
        yield f"  {node.id}=NUMBER  from {low} to {high} {node.unit}, or one of:"
    for way in ways(node):
        yield f"  {node.id}={way.code}  {way.says}"
        yield from (f"      {each}" for each in doubts_of_way(library, way))
        if quoted and not isinstance(way, Event | Onward):
            for quote in quotes_of(way.because):
                strength = f", strength “{quote.strength}”" if quote.strength else ""
                yield f"      “{quote.text}” ({wording.citation(quote)}{strength})"


def since_lines(note: Since) -> Iterator[str]:
    """Yield what a newer source says since, with its words and where it stands."""
    yield f"{wording.since(note)}: {note.topic}"
    yield f"  {note.says}"
    for quote in quotes_of_note(note):
        yield f"  “{quote.text}” ({wording.citation(quote)})"
    if isinstance(note.because, NotFound):
        yield f"  {wording.not_found(note.because)}"
    yield f"  {note.source.short}, {note.source.date}, {note.source.address}"


def outcome_lines(library: Library, reached: Reached) -> Iterator[str]:
    """Yield an outcome with its strength, evidence, citations, and what may follow."""
    node: Outcome = reached.node
    quotes = quotes_of(node.because)
    yield from map(str, doubts_of_node(library, node))
    for change in node.since:
        yield from since_lines(change)
    yield f"{wording.kind(node)}: {wording.title(node)}"
    if isinstance(node, LeftOpen):
        yield f"  Stated: {node.says}"
        yield f"  Would decide: {node.would_decide}"
    if isinstance(node, Treatment):
        yield f"  Dose: {wording.dose_as_printed(node.dose)}"
        yield f"  Duration: {wording.duration(node.duration)}"
    yield f"  For: {library.trees[reached.tree].applies_to}"
    strong = wording.strengths(quotes)
    yield f"  Strength: {'; '.join(f'“{each.strength}” ({wording.citation(each)})' for each in strong) or NO_STRENGTH}"
    for trial in node.evidence:
        yield f"  Evidence: {trial.name}, {trial.patients} patients; {wording.level(trial.level)}"
    for note in node.notes:
        yield f"  Note: {note}"
    for quote in quotes:
        yield f"  “{quote.text}” ({wording.citation(quote)})"
    for way in node.then:
        yield f"  {node.id}={way.code}  {way.says} -> {target(library, reached.tree, way.to)}"
