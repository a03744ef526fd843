"""The page of a comparison in a real browser: it asks for nothing, runs nothing, and everybody can read it."""

import re
from pathlib import Path

import pytest
from helpers.browser import NARROW, SCHEMES, WIDE, visiting
from helpers.commands import copy_of_the_invented, replace, run
from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a comparison in which something of every kind has changed."""
    folder = tmp_path_factory.mktemp("diff")
    before = copy_of_the_invented(folder / "before")
    after = copy_of_the_invented(folder / "after")
    tree = after / "example" / "tarn_nodule.py"
    replace(tree, "dose=DailyDose(mg=100)", "dose=DailyDose(mg=150)")
    replace(tree, '"More than 5 cm"', '"Above <5> & more"')
    replace(
        tree, 'Answer("unknown", "Not tested", to="velurin_100"', 'Answer("unknown", "Not tested", to="velurin_400"'
    )
    replace(tree, "Whether a nodule is watched or treated.", "Whether a nodule is watched or treated, or neither.")
    out = folder / "page.html"
    done = run("--folder", after, "diff", before, "--format", "html", "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    return out


@pytest.fixture(params=[(size, scheme) for size in (NARROW, WIDE) for scheme in SCHEMES], ids=str)
def look(request: pytest.FixtureRequest) -> tuple[tuple[int, int], str]:
    return request.param


def test_the_page_says_who_is_led_elsewhere_and_what_is_not_written_down(page: Path) -> None:
    text = " ".join(re.sub(r"<[^>]+>", " ", page.read_text(encoding="utf-8")).split())

    assert "example: a change of advice. 1 of 3 trees;" in text
    assert "was Treatment: Velurin 100 mg daily" in text
    assert "now Treatment: Velurin 150 mg daily" in text
    assert "Does the nodule hurt? Yes; Has a biopsy been taken? Yes; Is it the quill variant? No" in text
    assert "Not written down yet" in text
    assert "has no new entry that names this tree" in text
    assert "Above &lt;5&gt; &amp; more" in text


def test_the_page_is_sound_in_every_look(page: Path, browser: Browser, look: tuple[tuple[int, int], str]) -> None:
    size, scheme = look
    with visiting(browser, page.parent.as_uri(), size, scheme) as visit:
        visit.page.goto(page.as_uri())
        wide = visit.page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        ground = visit.page.evaluate("getComputedStyle(document.querySelector('.dt')).backgroundColor")

        assert wide[0] <= wide[1]
        assert visit.requests == [page.as_uri()]
        assert visit.complaints == []
        assert ground == ("rgb(30, 33, 41)" if scheme == "dark" else "rgb(255, 255, 255)")


def test_a_page_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    trees = copy_of_the_invented(tmp_path)
    done = run("--folder", trees, "diff", trees, "--format", "html", "--out", tmp_path / "no" / "page.html")

    assert done.returncode == 2
    assert done.stderr.startswith("trees diff: ")
    assert done.stderr.endswith("cannot be written: No such file or directory. What was there is as it was.\n")


def test_a_page_without_a_file_says_that_it_wants_one(tmp_path: Path) -> None:
    trees = copy_of_the_invented(tmp_path)
    done = run("--folder", trees, "diff", trees, "--format", "html")

    assert (done.returncode, done.stderr) == (2, "trees diff: a page wants a file. Say --out FILE.\n")
