"""The cases: every layout over a grid of resolution and fault, the rest drawn by a seed that depends on the case alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from random import Random

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from tests.bench.scans import contracts, diplomas, vogs
from tests.bench.scans.spoil import FAULTS, FORMS, Spoiling
from tests.bench.scans.truth import Paper

Layout = Callable[[Random, str, str], Paper]
LAYOUTS: dict[str, Layout] = {
    "VOG, paper, before 12-2020, prose": vogs.paper_before_prose,
    "VOG, paper, before 12-2020, form": vogs.paper_before_form,
    "VOG, paper, after 12-2020": vogs.paper_after,
    "VOG, digital, printed": vogs.digital,
    "VOG, digital, printed without pink": vogs.digital_without_pink,
    "DUO extract, stacked": diplomas.duo_stacked,
    "DUO extract, beside": diplomas.duo_beside,
    "diploma MBO before 2007": diplomas.mbo_before,
    "diploma HBO before 1996": diplomas.hbo_before,
    "diploma WO before 1996": diplomas.wo_before,
    "contract, employment, articles": contracts.employment_articles,
    "contract, employment, form": contracts.employment_form,
    "contract, volunteer": contracts.volunteer,
    "contract, trainee": contracts.trainee,
    "contract, assignment": contracts.assignment,
    "trade register extract": contracts.trade_register,
}
FONTS = (
    ("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"), ("Courier", "Courier-Bold"), ("Vera", "VeraBd"),
    ("DejaVuSerif", "DejaVuSerif-Bold"), ("DejaVuSansCondensed", "DejaVuSansCondensed-Bold"),
)  # fmt: skip
_DEJAVU = Path("/usr/share/fonts/truetype/dejavu")
DPI = (150, 200, 300)
A_LAYOUT = 3 * len(FAULTS)
"""Cases a layout: each fault at each resolution."""


@dataclass(frozen=True, kw_only=True)
class ScanCase:
    layout: str
    number: int
    how: Spoiling
    font: str
    bold: str

    @property
    def name(self) -> str:
        return f"{self.layout} {self.number:02}"

    def paper(self) -> Paper:
        font, bold = _known(self.font, self.bold)
        return LAYOUTS[self.layout](Random(f"paper {self.name}"), font, bold)


def all_cases() -> Iterator[ScanCase]:
    for layout in LAYOUTS:
        for number in range(A_LAYOUT):
            random = Random(f"case {layout} {number}")
            fault = FAULTS[number // len(DPI)]
            black = fault == "black and white"
            photo = fault == "photo"
            font, bold = random.choice(FONTS)
            how = Spoiling(
                dpi=DPI[number % len(DPI)],
                fault=fault,
                skew=0.0 if random.random() < 0.2 else random.choice((-1, 1)) * random.uniform(0.5, 3.0),
                turns=random.choice((0, 0, 0, 0, 0, 0, 0, 1, 2, 3)),
                quality=random.choice((30, 45, 60, 75, 85)),
                grey=black or (not photo and random.random() < 0.55),
                form="jpeg" if photo else random.choice(FORMS),
            )
            yield ScanCase(layout=layout, number=number, how=how, font=font, bold=bold)


def chosen(cases: list[ScanCase], count: int) -> list[ScanCase]:
    """About so many of them, spread over layouts, faults and resolutions alike."""
    order = sorted(cases, key=lambda case: Random(f"pick {case.name}").random())
    by_layout: dict[str, list[ScanCase]] = {}
    for case in order:
        by_layout.setdefault(case.layout, []).append(case)
    rounds = zip_longest(*by_layout.values())
    return [case for found in rounds for case in found if case][:count]


def _known(font: str, bold: str) -> tuple[str, str]:
    """These fonts, registered; Vera, which comes with reportlab, where the machine lacks them."""
    if not font.startswith("DejaVu"):
        return font, bold
    if not (_DEJAVU / f"{font}.ttf").exists():
        return "Vera", "VeraBd"
    for name in (font, bold):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(_DEJAVU / f"{name}.ttf")))
    return font, bold
