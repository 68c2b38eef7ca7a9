"""The page on which a signing service lists who signed and when, where it is part of the same file.

Such a page names a transaction and, per signer, name or e-mail address and events with their time. It is evidence for a
party only where that party's own entry tells of signing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossiercheck.documents.contracts.names import domain_fits, fold, organisation_fits, person_fits
from dossiercheck.documents.contracts.running import Part, Running
from dossiercheck.facts import Place

_TITLE = re.compile(
    r"""certificate\s+of\s+completion|summary\s+envelope|ondertekenings?\s?-?(?:bewijs|certificaat|overzicht|verslag|rapport)|ondertekenbewijs|transactie\s?-?(?:bon|bewijs|overzicht)|audit\s?-?\s?(?:trail|rapport|report|log)
    |signing\s+(?:certificate|log|summary)|evidence\s+summary|bewijs\s+van\s+ondertekening|ondertekenlog|signature\s+certificate|certificaat\s+van\s+(?:voltooiing|ondertekening)|digitaal\s+ondertekend\s+document|handtekeningen(?:blad|pagina|overzicht)|transaction\s+receipt|receipt\s+of\s+signing|completion\s+certificate""",
    re.IGNORECASE | re.VERBOSE,
)
_TRACES = re.compile(
    r"""envelope\s?-?id|transactie\s?-?(?:id|nummer|code)|transaction\s?-?(?:id|number)|document\s?-?id|\bip\s?-?(?:adres|address)?\s*:|\bip-adres|sha-?\s?(?:256|512|1)\b|hash|checksum|\d{1,2}:\d{2}(?::\d{2})?|utc|cest?\b|signhost|docusign|adobe\s+(?:acrobat\s+)?sign|validsign|evidos|entrust|zivver|afas|visma|nmbrs|skribble|yousign|dropbox\s+sign|hellosign|oneflow|scrive|penneo|quill|reference\s+number""",
    re.IGNORECASE | re.VERBOSE,
)
_SIGNED = re.compile(
    r"\bondertekend\b|\bgetekend\b|\bsigned\b|\bondertekende\b|heeft\s+.{0,30}ondertekend|signature\s+(?:date|time)|tekende\b",
    re.IGNORECASE,
)
_NOT_SIGNED = re.compile(
    r"(?:nog\s+)?niet\s+(?:\w+\s+)?(?:onder)?getekend|niet\s+ondertekend|not\s+(?:yet\s+)?signed|unsigned|geweigerd|weigerde|declined|rejected|afgewezen|afgekeurd|ondertekening\s+geweigerd|signature\s+pending|verlopen|expired|geannuleerd|cancelled|canceled|voided|wacht\s+op|in\s+afwachting|awaiting|pending|waiting\s+for",
    re.IGNORECASE | re.MULTILINE,
)
_MOMENT = re.compile(
    r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}-\d{2}-\d{2}|\b\d{1,2}\s+[a-z]{3,9}\.?\s+\d{4}|\b[A-Z][a-z]{2,8}\s+\d{1,2},\s+\d{4}",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,20}){1,3}")
_HEADING = re.compile(
    r"^\W*(?:ondertekenaars?|signers?(?:\s+events)?|handtekening|signature|timestamp|naam|name|status|rol|role|e-?mail)\b[^@\d]{0,40}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class AuditPage:
    """A page of a signing service. Offsets are those of the running text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What such a page says about one signer. `signed` None: it does not tell."""

    names: tuple[str, ...]
    emails: tuple[str, ...]
    roles: str
    signed: bool | None
    place: Place

    def is_person(self, name: str) -> bool:
        return any(person_fits(name, printed) for printed in self.names)

    def is_for(self, organisation: str) -> bool:
        return any(organisation_fits(organisation, printed) for printed in self.names) or any(
            domain_fits(organisation, email) for email in self.emails
        )


def audit_pages(running: Running) -> tuple[AuditPage, ...]:
    """The pages that are a signing service's; its further pages follow the one with the title."""
    pages: list[AuditPage] = []
    for number, start, end in pages_of(running):
        text = running.text[start:end]
        traces = len({m.group().lower() for m in _TRACES.finditer(text)})
        title = _TITLE.search(text[:600])
        if (title and traces >= 2 and (_SIGNED.search(text) or _NOT_SIGNED.search(text))) or (
            pages
            and pages[-1].number == number - 1
            and traces >= 4
            and _SIGNED.search(text)
            and not re.search(r"artikel\s+\d|ondergetekenden", text, re.IGNORECASE)
        ):
            pages.append(AuditPage(number=number, start=start, end=end))
    return tuple(pages)


