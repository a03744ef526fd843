"""A review counts for one exact wording of a tree, and is gone as soon as one word of it changes."""

import json
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.commands import copy_of_the_invented, replace, run

from macros.links import Links
from macros.review_page import review_page
from macros.tree_page import tree_page
from macros.uses import Uses
from trees.core.check import check
from trees.core.digest import digest
from trees.core.export import export_data
from trees.core.library import Library, load
from trees.core.report import walk_data, walk_lines
from trees.core.review import NOT_REVIEWED, review_state, review_state_of_all
from trees.core.walk import walk

TREE = "example/tarn_nodule"
OTHERS = ("example/after_velurin", "example/on_velurin")
BY = "Reviewed by A. Nobody, invented clinician, on 2020-03-01."
EARLIER = "Reviewed in an earlier wording on 2020-03-01 by A. Nobody; changed since."


def record(sha256: str, number: int = 1, **more: str) -> str:
    """Return a review record as a reviewer would fill it in."""
    given = {"reviewer": "A. Nobody", "role": "invented clinician", "date": "2020-03-01", **more}
    fields = "".join(f'    {key}="{value}",\n' for key, value in given.items())
    return (
        f'TARN_NODULE_{number} = Review(\n    "tarn_nodule",\n    sha256="{sha256}",\n{fields}'
        "    compared=[EXAMPLE_2020],\n)\n"
    )


