"""The first use of a term in a step leads to the glossary, with its meaning at hand; not a word of the page changes."""

import re
from dataclasses import replace
from html import unescape

import pytest
from conftest import ROOT
from helpers.key_reader import read_key
from markupsafe import Markup

from macros.glossary_page import OURS, glossary_page
from macros.key import Key
from macros.links import Links
from macros.markup import el
from macros.terms import Terms
from macros.tree_page import tree_page
from macros.uses import Uses
from trees.core.evidence import Quote, quotes_of
from trees.core.glossary import Term
from trees.core.library import Library, load
from trees.core.term_forms import forms

REAL = load(ROOT / "trees")
USES = Uses(REAL)
WITH_TERMS = [name for name in REAL.trees if REAL.terms.get(name.partition("/")[0])]
SCAN = Term("scan", name="PET", also=("body scan",), means="Pictures & more.")
RETURN = Term("return", name="Return", also=("returns",), means="It is there again.")
LOCAL = Term("local_return", name="Local return", means="It is there again, where it was.")


def terms(*given: Term) -> Terms:
    """Return a glossary of these terms."""
    library = Library(ROOT, "trees")
    library.terms["here"] = {term.id: term for term in given}
    return Terms(Links(library, "trees/here/a_tree"), "here", given)


def marked(html: str, *given: Term) -> str:
    return str(terms(*(given or (SCAN, RETURN, LOCAL))).marked(Markup(html)))


def linked(html: str) -> list[str]:
    """Return the words of every link to the glossary."""
    return re.findall(r'<a [^>]*class="dt-term"[^>]*>([^<]*)</a>', html)


def words(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_a_term_becomes_a_link_to_its_entry_that_is_described_by_its_meaning() -> None:
    assert marked("<p>A return.</p>") == (
        '<p>A <a href="../../../glossary/here/#return" class="dt-term" aria-describedby="term-return">return</a>.</p>'
    )


def test_only_the_first_use_in_a_step_is_marked_and_every_step_begins_anew() -> None:
    glossary = terms(RETURN)
    step = Markup("<p>Return, or returns.</p><p>A return.</p>")
    assert linked(glossary.marked(step)) == ["Return"]
    assert linked(glossary.marked(step)) == ["Return"]


def test_the_longest_form_is_taken_and_a_shorter_term_after_it_is_still_marked() -> None:
    assert linked(marked("<p>A local return is a return.</p>")) == ["local return", "return"]


@pytest.mark.parametrize(
    "text", ["RETURN", "return", "Returns", "a  return,", "(return)", "local\u00a0return", "return\u2019s"]
)
def test_a_term_is_found_in_any_letters_and_form_and_beside_any_mark(text: str) -> None:
    assert len(linked(marked(f"<p>{text}</p>"))) == 1


@pytest.mark.parametrize("text", ["returned", "unreturn", "non-return", "return-free", "pet", "Pet", "PETs"])
def test_a_part_of_a_word_and_the_letters_of_a_short_form_as_another_word_are_left_alone(text: str) -> None:
    assert linked(marked(f"<p>{text}</p>")) == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#x">A return</a>',
        "<h3>A return</h3>",
        "<q>a return</q>",
        "<button>Return</button>",
        "<svg><text>Return</text></svg>",
        "<dl><dt>Return</dt></dl>",
        '<p class="dt-from">Return: <em>return</em></p>',
        "<h3><span>1</span><em>return</em></h3>",
        "<p>in “a return of it” (no)</p>",
        '<p title="return">none</p>',
    ],
)
def test_links_headings_quotes_buttons_drawings_and_attributes_are_left_alone(html: str) -> None:
    assert marked(html) == html


def test_what_follows_something_left_alone_is_marked() -> None:
    assert linked(marked("<h3>Return</h3><br><p>“return” and <q>return</q> and return</p>")) == ["return"]


def test_marks_that_html_writes_as_references_stay_what_they_are() -> None:
    html = str(el("p", "a < b & 'c' \"d\" return > e"))
    assert words(marked(html)) == words(html)
    assert marked(html, SCAN) == html


