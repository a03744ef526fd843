"""The handout of a tree says all that its page says, and every link in it leads where it says."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from helpers.handout_reader import Link, Read
from helpers.handouts import REAL, SITE, SIZE, each_tree, material, of, some_trees
from helpers.key_steps import Changed, Step, WayOut, Words
from helpers.paper import Area, plain
from helpers.tree_graph import Graph

from macros.diagram.boxes import CHIP, ENTRY, JUMP
from macros.diagram.sheets import in_sheets, sheet_for
from trees.core import wording
from trees.core.library import Library
from trees.core.nodes import Treatment
from trees.core.review import NOT_REVIEWED
from trees.core.term_forms import terms_in

HEADROOM = 10
"""How far above a heading a link to it leads, in pt."""


def sections(found: Read, steps: list[Step]) -> Iterator[str]:
    """Yield what stands below the heading of each step, without spaces."""
    text = found.text.partition(plain("stands where we ask something that a source only implies."))[2]
    text = text.rpartition("Sources•")[0]
    for step in steps:
        head = (
            re.escape(plain(f"{step.badge} {step.says}")) + "(“.{1,90}?”)?([≠–+]\\d{4})?" + re.escape(plain(step.named))
        )
        before, _, text = (part for part in partition(head, text))
        if step is not steps[0]:
            yield before
    yield text.rpartition("Terms")[0] or text


def partition(pattern: str, text: str) -> tuple[str, str, str]:
    found = re.search(pattern, text)
    assert found, pattern
    return text[: found.start()], found.group(), text[found.end() :]


def said_in(step: Step, node: object) -> Iterator[str]:
    """Yield every text that a step has, from its data."""
    yield from filter(None, (step.means, step.order, step.applies_to, *step.no_criterion, *step.notes))
    if isinstance(node, Treatment):
        yield f"Dose: {wording.dose_as_printed(node.dose)}"
        yield f"Duration: {step.duration or 'Not stated'}"
    yield from (step.left_open or ())[::2]
    for words in step.words:
        yield quoted(words)
    for strong in step.strengths:
        yield f"“{strong.strength}” in {quoted(strong)}" if isinstance(strong, Words) else f"“{strong}”"
    for way in step.ways:
        yield f"In any case: {way.called}" if way.kind == "in any case" else f"{way.says}{edges(way)} → {way.called}"
        yield way.since.removesuffix(".")
        yield from map(quoted, way.words)
        yield from (f"“{each}”" for each in way.strengths)
    for trial in step.trials:
        yield f"{trial.name}: {trial.design}, {trial.patients} patients"
        yield ", ".join(trial.codes)
    for each in step.differs:
        yield each.topic
        yield from (f"{source}: {says}" for source, says in each.sides)
    for newer in step.since:
        yield from newer_says(newer)
    yield from (f"{source}, {date}" for source, date in step.held_against)
    yield from (name for name, _ in (*step.cautions, *step.about))


def edges(way: WayOut) -> str:
    """Return the edges of a band as they are printed, where it has some that the unit of its question is put to."""
    given = way.edges
    if given is None:
        return ""
    if given.at_least is not None and given.at_least == given.at_most:
        return f" (= {given.at_least:g} {given.unit})"
    ends = (("≥", given.at_least), (">", given.above), ("≤", given.at_most), ("<", given.below))
    return f" ({' and '.join(f'{sign} {value:g}' for sign, value in ends if value is not None)} {given.unit})"


def newer_says(newer: Changed) -> Iterator[str]:
    yield f"{newer.source}, {newer.date}, {newer.published_at}"
    yield f"{newer.source} {newer.change}. {newer.topic}: {newer.says}"
    yield from map(quoted, newer.words)
    yield from (f"“{each}”" for each in newer.not_found)


def quoted(words: Words) -> str:
    return f"“{words.text}” ({words.citation})"


@each_tree
def test_every_step_says_all_that_its_data_says(library: Library, name: str) -> None:
    steps, tree = Graph(library, name).steps(), library.trees[name]
    for step, section in zip(steps, sections(of(library, name), steps), strict=True):
        for says in said_in(step, tree.node(step.id)):
            assert plain(says) in section, step.id


@each_tree
def test_what_a_newer_source_says_stands_before_the_advice(library: Library, name: str) -> None:
    steps = Graph(library, name).steps()
    for step, section in zip(steps, sections(of(library, name), steps), strict=True):
        for newer in step.since:
            at = section.index(plain(f"{newer.source} {newer.change}. {newer.topic}"))
            assert at < section.index("Appliesto:") < section.index("Strength:")
            assert at < (section.index("Dose:") if step.drug else len(section))


def test_a_treatment_reads_in_its_words() -> None:
    steps = Graph(REAL, SIZE).steps()
    section = dict(zip([step.id for step in steps], sections(of(REAL, SIZE), steps), strict=True))["velurin_100"]
    for words in (
        "Leads here: • Does the nodule hurt? Yes; or No (on some ways)",
        "Invented 2024, 2024-03-31, https://example.org/tarn-nodules-2",
        "Invented 2024 says otherwise. The first dose of velurin for a painful nodule: 75 mg daily; later more of it",
        "Drug: Velurin Dose: 100 mg daily Duration: Not stated Applies to: Patients with Tarn nodules",
        "Strength: No word of strength",
        "HERON: Open trial, 120 patients; level X2",
        "“treated with velurin at 100 mg daily” (Invented 2020, E04)",
        "event: It does not help → the tree “After velurin”",
    ):
        assert plain(words) in section


@each_tree
def test_the_heading_of_a_treatment_has_its_word_of_strength_and_the_mark_of_what_is_newer(
    library: Library, name: str
) -> None:
    text = of(library, name).text
    for step in Graph(library, name).steps():
        node = library.trees[name].node(step.id)
        more = f"{wording.firmly(node)} {wording.since_mark(node)} {step.named}"
        assert plain(f"{step.badge} {step.says} {more}") in text


@each_tree
def test_the_first_page_and_the_metadata_say_whose_it_is_and_how_far_to_trust_it(library: Library, name: str) -> None:
    found, given = of(library, name), material(library, name).attribution
    first = found.sheets[0].text
    for label, says in given.rows():
        assert plain(says if label in ("Warning", "Title") else f"{label}: {says}") in first
        assert f"{label}: {says}" in found.said["Subject"].splitlines()
    if given.warnings():
        assert first.startswith(plain("".join(given.warnings())))
    assert plain(library.trees[name].purpose) in first
    assert found.said["Title"] == " ".join(given.title.split())
    assert found.said["Author"] == given.author
    assert given.sha256 in found.said["Keywords"]
    assert NOT_REVIEWED in found.said["Keywords"]
    for note in given.noted():
        assert note in found.said["Subject"].splitlines()


@each_tree
def test_every_page_says_at_its_foot_what_it_is(library: Library, name: str) -> None:
    found, given = of(library, name), material(library, name).attribution
    lines = [*given.warnings(), f"{given.title} · {given.version}", f"{given.dated} · {given.review}"]
    for number, sheet in enumerate(found.sheets, 1):
        for line in lines:
            assert plain(line) in sheet.foot
        assert sheet.foot.endswith(plain(f"Page {number} of {len(found.sheets)}"))


@each_tree
def test_sources_and_terms_stand_at_the_end(library: Library, name: str) -> None:
    end = of(library, name).text.rpartition("Sources•")[2]
    terms = library.terms.get(name.partition("/")[0], {}).values()
    for source in material(library, name).attribution.sources:
        assert plain(f"{source.short} ({source.publisher}, {source.date}; written for:") in end
        assert plain(source.note) in end
    for term in terms_in(library.trees[name], terms):
        assert plain(f"{term.name}: {term.means}") in of(library, name).text


def on_site(name: str, address: str) -> str:
    return urljoin(f"{SITE}trees/{name}/", address)


def addresses(step: Step) -> Iterator[str]:
    """Yield every address to which a step leads."""
    yield from (way.to for way in step.ways)
    yield from (words.address for way in step.ways for words in way.words)
    yield from (words.address for words in (*step.words, *step.strengths) if isinstance(words, Words))
    yield from (each.address for each in (*step.trials, *step.differs, *step.since))
    yield from (words.address for newer in step.since for words in newer.words)
    yield from (address for _, address in (*step.cautions, *step.about, *((step.drug,) if step.drug else ())))
    yield from (each.address for each in step.reached_from if each.address)


def starts(found: Read, steps: list[Step]) -> dict[str, tuple[int, float]]:
    """Return the page and the height at which each step begins, from the links of the list of steps on page 1."""
    listed = [each for sheet in found.sheets[:2] for each in sheet.links if not each.address][: len(steps)]
    return {step.id: (link.page, link.height - HEADROOM) for step, link in zip(steps, listed, strict=True)}


@each_tree
def test_every_step_leads_to_steps_of_the_handout_and_to_pages_of_the_site(library: Library, name: str) -> None:
    found, steps = of(library, name), Graph(library, name).steps()
    at = starts(found, steps)
    ends = [*[at[step.id] for step in steps[1:]], (len(found.sheets), 0.0)]
    for step, end in zip(steps, ends, strict=True):
        # Links of a page stand in the order in which they are read, and so do pages.
        inside = [
            link
            for number, sheet in enumerate(found.sheets)
            for link in sheet.links
            if is_between((number, link.area.bottom), at[step.id], end)
        ]
        web = {link.address for link in inside if link.address}
        here = {(link.page, round(link.height - HEADROOM)) for link in inside if not link.address}
        wanted = set(addresses(step))
        assert {on_site(name, each) for each in wanted if not each.startswith("#")} <= web
        assert {(at[each[1:]][0], round(at[each[1:]][1])) for each in wanted if each.startswith("#")} == here


def is_between(place: tuple[int, float], start: tuple[int, float], end: tuple[int, float]) -> bool:
    (page, height), (first, top), (last, low) = place, start, end
    return (first, -top) < (page, -height) < (last, -low)


@each_tree
def test_a_link_to_a_step_leads_to_its_heading(library: Library, name: str) -> None:
    found, steps = of(library, name), Graph(library, name).steps()
    for step, (page, height) in zip(steps, starts(found, steps).values(), strict=True):
        head = found.within(page, Area(0, height - 40, found.sheets[page].wide, height))
        assert head.startswith(plain(f"{step.badge} {step.says}")[:20])


@some_trees
def test_every_box_of_the_diagram_is_there_and_leads_to_its_step_or_tree(library: Library, name: str) -> None:
    found, steps, given = of(library, name), Graph(library, name).steps(), material(library, name)
    at, boxes = starts(found, steps), dict[str, list[tuple[int, Link]]]()
    drawn = [number for number, sheet in enumerate(found.sheets) if any(tag.kind == "Figure" for tag in sheet.tags)]
    whole = sheet_for(given.layout)
    pages = in_sheets(given.tree, badge=given.badges, tree_title=given.tree_title)
    layouts = [given.layout] if whole else [page.layout for page in pages]
    for number in drawn:
        for link in found.sheets[number].links:
            boxes.setdefault(found.within(number, link.area), []).append((number, link))
    for box in (placed.box for layout in layouts for placed in layout.boxes):
        words = plain(f"{''.join(box.lines)}{box.firmly}")
        if box.kind in (CHIP, ENTRY):
            assert any(words in found.sheets[number].text for number in drawn)
            continue
        links = [link for says, each in boxes.items() if words in says for _, link in each]
        if box.kind == JUMP:
            assert given.tree_href(box.about) in {link.address for link in links}
        else:
            assert at[box.about] in {(link.page, link.height - HEADROOM) for link in links}
            assert plain(box.since) in "".join(found.sheets[number].text for number in drawn)