def write(root: Path, *records: str) -> None:
    head = "from trees.core import Review\nfrom trees.sources.example_2020 import EXAMPLE_2020\n\n"
    (root / "example" / "reviews.py").write_text(head + "\n".join(records), encoding="utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_of_the_invented(tmp_path)


@pytest.fixture
def reviewed_root(root: Path) -> Path:
    """The invented trees with a record of one of them as it reads now."""
    write(root, record(digest(load(root), TREE)))
    return root


def everything_said(library: Library, name: str) -> dict[str, str]:
    """Return what is said of the review of a tree in each place that says it."""
    links, uses = Links(library, f"trees/{name}"), Uses(library)
    sheet = review_page(Links(library, "review/example"), uses, "example")
    page = tree_page(links, uses, name)
    walked = walk(library, name, {})
    (data,) = [each for each in export_data(library)["collections"][0]["trees"] if each["name"] == name]
    return {
        "head of the page": page[page.index("<dt>State</dt>") : page.index("About this tree</a>") + 900],
        "under the diagram": page[page.index("<figcaption>") : page.index("</figcaption>")],
        "review sheet": sheet[sheet.index(f'id="review-{name.partition("/")[2]}"') :].partition("</section>")[0],
        "terminal": list(walk_lines(library, walked))[-1],
        "data of a walk": str(walk_data(library, walked)["review"]),
        "export": data["review"],
    }


def test_the_repository_ships_no_review_record(library: Library) -> None:
    assert library.reviews == {}
    assert not list((ROOT / "trees").rglob("reviews.py"))
    assert {review_state(library, name) for name in library.trees} == {NOT_REVIEWED}
    assert NOT_REVIEWED == "Encoded from the source. Not reviewed by a clinician."


def test_who_reviewed_a_tree_as_it_reads_now_is_said_wherever_its_state_is(reviewed_root: Path) -> None:
    library = load(reviewed_root)
    assert check(library) == []
    for where, words in everything_said(library, TREE).items():
        assert BY in words.replace("\xa0", " "), where
        assert "Not reviewed" not in words, where
    for name in OTHERS:
        for where, words in everything_said(library, name).items():
            assert NOT_REVIEWED in words, where
            assert "A. Nobody" not in words, where


def test_the_page_lists_each_record_with_what_was_compared_and_its_note(root: Path) -> None:
    present = digest(load(root), TREE)
    old = record("0" * 64, 1, date="2020-02-29", note="One dose was unclear.")
    write(root, old, record(present, 2))
    library = load(root)
    page = tree_page(Links(library, f"trees/{TREE}"), Uses(library), TREE).replace("\xa0", " ")
    about = page[page.index("<dt>Reviews</dt>") :]
    assert about.index("This wording, <code>") < about.index("An earlier wording, <code>00000000</code>")
    assert "Compared with Invented 2020." in about
    assert "One dose was unclear." in about
    assert review_state(library, TREE) == f"Encoded from the source. {BY}"


def test_two_reviewers_of_one_wording_are_both_named(root: Path) -> None:
    present = digest(load(root), TREE)
    write(root, record(present), record(present, 2, reviewer="B. Noone", date="2020-03-04"))
    library = load(root)
    assert check(library) == []
    assert review_state(library, TREE) == (
        "Encoded from the source. Reviewed by A. Nobody, invented clinician, on 2020-03-01; "
        "by B. Noone, invented clinician, on 2020-03-04."
    )


WORDS = {
    "a word of the tree": (
        "example/tarn_nodule.py",
        "Whether a nodule is watched or treated.",
        "Whether it is treated.",
    ),
    "a word of a note": (
        "example/tarn_nodule.py",
        "            evidence=[HERON],",
        '            evidence=[HERON], notes=["So."],',
    ),
    "a word of a trial": ("example/trials.py", "adults with painful nodules", "grown-ups with painful nodules"),
    "a word of a drug": ("example/drugs.py", '"velurin", name="Velurin"', '"velurin", name="Velurin", also=["VLR"]'),
    "a word of a difference": ("example/differences.py", "The tree asks for the variant,", "It asks for the variant,"),
    "a word of a term": ("example/glossary.py", "A lump; those", "A knot; those"),
    "a word of a source": ("sources/example_2020.py", "the text was made up", "it was made up"),
    "a word of what the collection is for": ("example/collection.py", "To test this site", "To try this site"),
    "the title of a tree that it leads to": ("example/on_velurin.py", 'title="On velurin"', 'title="While on velurin"'),
}


@pytest.mark.parametrize("what", WORDS)
def test_a_review_is_gone_as_soon_as_one_word_changes_that_is(what: str, reviewed_root: Path) -> None:
    file, before, after = WORDS[what]
    path = reviewed_root / file
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert before in text
    library = load(reviewed_root)
    assert check(library) == []
    for where, words in everything_said(library, TREE).items():
        assert f"{NOT_REVIEWED} {EARLIER}" in words.replace("\xa0", " "), where
        assert BY not in words, where


def test_a_change_of_a_word_that_only_another_tree_shows_leaves_a_review_as_it_is(reviewed_root: Path) -> None:
    replace(reviewed_root / "example" / "on_velurin.py", "What is watched while", "What is looked at while")
    assert BY in review_state(load(reviewed_root), TREE)


def test_the_command_prints_a_record_with_the_present_hash_and_writes_nothing(root: Path) -> None:
    before = sorted(root.rglob("*"))
    done = run("--folder", root, "review", "tarn_nodule")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"# {TREE}: {NOT_REVIEWED}\n" in done.stdout
    assert f'sha256="{digest(load(root), TREE)}"' in done.stdout
    assert sorted(root.rglob("*")) == before


def test_the_printed_record_is_refused_until_its_reviewer_has_filled_it_in_and_counts_then(root: Path) -> None:
    done = run("--folder", root, "review", TREE)
    file = root / "example" / "reviews.py"
    file.write_text(done.stdout, encoding="utf-8")
    empty = [each.text for each in check(load(root)) if each.place.file.endswith("reviews.py")]
    assert empty == [
        "'reviewer' is empty.",
        "'role' is empty.",
        "'' is not a date such as 2014-02-25.",
        "'date' is empty.",
    ]
    for field, value in {"reviewer": "A. Nobody", "role": "invented clinician", "date": "2020-03-01"}.items():
        replace(file, f'{field}=""', f'{field}="{value}"')
    library = load(root)
    assert check(library) == []
    assert review_state(library, TREE) == f"Encoded from the source. {BY}"
    again = run("--folder", root, "review", TREE)
    assert "TARN_NODULE_2 = Review(" in again.stdout
    assert BY in again.stdout


def test_a_review_of_a_tree_that_is_not_there_cannot_be_asked_for(root: Path) -> None:
    done = run("--folder", root, "review", "nowhere")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("trees review: there is no tree 'nowhere'. There are: example/after_velurin, ")


def test_an_export_says_of_all_trees_how_many_are_reviewed_and_keeps_each_record(reviewed_root: Path) -> None:
    library = load(reviewed_root)
    assert review_state_of_all(library, OTHERS) == NOT_REVIEWED
    assert (
        review_state_of_all(library, [TREE])
        == "Encoded from the source. Reviewed by a clinician; each tree says by whom."
    )
    done = run("--folder", reviewed_root, "export")
    data = json.loads(done.stdout)
    some = "Encoded from the source. 1 of 3 trees reviewed by a clinician; each tree says whether it is."
    assert data["review"] == some
    (tree,) = [each for each in data["collections"][0]["trees"] if each["name"] == TREE]
    assert tree["reviews"] == [
        {
            "sha256": tree["sha256"],
            "of_this_wording": True,
            "reviewer": "A. Nobody",
            "role": "invented clinician",
            "date": "2020-03-01",
            "compared": ["example_2020"],
            "note": "",
        }
    ]
