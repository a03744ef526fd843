"""Every page says for whom and for what it is, the dates of the sources it follows, and whether it was reviewed."""

from pathlib import Path

from helpers.builds import build, change
from helpers.pages import read_page

from macros.trust import FOR
from trees.core.library import Library, load
from trees.core.review import NOT_REVIEWED, record_to_fill_in


def text_of(path: Path) -> str:
    return " ".join(read_page(path).text.split())


def pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 80
    return found


def is_of_a_tree(site: Path, path: Path, library: Library) -> bool:
    return tree_of(site, path) in library.trees


def tree_of(site: Path, path: Path) -> str:
    """The full name of the tree whose page this is, its own or that for frames."""
    return path.parent.relative_to(site).as_posix().removeprefix("trees/").removeprefix("embed/")


def test_every_page_says_for_whom_and_for_what_it_is(site: Path, library: Library) -> None:
    for path in pages(site):
        text = text_of(path)
        if is_of_a_tree(site, path, library):
            name = tree_of(site, path)
            assert library.trees[name].readers in text, path
            assert library.collections[name.partition("/")[0]].intended_use in text, path
        else:
            assert text.count(FOR) == 1, path
    for words in ("clinicians", "educators", "maintainers", "to see what dated texts say", "Not medical advice"):
        assert words in FOR


def test_every_page_says_whether_what_it_shows_was_reviewed(site: Path) -> None:
    assert [path for path in pages(site) if NOT_REVIEWED not in text_of(path)] == []


def test_every_page_has_the_dates_of_the_sources_that_it_follows_and_a_page_of_a_collection_no_others(
    site: Path, library: Library
) -> None:
    medicine = {name for name, each in library.collections.items() if not each.invented}
    for path in pages(site):
        if is_of_a_tree(site, path, library):
            continue
        parts = set(path.relative_to(site).parts)
        own = parts & set(library.collections) or medicine
        if "osmatil" in parts or "velurin" in parts or "example_2020" in parts:
            own = {"example"}
        line = text_of(path).partition(FOR)[2]
        for name, collection in library.collections.items():
            for source in collection.sources:
                shown = f"{source.short}, {source.date}" in line
                assert shown == (name in own), (path, source.id)


def test_a_page_that_no_tree_is_on_says_how_many_trees_are_reviewed_once_one_is(tmp_path: Path, checkout: Path) -> None:
    library = load(checkout / "trees")
    record = record_to_fill_in(library, "example/on_velurin")
    for field, value in {"reviewer": "A. Nobody", "role": "invented clinician", "date": "2020-03-01"}.items():
        record = record.replace(f'{field}=""', f'{field}="{value}"')
    (checkout / "trees" / "example" / "reviews.py").write_text(record, encoding="utf-8")
    done = build(checkout, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    some = "Encoded from the source. 1 of 3 trees reviewed by a clinician; each tree says whether it is."
    for address in ("", "drugs/osmatil", "change", "trees/example"):
        assert some in text_of(tmp_path / "site" / address / "index.html")
    by = "Encoded from the source. Reviewed by A. Nobody, invented clinician, on 2020-03-01."
    assert by in text_of(tmp_path / "site" / "trees" / "example" / "on_velurin" / "index.html")

    change(checkout / "trees" / "example" / "on_velurin.py", "Low iron", "Little iron")
    done = build(checkout, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert NOT_REVIEWED in text_of(tmp_path / "site" / "drugs" / "osmatil" / "index.html")
    page = text_of(tmp_path / "site" / "trees" / "example" / "on_velurin" / "index.html")
    assert f"{NOT_REVIEWED} Reviewed in an earlier wording on 2020-03-01 by A. Nobody; changed since." in page
