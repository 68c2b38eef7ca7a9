"""The quality manual, and the certificate of a quality scheme.

A report of an audit, a page about a quality mark and the certificate of a course look alike, and are neither.
"""

import re
from collections.abc import Sequence

from dossiercheck.documents.against import CERTIFICATE, against
from dossiercheck.documents.claim import Claim
from dossiercheck.documents.heads import date_said, first, headed, tidy
from dossiercheck.documents.labels import LabelSet, read_labels
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_organisation import QualityCertificate, QualityManual
from dossiercheck.documents.places import PlainPage, Words, fact, plain_pages, view
from dossiercheck.documents.prose import one
from dossiercheck.documents.signed_by_hand import signed_by_hand
from dossiercheck.facts import Fact
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent

_MANUAL = later(
    r"\bkwaliteits?-?\s?(?:management|zorg|borgings?)?-?\s?(?:hand)?boek|handboek\s+(?:voor\s+)?(?:de\s+)?kwaliteit|\bkwaliteits?(?:management|zorg|borgings?)?-?\s?systeem"
    r"|\bKMS-?\s?handboek|\bkwaliteitsmanual|\bquality\s+(?:management\s+)?manual",
    re.IGNORECASE,
)
_NO_MANUAL = later(
    r"\b(?:personeels|huisstijl|medewerkers|arbo)-?\s?handboek|certificaat|certificate|audit\s?rapport|\boffertes?\b|\bgeachte\b|inhoudelijke\s+reactie|\bfactuur\b|onderwerp\s*:|betreft\s*:"
    r"|bijgaand|\bbijlage\s+bij\b",
    re.IGNORECASE,
)
_CERTIFICATE = later(r"^\W*(?:[\w&.-]+\s+){0,2}certifica(?:at|te)\b(?!\s+van\s+verzekering)", re.IGNORECASE)
_SCHEMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, later(pattern, re.IGNORECASE))
    for name, pattern in (
        ("HKZ", r"\bHKZ\b"),
        ("EN 15224", r"\bEN[\s-]?15224\b"),
        ("ISO 9001", r"\bISO[\s/-]*9001\b"),
        ("ISO 27001", r"\bISO[\s/-]*(?:IEC\s*)?27001\b"),
        ("NEN 7510", r"\bNEN[\s-]*7510\b"),
        ("Kiwa Keurmerk ZZP", r"\bkiwa\b[^\n]{0,30}\bZZP|keurmerk\s+ZZP(?:'ers)?\s+in\s+de\s+zorg"),
        ("Prezo", r"\bPREZO\b"),
        ("Qualicor", r"\bqualicor\b|\bNIAZ\b"),
        ("FZO-keurmerk", r"\bFZO\b|federatie\s+landbouw\s+en\s+zorg|kwaliteit\s+laat\s+je\s+zien"),
    )
)
"""Schemes by the name that the report uses. Which of them count for the sector is in the requirement set."""
_SYSTEM = later(
    r"management\s?-?\s?system|kwaliteits|quality|keurmerk|norm\b|schema|voldoet\s+aan|complies|certificaatnummer|certificate\s+(?:number|no)",
    re.IGNORECASE,
)
_NO_CERTIFICATE = later(
    r"audit\s?-?\s?rapport|\brapport(?:age)?\b|\bofferte\b|\bplan\s+van\s+aanpak|\bgeachte\b|wat\s+is\s+(?:het|een)|lees\s+(?:meer|verder)|\bfactuur\b|deelname|\bcursus\b|\btraining\b",
    re.IGNORECASE,
)
_LABELS = LabelSet(
    names={
        "holder": (
            r"certificaathouder",
            r"houder",
            r"organisatie",
            r"naam\s+organisatie",
            r"(?:certificate\s+)?holder",
            r"(?:company|organisation)",
        ),
        "issued": (r"(?:datum\s+(?:van\s+)?)?(?:uitgifte|afgifte)(?:datum)?", r"issue\s+date", r"date\s+of\s+issue"),
        "scope": (
            r"(?:toepassings|werkings|activiteiten)gebied",
            r"scope(?:\s+of\s+(?:certification|registration))?",
            r"reikwijdte",
            r"activiteit(?:en)?",
            r"activities",
        ),
        "other": (r"certificaatnummer", r"geldig"),
    },
    stop=r"(?:voorwaarden)\b",
)
_HOLDER = later(
    r"(?:management\s?-?\s?systee?m\s+(?:van|of|voor)|\bsysteem\s+van|uitgereikt\s+aan|toegekend\s+aan|verleend\s+aan|awarded\s+to|issued\s+to|verklaart\s+dat|certify\s+that"
    r"(?:\s+the\s+[\w\s]{0,40}?of)?)\s*:?\s*\n?\s*(?P<x>[^\n]{3,80})",
    re.IGNORECASE,
)
_SCOPE = later(
    r"(?:toepassings|werkings|activiteiten)gebied|reikwijdte|\bscope\b|\bvoor\s+(?:de\s+|het\s+)?(?:volgende\s+)?activiteit(?:en)?\b"
    r"|\bfor\s+the\s+(?:following\s+)?(?:scope|activities)|\b(?:met\s+betrekking\s+tot|ten\s+behoeve\s+van|applicable\s+to)\b",
    re.IGNORECASE,
)
_SCOPE_ENDS = later(
    r"\n\s*(?:certifica|datum|geldig|uitgifte|eerste|issue|expir|valid|date|norm\b|nummer)", re.IGNORECASE
)
_SCOPE_LETTERS = 240
_ISSUED = (
    r"(?:datum\s+(?:van\s+)?)(?:uitgifte|afgifte|certificatie|besluit)",
    r"(?:uitgifte|afgifte)(?:datum)?",
    r"(?:uitgegeven|afgegeven)\s+op",
    r"(?:issue\s+date|date\s+of\s+issue|issued\s+on|valid\s+from)",
    r"(?:geldig|van\s+kracht)\s+(?:van|vanaf|sinds)",
)
_UNTIL = (
    r"(?:geldig|geldigheid|van\s+kracht|valid|effective)\s+(?:tot|until|through|to|t/m)(?:\s+en\s+met)?",
    r"(?:geldigheids?|verval|expiratie|eind)datum(?:\s+certificaat)?",
    r"(?:expiry|expiration)\s+date",
    r"expires(?:\s+on)?",
    r"einde\s+(?:van\s+de\s+)?(?:geldigheid|looptijd)",
)


