"""Several papers in one file (a person's papers joined, a team's VOGs scanned in one go): where each of them begins.

A page begins another paper where it is, by itself and surely, the first page of one: of another kind than what stands
before it, or of the same kind and of another person. A chain of contracts of one person is one paper, and so is a
diploma with its grade list. Where that cannot be told the pages stay together and the section is in doubt: a wrong
cut must never make two good papers of one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dossiercheck.documents.heap_pages import Role, Seen, see
from dossiercheck.documents.model import Contract, Diploma, EvcCertificate, Kind, Vog
from dossiercheck.documents.recognise import PdfKind
from dossiercheck.documents.same_holder import is_named_in, name_words, same_holder
from dossiercheck.documents.scans import has_rows_of_a_vog
from dossiercheck.facts import Fact
from dossiercheck.readers.content import Page, PdfContent

_MOST_PAGES = 500
_SHORT_PAPERS = (Kind.VOG, Kind.DIPLOMA, Kind.EVC_CERTIFICATE)
_UNEXPLAINED_WORDS = 40
"""A page of so many words behind a paper of one or two pages is something else, where nothing explains it."""
_PARTIES = re.compile(r"ondergetekende|\bpartijen\b|hierna\s+(?:te\s+)?noem|\bhereinafter\b", re.IGNORECASE)
_GOES_WITH: Mapping[Kind, re.Pattern[str]] = {
    Kind.VOG: re.compile(r"screeningsprofiel|functieaspect|omtrent\s+(?:het\s+)?gedrag|\bVOG\b|\bJustis\b", re.I),
    Kind.DIPLOMA: re.compile(
        r"cijfer|resulta|\bvakken?\b|examen|onderdelen|supplement|kwalificatie|diploma|register|studiepunten|\bEC\b",
        re.I,
    ),
    Kind.EVC_CERTIFICATE: re.compile(r"\bEVC\b|competentie|ervaringscertificaat|portfolio|beroepsstandaard", re.I),
}
_SIGNED = re.compile(
    r"\b(?:onder|ge)teken|handtekening|opgemaakt|\bsigned\b|signature|namens\s+(?:de\s+)?werkgever", re.IGNORECASE
)
_OWN_TITLE = re.compile(
    r"\W*(?:certificaat|bewijs\s+van|verklaring|getuigschrift|overeenkomst|formulier|aanvraag|curriculum|betreft|onderwerp)\b",
    re.IGNORECASE,
)


@dataclass(slots=True, kw_only=True)
class _Gathered:
    """A section while its pages are gathered."""

    first: Seen
    pages: list[Seen] = field(default_factory=list)
    doubt: bool = False

    @property
    def kind(self) -> Kind | None:
        return self.first.kind

    @property
    def text(self) -> str:
        return "\n".join(seen.page.text for seen in self.pages)


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """The pages of one paper in a file."""

    content: PdfContent
    """Without empty pages, cover sheets and sheets between papers."""
    pages: tuple[int, ...]
    """The numbers of all its pages, those included."""
    doubt: Kind | None = None
    """There may be more than one paper in it; the kind that it seems to be."""


def sections(
    file: str, content: PdfContent, kinds: Mapping[Kind, PdfKind], others: Sequence[PdfKind]
) -> tuple[Section, ...]:
    """The papers in this file, in order; one entry for what holds one paper."""
    if not 1 < len(content.pages) <= _MOST_PAGES:
        return (Section(content=content, pages=tuple(page.number for page in content.pages)),)
    seen = [see(file, content, page, kinds, others) for page in content.pages]
    gathered: list[_Gathered] = []
    waiting: list[Seen] = []
    for page in seen:
        if page.role in (Role.EMPTY, Role.LEAF):
            (gathered[-1].pages if gathered and page.role is Role.EMPTY else waiting).append(page)
        elif not gathered or _begins(gathered[-1], page, after_leaf=bool(waiting)):
            gathered.append(_Gathered(first=page, pages=[*waiting, page]))
            waiting = []
        else:
            gathered[-1].pages += [*waiting, page]
            waiting = []
    if gathered:
        gathered[-1].pages += waiting
    for one in gathered:
        one.doubt = one.doubt or _is_signed_by_another(one, gathered)
    return tuple(_section(content, one) for one in gathered) or (
        Section(content=content, pages=tuple(page.number for page in content.pages)),
    )


def _is_signed_by_another(one: _Gathered, gathered: Sequence[_Gathered]) -> bool:
    """Does a page on which a contract is signed name the holder of another one in the file, and not its own?"""
    if one.kind is not Kind.CONTRACT:
        return False
    own = one.first.holder
    strangers = [other.first.holder for other in gathered if other.kind is Kind.CONTRACT]
    strangers = [holder for holder in strangers if not is_named_in(holder.name, one.first.page.text)]  # no director
    names = [holder.name for holder in strangers if holder.name and same_holder(own, holder) is False]
    later = [
        text for seen in one.pages[1:] if _SIGNED.search(text := seen.page.text) and not is_named_in(own.name, text)
    ]
    return any(is_named_in(name, text) and name.split()[-1] in text for name in names for text in later)


def opens_a_paper(
    file: str, content: PdfContent, kinds: Mapping[Kind, PdfKind], others: Sequence[PdfKind], page: Page
) -> bool:
    """Is this page, by itself, surely the first of a paper, or a list of grades?"""
    return see(file, content, page, kinds, others).role in (Role.OPENS, Role.OTHER, Role.GRADES)


def of_two_persons(
    file: str, content: PdfContent, kinds: Mapping[Kind, PdfKind], others: Sequence[PdfKind], halves: Sequence[Page]
) -> bool:
    """Does each of two half sheets, by itself, open a paper, and these of different persons?"""
    one, other = (see(file, content, half, kinds, others) for half in halves)
    return one.role is other.role is Role.OPENS and same_holder(one.holder, other.holder) is False


def _section(content: PdfContent, gathered: _Gathered) -> Section:
    kept = tuple(seen.page for seen in gathered.pages if seen.role not in (Role.EMPTY, Role.LEAF))
    return Section(
        content=replace(content, pages=kept, page_count=len(kept)),
        pages=tuple(seen.page.number for seen in gathered.pages),
        doubt=(gathered.kind or Kind.OTHER) if gathered.doubt else None,
    )


def _begins(before: _Gathered, page: Seen, *, after_leaf: bool) -> bool:
    """Does this page begin another paper? Where that cannot be told, the section before is marked as in doubt."""
    match page.role:
        case Role.OTHER:
            return not _is_later_page(page) and (
                before.first.role is not Role.OTHER or page.kind is not before.kind or _say(page) != _say(before.first)
            )
        case Role.GRADES:
            return before.kind is not Kind.DIPLOMA or same_holder(before.first.holder, page.holder) is False
        case Role.OPENS if page.kind is not before.kind:
            return True
        case Role.OPENS:
            begins = _another_of_its_kind(before, page)
            before.doubt = before.doubt or begins is None
            return bool(begins)
        case _:
            if page.doubtful and page.doubtful is not before.kind and page.doubtful in _SHORT_PAPERS:
                before.doubt = before.doubt or before.kind is not None
            return _unexplained(before, page, after_leaf=after_leaf)


def _say(page: Seen) -> str:
    return str(getattr(page.claim.paper, "say", "")) if page.claim else ""


def _is_later_page(page: Seen) -> bool:
    return page.number is not None and page.number > 1


def _another_of_its_kind(before: _Gathered, page: Seen) -> bool | None:
    """Is this another paper of the same kind? None: it cannot be told."""
    if _is_later_page(page):
        return False
    old, new = before.first.claim, page.claim
    assert old is not None and new is not None
    match old.paper, new.paper:
        case Vog() as a, Vog() as b:
            other = _other_facts(before, page, (a.issued_on, b.issued_on), (a.reference, b.reference))
            return True if _is_front(b) else other
        case Diploma() as a, Diploma() as b:
            return _other_facts(
                before,
                page,
                (a.awarded_on, b.awarded_on),
                (a.extract_number, b.extract_number),
                (a.programme, b.programme),
            )
        case EvcCertificate() as a, EvcCertificate() as b:
            kinds = (a.evc_kind, b.evc_kind)
            return same_holder(before.first.holder, page.holder) is False or (
                kinds[0].value is not kinds[1].value and b.holder is not None
            )
        case Contract() as a, Contract() as b:
            return _another_contract(before, page, a, b)
        case _:
            return None


def _is_front(vog: Vog) -> bool:
    """The first page of a VOG bears all of it; no other page does."""
    return all((vog.holder, vog.issued_on, vog.born_on))


def _other_facts(before: _Gathered, page: Seen, *pairs: tuple[Fact[object] | None, Fact[object] | None]) -> bool | None:
    """Another person, or another date, number or name of the same: another paper."""
    if same_holder(before.first.holder, page.holder) is False:
        return True
    known = [(a.value, b.value) for a, b in pairs if a and b]
    if any(a != b for a, b in known):
        return True
    return False if known else None


def _another_contract(before: _Gathered, page: Seen, a: Contract, b: Contract) -> bool | None:
    """A contract of somebody else, or with another employer. One of the same person goes on with the chain."""
    if not page.holder.name:
        opens = bool(_PARTIES.search(page.page.text)) or page.number == 1
        named = is_named_in(before.first.holder.name, page.page.text)
        return None if opens and not named else False
    same = same_holder(before.first.holder, page.holder)
    if same is False and is_named_in(before.first.holder.name, page.page.text):
        return None
    if same is not True:
        return None if same is None else True
    employers = [set(name_words(contract.employer.value)) for contract in (a, b) if contract.employer]
    return len(employers) == 2 and not employers[0] & employers[1]


def _unexplained(before: _Gathered, page: Seen, *, after_leaf: bool) -> bool:
    """A page that opens nothing plainly, behind a paper that has no such page."""
    if _is_later_page(page):
        return False
    if after_leaf and page.doubtful:
        return True
    if before.kind is Kind.VOG and has_rows_of_a_vog(page.page):
        return not is_named_in(before.first.holder.name, page.page.text)
    goes_with = _GOES_WITH.get(before.kind) if before.kind else None
    if goes_with and goes_with.search(page.page.text):
        return False
    if before.kind is not Kind.CONTRACT and any(_OWN_TITLE.match(line.text) for line in page.page.lines[:3]):
        return True
    if before.kind not in _SHORT_PAPERS or len(page.page.text.split()) < _UNEXPLAINED_WORDS:
        return False
    return not is_named_in(before.first.holder.name, page.page.text)
