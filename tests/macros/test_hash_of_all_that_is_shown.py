"""The hash of a tree changes with every word that its page shows, and with nothing that stands elsewhere alone."""

from collections import Counter
from dataclasses import replace

import pytest
from conftest import ROOT
from helpers.part_changes import changes, rebuilt_library

from macros.links import Links
from macros.tree_page import tree_page
from macros.uses import Uses
from trees.core.digest import digest
from trees.core.drugs import Drug
from trees.core.evidence import NOT_STATED
from trees.core.glossary import Term
from trees.core.library import Library, load
from trees.core.nodes import OUTCOMES, Treatment

REAL = load(ROOT / "trees")
OWN = "example"
NEWER = replace(REAL.collections[OWN], id="newer", title="Newer", order=())
EXAMPLE = replace(
    REAL,
    collections={OWN: replace(REAL.collections[OWN], superseded_by="newer"), "newer": NEWER},
    trees={name: tree for name, tree in REAL.trees.items() if name.startswith(f"{OWN}/")},
    registers={name: REAL.registers[name] for name in ("example_2020",)},
    trials={OWN: REAL.trials[OWN]},
    differences={OWN: REAL.differences[OWN]},
    terms={OWN: REAL.terms[OWN]},
    drugs={drug.id: drug for drug in REAL.drugs.values() if drug.place.file == f"trees/{OWN}/drugs.py"},
)
"""The invented collection alone, as one that a newer one replaces, so that every banner is shown."""
TREE, CHECKLIST = "example/tarn_nodule", "example/on_velurin"


def page(library: Library, name: str) -> str:
    return tree_page(Links(library, f"trees/{name}"), Uses(library), name)


@pytest.mark.parametrize("name", [TREE, CHECKLIST])
def test_whatever_changes_the_page_of_a_tree_changes_its_hash(name: str) -> None:
    before, shown = digest(EXAMPLE, name), page(EXAMPLE, name)
    noticed, looked_at = Counter[str](), set[tuple[str, str]]()
    for change in changes(EXAMPLE):
        what = (change.part, change.field)
        if change.field == "id" or digest(change.library, name) != before:
            # Another id is another address: whatever leads there is refused before it is shown.
            noticed[change.root] += change.field != "id"
        elif what not in looked_at:
            # Such changes are many, and a page takes a while: one of each field of each class.
            looked_at.add(what)
            assert page(change.library, name) == shown, change
    assert noticed[name] > 50
    assert len(looked_at) > 40


def test_a_change_in_another_tree_counts_only_where_it_is_shown_here() -> None:
    before = {name: digest(EXAMPLE, name) for name in EXAMPLE.trees}
    for change in changes(EXAMPLE):
        if change.root in EXAMPLE.trees and change.part in ("Quote", "Action", "LeftOpen", "DailyDose", "Question"):
            elsewhere = {name for name in EXAMPLE.trees if name != change.root}
            shared = {name for name in elsewhere if digest(change.library, name) != before[name]}
            which_way = change.field in ("id", "answers", "then")
            assert not shared or which_way, (change.root, change.part, change.field, shared)


def test_the_title_of_a_tree_counts_wherever_it_is_shown() -> None:
    tree = EXAMPLE.trees["example/on_velurin"]
    other = rebuilt_library(EXAMPLE, tree, replace(tree, title="Otherwise"))
    assert digest(other, TREE) != digest(EXAMPLE, TREE)
    assert digest(other, "example/on_velurin") != digest(EXAMPLE, "example/on_velurin")


def test_a_new_tree_that_leads_nowhere_leaves_the_others_as_they_were() -> None:
    collection = EXAMPLE.collections[OWN]
    alone = replace(EXAMPLE.trees["example/after_velurin"], id="alone")
    steps = tuple(replace(node, then=()) for node in alone.nodes if isinstance(node, Treatment))
    more = replace(EXAMPLE, trees={**EXAMPLE.trees, "example/alone": replace(alone, nodes=steps)})
    more.collections = {**more.collections, OWN: replace(collection, order=(*collection.order, "alone"))}
    assert [digest(more, name) for name in EXAMPLE.trees] == [digest(EXAMPLE, name) for name in EXAMPLE.trees]


def test_a_term_counts_for_the_trees_that_use_it_and_for_no_other() -> None:
    unused = Term("unused", name="Never used here", means="Nothing.")
    with_it = replace(EXAMPLE, terms={OWN: {**EXAMPLE.terms[OWN], "unused": unused}})
    assert [digest(with_it, name) for name in EXAMPLE.trees] == [digest(EXAMPLE, name) for name in EXAMPLE.trees]
    used = replace(unused, name="Tissue")
    with_it.terms[OWN] = {**EXAMPLE.terms[OWN], "unused": used}
    assert digest(with_it, TREE) != digest(EXAMPLE, TREE)
    assert digest(with_it, "example/on_velurin") == digest(EXAMPLE, "example/on_velurin")


def test_a_mark_and_a_text_that_reads_alike_are_two_things() -> None:
    drug = Drug("d", name="d")
    stated, not_stated = (
        Treatment("t", drug=drug, dose=NOT_STATED, duration=lasts) for lasts in ("NotStated", NOT_STATED)
    )
    tree = EXAMPLE.trees[TREE]
    one, other = (rebuilt_library(EXAMPLE, tree, replace(tree, nodes=(node,))) for node in (stated, not_stated))
    assert digest(one, TREE) != digest(other, TREE)


def test_whether_the_tree_that_an_option_leads_to_has_notes_is_shown_and_counts() -> None:
    name, other = "gist_2017/progression_on_sunitinib", "gist_2017/later_lines"
    ahead = REAL.trees[other]
    nodes = tuple(replace(node, since=()) if isinstance(node, OUTCOMES) else node for node in ahead.nodes)
    without = replace(REAL, trees={**REAL.trees, other: replace(ahead, nodes=nodes)})

    assert page(without, name) != page(REAL, name)
    assert digest(without, name) != digest(REAL, name)
