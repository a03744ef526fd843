"""Every page is valid HTML and every stylesheet of ours valid CSS, by the checker of the standard itself."""

import json
import re
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from helpers.browser import MODULES
from helpers.java import find_java
from helpers.present import absent

NOT_SO = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): (?:external \w+|image) “[^:”]+” "
    r"|Inline script violates Content Security Policy [^<]*<script [^>]*type=\"application/(?:ld\+)?json\""
)
"""What the checker says of a policy and is not so: a page in a folder has no origin for it, and data is a script. A
file of another origin has a scheme. A browser is asked in test_content_security.py."""
CHECKER = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="module")
def java() -> str:
    found = find_java()
    if not CHECKER.is_file():
        absent("the checker of HTML is absent: run `make test`, which gets it from npm")
    return found


def objections(java: str, *options: str) -> list[str]:
    """Return what the checker says of files, of whatever weight, one line each."""
    command = [java, "-jar", str(CHECKER), "--format", "json", "--stdout", "--exit-zero-always", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.stdout, done.stderr
    said = [
        f"{each['url'].rpartition('/site/')[2]}:{each.get('lastLine', 1)}: {each['message']} {each.get('extract', '')}"
        for each in json.loads(done.stdout)["messages"]
    ]
    return [each for each in said if not NOT_SO.search(each)]


def test_every_page_is_valid_html_without_a_warning(java: str, site: Path) -> None:
    assert objections(java, "--skip-non-html", str(site)) == []


def test_every_stylesheet_of_ours_is_valid(java: str) -> None:
    sheets = sorted((ROOT / "docs" / "css").glob("*.css"))

    assert len(sheets) >= 4
    assert objections(java, "--css", *map(str, sheets)) == []


def test_a_page_that_is_not_valid_is_noticed(java: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="en"><title>A</title><table><td role="cell">1</table>', encoding="utf-8")

    assert any("role" in each for each in objections(java, str(page)))


def test_a_script_and_a_file_that_the_policy_of_a_page_refuses_are_noticed(java: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy"'
        " content=\"script-src 'self'; img-src 'self'\">"
        '<title>A</title><script src="a.js"></script><script src="https://example.org/a.js"></script>'
        '<script>let a;</script><img src="a.png" alt=""><img src="https://example.org/a.png" alt="">'
        '<p>Words before what is data.<script type="application/json">{}</script></html>',
        encoding="utf-8",
    )
    found = objections(java, str(page))

    assert len(found) == 3
    assert "external script “https://example.org/a.js”" in found[0]
    assert "Inline script violates" in found[1]
    assert "image “https://example.org/a.png”" in found[2]


def test_a_stylesheet_that_is_not_valid_is_noticed(java: str, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.css"
    sheet.write_text("p { colr: red; }", encoding="utf-8")

    assert any("colr" in each for each in objections(java, "--css", str(sheet)))