def recognise_manual(file: str, content: PdfContent) -> Claim | None:
    """Claim a quality manual by its title; a letter that mentions one is none."""
    pages = plain_pages(content, limit=1)
    title = headed(pages[0], _MANUAL) if pages else None
    if title is None or any(_NO_MANUAL.search(line.text) for line in pages[0].lines[:10]):
        return None
    paper = QualityManual(title=fact(file, title.text, title), signed=signed_by_hand(file, content))
    return Claim(kind=Kind.QUALITY_MANUAL, paper=paper, confidence=0.8, facts=(view("title", paper.title),))


def recognise_certificate(file: str, content: PdfContent) -> Claim | None:
    """Claim a certificate of a quality scheme: titled as one, naming the scheme."""
    pages = plain_pages(content, limit=2)
    title = headed(pages[0], _CERTIFICATE, lines=10) if pages else None
    if title is None or _NO_CERTIFICATE.search(pages[0].text) or not _SYSTEM.search(pages[0].text):
        return None
    scheme = next(((name, words) for name, p in _SCHEMES if (words := first(pages, p))), None)
    if scheme is None:
        return None
    paper = _certificate(file, pages, scheme)
    known = sum(found is not None for found in (paper.holder, paper.valid_until))
    return Claim(
        kind=Kind.QUALITY_CERTIFICATE,
        paper=paper,
        confidence=0.82 + 0.06 * known,
        facts=(
            view("holder", paper.holder),
            view("scheme", paper.scheme),
            view("scope", paper.scope),
            view("issued_on", paper.issued_on),
            view("valid_until", paper.valid_until),
        ),
    )


def _certificate(file: str, pages: Sequence[PlainPage], scheme: tuple[str, Words]) -> QualityCertificate:
    labels = read_labels(pages[0].lines, _LABELS)
    holder = one(labels.get("holder", [])) or first(pages, _HOLDER)
    contrary = against(pages, CERTIFICATE, conditions=True)
    issued, until = date_said(pages, *_ISSUED), date_said(pages, *_UNTIL)
    return QualityCertificate(
        scheme=fact(file, *scheme),
        holder=fact(file, tidy(holder.text), holder) if holder else None,
        scope=_scope(file, pages),
        issued_on=fact(file, *issued) if issued else None,
        valid_until=fact(file, *until) if until else None,
        against=fact(file, contrary.text, contrary) if contrary else None,
    )


def _scope(file: str, pages: Sequence[PlainPage]) -> Fact[str] | None:
    """What follows the word for it, over the end of a line, up to the next label."""
    for page in pages:
        for match in _SCOPE.finditer(page.text):
            text = page.text[match.end() : match.end() + _SCOPE_LETTERS]
            stop = _SCOPE_ENDS.search(text)
            begin = match.end() + len(text) - len(text.lstrip(" :\n-"))
            end = match.end() + (stop.start() if stop else len(text))
            if len(page.text[begin:end].strip()) > 2:
                words = page.words(begin, end)
                return fact(file, words.text[:120], words)
    return None
