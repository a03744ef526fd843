"""A second collection is built by its files alone: those that the page "Your first tree" has a newcomer write."""

import re
from pathlib import Path

import pytest
from helpers.builds import build, copy_checkout
from helpers.walked_page import FIRST_TREE, NOT_RUN, steps, walk_through

COLLECTION = "marsh_knee_2021"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented collection, and beside it the one of the page."""
    folder = copy_checkout(tmp_path_factory.mktemp("newcomer") / "checkout")
    walk_through(steps(FIRST_TREE), folder, NOT_RUN)
    return folder


def test_the_first_tree_of_a_newcomer_is_published_without_a_line_of_code(checkout: Path, tmp_path: Path) -> None:
    done = build(checkout, tmp_path / "site")
    assert done.returncode == 0, done.stderr

    page = (tmp_path / "site" / "trees" / COLLECTION / "swollen_knee" / "index.html").read_text(encoding="utf-8")
    trees = (tmp_path / "site" / "trees" / "index.html").read_text(encoding="utf-8")
    assert all(asked in page for asked in ("Is the knee hot?", "Does an ultrasound scan show fluid?"))
    assert f"{COLLECTION}/swollen_knee/" in trees
    assert (tmp_path / "site" / "embed" / COLLECTION / "swollen_knee" / "index.html").is_file()
    assert (tmp_path / "site" / "cases" / COLLECTION / "index.html").is_file()


def test_a_tree_in_which_something_is_to_do_is_not_published_and_the_site_stays(checkout: Path, tmp_path: Path) -> None:
    tree = checkout / "trees" / COLLECTION / "swollen_knee.py"
    text = tree.read_text(encoding="utf-8")
    tree.write_text(re.sub('title="[^"]+"', 'title="TODO: the situation"', text, count=1), encoding="utf-8")
    done = build(checkout, tmp_path / "site")
    tree.write_text(text, encoding="utf-8")

    assert done.returncode == 1
    assert "'title' is still to do: the situation. It is the last TODO of this file." in done.stderr
    assert not (tmp_path / "site").exists()
