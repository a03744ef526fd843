"""What whoever comes to the repository finds: forms, rules, owners and licenses, each of them to be relied on."""

import json
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from helpers.present import absent
from helpers.workflows import by_schema, workflow

from trees.core.library import Library

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
COMMUNITY = (
    *("README.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SUPPORT.md", "GOVERNANCE.md", "SECURITY.md"),
    "CHANGELOG.md",
)
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def form(name: str) -> list[dict[str, Any]]:
    parts: list[dict[str, Any]] = yaml.safe_load((FORMS / name).read_text(encoding="utf-8"))["body"]
    return parts


@pytest.mark.parametrize("name", ["propose_change.yml", "problem.yml"])
def test_every_issue_form_is_one_by_the_published_schema(name: str) -> None:
    code, said = by_schema("vendor.github-issue-forms", FORMS / name)

    assert code == 0, said


def test_the_choice_of_forms_is_valid_and_leaves_room_for_whoever_needs_neither() -> None:
    code, said = by_schema("vendor.github-issue-config", FORMS / "config.yml")

    assert code == 0, said
    assert yaml.safe_load((FORMS / "config.yml").read_text(encoding="utf-8")) == {"blank_issues_enabled": True}


def test_the_schema_of_forms_refuses_a_field_without_words(tmp_path: Path) -> None:
    broken = tmp_path / "form.yml"
    text = (FORMS / "problem.yml").read_text(encoding="utf-8")
    broken.write_text(text.replace("      label: What happened\n", ""), encoding="utf-8")

    assert broken.read_text(encoding="utf-8") != text
    assert by_schema("vendor.github-issue-forms", broken)[0] == 1


def test_the_form_asks_for_what_a_change_rests_on_and_for_no_patient() -> None:
    parts = form("propose_change.yml")
    asked = [part["id"] for part in parts if "id" in part]
    needed = [part["id"] for part in parts if part.get("validations", {}).get("required")]

    assert asked == ["tree", "node", "version", "wording", "says", "source", "place", "quote", "why", "patients"]
    assert needed == ["tree", "says", "source", "place", "quote"]
    assert (
        "At most twelve words" in next(part for part in parts if part.get("id") == "quote")["attributes"]["description"]
    )


@pytest.mark.parametrize("name", ["propose_change.yml", "problem.yml"])
def test_every_form_says_first_that_nothing_about_a_patient_belongs_there_and_has_it_confirmed(name: str) -> None:
    first, *_, last = form(name)

    assert "Write nothing about a patient here" in first["attributes"]["value"]
    assert [option["required"] for option in last["attributes"]["options"]] == [True]


def test_a_pull_request_is_described_in_four_lines() -> None:
    lines = read(".github/PULL_REQUEST_TEMPLATE.md").splitlines()

    assert [line.partition(" (")[0].partition(":")[0] for line in lines] == [
        "- Kind of change",
        "- Trees",
        "- Who is treated differently",
        "- Source, place, quote",
    ]


def owners_of(path: str) -> list[str]:
    """Return who owns a file: the last line of CODEOWNERS whose pattern fits it."""
    found: list[str] = []
    for line in read(".github/CODEOWNERS").splitlines():
        pattern, *owners = line.partition("#")[0].split() or [""]
        escaped = re.escape(pattern).replace(r"\*", "[^/]*")
        whole = ".*" if pattern == "*" else f"{escaped}.*" if pattern.endswith("/") else escaped
        if pattern and re.fullmatch(whole, f"/{path}"):
            found = owners
    return found


def test_what_a_reader_is_told_about_patients_belongs_to_the_clinicians(library: Library) -> None:
    for name in library.trees:
        assert owners_of(f"trees/{name}.py") == ["@OWNER/clinicians"]
    for path in ("trees/sources/pdq_2014.py", "trees/gist_2017/cases/acs_topics.toml", "trees/drugs.py"):
        assert owners_of(path) == ["@OWNER/clinicians"]


def test_the_program_belongs_to_the_maintainers_and_the_rules_to_both() -> None:
    for path in (
        "trees/core/walk.py",
        "trees/formats/dmn.py",
        "trees/audit/run.py",
        "trees/commands/check.py",
        "macros/key.py",
        ".github/workflows/check.yml",
    ):
        assert owners_of(path) == ["@OWNER/maintainers"]
    assert owners_of("GOVERNANCE.md") == ["@OWNER/maintainers", "@OWNER/clinicians"]


def test_who_sets_the_repository_up_is_told_to_put_the_owner_in() -> None:
    owners = set(re.findall(r"@[\w/]+", read(".github/CODEOWNERS")))

    assert owners == {"@OWNER/clinicians", "@OWNER/maintainers"}
    assert "put the name of the organization in place of `OWNER`" in read("GOVERNANCE.md")


def test_the_rules_name_the_checks_as_the_workflow_does() -> None:
    for job in workflow("check.yml")["jobs"].values():
        assert f'"{job["name"]}"' in read("GOVERNANCE.md")


