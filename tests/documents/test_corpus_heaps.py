"""The corpus of heaps, through real PDFs and the real reader: every paper in a part of its own, and none mixed in silence."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from dossiercheck.documents import Document, Kind, Unrecognised, Vocabulary, recognise
from dossiercheck.readers.file import read_content
from dossiercheck.readers.settings import ReadSettings
from tests.documents.test_corpus_layouts import render

CORPUS = Path(__file__).parents[1] / "corpus" / "heaps"
CASES = sorted(CORPUS.glob("*.yaml"))
SETTINGS = ReadSettings(now=datetime(2026, 9, 1, tzinfo=UTC))
WRONG = ("torn", "mixed", "misread")


@cache
def parts_of(case: Path) -> tuple[dict[str, Any], tuple[Document, ...]]:
    text = yaml.safe_load(case.read_text(encoding="utf-8"))
    content = read_content(render(text["pages"]), as_table=False, settings=SETTINGS)
    document = recognise("heap.pdf", "ab" * 32, 10, content, Vocabulary())
    assert sorted(page for part in document.parts for page in part.part_pages) in (
        [],
        list(range(1, len(text["pages"]) + 1)),
    )
    return text["expect"], document.parts or (document,)


def judged(expected: dict[str, Any], others: set[int], parts: tuple[Document, ...]) -> str:
    """What became of one paper: right, said, partly read (`abstained`), or one of WRONG."""
    core = set(expected["pages"])
    mine = [part for part in parts if not part.part_pages or core & set(part.part_pages)]
    if len(mine) != 1:
        return "torn"
    [part] = mine
    if isinstance(part.paper, Unrecognised) and part.paper.say == "several-papers":
        return "said"
    if (not part.part_pages and others) or others & set(part.part_pages):
        return "mixed" if part.kind.value != "other" else "abstained"
    if expected["kind"] == "other":
        return "right"
    facts = {v.name: v.value.isoformat() if isinstance(v.value, date) else v.value for v in part.facts}
    facts["who"] = facts.get("holder") or facts.get("employee")
    wanted = {key: value for key, value in expected.items() if key not in ("pages", "kind")}
    if part.kind.value != expected["kind"] or any(facts.get(key) is None and wanted[key] for key in wanted):
        return "abstained"
    return "right" if all(facts.get(key) == value for key, value in wanted.items()) else "misread"


@cache
def outcomes(case: Path) -> tuple[str, ...]:
    expect, parts = parts_of(case)
    return tuple(
        judged(paper, {page for other in expect["parts"] if other is not paper for page in other["pages"]}, parts)
        for paper in expect["parts"]
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_no_two_papers_are_mixed_in_silence(case: Path) -> None:
    assert [outcome for outcome in outcomes(case) if outcome in WRONG] == []


def test_keeping_everything_together_is_no_way_out() -> None:
    count = Counter(outcome for case in CASES for outcome in outcomes(case))
    assert count["right"] >= 0.95 * count.total()


def test_a_long_file_is_taken_apart_as_well() -> None:
    """The VOGs of a team of forty are eighty pages."""
    heap = next(case for case in CASES if case.name.startswith("02-two-vogs"))
    content = read_content(
        render(yaml.safe_load(heap.read_text(encoding="utf-8"))["pages"]), as_table=False, settings=SETTINGS
    )
    pages = tuple(replace(page, number=n) for n, page in enumerate(content.pages * 20, 1))
    long = recognise("heap.pdf", "ab" * 32, 10, replace(content, pages=pages, page_count=len(pages)), Vocabulary())
    assert [part.kind for part in long.parts] == [Kind.VOG] * 40
