"""What the built site tells programs: other forms of its pages, what they are, when they changed, how they look."""

import gzip
import json
import os
import re
import subprocess
from html import unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import ROOT
from helpers.builds import build
from helpers.pages import with_theme
from helpers.twin_reader import read_twin
from PIL import Image

from macros.page_files import PageFiles
from trees.core.library import Library

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def head_of(path: Path) -> str:
    return path.read_text(encoding="utf-8").partition("</head>")[0]


def meta(head: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', head)
    assert len(dict(found)) == len(found)
    return {name: unescape(content) for name, content in found}


def alternates(head: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for kind, address in re.findall(r'<link rel="alternate " type="([^"]+)"[^>]* href="([^"]+)"', head):
        found.setdefault(kind, []).append(address)
    return found


def linked_data(head: str) -> list[dict[str, Any]]:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', head)
    graph: list[dict[str, Any]] = json.loads(block)["@graph"]
    return graph


def canonical(head: str) -> str:
    (address,) = re.findall(r'<link rel="canonical" href="([^"]+)"', head)
    return unescape(address)


def page_of(site: Path, name: str) -> Path:
    return site / "trees" / name / "index.html"


def git(*arguments: str) -> str:
    surroundings = {**os.environ, "TZ": "UTC"}
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, env=surroundings)
    return done.stdout.strip()


def changed(library: Library, name: str) -> str | None:
    """When what a tree's page shows last changed, asked of git file by file; None where a file is not as it was."""
    if git("rev-parse", "--is-shallow-repository") != "false":
        return None
    files = PageFiles(ROOT, library).of_tree(name)
    if git("status", "--porcelain", "--", *files):
        return None
    return max(git("log", "-1", "--format=%cd", "--date=short-local", "--", file) for file in files)


def test_every_page_says_how_it_looks_where_a_link_to_it_is_shared(site: Path) -> None:
    for path in with_theme(site, "index.html"):
        head = head_of(path)
        said = meta(head)
        assert {"og:site_name", "og:type", "og:title", "og:description", "og:url", "twitter:card"} <= set(said), path
        assert said["og:url"] == canonical(head)
        assert "<" not in said["og:title"]


def test_the_picture_of_a_tree_is_there_and_is_named_for_who_does_not_see_it(site: Path, library: Library) -> None:
    for name, tree in library.trees.items():
        said = meta(head_of(page_of(site, name)))
        assert said["og:title"] == tree.title
        assert said["og:image:alt"] == f"Decision tree: {tree.title}"
        picture = site / said["og:image"].removeprefix("https://example.org/")
        with Image.open(picture) as image:
            size = (int(said["og:image:width"]), int(said["og:image:height"]))
            assert image.size == size == (1200, 630)
            assert image.format == "PNG"
        assert said["twitter:card"] == "summary_large_image"
        for source in library.collections[name.partition("/")[0]].sources:
            assert (source.date in said["og:description"]) == (f"{source.short}, " in said["og:description"])
        assert "Not reviewed by a clinician." in said["og:description"]
        assert said["description"] == said["og:description"]


def test_every_tree_has_a_markdown_twin_that_its_page_leads_to(site: Path, library: Library) -> None:
    for name, tree in library.trees.items():
        path = page_of(site, name)
        (twin,) = alternates(head_of(path))["text/markdown"]
        steps = read_twin((path.parent / twin).read_text(encoding="utf-8"))
        assert [step.id for step in steps] == [node.id for node in tree.nodes]


def test_every_link_of_a_twin_leads_to_a_page_or_a_step_that_is_there(site: Path, library: Library) -> None:
    for name in library.trees:
        path = page_of(site, name).parent / "index.md"
        text = path.read_text(encoding="utf-8")
        for address in re.findall(r"(?<!\\)\]\(([^)]+)\)", text):
            file, _, anchor = address.partition("#")
            target = (path.parent / file).resolve() if file else path
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), (name, address)
            assert not anchor or f'id="{anchor}"' in target.read_text(encoding="utf-8"), (name, address)


def test_the_list_for_programs_leads_to_every_twin(site: Path, library: Library) -> None:
    text = (site / "llms.txt").read_text(encoding="utf-8")
    found = re.findall(r"\]\((trees/[\w/]+/index\.md)\)", text)
    assert sorted(found) == sorted(f"trees/{name}/index.md" for name in library.trees)
    assert all((site / each).is_file() for each in found)


def test_a_page_leads_to_the_feed_of_what_it_is_about(site: Path, library: Library) -> None:
    for path in with_theme(site, "index.html"):
        feeds = alternates(head_of(path)).get("application/atom+xml", [])
        assert feeds, path
        for feed in feeds:
            found = (path.parent / feed).resolve()
            ElementTree.fromstring(found.read_bytes())
            own = set(path.relative_to(site).parts) & set(library.collections)
            assert not own or found.parent.name in own


def test_a_tree_says_what_it_is_and_when_it_changed(site: Path, library: Library) -> None:
    for name, tree in library.trees.items():
        head = head_of(page_of(site, name))
        page = linked_data(head)[0]
        assert (page["name"], page["url"]) == (tree.title, canonical(head))
        assert page.get("dateModified") == changed(library, name)
        assert page["image"] == meta(head)["og:image"]


def test_a_collection_says_what_it_is_and_leads_to_its_trees(site: Path, library: Library) -> None:
    for name, collection in library.collections.items():
        page = linked_data(head_of(site / "trees" / name / "index.html"))[0]
        assert page["name"] == collection.title
        for part in page["hasPart"]:
            assert (site / part["url"].removeprefix("https://example.org/") / "index.html").is_file()


def test_the_sitemap_has_every_page_with_the_day_on_which_it_changed(site: Path, library: Library) -> None:
    raw = (site / "sitemap.xml").read_bytes()
    packed = (site / "sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed) == raw
    assert packed[4:8] == b"\0\0\0\0", "a packed sitemap has no moment in it"
    dates = {
        url.findtext(f"{MAP}loc", ""): url.findtext(f"{MAP}lastmod")
        for url in ElementTree.fromstring(raw).iter(f"{MAP}url")
    }
    assert set(dates) == {canonical(head_of(path)) for path in site.rglob("index.html")}
    for name in library.trees:
        assert dates[f"https://example.org/trees/{name}/"] == changed(library, name)


def test_a_site_from_no_checkout_says_no_day_at_all(checkout: Path, tmp_path: Path) -> None:
    done = build(checkout, tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert b"lastmod" not in (tmp_path / "site" / "sitemap.xml").read_bytes()
    head = head_of(tmp_path / "site" / "trees" / "example" / "tarn_nodule" / "index.html")
    assert "dateModified" not in linked_data(head)[0]


@pytest.mark.parametrize("address", ["trees/example/tarn_nodule", "trees/gist_2017"])
def test_what_describes_a_page_is_data_that_no_browser_runs(site: Path, address: str) -> None:
    head = head_of(site / address / "index.html")
    kinds = re.findall(r"<script([^>]*)>\s*\{\"@context", head)
    assert kinds == [' type="application/ld+json"']
