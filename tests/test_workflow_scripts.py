"""The scripts of the workflows: what a stranger hands over is read and no more, and a link is gone when it is gone."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from conftest import ROOT

SCRIPTS = ROOT / ".ci"
SHA = "0123456789abcdef0123456789abcdef01234567"
RUN = "https://example.org/owner/trees/actions/runs/7"
J = "\N{WORD JOINER}"
GH = f"""#!{sys.executable}
import json, os, sys
body = "" if sys.stdin is None or "--body-file" not in sys.argv else sys.stdin.read()
with open(os.environ["CALLS"], "a", encoding="utf-8") as calls:
    calls.write(json.dumps([sys.argv[1:], body]) + "\\n")
if sys.argv[2] == "list":
    print(os.environ.get("NUMBER", ""))
"""
"""Stands where GitHub's program does: it answers with a number, and writes down what it was asked."""


def run(script: str, *arguments: str | Path, **more: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable] if script.endswith(".py") else []
    command = [*program, str(SCRIPTS / script), *map(str, arguments)]
    environment = {**os.environ, **more}
    return subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=False, timeout=60, cwd=ROOT
    )


def handed(folder: Path, text: str) -> Path:
    """Return a folder as the preview leaves it, with one diff in it."""
    folder.mkdir()
    (folder / "diff.md").write_text(text, encoding="utf-8")
    return folder


class GitHub:
    """A folder with the program in it, and what was asked of it."""

    def __init__(self, folder: Path) -> None:
        self.calls_file = folder / "calls"
        program = folder / "gh"
        program.write_text(GH, encoding="utf-8")
        program.chmod(0o755)
        self.path = f"{folder}{os.pathsep}{os.environ['PATH']}"

    def run(self, script: str, given: Path, number: str, sha: str = SHA) -> subprocess.CompletedProcess[str]:
        said = {"NUMBER": number, "HEAD_SHA": sha, "RUN_URL": RUN, "GITHUB_REPOSITORY": "owner/trees"}
        return run(script, given, PATH=self.path, CALLS=str(self.calls_file), **said)

    @property
    def calls(self) -> list[tuple[list[str], str]]:
        lines = self.calls_file.read_text(encoding="utf-8").splitlines() if self.calls_file.exists() else []
        return [(words, body) for words, body in map(json.loads, lines)]


@pytest.fixture
def github(tmp_path: Path) -> GitHub:
    (tmp_path / "bin").mkdir()
    return GitHub(tmp_path / "bin")


def test_a_table_in_words_comes_through_as_it_is(tmp_path: Path) -> None:
    text = "## Who\n\n| Patients | Before | After |\n|---|---|---|\n| with **pain** | 100 mg daily | 200 mg daily |\n"

    done = run("inert.py", handed(tmp_path / "diff", text))

    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{text}\n"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("[approved](https://evil.example)", f"&#91;approved&#93;(https:{J}//evil.example)"),
        ("![x](//evil.example/x.png)", "!&#91;x&#93;(//evil.example/x.png)"),
        ("<details><summary>x</summary>", "&#60;details&#62;&#60;summary&#62;x&#60;/summary&#62;"),
        ("<!-- hidden -->", "&#60;!-- hidden --&#62;"),
        ("@everyone", f"@{J}everyone"),
        ("&#64;everyone", "&#38;#" + J + "64;everyone"),
        ("see #12 and GH-3", f"see #{J}12 and G{J}H-3"),
        ("www.evil.example", f"w{J}ww.evil.example"),
        ("HTTPS://evil.example", f"HTTPS:{J}//evil.example"),
        ("\u202eback\u200b\x07wards\u2060", "backwards"),
        ("`@nobody` $x$ \\[", f"&#96;@{J}nobody&#96; &#36;x&#36; \\["),
        ("\\[x](https://evil.example)", f"\\[x&#93;(https:{J}//evil.example)"),
        ("\\\\[x](https://evil.example)", f"\\\\&#91;x&#93;(https:{J}//evil.example)"),
        ("\\x \\<b>", "&#92;x \\<b&#62;"),
    ],
)  # fmt: skip
def test_nothing_in_a_diff_links_calls_hides_or_draws(tmp_path: Path, given: str, shown: str) -> None:
    done = run("inert.py", handed(tmp_path / "diff", given))

    assert done.stdout == f"{shown}\n"