@pytest.mark.parametrize("name", COMMUNITY)
def test_every_file_that_a_community_file_leads_to_is_there(name: str) -> None:
    targets = [target for target in LINK.findall(read(name)) if not target.startswith("http")]

    assert [target for target in targets if not (ROOT / target).exists()] == []


@pytest.mark.parametrize("name", COMMUNITY)
def test_every_community_file_has_one_sentence_a_line(name: str) -> None:
    text = re.sub(r"```.*?```", "", read(name), flags=re.DOTALL)
    several = [line for line in text.splitlines() if re.search(r"[a-z)`][.!?] [A-Z]", line)]

    assert several == []


def test_every_test_that_the_security_policy_names_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", read("SECURITY.md"))

    assert len(named) > 4
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_every_target_that_a_contributor_is_told_to_make_is_there() -> None:
    text = read("CONTRIBUTING.md") + read(".pre-commit-config.yaml")
    targets = set(re.findall(r"(?:`|entry: )make (\w+)", text))

    assert targets == {"site", "test", "check", "lint"}
    assert [target for target in targets if not re.search(rf"(?m)^{target}:", read("Makefile"))] == []


def test_contributing_begins_with_those_who_do_not_code_and_has_three_steps_for_each() -> None:
    headings = re.findall(r"(?m)^## (.+)$", read("CONTRIBUTING.md"))

    assert headings[:2] == ["If you do not code", "If you code"]
    assert re.findall(r"(?m)^(\d)\. ", read("CONTRIBUTING.md")) == ["1", "2", "3", "1", "2", "3"]


def test_what_runs_before_a_commit_is_what_is_here_and_nothing_is_fetched() -> None:
    repositories = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"]

    assert [each["repo"] for each in repositories] == ["local"]
    assert [hook["language"] for hook in repositories[0]["hooks"]] == ["system", "system"]


def test_the_citation_is_valid_and_says_what_the_project_says() -> None:
    code, said = by_schema("vendor.citation-file-format", ROOT / "CITATION.cff")
    cited = yaml.safe_load(read("CITATION.cff"))

    assert code == 0, said
    assert f'version = "{cited["version"]}"' in read("pyproject.toml")
    assert f"site_name: {cited['title']}" in read("mkdocs.yml")
    assert cited["license"] == ["MIT", "CC-BY-4.0"]


def test_the_schema_of_a_citation_refuses_one_without_authors(tmp_path: Path) -> None:
    broken = tmp_path / "CITATION.cff"
    broken.write_text(re.sub(r"authors:\n.*\n", "", read("CITATION.cff")), encoding="utf-8")

    assert by_schema("vendor.citation-file-format", broken)[0] == 1


def test_the_licenses_stand_twice_and_say_the_same() -> None:
    assert read("LICENSES/MIT.txt") == read("LICENSE")
    assert read("LICENSES/CC-BY-4.0.txt") == read("LICENSE-content")


def reuse(*arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the tool of the REUSE specification, or say that there is no wheel of it for this machine."""
    try:
        version("reuse")
    except PackageNotFoundError:
        absent("reuse is absent: the wheels of its version are for Python 3.11 on Linux")
    command = [sys.executable, "-m", "reuse", "--root", str(root), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120, cwd=root)


@pytest.fixture(scope="module")
def licensed() -> dict[str, str]:
    """The license of every file, by its name, as the tool reads it."""
    done = reuse("lint", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    return {
        each["path"]: " ".join(expression["value"] for expression in each["spdx_expressions"])
        for each in json.loads(done.stdout)["files"]
    }


def test_every_file_has_a_license_and_a_holder_of_rights(licensed: dict[str, str]) -> None:
    assert len(licensed) > 600
    assert set(licensed.values()) == {"MIT", "CC-BY-4.0"}


@pytest.mark.parametrize(
    ("name", "license_"),
    [
        ("trees/gist_2017/first_line.py", "CC-BY-4.0"),
        ("trees/gist_2017/cases/acs_topics.toml", "CC-BY-4.0"),
        ("trees/sources/pdq_2014.py", "CC-BY-4.0"),
        ("trees/drugs.py", "CC-BY-4.0"),
        ("docs/index.md", "CC-BY-4.0"),
        ("README.md", "CC-BY-4.0"),
        ("trees/core/walk.py", "MIT"),
        ("trees/__main__.py", "MIT"),
        ("macros/diagram/advances.json", "MIT"),
        ("docs/js/walker.js", "MIT"),
        ("tests/test_repository.py", "MIT"),
        (".github/workflows/check.yml", "MIT"),
    ],
)
def test_code_is_under_mit_and_content_under_cc_by(licensed: dict[str, str], name: str, license_: str) -> None:
    assert licensed[name] == license_


def test_a_file_without_a_license_and_a_license_without_its_text_are_found(tmp_path: Path) -> None:
    (tmp_path / "bare.py").write_text("x = 1\n", encoding="utf-8")
    (tmp_path / "odd.py").write_text(f"# {'SPDX'}-License-Identifier: 0BSD\n", encoding="utf-8")

    done = reuse("lint", root=tmp_path)

    assert done.returncode == 1
    assert "bare.py" in done.stdout
    assert "0BSD" in done.stdout
