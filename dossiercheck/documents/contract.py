"""Contracts with persons: employment, assignment, hire, secondment, agency work, traineeship, volunteering.

A paper is one by its title, or by reading like one (a letter of appointment). Facts are anchored on phrases: a contract
is full of dates, hours and amounts that mean something else. What two plain statements contradict is left open.
"""

import re
from dataclasses import dataclass, replace
from datetime import date

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.contracts.audit import AuditPage, audit_pages, entries
from dossiercheck.documents.contracts.blanks import blanks
from dossiercheck.documents.contracts.blocks import Block, party_blocks
from dossiercheck.documents.contracts.dated import Use, dated
from dossiercheck.documents.contracts.endings import ended_in_prose, ends_contract
from dossiercheck.documents.contracts.function import function
from dossiercheck.documents.contracts.hours import Hours, hours
from dossiercheck.documents.contracts.letters import writer
from dossiercheck.documents.contracts.letters_within import ends_as_letter, letters_within, writes_for_oneself
from dossiercheck.documents.contracts.names import fold
from dossiercheck.documents.contracts.parties import Parties, parties
from dossiercheck.documents.contracts.pay import pay
from dossiercheck.documents.contracts.running import Part, Running, running_text
from dossiercheck.documents.contracts.signing import signing
from dossiercheck.documents.contracts.signing_places import areas
from dossiercheck.documents.contracts.terms import Chain, chain, stated
from dossiercheck.documents.contracts.titles import (
    Section,
    Title,
    declared,
    kind_by_roles,
    reads_like_contract,
    titles,
)
from dossiercheck.documents.contracts.unclear import unclear
from dossiercheck.documents.model import Contract, ContractKind, Kind, Signed, Unrecognised
from dossiercheck.documents.model_locations import Subcontract
from dossiercheck.documents.subcontract import announces_only
from dossiercheck.facts import Fact, Place
from dossiercheck.findings import FactValue, FactView
from dossiercheck.readers.content import PdfContent

