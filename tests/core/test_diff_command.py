"""`python -m trees diff` in a real checkout: what it takes for an edition, what it prints, and what it leaves alone."""

import re
import subprocess
from pathlib import Path

import pytest
from helpers.commands import environment
from helpers.histories import DOSE, DOSE_LINE, WHO, History

NO_CHANGE = "example: no change of the trees; of code or of other pages at most.\n"


def test_without_a_change_it_says_so_and_succeeds(history: History) -> None:
    done = history.diff("v1", "--check")

    assert (done.returncode, done.stdout, done.stderr) == (0, NO_CHANGE, "")


@pytest.mark.parametrize("base", ["main", "v1", "HEAD", "HEAD^{}", "refs/tags/v1", "main@{0}"])
def test_an_edit_that_is_not_committed_is_compared_with_any_name_of_a_revision(base: str, history: History) -> None:
    history.edit(*DOSE)
    done = history.diff(base)

    assert (done.returncode, done.stderr) == (0, "")
    assert DOSE_LINE in done.stdout.splitlines()


def test_two_revisions_are_compared_whatever_the_folder_holds(history: History) -> None:
    history.git("checkout", "--quiet", "-b", "a/branch")
    history.edit(*DOSE)
    commit = history.commit()
    history.edit("tarn_nodule.py", "DailyDose(mg=200)", "DailyDose(mg=")

    assert DOSE_LINE in history.diff("main", "a/branch").stdout.splitlines()
    assert DOSE_LINE in history.diff("v1", commit[:10]).stdout.splitlines()
    back = history.diff("a/branch", "v1").stdout.splitlines()
    assert "  changed  outcome F, dose: 200 mg daily → 100 mg daily" in back


def test_the_check_fails_until_the_change_is_written_down(history: History) -> None:
    history.edit(*DOSE)
    done = history.diff("v1", "--check")

    assert done.returncode == 1
    assert re.fullmatch(
        r"trees/example/tarn_nodule\.py:\d+: 6 paths of 'tarn_nodule' end otherwise now, .*\n", done.stderr
    )
    assert history.diff("v1").returncode == 0


@pytest.mark.parametrize("form", ["text", "markdown", "json", "github"])
def test_nothing_is_left_in_the_checkout(form: str, history: History) -> None:
    before = history.status()
    done = history.diff("v1", "HEAD", "--format", form)

    assert (done.returncode, done.stderr) == (0, "")
    assert history.status() == before == "."


def test_a_file_with_a_space_and_one_that_no_tree_names_do_no_harm(history: History) -> None:
    (history.root / "a file.txt").write_text("x", encoding="utf-8")
    (history.trees / "example" / "read me.txt").write_text("x", encoding="utf-8")
    history.commit()

    assert history.diff("HEAD").stdout == NO_CHANGE


@pytest.mark.parametrize(
    ("base", "says"),
    [
        ("mian", "trees diff: 'mian' is no collection, no folder and no revision. Did you mean 'main'?\n"),
        ("-x", "trees diff: '-x' is no collection, no folder and no revision. In a checkout without its history, "),
        ("--output=x", "trees diff: '--output=x' is no collection, no folder and no revision. "),
        ("", "trees diff: '' is no collection, no folder and no revision. "),
        ("no\nsuch", "trees diff: 'no\\nsuch' is no collection, no folder and no revision. "),
        (
            "example",
            "trees diff: 'example' is a collection, and is compared with another one. Name two that are there.\n",
        ),
        ("HEAD:trees", "trees diff: 'HEAD:trees' is no collection, no folder and no revision. "),
    ],
)
def test_a_name_of_nothing_is_refused_in_one_line(base: str, says: str, history: History) -> None:
    done = history.diff("--", base)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(says)
    assert done.stderr.count("\n") == 1
    assert not (history.root / "x").exists()


