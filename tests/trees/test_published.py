"""An address that was published stays: other sites show it in frames, and texts cite it.

`published.txt` in the folder of a collection has the id of every tree that it was ever published with, one a line.
"""

import pytest
from conftest import ROOT

from macros.downloads import forms
from macros.embed import page as embed
from trees.core.library import Library

NAMES = sorted(path.parent.name for path in (ROOT / "trees").glob("*/collection.py"))


def published(collection: str) -> list[str]:
    return (ROOT / "trees" / collection / "published.txt").read_text(encoding="utf-8").split()


@pytest.mark.parametrize("collection", NAMES)
def test_a_tree_that_was_published_is_still_there(library: Library, collection: str) -> None:
    gone = [tree for tree in published(collection) if f"{collection}/{tree}" not in library.trees]

    assert gone == [], (
        f"trees/{collection}: {gone} were published, and sites show them by these names. Keep them, or begin a newer "
        "collection beside this one, which then says that it is superseded."
    )


@pytest.mark.parametrize("collection", NAMES)
def test_a_tree_that_is_there_is_named_as_published(library: Library, collection: str) -> None:
    new = sorted({tree.id for tree in library.in_order(collection)} - set(published(collection)))

    assert new == [], f"Add these lines to trees/{collection}/published.txt, once and for good: {new}"


@pytest.mark.parametrize("collection", NAMES)
def test_every_address_that_is_shown_or_taken_elsewhere_carries_the_collection(
    library: Library, collection: str
) -> None:
    for tree in library.in_order(collection):
        name = f"{collection}/{tree.id}"
        assert embed.address(name) == f"embed/{name}"
        assert [forms.address(name, each.suffix) for each in forms.FORMS] == [
            f"downloads/{name}{each.suffix}" for each in forms.FORMS
        ]
