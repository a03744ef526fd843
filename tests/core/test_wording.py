"""How figures read: as their source prints them."""

from trees.core import wording
from trees.core.evidence import Quote, Source
from trees.core.library import Library
from trees.core.nodes import Treatment

SOURCE = Source(
    "s",
    short="S 2020",
    title="S",
    publisher="P",
    date="2020-01-01",
    readers="Health professionals",
    address="",
    rights="",
)


def said(text: str) -> list[Quote]:
    return [Quote(text, SOURCE, at="S01")]


def test_a_figure_keeps_the_zeros_and_the_form_that_the_source_prints() -> None:
    words = said("ratio was 0.40 (.25 to 16.0) in 1,200 patients")

    assert [wording.printed(each, words) for each in (0.4, 0.25, 16.0, 1200)] == ["0.40", ".25", "16.0", "1,200"]


def test_a_figure_that_no_quote_prints_reads_as_it_is_written() -> None:
    assert wording.printed(0.4, said("no number stands here")) == "0.4"


def test_the_invented_trial_shows_its_hazard_ratio_with_both_decimals(library: Library) -> None:
    figures = [wording.figure(each) for each in library.trials["example"]["heron"].figures]

    assert any("hazard ratio 0.40 (95% CI 0.25 to 0.64)" in each for each in figures)


def test_a_treatment_says_how_firmly_its_dose_is_named_and_not_how_firmly_its_drug_is(library: Library) -> None:
    said = {
        name: {node.id: wording.firmly(node) for node in library.trees[name].nodes if isinstance(node, Treatment)}
        for name in ("gist_2017/first_line", "gist_2017/second_line_sunitinib", "gist_2017/progression_on_imatinib")
    }

    assert said["gist_2017/first_line"]["imatinib_800"] == "“may”"
    assert said["gist_2017/progression_on_imatinib"]["imatinib_tolerated"] == "“suggested”"
    # "standard" stands in the sentence that gives 50 mg daily; "usually" is said of the duration, for neither counts.
    assert sorted(said["gist_2017/second_line_sunitinib"].values()) == ["“may”", "“standard”"]


def test_a_treatment_without_a_dose_says_how_firmly_its_duration_or_its_drug_is_named(library: Library) -> None:
    said = {
        node.id: wording.firmly(node)
        for name in ("gist_2017/adjuvant_imatinib", "gist_2017/later_lines", "gist_2017/unresectable_or_spread")
        for node in library.trees[name].nodes
        if isinstance(node, Treatment)
    }

    assert said["adjuvant_one_year"] == "“typically recommended”"
    assert said["adjuvant_three_years"] == "“many doctors”"
    assert said["unresectable_imatinib"] == "“typically the preferred”"
    assert said["later_regorafenib"]
