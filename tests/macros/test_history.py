"""When a page last changed, by the history of a checkout: true, or not said."""

import os
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

from macros.history import History
from macros.page_files import PageFiles
from trees.core.library import load

WHO = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org", "-c", "commit.gpgsign=false")


def git(folder: Path, *arguments: str, date: str = "2026-01-01T12:00:00+00:00") -> None:
    dated = {"GIT_COMMITTER_DATE": date, "GIT_AUTHOR_DATE": date, "GIT_CONFIG_GLOBAL": os.devnull}
    surroundings = {**os.environ, **dated}
    subprocess.run(["git", *WHO, "-C", str(folder), *arguments], check=True, capture_output=True, env=surroundings)


def commit(folder: Path, date: str, **files: str) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "A change", date=date)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in which `old` was changed on one day, and `new` on the next, by the time of the whole world."""
    git(tmp_path, "init", "-b", "main")
    commit(tmp_path, "2026-02-01T12:00:00+00:00", old="1", new="1")
    commit(tmp_path, "2026-02-03T23:30:00-05:00", new="2")
    return tmp_path


def test_a_file_last_changed_on_the_day_of_the_last_commit_that_touched_it(checkout: Path) -> None:
    history = History(checkout)
    assert history.last(["old"]) == "2026-02-01"
    assert history.last(["new"]) == history.last(["old", "new"]) == "2026-02-04"


def test_of_a_file_that_differs_from_the_history_or_is_not_in_it_nobody_knows(checkout: Path) -> None:
    (checkout / "old").write_text("3", encoding="utf-8")
    (checkout / "other").write_text("", encoding="utf-8")
    history = History(checkout)
    assert history.last(["old", "new"]) is None
    assert history.last(["other"]) is None
    assert history.last(["new"]) == "2026-02-04"
    assert history.last([]) is None


def test_a_change_that_was_merged_has_its_own_day_and_not_that_of_the_merge(checkout: Path) -> None:
    git(checkout, "checkout", "-q", "-b", "side")
    commit(checkout, "2026-02-05T12:00:00+00:00", side="1")
    git(checkout, "checkout", "-q", "main")
    commit(checkout, "2026-02-06T12:00:00+00:00", main="1")
    git(checkout, "merge", "-q", "--no-ff", "side", date="2026-02-09T12:00:00+00:00")
    history = History(checkout)
    assert history.last(["side"]) == "2026-02-05"
    assert history.last(["main"]) == "2026-02-06"


def test_without_a_history_or_with_one_that_is_cut_off_no_day_is_said(checkout: Path, tmp_path: Path) -> None:
    cut_off = tmp_path / "cut off"
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{checkout}", str(cut_off))
    assert History(cut_off).dates == {}
    without = tmp_path / "without"
    without.mkdir()
    (without / "old").write_text("1", encoding="utf-8")
    assert History(without).last(["old"]) is None


def test_the_page_of_a_tree_is_made_of_its_own_file_its_vocabulary_and_the_sources_it_quotes() -> None:
    files = PageFiles(ROOT, load(ROOT / "trees")).of_tree("gist_2017/adjuvant_imatinib")
    assert "trees/gist_2017/adjuvant_imatinib.py" in files
    assert {f"trees/gist_2017/{name}.py" for name in ("collection", "trials", "differences", "glossary")} <= set(files)
    assert {"trees/drugs.py", "trees/sources/acs_2017.py"} <= set(files)
    assert not {"trees/gist_2017/first_line.py", "trees/sources/pdq_2014.py"} & set(files)
    assert all((ROOT / name).is_file() for name in files)


def test_a_page_with_a_list_in_it_changes_with_the_trees_and_one_of_words_alone_does_not() -> None:
    files = PageFiles(ROOT, load(ROOT / "trees"))
    assert files.of_words("change/a_review.md") == ["docs/change/a_review.md"]
    assert files.of_words("maintain/safety.md") == ["docs/maintain/safety.md", "SAFETY.md"]
    assert {"docs/trees/index.md", "trees/gist_2017/first_line.py"} <= set(files.of_words("trees/index.md"))
