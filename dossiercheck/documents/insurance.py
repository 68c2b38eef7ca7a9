"""Insurance policies: what they cover, who is insured, and from when until when.

The day on which a premium is due is not the end of the cover, and most policies are renewed tacitly. Professional
liability is another cover than business liability. An offer, an application and a premium note are no policies.
"""

import re
from collections.abc import Iterator, Sequence

from dossiercheck.documents.against import INSURANCE, against
from dossiercheck.documents.claim import Claim
from dossiercheck.documents.heads import addressed, date_said, first, headed, tidy
from dossiercheck.documents.labels import LabelSet, read_labels
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_organisation import Cover, Insurance
from dossiercheck.documents.places import PlainLine, PlainPage, Words, fact, plain_pages, view
from dossiercheck.documents.prose import Dated, dates_in, one
from dossiercheck.facts import Fact, Place
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent

_TITLE = later(
    r"\bpolis(?:blad|aanhangsel|overzicht|bewijs)?\b|verzekerings?-?\s?(?:bewijs|certificaat|overzicht|polis)|(?:bewijs|certificaat)\s+van\s+verzekering"
    r"|aansprakelijkheidsverzekering|dekkings(?:bevestiging|overzicht|bewijs)|certificate\s+of\s+insurance|(?:insurance|liability)\s+policy|combinatiepolis",
    re.IGNORECASE,
)
_NOT = later(
    r"\b(?:offerte|\w*voorstel|aanvraag(?:formulier)?|premienota|nota|factuur|opzegging|royements?\w*|schadeformulier|polisvoorwaarden|algemene\s+voorwaarden"
    r"|verzekeringskaart)\b",
    re.IGNORECASE,
)
_PROPOSED = later(
    r"\bgewenste\s+ingangsdatum|\b(?:premie|verzekerings)-?\s?voorstel\b|\b(?:deze|vrijblijvende|onze)\s+offerte\b|\bdit\s+voorstel\b",
    re.IGNORECASE,
)
_BODY = later(r"verzeker|insur|policyholder", re.IGNORECASE)
_COVERS = (
    (
        Cover.BUSINESS,
        later(
            r"\bbedrijfs-?\s?aansprakelijkheid|\bAVB\b|aansprakelijkheids?(?:verzekering)?\s+(?:voor\s+)?(?:bedrijven|ondernem\w+|instellingen)"
            r"|aansprakelijkheid\s+(?:van\s+)?(?:de\s+|het\s+)?(?:onderneming|bedrijf|instelling)|bedrijfs-\s*(?:en|&|/)\s*beroepsaansprakelijkheid"
            r"|\b(?:general|public|business)\s+liability",
            re.IGNORECASE,
        ),
    ),
    (
        Cover.PROFESSIONAL,
        later(
            r"\bberoeps-?\s?aansprakelijkheid|\bBAV\b|professional\s+(?:liability|indemnity)|beroeps-\s*(?:en|&|/)\s*bedrijfsaansprakelijkheid",
            re.IGNORECASE,
        ),
    ),
)
_BOTH = later(r"beroeps-\s*(?:en|&|/)\s*bedrijfsaansprakelijkheid", re.IGNORECASE)
_EXCLUDED = later(
    r"\b(?:niet\s+(?:mee)?-?verzekerd|niet\s+(?:mee)?gedekt|uitgesloten|uitsluiting(?:en)?|geen\s+(?:dekking|onderdeel)|niet\s+van\s+toepassing|n\.?v\.?t\.?"
    r"|elders\s+verzekerd|(?:aparte|afzonderlijke|separate|andere)\s+(?:polis|verzekering)|niet\s+onder\s+de(?:ze)?\s+(?:polis|dekking|verzekering)|niet\s+afgesloten"
    r"|valt\s+niet|vallen\s+niet|zonder\s+dekking|uninsured|exclu(?:ded|sions?))(?!\w)",
    re.IGNORECASE,
)
_EXCLUSIONS = later(r"^\W*(?:\d+[.)]?\s*)?(?:uitsluitingen|niet\s+verzekerd|uitgesloten|exclusions)\W*$", re.IGNORECASE)
_BUT = later(r"\b(?:behalve|exclusief|uitgezonderd|met\s+uitzondering\s+van|zonder|excluding|except)\b", re.IGNORECASE)
"""What stands before these is covered, what follows is not."""
_INCLUDED = later(r"^\W*(?:wel\s+)?(?:(?:mee)?verzekerd|gedekt|dekking|insured|covered)\b", re.IGNORECASE)
_RENEWS = later(
    r"[^\n.]*\b(?:stilzwijgend|automatisch|telkens)\b[^\n.]{0,60}\b(?:verlengd|verlenging|voortgezet)\b[^\n.]*|\bdoorlopende?\s+(?:verzekering|polis)",
    re.IGNORECASE,
)
_LABELS = LabelSet(
    names={
        "insured": (
            r"verzekering-?nemer(?:\(s\)|s)?",
            r"verzekerde(?:n|\(n\))?",
            r"tenaamstelling",
            r"policyholder",
            r"(?:named\s+)?insured",
            r"contractant",
        ),
        "capacity": (r"verzekerde\s+(?:hoedanigheid|bedrag|rubriek\w*|activiteit\w*|som)", r"verzekerd\s+bedrag"),
        "starts": (
            r"ingangsdatum(?:\s+(?:verzekering|polis|dekking|contract))?",
            r"begindatum",
            r"inception\s+date",
            r"start\s?date",
        ),
        "ends": (
            r"contract-?\s?(?:verval|eind)datum",
            r"(?:eind|expiratie)datum(?:\s+(?:verzekering|polis|dekking|contract))?",
            r"verval-?datum\s+(?:contract|verzekering|polis)",
            r"contract(?:s)?termijn\s+tot",
            r"verzekerd\s+tot(?:\s+en\s+met)?",
            r"expiry\s+date",
        ),
        "premium": (
            r"(?:hoofd)?premie-?\s?(?:verval)?datum",
            r"hoofdpremievervaldatum",
            r"premie-?\s?verval\w*",
            r"vervaldatum\s+premie",
        ),
        "other": (r"polisnummer", r"adres", r"rubriek", r"afgiftedatum", r"premie", r"dekking", r"betaaltermijn"),
    },
    stop=r"(?:polisvoorwaarden|clausules)\b",
)
_PERIOD = later(
    r"\b(?:geldig|dekking|verzekerd|verzekeringsperiode|looptijd|contractperiode|verzekeringstermijn|period\s+of\s+insurance)\b[^\n\d]{0,30}(?P<from>\d[^\n]{5,24}?)"
    r"\s+(?:tot\s+en\s+met|t/m|tot|until|to|-)\s+(?P<to>\d[^\n]{5,24})",
    re.IGNORECASE,
)


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim an insurance policy or a certificate of insurance."""
    pages = plain_pages(content, limit=6)
    title = headed(pages[0], _TITLE) if pages else None
    if title is None or not _BODY.search(pages[0].text) or _PROPOSED.search(pages[0].text):
        return None
    if any(_NOT.match(words) or _NOT.search(words) for words in (line.text for line in pages[0].lines[:3])):
        return None
    paper = _read(file, pages)
    known = sum(found is not None for found in (paper.insured, paper.starts_on))
    return Claim(
        kind=Kind.INSURANCE,
        paper=paper,
        confidence=0.8 + 0.06 * known,
        facts=(
            view("insured", paper.insured),
            view("starts_on", paper.starts_on),
            view("ends_on", paper.ends_on),
            view("covers", paper.covers),
            view("premium_due", paper.premium_due),
            view("renews", paper.renews),
        ),
    )


def _read(file: str, pages: Sequence[PlainPage]) -> Insurance:
    labels = read_labels(pages[0].lines, _LABELS)
    period = _period(pages)
    starts = _date(labels.get("starts", [])) or (period[0] if period else None)
    ends = (
        _date(labels.get("ends", []))
        or (period[1] if period else None)
        or date_said(pages, r"(?<!premie)(?:geldig|verzekerd|gedekt|dekking)\s+tot(?:\s+en\s+met)?")
    )
    block = next(iter(addressed(pages[0])), None)
    insured = one(labels.get("insured", [])) or (block.name if block else None)
    premium = next(iter(labels.get("premium", [])), None)
    renews = first(pages, _RENEWS)
    contrary = against(pages[:3], INSURANCE, conditions=True)
    return Insurance(
        covers=_covers(file, pages),
        insured=fact(file, tidy(insured.text), insured) if insured else None,
        starts_on=fact(file, *starts) if starts else None,
        ends_on=fact(file, *ends) if ends else None,
        ends_firmly=bool(ends) and not _is_term(ends[1] if ends else None),
        premium_due_on=due[0] if (due := _date([premium] if premium else [])) else None,
        premium_due=fact(file, premium.text, premium) if premium else None,
        renews=fact(file, renews.text, renews) if renews else None,
        against=fact(file, contrary.text, contrary) if contrary else None,
    )


def _is_term(words: Words | None) -> bool:
    """Does the word before it speak of the contract's term only (`contractvervaldatum`)?"""
    before = words.page.text[max(0, words.start - 40) : words.start] if words else ""
    return bool(re.search(r"contract|verval-?datum\s+(?:contract|verzekering|polis)|termijn", before, re.IGNORECASE))