_SUBCONTRACT = re.compile(
    r"onderaannem|hoofdaannem|subcontract|raamovereenkomst|samenwerkingsovereenkomst", re.IGNORECASE
)
_CLOSING = re.compile(
    r"aldus\s+(?:\w+\s+){0,3}(?:overeengekomen|opgemaakt|getekend)|(?:in\s+(?:twee|drie)voud\b)|^[^\w\n]{0,20}(?:ondertekening|handtekening(?:en)?|voor\s+akkoord|signatures?)\b"
    r"|^[^\w\n]{0,20}(?:namens|voor)\s+(?:de\s+)?(?:werkgever|opdrachtgever|organisatie)|agreed\s+and\s+signed|met\s+vriendelijke\s+groet|hoogachtend",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Paper:
    """One contract or letter of the file."""

    part: Part
    title: Title | None
    closing: int
    """Offset at which it is there to be signed."""
    text: Part
    """What stands above that: where facts are looked for."""
    body: int
    """Offset at which its title ends."""


def recognise(file: str, content: PdfContent) -> Claim | None:
    """The contract in this file; None where it is none. A subcontract or a lone signing receipt is said to be that."""
    running = running_text(file, content)
    pages = audit_pages(running)
    end = pages[0].start if pages else len(running.text)
    body = running.part(0, end)
    if len(body.text.strip()) < 80:
        return _receipt(running, pages) if pages else None
    heads = [t for t in titles(running) if t.start < end]
    heads = sorted([*heads, *(t for t in letters_within(running, heads) if t.start < end)], key=lambda t: t.start)
    first = heads[0] if heads else None
    kind, confidence = _kind(body, first)
    if kind is None:
        if first is None and ends_as_letter(body.text):
            return _ending(body)
        return _no_contract(body, first) if first and first.section is Section.OTHER else None
    papers = _papers(running, heads, pages)
    who = _parties(papers)
    if who.employee is None and who.organisation_only and _SUBCONTRACT.search(body.text):
        return _subcontract(body, first)
    ended_by = (
        *(running.place(*(t.said or (t.start, t.end))) for t in heads if ends_contract(t)),
        *(running.place(*span) for span in ended_in_prose(body)),
        *(place for paper in papers[1:] for place in _not_renewed(paper)),
    )
    contract = _contract(content, running, papers, pages, kind, who, ended_by)
    found = [contract.employee, contract.starts_on, contract.function, contract.hours_per_week, contract.salary]
    filled = (
        sum(fact is not None for fact in found)
        + min(2, len(contract.blanks))
        + bool(contract.ends_on)
        + bool(contract.employer)
    )
    titled = first is not None and first.kind is not None
    if filled < (1 if titled else 2) and not (titled and len(contract.unclear) > 1):
        return None
    return Claim(kind=Kind.CONTRACT, paper=contract, confidence=confidence, facts=_views(contract))


def _kind(body: Part, title: Title | None) -> tuple[Fact[ContractKind] | None, float]:
    """The kind of contract and how sure that is; None where the paper is no contract with a person."""
    if title and title.section is Section.OTHER:
        return None, 0.0
    if (title is None or title.kind is None) and (said := declared(body)):
        return said, 0.85
    if title and title.kind:
        place = body.place(title.start, title.end)
        return Fact(value=title.kind, place=place), 0.95
    if (body.running.cells and reads_like_contract(body) < _needed(title)) or not body.text:
        return None, 0.0
    kind = kind_by_roles(body)
    if kind is None and title and title.section in (Section.EXTENSION, Section.CONVERSION):
        kind = ContractKind.EMPLOYMENT
    if kind is None:
        return None, 0.0
    return Fact(value=kind, place=body.place(0, min(80, len(body.text)))), 0.85 if title else 0.7


def _needed(title: Title | None) -> int:
    """How much of a contract an untold paper must have; a letter that extends one says already what it is about."""
    if title is None:
        return 4
    renews = title.section in (Section.EXTENSION, Section.CONVERSION, Section.CHANGE)
    return 2 if renews and re.search(r"contract|overeenkomst|dienstverband", title.text, re.IGNORECASE) else 3


def _receipt(running: Running, pages: tuple[AuditPage, ...]) -> Claim:
    """A signing service's page without the contract that it is about."""
    found = [entry for entry in entries(running, pages) if entry.names]
    names = tuple(Fact(value=entry.names[0], place=entry.place) for entry in found)
    return Claim(
        kind=Kind.OTHER, paper=Unrecognised(say="receipt-alone", hint=Kind.CONTRACT, names=names), confidence=0.85
    )


def _no_contract(body: Part, title: Title) -> Claim | None:
    """A paper about a contract that is none: one that ends it, or one with a subcontractor."""
    return _ending(body) if ends_contract(title) else _subcontract(body, title)


def _ending(body: Part) -> Claim:
    """A paper that ends a contract; it belongs to who is addressed, or to who writes in the first person."""
    named = (writer(body) if writes_for_oneself(body.text) else None) or parties(body).employee
    paper = Unrecognised(
        say="contract-termination", hint=Kind.CONTRACT, names=(named,) if named else (), ends_contract=True
    )
    return Claim(kind=Kind.OTHER, paper=paper, confidence=0.7)


def _subcontract(body: Part, title: Title | None) -> Claim | None:
    """An agreement between organisations; who they are is read in its opening (`checks`)."""
    if title is None or not _SUBCONTRACT.search(title.text) or announces_only(title.text):
        return None
    named = Fact(value=title.text, place=body.place(title.start, title.end))
    views = (FactView(name="title", value=named.value, place=named.place),)
    return Claim(kind=Kind.SUBCONTRACT, paper=Subcontract(title=named), confidence=0.7, facts=views)


def _papers(running: Running, heads: list[Title], pages: tuple[AuditPage, ...]) -> list[_Paper]:
    """The file cut at its titles; what stands before the first belongs to it; other papers fall away."""
    end = pages[0].start if pages else len(running.text)
    starts = [0, *(t.start for t in heads[1:])] if heads else [0]
    papers = []
    for number, start in enumerate(starts):
        title = heads[number] if heads else None
        stop = starts[number + 1] if number + 1 < len(starts) else end
        if title and title.section is Section.OTHER:
            continue
        part = running.part(start, stop)
        body = max(0, title.end - start) if title and title.kind else 0
        closing = _closing(part)
        papers.append(_Paper(part=part, title=title, closing=closing, text=part.part(0, closing), body=body))
    return papers


def _closing(part: Part) -> int:
    """The last place from which on the paper is about signing; its end where there is none."""
    marks = [m.start() for m in _CLOSING.finditer(part.text) if m.start() > len(part.text) * _LEAST_CLOSING]
    return marks[0] if marks else len(part.text)


def _parties(papers: list[_Paper]) -> Parties:
    """The parties of the first paper that names them; two papers that name different persons name nobody."""
    found = [parties(paper.part, paper.body) for paper in papers]
    named = [p for p in found if p.employee]
    if not named:
        return replace(found[0], employer=next((p.employer for p in found if p.employer), None))
    best = named[0]
    surnames = [set(re.findall(r"\w{3,}", fold(p.employee.value))) for p in named if p.employee]
    if any(not (words & surnames[0]) for words in surnames[1:]):
        return Parties(employer=best.employer, agents=best.agents)
    employer = best.employer or next((p.employer for p in found if p.employer), None)
    agents = tuple(sorted({agent for p in found for agent in p.agents}))
    return Parties(employee=best.employee, employer=employer, agents=agents, employee_segment=best.employee_segment)


def _contract(
    content: PdfContent,
    running: Running,
    papers: list[_Paper],
    pages: tuple[AuditPage, ...],
    kind: Fact[ContractKind],
    who: Parties,
    ended_by: tuple[Place, ...],
) -> Contract:
    terms: Chain = chain([stated(p.text, p.title) for p in papers])
    worked = _governing_hours(papers)
    places = areas(content, running, *_blocks_to_sign(papers[-1]))
    signed = signing(content, running, who, places, entries(running, pages), bool(pages))
    functions = [f for p in papers if (f := function(p.part, p.closing))]
    salaries = [s for p in papers if (s := pay(p.text))]
    missing = [
        name
        for name, fact in (
            ("function", functions),
            ("starts_on", terms.starts_on),
            ("hours_per_week", worked.weekly or worked.stated),
            ("salary", salaries),
        )
        if not fact
    ]
    return Contract(
        kind=kind,
        employee=who.employee or who.organisation_only,
        employer=who.employer,
        born_on=_born(papers),
        function=functions[-1] if functions else None,
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        end_from_duration=terms.from_duration,
        ends_until=terms.until,
        ended_by=ended_by,
        hours_per_week=worked.weekly,
        hours_stated=worked.stated,
        salary=salaries[-1] if salaries else None,
        terms=terms.terms,
        signed_by_employer=signed.employer,
        signed_by_employee=signed.employee,
        altered_after_signing=signed.altered,
        unclear=unclear((p.text for p in papers), missing),
        blanks=tuple(place for p in papers for place in blanks(p.part, p.closing))[:20],
    )


def _not_renewed(paper: _Paper) -> list[Place]:
    """Where a paper behind the contract, without a term of its own, says that the contract is not renewed."""
    if stated(paper.text, paper.title).end is not None:
        return []
    return [paper.text.place(*m.span()) for m in _NO_RENEWAL.finditer(paper.text.text)][:1]


_NO_RENEWAL = re.compile(
    r"(?<!al\sdan\s)\bniet\b(?:\s+\w+){0,3}\s+(?:verleng(?:d|en)\b|voortgezet|voort(?:\s+te)?\s+zetten)", re.IGNORECASE
)


def _blocks_to_sign(paper: _Paper) -> tuple[tuple[Block, ...], int]:
    """The party blocks of the paper that governs, and from where on it is about being signed: running offsets."""
    start, length = paper.part.start, len(paper.part.text)
    blocks = (replace(b, start=start + b.start, end=start + b.end) for b in party_blocks(paper.part))
    closing = paper.closing if paper.closing < length else round(_LEAST_CLOSING * length)
    return tuple(blocks), start + closing


_LEAST_CLOSING = 0.3
"""Share of a paper before which nobody signs."""


def _governing_hours(papers: list[_Paper]) -> Hours:
    """The hours of the last paper that speaks of them."""
    for paper in reversed(papers):
        worked = hours(paper.text)
        if worked.weekly or worked.stated or worked.contradictory:
            return worked
    return Hours()


def _born(papers: list[_Paper]) -> Fact[date] | None:
    """The birth date; None where two differ, or a scan was read with doubt: it tells persons apart."""
    hits = [(p.part, d) for p in papers for d in dated(p.part) if d.use is Use.BIRTH and d.value]
    if len({d.value for _, d in hits}) != 1:
        return None
    part, hit = hits[0]
    place = part.place(hit.start, hit.end)
    return Fact(value=hit.value, place=place) if hit.value and place.is_sure else None


def _views(contract: Contract) -> tuple[FactView, ...]:
    """The facts as formats.md 4 names them."""

    def view(name: str, fact: Fact[FactValue] | None) -> FactView:
        return FactView(name=name, value=fact.value if fact else None, place=fact.place if fact else None)

    def signed(name: str, answer: Signed) -> FactView:
        return FactView(name=name, value=answer.value, place=answer.place)

    return (
        FactView(name="contract_kind", value=contract.kind.value.value, place=contract.kind.place),
        view("employee", contract.employee),
        view("employer", contract.employer),
        view("born_on", contract.born_on),
        view("function", contract.function),
        view("starts_on", contract.starts_on),
        view("ends_on", contract.ends_on),
        view("hours_per_week", contract.hours_per_week),
        view("salary", contract.salary),
        signed("signed_by_employer", contract.signed_by_employer),
        signed("signed_by_employee", contract.signed_by_employee),
    )
