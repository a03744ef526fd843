"""The trees as plain data for other programs: complete, in a shape with a number, described in the manual.

Names of classes stand nowhere in it: a class may be renamed, and what others read stays as it was.
`docs/maintain/export_json.md` describes every field.
"""

import json
from collections.abc import Iterable, Mapping

from trees.core import wording
from trees.core.branches import Answer, Band, Event, Item, Onward, Option, OtherTree, To, Way
from trees.core.digest import SHORT, digest
from trees.core.doses import DailyDose, DoseInWords
from trees.core.drugs import Drug
from trees.core.evidence import NoCriterion, NotStated, OurQuestion, quotes_of
from trees.core.export_evidence import (
    Data,
    change_data,
    difference_data,
    quotes_data,
    review_data,
    since_data,
    source_data,
    suspect_data,
    term_data,
    trial_data,
)
from trees.core.library import Library
from trees.core.nodes import (
    Action,
    AdviceAgainst,
    Checklist,
    Choice,
    LeftOpen,
    Measure,
    Node,
    Outcome,
    Question,
    Treatment,
    ways,
)
from trees.core.numbering import badges
from trees.core.paths import count
from trees.core.review import review_state, review_state_of_all, reviewed
from trees.core.selection import Selection, everything, of_one_tree
from trees.core.suspects import doubts_of_node, doubts_of_way

FORMAT = "executable-guideline-trees"
VERSION = 1
"""Goes up when a field is taken away or comes to mean something else; a field that is added leaves it as it is."""

NODE_KINDS: dict[type[Node], str] = {
    Question: "question",
    Measure: "measure",
    Checklist: "checklist",
    Choice: "choice",
    Treatment: "treatment",
    Action: "action",
    AdviceAgainst: "advice_against",
    LeftOpen: "left_open",
}
WAY_KINDS: dict[type[Way], str] = {
    Answer: "answer",
    Band: "band",
    Item: "item",
    Option: "option",
    Event: "event",
    Onward: "onward",
}


def export_data(library: Library, collections: Iterable[str] | None = None) -> Data:
    """Return the collections of that name, or all, as data that JSON can hold."""
    names = list(library.collections if collections is None else collections)
    return _export(library, {name: everything(library, name) for name in names})


def export_of_tree(library: Library, name: str) -> Data:
    """Return one tree by its full name, alone in its collection with what it rests on, as data that JSON can hold."""
    return _export(library, {name.partition("/")[0]: of_one_tree(library, name)})


def _export(library: Library, chosen: Mapping[str, Selection]) -> Data:
    trees = [f"{name}/{tree.id}" for name, selection in chosen.items() for tree in selection.trees]
    return {
        "format": FORMAT,
        "version": VERSION,
        "review": review_state_of_all(library, trees),
        "collections": [collection_data(library, name, selection) for name, selection in chosen.items()],
    }


