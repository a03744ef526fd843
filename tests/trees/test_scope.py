"""What a text does not speak of, no tree claims to speak of on its words."""

from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Tree, quotes_in

ADVANCED = "pdq_2014"
"""The source of which only the part on metastatic or recurrent disease was read."""

SPEAKS_OF = "Metastatic or recurrent GIST"
LOCALIZED = ("Localized GIST", "GIST that has been operated on")


def trees_of(library: Library) -> dict[str, Tree]:
    return {name: tree for name, tree in library.trees.items() if name.startswith("gist_2017/")}


def patients_rest_on(tree: Tree) -> set[str]:
    """Return the sources that say which patients a tree is for."""
    return {quote.source.id for quote in quotes_of(tree.because)}


def test_a_tree_for_patients_of_pdq_2014_alone_claims_to_speak_of_metastatic_or_recurrent_disease_alone(
    library: Library,
) -> None:
    """The blind reader's 71st patient: one stomach GIST, fully removed, no metastasis and no recurrence."""
    speaks_of = {
        name: tree.applies_to for name, tree in trees_of(library).items() if patients_rest_on(tree) == {ADVANCED}
    }

    assert speaks_of
    assert [name for name, patients in speaks_of.items() if not patients.startswith(SPEAKS_OF)] == []


def test_a_tree_that_claims_to_speak_of_metastatic_or_recurrent_disease_has_it_from_pdq_2014(library: Library) -> None:
    found = {name for name, tree in trees_of(library).items() if tree.applies_to.startswith(SPEAKS_OF)}

    assert found
    assert [name for name in sorted(found) if ADVANCED not in patients_rest_on(library.trees[name])] == []


def test_no_outcome_for_localized_disease_rests_on_pdq_2014(library: Library) -> None:
    localized = {name: tree for name, tree in trees_of(library).items() if tree.applies_to.startswith(LOCALIZED)}

    assert localized
    assert [
        f"{name}#{node.id}"
        for name, tree in localized.items()
        for node in tree.nodes
        if isinstance(node, OUTCOMES) and any(quote.source.id == ADVANCED for quote in quotes_in(node))
    ] == []
