"""How well ink is told from print, stamps and stains: the whole way from a scanned contract to 'signed' or not.

    python -m tests.bench.ink.measure test 300              # 300 pages of two blocks each
    python -m tests.bench.ink.measure train 160 --keep DIR  # words kept in DIR: a second run reads none again
    python -m tests.bench.ink.measure test 300 --wrong      # names the cases that went wrong

A block is `found` (signed, and said so), `to a person`, or wrong: a signed one called unsigned, an empty one called
signed. Tune on `train` and `more` only.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image

from dossiercheck.documents import Contract, recognise
from dossiercheck.documents.vocabulary import Vocabulary
from dossiercheck.readers import ReadSettings, ocr
from dossiercheck.readers.file import read_content
from tests.bench.ink.pages import Block, case

SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
ANSWERS = {True: "signed", False: "unsigned", None: "to a person"}


class KeptEngine:
    """The machine's engine, its words kept by what it looked at."""

    def __init__(self, folder: Path) -> None:
        engine = ocr.find_engine()
        assert engine is not None, "no OCR engine on this machine"
        self._engine, self._folder, self.name = engine, folder, engine.name
        folder.mkdir(parents=True, exist_ok=True)

    def words(self, image: Image.Image) -> list[ocr.Seen]:
        key = hashlib.sha256(f"{self.name}{image.size}".encode() + image.tobytes()).hexdigest()
        path = self._folder / key
        if not path.exists():
            path.write_bytes(pickle.dumps(self._engine.words(image)))
        return pickle.loads(path.read_bytes())  # our own bytes


def answers(jpeg: bytes) -> tuple[str, str]:
    """What is said of employer and employee."""
    content = read_content(jpeg, as_table=False, settings=SETTINGS)
    paper = recognise("contract.jpg", "", len(jpeg), content, Vocabulary()).paper
    if not isinstance(paper, Contract):
        return "to a person", "to a person"
    return ANSWERS[paper.signed_by_employer.value], ANSWERS[paper.signed_by_employee.value]


def judged(split: str, pages: int) -> Iterator[tuple[str, str, int, Block, str]]:
    """Page, layout, resolution, what is true of a block, what was said of it."""
    for number in range(pages):
        page = case(split, number)
        for block, answer in zip((page.employer, page.employee), answers(page.jpeg), strict=True):
            yield page.name, page.layout, page.dpi, block, answer


def table(rows: list[tuple[str, str, int, Block, str]]) -> str:
    lines = ["| blocks | number | signed | to a person | unsigned |", "|---|---|---|---|---|"]
    for signed, title in ((True, "signed"), (False, "empty")):
        of_these = [
            (layout, dpi, block.how, answer) for _, layout, dpi, block, answer in rows if block.signed is signed
        ]
        lines.append(_row(f"**{title}**", [answer for *_, answer in of_these]))
        for key, kind in ((2, ""), (0, "layout "), (1, "dpi ")):
            for value in sorted({row[key] for row in of_these}, key=str):
                lines.append(_row(f"{title}: {kind}{value}", [row[3] for row in of_these if row[key] == value]))
    return "\n".join(lines)


def _row(title: str, said: list[str]) -> str:
    counts = Counter(said)
    cells = [
        f"{counts[a]} ({100 * counts[a] / max(1, len(said)):.1f} %)" for a in ("signed", "to a person", "unsigned")
    ]
    return f"| {title} | {len(said)} | {' | '.join(cells)} |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split", choices=("train", "more", "test", "unseen"))
    parser.add_argument("pages", type=int)
    parser.add_argument("--keep", type=Path, help="folder for the words that were read")
    parser.add_argument("--wrong", action="store_true", help="name the wrong answers")
    given = parser.parse_args()
    if given.keep:
        engine = KeptEngine(given.keep)
        ocr.find_engine = lambda: engine  # type: ignore[assignment]
    start = time.perf_counter()
    rows = list(judged(given.split, given.pages))
    print(table(rows))
    print(f"\n{given.pages} pages in {time.perf_counter() - start:.0f} s")
    if given.wrong:
        for name, layout, dpi, block, answer in rows:
            if answer != ("signed" if block.signed else "unsigned"):
                print(f"{name} {layout} {dpi} dpi: {'signed' if block.signed else 'empty'} ({block.how}) -> {answer}")


if __name__ == "__main__":
    main()
