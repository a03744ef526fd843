"""The workflows: valid, linted, without a permission they do not need, and nothing of a stranger runs with a secret."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from helpers.workflows import FOLDER, NAMES, actionlint, by_schema, steps, text_of, workflow, zizmor

PINNED = re.compile(r"uses: [\w.-]+/[\w.-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")
ALLOWED = {
    "check.yml": {"contents: read"},
    "preview.yml": {"contents: read"},
    "preview_comment.yml": {"actions: read", "contents: read", "pull-requests: write"},
    "publish.yml": {"contents: read", "pages: write", "id-token: write"},
    "weekly.yml": {"contents: read", "issues: write"},
}
each_workflow = pytest.mark.parametrize("name", NAMES)


def test_these_are_the_workflows() -> None:
    assert set(NAMES) == set(ALLOWED)


def test_actionlint_finds_nothing() -> None:
    assert actionlint({name: text_of(name) for name in NAMES}) == []


def test_actionlint_finds_a_step_without_sense_and_a_title_of_a_stranger_in_a_script() -> None:
    typo = text_of("check.yml").replace("timeout-minutes: 15", "timeout-minute: 15")
    title = text_of("check.yml").replace("- run: make lint", "- run: echo ${{ github.event.pull_request.title }}")
    said = [message for _, _, message in actionlint({"typo.yml": typo, "title.yml": title})]

    assert len(said) == 2
    assert 'unexpected key "timeout-minute"' in said[0]
    assert '"github.event.pull_request.title" is potentially untrusted' in said[1]


def test_zizmor_finds_nothing_in_its_strictest_mode() -> None:
    code, said = zizmor(ROOT / ".github")

    assert code == 0, said
    assert "No findings to report" in said


@pytest.mark.parametrize(
    ("name", "before", "after", "finds"),
    [
        ("check.yml", "permissions: {}\n", "", "excessive-permissions"),
        ("check.yml", "          persist-credentials: false\n", "", "artipacked"),
        ("check.yml", "@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "@v7", "unpinned-uses"),
        ("check.yml", "  pull_request:\n", "  pull_request_target:\n", "dangerous-triggers"),
        ("check.yml", "run: make lint", 'run: echo "${{ github.head_ref }}"', "template-injection"),
        ("check.yml", "bookworm-slim@sha256:3783cc01769c7b2b1b83a5c5ad96c815348e28ed7da68e2e3687004faa906251",
         "bookworm-slim", "unpinned-images"),
        ("preview_comment.yml", " # zizmor: ignore[dangerous-triggers]", "", "dangerous-triggers"),
    ],
)  # fmt: skip
def test_zizmor_finds_each_fault_that_is_planted(
    tmp_path: Path, name: str, before: str, after: str, finds: str
) -> None:
    folder = tmp_path / ".github"
    shutil.copytree(ROOT / ".github", folder)
    text = text_of(name)
    assert before in text
    (folder / "workflows" / name).write_text(text.replace(before, after), encoding="utf-8")

    code, said = zizmor(folder)

    assert code != 0
    assert f"[{finds}]" in said


@each_workflow
def test_every_workflow_is_one_by_the_published_schema_and_every_job_ends_by_itself(name: str) -> None:
    for schema in ("vendor.github-workflows", "custom.github-workflows-require-timeout"):
        code, said = by_schema(schema, FOLDER / name)
        assert code == 0, said


def test_the_schemas_refuse_a_job_without_a_time_limit_and_a_trigger_that_is_none(tmp_path: Path) -> None:
    odd, endless = tmp_path / "odd.yml", tmp_path / "endless.yml"
    odd.write_text(text_of("check.yml").replace("pull_request:", "pull_requests:"), encoding="utf-8")
    endless.write_text(text_of("check.yml").replace("    timeout-minutes: 15\n", ""), encoding="utf-8")

    assert by_schema("vendor.github-workflows", odd)[0] == 1
    assert by_schema("custom.github-workflows-require-timeout", endless)[0] == 1


@each_workflow
def test_nothing_is_permitted_until_a_job_asks_for_it_and_each_permission_says_what_for(name: str) -> None:
    jobs = workflow(name)["jobs"].values()
    asked_for = {f"{key}: {value}" for job in jobs for key, value in job["permissions"].items()}

    assert workflow(name)["permissions"] == {}
    assert asked_for == ALLOWED[name]
    for each in asked_for:
        assert re.search(rf"(?m)^      {each} # \w", text_of(name)), each


@each_workflow
def test_every_action_is_pinned_by_the_hash_of_a_commit_with_its_version_beside_it(name: str) -> None:
    used = [line.strip().removeprefix("- ") for line in text_of(name).splitlines() if "uses:" in line]

    assert used
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_one_action_has_one_version_everywhere() -> None:
    used = {line.partition("uses: ")[2] for name in NAMES for line in text_of(name).splitlines() if "uses: " in line}

    assert len({each.partition("@")[0] for each in used}) == len(used)


@each_workflow
def test_no_checkout_keeps_a_token_and_every_run_gives_way_to_a_newer_one_or_waits(name: str) -> None:
    checkouts = [step for step in steps(name) if "actions/checkout@" in step.get("uses", "")]

    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []
    assert workflow(name)["concurrency"]["group"]


@each_workflow
def test_no_script_holds_an_expression_and_none_is_longer_than_a_line(name: str) -> None:
    scripts = [step["run"] for step in steps(name) if "run" in step]

    assert [script for script in scripts if "${{" in script or "\n" in script.strip()] == []


@each_workflow
def test_every_script_that_a_workflow_runs_is_there_and_may_be_run(name: str) -> None:
    for step in steps(name):
        for script in re.findall(r"(?<![\w/])\.ci/\w+", step.get("run", "")):
            assert (ROOT / script).stat().st_mode & 0o111, script


@each_workflow
def test_every_target_that_a_workflow_makes_is_there(name: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for step in steps(name):
        for target in re.findall(r"^make (\S+)$", step.get("run", "")):
            assert re.search(rf"(?m)^{re.escape(target)}:", makefile), target


def test_these_run_the_program_of_a_stranger() -> None:
    started = [name for name in NAMES if {"pull_request", "pull_request_target"} & set(workflow(name)["on"])]

    assert started == ["check.yml", "preview.yml"]


@pytest.mark.parametrize("name", ["check.yml", "preview.yml"])
def test_what_runs_a_strangers_program_has_no_secret_and_writes_nothing(name: str) -> None:
    text = text_of(name)

    assert "secrets." not in text
    assert "github.token" not in text
    assert "write" not in {value for job in workflow(name)["jobs"].values() for value in job["permissions"].values()}
    assert [job for job in workflow(name)["jobs"].values() if "environment" in job] == []


def test_what_may_write_to_a_pull_request_checks_out_the_main_branch_and_runs_nothing_but_our_script() -> None:
    done: list[dict[str, Any]] = steps("preview_comment.yml")
    checkout, download, run = done

    assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    assert download["with"]["path"] == "${{ runner.temp }}/diff"
    assert run["run"] == '.ci/comment "$RUNNER_TEMP/diff"'
    assert "head_sha" not in checkout["with"]["ref"]
    assert workflow("preview_comment.yml")["on"] == {"workflow_run": {"workflows": ["Preview"], "types": ["completed"]}}
    assert workflow("preview.yml")["name"] == "Preview"


def test_only_the_workflow_that_answers_a_preview_and_the_two_of_the_main_branch_may_write() -> None:
    writing = {name for name, allowed in ALLOWED.items() if any(each.endswith("write") for each in allowed)}

    assert writing == {"preview_comment.yml", "publish.yml", "weekly.yml"}


def test_the_robot_that_updates_actions_waits_some_days_and_its_file_is_valid() -> None:
    path = ROOT / ".github" / "dependabot.yml"
    code, said = by_schema("vendor.dependabot", path)

    assert code == 0, said
    assert path.read_text(encoding="utf-8").count("cooldown:") == 2
