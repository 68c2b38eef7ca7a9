"""Fire safety of a building: the printout of the permit check, and the permit or notification itself.

Before 2024 the Omgevingsloket spoke of 'bouwwerk brandveilig gebruiken', since then of 'bouwwerk gebruiken'. That an
application was received proves no permit.
"""

import re
from collections.abc import Sequence

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.heads import date_said, first, headed
from dossiercheck.documents.model import Kind
from dossiercheck.documents.model_organisation import Permit, PermitCheck, PermitKind, PermitOutcome
from dossiercheck.documents.places import PlainPage, Words, fact, plain_pages, view
from dossiercheck.patterns import later
from dossiercheck.readers.content import PdfContent

_CHECK = later(r"\bvergunning(?:s|en)?-?\s?check\b", re.IGNORECASE)
_FIRE = later(
    r"brandveilig(?:heid)?\b|bouwwerk\s+(?:brandveilig\s+)?gebruiken|gebruiks?-?\s?(?:melding|vergunning)|gebruik\s+van\s+(?:een|het)\s+bouwwerk",
    re.IGNORECASE,
)
_NONE_NEEDED = later(
    r"\bgeen\s+(?:omgevings)?vergunning\s+(?:of\s+melding\s+)?(?:nodig|vereist)|\bvergunning(?:s)?-?\s?vrij\b|\b(?:omgevings)?vergunning\s*:?\s*(?:is\s+)?niet\s+(?:nodig|vereist)"
    r"|\bniet\s+vergunning(?:s)?-?\s?plichtig|\bgeen\s+vergunning(?:s)?-?\s?plicht",
    re.IGNORECASE,
)
_NO_NOTICE = later(
    r"\bgeen\s+(?:gebruiks)?melding\s+(?:te\s+doen|nodig|vereist)|\bgeen\s+(?:omgevings)?vergunning\s+(?:of|en(?:\s+(?:ook\s+)?geen)?)\s+(?:gebruiks)?melding"
    r"|\bniet\s+melding(?:s)?-?\s?plichtig|\bgeen\s+melding(?:s)?-?\s?plicht|\b(?:gebruiks)?melding\s*:?\s*(?:is\s+)?niet\s+(?:nodig|vereist)|\bmeldings?-?\s?vrij\b",
    re.IGNORECASE,
)
_NOTICE = later(
    r"(?<!niet\s)(?<!geen\s)\bmelding(?:s)?-?\s?plicht(?:ig)?\b|\bmoet\s+(?:een\s+|u\s+een\s+)?(?:gebruiks)?melding\s+doen|\b(?<!geen\s)(?:gebruiks)?melding\s*:?\s*(?:is\s+)?(?:wel\s+)?(?<!niet\s)(?:nodig|vereist|verplicht)"
    r"|\bmelding\s+(?:in\s+te\s+dienen|indienen)|\bdien\s+(?:de|een)\s+melding",
    re.IGNORECASE,
)
_PERMIT_NEEDED = later(
    r"(?<!niet\s)(?<!geen\s)\bvergunning(?:s)?-?\s?plicht(?:ig)?\b|(?<!geen\s)\b(?:een\s+)(?:omgevings|gebruiks)?vergunning\s+(?:voor\s+[\w\s]{0,30}?)?(?:is\s+)?(?:nodig|vereist|verplicht)"
    r"|(?<!geen\s)\b(?:omgevings|gebruiks)vergunning\s*:?\s*(?:voor\s+[\w\s]{0,30}?)?(?:is\s+)?(?:nodig|vereist|verplicht)|\bmoet\s+(?:u\s+)?een\s+(?:omgevings)?vergunning\s+aanvragen",
    re.IGNORECASE,
)
_QUESTION = later(r"\?\s*$|^vraag\s+\d", re.IGNORECASE)
_ADDRESS = later(
    r"\b(?:locatie|adres|plaats\s+van\s+de\s+activiteit|projectlocatie|perceel|pand|voor|te|aan\s+de"
    r"|op\s+het\s+adres)\b[ :]{1,4}"
    r"(?P<x>(?-i:[A-Z'])[^\W\d_][\w.' -]{1,45}? \d{1,5}(?: ?[a-zA-Z](?!\w))?(?:,? +[1-9]\d{3} ?[A-Z]{2})?"
    r"(?:,? +(?:in +|te +)?(?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+)*)?)",
    re.IGNORECASE,
)
_CHECKED = (
    r"(?:gecheckt|gemaakt|uitgevoerd|opgesteld|afgedrukt)\s+op",
    r"datum(?:\s+(?:check|vergunning(?:s)?check|uitvoering|print|aanmaak))?",
)
_PERMIT = later(
    r"\bomgevings-?\s?vergunning|\bgebruiks-?\s?(?:vergunning|melding)|\bmelding\s+(?:brandveilig\s+)?gebruik|\bbrandveilig\s+gebruik",
    re.IGNORECASE,
)
_NOTIFIED = later(r"gebruiks-?\s?melding|\bmelding\b", re.IGNORECASE)
_GRANTED = later(
    r"\b(?:verle(?:nen|end)|verleende)\b|\bbesluit(?:en)?\b[^\n]{0,80}\bverlenen\b|\bvergunning\s+is\s+verleend",
    re.IGNORECASE,
)
_REFUSED = later(
    r"\bgeweigerd\b|\bte\s+weigeren\b|\bweigeren\s+(?:wij|de)\b|\bbuiten\s+behandeling|\bingetrokken\b|\bniet\s+geaccepteerd\b",
    re.IGNORECASE,
)
_APPLIED = later(
    r"ontvangstbevestiging\s+aanvraag|\baanvraag\s+(?:om\s+een\s+)?(?:omgevings)?vergunning|\buw\s+aanvraag\b|\bontvangt\s+(?:u\s+)?[^\n]{0,40}\been\s+besluit",
    re.IGNORECASE,
)
_DATED = (
    r"besluit(?:datum)?\s+(?:van|d\.d\.)",
    r"(?:besluit|verzend)datum",
    r"datum\s+besluit",
    r"dagtekening",
    r"\bdatum",
    r"verleend\s+op",
)


