"""The extract of the trade register: its title, the number, and the day on which it was made.

Many other dates stand on it (founding, registration, births). UBO extracts and annual accounts come from the same
chamber with the same seal, and the chamber's web page of a company is no extract.
"""

import re
from collections.abc import Sequence

from dossiercheck.documents.against import COMPANY, against
from dossiercheck.documents.claim import Claim
from dossiercheck.documents.heads import date_said, first, headed
from dossiercheck.documents.labels import LabelSet, read_labels
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_organisation import KvkExtract
from dossiercheck.documents.personal_data import contact_data
from dossiercheck.documents.places import PlainPage, Words, fact, plain_pages, view
from dossiercheck.findings import FactView
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent

_TITLE = later(
    r"\buittreksel\s+(?:uit\s+(?:het\s+)?|van\s+(?:de\s+)?)?(?:handelsregister|kamer\s+van\s+koophandel|KVK)"
    r"|handelsregister\s*-?\s*uittreksel|\b(?:business|trade|commercial)\s+register\s+extract|\bextract\s+.{0,20}(?:business|trade|commercial)\s+register",
    re.IGNORECASE,
)
_OTHER = later(
    r"\bUBO\b|uiteindelijk\s+belanghebbende|jaarrekening|concern(?:relaties|uittreksel)|akte\s+van\s+oprichting\b.{0,40}\bnotaris|\bbestel(?:len|ling)?\b.{0,25}\buittreksel|\bfactuur\b",
    re.IGNORECASE,
)
_BODY = later(
    r"vervaardigd\s+op|was\s+made\s+on|rechtsvorm|legal\s+form|statutaire\s+naam|\bhandelsnam|\btrade\s+name",
    re.IGNORECASE,
)
_NUMBER = later(
    r"\b(?:k\.?v\.?k\.?|CCI|dossier|inschrijvings)\s*-?\s?(?:nummer|number|nr\.?"
    r"|no\.?)?\s*:?\s*(?P<x>\d{8}|\d{2}(?: \d{2}){3})(?!\d)",
    re.IGNORECASE,
)
_MADE = (
    r"vervaardigd(?:\s+door\s+(?:de\s+)?(?:KVK|Kamer\s+van\s+Koophandel))?(?:\s+op)?",
    r"(?:was|is|were)\s+made(?:\s+on)?",
    r"(?:datum|dagtekening)\s+(?:van\s+)?(?:dit\s+)?uittreksel",
    r"peildatum",
    r"uittreksel\s+(?:van|per|d\.d\.)",
)
_NOT_CERTIFIED = later(
    r"niet[\s-]+gewaarmerkt|ongewaarmerkt|zonder\s+waarmerk|geen\s+rechten\s+worden\s+ontleend|not\s+certified|uncertified",
    re.IGNORECASE,
)
_LABELS = LabelSet(
    names={
        "articles": (r"statutaire\s+naam", r"name\s+given\s+in\s+the\s+articles", r"statutory\s+name"),
        "trade": (r"handelsnam(?:en|\(en\)|en\(en\))", r"handelsnaam", r"trade\s+names?", r"naam\s+onderneming"),
        "name": (r"naam",),
        "seat": (r"statutaire\s+zetel", r"corporate\s+seat"),
        "form": (r"rechtsvorm", r"legal\s+form"),
        "number": (r"k\.?v\.?k\.?-?\s?nummer", r"dossiernummer", r"RSIN", r"vestigingsnummer"),
        "date": (r"startdatum", r"datum\s+\w+", r"eerste\s+inschrijving", r"activiteiten", r"(?:bezoek)?adres"),
    },
    stop=r"(?:bestuurders?|eigenaar|vennoot|vennoten|enig\s+aandeelhouder|functionaris\w*|gevolmachtigden?|officials?|owner|partners?)\b",
)


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim an extract of the trade register."""
    pages = plain_pages(content, limit=8)
    title = headed(pages[0], _TITLE) if pages else None
    if title is None or _OTHER.search(title.text) or _is_other(pages[0]) or not _BODY.search(pages[0].text):
        return None
    paper = _read(file, pages)
    known = sum(found is not None for found in (paper.made_on, paper.kvk_number, paper.name))
    names = FactView(name="names", value=tuple(f.value for f in paper.names) or None)
    return Claim(
        kind=Kind.KVK_EXTRACT,
        paper=paper,
        confidence=0.82 + 0.05 * known,
        facts=(
            view("made_on", paper.made_on),
            view("kvk_number", paper.kvk_number),
            view("name", paper.name),
            names,
            view("not_certified", paper.not_certified),
        ),
    )


def _is_other(page: PlainPage) -> bool:
    """Another paper of the chamber says so in its own title."""
    return any(_OTHER.search(line.text) for line in page.lines[:6])


def _read(file: str, pages: Sequence[PlainPage]) -> KvkExtract:
    made = date_said(pages, *_MADE)
    number = first(pages, _NUMBER)
    names = tuple(fact(file, text, words) for text, words in _names(pages))
    contrary = against(pages[:3], COMPANY)
    uncertified = first(pages, _NOT_CERTIFIED)
    return KvkExtract(
        made_on=fact(file, *made) if made else None,
        kvk_number=fact(file, re.sub(r"\D", "", number.text), number) if number else None,
        name=names[0] if names else None,
        names=names,
        not_certified=fact(file, uncertified.text, uncertified) if uncertified else None,
        against=fact(file, contrary.text, contrary) if contrary else None,
        contact=contact_data("\n".join(page.text for page in pages)),
    )


def _names(pages: Sequence[PlainPage]) -> list[tuple[str, Words]]:
    """Name in the articles, trade names, and the plain `Naam` above the officials; each once."""
    found: dict[str, Words] = {}
    for page in pages[:3]:
        labels = read_labels(page.lines, _LABELS)
        for key in ("articles", "trade", "name"):
            for words in labels.get(key, []):
                for part in _each(words):
                    if len(part) > 2 and not re.search(r"\d{4}", part):
                        found.setdefault(part, words)
        if found:
            break
    return list(found.items())


def _each(words: Words) -> list[str]:
    """Several names in one value: over lines, or with a semicolon between."""
    lines = [words.page.text[start:end] for start, end in words.extents]
    return [part.strip(" ,") for line in lines for part in re.split(r"\s*;\s*", line) if part.strip(" ,")]
