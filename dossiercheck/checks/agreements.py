"""Agreements with other organisations: who stands in the opening of one, before its terms begin."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from dossiercheck.checks.case import Case
from dossiercheck.checks.organisations import NameFit, mentions
from dossiercheck.checks.substance import with_text
from dossiercheck.dates import find_dates
from dossiercheck.documents import Contract, ContractKind, Document, Subcontract, TextLine
from dossiercheck.facts import Place

_LONGEST_OPENING = 30
"""Lines of an agreement within which its parties are named."""
_TERMS = re.compile(
    r"^\W*(?:(?:artikel|art\.?)\s*1\b|(?:en\s+)?(?:komen|verklaren|zijn)\b.*\bovereen\b|(?:in\s+aanmerking\s+nemend|overwegend)e\b"
    r"|spreken\s+af\b)",
    re.IGNORECASE,
)
_FIRST_POINT = re.compile(r"^\W*1\s*[.)]")
_PARTY = re.compile(
    r"\bb\.?v\b|\bv\.?o\.?f\b|\bn\.?v\b|stichting|co[öo]peratie|gevestigd|hierna|ingeschreven|kvk|handelend",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:\bt\s?/\s?m|\btot(?:\s+en\s+met)?|\beindigt\b[^.\n\d]{0,30}\bop|\bloopt\s+af\s+op|\beinddatum|\bends\s+on|\buntil)\W{0,3}$",
    re.IGNORECASE,
)
_BLANK = re.compile(r"_{3,}|\.{5,}|\[[^\[\]\d]{2,40}\]|<[^<>\d]{2,40}>")


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """An organisation that stands in the opening of an agreement."""

    fit: NameFit
    place: Place


@dataclass(frozen=True, kw_only=True)
class Agreement:
    """An agreement with another organisation, as far as its opening tells."""

    document: Document
    opening: tuple[TextLine, ...]

    def party(self, name: str) -> Named | None:
        """How this organisation stands in the opening; None: it does not."""
        text = "\n".join(line.text for line in self.opening)
        found = sorted(mentions(text, name), key=lambda hit: hit[2] is NameFit.PART)
        if not found:
            return None
        start, end, fit = found[0]
        line = self.opening[text.count("\n", 0, start)]
        return Named(fit=fit, place=with_text(line, text[start:end]))

    @property
    def last_day(self) -> date | None:
        """The latest day on which it says to end; None: it names none."""
        text = "\n".join(line.text for page in self.document.text for line in page.lines)
        said = [hit.value for hit in find_dates(text) if hit.value and _ENDS.search(text[: hit.start])]
        return max(said, default=None)

    @property
    def is_blank(self) -> bool:
        """Was a party left to be filled in?"""
        return any(_BLANK.search(line.text) for line in self.opening)


def agreements(case: Case, contract_kinds: Collection[ContractKind]) -> tuple[Agreement, ...]:
    """Subcontracts, and contracts of kinds that are concluded with organisations too, in the order of their paths."""
    return tuple(
        Agreement(document=document, opening=_opening(document))
        for document in case.dossier.documents
        if document.text and _may_be_one(document, contract_kinds)
    )


def is_with_subcontractor(document: Document, case: Case) -> bool:
    """Is this contract one with a subcontractor that the provider names? Then it is nobody's in the table."""
    if not document.text or not isinstance(document.paper, Contract):
        return False
    agreement = Agreement(document=document, opening=_opening(document))
    return any(agreement.party(name) for name in case.dossier.statement.subcontractors or ())


def _may_be_one(document: Document, contract_kinds: Collection[ContractKind]) -> bool:
    match document.paper:
        case Subcontract():
            return True
        case Contract(kind=kind):
            return kind.value in contract_kinds
        case _:
            return False


def _opening(document: Document) -> tuple[TextLine, ...]:
    lines = [line for page in document.text[:2] for line in page.lines][:_LONGEST_OPENING]
    for number, line in enumerate(lines):
        point = _FIRST_POINT.match(line.text) and not _PARTY.search(line.text)
        if number and (_TERMS.match(line.text) or point):
            return tuple(lines[:number])
    return tuple(lines)