def test_without_terms_nothing_changes_and_nothing_is_added() -> None:
    glossary = terms()
    html = Markup("<p>“A return” &amp; more</p>")
    assert glossary.marked(html) == html
    assert glossary.meanings() is None


def test_the_meanings_of_the_terms_that_are_used_are_given_once_each_hidden_and_as_tooltips() -> None:
    quote = Quote("words of the source here", REAL.sources[next(iter(REAL.sources))], at="X1")
    glossary = terms(SCAN, replace(RETURN, because=quote), LOCAL)
    glossary.marked(Markup("<p>PET, return</p>"))
    glossary.marked(Markup("<p>body scan, returns</p>"))
    found = str(glossary.meanings())
    assert re.findall(r'<div id="([^"]*)" class="dt-tip" role="tooltip" hidden>', found) == ["term-scan", "term-return"]
    assert "<strong>PET</strong>. Pictures &amp; more. <small>(In our words alone.)</small>" in found
    assert "<strong>Return</strong>. It is there again.</div>" in found


@pytest.mark.parametrize("name", WITH_TERMS)
def test_not_a_word_of_a_tree_changes_and_its_text_twin_is_the_same(name: str) -> None:
    key, tree = Key(Links(REAL, f"trees/{name}"), USES, name, REAL.trees[name]), REAL.trees[name]
    collection = name.partition("/")[0]
    glossary = Terms(key.links, collection, REAL.terms[collection].values())
    plain = [key.step(node) for node in tree.nodes]
    with_terms = [glossary.marked(step) for step in plain]
    assert list(map(words, with_terms)) == list(map(words, plain))
    assert read_key("".join(with_terms)) == read_key("".join(plain))
    for before, after in zip(plain, with_terms, strict=True):
        assert re.sub(r'<a [^>]*class="dt-term"[^>]*>([^<]*)</a>', r"\1", after) == before


@pytest.mark.parametrize("name", WITH_TERMS)
def test_the_page_of_a_tree_has_the_meaning_of_every_term_that_it_marks_and_of_no_other(name: str) -> None:
    html = tree_page(Links(REAL, f"trees/{name}"), USES, name)
    described = set(re.findall(r'class="dt-term" aria-describedby="([^"]*)"', html))
    given = re.findall(r'<div id="(term-[^"]*)" class="dt-tip"', html)
    assert set(given) == described
    assert len(given) == len(set(given))
    assert "<a" not in "".join(re.findall(r'class="dt-tip".*?</div>', html))


def test_the_trees_use_terms_at_all_and_most_terms_are_used() -> None:
    for collection, known in REAL.terms.items():
        used: set[str] = set()
        for name in (name for name in REAL.trees if name.startswith(f"{collection}/")):
            used |= set(
                re.findall(r'aria-describedby="term-([^"]*)"', tree_page(Links(REAL, f"trees/{name}"), USES, name))
            )
        assert used <= set(known)
        assert len(used) > len(known) / 2, set(known) - used


@pytest.mark.parametrize("collection", REAL.collections)
def test_the_glossary_has_every_term_in_order_with_its_forms_and_its_basis(collection: str) -> None:
    html = glossary_page(Links(REAL, f"glossary/{collection}"), USES, collection)
    known = REAL.terms.get(collection, {})
    entries = dict(re.findall(r'<section class="dt-entry"><h2 id="([^"]*)">(.*?)</section>', html))
    assert list(entries) == sorted(known, key=lambda each: known[each].name.casefold())
    assert known or "No term is explained." in html
    for term in known.values():
        entry = words(entries[term.id]).replace("\xa0", " ")
        assert term.means in entry
        assert all(form in entry for form in forms(term))
        assert (OURS in entry) == (not term.because)
        for quote in quotes_of(term.because):
            assert f"{quote.text} ({quote.source.short}, {quote.at})" in entry
            assert f"sources/{quote.source.id}/#{quote.at}" in entries[term.id]
