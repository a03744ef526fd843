"""Each kind of fault, put into the export, is reported by the second opinion, at its place and in one word.

Each change is made to data that are sound, so that what is reported is what was put in.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from helpers.exported import data_of
from second_opinion import ExportError, opinion, read

Data = dict[str, Any]
NODULE, AFTER, ON = "example/tarn_nodule", "example/after_velurin", "example/on_velurin"


def tree_of(data: Data, name: str) -> Data:
    (found,) = (tree for tree in data["collections"][0]["trees"] if tree["name"] == name)
    return found


def node_of(data: Data, name: str, node_id: str) -> Data:
    (found,) = (node for node in tree_of(data, name)["nodes"] if node["id"] == node_id)
    return found


def way_of(data: Data, name: str, node_id: str, code: str) -> Data:
    (found,) = (way for way in node_of(data, name, node_id)["ways"] if way["code"] == code)
    return found


def without(data: Data, name: str, node_id: str, code: str) -> None:
    node_of(data, name, node_id)["ways"].remove(way_of(data, name, node_id, code))


def band(data: Data, code: str) -> Data:
    edges: Data = way_of(data, NODULE, "nodule_size", code)["band"]
    return edges


def leads(data: Data, name: str, node_id: str, code: str, **to: str) -> None:
    way_of(data, name, node_id, code)["to"] = to


def dead_end(data: Data) -> None:
    node_of(data, NODULE, "quill_variant")["ways"] = []


def dead_end_of_what_was_an_outcome(data: Data) -> None:
    node = node_of(data, NODULE, "middle_size")
    node["kind"] = "question"


def dropped_target(data: Data) -> None:
    nodes = tree_of(data, NODULE)["nodes"]
    nodes.remove(node_of(data, NODULE, "size_not_known"))


def misspelt_target(data: Data) -> None:
    leads(data, NODULE, "pain", "unknown", node="pain_not_konwn")


def dropped_tree(data: Data) -> None:
    data["collections"][0]["trees"].remove(tree_of(data, ON))


def dropped_always(data: Data) -> None:
    node_of(data, ON, "velurin_cautions")["always"] = "nowhere"


def dropped_start(data: Data) -> None:
    tree_of(data, AFTER)["start"] = "nowhere"


def gap_at_an_edge(data: Data) -> None:
    band(data, "from_2_to_5").update(at_least=None, above=Decimal(2))


def gap_narrower_than_a_step(data: Data) -> None:
    band(data, "from_2_to_5").update(at_least=None, above=Decimal("2.01"))
    band(data, "below_2").update(below=None, at_most=Decimal(2))


def gap_below(data: Data) -> None:
    band(data, "below_2")["above"] = Decimal("0.1")


def gap_of_a_band_that_is_gone(data: Data) -> None:
    without(data, NODULE, "nodule_size", "above_5")


def overlap_at_an_edge(data: Data) -> None:
    band(data, "below_2").update(below=None, at_most=Decimal(2))


def overlap_narrower_than_a_step(data: Data) -> None:
    band(data, "above_5")["above"] = Decimal("4.99")


def empty_band(data: Data) -> None:
    band(data, "from_2_to_5").update(at_least=Decimal(5), at_most=Decimal(2))


def range_upside_down(data: Data) -> None:
    node_of(data, NODULE, "nodule_size")["measure"]["lowest"] = Decimal(60)


def circle_of_one(data: Data) -> None:
    leads(data, NODULE, "biopsy_done", "unknown", node="biopsy_done")


def circle_of_several(data: Data) -> None:
    leads(data, NODULE, "quill_variant", "unknown", node="pain")


def circle_over_trees(data: Data) -> None:
    leads(data, NODULE, "pain", "unknown", tree=AFTER)
    leads(data, AFTER, "quill_tea", "unknown", tree=NODULE)


def unreachable(data: Data) -> None:
    leads(data, NODULE, "pain", "unknown", node="watch")


def no_answer_for_not_known(data: Data) -> None:
    without(data, AFTER, "quill_tea", "unknown")


def no_number_not_known(data: Data) -> None:
    without(data, NODULE, "nodule_size", "unknown")


def no_none_in_a_checklist(data: Data) -> None:
    without(data, ON, "velurin_cautions", "none")


def no_unknown_in_a_checklist(data: Data) -> None:
    without(data, ON, "velurin_cautions", "unknown")


def checklist_that_goes_on_asking(data: Data) -> None:
    leads(data, ON, "velurin_cautions", "iron", tree=NODULE)


def event_out_of_a_question(data: Data) -> None:
    way_of(data, NODULE, "pain", "no")["kind"] = "event"


def node_twice(data: Data) -> None:
    tree_of(data, AFTER)["nodes"].append(node_of(data, AFTER, "velurin_lowest"))


def code_twice(data: Data) -> None:
    way_of(data, NODULE, "pain", "no")["code"] = "yes"


def tree_twice(data: Data) -> None:
    data["collections"][0]["trees"].append(tree_of(data, ON))


def no_way_to_a_tree(data: Data) -> None:
    for code in ("velurin_100", "velurin_400"):
        without(data, NODULE, code, "safety")
    tree_of(data, ON)["reached_from"] = []


def three_jumps(data: Data) -> None:
    no_way_to_a_tree(data)
    trees = data["collections"][0]["trees"]
    for number in (1, 2):
        copied = {"id": "end", "kind": "action", "ways": [], "quotes": [], "evidence": [], "differs": []}
        step = {"code": "on", "kind": "onward", "to": {"tree": ON if number == 2 else "example/step_2"}}
        tree = {"name": f"example/step_{number}", "start": "end", "nodes": [{**copied, "ways": [step]}], "paths": 1}
        before = {"tree": NODULE if number == 1 else "example/step_1", "node": "end", "code": "on"}
        trees.append({**tree, "reached_from": [before]})
    node_of(data, NODULE, "watch")["ways"].append({"code": "on", "kind": "onward", "to": {"tree": "example/step_1"}})
    trees[-2]["reached_from"][0]["node"] = "watch"
    tree_of(data, ON)["reached_from"] = [{"tree": "example/step_2", "node": "end", "code": "on"}]


def jump_not_listed(data: Data) -> None:
    tree_of(data, ON)["reached_from"].pop()


def jump_listed_and_not_there(data: Data) -> None:
    tree_of(data, NODULE)["reached_from"].append({"tree": ON, "node": "visits", "code": "back"})


def another_number_of_paths(data: Data) -> None:
    tree_of(data, ON)["paths"] += 1


def quote_of_another_source(data: Data) -> None:
    node_of(data, NODULE, "watch")["quotes"][0]["source"] = "another"


def trial_that_is_not_there(data: Data) -> None:
    data["collections"][0]["trials"] = []


SIZE, PAIN, CAUTIONS = f"{NODULE}#nodule_size", f"{NODULE}#pain", f"{ON}#velurin_cautions"
FAULTS: list[tuple[Callable[[Data], None], str, str]] = [
    (dead_end, f"{NODULE}#quill_variant", "dead end"),
    (dead_end_of_what_was_an_outcome, f"{NODULE}#middle_size", "dead end"),
    (dropped_target, SIZE, "target"),
    (misspelt_target, PAIN, "target"),
    (dropped_tree, f"{NODULE}#velurin_100", "target"),
    (dropped_always, CAUTIONS, "target"),
    (dropped_start, AFTER, "target"),
    (gap_at_an_edge, SIZE, "gap"),
    (gap_narrower_than_a_step, SIZE, "gap"),
    (gap_below, SIZE, "gap"),
    (gap_of_a_band_that_is_gone, SIZE, "gap"),
    (overlap_at_an_edge, SIZE, "overlap"),
    (overlap_narrower_than_a_step, SIZE, "overlap"),
    (empty_band, SIZE, "empty"),
    (range_upside_down, SIZE, "range"),
    (circle_of_one, f"{NODULE}#biopsy_done", "circle"),
    (circle_of_several, f"{NODULE}#biopsy_done", "circle"),
    (circle_over_trees, f"{AFTER}#quill_tea", "circle"),
    (unreachable, f"{NODULE}#pain_not_known", "unreachable"),
    (no_answer_for_not_known, f"{AFTER}#quill_tea", "unknown"),
    (no_number_not_known, SIZE, "unknown"),
    (no_none_in_a_checklist, CAUTIONS, "none"),
    (no_unknown_in_a_checklist, CAUTIONS, "unknown"),
    (checklist_that_goes_on_asking, CAUTIONS, "kind"),
    (event_out_of_a_question, PAIN, "kind"),
    (node_twice, f"{AFTER}#velurin_lowest", "twice"),
    (code_twice, PAIN, "twice"),
    (tree_twice, ON, "twice"),
    (no_way_to_a_tree, ON, "far"),
    (three_jumps, ON, "far"),
    (jump_not_listed, ON, "reached from"),
    (jump_listed_and_not_there, NODULE, "reached from"),
    (another_number_of_paths, ON, "count"),
    (quote_of_another_source, f"{NODULE}#watch", "reference"),
    (trial_that_is_not_there, f"{NODULE}#velurin_100", "reference"),
]


@pytest.mark.parametrize(("put_in", "where", "sort"), FAULTS, ids=[each[0].__name__ for each in FAULTS])
def test_a_fault_that_was_put_in_is_reported(put_in: Callable[[Data], None], where: str, sort: str) -> None:
    data = data_of("example")
    assert opinion(data).faults == []

    put_in(data)

    found = opinion(data).faults
    assert (where, sort) in [(fault.where, fault.sort) for fault in found], [str(fault) for fault in found]


def test_a_fault_says_where_what_and_which_numbers() -> None:
    data = data_of("example")
    gap_at_an_edge(data)
    overlap_narrower_than_a_step(data)

    assert [str(fault) for fault in opinion(data).faults] == [
        f"{SIZE}: gap: no band holds 2.",
        f"{SIZE}: overlap: from_2_to_5 and above_5 each hold 4.995 to 5.",
    ]


def test_three_jumps_are_said_to_be_three() -> None:
    data = data_of("example")
    three_jumps(data)

    assert [str(fault) for fault in opinion(data).faults if fault.sort == "far"] == [
        f"{ON}: far: 3 jumps from the entry, {NODULE}; at most 2."
    ]


def test_another_answer_is_another_row() -> None:
    data = data_of("example")
    before = set(opinion(data).rows[NODULE])
    leads(data, NODULE, "biopsy_done", "no", node="velurin_100")

    changed = {row for row in opinion(data).rows[NODULE] if row not in before}
    assert {row.end for row in changed} == {("node", "velurin_100")}
    assert len(changed) == 3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "this is not JSON"),
        ("[]", "this is not an export of trees"),
        ('{"format": "executable-guideline-trees", "version": 2}', "the version is 2"),
        ('{"format": "executable-guideline-trees", "version": 1}', "the export has no field 'collections'"),
    ],
)
def test_what_is_no_export_is_refused_in_words(text: str, says: str) -> None:
    with pytest.raises(ExportError, match=says):
        read(text)


def test_numbers_are_read_exactly() -> None:
    data = data_of("example")

    assert node_of(data, NODULE, "nodule_size")["measure"]["step"] * 3 == Decimal("0.3")