def test_a_diff_that_is_too_long_for_a_comment_is_cut_at_a_line_and_says_so(tmp_path: Path) -> None:
    done = run("inert.py", handed(tmp_path / "diff", "| a patient | 100 mg |\n" * 20_000))

    assert len(done.stdout) < 51_000
    assert done.stdout.endswith("| a patient | 100 mg |\n\n(There is more: it was cut here.)\n\n")


def test_what_is_no_plain_text_in_one_file_is_refused(tmp_path: Path) -> None:
    two = handed(tmp_path / "two", "x")
    (two / "more.sh").write_text("x", encoding="utf-8")
    linked = tmp_path / "linked"
    linked.mkdir()
    (linked / "diff.md").symlink_to("/etc/hostname")
    binary = handed(tmp_path / "binary", "")
    (binary / "diff.md").write_bytes(b"\xff\xfe\x00")
    large = handed(tmp_path / "large", "x" * 1_000_001)
    folder = tmp_path / "folder"
    (folder / "diff.md").mkdir(parents=True)
    empty = tmp_path / "empty"
    empty.mkdir()

    said = {each.name: run("inert.py", each) for each in (two, linked, binary, large, folder, empty)}

    assert {name for name, done in said.items() if done.returncode == 1 and not done.stdout} == set(said)
    assert "holds diff.md, more.sh, and only diff.md may be there." in said["two"].stderr
    assert "is no plain file." in said["linked"].stderr
    assert "is not UTF-8." in said["binary"].stderr
    assert "has 1000001 bytes" in said["large"].stderr
    assert "is no plain file." in said["folder"].stderr
    assert "holds nothing" in said["empty"].stderr


def test_the_diff_of_a_pull_request_becomes_one_comment_that_says_whose_word_it_is(
    tmp_path: Path, github: GitHub
) -> None:
    done = github.run("comment", handed(tmp_path / "diff", "| a | b |\n@everyone $(touch made) `id`"), "12")

    assert done.returncode == 0, done.stderr
    (listed, _), (commented, body) = github.calls
    assert listed[:2] == ["pr", "list"]
    assert f"sha:{SHA}" in listed
    assert commented[:3] == ["pr", "comment", "12"]
    assert {"--edit-last", "--create-if-none"} <= set(commented)
    assert f"[this run]({RUN})" in body
    assert "as the program of this pull request says" in body
    assert f"@{J}everyone &#36;(touch made) &#96;id&#96;" in body
    assert not (ROOT / "made").exists()


@pytest.mark.parametrize("number", ["", "12\n13", "12; rm", "null"])
def test_without_exactly_one_pull_request_nothing_is_posted(tmp_path: Path, github: GitHub, number: str) -> None:
    done = github.run("comment", handed(tmp_path / "diff", "x"), number)

    assert done.returncode == 1
    assert "Not exactly one open pull request" in done.stderr
    assert [words[1] for words, _ in github.calls] == ["list"]


def test_a_head_that_is_no_commit_and_a_diff_that_is_none_are_not_posted(tmp_path: Path, github: GitHub) -> None:
    assert github.run("comment", handed(tmp_path / "diff", "x"), "12", sha='0" or true').returncode == 1
    assert github.calls == []

    (tmp_path / "none").mkdir()
    assert github.run("comment", tmp_path / "none", "12").returncode == 1
    assert [words[1] for words, _ in github.calls] == ["list"]


def test_the_weekly_look_makes_an_issue_once_and_then_changes_it(tmp_path: Path, github: GitHub) -> None:
    report = tmp_path / "report.md"
    report.write_text("## Sources\n\na newer edition\n", encoding="utf-8")

    assert github.run("issue", report, "").returncode == 0
    assert github.run("issue", report, "5").returncode == 0

    made, changed = github.calls[1], github.calls[3]
    assert made[0][:2] == ["issue", "create"]
    assert changed[0][:3] == ["issue", "edit", "5"]
    assert made[1] == changed[1] == "## Sources\n\na newer edition\n"


