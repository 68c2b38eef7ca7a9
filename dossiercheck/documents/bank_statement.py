"""Bank statements: account number, holder, postal address and the day it was made.

Account numbers of others stand among the transactions; the bank has an address too.
"""

import re
from collections.abc import Sequence

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.heads import POSTCODE, addressed, date_said, headed, tidy
from dossiercheck.documents.iban import IbanHit, find_ibans
from dossiercheck.documents.labels import LabelSet, read_labels
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_organisation import BankStatement
from dossiercheck.documents.places import PlainPage, Words, fact, plain_pages, view
from dossiercheck.documents.prose import Dated, dates_in, one
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent

_TITLE = later(
    r"(?:rekening|bank|dag)\s?-?\s?(?:overzicht|afschrift(?:en)?|uittreksel|verklaring|bevestiging)|\bafschrift\b|bij-?\s+en\s+afschrijvingen"
    r"|\btransactie-?overzicht|(?:bank|account)\s+statement|statement\s+of\s+account|^(?:zakelijke\s+)?rekening\b",
    re.IGNORECASE,
)
_PLAIN = later(
    r"(?:rekening|bank)\s?-?\s?(?:overzicht|afschrift|uittreksel)|(?:bank|account)\s+statement", re.IGNORECASE
)
"""Titles that need nothing besides."""
_NOT = later(r"\b(?:factuur|invoice|offerte|herinnering|loonstrook|jaarrekening|machtiging)\b", re.IGNORECASE)
_BODY = later(
    r"\b(?:begin|eind)?saldo\b|\bbalance\b|\bbij\s*/?\s*af\b|\bafschrift\w*|\brekeninghouder|\btegenrekening|\btransacties?\b|\btenaamstelling"
    r"|\bten\s+name\s+van",
    re.IGNORECASE,
)
_LABELS = LabelSet(
    names={
        "iban": (
            r"IBAN(?:[\s-]*nummer)?",
            r"rekening-?\s?nummer",
            r"uw\s+rekening",
            r"account\s+(?:number|no\.?)",
            r"rekening",
        ),
        "holder": (
            r"(?:naam\s+)?rekeninghouder",
            r"ten\s+name\s+van",
            r"t\.?n\.?v\.?",
            r"tenaamstelling",
            r"op\s+naam\s+van",
            r"account\s+holder",
            r"(?:naam\s+)?klant",
        ),
        "address": (r"(?:post|correspondentie|bezoek)?adres", r"address"),
        "made": (
            r"(?:print|afdruk|afschrift|aanmaak|boek|rapport)datum",
            r"datum(?:\s+(?:afschrift|overzicht|print))?",
            r"(?:statement\s+)?date",
        ),
        "period": (r"periode", r"period"),
        "other": (
            r"BIC",
            r"afschriftnummer",
            r"(?:vorig|nieuw|begin|eind)\s?saldo",
            r"saldo",
            r"volgnummer",
            r"omschrijving",
        ),
    },
    stop=r"(?:datum\s+omschrijving|transacties?\b|mutaties\b)",
)
_PRINT = (
    r"(?:afdruk(?:ken)?|print(?:en)?|download|aanmaak|uitgifte|afgifte|opmaak|overzicht|rapport|document"
    r"|(?:rekening|bank)?afschrift)"
)
_MADE = (
    r"(?:gemaakt|aangemaakt|opgesteld|opgemaakt|afgedrukt|geprint|gegenereerd)(?:\s+op)?",
    r"(?:gedownload|opgevraagd|opgehaald|uitgegeven)(?:\s+op)?",
    r"(?:created|printed|generated|downloaded)(?:\s+on)?",
    rf"datum\s+(?:van\s+)?(?:(?:de|het)\s+)?{_PRINT}|{_PRINT}datum|(?:print|download)\s+date",
    r"\bafdruk\s+(?:van|d\.?\s?d\.?)|\boverzicht\s+per",
    r"(?:afschrift|uittreksel)\s*(?:nr\.?|nummer)?\s*\d{0,5}\s*(?:van|d\.d\.)",
)
_ELSE = (
    r"(?:peildatum|datum|date)",
    r"(?:saldo|stand)\s+(?:op|per)|(?:verwerkt|bijgewerkt)\s+tot(?:\s+en\s+met)?",
)
_SHORTEST = 10


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim a bank statement: titled as one, with an account number."""
    pages = plain_pages(content, limit=3)
    if not pages or _NOT.search("\n".join(line.text for line in pages[0].lines[:8])):
        return None
    title = headed(pages[0], _TITLE)
    if title is None or not (_PLAIN.search(title.text) or _BODY.search(pages[0].text)):
        return None
    paper = _read(file, pages[0])
    if paper.iban is None:
        return None
    known = sum(found is not None for found in (paper.holder, paper.dated_on))
    return Claim(
        kind=Kind.BANK_STATEMENT,
        paper=paper,
        confidence=0.8 + 0.06 * known,
        facts=(
            view("iban", paper.iban),
            view("holder", paper.holder),
            view("dated_on", paper.dated_on),
            view("address", paper.address),
        ),
    )


def _read(file: str, page: PlainPage) -> BankStatement:
    labels = read_labels(page.lines, _LABELS)
    iban = _iban(page, labels.get("iban", []))
    block = next(iter(addressed(page)), None)
    holder = one(labels.get("holder", [])) or (block.name if block else None)
    stated = next((words for words in labels.get("address", []) if POSTCODE.search(words.text)), None)
    address = block.address if block else stated
    made = _made(page, labels.get("period", []))
    return BankStatement(
        iban=fact(file, *iban) if iban else None,
        holder=fact(file, tidy(holder.text), holder) if holder else None,
        dated_on=fact(file, *made) if made else None,
        address=fact(file, address.text, address) if address else None,
        other_address=address is None and bool(POSTCODE.search(page.text)),
    )


def _iban(page: PlainPage, labelled: Sequence[Words]) -> tuple[str, Words] | None:
    """The labelled account number; else the only one on the page. One that is cut short is given as it stands."""
    for words in labelled:
        start, end = words.extents[0]
        hit = next(find_ibans(page.text[start:end]), None)
        if hit:
            return hit.value, page.words(start + hit.start, start + hit.end)
    hits: list[IbanHit] = list(find_ibans(page.text))
    if len({hit.value for hit in hits}) == 1:
        return hits[0].value, page.words(hits[0].start, hits[0].end)
    for words in labelled:
        compact = re.sub(r"[\s.]", "", words.text)
        if len(compact) >= _SHORTEST and re.fullmatch(r"[A-Z]{2}\d{2}[A-Z0-9]+", compact):
            return compact, words
    return None


def _made(page: PlainPage, periods: Sequence[Words]) -> Dated | None:
    """The day it was made; else the last day of the period that it covers."""
    made = date_said([page], *_MADE)
    if made:
        return made
    dates = [hit for words in periods for hit in dates_in(words)]
    return (max(dates, key=lambda hit: hit[0]) if dates else None) or date_said([page], *_ELSE)
