"""The README cannot go stale: its commands are those of CI, its report and its table of requirements are generated."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from dossiercheck.cli.options import Role
from dossiercheck.tender import load_set

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


def block(name):
    return re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", README.read_text("utf-8"), re.DOTALL).group(1)


def command(name):
    return re.search(rf"<!-- {name} -->\n```sh\n(.*?)\n```", README.read_text("utf-8"), re.DOTALL).group(1)


def hold(name, text, update):
    if update:
        whole = README.read_text("utf-8")
        start, end = whole.index(f"<!-- {name} -->\n") + len(f"<!-- {name} -->\n"), whole.index(f"<!-- /{name} -->")
        README.write_text(whole[:start] + text + whole[end:], "utf-8")
    assert block(name) == text, f"the README's {name} is out of date: pytest --update-golden"


def test_ci_runs_the_readme_s_test_command():
    assert command("test-command") in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()


def test_the_report_is_what_the_first_command_prints(request):
    arguments = command("try-command").split("dossiercheck check ")[1].split()
    run = subprocess.run(
        [sys.executable, "-m", "dossiercheck", "check", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NO_COLOR": "1", "PYTHONUTF8": "1"},
    )
    assert run.returncode == 1, run.stderr
    hold("report", f"```text\n{run.stdout}```\n", request.config.getoption("--update-golden"))


SETS = {"requirements": "twente-t77948", "requirements-h6": "h6-wmo"}
"""The README's tables of requirements, each with the set that it lists."""


def requirement_table(name):
    rows = ["| id | paragraph | severity | what must hold |", "|---|---|---|---|"]
    subtender = load_set(name)
    for requirement in subtender.requirements:
        rows.append(
            f"| `{requirement.id}` | {requirement.source} | {requirement.severity.value} | {requirement.title.en} |"
        )
    for info in subtender.not_checked:
        rows.append(f"| `{info.id}` | {info.source} | {info.severity.value} | {info.title.en} (not judged yet) |")
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("table", SETS)
def test_the_tables_of_requirements_are_current(table, request):
    hold(table, requirement_table(SETS[table]), request.config.getoption("--update-golden"))


@pytest.mark.parametrize("name", SETS.values())
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_requirement_says_what_to_do(name, lang):
    for requirement in load_set(name).requirements:
        assert requirement.title.wording.in_language(lang) and requirement.remedy.wording.in_language(lang)


def test_roles_are_those_of_dossier_yaml():
    assert {role.value for role in Role} == {"main", "sub"}
