"""How much of scanned papers is read right, left open, and read wrong: per field, at each resolution.

    python -m tests.bench.scans [COUNT] [--only WORDS] [--wrong] [--folder DIR]

COUNT cases spread over all layouts (all of them where it is left out); `--only` those whose name or fault has WORDS;
`--wrong` prints each field that was not read right. Pictures and what the engine read are kept in DIR (default: in the
folder for temporary files), so that a second run takes a fraction of the first.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

from tests.bench.scans import engine
from tests.bench.scans.cases import ScanCase, all_cases, chosen
from tests.bench.scans.measure import ABSTAINED, RIGHT, WRONG, Answer, answers, read
from tests.bench.scans.spoil import handed_in
from tests.bench.scans.truth import Paper

FIELDS = (
    "kind", "holder", "born_on", "issued_on", "profiles", "form", "register_extract", "starts_on", "ends_on",
    "hours_per_week", "kvk", "name",
)  # fmt: skip
ASKED = ("holder", "born_on", "issued_on", "profiles", "starts_on", "ends_on", "hours_per_week")
"""The fields that the targets are about."""


def main() -> None:
    options = _options()
    remembering = engine.install(options.folder / "engine")
    cases = list(all_cases())
    if options.only:
        cases = [
            case for case in cases if options.only.lower() in f"{case.name} {case.how.fault} {case.how.form}".lower()
        ]
    cases = chosen(cases, options.count or len(cases))
    found: list[Answer] = []
    pages = 0
    start = time.perf_counter()
    for number, case in enumerate(cases, start=1):
        paper, data, count = _made(case, options.folder / "pages")
        pages += count
        found += answers(case.name, case.how.dpi, case.how.fault, paper, read(data))
        if number % 64 == 0:
            print(f"\n{number} of {len(cases)} files, {time.perf_counter() - start:.0f} s")
            _print_table(found)
            sys.stdout.flush()
    if options.wrong:
        _print_faults(found, {case.name: case for case in cases})
    _print_table(found)
    _print_by_fault(found)
    sheets = remembering.pixels / engine.A_PASS
    print(
        f"\n{len(cases)} files, {pages} pages; each was read {sheets / pages:.2f} times, in {remembering.passes / pages:.2f} calls"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", type=int, nargs="?", default=0)
    parser.add_argument("--only", default="")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "dossiercheck-scans")
    return parser.parse_args()


def _made(case: ScanCase, folder: Path) -> tuple[Paper, bytes, int]:
    """The case's file, drawn once."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = folder / f"{hashlib.sha256(repr(case).encode()).hexdigest()[:24]}.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    paper = case.paper()
    made = (paper, *handed_in(paper.pdf, case.how, Random(f"spoil {case.name}")))
    kept.write_bytes(pickle.dumps(made))
    return made


def _print_faults(found: list[Answer], cases: dict[str, ScanCase]) -> None:
    for answer in found:
        if answer.acted != RIGHT:
            how = cases[answer.case].how
            spoilt = f"{how.dpi} {how.fault}, {how.form}, skew {how.skew:.1f}, turns {how.turns}, q{how.quality}, {cases[answer.case].font}"
            print(
                f"{answer.acted:9} {answer.field:14} {answer.case} [{spoilt}]\n    said {answer.said!r} ({answer.raw}), printed {answer.true!r}"
            )


def _print_table(found: list[Answer]) -> None:
    """Right / abstained / wrong of what the program acts on, in per cent, and the raw share of wrong ones."""
    columns = (
        ("150 dpi", (150,)),
        ("200 dpi", (200,)),
        ("300 dpi", (300,)),
        ("200 and better", (200, 300)),
        ("all", (150, 200, 300)),
    )
    print("\n| field | n | " + " | ".join(name for name, _ in columns) + " | wrong if unsure ones counted |")
    print("|---" * (len(columns) + 3) + "|")
    for field in (*FIELDS, "asked fields"):
        answered = [a for a in found if a.field == field or (field == "asked fields" and a.field in ASKED)]
        if not answered:
            continue
        cells = [_shares([a.acted for a in answered if a.dpi in dpi]) for _, dpi in columns]
        raw = sum(a.raw == WRONG for a in answered)
        print(f"| {field} | {len(answered)} | " + " | ".join(cells) + f" | {100 * raw / len(answered):.1f} |")


def _shares(verdicts: list[str]) -> str:
    counts = Counter(verdicts)
    total = max(1, len(verdicts))
    return " / ".join(f"{100 * counts[verdict] / total:.1f}" for verdict in (RIGHT, ABSTAINED, WRONG))


def _print_by_fault(found: list[Answer]) -> None:
    print("\n| what was done to it | fields | right / abstained / wrong |\n|---|---|---|")
    groups: dict[str, list[str]] = defaultdict(list)
    for answer in found:
        if answer.field in ASKED:
            groups[answer.fault].append(answer.acted)
            groups[answer.case[:-3]].append(answer.acted)
    for name, verdicts in groups.items():
        print(f"| {name} | {len(verdicts)} | {_shares(verdicts)} |")


if __name__ == "__main__":
    main()