def test_two_collections_are_taken_before_folders_and_revisions_of_their_names(
    history: History,
) -> None:
    text = (history.trees / "example/collection.py").read_text(encoding="utf-8")
    other = history.trees / "other"
    subprocess.run(["cp", "-r", str(history.trees / "example"), str(other)], check=True)
    (other / "collection.py").write_text(text.replace('"example"', '"other"'), encoding="utf-8")
    for path in other.glob("*.py"):
        path.write_text(path.read_text(encoding="utf-8").replace("trees.example", "trees.other"), encoding="utf-8")
    drugs = history.trees / "example/drugs.py"
    (history.trees / "drugs.py").write_text(drugs.read_text(encoding="utf-8"), encoding="utf-8")
    for path in (*other.glob("*.py"), *(history.trees / "example").glob("*.py")):
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"trees\.(other|example)\.drugs", "trees.drugs", text), encoding="utf-8")
    drugs.unlink()
    (other / "drugs.py").unlink()
    (history.root / "example").mkdir()
    history.git("branch", "other")
    done = history.diff("example", "other", "--check")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("other, compared with example: ")


def test_a_folder_is_taken_before_a_revision_of_its_name(history: History) -> None:
    history.edit(*DOSE)
    subprocess.run(["cp", "-r", str(history.trees), str(history.root / "v1")], check=True)

    assert history.diff("v1").stdout == NO_CHANGE
    assert DOSE_LINE in history.diff("refs/tags/v1").stdout.splitlines()


def test_a_revision_whose_trees_cannot_be_walked_is_refused_with_the_lines_to_mend(history: History) -> None:
    history.edit("tarn_nodule.py", 'to="size_not_known"', 'to="size_unknown"')
    history.commit()
    done = history.diff("HEAD", "v1")

    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(r"HEAD:trees/example/tarn_nodule\.py:\d+: there is no node 'size_unknown'\..*\n", done.stderr)


def test_a_tree_without_nodes_is_refused_and_is_no_traceback(history: History) -> None:
    path = history.trees / "example/on_velurin.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text[: text.index('    nodes=[')]}    nodes=[],\n)\n", encoding="utf-8")
    done = history.diff("v1")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "trees/example/on_velurin.py:19: the tree 'on_velurin' has no nodes.\n"


def test_a_link_in_an_old_commit_is_not_followed(history: History, tmp_path: Path) -> None:
    secret = tmp_path / "secret.py"
    secret.write_text("tree = 1\n", encoding="utf-8")
    path = history.trees / "example/on_velurin.py"
    text = path.read_text(encoding="utf-8")
    path.unlink()
    path.symlink_to(secret)
    history.commit()
    path.unlink()
    path.write_text(text, encoding="utf-8")
    done = history.diff("HEAD")

    assert (done.returncode, done.stdout) == (2, "")
    assert "HEAD:trees/example/on_velurin.py:1: this is a link to another place." in done.stderr
    assert "secret" not in done.stderr


def test_in_a_shallow_clone_it_says_how_to_get_the_history(history: History, tmp_path: Path) -> None:
    history.edit(*DOSE)
    history.commit()
    clone = tmp_path / "clone"
    address = f"file://{history.root}".replace(" ", "%20")
    command = ["git", "clone", "--quiet", "--depth=1", "--no-tags", address, str(clone)]
    subprocess.run(command, env=environment(**WHO), check=True, capture_output=True)
    shallow = object.__new__(History)
    shallow.root, shallow.trees = clone, clone / "trees"
    done = shallow.diff("HEAD~1")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "trees diff: 'HEAD~1' is no collection, no folder and no revision. "
        "In a checkout without its history, git fetch --unshallow brings it.\n"
    )


def test_without_git_and_outside_of_a_checkout_folders_alone_are_compared(history: History, tmp_path: Path) -> None:
    done = history.diff("v1", path=str(tmp_path))

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "trees diff: there is no folder 'v1', "
        "and trees is no checkout with a history in which that could be a revision.\n"
    )
    assert history.diff("trees", path=str(tmp_path)).stdout == NO_CHANGE
    plain = History(tmp_path / "plain")
    assert plain.diff("v1").stderr == done.stderr
    assert plain.diff("example").stderr.startswith("trees diff: 'example' is a collection, ")


def test_a_revision_without_that_folder_is_refused(history: History) -> None:
    history.git("rm", "-r", "--quiet", "trees")
    bare = history.commit()
    history.git("checkout", "--quiet", "v1")
    done = history.diff(bare)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"trees diff: '{bare}' has no folder trees. Was it called otherwise then?\n"
