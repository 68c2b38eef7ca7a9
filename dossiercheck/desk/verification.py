"""A report held against the same dossier now: judged again as it was judged then, and whatever differs is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossiercheck.desk.saved import SavedDocument, SavedFinding, SavedReport

SEPARATOR = " · "


class Kind(StrEnum):
    """What differs."""

    PROGRAM = "program"
    SET = "set"
    TRUST = "trust"
    FILE_ADDED = "file_added"
    FILE_REMOVED = "file_removed"
    FILE_CHANGED = "file_changed"
    VERDICT = "verdict"
    FINDING = "finding"
    TEXT = "text"
    """Nothing of the above, and yet the reports are not the same to the letter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One difference: what it is about, and what stood there then and now (empty: nothing).

    Of a finding these are `outcome · reason · code`, of a verdict its code.
    """

    kind: Kind
    about: str = ""
    was: str = ""
    now: str = ""


def differences(old: SavedReport, new: SavedReport) -> tuple[Difference, ...]:
    """Every difference, the causes before what follows from them; empty where both say the same to the letter."""
    found = tuple(_differences(old, new))
    if not found and old.text != new.text:
        return (Difference(kind=Kind.TEXT),)
    return found


def _differences(old: SavedReport, new: SavedReport) -> Iterator[Difference]:
    if old.tool_version != new.tool_version:
        yield Difference(kind=Kind.PROGRAM, was=old.tool_version, now=new.tool_version)
    if old.set_sha256 != new.set_sha256:
        yield Difference(kind=Kind.SET, about=new.set_id, was=_hash(old.set_sha256), now=_hash(new.set_sha256))
    for name, was, now in _unlike(dict(old.trust), dict(new.trust)):
        yield Difference(kind=Kind.TRUST, about=_hash(name), was=was, now=now)
    yield from _files(old.documents, new.documents)
    if old.verdict != new.verdict:
        yield Difference(kind=Kind.VERDICT, was=old.verdict, now=new.verdict)
    for key, was, now in _unlike(_judged(old.findings), _judged(new.findings)):
        yield Difference(kind=Kind.FINDING, about=key, was=was, now=now)


def _unlike(old: dict[str, str], new: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for key in dict.fromkeys((*old, *new)):
        if old.get(key, "") != new.get(key, ""):
            yield key, old.get(key, ""), new.get(key, "")


def _files(old: tuple[SavedDocument, ...], new: tuple[SavedDocument, ...]) -> Iterator[Difference]:
    for file, was, now in _unlike({d.file: d.sha256 for d in old}, {d.file: d.sha256 for d in new}):
        kind = Kind.FILE_ADDED if not was else Kind.FILE_REMOVED if not now else Kind.FILE_CHANGED
        yield Difference(kind=kind, about=file, was=_hash(was), now=_hash(now))


def _judged(findings: tuple[SavedFinding, ...]) -> dict[str, str]:
    """What is judged of each subject, in one line; several findings of one requirement about one are told apart."""
    judged: dict[str, str] = {}
    for finding in findings:
        key = " · ".join(part for part in (finding.requirement, finding.subject, finding.product) if part)
        count = 2
        while key in judged:
            key, count = f"{key.rpartition(' #')[0] or key} #{count}", count + 1
        judged[key] = SEPARATOR.join((finding.outcome, finding.reason or "", finding.code))
    return judged


def _hash(sha256: str) -> str:
    return sha256[:12]
