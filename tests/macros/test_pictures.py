"""The picture of a tree as a file: it needs nothing beside it, says whose it is, and loses no note."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from helpers.diagram_trees import MARKUP
from helpers.drawn_boxes import boxes_in
from helpers.odd_library import ODD
from helpers.pictures import (
    DAY,
    SITE,
    SVG,
    XLINK,
    drawn_text,
    fonts_in,
    material_of,
    real,
    root,
    root_of,
    size_of,
    style_of,
    svg_of,
    wide,
    written_in,
)

from macros.downloads.picture import EDGE, drawn, picture
from trees.core.digest import digest
from trees.core.nodes import OUTCOMES
from trees.core.numbering import badges

NAMES = [*real().trees, *ODD.trees]
SMALL = "example/tarn_nodule"
each_tree = pytest.mark.parametrize("name", NAMES)
MAY_HOLD = {"svg", "title", "desc", "metadata", "style", "g", "a", "rect", "path", "text", "tspan"}
OF_METADATA = "{http://purl.org/dc/elements/1.1/}"
ABOUT_SMALL = {
    "Warning": "Invented for tests and for teaching. Nothing here is medicine.",
    "Title": "A new Tarn nodule",
    "Author": "the maintainers of A site of trees",
    "Source": "https://example.org/trees/example/tarn_nodule/",
    "License": "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/. Quoted words belong to their sources.",
    "Changed": "2026-11-22",
    "Follows": "Invented 2020, 2020-02-29",
    "Since then": "Invented 2024, 2024-03-31: newer, not followed. Says otherwise on 1 of 7 outcomes.",
    "State": "Encoded from the source. Not reviewed by a clinician.",
    "Text written for": "Testers and authors",
    "Which patients": "Patients with Tarn nodules",
}
NOTE_OF_SMALL = (
    "Invented 2024 (2024-03-31) says otherwise. The first dose of velurin for a painful nodule: 75 mg daily; later more"
    " of it when that is needed and tolerated."
)


def metadata(name: str) -> dict[str, list[str]]:
    """Return what a picture says of itself, by the names of Dublin Core."""
    found: dict[str, list[str]] = {}
    for element in (each for part in root(name).findall(f"{SVG}metadata") for each in part.iter()):
        if element.tag.startswith(OF_METADATA) and (said := "".join(element.itertext())):
            found.setdefault(element.tag.removeprefix(OF_METADATA), []).append(said)
    return found


def rows_of(name: str) -> list[tuple[str, str]]:
    """Return each pair of texts that begin on one line: a label and what stands behind it."""
    texts = written_in(root(name))
    return [
        (one.says, other.says)
        for one, other in pairwise(texts)
        if one.lines[0][1] == other.lines[0][1] and one.weight == 500
    ]


def notes_of(name: str) -> dict[str, tuple[list[str], str]]:
    """Return each note of a tree with the letters of the outcomes that it stands with, from the data alone."""
    tree = material_of(name).tree
    found: dict[str, tuple[list[str], str]] = {}
    for node in tree.nodes:
        for note in node.since if isinstance(node, OUTCOMES) else ():
            says = f"{note.source.short} ({note.source.date}) {note.change.value}. {note.topic}: {note.says}"
            found.setdefault(note.id, ([], says))[0].append(badges(tree)[node.id])
    return found


@each_tree
def test_a_picture_needs_nothing_beside_it_and_runs_nothing(name: str) -> None:
    assert {each.tag.removeprefix(SVG) for each in root(name).iter() if each.tag.startswith(SVG)} == MAY_HOLD
    assert "var(" not in svg_of(name)
    assert "@import" not in style_of(root(name))
    assert set(re.findall(r"url\((.{22})", svg_of(name))) == {"data:font/woff2;base64"}
    assert "url" not in re.sub(r"url\(data:font/woff2;base64,[\w+/=]+\)", "", style_of(root(name)))
    for element in root(name).iter():
        assert not [each for each in element.attrib if each.lower().startswith("on")]
        pointed = {each for each in element.attrib if each.rpartition("}")[2] in ("href", "src")}
        assert pointed == ({XLINK} if element.tag == f"{SVG}a" else set())


@each_tree
def test_every_box_leads_to_its_text_on_the_site(name: str) -> None:
    page, ids = f"{SITE}trees/{name}/", {node.id for node in material_of(name).tree.nodes}
    boxes = {each.get("data-id", ""): each for each in root(name).iter(f"{SVG}a") if each.get("data-id")}
    assert ids <= set(boxes)
    for of, box in boxes.items():
        leads = box.get(XLINK, "")
        if of in ids:
            assert leads == f"{page}#{of}"
        elif "k-goto" in box.get("class", ""):
            assert leads.removeprefix(f"{page}#") in ids
        else:
            others = {f"{SITE}trees/{other}/" for other in material_of(name).library.trees} - {page}
            assert leads in others
    assert {each.get("target") for each in root(name).iter(f"{SVG}a")} == {"_top"}


def test_a_picture_says_whose_it_is_and_how_far_to_trust_it() -> None:
    rows = dict(rows_of(SMALL))
    assert {label: rows.get(label) for label in ABOUT_SMALL} == ABOUT_SMALL
    whole = digest(real(), SMALL)
    assert rows["Version"] == f"example/tarn_nodule@{whole[:8]}, SHA-256 {whole}"
    assert rows["Use"].endswith("Not medical advice, not current guidance.")
    assert rows["F"] == NOTE_OF_SMALL


def test_a_picture_says_the_same_to_programs() -> None:
    said = metadata(SMALL)
    assert said["title"][0] == "A new Tarn nodule"
    assert said["creator"] == ["the maintainers of A site of trees"]
    assert said["rights"] == [ABOUT_SMALL["License"]]
    assert said["date"] == [DAY]
    assert said["source"] == [ABOUT_SMALL["Source"]]
    assert said["identifier"] == [dict(rows_of(SMALL))["Version"]]
    assert [each[:25] for each in said["relation"]] == ["Invented 2020, 2020-02-29"]
    (description,) = said["description"]
    assert all(f"{label}: {says}" in description.splitlines() for label, says in ABOUT_SMALL.items())
    assert f"F: {NOTE_OF_SMALL}" in description.splitlines()


@each_tree
def test_every_row_stands_in_the_picture_and_in_its_metadata(name: str) -> None:
    shown, (described,) = rows_of(name), metadata(name)["description"]
    for label, says in material_of(name).attribution.rows():
        assert (label, " ".join(says.split())) in shown
        assert f"{label}: {says}" in described


@each_tree
def test_every_note_stands_in_the_picture_with_the_letters_of_its_outcomes_and_in_its_metadata(name: str) -> None:
    shown, (described,) = rows_of(name), metadata(name)["description"]
    for at, says in notes_of(name).values():
        assert (", ".join(at), " ".join(says.split())) in shown
        assert f"{', '.join(at)}: {says}" in described


def test_there_are_trees_with_many_notes() -> None:
    assert max(len(notes_of(name)) for name in real().trees) > 10


@each_tree
def test_what_has_to_be_known_first_stands_above_the_diagram(name: str) -> None:
    collection = material_of(name).attribution.collection
    (diagram,) = (each for each in root(name).findall(f"{SVG}g") if each.find(f"{SVG}g[@class='edges']") is not None)
    top = float(re.findall(r"translate\(\S+ (\S+)\)", diagram.get("transform", ""))[0])
    above = [each for each in written_in(root(name)) if each.lines[-1][1] < top]
    said = " ".join(each.says for each in above)
    assert "Not medical advice, not current guidance." in said
    assert material_of(name).attribution.review in said
    assert all(f"{each.short}, {each.date}" in said for each in material_of(name).attribution.sources)
    assert ("Nothing here is medicine." in said) == collection.invented
    assert [each.class_ for each in above if "Nothing here is medicine." in each.says] == (
        ["alarm-t"] if collection.invented else []
    )
    assert ("Since then: " in said) == bool(collection.newer)


def test_a_superseded_tree_says_so_above_its_diagram() -> None:
    library = real()
    (name, collection), (newer, _) = ((key, each) for key, each in library.collections.items())
    changed = replace(collection, superseded_by=newer)
    old = replace(library, collections={**library.collections, name: changed})
    tree = next(each for each in old.trees if each.startswith(f"{name}/"))
    texts = written_in(root_of(drawn(replace(material_of(tree), library=old)).svg))
    says = f"Superseded. The newer collection: {library.collections[newer].title}"
    assert says in [each.says for each in texts[:5] if each.class_ == "alarm-t"]


@each_tree
def test_every_kind_of_box_and_every_mark_in_the_diagram_is_explained(name: str) -> None:
    drawn_kinds = {each.kind for each in boxes_in(root(name)) if each.id}
    samples = [each for each in root(name).iter(f"{SVG}svg") if "dt-sample" in each.get("class", "")]
    sampled = {each[0].get("class", "").removeprefix("n ") for each in samples}
    alike = {"k-measure": "k-question"}
    assert {alike.get(each, each) for each in drawn_kinds} == {alike.get(each, each) for each in sampled - {"n"}}
    marks = {each.text for box in boxes_in(root(name)) if box.id for each in box.parts("since")}
    explained = {each.text for sample in samples for each in sample.iter(f"{SVG}text")}
    assert {(mark or "")[0] for mark in marks} == {(mark or "")[0] for mark in explained}


@each_tree
def test_every_line_fits_the_picture_its_frame_and_its_box(name: str) -> None:
    fonts, (across, down) = fonts_in(root(name)), size_of(root(name))
    frames = [
        tuple(float(each.get(key, "")) for key in ("x", "y", "width", "height"))
        for each in root(name).findall(f"{SVG}rect")
        if each.get("class") in ("newer", "alarm")
    ]
    texts = written_in(root(name))
    for each in texts:
        for x, y, line in each.lines:
            end = x + wide(line, each.size, fonts[each.weight])
            assert x >= EDGE
            assert end <= across - EDGE
            assert each.size <= y <= down - EDGE + each.size
            inside = [frame for frame in frames if frame[1] <= y <= frame[1] + frame[3]]
            assert bool(inside) == each.class_.endswith("-t")
            assert all(frame[0] + 8 <= x and end <= frame[0] + frame[2] - 8 for frame in inside)
    # A label ends before what stands behind it begins.
    for one, other in pairwise(texts):
        if one.lines[0][1] == other.lines[0][1]:
            assert one.lines[0][0] + wide(one.lines[0][2], one.size, fonts[one.weight]) < other.lines[0][0]
    for box in (each for each in boxes_in(root(name)) if each.id):
        lines = [*box.parts("w"), *box.parts("s")]
        for line, (says, area) in zip(lines, box.covered(), strict=True):
            font = fonts[int(line.get("font-weight", ""))]
            middle, half = float(line.get("x", "")), wide(says, float(line.get("font-size", "")), font) / 2
            left, right = box.room(area, 2)
            assert left <= middle - half, says
            assert middle + half <= right, says


@each_tree
def test_a_picture_carries_the_letters_of_its_text_and_no_others_and_says_whose_they_are(name: str) -> None:
    fonts = fonts_in(root(name))
    assert set(fonts) == {400, 500}
    for weight, font in fonts.items():
        assert {chr(each) for each in font.getBestCmap()} - {" "} == set(drawn_text(root(name))) - {" "}
        assert font["OS/2"].usWeightClass == weight
        assert "The Inter Project Authors" in str(font["name"].getDebugName(0))
        assert "SIL Open Font License, Version 1.1" in str(font["name"].getDebugName(13))
    assert re.search(r"/\* Copyright .* The Inter Project Authors .* SIL Open Font License", style_of(root(name)))
    # Base64 of both fonts: the whole price of letters that are the same everywhere.
    assert sum(len(each) for each in re.findall(r"base64,([^)]*)", style_of(root(name)))) < 20_000


def test_a_tree_with_a_character_that_the_letters_do_not_have_is_not_drawn_without_it() -> None:
    material = material_of(SMALL)
    tree = replace(material.tree, applies_to="Patients with 結節")
    library = replace(real(), trees={**real().trees, SMALL: tree})
    with pytest.raises(ValueError, match="have no U\\+7BC0, U\\+7D50"):
        picture(replace(material, library=library))


@each_tree
def test_text_that_looks_like_markup_stays_text(name: str) -> None:
    if name not in ODD.trees:
        return
    texts = [each.says for each in written_in(root(name))]
    assert material_of(name).tree.title in texts
    said = " ".join(drawn_text(root(name)).split())
    assert (MARKUP in said) == any(MARKUP in each for each in texts) == (name in ("odd/odd", "odd/every"))
