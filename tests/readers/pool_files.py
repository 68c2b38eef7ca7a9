"""Files for tests of the pool, and the settings they are read with."""

from datetime import UTC, datetime
from pathlib import Path

from dossiercheck.intake import DossierFile, open_dossier
from dossiercheck.readers import ReadLimits, ReadSettings
from tests.readers.raw_pdf import assemble, pdf, text

NOW = datetime(2024, 6, 1, tzinfo=UTC)


def settings(**limits: float) -> ReadSettings:
    return ReadSettings(now=NOW, limits=ReadLimits(**limits), jobs=2)


def put(folder: Path, files: dict[str, bytes]) -> tuple[DossierFile, ...]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    with open_dossier(folder) as opened:
        return opened.files


def pdf_of(raw: bytes, filters: str = "/FlateDecode") -> bytes:
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            f"<< /Length {len(raw)} /Filter {filters} >>\nstream\n".encode() + raw + b"\nendstream",
        ]
    )


GOOD = pdf(text(50, 700, "goed"))
