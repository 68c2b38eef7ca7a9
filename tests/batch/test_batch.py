"""The command as a whole: results, the worst exit code, one bad dossier, going on after being cut off."""

import hashlib
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dossiercheck.batch import FailOn, worst_exit_code
from dossiercheck.batch.fingerprint import settings_of
from dossiercheck.findings import DossierLine, Verdict, Wording
from dossiercheck.options import CheckOptions
from dossiercheck.trust import TrustAnchors

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_dossiers"
ARGUMENTS = ["--requirements", "twente-personnel", "--on", "2024-06-01", "--trust", str(SAMPLES / "trust"), "--lang", "en"]  # fmt: skip


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """Four dossiers: in order, one fault, a ZIP, and one that cannot be judged."""
    root = tmp_path_factory.mktemp("many")
    shutil.copytree(SAMPLES / "vog-just-in-time", root / "goed")
    shutil.copytree(SAMPLES / "vog-too-old", root / "oud")
    shutil.make_archive(str(root / "zonder"), "zip", SAMPLES / "diploma-missing")
    (root / "leeg\x1b[31m").mkdir()
    return root


def command(many, out, *more):
    return [sys.executable, "-m", "dossiercheck", "batch", str(many), "--out", str(out), *ARGUMENTS, *more]  # fmt: skip


def run(many, out, *more, **environment):
    env = {**os.environ, **environment}
    return subprocess.run(command(many, out, *more), capture_output=True, text=True, cwd=ROOT, env=env, timeout=300)


def written(out):
    """Every file of the results with its bytes."""
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def whole(many, tmp_path_factory):
    out = tmp_path_factory.mktemp("whole") / "out"
    before = {p: hashlib.sha256(p.read_bytes()).hexdigest() for p in many.rglob("*") if p.is_file()}
    cache = {"DOSSIERCHECK_NO_CACHE": "", "DOSSIERCHECK_CACHE_DIR": str(out.parent / "cache")}
    done = run(many, out, "--jobs", "2", **cache)
    assert {p: hashlib.sha256(p.read_bytes()).hexdigest() for p in many.rglob("*") if p.is_file()} == before
    return done, out


def test_every_dossier_has_its_reports_and_its_line(whole):
    _, out = whole
    assert set(written(out)) == {
        *(f"overview.{ending}" for ending in ("html", "xlsx", "csv", "json")),
        *(f"dossiers/{slug}.{ending}" for slug in ("goed", "oud", "zonder") for ending in ("html", "json")),
        *(f"records/{slug}.json" for slug in ("goed", "oud", "zonder")),
    }
    overview = json.loads((out / "overview.json").read_text("utf-8"))
    assert [line["name"] for line in overview["dossiers"]] == ["leeg\x1b[31m", "oud", "zonder.zip", "goed"]
    assert [line["exit_code"] for line in overview["dossiers"]] == [2, 1, 1, 0]
    for line in overview["dossiers"][1:]:
        assert json.loads((out / line["json"]).read_text("utf-8"))["verdict"] == line["verdict"]
        assert f'href="{line["html"]}"' in (out / "overview.html").read_text("utf-8")


def test_the_run_ends_with_the_worst_code_and_steers_no_terminal(whole):
    done, _ = whole
    assert done.returncode == 2
    assert "4 dossiers" in done.stdout and "1 not judged" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert "4/4" in done.stderr


def test_going_on_takes_over_what_holds_and_gives_the_same_bytes(many, whole, tmp_path):
    _, out = whole
    mine = tmp_path / "out"
    shutil.copytree(out, mine)
    (mine / "records" / "oud.json").unlink()
    (mine / "dossiers" / "zonder.html").write_bytes(b"half")
    (mine / "dossiers" / ".goed.html.1.part").write_bytes(b"half")
    again = run(many, mine, "--resume", "--jobs", "1")
    assert "goed: complete (done before)" in again.stderr
    assert again.stderr.count("done before") == 1
    assert written(mine) == written(out)


def test_what_was_changed_is_judged_again(many, whole, tmp_path):
    _, out = whole
    mine, dossiers = tmp_path / "out", tmp_path / "many"
    shutil.copytree(out, mine)
    shutil.copytree(many, dossiers)
    shutil.rmtree(dossiers / "oud")
    (dossiers / "goed" / "extra.txt").write_text("nieuw")
    again = run(dossiers, mine, "--resume", "--jobs", "1")
    assert "goed: complete (done before)" not in again.stderr
    assert "zonder.zip: not complete (done before)" in again.stderr
    assert not list(mine.rglob("oud.*"))


