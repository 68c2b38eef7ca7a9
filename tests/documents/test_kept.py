"""Recognised documents are kept by reading, name, words and code; what comes out is what went in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import dossiercheck
from dossiercheck.cache import Store
from dossiercheck.documents import Document, KeptDocuments, Kind, Unreadable, kept, recognise
from dossiercheck.findings import Reason
from dossiercheck.intake import open_dossier
from dossiercheck.readers import Reading, ReadSettings, codec
from dossiercheck.readers import kept as kept_readings
from dossiercheck.readers.file import is_table_name, read_file
from tests.whole import SAMPLES, load_once

SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
SET = load_once("twente-personnel")


def recognised(sample: str) -> Iterator[tuple[Document, Reading]]:
    with open_dossier(SAMPLES / sample) as folder:
        for file in folder.files:
            read = read_file(file.source, as_table=is_table_name(file.path), settings=SETTINGS)
            reading = codec.decode(codec.encode(read))
            yield recognise(file.path, reading.sha256, reading.size, reading.content, SET.vocabulary), reading


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


@pytest.mark.parametrize("sample", ["clean", "file-with-password", "evc-competence", "h6-form-not-signed"])
def test_what_goes_in_comes_out(sample: str, store: Store) -> None:
    documents = KeptDocuments(store, SET.sha256)
    for document, reading in recognised(sample):
        assert documents.find(document.file, reading) is None
        documents.keep(document, reading)
        assert documents.find(document.file, reading) == document


def test_another_reading_name_set_or_code_is_another_document(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    document, reading = next(pair for pair in recognised("vog-too-old") if pair[0].kind is Kind.VOG)
    documents = KeptDocuments(store, SET.sha256)
    documents.keep(document, reading)
    assert documents.find("elsewhere/vog.pdf", reading) is None
    assert documents.find(document.file, replace(reading, digest="0" * 64)) is None
    assert documents.find(document.file, replace(reading, digest="")) is None
    assert KeptDocuments(store, "0" * 64).find(document.file, reading) is None
    for what in ("code_fingerprint", "surroundings"):
        monkeypatch.setattr(kept, what, lambda *_: "another")
        assert KeptDocuments(store, SET.sha256).find(document.file, reading) is None
        monkeypatch.undo()
    assert KeptDocuments(store, SET.sha256).find(document.file, reading) == document


def test_a_fault_of_the_program_is_not_kept(store: Store) -> None:
    document, reading = next(recognised("vog-too-old"))
    failed = replace(document, paper=Unreadable(reason=Reason.INTERNAL_ERROR, say="recogniser-failed"))
    KeptDocuments(store, SET.sha256).keep(failed, reading)
    assert store.size().entries == 0


@pytest.mark.parametrize(("room", "rooms"), [("readers", kept_readings.ROOMS), ("documents", kept.ROOMS)])
def test_no_room_is_forgotten(room: str, rooms: tuple[str, ...]) -> None:
    """Whatever these rooms import, however far down, is in the fingerprint of their code."""
    house = Path(dossiercheck.__file__).parent
    waiting, seen = [room], set()
    while waiting:
        one = waiting.pop()
        seen.add(one)
        files = list((house / one).rglob("*.py")) or [house / f"{one}.py"]
        for file in files:
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                if names == ["dossiercheck"]:
                    names = [f"dossiercheck.{alias.name}" for alias in node.names]
                found = {name.split(".")[1] for name in names if name.startswith("dossiercheck.")}
                waiting += found - seen - {"__version__"}
    assert seen <= set(rooms), seen - set(rooms)
