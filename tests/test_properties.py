"""What must not matter does not: the next day, names and places of files, a ZIP, junk, how often one asks."""

from __future__ import annotations

import hashlib
import io
import random
import shutil
import string
import subprocess
import sys
import zipfile
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dossiercheck.checks.periods import last_valid_day
from dossiercheck.findings import Finding, Report, SubjectKind
from tests import papers
from tests.whole import ON, SAMPLES, TRUST, ReadHere, check, checked

DAY = timedelta(days=1)


# --- the date judged by


@pytest.fixture
def seals_aside(monkeypatch):
    """All seals judged at one moment: what the day itself does to a seal has tests of its own."""
    monkeypatch.setattr(ReadHere, "seals_judged_at", datetime(2024, 6, 1, 12, tzinfo=UTC))


def told(finding: Finding) -> tuple[object, ...]:
    return (
        finding.outcome,
        finding.reason,
        finding.say,
        finding.expiring,
        finding.valid_until,
        finding.evidence,
        finding.decided_by,
    )


def by_subject(report: Report) -> dict[tuple[str, str, str | None], list[tuple[object, ...]]]:
    found: dict[tuple[str, str, str | None], list[tuple[object, ...]]] = {}
    for finding in report.findings:
        found.setdefault((finding.requirement, finding.subject.id, finding.product), []).append(told(finding))
    return found


def deciding_days(report: Report) -> dict[tuple[str, str], set[date]]:
    """For a requirement and an employee: the days after which something changes, from the dates on the papers alone."""
    days: dict[tuple[str, str], set[date]] = {}
    for document in report.documents:
        facts = {fact.name: fact.value for fact in document.facts}
        who = document.employee or ""
        if isinstance(issued := facts.get("issued_on"), date) and document.kind == "vog":
            days.setdefault(("vog.max-age", who), set()).update({issued - DAY, *_last_days(last_valid_day(issued, 36))})
        if document.kind == "contract":
            found = days.setdefault(("contract.in-force", who), set())
            if isinstance(start := facts.get("starts_on"), date):
                found.add(start - DAY)
            if isinstance(end := facts.get("ends_on"), date):
                found.update(_last_days(end))
    for finding in report.findings:
        if finding.requirement == "vog.at-start" and isinstance(start := finding.values.get("start"), date):
            days.setdefault(("vog.at-start", finding.subject.id), set()).add(last_valid_day(start, 36))
    return days


def _last_days(valid_until: date) -> set[date]:
    """The last valid day, and the last day on which it is not yet said that it runs out (within 90 days)."""
    return {valid_until, valid_until - timedelta(days=91)}


@pytest.mark.parametrize(
    "sample",
    ["clean", "expiring-soon", "contract-in-two-files", "vog-only-renewal", "vog-after-start", "vog-in-future"],
)
@pytest.mark.usefixtures("seals_aside")
def test_the_next_day_changes_only_what_it_decides(sample: str) -> None:
    folder = SAMPLES / sample
    deciding = deciding_days(checked(folder))
    at_random = random.Random(sample)
    days = {day for found in deciding.values() for day in found if day.year >= 2020}
    chosen = sorted(at_random.sample(sorted(days), min(10, len(days))))
    elsewhere = [date(2021, 1, 1) + at_random.randrange(2500) * DAY for _ in range(4)]
    changes = 0
    for day in (*chosen, *elsewhere):
        before, after = by_subject(checked(folder, day)), by_subject(checked(folder, day + DAY))
        assert set(before) == set(after)
        changed = {
            (requirement, who)
            for requirement, who, product in before
            if before[requirement, who, product] != after[requirement, who, product]
        }
        assert changed <= {key for key, found in deciding.items() if day in found}, day
        changes += bool(changed)
    assert changes >= min(3, len(chosen))


@pytest.mark.usefixtures("seals_aside")
def test_what_is_met_until_a_day_is_met_on_it_and_not_after() -> None:
    for finding in checked(SAMPLES / "clean").findings:
        if finding.valid_until is None:
            continue
        key = finding.requirement, finding.subject.id, finding.product
        last, next_day = (
            by_subject(checked(SAMPLES / "clean", day)) for day in (finding.valid_until, finding.valid_until + DAY)
        )
        assert [outcome.value for outcome, *_ in last[key]] == ["met"], key
        assert [outcome.value for outcome, *_ in next_day[key]] == ["not_met"], key


@pytest.mark.parametrize("sample", ["seal-old-with-timestamp", "seal-old-without-timestamp", "seal-unknown-authority"])
def test_the_next_day_changes_no_seal(sample: str) -> None:
    """Judged at the time of a trusted timestamp: whether today or in five years, the seal is what it is."""
    told_of = [
        [f for f in map(told, checked(SAMPLES / sample, on).findings) if str(f[2]).startswith("seal-")]
        for on in (ON, ON + DAY, date(2029, 1, 1))
    ]
    assert told_of[0] and told_of[0] == told_of[1] == told_of[2]