def test_what_was_asked_is_part_of_what_holds():
    options = CheckOptions(on=date(2024, 6, 1), anchors=TrustAnchors(), requirements="twente-personnel")
    asked = [
        settings_of(options, "nl"),
        settings_of(options, "en"),
        settings_of(replace(options, on=date(2024, 6, 2)), "nl"),
        settings_of(replace(options, requirements="twente-t77948"), "nl"),
        settings_of(replace(options, deadline=date(2024, 7, 1)), "nl"),
        settings_of(replace(options, on_given=False), "nl"),
    ]
    assert len(set(asked)) == len(asked)
    assert settings_of(replace(options, jobs=7), "nl") == asked[0]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_cut_off_and_gone_on(many, whole, tmp_path):
    _, out = whole
    mine = tmp_path / "out"
    process = subprocess.Popen(command(many, mine), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, text=True)  # fmt: skip
    deadline = time.monotonic() + 60
    while not list(mine.glob("records/*.json")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGINT)
    told = process.communicate(timeout=20)[1]
    assert process.returncode in (130, 2)
    if process.returncode == 130:
        assert "--resume" in told
    run(many, mine, "--resume", "--jobs", "1")
    assert written(mine) == written(out)


def test_results_never_go_into_a_dossier(many):
    done = run(many, many / "goed" / "out")
    assert done.returncode == 2 and "only ever read" in done.stderr
    assert not (many / "goed" / "out").exists()


def test_a_run_to_share_tells_no_names(many, whole, tmp_path):
    mine = tmp_path / "share"
    cache = {"DOSSIERCHECK_NO_CACHE": "", "DOSSIERCHECK_CACHE_DIR": str(whole[1].parent / "cache")}
    done = run(many, mine, "--share", **cache)
    assert done.returncode == 2 and "Dossier 1 (goed): complete" in done.stderr
    assert set(written(mine)) == {
        *(f"overview.{ending}" for ending in ("html", "xlsx", "csv", "json")),
        *(f"dossiers/dossier-{number}.{ending}" for number in (1, 3, 4) for ending in ("html", "json")),
    }
    told = done.stdout + "".join(_text(name, data) for name, data in written(mine).items())
    for name in (
        "Joris",
        "Chloë",
        "Zorg Voorbeeld",
        "vog.pdf",
        "goed<",
        "goed/",
        "zonder.zip",
        "leeg",
        "\nOud",
        "van den Berg",
    ):
        assert name not in told
    overview = json.loads((mine / "overview.json").read_text("utf-8"))
    assert [line["name"] for line in overview["dossiers"]] == ["Dossier 2", "Dossier 3", "Dossier 4", "Dossier 1"]
    assert overview["signals"] == [] or all(
        re.fullmatch(r"#\d+", p["file"]) for s in overview["signals"] for p in s["places"]
    )
    assert run(many, mine, "--share").stderr.count("must be empty") == 1
    assert run(many, tmp_path / "other", "--share", "--resume").returncode == 2


def _text(name, data):
    if not name.endswith(".xlsx"):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "".join(book.read(part).decode("utf-8") for part in book.namelist())


def line(code, *, knockouts=0, required=0, error=False):
    verdict = {0: Verdict.COMPLETE, 1: Verdict.INCOMPLETE, 3: Verdict.NEEDS_REVIEW}.get(code)
    return DossierLine(name="a", exit_code=code, verdict=verdict, knockouts=knockouts, required=required, error=Wording(nl="x", en="x") if error else None)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ([line(0)], (0, 0, 0, 0)),
        ([line(0), line(3)], (0, 0, 3, 0)),
        ([line(3), line(1, required=1)], (0, 1, 1, 0)),
        ([line(1, knockouts=1), line(3)], (1, 1, 1, 0)),
        ([line(2, error=True), line(1, knockouts=1)], (2, 2, 2, 2)),
    ],
)
def test_from_what_on_a_run_fails(lines, codes):
    assert tuple(worst_exit_code(lines, fail_on) for fail_on in FailOn) == codes
