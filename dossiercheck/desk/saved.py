"""A JSON report (formats.md 4), read back. It may come from anywhere: nothing in it is believed but its own words."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from dossiercheck.errors import DeskFileError

FORMAT = "dossiercheck-report/1"
MAX_BYTES = 256 * 2**20
T = TypeVar("T")
Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedPlace:
    """Where something was seen."""

    file: str
    page: int | None = None
    cell: str | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedFinding:
    """A finding as a report of an earlier run states it; codes are those of formats.md 4."""

    requirement: str
    source: str
    severity: str
    subject_kind: str
    subject: str
    name: str
    product: str | None
    outcome: str
    reason: str | None
    decided_by: str
    waived_by: str | None
    valid_until: date | None
    code: str
    title: str
    message: str
    remedy: str
    ruled: str | None = None
    """Why a person decided it, in that person's words; None where nobody did, or where the issuer answered."""
    evidence: tuple[SavedPlace, ...]

    @property
    def key(self) -> tuple[str, str, str, str | None]:
        """What it is about: the same in every run."""
        return self.requirement, self.subject_kind, self.subject, self.product

    @property
    def is_open(self) -> bool:
        """It stands in the way of a complete dossier."""
        counts = self.severity != "advice" and self.decided_by != "authority" and self.waived_by is None
        return counts and self.outcome in ("not_met", "undecided")


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedDocument:
    """A file of the dossier as a report accounts for it."""

    file: str
    sha256: str
    kind: str
    employee: str | None
    facts: Mapping[str, Plain]
    seal: str | None
    """State of its seal."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedAction:
    """Something to do that a report names."""

    what: str
    ask: str | None
    """The same as a question to the employee who alone can do it."""
    settles: tuple[tuple[str, str, str | None], ...]
    """Requirement, subject and product of what it settles."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedReport:
    """A report of an earlier run."""

    tool_version: str
    dossier: str
    provider: str
    set_id: str
    set_version: str
    set_sha256: str
    set_title: str
    on: date
    verdict: str
    findings: tuple[SavedFinding, ...]
    documents: tuple[SavedDocument, ...]
    actions: tuple[SavedAction, ...] = ()
    lang: str = "en"
    asked: Mapping[str, Plain]
    """What the operator gave."""
    trust: tuple[tuple[str, str], ...] = ()
    """Certificates that seals might chain to: SHA-256 and name."""
    text: str = ""
    """The report to the letter."""


def read_report(path: Path) -> SavedReport:
    """The report in a file. Raises DeskFileError where it is none."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ValueError("too large")
        return parse_report(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DeskFileError(
            nl=f"{path} kan niet worden gelezen: {error.strerror}.", en=f"{path} cannot be read: {error.strerror}."
        ) from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DeskFileError(
            nl=f"{path} is geen JSON-rapport van dit programma. Maak er een met --output rapport.json.",
            en=f"{path} is no JSON report of this program. Make one with --output report.json.",
        ) from error


def parse_report(text: str) -> SavedReport:
    """The report in a text. Raises ValueError, TypeError or KeyError where it is none."""
    data = _mapping(json.loads(text))
    if data.get("format") != FORMAT:
        raise ValueError("another format")
    set_ = _mapping(data["requirements"])
    dossier = _mapping(data["dossier"])
    return SavedReport(
        tool_version=_text(_mapping(data["tool"])["version"]),
        dossier=_text(dossier["path"]),
        provider=_text(dossier["provider"]),
        set_id=_text(set_["id"]),
        set_version=_text(set_["version"]),
        set_sha256=_text(set_["sha256"]),
        set_title=_text(set_.get("title", set_["id"])),
        on=date.fromisoformat(_text(data["on"])),
        verdict=_text(data["verdict"]),
        findings=tuple(_finding(_mapping(item)) for item in _list(data["findings"])),
        documents=tuple(_document(_mapping(item)) for item in _list(data["documents"])),
        actions=tuple(_action(_mapping(item)) for item in _list(data.get("actions", []))),
        lang=_text(data.get("lang", "en")),
        asked=_mapping(data.get("asked", {})),
        trust=tuple(_anchor(_mapping(item)) for item in _list(data.get("trust", []))),
        text=text,
    )


def _action(data: dict[str, Plain]) -> SavedAction:
    settled = (_mapping(item) for item in _list(data.get("settles", [])))
    return SavedAction(
        what=_text(data["what"]),
        ask=_maybe(_text, data.get("ask")),
        settles=tuple((_text(f["requirement"]), _text(f["subject"]), _maybe(_text, f.get("product"))) for f in settled),
    )


def _anchor(data: dict[str, Plain]) -> tuple[str, str]:
    return _text(data["sha256"]), _text(data["name"])


def _finding(data: dict[str, Plain]) -> SavedFinding:
    subject = _mapping(data["subject"])
    until = _maybe(_text, data.get("valid_until"))
    return SavedFinding(
        requirement=_text(data["requirement"]),
        source=_text(data["source"]),
        severity=_text(data["severity"]),
        subject_kind=_text(subject["kind"]),
        subject=_text(subject["id"]),
        name=_text(subject.get("name", "")),
        product=_maybe(_text, data.get("product")),
        outcome=_text(data["outcome"]),
        reason=_maybe(_text, data.get("reason")),
        decided_by=_text(data["decided_by"]),
        waived_by=_maybe(_text, data.get("waived_by")),
        valid_until=date.fromisoformat(until) if until else None,
        code=_text(data.get("code", "")),
        title=_text(data.get("title", "")),
        message=_text(data["message"]),
        remedy=_text(data["remedy"]),
        ruled=_maybe(_why, data.get("ruling")) if data.get("decision") else None,
        evidence=tuple(_place(_mapping(item)) for item in _list(data["evidence"])),
    )


def _why(ruling: Plain) -> str | None:
    said = _mapping(ruling)
    return None if said.get("issuer") else _text(said["why"])


def _place(data: dict[str, Plain]) -> SavedPlace:
    return SavedPlace(
        file=_text(data["file"]),
        page=_maybe(_number, data.get("page")),
        cell=_maybe(_text, data.get("cell")),
        text=_text(data.get("text", "")),
    )


def _document(data: dict[str, Plain]) -> SavedDocument:
    seal = data.get("seal")
    return SavedDocument(
        file=_text(data["file"]),
        sha256=_text(data["sha256"]),
        kind=_text(data["kind"]),
        employee=_maybe(_text, data.get("employee")),
        facts=_mapping(data.get("facts", {})),
        seal=_text(_mapping(seal)["state"]) if seal else None,
    )


def _maybe(read: Callable[[Plain], T], value: Plain) -> T | None:
    return None if value is None else read(value)


def _text(value: Plain) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _number(value: Plain) -> int:
    if not isinstance(value, int):
        raise TypeError("number expected")
    return value


def _list(value: Plain) -> list[Plain]:
    if not isinstance(value, list):
        raise TypeError("list expected")
    return value


def _mapping(value: Plain) -> dict[str, Plain]:
    if not isinstance(value, dict):
        raise TypeError("mapping expected")
    return value
