"""What a text does not speak of, no tree claims to speak of."""

from trees.core.library import Library


def test_no_tree_of_pdq_2014_claims_to_speak_of_localized_disease(library: Library) -> None:
    """The blind reader's 71st patient: one stomach GIST, fully removed, no metastasis and no recurrence."""
    speaks_of = {name: tree.applies_to for name, tree in library.trees.items() if name.startswith("gist_2017/")}

    assert speaks_of
    assert all(patients.startswith("Metastatic or recurrent GIST") for patients in speaks_of.values())
