"""A page of two columns for tests of PDFs, what is read of it, and the reading."""

from datetime import UTC, datetime

from dossiercheck.readers.content import PdfContent
from dossiercheck.readers.pdf import read_pdf
from dossiercheck.readers.settings import ReadLimits, ReadSettings
from tests.readers.raw_pdf import text

SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
BLOCKS = (
    text(50, 700, "Werkgever:")
    + text(300, 700, "Werknemer:")
    + text(50, 680, "Zorg B.V.")
    + text(300, 680, "J. de Wit")
)
READ = "Werkgever:  Werknemer:\nZorg B.V.  J. de Wit"


def read(data: bytes, limits: ReadLimits | None = None) -> PdfContent:
    content = read_pdf(data, ReadSettings(now=SETTINGS.now, limits=limits) if limits else SETTINGS)
    assert isinstance(content, PdfContent), content
    return content
