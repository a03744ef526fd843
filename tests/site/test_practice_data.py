"""What a page loads of the cases: found by the name of each, and followed by the very script that readers are sent."""

import gzip
import json
import subprocess
from functools import cache
from pathlib import Path

from helpers.practicing import told
from helpers.shipped_walk import NODE, put

from trees.core.library import Library

LOADER = """
const { readFileSync } = require("node:fs");
const { runInThisContext } = require("node:vm");
const [file, tree, names] = process.argv.slice(1);
const script = readFileSync(file, "utf-8");
const found = {};
for (const name of JSON.parse(names)) {
  globalThis.location = { search: `?case=${name}`, toString: () => "https://example.org/trees/a/b/" };
  globalThis.document = {
    querySelector: () => ({ dataset: { tree } }),
    createElement: () => ({}),
    body: { append: (each) => { found[name] = each.src.pathname; } },
  };
  runInThisContext(script);
}
process.stdout.write(JSON.stringify(found));
"""


def test_the_walk_that_readers_are_sent_leads_along_every_way_of_every_case_to_its_ends(
    site: Path, library: Library
) -> None:
    ways = [
        (collection, way)
        for collection in library.collections
        for case in told(site, collection).values()
        for way in case["ways"]
    ]
    walks = [(collection, way["tree"], [tuple(pair) for pair in way["answers"]]) for collection, way in ways]
    choices = 0
    for (collection, way), (tree, _, outcomes, asks, unused) in zip(ways, put(site, walks), strict=True):  # type: ignore[arg-type]
        ends = [f"{tree}#{end}" for end in outcomes or [asks]]
        assert sorted(way["ends"]) == sorted(ends), (collection, way)
        # Where a choice is left, what else is known is asked for by its courses.
        assert not outcomes or unused == []
        choices += not outcomes
    assert len(ways) > len(library.trees)
    assert choices


def test_every_case_is_asked_for_in_the_file_that_has_it_and_every_end_has_a_file(site: Path, library: Library) -> None:
    for collection in library.collections:
        known = told(site, collection)
        names = json.dumps(list(known))
        done = subprocess.run(
            [NODE, "-e", LOADER, site / "js" / "case.js", f"{collection}/t", names],
            capture_output=True,
            text=True,
            check=True,
        )
        asked = json.loads(done.stdout)
        assert asked.keys() == known.keys()
        for name, path in asked.items():
            assert f'"{name}":{{"says"' in (site / path[1:]).read_text(encoding="utf-8")
        for end in {end for case in known.values() for way in case["ways"] for end in way["ends"]}:
            assert (site / "practice" / collection / "ends" / f"{end.replace('#', '.')}.js").is_file()


def test_a_page_in_a_frame_stays_light_with_the_heaviest_case(site: Path, library: Library) -> None:
    shared = [site / "embed" / name for name in ("embed.css", "frame.js", "walk.js")] + [site / "js" / "practice.js"]
    for collection in library.collections:
        weight = sum(map(weighed, [*shared, site / "walks" / f"{collection}.js"]))
        folder = site / "practice" / collection
        file_of = {name: path for path in folder.glob("*.js") for name in told(site, collection) if holds(path, name)}
        for name, case in told(site, collection).items():
            for way in case["ways"]:
                ends = [folder / "ends" / f"{end.replace('#', '.')}.js" for end in way["ends"]]
                for tree in (way["tree"], way["ends"][0].partition("#")[0]):
                    page = site / "embed" / collection / tree / "index.html"
                    assert weight + sum(map(weighed, [page, file_of[name], *ends])) <= 60_000, (name, tree)


@cache
def weighed(path: Path) -> int:
    """Return what a file weighs in bytes when a server compresses it."""
    return len(gzip.compress(path.read_bytes(), 9))


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def holds(path: Path, name: str) -> bool:
    return f'"{name}":{{"says"' in text_of(path)