def written(data: Data) -> bytes:
    """Return the data as JSON in UTF-8: the same data are the same bytes on every machine."""
    return (json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n").encode("utf-8")


def collection_data(library: Library, name: str, only: Selection | None = None) -> Data:
    """Return one collection with its trees in reading order, the first of which is its entry; or a part of it."""
    collection, chosen = library.collections[name], only or everything(library, name)
    return {
        "id": collection.id,
        "title": collection.title,
        "about": collection.about,
        "intended_use": collection.intended_use,
        "invented": collection.invented,
        "superseded_by": collection.superseded_by,
        "condition": collection.condition,
        "sources": [source_data(each) for each in chosen.sources],
        "newer": [source_data(each) for each in collection.newer],
        "trees": [tree_data(library, f"{name}/{tree.id}") for tree in chosen.trees],
        "trials": [trial_data(each) for each in chosen.trials],
        "differences": [difference_data(each) for each in chosen.differences],
        "since": [since_data(each) for each in chosen.since],
        "suspects": [
            suspect_data(source, each)
            for source in (*chosen.sources, *collection.newer)
            if (register := library.registers.get(source.id)) is not None
            for each in register.suspects
        ],
        "terms": [term_data(each) for each in chosen.terms],
        "changes": [change_data(each) for each in chosen.changes],
    }


def tree_data(library: Library, name: str) -> Data:
    """Return one tree by its full name."""
    tree = library.trees[name]
    numbers, sha256 = badges(tree), digest(library, name)
    return {
        "name": name,
        "id": tree.id,
        "title": tree.title,
        "hash": sha256[:SHORT],
        "sha256": sha256,
        "review": review_state(library, name),
        "reviews": reviews_data(library, name),
        "purpose": tree.purpose,
        "readers": tree.readers,
        "applies_to": tree.applies_to,
        "quotes": quotes_data(tree.because),
        "start": tree.start.id,
        "nodes": [node_data(library, name, node, numbers[node.id]) for node in tree.nodes],
        "reached_from": reached_from(library, name),
        "paths": count(tree),
    }


def reviews_data(library: Library, name: str) -> list[Data]:
    """Return every review record of a tree, those of its present wording first."""
    known = reviewed(library, name)
    return [review_data(each, of_this_wording=each in known.now) for each in (*known.now, *known.before)]


def reached_from(library: Library, name: str) -> list[Data]:
    """Return every way of the collection that leads into the start of a tree, in reading order."""
    return [
        {"tree": other, "node": node.id, "code": way.code}
        for other, tree in library.full_names()
        if other.partition("/")[0] == name.partition("/")[0]
        for node in tree.nodes
        for way in ways(node)
        if isinstance(way.to, OtherTree) and library.jump(other, way.to) == name
    ]


def node_data(library: Library, name: str, node: Node, badge: str) -> Data:
    """Return one node: what every node has, then what its kind has."""
    data: Data = {"id": node.id, "badge": badge, "kind": NODE_KINDS[type(node)], "words": wording.title(node)}
    match node:
        case Question() | Measure() | Checklist():
            data.update(asked_data(node))
        case Choice():
            data["suspect"] = [str(each) for each in doubts_of_node(library, node)]
            data["order"] = None if isinstance(node.order, NotStated) else node.order
            data["quotes"] = quotes_data(node.because)
        case _:
            data["suspect"] = [str(each) for each in doubts_of_node(library, node)]
            data.update(outcome_data(node))
    data["ways"] = [way_data(library, name, way) for way in ways(node)]
    return data


def asked_data(node: Question | Measure | Checklist) -> Data:
    """Return what a question's words mean, how long its answer stays true, and what its kind adds."""
    means: Data = {"text": node.means, "without_criterion": []}
    if isinstance(node.means, NoCriterion):
        means = {"text": node.means.explains, "without_criterion": list(node.means.words)}
    data: Data = {"means": means, "lasts": node.lasts.value}
    if isinstance(node, Measure):
        data["measure"] = {"unit": node.unit, "lowest": node.lowest, "highest": node.highest, "step": node.step}
    if isinstance(node, Checklist):
        data["always"] = node.always
    return data


def outcome_data(node: Outcome) -> Data:
    """Return what an outcome rests on, and what its kind adds."""
    quotes = quotes_of(node.because)
    data: Data = {
        "since": [each.id for each in node.since],
        "strengths": list(dict.fromkeys(quote.strength for quote in quotes if quote.strength)),
        "quotes": quotes_data(node.because),
        "evidence": [trial.id for trial in node.evidence],
        "differs": [each.id for each in node.differs],
        "notes": list(node.notes),
    }
    match node:
        case Treatment():
            data["drug"] = drug_data(node.drug)
            data["dose"] = dose_data(node.dose)
            data["dose_strength"] = wording.firmly(node)
            data["duration"] = None if isinstance(node.duration, NotStated) else node.duration
        case Action():
            data["action"] = node.kind.value
            data["drugs"] = [drug_data(each) for each in node.drugs]
        case LeftOpen():
            data["source_says"] = node.says
            data["leaves_open"] = node.leaves_open
            data["would_decide"] = node.would_decide
    return data


def drug_data(drug: Drug) -> Data:
    """Return a drug with every name that a source prints for it."""
    return {"id": drug.id, "name": drug.name, "also": list(drug.also)}


def dose_data(dose: DailyDose | DoseInWords | NotStated) -> Data | None:
    """Return a dose as numbers and as words; None where the source states none."""
    if isinstance(dose, NotStated):
        return None
    data: Data = {"words": wording.dose(dose), "mg_daily": None}
    if isinstance(dose, DailyDose):
        data["mg_daily"] = {
            "lowest": dose.low,
            "highest": dose.high,
            "split": dose.split,
            "weeks_on": dose.weeks_on,
            "weeks_off": dose.weeks_off,
            "printed": dose.printed,
        }
    return data


def way_data(library: Library, name: str, way: Way) -> Data:
    """Return one way out of a node."""
    data: Data = {
        "code": way.code,
        "says": way.says,
        "kind": WAY_KINDS[type(way)],
        "to": to_data(library, name, way.to),
    }
    if isinstance(way, Band):
        data["band"] = {
            "at_least": way.at_least,
            "above": way.above,
            "at_most": way.at_most,
            "below": way.below,
        }
    if not isinstance(way, Event | Onward):
        data["suspect"] = [str(each) for each in doubts_of_way(library, way)]
        data["our_question"] = isinstance(way.because, OurQuestion)
        data["quotes"] = quotes_data(way.because)
    return data


def to_data(library: Library, name: str, to: To) -> Data:
    """Return where a way leads: a node of the same tree, or the start of another by its full name."""
    if isinstance(to, OtherTree):
        return {"tree": library.jump(name, to) or to.name}
    return {"node": to}
