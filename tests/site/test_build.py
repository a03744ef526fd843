"""A build that fails says why in one line a problem, and leaves the site that was there as it was."""

from pathlib import Path

import pytest
from conftest import ROOT
from helpers.builds import build, change, names_of

TREE = "trees/example/tarn_nodule.py"


@pytest.fixture
def old_site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text("the site that was there", encoding="utf-8")
    return folder


def assert_left_alone(site: Path) -> None:
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text(encoding="utf-8") == "the site that was there"
    assert [path.name for path in site.parent.iterdir() if path.name.startswith(".")] == []


def test_a_new_site_takes_the_place_of_the_old_one(checkout: Path, old_site: Path) -> None:
    done = build(checkout, old_site)

    assert done.returncode == 0, done.stderr
    assert (old_site / "trees" / "example" / "tarn_nodule" / "index.html").is_file()
    assert (old_site / "index.html").stat().st_mode & 0o777 == 0o644
    assert old_site.stat().st_mode & 0o777 == 0o755


def test_a_changed_dose_is_not_published_and_the_old_site_stays(checkout: Path, old_site: Path) -> None:
    line = change(checkout / TREE, "mg=100", "mg=101")

    done = build(checkout, old_site)

    assert done.returncode == 1
    says = "'velurin_100' gives 101 mg daily, but none of its quotes says so of Velurin."
    assert f"{TREE}:{line}: {says}" in done.stderr
    assert "The site that was there is as it was." in done.stderr
    assert "Traceback" not in done.stderr
    assert_left_alone(old_site)


def test_a_syntax_error_in_a_tree_is_one_line_with_its_place(checkout: Path, old_site: Path) -> None:
    line = change(checkout / TREE, 'title="A new Tarn nodule",', 'title="A new Tarn nodule"')

    done = build(checkout, old_site)

    assert done.returncode == 1
    assert f"{TREE}:{line}: this is not Python: a comma is missing." in done.stderr
    assert "Traceback" not in done.stderr
    assert_left_alone(old_site)


def test_a_macro_that_does_not_exist_fails_the_build(checkout: Path, old_site: Path) -> None:
    (checkout / "docs" / "index.md").write_text("# Home\n\n{{ colections() }}\n", encoding="utf-8")

    done = build(checkout, old_site)

    assert done.returncode == 1
    assert "docs/index.md:3: 'colections' is undefined." in done.stderr
    assert "Traceback" not in done.stderr
    assert_left_alone(old_site)


def test_a_tree_without_a_page_is_named(checkout: Path, old_site: Path) -> None:
    (checkout / "docs" / "trees" / "example" / "tarn_nodule.md").unlink()

    done = build(checkout, old_site)

    line = "docs/trees/example/tarn_nodule.md:1: the page is missing. Write this one line in it: {{ generated() }}"
    assert done.returncode == 1
    assert line in done.stderr
    assert_left_alone(old_site)


def test_a_page_that_no_tree_calls_for_is_named(checkout: Path, old_site: Path) -> None:
    (checkout / "docs" / "drugs" / "aspirin.md").write_text("{{ generated() }}\n", encoding="utf-8")

    done = build(checkout, old_site)

    line = "docs/drugs/aspirin.md:1: nothing in the data calls for this page. Remove it, or give it words of its own."
    assert done.returncode == 1
    assert line in done.stderr
    assert_left_alone(old_site)


def test_a_link_to_nowhere_fails_the_build(checkout: Path, old_site: Path) -> None:
    (checkout / "docs" / "index.md").write_text("# Home\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")

    done = build(checkout, old_site)

    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert_left_alone(old_site)


def test_a_place_that_cannot_be_written_is_one_clear_line(checkout: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    done = build(checkout, tmp_path / "file" / "site")

    assert done.returncode == 1
    assert done.stderr.strip().endswith("There was no site before.")
    assert "Traceback" not in done.stderr


def test_text_that_looks_like_markup_comes_out_as_text(checkout: Path, old_site: Path) -> None:
    title = "{{ 7*7 }} <script>alert(1)</script> **bold** `code` [a](b) &amp; A_B_C"
    change(checkout / "trees" / "example" / "on_velurin.py", 'title="On velurin"', f'title="{title}"')

    done = build(checkout, old_site)

    html = (old_site / "trees" / "example" / "on_velurin" / "index.html").read_text(encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert "<script>alert(1)" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; **bold** `code` [a](b) &amp;amp; A_B_C" in html
    assert "{{ 7*7 }}" in html


def test_a_second_guideline_needs_no_change_of_code(checkout: Path, old_site: Path) -> None:
    """Every trace of the first guideline was taken away: what is left still checks, builds and links."""
    gone = names_of("gist_2017", ROOT / "trees")
    assert not any(path.stem in gone for path in checkout.rglob("*"))

    done = build(checkout, old_site)

    assert done.returncode == 0, done.stderr
    assert (old_site / "trees" / "example" / "tarn_nodule" / "index.html").is_file()
    assert not any(path.stem in gone for path in old_site.rglob("*"))
