"""The slides of a tree lose nothing of it, and say what each step rests on and how far to trust it."""

from dataclasses import replace

import pytest
from helpers.basis import sources_shown
from helpers.decks import ITEMS, REAL, SIZE, deck_of, each_tree, made
from helpers.slide_reader import DeckRead, Way, badge_beside, badge_of

from macros.downloads.slide_text import legal
from trees.core import wording
from trees.core.branches import OtherTree, To
from trees.core.digest import digest
from trees.core.evidence import quotes_of
from trees.core.library import Library
from trees.core.nodes import OUTCOMES, Checklist, Treatment, Tree, ways
from trees.core.numbering import badges
from trees.core.review import NOT_REVIEWED
from trees.core.since import quotes_of_note


def one_line(text: str) -> str:
    return " ".join(text.split())


def expected(library: Library, name: str) -> dict[str, list[Way]]:
    """Return the ways out of every step, from the data alone."""
    tree, marks = library.trees[name], badges(library.trees[name])

    def to(target: To) -> str:
        if isinstance(target, OtherTree):
            return f"https://example.org/trees/{library.jump(name, target)}/"
        return marks[target]

    found = {}
    for node in tree.nodes:
        out = [Way(one_line(way.says), to(way.to)) for way in ways(node)]
        if isinstance(node, Checklist) and node.always is not None:
            out.insert(0, Way("In any case", to(node.always)))
        if out:
            found[marks[node.id]] = out
    return found


@each_tree
def test_the_tree_can_be_made_again_by_following_lines_and_links(library: Library, name: str) -> None:
    deck, tree = deck_of(name), library.trees[name]
    assert deck.graph() == expected(library, name)
    marks = badges(tree)
    assert [badge for badge, _ in deck.contents.values()] == [marks[node.id] for node in tree.nodes]
    for node, (_, row) in zip(tree.nodes, deck.contents.values(), strict=True):
        assert one_line(wording.title(node)) in row


@each_tree
def test_a_box_says_what_its_step_says_and_how_firmly_and_what_is_newer(library: Library, name: str) -> None:
    tree = library.trees[name]
    by_badge = {badges(tree)[node.id]: node for node in tree.nodes}
    for slide in deck_of(name).slides:
        for shape in deck_of(name).shapes(slide):
            if shape.name != "Words":
                continue
            badge = badge_beside(slide, shape)
            assert badge is not None
            node = by_badge[badge]
            says = [one_line(each) for each in (wording.title(node), wording.firmly(node)) if each]
            assert [each.text.replace("\xa0", " ") for each in shape.text_frame.paragraphs] == says
            (group,) = (each for each in slide.shapes if each.shape_id == shape.element.getparent().xpath(
                "number(p:nvGrpSpPr/p:cNvPr/@id)"
            ))  # fmt: skip
            marks = [each.text_frame.text.replace("\xa0", " ") for each in group.shapes if each.name == "Newer source"]
            assert marks == [wording.since_mark(node)] * bool(wording.since_mark(node))


def on_slides_of(deck: DeckRead, badge: str) -> list[tuple[str, str]]:
    """Return the text and the notes of each slide of an outcome."""
    at = [
        slide
        for slide, title in zip(deck.slides, deck.titles(), strict=True)
        if badge_of(title) == badge and not title.startswith("Contents")
    ]
    return [(one_line(deck.text(slide)), one_line(deck.notes(slide))) for slide in at]


@each_tree
def test_what_an_outcome_says_stands_on_its_slides_and_its_basis_there_or_in_the_notes(
    library: Library, name: str
) -> None:
    deck, tree = deck_of(name), library.trees[name]
    for node in (node for node in tree.nodes if isinstance(node, OUTCOMES)):
        parts = on_slides_of(deck, badges(tree)[node.id])
        shown, notes = " ".join(text for text, _ in parts), parts[0][1]
        assert all(each == notes for _, each in parts)
        quotes = quotes_of(node.because)
        must = [wording.title(node), wording.kind(node), f"Applies to: {tree.applies_to}"]
        if isinstance(node, Treatment):
            must.append(f"Dose: {wording.dose_as_printed(node.dose)}")
        strong: dict[tuple[str, str], list[str]] = {}
        for each in (each for each in quotes if each.strength):
            says = one_line(f"“{each.strength}” in “{each.text}” ({wording.citation(each)})")
            strong.setdefault((wording.citation(each), each.strength), []).append(says)
        assert all(any(each in shown for each in of) for of in strong.values())
        must += [f"{note.topic}: {note.says}" for note in node.since]
        for each in map(one_line, must):
            assert each in shown, each
        rest = [f"“{each.text}” ({wording.citation(each)})" for each in quotes]
        rest += [f"“{each.text}” ({wording.citation(each)})" for note in node.since for each in quotes_of_note(note)]
        rest += [*node.notes, *(trial.name for trial in node.evidence)]
        rest += [wording.figure(figure) for trial in node.evidence for figure in trial.figures]
        rest += [wording.level(trial.level) for trial in node.evidence]
        rest += [side.says for each in node.differs for side in each.sides]
        for each in map(one_line, rest):
            assert each in notes, each
            if each not in shown:
                assert "The notes of this slide go on with: " in shown


@each_tree
def test_what_is_newer_is_read_before_the_advice(library: Library, name: str) -> None:
    deck, tree = deck_of(name), library.trees[name]
    for node in tree.nodes:
        if isinstance(node, OUTCOMES) and node.since:
            first, notes = on_slides_of(deck, badges(tree)[node.id])[0]
            assert f"Since then: {node.since[0].source.short}" in first
            for text in (first, notes):
                advice = [text.index(each) for each in ("Dose:", "Stated:", "Applies to:", "Strength:") if each in text]
                assert all(text.index("Since then:") < each for each in advice)
            row = next(row for badge, row in deck.contents.values() if badge == badges(tree)[node.id])
            assert f"({wording.since_mark(node)}): " in row


