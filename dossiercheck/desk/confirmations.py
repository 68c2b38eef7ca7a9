"""Papers that only their issuer can confirm: the list to take there, and the answers laid over the findings.

The program makes no call: a person takes the file to the government's validation service, the number of an extract to
DUO's control page, and asks to see a paper VOG. An answer holds for the content that it was given about.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from dossiercheck.findings import DecidedBy, FactView, Finding, Outcome, Reason, Report, Ruling, SubjectKind


class Desk(StrEnum):
    """Where a paper is confirmed."""

    VALIDATION_SERVICE = "validation_service"
    """validatie.nl, with the file itself."""
    DUO_CONTROL = "duo_control"
    """DUO's control page, with the number of the extract."""
    ORIGINAL = "original"
    """The paper itself, in the hand."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ToConfirm:
    """One paper to take to its issuer."""

    file: str
    sha256: str
    pages: tuple[int, ...] = ()
    """Of a paper in a file with several; empty for the whole file."""
    employee: str | None
    name: str
    desk: Desk
    reference: str = ""
    """What the issuer asks for: reference of the VOG, number of the extract."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirmation:
    """What the issuer answered about a content."""

    sha256: str
    file: str
    """As it was called then; for people."""
    genuine: bool
    why: str
    by: str
    on: date


def to_confirm(report: Report) -> tuple[ToConfirm, ...]:
    """The papers of the dossier that only their issuer can confirm, in the order of the files."""
    names = {person.number: person.name for person in report.people}
    return tuple(
        ToConfirm(
            file=use.file,
            sha256=use.sha256,
            pages=pages,
            employee=employee,
            name=names.get(employee or "", ""),
            desk=desk,
            reference=reference,
        )
        for use in report.documents
        for kind, employee, pages, facts in (
            [(part.kind, part.employee, part.pages, part.facts) for part in use.parts]
            or [(use.kind, use.employee, (), use.facts)]
        )
        for desk, reference in _desk_of(kind, facts)
    )


def _desk_of(kind: str, facts: Sequence[FactView]) -> Iterator[tuple[Desk, str]]:
    said = {fact.name: fact.value for fact in facts}
    if kind == "vog":
        desk = Desk.ORIGINAL if said.get("form") == "paper" else Desk.VALIDATION_SERVICE
        yield desk, str(said.get("reference") or "")
    elif kind == "diploma" and said.get("register_extract"):
        yield Desk.DUO_CONTROL, str(said.get("extract_number") or "")


def together(answers: Sequence[Confirmation], papers: Sequence[ToConfirm]) -> tuple[Confirmation, ...]:
    """One answer for each content. Where a file holds several papers, one no is a no, and a yes must be about all."""
    by_content: dict[str, list[Confirmation]] = {}
    for answer in answers:
        by_content.setdefault(answer.sha256, []).append(answer)
    asked = Counter(content for content, _ in {(paper.sha256, paper.pages) for paper in papers})
    return tuple(
        next((answer for answer in mine if not answer.genuine), mine[0])
        for content, mine in by_content.items()
        if len(mine) >= asked[content] or not all(answer.genuine for answer in mine)
    )


def confirm(
    findings: Sequence[Finding],
    confirmations: Sequence[Confirmation],
    sha256: Mapping[str, str],
    about_genuineness: Collection[str],
    papers: Collection[str],
) -> tuple[Finding, ...]:
    """The findings of those requirements with the answers of the issuers; of two about one content the later counts.

    A paper that its issuer denies never goes by in silence: where no such requirement is about it (an older VOG, a set
    that does not ask), whatever of an employee rests on no other of the `papers` (paths) is not met.
    """
    answers = {answer.sha256: answer for answer in confirmations}
    answered = tuple(
        _answered(finding, answers, sha256) if finding.requirement in about_genuineness else finding
        for finding in findings
    )
    untold = {sha: answer for sha, answer in answers.items() if not answer.genuine and sha in sha256.values()}
    for sha in _told(answered, sha256):
        untold.pop(sha, None)
    return tuple(
        _answered(finding, untold, sha256) if _rests_on_these_alone(finding, untold, sha256, papers) else finding
        for finding in answered
    )


def _rests_on_these_alone(
    finding: Finding, denied: Collection[str], sha256: Mapping[str, str], papers: Collection[str]
) -> bool:
    resting = [sha256.get(place.file, "") for place in finding.evidence if place.file in papers]
    about_a_person = finding.subject.kind is SubjectKind.EMPLOYEE
    return about_a_person and bool(resting) and all(content in denied for content in resting)


def _told(findings: Sequence[Finding], sha256: Mapping[str, str]) -> Iterator[str]:
    """The contents that an issuer denied, as far as a finding says so."""
    for finding in findings:
        if finding.reason is Reason.NOT_GENUINE:
            yield from (sha256.get(place.file, "") for place in finding.evidence)


def _answered(finding: Finding, answers: Mapping[str, Confirmation], sha256: Mapping[str, str]) -> Finding:
    found = [answer for place in finding.evidence if (answer := answers.get(sha256.get(place.file, "")))]
    answer = next((answer for answer in found if not answer.genuine), found[0] if found else None)
    if answer is None or finding.outcome not in (Outcome.MET, Outcome.UNDECIDED):
        return finding
    ruled = replace(
        finding,
        decided_by=DecidedBy.PERSON,
        decision=answer.by,
        ruling=Ruling(by=answer.by, why=answer.why, on=answer.on, issuer=True),
    )
    if answer.genuine:
        return replace(ruled, outcome=Outcome.MET, reason=None)
    return replace(ruled, outcome=Outcome.NOT_MET, reason=Reason.NOT_GENUINE, say="issuer-denied")