PYTHON = """#!/bin/sh
case "$*" in
  *"source watch"*) echo "a newer edition of a source"; exit "$WATCH" ;;
  *links.py*) echo "- gone: 404: an address"; exit "$LINKS" ;;
esac
"""
"""Stands where Python does: it says what the two looks say, and ends as they may."""


@pytest.mark.parametrize(("watch", "links", "found"), [(0, 0, "false"), (1, 0, "true"), (0, 1, "true"), (1, 1, "true")])
def test_the_weekly_look_finds_something_when_either_of_its_two_looks_does(
    tmp_path: Path, watch: int, links: int, found: str
) -> None:
    python, output, report = tmp_path / "python", tmp_path / "output", tmp_path / "report.md"
    python.write_text(PYTHON, encoding="utf-8")
    python.chmod(0o755)
    more = {"PYTHON": str(python), "GITHUB_OUTPUT": str(output), "WATCH": str(watch), "LINKS": str(links)}

    done = run("weekly", report, **more)

    assert done.returncode == 0, done.stderr
    assert output.read_text(encoding="utf-8") == f"found={found}\n"
    text = report.read_text(encoding="utf-8")
    assert "## Sources\n\n- a newer edition of a source\n\n## Links out of the site\n\n- gone: 404: an address" in text


def test_a_weekly_look_that_could_not_look_fails_and_is_no_good_news(tmp_path: Path) -> None:
    python, output = tmp_path / "python", tmp_path / "output"
    python.write_text(PYTHON, encoding="utf-8")
    python.chmod(0o755)

    done = run("weekly", tmp_path / "report.md", PYTHON=str(python), GITHUB_OUTPUT=str(output), WATCH="2", LINKS="0")

    assert done.returncode == 2
    assert "source watch ended with 2." in done.stderr
    assert not output.exists()


class Host(BaseHTTPRequestHandler):
    """A host on which some pages are there, some are gone, and some are having a bad day."""

    asked: dict[str, int]

    def do_GET(self) -> None:
        Host.asked[self.path] = Host.asked.get(self.path, 0) + 1
        codes = {"/gone": 404, "/left": 410, "/people-only": 403, "/down": 503}
        code = 503 if self.path == "/bad-day" and Host.asked[self.path] < 3 else codes.get(self.path, 200)
        self.send_response(code)
        self.end_headers()

    def log_request(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    Host.asked = {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def site_with(folder: Path, *links: str) -> Path:
    folder.mkdir()
    written = "".join(f'<p><a class="x" href="{link}">x</a></p>' for link in links)
    head = '<link rel="canonical" href="https://own.example/">'
    (folder / "index.html").write_text(f"{head}{written}", encoding="utf-8")
    return folder


def test_only_a_link_that_is_gone_fails_the_look_and_a_bad_day_does_not(tmp_path: Path, host: str) -> None:
    there = (f"{host}/there", f"{host}/there#part", f"{host}/bad-day", "https://own.example/trees/", "#here")
    site = site_with(tmp_path / "site", *there, f"{host}/down", f"{host}/people-only", f"{host}/issues/new?a=b")

    done = run("links.py", site, "--pause", "0")

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == [
        f"- no answer: 403: {host}/people-only (on index.html)",
        f"- no answer: 503: {host}/down (on index.html)",
    ]
    assert Host.asked == {"/there": 1, "/bad-day": 3, "/down": 3, "/people-only": 3}


def test_a_link_that_is_gone_is_named_with_its_page(tmp_path: Path, host: str) -> None:
    done = run("links.py", site_with(tmp_path / "site", f"{host}/gone", f"{host}/left"), "--pause", "0")

    assert done.returncode == 1
    assert f"- gone: 404: {host}/gone (on index.html)" in done.stdout
    assert f"- gone: 410: {host}/left (on index.html)" in done.stdout


def test_a_site_without_a_link_out_was_not_built_and_is_no_success(tmp_path: Path) -> None:
    assert run("links.py", site_with(tmp_path / "site")).returncode == 2