# --- names and places of files

UNMOVED = ("dossier.yaml",)
"""Stated by its place and name."""
HOW = ("named", "flat", "nested", "swapped", "misnamed")
SAMPLES_MOVED = (
    "clean-twente", "clean-sample", "contract-in-two-files", "contract-expired", "contract-dates-differ", "vog-too-old",
    "vog-only-renewal", "vog-wrong-profile", "diploma-level-too-low", "diploma-before-register", "seal-byte-changed",
    "seal-gone-printed-to-pdf", "table-duplicate-number", "twente-plus-without-basis",
)  # fmt: skip
MOVED = [
    *(("clean", how) for how in HOW),
    *((sample, HOW[(number + 2 * turn) % len(HOW)]) for number, sample in enumerate(SAMPLES_MOVED) for turn in (0, 1)),
]


def copied(sample: str, to: Path, rename: dict[str, str]) -> Path:
    """A copy of a sample with its files elsewhere: old path -> new path."""
    for old, new in rename.items():
        (to / new).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(SAMPLES / sample / old, to / new)
    return to


def files_of(sample: str) -> list[str]:
    root = SAMPLES / sample
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())


def anywhere(sample: str, chance: random.Random, how: str) -> dict[str, str]:
    """New paths: `named` at random, `flat` in one folder, `nested` deep, `swapped` among the persons'
    folders, `misnamed` after anybody."""
    files = files_of(sample)
    moved = [file for file in files if file not in UNMOVED]
    new: dict[str, str] = {file: file for file in files if file in UNMOVED}
    folders = sorted({file.rpartition("/")[0] for file in moved if file.count("/") > 1})
    shuffled = chance.sample(folders, len(folders))
    chance.shuffle(moved)
    for number, file in enumerate(moved):
        folder, _, name = file.rpartition("/")
        stem = "".join(chance.choices(string.ascii_lowercase + string.digits + " -_", k=12)).strip(" ") + f"_{number}"
        ending = Path(name).suffix
        if how == "named":
            new[file] = f"{folder}/{stem}{ending}" if folder else f"{stem}{ending}"
        elif how == "flat":
            new[file] = f"{number:03d}{ending.upper()}"
        elif how == "nested":
            new[file] = "/".join(
                [*chance.choices(["map", "Nieuwe map (2)", "scans", "2024", "é"], k=4), f"{stem}{ending}"]
            )
        elif how == "misnamed":
            somebody = chance.choice(folders).rpartition("/")[2][3:].replace("-", " ")
            new[file] = f"{chance.choice(folders)}/VOG {somebody} {number}{ending}"
        else:
            new[file] = f"{shuffled[folders.index(folder)]}/{number}-{name}" if folder in folders else file
    return new


def of_persons(report: Report) -> Counter[tuple[object, ...]]:
    """Findings about anything but files, without where they were seen."""
    return Counter(
        (f.requirement, f.subject.id, f.product, f.outcome, f.reason, f.say, f.valid_until)
        for f in report.findings
        if f.subject.kind is not SubjectKind.DOCUMENT
    )


@pytest.mark.parametrize(("sample", "how"), MOVED)
@pytest.mark.usefixtures("seals_aside")
def test_names_and_places_of_files_decide_nothing(sample: str, how: str, tmp_path: Path) -> None:
    """EVC proofs are left out: there the tender wants the employee's name in the file's."""
    before = checked(SAMPLES / sample)
    after = checked(copied(sample, tmp_path / "x", anywhere(sample, random.Random(f"{sample} {how}"), how)))
    assert of_persons(after) == of_persons(before)
    assert (after.verdict, after.exit_code) == (before.verdict, before.exit_code)
    assert len(after.documents) == len(before.documents)
    owners = {(d.sha256, d.employee) for d in before.documents}
    assert {(d.sha256, d.employee) for d in after.documents} == owners


@pytest.mark.parametrize("top", ["", "Dossier Zorg Voorbeeld/"])
@pytest.mark.parametrize("sample", ["clean-twente", "seal-byte-changed", "file-of-a-stranger"])
@pytest.mark.usefixtures("seals_aside")
def test_a_zip_is_judged_as_the_folder(sample: str, top: str, tmp_path: Path) -> None:
    archive = tmp_path / f"{sample}.zip"
    with zipfile.ZipFile(archive, "w") as zipped:
        for file in files_of(sample):
            zipped.write(SAMPLES / sample / file, top + file)
    assert checked(archive) == checked(SAMPLES / sample)


