"""Requirement sets for tests: written to a file, with what is wrong in them told back."""

from pathlib import Path

from dossiercheck.tender import Subtender, read_set, schema_folder

HEAD = """\
id: test-set
version: "1"
extends: twente-personnel
title: {nl: Proef, en: Test}
"""
TEXTS = "source: '1', severity: required, title: {nl: Eis, en: Rule}, remedy: {nl: Doe, en: Do}"


def write(folder: Path, text: str | bytes, name: str = "test-set.yaml") -> Path:
    file = folder / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def mistakes(folder: Path, text: str | bytes, lang: str = "en") -> list[str]:
    """The sentences about a set, without the file's name."""
    subtender, found = read_set(write(folder, text))
    assert subtender is None
    return [mistake.sentence(lang).removeprefix("test-set.yaml:") for mistake in found]


def loaded(folder: Path, text: str, name: str = "test-set.yaml") -> Subtender:
    subtender, found = read_set(write(folder, text, name))
    assert not found, [mistake.sentence("en") for mistake in found]
    assert subtender is not None
    return subtender


def shipped(name: str) -> str:
    return (schema_folder() / f"{name}.yaml").read_text("utf-8")
