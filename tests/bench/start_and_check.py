"""How long the program takes to start and to check ten persons, beside the bare imports of what it stands on.

    python tests/bench/start_and_check.py [RUNS]

Each row pairs a command of ours with a peer, run in turn, and gives the medians and the ratio pair by pair. Nothing is
asserted: machines differ, ratios less so. Wanted: `--version` at most 1.5, `check` at most 2.5.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parents[2] / "sample_dossiers"
IMPORTS = "import rich.console, rich.table, openpyxl, pypdf, pyhanko.sign.validation"


def ten_persons(folder: Path) -> Path:
    """Thirty PDFs with text, ten of them sealed: the sample of eleven, its contracts without embedded signatures."""
    import pikepdf

    shutil.copytree(SAMPLES / "clean-sample", folder)
    for path in folder.rglob("overeenkomst.pdf"):
        with pikepdf.open(path, allow_overwriting_input=True) as pdf:
            if "/AcroForm" in pdf.Root:
                del pdf.Root["/AcroForm"]
            for page in pdf.pages:
                if "/Annots" in page.obj:
                    del page.obj["/Annots"]
            pdf.save(path)
    return folder


def rows(dossier: Path) -> dict[str, tuple[list[str], list[str]]]:
    """What is measured, and beside what."""
    check = [sys.executable, "-m", "dossiercheck", "check", str(dossier), "--requirements", "twente-personnel"]
    check += ["--on", "2024-06-01", "--trust", str(SAMPLES / "trust"), "--lang", "nl"]
    return {
        "--version / import typer": (
            [sys.executable, "-m", "dossiercheck", "--version"],
            [sys.executable, "-c", "import typer"],
        ),
        "check of ten persons / bare imports": (check, [sys.executable, "-c", IMPORTS]),
    }


def seconds(command: list[str]) -> float:
    """Wall time. Nothing that was read before is kept: each run reads every file. Modules are compiled, as installed."""
    environment = {**os.environ, "DOSSIERCHECK_NO_CACHE": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def main(runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        measure(rows(ten_persons(Path(folder) / "ten")), runs)


def measure(pairs_of_commands: dict[str, tuple[list[str], list[str]]], runs: int) -> None:
    for name, (ours, peer) in pairs_of_commands.items():
        seconds(ours), seconds(peer)
        pairs = [(seconds(ours), seconds(peer)) for _ in range(runs)]
        ratios = [a / b for a, b in pairs]
        mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
        print(
            f"{name}: {mine:.2f} s / {theirs:.2f} s, ratio median {statistics.median(ratios):.2f} "
            f"(min {min(ratios):.2f}, max {max(ratios):.2f}, {runs} runs)"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
