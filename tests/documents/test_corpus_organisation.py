"""The corpus of organisations' papers, through real PDFs and the real reader: nothing wrong, hardly anything left out."""

from collections import Counter
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossiercheck.documents import Document, Vocabulary, recognise
from dossiercheck.readers.file import read_content
from dossiercheck.readers.settings import ReadSettings
from tests.build import pdf_content
from tests.documents.test_corpus_layouts import render

CORPUS = Path(__file__).parents[1] / "corpus" / "organisation_h6"
CASES = sorted(CORPUS.glob("*.yaml"))
NOW = datetime(2023, 9, 1, tzinfo=UTC)


def found(document: Document) -> dict[str, Any]:
    """The document's facts under the corpus's names; of an address only whether it is there."""
    facts: dict[str, Any] = {"kind": document.kind.value}
    for view in document.facts:
        value = view.value
        if document.kind.value == "bank-statement" and view.name == "address":
            value = value is not None
        facts[view.name] = list(value) if isinstance(value, tuple) else value
    return facts


@cache
def outcomes(case: Path) -> list[tuple[str, str, Any, Any]]:
    text = yaml.safe_load(case.read_text(encoding="utf-8"))
    content = pdf_content(text["pages"])
    if all(ord(letter) < 0x100 for page in text["pages"] for letter in page):  # the font has no others
        content = read_content(render(text["pages"]), as_table=False, settings=ReadSettings(now=NOW))  # type: ignore[assignment]
    given = found(recognise("paper.pdf", "", 0, content, Vocabulary()))
    return [(judged(value, given.get(key)), key, value, given.get(key)) for key, value in text["expect"].items()]


def judged(expected: Any, value: Any) -> str:
    """`right`, `absent` (there is an answer and none was given) or `wrong`."""
    value = value.isoformat() if isinstance(value, date) else value
    expected = expected.isoformat() if isinstance(expected, date) else expected
    if expected is not None and value in (None, [], ()):
        return "absent"
    return "right" if value == expected else "wrong"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_nothing_in_the_corpus_is_read_wrong(case: Path) -> None:
    assert [entry for entry in outcomes(case) if entry[0] == "wrong"] == []


def test_hardly_anything_in_the_corpus_is_left_out() -> None:
    count = Counter(entry[0] for case in CASES for entry in outcomes(case))
    assert count["absent"] <= 0.02 * sum(count.values())
