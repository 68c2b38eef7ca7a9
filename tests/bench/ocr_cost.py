"""What OCR costs beside the engine's own time, and how often the engine looks at a page.

    python tests/bench/ocr_cost.py [PAGES]

A pass is one picture handed to the engine, weighed by its share of a whole page's pixels: a strip of cut-out words costs
as much less as it is smaller. `one pass s` is what the engine takes for one plain reading of the page. What the bigger
model is asked counts as the engine's, in time and pixels; both are loaded before. `ratio` is by the clock: all that
reading takes, to what the engine takes of it; `to alone`: to what the engine takes for the very same pictures once more
right after, with nothing between or beside. Each page is read three times, and the medians are told: a busy machine makes
single ones differ by a third.
Wanted: at most 1.2 times the engine's own time, at most 1.3 passes a page on average.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[2]))

import pypdfium2
from PIL import Image

from dossiercheck.readers import ReadSettings
from dossiercheck.readers import ocr as ocr_module
from dossiercheck.readers.file import read_content
from dossiercheck.readers.ocr import DPI, Seen, find_engine
from tests.samples import standard
from tests.samples.people import ANNA, CHLOE, JORIS, WIM, ZEYNEP
from tests.scans import as_pdf, pictures

ROUNDS = 3
A4_PIXELS = (595 * DPI / 72) * (842 * DPI / 72)
PEOPLE = (ANNA, JORIS, ZEYNEP, CHLOE, WIM)


class Counting:
    """An engine that notes what it is asked."""

    def __init__(self, engine: ocr_module.OcrEngine) -> None:
        self._engine = engine
        self.name = engine.name
        self.asked: list[tuple[ocr_module.OcrEngine, Image.Image]] = []
        self.seconds = 0.0

    def careful(self) -> ocr_module.OcrEngine | None:
        if isinstance(self._engine, ocr_module.TwoModels) and (bigger := self._engine.careful()):
            return _Bigger(self, bigger)
        return None

    def words(self, image: Image.Image) -> list[Seen]:
        return self.noted(self._engine, image)

    def noted(self, engine: ocr_module.OcrEngine, image: Image.Image) -> list[Seen]:
        self.asked.append((engine, image))
        started = time.perf_counter()
        try:
            return engine.words(image)
        finally:
            self.seconds += time.perf_counter() - started

    @property
    def pages(self) -> float:
        return sum(image.width * image.height for _, image in self.asked) / A4_PIXELS

    def alone(self) -> float:
        """Seconds for all that it was asked, once more."""
        return seconds_of(lambda: [engine.words(image) for engine, image in self.asked])


class _Bigger:
    """The bigger model, its pictures counted with the first one's."""

    def __init__(self, first: Counting, engine: ocr_module.OcrEngine) -> None:
        self._first, self._engine, self.name = first, engine, engine.name

    def words(self, image: Image.Image) -> list[Seen]:
        return self._first.noted(self._engine, image)


def seconds_of(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def papers(count: int) -> dict[str, list[bytes]]:
    """Ordinary scans: 150 to 300 dpi, a little askew, some turned."""
    found: dict[str, list[bytes]] = {"VOG": [], "contract": [], "extract": [], "upside down": [], "on its side": []}
    for number in range(count):
        person = PEOPLE[number % len(PEOPLE)]
        spoilt = {"dpi": (150, 200, 300)[number % 3], "skew": (-1.5, 0.4, 1.0)[number % 3], "quality": 50 + number % 40}
        found["VOG"].append(
            as_pdf(pictures(standard.vog(person, form="paper", issued_on=date(2024, 3, 1)), first=1, **spoilt))
        )
        found["contract"].append(as_pdf(pictures(standard.contract(person), first=1, **spoilt)))
        if person.schooling:
            found["extract"].append(as_pdf(pictures(standard.extract(person), first=1, **spoilt)))
        found["upside down"].append(as_pdf(pictures(standard.contract(person), first=1, turns=2, **spoilt)))
        found["on its side"].append(
            as_pdf(pictures(standard.contract(person), first=1, turns=1 + 2 * (number % 2), **spoilt))
        )
    return found


def plain_reading(engine: ocr_module.OcrEngine, pdfs: list[bytes]) -> float:
    """Seconds of the engine for one page as it lies, on average."""
    seconds = 0.0
    for pdf in pdfs:
        with pypdfium2.PdfDocument(pdf) as document:
            page = document[0].render(scale=DPI / 72).to_pil().convert("L")
        started = time.perf_counter()
        engine.words(page)
        seconds += time.perf_counter() - started
    return seconds / len(pdfs)


def main(count: int) -> None:
    engine = find_engine()
    if engine is None:
        sys.exit("no OCR engine on this machine")
    print(
        f"{engine.name}\n\n{'scans':14}{'pages':>6}{'calls':>7}{'passes a page':>15}{'a page s':>10}"
        f"{'ratio':>7}{'to alone':>10}{'one pass s':>12}"
    )
    settings = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
    for model in (engine, engine.careful() if isinstance(engine, ocr_module.TwoModels) else None):
        if model:
            model.words(Image.new("L", (200, 200), 255))
    for name, pdfs in papers(count).items():
        calls, pages = 0, 0.0
        took, ratios, to_alone = [], [], []
        for pdf in pdfs:
            for _ in range(ROUNDS):
                counting = Counting(engine)
                ocr_module.find_engine = lambda counting=counting: counting
                took.append(seconds_of(lambda pdf=pdf: read_content(pdf, as_table=False, settings=settings)))
                ratios.append(took[-1] / counting.seconds)
                to_alone.append(took[-1] / counting.alone())
            calls, pages = calls + len(counting.asked), pages + counting.pages
        print(
            f"{name:14}{len(pdfs):6}{calls:7}{pages / len(pdfs):15.2f}{median(took):10.2f}"
            f"{median(ratios):7.2f}{median(to_alone):10.2f}{plain_reading(engine, pdfs):12.2f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
