"""Genuine seals of other tools pass, in every form of PDF (see seals/tools/README.md)."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from dossiercheck.facts import SealFault, SealState
from dossiercheck.readers.seals import judge_seal, sealed_revision
from dossiercheck.trust import TrustAnchors, load_anchors

TOOLS = Path(__file__).parents[1] / "seals" / "tools"
FILES = sorted(TOOLS.glob("*.pdf"))
NOW = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_genuine(file: Path) -> None:
    data = file.read_bytes()
    seal = judge_seal(data, load_anchors(TOOLS / "anchors.pem"), NOW)
    assert (seal.state, seal.fault) == (SealState.GENUINE, None)
    assert seal.main is not None
    assert seal.main.certification == ("certified" in file.stem)
    assert seal.main.covers_whole_file == ("with-dss" not in file.stem)
    assert len(sealed_revision(data, seal)) == (seal.main.revision_end or 0)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_not_without_its_authority(file: Path) -> None:
    assert judge_seal(file.read_bytes(), TrustAnchors(), NOW).fault is SealFault.UNKNOWN_AUTHORITY


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_changed_byte_is_seen(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[60] ^= 1
    assert judge_seal(bytes(data), load_anchors(TOOLS / "anchors.pem"), NOW).state in (
        SealState.BROKEN,
        SealState.UNDECIDED,
    )


def test_three_tools_and_all_forms() -> None:
    assert {file.stem.split("-")[0] for file in FILES} == {"pdfbox", "signpdf", "endesive"}
    assert {file.read_bytes()[:8] for file in FILES} >= {b"%PDF-1.4", b"%PDF-1.5", b"%PDF-1.7", b"%PDF-2.0"}