def recognise_check(file: str, content: PdfContent) -> Claim | None:
    """Claim the printout of a permit check."""
    pages = plain_pages(content, limit=6)
    if not pages or headed(pages[0], _CHECK, lines=12) is None or re.search(r"^geachte\b", pages[0].text, re.I | re.M):
        return None
    outcome, made, address = _outcome(pages), date_said(pages, *_CHECKED), first(pages, _ADDRESS)
    fire = first(pages, _FIRE)
    paper = PermitCheck(
        outcome=fact(file, *outcome) if outcome else None,
        made_on=fact(file, *made) if made else None,
        address=fact(file, address.text, address) if address else None,
        fire_safety=fact(file, fire.text, fire) if fire else None,
    )
    return Claim(
        kind=Kind.PERMIT_CHECK,
        paper=paper,
        confidence=0.85 + 0.07 * (outcome is not None),
        facts=(view("outcome", paper.outcome), view("made_on", paper.made_on), view("address", paper.address)),
    )


def _outcome(pages: Sequence[PlainPage]) -> tuple[PermitOutcome, Words] | None:
    """What is needed; None where it does not say so, or says two things. Questions are no answers."""
    lines = [line for page in pages for line in page.lines if not _QUESTION.search(line.text)]

    def said(pattern: re.Pattern[str]) -> Words | None:
        return next((line.words for line in lines if pattern.search(line.text)), None)

    permit, no_permit, notice, no_notice = (said(p) for p in (_PERMIT_NEEDED, _NONE_NEEDED, _NOTICE, _NO_NOTICE))
    if permit and not no_permit:
        return PermitOutcome.PERMIT, permit
    if notice and not no_notice and not permit:
        return PermitOutcome.NOTIFICATION, notice
    if no_permit and no_notice and not permit and not notice:
        return PermitOutcome.NONE, no_permit
    return None


def recognise_permit(file: str, content: PdfContent) -> Claim | None:
    """Claim a permit or notification for the use of a building, or a paper about one."""
    pages = plain_pages(content, limit=4)
    if not pages or headed(pages[0], _CHECK, lines=12) or headed(pages[0], _PERMIT, lines=20) is None:
        return None
    text = "\n".join(page.text for page in pages)
    if not _FIRE.search(text):
        return None
    kind = _permit_kind(pages)
    if kind is None:
        return None
    dated, address = date_said(pages, *_DATED), first(pages, _ADDRESS)
    paper = Permit(
        permit_kind=fact(file, *kind),
        dated_on=fact(file, *dated) if dated else None,
        address=fact(file, address.text, address) if address else None,
    )
    return Claim(
        kind=Kind.PERMIT,
        paper=paper,
        confidence=0.85,
        facts=(
            view("permit_kind", paper.permit_kind),
            view("dated_on", paper.dated_on),
            view("address", paper.address),
        ),
    )


def _permit_kind(pages: Sequence[PlainPage]) -> tuple[PermitKind, Words] | None:
    refused, granted, applied, notified = (first(pages, p) for p in (_REFUSED, _GRANTED, _APPLIED, _NOTIFIED))
    if refused:
        return PermitKind.REFUSAL, refused
    if granted:
        return PermitKind.PERMIT, granted
    if applied:
        return PermitKind.APPLICATION, applied
    return (PermitKind.NOTIFICATION, notified) if notified else None