@pytest.mark.usefixtures("seals_aside")
def test_what_an_operating_system_leaves_behind_changes_nothing(tmp_path: Path) -> None:
    before = checked(SAMPLES / "clean")
    folder = copied("clean", tmp_path / "clean", {file: file for file in files_of("clean")})
    junk = [".DS_Store", "personeel/Thumbs.db", "personeel/03-ozturk/~$contract.docx", "__MACOSX/._diploma.pdf"]
    for name in junk:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"\0\0\0\1Bud1")
    after = checked(folder)
    assert after.findings == before.findings and after.exit_code == 0
    assert [d for d in after.documents if d.file not in junk] == list(before.documents)
    assert {d.file: d.kind for d in after.documents if d.file in junk} == dict.fromkeys(junk, "other")


@pytest.mark.parametrize("sample", ["clean-twente", "vog-too-old", "contract-in-two-files"])
@pytest.mark.usefixtures("seals_aside")
def test_a_zip_in_the_folder_is_judged_as_the_folder(sample: str, tmp_path: Path) -> None:
    """Some files in a ZIP, some in a ZIP inside that ZIP, the others beside it."""
    before = checked(SAMPLES / sample)
    files = [file for file in files_of(sample) if file not in UNMOVED]
    beside, within, deep = files[::3], files[1::3], files[2::3]
    folder = copied(sample, tmp_path / "x", {file: file for file in (*UNMOVED, *beside)})
    inner = zipped_files(sample, deep)
    outer = zipped_files(sample, within, **{"rest.zip": inner})
    (folder / "inzending.zip").write_bytes(outer)
    after = checked(folder)
    assert of_persons(after) == of_persons(before)
    assert (after.verdict, after.exit_code) == (before.verdict, before.exit_code)
    archives = ["inzending.zip", "inzending.zip/rest.zip"]
    members = [*(f"inzending.zip/{file}" for file in within), *(f"inzending.zip/rest.zip/{file}" for file in deep)]
    assert sorted(d.file for d in after.documents) == sorted([*UNMOVED, *beside, *members, *archives])


def zipped_files(sample: str, files: list[str], **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for file in files:
            zipped.write(SAMPLES / sample / file, file)
        for name, data in more.items():
            zipped.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("order", [0, 1, 2])
@pytest.mark.usefixtures("seals_aside")
def test_the_papers_of_one_person_in_one_file_are_judged_as_in_several(order: int, tmp_path: Path) -> None:
    """But for what joining itself destroys: seals, and the encryption of a digital VOG."""
    before = checked(SAMPLES / "clean")
    files = files_of("clean")
    mine = sorted(file for file in files if file.startswith("personeel/02-"))
    folder = copied("clean", tmp_path / "x", {file: file for file in files if file not in mine})
    ordered = [*mine[order:], *mine[:order]]
    heap = papers.joined(*((SAMPLES / "clean" / file).read_bytes() for file in ordered))
    (folder / "personeel" / "alles.pdf").write_bytes(heap)
    after = checked(folder)
    lost = {("diploma.duo-seal", "2"), ("vog.genuine", "2"), ("contract.signed", "2")}

    def kept(report: Report) -> Counter[tuple[object, ...]]:
        return Counter({told: n for told, n in of_persons(report).items() if (told[0], told[1]) not in lost})

    assert kept(after) == kept(before)
    assert after.exit_code == 1
    [document] = [d for d in after.documents if d.file == "personeel/alles.pdf"]
    assert document.employee == "2" and len(document.parts) == len(mine)


# --- nothing changes, and the same is said again


def fingerprint(folder: Path) -> dict[str, tuple[object, ...]]:
    """Bytes, times and rights of everything in a folder."""
    found: dict[str, tuple[object, ...]] = {}
    for path in sorted([folder, *folder.rglob("*")]):
        status = path.stat()
        data = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        found[str(path)] = (data, status.st_mtime_ns, status.st_mode, status.st_ino)
    return found


def test_a_check_leaves_the_dossier_as_it_was_and_says_the_same_twice(tmp_path: Path) -> None:
    """Once with worker processes and once without, from another folder, with reports written elsewhere."""
    folder = copied("clean-twente", tmp_path / "clean-twente", {file: file for file in files_of("clean-twente")})
    before = fingerprint(folder)
    arguments = ["--trust", str(TRUST), "--on", ON.isoformat(), "--lang", "en", "--format", "json"]
    ran = subprocess.run(
        [sys.executable, "-m", "dossiercheck", "check", str(folder), *arguments, "--output", "-", "--output", "r.txt"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "r.txt").read_text("utf-8").strip()
    again = check(folder, "--format", "json")
    assert fingerprint(folder) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["clean-twente", "r.txt"]
    assert again.out == ran.stdout


def test_the_same_input_gives_the_same_bytes() -> None:
    assert check(SAMPLES / "clean", "--format", "json") == check(SAMPLES / "clean", "--format", "json")
    assert check(SAMPLES / "clean", lang="nl") == check(SAMPLES / "clean", lang="nl")
