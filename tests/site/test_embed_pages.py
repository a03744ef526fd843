"""The pages for frames as they are written: what they rest on, what they may do, where links lead, what they weigh."""

import gzip
import re
from html import unescape
from pathlib import Path

from helpers.pages import for_frames, read_page

from trees.core.library import Library
from trees.core.nodes import OUTCOMES
from trees.core.report import hash_of, sources_quoted
from trees.core.review import review_state

HEAVIEST = 60_000
"""What a frame may weigh in all, in bytes as they travel."""


def test_every_link_leads_out_or_stays_as_it_should(site: Path) -> None:
    kinds = set()
    for path in for_frames(site):
        html = path.read_text(encoding="utf-8")
        for tag, href in re.findall(r'(<a\b[^>]*\b(?:xlink:)?href="([^"]*)"[^>]*>)', html):
            stays = href.startswith("#") or re.match(r"\.\./\w", href)
            assert stays or href.startswith(("../../../", "https://")), (path, href)
            assert ('target="_blank"' in tag) == (not stays), (path, tag)
            kinds.add(bool(stays))
    assert kinds == {True, False}


def test_every_frame_carries_its_dates_its_hash_its_review_state_its_license_and_every_note_of_what_is_newer(
    site: Path, library: Library
) -> None:
    noted = 0
    for name, tree in library.full_names():
        text = " ".join(read_page(site / "embed" / name / "index.html").text.split())
        for source in (*sources_quoted(library, name), *library.collections[name.partition("/")[0]].newer):
            assert f"{source.short}, {source.date}" in text, name
        for words in (f"{name}@{hash_of(library, name)}", review_state(library, name), "CC BY 4.0", tree.applies_to):
            assert words in text, (name, words)
        for node in tree.nodes:
            for note in node.since if isinstance(node, OUTCOMES) else ():
                assert " ".join(note.says.split()) in text, (name, note.id)
                noted += 1
    assert noted > 20


def test_every_frame_has_a_strict_policy_of_its_own_and_leads_a_search_to_the_tree_itself(site: Path) -> None:
    for path in for_frames(site):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', head)
        rules = dict(rule.strip().split(maxsplit=1) for rule in unescape(policy).split(";"))
        name = path.parent.relative_to(site / "embed").as_posix()

        assert rules == {
            "default-src": "'none'",
            "script-src": "'self'",
            "style-src": "'self'",
            "base-uri": "'none'",
            "form-action": "'none'",
        }
        assert head.index("Content-Security-Policy") < head.index("<link")
        assert '<meta name="robots" content="noindex">' in head
        assert f'<link rel="canonical" href="https://example.org/trees/{name}/">' in head


def test_no_frame_weighs_more_than_60_000_bytes_as_it_travels(site: Path) -> None:
    weights = {}
    for path in for_frames(site):
        html = path.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link)\b[^>]* (?:src|href)="((?:\.\./)+[^"?]+\.(?:js|css))', html)
        assert len(loaded) == 4, path
        files = [path, *((path.parent / each).resolve() for each in loaded)]
        weights[path] = sum(len(gzip.compress(each.read_bytes(), 9)) for each in files)

    assert max(weights.values()) <= HEAVIEST, weights
