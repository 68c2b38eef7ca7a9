"""One case: read as the program reads it, and each field held against what is printed: right, abstained or wrong."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime

from dossiercheck.documents import Contract, Diploma, Document, Vog, recognise
from dossiercheck.facts import Fact
from dossiercheck.readers import ReadSettings
from dossiercheck.readers.file import read_content
from dossiercheck.tender import load_set
from tests.bench.scans.truth import NO_END, Paper

SETTINGS = ReadSettings(now=datetime(2026, 9, 1, tzinfo=UTC))
VOCABULARY = load_set("twente-personnel").vocabulary
RIGHT, ABSTAINED, WRONG = "right", "abstained", "WRONG"


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What was made of one field."""

    case: str
    field: str
    dpi: int
    fault: str
    acted: str
    """What the program would act on: facts that are sure."""
    raw: str
    """The same, the unsure ones counted as if they were sure."""
    said: str
    true: str


_TRADE_REGISTER = {"issued_on": "made_on", "kvk": "kvk_number", "name": "name"}
"""Of an extract of the trade register: the benchmark's names and the program's."""


def read(data: bytes) -> Document:
    content = read_content(data, as_table=False, settings=SETTINGS)
    return recognise("stuk.pdf", "", len(data), content, VOCABULARY)


def answers(case: str, dpi: int, fault: str, paper: Paper, found: Document) -> list[Answer]:
    """One for each field that the paper states, its kind first."""
    kind = found.kind.value
    refused = kind in ("other", "unreadable")
    verdict = RIGHT if kind == paper.kind else ABSTAINED if refused else WRONG
    made = [
        Answer(case=case, field="kind", dpi=dpi, fault=fault, acted=verdict, raw=verdict, said=kind, true=paper.kind)
    ]
    facts = _facts(found) if kind == paper.kind else {}
    for field, true in paper.facts.items():
        value, sure = facts.get(field, (None, False))
        raw = ABSTAINED if value is None else RIGHT if _same(value, true) else WRONG
        acted = raw if sure else ABSTAINED
        made.append(
            Answer(case=case, field=field, dpi=dpi, fault=fault, acted=acted, raw=raw, said=str(value), true=str(true))
        )
    return made


def _facts(found: Document) -> dict[str, tuple[object, bool]]:
    """Value, and whether it is sure, by the names of the benchmark."""
    paper = found.paper
    match paper:
        case Vog():
            facts = {name: getattr(paper, name) for name in ("holder", "born_on", "issued_on", "profiles", "form")}
        case Diploma():
            facts = {"holder": paper.holder, "born_on": paper.born_on, "issued_on": paper.awarded_on}
            return {**_told(facts), "register_extract": (paper.register_extract, True)}
        case Contract():
            names = ("born_on", "starts_on", "hours_per_week")
            facts = {"holder": paper.employee, **{name: getattr(paper, name) for name in names}}
            end = paper.ends_on
            facts["ends_on"] = Fact(value=NO_END, place=end.place) if end and end.value is None else end
        case _:
            said = {
                view.name: (view.value, view.place is None or view.place.is_sure) for view in found.facts if view.value
            }
            return {name: said[view] for name, view in _TRADE_REGISTER.items() if view in said}
    return _told(facts)


def _told(facts: dict[str, Fact[object] | None]) -> dict[str, tuple[object, bool]]:
    return {name: (fact.value, fact.place.is_sure) for name, fact in facts.items() if fact}


def _same(value: object, true: object) -> bool:
    if isinstance(value, str) and isinstance(true, str):
        return _flat(value) == _flat(true)
    if isinstance(value, tuple) and isinstance(true, tuple):
        return set(value) == set(true)
    if isinstance(value, date) or isinstance(true, date):
        return value == true
    return value == true


def _flat(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.translate(str.maketrans("ıøłß", "iols")))
    return re.sub(r"[^a-z0-9]", "", plain.encode("ascii", "ignore").decode().lower())
