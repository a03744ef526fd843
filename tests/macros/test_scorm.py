"""The manifest of a package for learning platforms: what SCORM 1.2 asks of it, and what it tells of the cases."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from helpers.diagram_trees import MARKUP

from macros.attribution import Where
from macros.practice.page import begun_in
from macros.put import put_all
from macros.scorm.manifest import TITLE_LENGTH, Told, manifest, shortened
from macros.scorm.package import whose
from macros.uses import Uses
from trees.core.library import load
from trees.core.report import hash_of

REAL = load(ROOT / "trees")
USES = Uses(REAL, put_all(REAL)[0])
WHERE = Where("https://example.org/", "Executable guideline trees", "2026-11-22", {})
CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
MD = "{http://www.imsglobal.org/xsd/imsmd_rootv1p2p1}"
ADLCP = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
each_collection = pytest.mark.parametrize("name", REAL.collections)


def read(name: str, files: tuple[str, ...] = ("case.html", "a.js")) -> ElementTree.Element:
    of = REAL.collections[name]
    groups = [(tree, begun_in(USES, name, tree)) for tree in REAL.in_order(name)]
    told = Told(of, WHERE, "ab" * 32, "Not reviewed by a clinician.")
    return ElementTree.fromstring(manifest(told, groups, files))


@each_collection
def test_the_manifest_has_the_parts_that_scorm_asks_for_in_their_order(name: str) -> None:
    root = read(name)

    assert [each.tag for each in root] == [f"{CP}metadata", f"{CP}organizations", f"{CP}resources"]
    assert root.findtext(f"{CP}metadata/{CP}schema") == "ADL SCORM"
    assert root.findtext(f"{CP}metadata/{CP}schemaversion") == "1.2"
    organization = root.findall(f"{CP}organizations/{CP}organization")
    assert [each.get("identifier") for each in organization] == [root.find(f"{CP}organizations").get("default")]  # type: ignore[union-attr]
    (resource,) = root.findall(f"{CP}resources/{CP}resource")
    assert (resource.get("type"), resource.get(f"{ADLCP}scormtype")) == ("webcontent", "sco")
    assert resource.get("href") in [each.get("href") for each in resource]
    schemas = root.get("{http://www.w3.org/2001/XMLSchema-instance}schemaLocation", "").split()
    assert [f"{{{each}}}" for each in schemas[::2]] == [CP, MD, ADLCP]


@each_collection
def test_every_name_in_the_manifest_is_an_xml_name_and_stands_once(name: str) -> None:
    names = [each.get("identifier", "") for each in read(name).iter() if "identifier" in each.attrib]

    assert len(names) == len(set(names))
    assert [each for each in names if not re.fullmatch(r"[A-Za-z_][\w.-]*", each)] == []


@each_collection
def test_every_case_is_one_item_that_opens_it_below_the_tree_that_is_asked_first(name: str) -> None:
    found = {}
    for group in read(name).findall(f"{CP}organizations/{CP}organization/{CP}item"):
        assert group.get("identifierref") is None
        for item in group.findall(f"{CP}item"):
            assert item.get("identifierref") == "walk"
            assert len(item.findtext(f"{CP}title", "")) <= TITLE_LENGTH + 5
            found[item.get("parameters")] = group.findtext(f"{CP}title")
    put = [each for each in USES.cases[name] if each.walks]
    wanted = {
        f"?case={each.case.id}&tree={each.walks[0].tree.partition('/')[2]}": REAL.trees[each.walks[0].tree].title
        for each in put
    }

    assert found == wanted


@each_collection
def test_the_package_says_whose_it_is_how_old_its_texts_are_and_that_nobody_has_reviewed_it(name: str) -> None:
    says = "".join(read(name).find(f"{CP}metadata").itertext())  # type: ignore[union-attr]
    file = whose(REAL, REAL.collections[name], WHERE)

    for source in REAL.collections[name].sources:
        assert f"{source.short}, {source.date}" in says
    assert "Not reviewed by a clinician." in says
    assert "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/" in says
    assert "ab" * 32 in says
    for tree in REAL.in_order(name):
        assert f"{name}/{tree.id}@{hash_of(REAL, f'{name}/{tree.id}')}" in file


def test_words_that_look_like_markup_are_text_in_the_manifest() -> None:
    tree = REAL.in_order("example")[0]
    put = begun_in(USES, "example", tree)[0]
    odd = replace(put, case=replace(put.case, says=MARKUP))
    of = replace(REAL.collections["example"], title=MARKUP)
    written = manifest(Told(of, WHERE, "0", MARKUP), [(replace(tree, title=MARKUP), [odd])], ["case.html"])
    organization = ElementTree.fromstring(written).find(f"{CP}organizations/{CP}organization")

    assert organization is not None
    assert organization.findtext(f"{CP}title") == f"Practice: {MARKUP}"
    assert organization.findtext(f"{CP}item/{CP}title") == MARKUP
    assert organization.findtext(f"{CP}item/{CP}item/{CP}title") == f"1. {shortened(MARKUP)}"


def test_a_long_sentence_is_cut_between_two_words() -> None:
    assert shortened("Short.") == "Short."
    cut = shortened("word " * 40)
    assert cut.endswith("word …")
    assert len(cut) <= TITLE_LENGTH