def _date(found: Sequence[Words]) -> Dated | None:
    return next((hit for words in found for hit in dates_in(words)), None)


def _period(pages: Sequence[PlainPage]) -> tuple[Dated, Dated] | None:
    for page in pages:
        for match in _PERIOD.finditer(page.text):
            begin = next(dates_in(page.words(*match.span("from"))), None)
            end = next(dates_in(page.words(*match.span("to"))), None)
            if begin and end:
                return begin, end
    return None


def _covered(page: PlainPage) -> Iterator[tuple[PlainLine, str]]:
    """The lines, without what is left out: those that say so, those below a heading that does, and the rest of both."""
    excluding = ""
    for line in page.lines:
        text = line.text.strip()
        if _EXCLUDED.search(text):
            excluding = text
        elif excluding and _goes_on(excluding, text) and not _INCLUDED.match(text):
            excluding = excluding if _is_heading(excluding) else text
        elif but := _BUT.search(line.text):
            excluding = text
            yield line, line.text[: but.start()]
        else:
            excluding = ""
            yield line, line.text


def _goes_on(before: str, text: str) -> bool:
    """Does this line go on with what is left out?"""
    return (_is_heading(before) and not re.match(r"^[A-Z][\w -]{2,30}(?::|\s{2,})", text)) or (
        not before.endswith(".") and (text[:1].islower() or bool(re.match(r"[-•*(]", text)))
    )


def _is_heading(text: str) -> bool:
    return text.endswith(":") or bool(_EXCLUSIONS.match(text))


def _covers(file: str, pages: Sequence[PlainPage]) -> Fact[tuple[Cover, ...]]:
    """The kinds of liability that are covered; a line that says 'not insured' counts for nothing."""
    found: dict[Cover, Place] = {}
    for page in pages:
        for line, text in _covered(page):
            for cover, pattern in _COVERS:
                if pattern.search(text) or (cover is Cover.BUSINESS and _BOTH.search(text)):
                    found.setdefault(cover, line.words.place(file))
    covers: tuple[Cover, ...] = tuple(cover for cover in (Cover.BUSINESS, Cover.PROFESSIONAL) if cover in found)
    place = found[covers[0]] if covers else Place(file=file, page=1)
    if not covers:
        liability = any(re.search(r"aansprakelijk|liability", page.text, re.IGNORECASE) for page in pages)
        covers = (Cover.UNCLEAR if liability else Cover.OTHER,)
    return Fact(value=covers, place=place)