@each_tree
def test_no_label_stands_at_the_end_of_a_slide_and_no_row_goes_on_without_one(library: Library, name: str) -> None:
    deck = deck_of(name)
    for slide, title in zip(deck.slides, deck.titles(), strict=True):
        if badge_of(title) in {badge for badge, _ in deck.contents.values()}:
            body = [each for each in slide.shapes if each.name in ("Newer source", "What it says", "What may follow")]
            rows = [row for shape in body for row in shape.text_frame.paragraphs]
            assert rows[0].runs[0].font.bold, title
            assert not rows[-1].text.endswith(": "), title


@each_tree
def test_the_notes_of_a_question_have_its_meaning_and_the_words_behind_each_answer(library: Library, name: str) -> None:
    deck, tree = deck_of(name), library.trees[name]
    first = {badge: number for number, (badge, _) in deck.contents.items()}
    for node in (node for node in tree.nodes if not isinstance(node, OUTCOMES)):
        notes = one_line(deck.notes(deck.slides[first[badges(tree)[node.id]] - 1]))
        for way in ways(node):
            assert one_line(way.says) in notes
            for quote in quotes_of(way.because):  # type: ignore[union-attr]
                assert f"“{one_line(quote.text)}” ({wording.citation(quote)})" in notes
        if hasattr(node, "means"):
            assert f"Meaning: {one_line(wording.meaning(node.means))}" in notes


@each_tree
def test_a_deck_says_whose_it_is_and_how_far_to_trust_it_wherever_it_is_opened(library: Library, name: str) -> None:
    deck, tree = deck_of(name), library.trees[name]
    whole = digest(library, name)
    collection = library.collections[name.partition("/")[0]]
    own = [
        *(["Nothing here is medicine."] if collection.invented else []),
        tree.title,
        f"https://example.org/trees/{name}/",
        "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/",
        f"{name}@{whole[:8]}",
        whole,
        *(f"{source.short}, {source.date}" for source in sources_shown(library, name)),
        *(f"{source.short}, {source.date}: newer, not followed" for source in collection.newer),
        NOT_REVIEWED,
        "Not medical advice, not current guidance.",
        tree.applies_to,
    ]
    core = deck.deck.core_properties
    first, last = deck.slides[0], deck.slides[-1]
    places = [deck.text(first), deck.text(last), deck.notes(first), deck.notes(last), core.comments]
    for each in map(one_line, own):
        assert all(each in one_line(place) for place in places), each
    assert "the maintainers of A site" in deck.text(last)
    for slide in deck.slides:
        assert f"{name}@{whole[:8]}" in deck.text(slide)
        assert NOT_REVIEWED in deck.text(slide)
        assert ("Nothing here is medicine." in deck.text(slide)) == collection.invented
        notes = one_line(deck.notes(slide))
        for each in (f"“{one_line(tree.title)}”, {name}@", whole, "Not medical advice", NOT_REVIEWED):
            assert each in notes
    assert (core.title, core.author, core.content_status) == (
        tree.title,
        "the maintainers of A site",
        core.content_status,
    )
    assert core.version == f"{name}@{whole[:8]}"
    assert {f"{each:%Y-%m-%d %H:%M:%S}" for each in (core.created, core.modified)} == {"2026-11-22 00:00:00"}
    for note in (note for node in tree.nodes if isinstance(node, OUTCOMES) for note in node.since):
        assert note.says in core.comments


def test_the_slides_of_a_small_tree() -> None:
    assert deck_of(ITEMS).titles() == [
        "On velurin",
        "Contents",
        "On velurin: question 1",
        "A: A visit every 3 months",
        "B: Iron is checked monthly",
        "C: Referral to a specialist",
        "D: What else to watch while iron and fever are not known",
        "Attribution and license",
    ]
    assert deck_of(ITEMS).graph() == {
        "1": [
            Way("In any case", "A"),
            Way("Low iron", "B"),
            Way("Fever", "C"),
            Way("None of these", "A"),
            Way("Not known", "D"),
        ]
    }


def with_texts(tree: Tree, text: str) -> Tree:
    nodes = tuple(replace(node, asks=text) if hasattr(node, "asks") else node for node in tree.nodes)
    return replace(tree, title=text, purpose=text, applies_to=text, nodes=nodes)


HOSTILE = [
    "<a:t>&amp;</a:t> ]]> <script>alert(1)</script>",
    "[link](https://example.org) `code` **bold** \\ _x0041_ {0} %s",
    "a\x00b\x07c\x1bd\ufffee",
    "Onewordthatislongerthananyboxandthereforehastobebrokensomewhereinthemiddleofit" * 2,
    "=HYPERLINK(1) → : A: • ",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_that_text_whatever_it_looks_like(text: str) -> None:
    library = replace(REAL, trees={**REAL.trees, SIZE: with_texts(REAL.trees[SIZE], text)})
    deck = DeckRead(made(library, SIZE))
    says = one_line(legal(text))
    assert says in deck.titles()[0]
    slide = next(slide for slide, title in zip(deck.slides, deck.titles(), strict=True) if ": question 1" in title)
    assert says in one_line(deck.text(slide))
    assert says in one_line(deck.notes(slide))
    assert one_line(deck.deck.core_properties.title) == says
    links = {rel.target_ref for slide in deck.slides for rel in slide.part.rels.values() if rel.is_external}
    assert links == {
        "https://example.org/trees/example/after_velurin/",
        "https://example.org/trees/example/on_velurin/",
    }
