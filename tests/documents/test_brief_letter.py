"""A letter of a few lines, as a PDF: employer, function and hours without `per week` are read, notice is not."""

from datetime import UTC, datetime

from dossiercheck.documents.contract import recognise
from dossiercheck.documents.model import Contract
from dossiercheck.readers.content import PdfContent
from dossiercheck.readers.pdf import read_pdf
from dossiercheck.readers.settings import ReadSettings
from tests.documents.test_corpus_contracts import printed

LETTER = """Mevrouw A. Bos
Kerkstraat 2, 7511 BB Enschede

Enschede, 12 februari 2025

Betreft: aanstelling

Geachte mevrouw Bos,

We zijn blij dat je ons team komt versterken als ambulant begeleider. Je start op 1 maart 2025, voor onbepaalde tijd.
{hours} Roosterwijzigingen geven we 48 uur van tevoren door.
Je salaris bedraagt € 2.150,00 bruto per maand (schaal 6).

Met vriendelijke groet,
namens Stichting De Brug

P. de Wit, directeur\tvoor akkoord: A. Bos"""


def read(hours: str) -> Contract:
    content = read_pdf(printed([LETTER.format(hours=hours)]), ReadSettings(now=datetime(2026, 1, 1, tzinfo=UTC)))
    assert isinstance(content, PdfContent)
    claim = recognise("brief.pdf", content)
    assert claim is not None
    assert isinstance(claim.paper, Contract)
    return claim.paper


def test_a_letter_without_a_week_is_read():
    paper = read("Je krijgt een contract van 24 uur.")
    assert paper.employer and paper.employer.value == "Stichting De Brug"
    assert paper.function and paper.function.value == "ambulant begeleider"
    assert paper.hours_per_week and paper.hours_per_week.value == 24


def test_a_column_of_hours_is_read():
    paper = read("Functie\tUren\nAmbulant begeleider\t24\n")
    assert paper.hours_per_week and paper.hours_per_week.value == 24


def test_notice_is_no_job():
    assert read("").hours_per_week is None
