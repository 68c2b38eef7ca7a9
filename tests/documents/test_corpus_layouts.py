"""The corpus of layouts, through real PDFs and the real reader: what is wrong, absent and right, key by key."""

import re
from collections import Counter
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import reportlab
import yaml
from fpdf import FPDF

from dossiercheck.documents import Document, Vocabulary, recognise
from dossiercheck.readers.file import read_content
from dossiercheck.readers.settings import ReadSettings
from tests.build import pdf_content

CORPUS = Path(__file__).parents[1] / "corpus" / "layouts"
FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
CASES = sorted(CORPUS.glob("*.yaml"))
NOW = datetime(2026, 9, 1, tzinfo=UTC)
LOOSE = ("programme", "function")
"""A longer reading that contains the expected one as whole words is as good."""


def render(pages: list[str]) -> bytes:
    """Real PDF pages; a tab moves on to the next column, and never closer than two letters."""
    pdf = FPDF(unit="pt", format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_font("vera", fname=FONT)
    for page in pages:
        pdf.add_page()
        lines = page.split("\n")
        size = 9.5 if len(lines) < 55 else 7.5
        pdf.set_font("vera", size=size)
        for row, line in enumerate(lines):
            x = 56.0
            for column, cell in enumerate(line.split("\t")):
                x = max(x, 56.0 + 130.0 * column) if column else x
                pdf.text(x + (len(cell) - len(cell.lstrip())) * 3, 60 + row * size * 1.45, cell.strip())
                x += pdf.get_string_width(cell.strip()) + 16
    return bytes(pdf.output())


def found(document: Document) -> dict[str, Any]:
    """The document's facts under the corpus's names."""
    facts = {view.name: view.value for view in document.facts}
    facts["kind"] = document.kind.value
    facts["qualification"] = facts.get("no_qualification") is None
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in facts.items()}


def judge(key: str, expected: Any, value: Any) -> str:
    """`right`, `absent` (there is an answer and none was given) or `wrong`."""
    if isinstance(expected, list):
        expected, value = tuple(str(code) for code in expected), tuple(value or ())
    if expected is not None and value in (None, ()) and expected != ():
        return "absent"
    if key in LOOSE and isinstance(value, str) and isinstance(expected, str):
        return "right" if re.search(rf"(?<!\w){re.escape(expected)}(?!\w)", value, re.IGNORECASE) else "wrong"
    return "right" if value == expected else "wrong"


def read(case: Path, *, real: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    text = yaml.safe_load(case.read_text(encoding="utf-8"))
    content = pdf_content(text["pages"])
    if real and all(ord(letter) < 0x100 for page in text["pages"] for letter in page):  # the font has no others
        content = read_content(render(text["pages"]), as_table=False, settings=ReadSettings(now=NOW))  # type: ignore[assignment]
    return text["expect"], found(recognise("paper.pdf", "", 0, content, Vocabulary()))


@cache
def outcomes(case: Path, *, real: bool) -> list[tuple[str, str, Any, Any]]:
    expected, given = read(case, real=real)
    return [(judge(k, v, given.get(k)), k, v, given.get(k)) for k, v in expected.items()]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_nothing_in_the_corpus_is_read_wrong(case: Path) -> None:
    wrong = [entry for entry in outcomes(case, real=True) if entry[0] == "wrong"]
    assert wrong == []


def test_hardly_anything_in_the_corpus_is_left_out() -> None:
    count = Counter(entry[0] for case in CASES for entry in outcomes(case, real=True))
    assert count["absent"] <= 0.02 * sum(count.values())