def pages_of(running: Running) -> Iterator[tuple[int, int, int]]:
    """Each page's number, and where it starts and ends in the running text."""
    number = start = end = 0
    for cell in running.cells:
        if cell.page != number:
            if number:
                yield number, start, end
            number, start = cell.page, cell.start
        end = cell.end
    if number:
        yield number, start, end


def entries(running: Running, pages: tuple[AuditPage, ...]) -> tuple[Entry, ...]:
    """One entry per signer named on these pages, with the lines up to the next signer."""
    found: list[Entry] = []
    for page in pages:
        part = running.part(page.start, page.end)
        lines = list(part.lines())
        opens = [n for n, (_, line) in enumerate(lines) if _names(line) or _EMAIL.search(line)]
        groups: list[list[int]] = []
        for n in opens:
            if groups and n - groups[-1][-1] <= 2 and _same_signer([lines[i][1] for i in groups[-1]], lines[n][1]):
                groups[-1].append(n)
            else:
                groups.append([n])
        for index, group in enumerate(groups):
            stop = groups[index + 1][0] if index + 1 < len(groups) else len(lines)
            stop = min(stop, group[-1] + 9)
            words = "\n".join(line for _, line in lines[group[0] : stop])
            at, last = lines[group[0]][0], lines[stop - 1]
            found.append(_entry(part, words, at, last[0] + len(last[1])))
    return tuple(found)


def _same_signer(lines: list[str], below: str) -> bool:
    """A mail address below a name, or a name below it that says the same, belongs to one entry."""
    above = "\n".join(lines)
    if _EMAIL.search(below) and not _EMAIL.search(above):
        return True
    return any(person_fits(a, b) for a in _names(above) for b in _names(below))


_NAME = re.compile(
    r"(?<![\w@.])(?:(?:[A-Z]\.\s?){1,6}|[A-ZÀ-Þ][a-zà-ÿ'-]+\s+(?:[A-Z]\.\s?){0,3})(?:(?:van|der|den|de|het|'t|ten|ter|te|in|op|el|al|ben|von|la|le|du|da|di)\s+){0,3}[A-ZÀ-Þ][\w'À-ÿ]+(?:[-\s](?:(?:van|der|den|de|het|'t|ten|ter|in)\s+){0,3}[A-ZÀ-Þ][\w'À-ÿ]+){0,2}"
)
_NOT_A_NAME = re.compile(
    r"\b(?:envelope|certificate|completion|docusign|signhost|signer|events|signature|timestamp|status|document|adobe|time|zone|security|level|electronic|record|transactie|ondertekenaar|ondertekend|audit|trail|page|pages|sent|viewed|signed|using|ip|address|adres|europe|amsterdam|browser|chrome|verificatie|identificatie|sms|idin|arbeidsovereenkomst|subject|mail|account|authentication|none|time|company|summary|originator|holder)\b",
    re.IGNORECASE,
)


def _names(text: str) -> tuple[str, ...]:
    """Stretches that look like the name of a person or of an organisation; no name goes on in the next line's label."""
    lines = text.split("\n")
    found = [m.group().strip() for line in lines for m in _NAME.finditer(line) if not _NOT_A_NAME.search(m.group())]
    found += [
        m.group().strip()
        for m in re.finditer(r"\b(?:Stichting\s+[A-Z][\w&' ]{2,40}|[A-Z][\w&' ]{2,40}\sB\.?V\.?)(?!\w)", text)
    ]
    return tuple(found)


def _entry(part: Part, words: str, start: int, end: int) -> Entry:
    lines = words.split("\n")
    negative = any(_NOT_SIGNED.search(line) for line in lines)
    positive = any(
        _SIGNED.search(line) and not _NOT_SIGNED.search(line) and _MOMENT.search(" ".join(lines[max(0, n - 1) : n + 2]))
        for n, line in enumerate(lines)
    )
    signed = (None if negative and positive else True) if positive else (False if negative else None)
    return Entry(
        names=_names(words),
        emails=tuple(_EMAIL.findall(words)),
        roles=fold(words),
        signed=signed,
        place=part.place(start, end),
    )
