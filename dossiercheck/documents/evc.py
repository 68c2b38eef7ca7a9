"""The papers of an EVC procedure (recognition of acquired competences): three look-alikes, told apart by their title.

Only the Competentiebewijs of the Nationaal Kenniscentrum EVC is what the tender asks. `EVC` in a text says nothing
about which of the three it is: the title word does.
"""

import re
from collections.abc import Sequence

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.diploma_parts import LABELS
from dossiercheck.documents.education import find_level, programme_name
from dossiercheck.documents.labels import LabelSet, read_labels
from dossiercheck.documents.model import EvcCertificate, EvcKind, Kind
from dossiercheck.documents.places import PlainPage, Words, birth_fact, fact, plain_pages, view
from dossiercheck.documents.prose import births, dates_in, days_of, looks_like_name, named_person, one, one_date
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent

_KINDS = (
    (EvcKind.COMPETENCE, r"compet(?:entie|ie)\s?-?bewijs"),
    (EvcKind.EXPERIENCE, r"ervarings\s?-?certificaat"),
    (EvcKind.PROFESSIONAL, r"vakbekwaamheids\s?-?bewijs"),
)
_TITLE = later(
    r"(?:het\s+)?(?:(?:EVC|mbo|hbo|landelijk|nationaal|NKC)[\s-]*)?(?P<word>"
    + "|".join(words for _, words in _KINDS)
    + r")\b(?P<rest>.{0,70})$",
    re.IGNORECASE,
)
_TITLE_LINES = 15
_SUBJECT = later(
    r"\bEVC\b|\b(?:erkenning\s+van\s+)?(?:eerder\s+)?verworven\s+competenties|nationaal\s+kenniscentrum", re.IGNORECASE
)
_CENTRE = later(r"nationaal\s+kenniscentrum\s+EVC|\bNKC\s?[- ]?EVC\b", re.IGNORECASE)
_LETTER = later(
    r"^(?:geachte|beste)\b|^curriculum\s+vitae|\bofferte\b|\bfactuur\b|\baanvraagformulier\b",
    re.IGNORECASE | re.MULTILINE,
)
_ISSUED = later(
    r"\b(?:afgegeven|uitgereikt|uitgegeven|afgifte|datum|opgemaakt|vastgesteld)\b[^\d\n]{0,50}$", re.IGNORECASE
)
_OTHER_ROLE = later(
    r"(?:\bregister\s+van|erkend\s+door|erkende\s+aanbieder\s+van|geregistreerd\s+bij|inleveren\s+bij|verzilver\w+\s+bij|"
    r"contact\s+op\s+met|zie\s+ook)\s+(?:het\s+)?$"
)
_EVC_LABELS = LabelSet(
    names={
        **LABELS.names,
        "name": (*LABELS.names["name"], r"kandidaat", r"naam\s+houder", r"houder"),
        "awarded": (*LABELS.names["awarded"], r"datum", r"afgegeven\s+op", r"uitgiftedatum"),
        "programme": (*LABELS.names["programme"], r"(?:beroeps)?standaard", r"EVC-?standaard", r"beroep"),
        "institution": (
            r"EVC-?\s?aanbieder",
            r"afgegeven\s+door",
            r"uitgegeven\s+door",
            r"uitgever",
            r"aanbieder",
            r"uitvoerder",
        ),
    },
    stop=LABELS.stop,
)


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim a paper of an EVC procedure: the title word heads it and it is about EVC."""
    pages = plain_pages(content, limit=2)
    title = _title(pages[0]) if pages else None
    text = "\n".join(page.text for page in pages)
    if title is None or not _SUBJECT.search(text) or _LETTER.search(pages[0].text):
        return None
    paper = _read(file, pages, title)
    known = sum(f is not None for f in (paper.holder, paper.issued_on))
    return Claim(
        kind=Kind.EVC_CERTIFICATE,
        paper=paper,
        confidence=0.85 + 0.05 * known,
        facts=(
            view("evc_kind", paper.evc_kind),
            view("holder", paper.holder),
            view("born_on", paper.born_on),
            view("issued_on", paper.issued_on),
            view("issuer", paper.issuer),
            view("programme", paper.programme),
            view("level", paper.level),
        ),
    )


def _title(page: PlainPage) -> tuple[EvcKind, Words] | None:
    """The first line near the top that is a title with one of the three words."""
    for line, below in zip(page.lines[:_TITLE_LINES], (*page.lines[1:], None), strict=False):
        broken = line.text.strip().endswith("-") and below is not None
        whole = [Words(page=page, extents=(*line.words.extents, *below.words.extents))] if broken and below else []
        for cell in (*whole, line.cells[0]):
            match = _TITLE.match(cell.text.replace("- ", ""))
            if match and not cell.text.endswith((".", ",")) and len(cell.text) <= 90:
                kind = next(kind for kind, words in _KINDS if re.fullmatch(words, match["word"], re.IGNORECASE))
                return kind, cell
    return None


def _read(file: str, pages: Sequence[PlainPage], title: tuple[EvcKind, Words]) -> EvcCertificate:
    page = pages[0]
    labels = read_labels(page.lines, _EVC_LABELS)
    centre = next((p.words(*m.span()) for p in pages for m in [_CENTRE.search(p.text)] if m), None)
    issuer = one(labels.get("institution", [])) or centre
    holder = one([w for w in labels.get("name", []) if looks_like_name(w.text)]) or named_person(page)
    born = one_date([hit for words in labels.get("born", []) for hit in dates_in(words)] or births(page))
    issued = one_date([hit for words in labels.get("awarded", []) for hit in dates_in(words)] or days_of(page, _ISSUED))
    programme = one(labels.get("programme", []))
    level = find_level(
        [line.words for line in page.lines if re.search(r"\b(?:niveau|mbo|hbo)\b", line.text, re.IGNORECASE)]
    )
    return EvcCertificate(
        evc_kind=fact(file, *title),
        holder=fact(file, holder.text.strip(" ,"), holder) if holder else None,
        born_on=birth_fact(file, born),
        issued_on=fact(file, *issued) if issued else None,
        issuer=fact(file, issuer.text, issuer) if issuer else None,
        by_knowledge_centre=_by_centre(pages, labels.get("institution", [])),
        programme=fact(file, programme_name(programme.text) or programme.text, programme) if programme else None,
        level=fact(file, *level) if level else None,
    )


def _by_centre(pages: Sequence[PlainPage], issuers: Sequence[Words]) -> bool:
    """Is the knowledge centre the issuer? Not where another one is named as such, or where only its register is."""
    if issuers:
        return any(_CENTRE.search(words.text) for words in issuers)
    for page in pages:
        for match in _CENTRE.finditer(page.text):
            before = page.text[max(0, match.start() - 60) : match.start()].lower()
            if not _OTHER_ROLE.search(before):
                return True
    return False
