"""A line never ends inside a dose, a range or a comparison, on a page as in a diagram."""

import re

import pytest
from conftest import ROOT
from markupsafe import Markup

from macros.basis_pages import trial_page
from macros.drug_page import drug_page
from macros.links import Links
from macros.no_break import NO_BREAK, kept_together, kept_together_in
from macros.source_page import source_page
from macros.tree_page import tree_page
from macros.uses import Uses
from trees.core.library import load

LIBRARY = load(ROOT / "trees")
USES = Uses(LIBRARY)
DOSE = re.compile(r"\d (?:mg|weeks?|months?|days?|cm|%)\b")


def pages() -> dict[str, str]:
    """Return every generated page that may state a dose, as the HTML of its block."""
    found = {f"trees/{name}": tree_page(Links(LIBRARY, f"trees/{name}"), USES, name) for name in LIBRARY.trees}
    found |= {f"drugs/{drug}": drug_page(Links(LIBRARY, f"drugs/{drug}"), USES, drug) for drug in LIBRARY.drugs}
    found |= {
        f"sources/{each}": source_page(Links(LIBRARY, f"sources/{each}"), USES, each) for each in LIBRARY.registers
    }
    for collection, trials in LIBRARY.trials.items():
        for trial in trials:
            at = f"trials/{collection}/{trial}"
            found[at] = trial_page(Links(LIBRARY, at), USES, collection, trial)
    return found


PAGES = pages()


@pytest.mark.parametrize("page", PAGES)
def test_no_dose_on_a_page_parts_from_its_unit(page: str) -> None:
    text = re.sub(r"<svg\b.*?</svg>|<[^>]*>", "|", PAGES[page].partition("<div")[2])
    assert DOSE.findall(text) == []


def test_the_pages_state_doses_at_all() -> None:
    assert any(f"400{NO_BREAK}mg" in html for html in PAGES.values())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("37.5 mg daily", "37.5~mg daily"),
        ("from 4 to 8 weeks on", "from 4~to~8~weeks on"),
        ("more than (> 600 mg)", "more than (>~600~mg)"),
        ("(&gt; 600 and &lt; 800 mg)", "(&gt;~600 and &lt;~800~mg)"),
        ("(P = .002) and P &lt; .0001", "(P~=~.002) and P~&lt;~.0001"),
        ("KIT exon 9", "KIT exon~9"),
        ("no number here", "no number here"),
    ],
)
def test_what_belongs_together_is_kept_together(text: str, kept: str) -> None:
    assert kept_together(text).replace(NO_BREAK, "~") == kept


def test_tags_and_drawings_stay_as_they_are() -> None:
    html = Markup('<a title="400 mg">400 mg</a><svg aria-label="400 mg"><text>400 mg</text></svg>')
    expected = f'<a title="400 mg">400{NO_BREAK}mg</a><svg aria-label="400 mg"><text>400 mg</text></svg>'
    assert kept_together_in(html) == expected
