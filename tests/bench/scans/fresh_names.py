"""Names and layouts on which nothing was developed: how many holders are read right, left open, and read wrong.

    python -m tests.bench.scans.fresh_names [--folder DIR]

Twenty-eight names, half of them with thin strokes close together, each on two layouts of its own (a contract as a grid
with the person's names in fields, a typed diploma with the name in spaced lines) and spoilt in another way each time.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.bench.scans import engine
from tests.bench.scans.cases import FONTS, _known
from tests.bench.scans.measure import answers, read
from tests.bench.scans.spoil import FAULTS, Spoiling, handed_in
from tests.bench.scans.truth import Paper, in_figures, in_words
from tests.papers.sheet import Sheet

NAMES = (
    "Jolijn Wijffels", "Liliane Tillie", "Filip Mijlink", "Trijntje Hellings", "Ilse Willigers", "Bilal IJzerman",
    "Jiska Ritmeijer", "Matthijs Lijftogt", "Aliye Filiz", "Tijl Fijlstra", "Willy Illenberg", "Ilja Stijlaart",
    "Emilie van Iersel-Kill", "Fjodor Hjelmstad", "Emmy Krommert", "Bram Oosterhof", "Sanne de Groot", "Marga Boonstra",
    "Hans van der Meer", "Roos Terpstra", "Youssef Benamar", "Dewi Soekarno", "Petra den Hoed", "Karel Vos",
    "Monique Berends", "Arno Coppens", "Esra Demirtas", "Nadia Ouhajji",
)  # fmt: skip


def grid(name: str, born_on: date, font: str, bold: str) -> Paper:
    """An employment contract whose parties stand in a grid of fields."""
    given, _, rest = name.partition(" ")
    start = born_on + timedelta(days=365 * 30)
    sheet = Sheet("Overeenkomst", font=font, bold=bold, size=10.5)
    sheet.line("ARBEIDSOVEREENKOMST VOOR BEPAALDE TIJD", bold=True, size=13, after=14)
    sheet.rule().down(14)
    for label, value in (
        ("Werkgever", "Zorggroep De Brug B.V."), ("Naam werknemer", f"{given} {rest}"), ("Geboortedatum", in_figures(born_on)),
        ("Functie", "Begeleider C"), ("Ingangsdatum", in_figures(start)), ("Einddatum", in_figures(start + timedelta(days=364))),
        ("Uren per week", "28"), ("Salaris", "€ 2.840,00 bruto per maand"),
    ):  # fmt: skip
        sheet.columns((64, f"{label}:"), (230, value), after=6).rule(width=0.3).down(14)
    sheet.paragraph(
        "Op deze overeenkomst is de CAO Gehandicaptenzorg van toepassing. De werknemer verricht de werkzaamheden in Almelo."
    )
    sheet.columns((64, "Handtekening werkgever"), (330, "Handtekening werknemer"))
    return Paper("contract", sheet.pdf(), {"holder": name})


def typed(name: str, born_on: date, font: str, bold: str) -> Paper:
    """A diploma from before the register, typed on a printed form."""
    awarded = born_on + timedelta(days=365 * 22)
    sheet = Sheet("Diploma", font=font, bold=bold, size=11)
    sheet.down(50).line("Stichting Beroepsonderwijs Oost", after=20).line("DIPLOMA", bold=True, size=20, after=26)
    sheet.paragraph(
        "De examencommissie van de opleiding Sociaal-pedagogisch werker (middelbaar beroepsonderwijs, niveau 4) verklaart dat"
    )
    sheet.down(8).line(name, size=13, after=12).line(f"geboren op {in_words(born_on)} te Zwolle", after=16)
    sheet.paragraph("het examen met goed gevolg heeft afgelegd.")
    sheet.down(10).line(f"Uitgereikt te Zwolle op {in_words(awarded)}", after=40)
    sheet.columns((64, "De voorzitter"), (330, "De gediplomeerde"))
    return Paper("diploma", sheet.pdf(), {"holder": name})


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "dossiercheck-scans")
    remembering = engine.install(parser.parse_args().folder / "engine")
    counts: Counter[tuple[str, str]] = Counter()
    pages = 0
    for number, name in enumerate(NAMES):
        for layout in (grid, typed):
            random = Random(f"fresh {name} {layout.__name__}")
            font, bold = _known(*random.choice(FONTS))
            how = Spoiling(
                dpi=random.choice((150, 200, 300)), fault=random.choice(FAULTS), skew=random.uniform(-2.5, 2.5),
                turns=random.choice((0, 0, 0, 0, 1, 2, 3)), quality=random.choice((35, 60, 80)), grey=random.random() < 0.5,
                form="pdf",
            )  # fmt: skip
            paper = layout(name, date(1962, 1, 9) + timedelta(days=311 * number), font, bold)
            data, count = handed_in(paper.pdf, how, random)
            pages += count
            for answer in answers(f"{name}, {layout.__name__}", how.dpi, how.fault, paper, read(data)):
                counts[answer.field, answer.acted] += 1
                if answer.acted != "right":
                    print(answer.acted, answer.field, repr(answer.said), "for", repr(answer.true), how, font)
    for key, count in sorted(counts.items()):
        print(*key, count)
    print(f"{pages} pages; each was read {remembering.pixels / engine.A_PASS / pages:.2f} times")


if __name__ == "__main__":
    main()
