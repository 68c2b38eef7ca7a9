"""The wheel alone is the whole program: its data are inside, and it works where no checkout is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.whole import ON, ROOT, SAMPLES, TRUST

RUN = """
import sys
from pathlib import Path
here, checkout = Path(sys.argv[1]), Path(sys.argv[2])
sys.path[:] = [str(here), *(p for p in sys.path if p and Path(p).resolve() != checkout)]
sys.meta_path[:] = [finder for finder in sys.meta_path if "editable" not in repr(finder).lower()]
import dossiercheck
assert Path(dossiercheck.__file__).is_relative_to(here), dossiercheck.__file__
try:
    import tests
except ImportError:
    pass
else:
    raise SystemExit("the checkout can be imported")
sys.argv = ["dossiercheck", *sys.argv[3:]]
if __name__ == "__main__":
    from dossiercheck.cli import main
    main()
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as opened:
        opened.extractall(folder)
    (folder.parent / "elsewhere").mkdir(exist_ok=True)
    return folder


def run(unpacked: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The wheel's program, with the libraries of this environment and without the checkout."""
    script = unpacked.parent / "elsewhere" / "run.py"
    script.write_text(RUN, "utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "LC_ALL"}
    return subprocess.run(
        [sys.executable, str(script), str(unpacked), str(ROOT), *arguments],
        cwd=script.parent,
        env={
            **environment,
            "PYTHONUTF8": "1",
            "PYTHONPATH": str(unpacked),
            "DOSSIERCHECK_CONFIG_DIR": str(script.parent / "config"),
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_data_are_inside_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    package = {path.relative_to(ROOT).as_posix() for path in (ROOT / "dossiercheck").rglob("*") if path.is_file()}
    package = {name for name in package if "__pycache__" not in name}
    shipped = [path for path in (ROOT / "schemas").rglob("*") if path.is_file()]
    sets = {f"dossiercheck/schemas/{path.relative_to(ROOT / 'schemas').as_posix()}" for path in shipped}
    assert "dossiercheck/schemas/requirement-set.schema.json" in sets
    assert {"dossiercheck/reports/wording/nl/papers.yaml", "dossiercheck/reports/wording/en/papers.yaml"} <= names
    assert [name for name in names if name.startswith("dossiercheck/trust/") and not name.endswith(".py")]
    assert len(sets) >= 2 and sets <= names
    assert {name for name in names if ".dist-info/" not in name} == package | sets


def test_the_wheel_names_its_command_and_bounded_dependencies(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        files = {
            name.rpartition("/")[2]: opened.read(name).decode() for name in opened.namelist() if ".dist-info/" in name
        }
    assert "dossiercheck = dossiercheck.cli:main" in files["entry_points.txt"]
    needed = [
        line for line in files["METADATA"].splitlines() if line.startswith("Requires-Dist:") and "extra ==" not in line
    ]
    assert needed and all("<" in line and ">=" in line for line in needed)


@pytest.mark.parametrize(("lang", "title"), [("nl", "begeleiding individueel"), ("en", "individual support")])
def test_the_wheel_lists_its_sets(unpacked: Path, lang: str, title: str) -> None:
    ran = run(unpacked, "schema", "list", "--lang", lang)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert [line.split()[0] for line in ran.stdout.splitlines()] == ["h6-wmo", "twente-personnel", "twente-t77948"]
    assert title in ran.stdout


def test_the_wheel_lists_its_anchors(unpacked: Path) -> None:
    ran = run(unpacked, "trust", "list")
    assert ran.returncode == 0 and "QuoVadis" in ran.stdout


def test_the_wheel_judges_a_dossier(unpacked: Path) -> None:
    """With its worker processes, which must find the wheel's program too."""
    given = ["--on", ON.isoformat(), "--trust", str(TRUST), "--lang", "nl", "--output", "r.json", "--output", "-"]
    ran = run(unpacked, "check", str(SAMPLES / "vog-too-old"), *given)
    assert ran.returncode == 1, ran.stderr
    assert "NIET COMPLEET" in ran.stdout and ran.stderr == ""
    report = json.loads((unpacked.parent / "elsewhere" / "r.json").read_text("utf-8"))
    assert {f["requirement"] for f in report["findings"] if f["outcome"] == "not_met"} == {"vog.max-age"}
    assert not [d for d in report["documents"] if d["problem"]]
