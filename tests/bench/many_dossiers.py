"""How `batch` does on many dossiers: time, files a second, peak memory a process, cold and warm; and whether a run that
is killed at random moments and gone on with ends with the same bytes as an unbroken one.

    python tests/bench/many_dossiers.py [30 300]            time and memory, at these numbers of dossiers
    python tests/bench/many_dossiers.py --no-scans 30       the same without a scan among them (memory without OCR)
    python tests/bench/many_dossiers.py --killed [30]       five times killed and gone on with

A dossier is the sample of eleven persons (33 PDFs, 22 of them signed), each file made its own by a comment behind its
end; one in three dossiers has a scanned VOG besides. Wanted: at most 300 MiB a process without OCR; at 300 at least
0.9 times the files a second of 30. Files a second of processor time are told besides: a busy machine changes those less.
"""

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_dossiers"
EVERY_SCAN = 3
TIMES_KILLED = 5


def lay_out(folder: Path, count: int, scans: bool = True) -> int:
    """So many dossiers below `folder`, no two files alike; how many files."""
    template = [p for p in sorted((SAMPLES / "clean-sample").rglob("*")) if p.is_file()]
    scan = (SAMPLES / "vog-scanned" / "personeel" / "02-van-den-berg" / "vog.pdf").read_bytes()
    files = 0
    for number in range(count):
        dossier = folder / f"zorg-{number:03d}"
        for source in template:
            target = dossier / source.relative_to(SAMPLES / "clean-sample")
            target.parent.mkdir(parents=True, exist_ok=True)
            own = f"\n% {number}\n".encode() if source.suffix == ".pdf" else b""
            target.write_bytes(source.read_bytes() + own)
            files += 1
        if scans and number % EVERY_SCAN == 0:
            (dossier / "gescand.pdf").write_bytes(scan + f"\n% {number}\n".encode())
            files += 1
    return files


def command(dossiers: Path, out: Path, *more: str) -> list[str]:
    given = ["--requirements", "twente-personnel", "--on", "2024-06-01", "--trust", str(SAMPLES / "trust"), "--quiet"]
    return [sys.executable, "-m", "dossiercheck", "batch", str(dossiers), "--out", str(out), *given, *more]


def environment(cache: Path) -> dict[str, str]:
    return {**os.environ, "DOSSIERCHECK_CACHE_DIR": str(cache), "DOSSIERCHECK_NO_CACHE": ""}


class Memory:
    """Watches a process and all below it: the highest resident size of each kind, in MiB."""

    def __init__(self, pid: int) -> None:
        self.peaks: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._over.set()
        self._thread.join()

    def __str__(self) -> str:
        return ", ".join(f"{kind} {max(by_pid.values())} MiB" for kind, by_pid in sorted(self.peaks.items()))

    def _watch(self) -> None:
        while not self._over.wait(0.3):
            for pid in self._family():
                try:
                    status = Path(f"/proc/{pid}/status").read_text()
                    kind = self._kind(Path(f"/proc/{pid}/cmdline").read_bytes())
                    peak = next(
                        int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")
                    )
                except (OSError, StopIteration, ValueError):
                    continue
                self.peaks[kind][pid] = max(peak, self.peaks[kind].get(pid, 0))

    def _family(self) -> list[int]:
        found = [self._pid]
        for pid in found:
            try:
                found += [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
            except OSError:
                continue
        return found

    @staticmethod
    def _kind(commandline: bytes) -> str:
        if b"readers.worker" in commandline:
            return "reader"
        return "judge" if b"batch.worker" in commandline else "parent"


def measured(dossiers: Path, files: int, out: Path, cache: Path, what: str) -> float:
    """Run once; files a second."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command(dossiers, out), env=environment(cache), cwd=ROOT, stdout=subprocess.PIPE)
    memory = Memory(process.pid)
    told = process.communicate()[0].decode()
    memory.stop()
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    speed = f"{files / seconds:.1f} files a second ({files / work:.1f} a second of {work:.0f} s processor time)"
    print(f"{what}: {seconds:.1f} s, {speed}; {memory}")
    print(f"    {told.strip()}", flush=True)
    return files / seconds


def measure(counts: list[int], scans: bool) -> None:
    speeds = []
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            start = time.perf_counter()
            files = lay_out(folder / "dossiers", count, scans)
            print(f"{count} dossiers, {files} files, laid out in {time.perf_counter() - start:.1f} s", flush=True)
            speeds.append(measured(folder / "dossiers", files, folder / "cold", folder / "cache", f"{count} cold"))
            measured(folder / "dossiers", files, folder / "warm", folder / "cache", f"{count} warm")
            same = hashes(folder / "cold") == hashes(folder / "warm")
            print(f"{count}: cold and warm gave {'the same bytes' if same else 'DIFFERENT BYTES'}", flush=True)
    if len(speeds) > 1:
        print(f"files a second at {counts[-1]} over those at {counts[0]}: {speeds[-1] / speeds[0]:.2f}")


def hashes(out: Path) -> dict[str, str]:
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def kill_and_go_on(count: int) -> None:
    """Killed outright, at random moments of a run that takes about as long as the unbroken one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lay_out(folder / "dossiers", count)
        start = time.perf_counter()
        run = {"env": environment(folder / "cache"), "cwd": ROOT, "stdout": subprocess.DEVNULL}
        subprocess.run(command(folder / "dossiers", folder / "whole", "--no-cache"), **run)
        whole = time.perf_counter() - start
        print(f"unbroken: {whole:.1f} s", flush=True)
        chance = random.Random(count)
        for turn in range(TIMES_KILLED):
            process = subprocess.Popen(
                command(folder / "dossiers", folder / "broken", "--no-cache", "--resume"), **run, start_new_session=True
            )
            time.sleep(chance.uniform(0.1, 0.45) * whole)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            print(f"killed {turn + 1}: {len(list((folder / 'broken' / 'records').glob('*.json')))} done", flush=True)
        subprocess.run(command(folder / "dossiers", folder / "broken", "--no-cache", "--resume"), **run)
        one, other = hashes(folder / "whole"), hashes(folder / "broken")
        differing = [path for path in one.keys() | other.keys() if one.get(path) != other.get(path)]
        print("the same bytes" if not differing else f"DIFFERENT: {differing[:10]}")
        shutil.rmtree(folder / "broken")


if __name__ == "__main__":
    if "--killed" in sys.argv:
        kill_and_go_on(int(sys.argv[-1]) if sys.argv[-1].isdigit() else 30)
    else:
        counts = [int(argument) for argument in sys.argv[1:] if argument.isdigit()]
        measure(counts or [30, 300], scans="--no-scans" not in sys.argv)
