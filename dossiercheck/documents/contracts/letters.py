"""To whom a letter is written, and by which organisation."""

import re

from dossiercheck.documents.contracts.running import Part
from dossiercheck.documents.contracts.words import LEGAL_FORM, ORGANISATION, is_organisation, is_person, without_address
from dossiercheck.facts import Fact

_SALUTATION = re.compile(r"^\s*(?:Geachte|Beste|Dear|Hoi|Hallo|Dag)\s+(?P<name>[^\n,]{2,60})", re.MULTILINE)
_POSTCODE = re.compile(r"\b\d{4}\s?[A-Z]{2}\b")
_CLOSING = re.compile(
    r"(?:met\s+vriendelijke\s+groet\w*|hoogachtend|namens|kind\s+regards|yours\s+sincerely)\s*,?\s*(?:namens\s+)?",
    re.IGNORECASE,
)


def letter_parties(part: Part) -> tuple[Fact[str] | None, Fact[str] | None]:
    """The addressee above the salutation, and the sender below the greeting or in the letterhead."""
    salutation = _SALUTATION.search(part.text)
    if salutation is None:
        return None, None
    return _addressee(part, salutation), _sender(part, salutation)


def writer(part: Part) -> Fact[str] | None:
    """The person whose name stands below the greeting at the end of a letter."""
    for closing in _CLOSING.finditer(part.text):
        for at, line in part.part(closing.end(), min(len(part.text), closing.end() + 120)).lines():
            name = without_address(line.strip())
            if is_person(name):
                start = closing.end() + at
                return Fact(value=name, place=part.place(start, start + len(line)))
    return None


def _addressee(part: Part, salutation: re.Match[str]) -> Fact[str] | None:
    lines = [(at, line) for at, line in part.lines() if at < salutation.start()]
    last = re.sub(r"\W", "", salutation["name"].split()[-1].lower())
    for number, (at, line) in reversed(list(enumerate(lines))):
        below = " ".join(words for _, words in lines[number + 1 : number + 4])
        bare = re.sub(r"^\W*(?:aan\s*:?\s*)", "", line.strip(), flags=re.IGNORECASE)
        name = without_address(bare)
        greeted = last and last in re.sub(r"\W", "", name.lower())
        initial = name != bare.strip(" \t,;:.-\"'*") and name[:1] == salutation["name"].strip()[:1]
        initial = initial and re.fullmatch(r"[A-ZÀ-Þ][\w-]+", salutation["name"].strip()) is not None
        addressed = name != bare.strip(" \t,;:.-\"'*") and _POSTCODE.search(below)
        if is_person(name) and (greeted or addressed or initial):
            shift = line.find(name[:6]) if name[:6] in line else 0
            return Fact(value=name, place=part.place(at + shift, at + len(line)))
    return _full_name(part, salutation)


_PREFIX = r"(?:van|der|den|de|het|'t|ten|ter|te|in|op|el|al|von|la|le|du|da|di)"


def _full_name(part: Part, salutation: re.Match[str]) -> Fact[str] | None:
    name = without_address(part.words(*salutation.span("name")))
    if re.fullmatch(rf"(?:{_PREFIX}\s+)+\w+", name, re.IGNORECASE):
        initials = r"(?:[A-ZÀ-Þ][a-z]?\.\s?){1,6}"
        fuller = list(re.finditer(rf"{initials}(?i:{re.escape(name)})\b", part.text[salutation.end() :]))
        if len({m.group().lower() for m in fuller}) != 1:
            return None
        start = salutation.end() + fuller[0].start()
        end = start + len(fuller[0].group())
        return Fact(value=part.words(start, end), place=part.place(start, end))
    return Fact(value=name, place=part.place(*salutation.span("name"))) if is_person(name) else None


def _sender(part: Part, salutation: re.Match[str]) -> Fact[str] | None:
    closings = list(_CLOSING.finditer(part.text, salutation.end()))
    for closing in closings:
        for at, line in part.part(closing.end(), min(len(part.text), closing.end() + 160)).lines():
            if LEGAL_FORM.search(line):
                return _organisation(part, closing.end() + at, line)
    for at, line in part.lines():
        if at > salutation.start():
            break
        if LEGAL_FORM.search(line) or (ORGANISATION.search(line) and at < 80 and not _POSTCODE.search(line)):
            return _organisation(part, at, line)
    return None


def _organisation(part: Part, at: int, line: str) -> Fact[str] | None:
    stop = re.search(r"\s{2,}(?=\S)|[,;|]|\s-\s", line.strip())
    lead = len(line) - len(line.lstrip())
    end = lead + (stop.start() if stop else len(line.strip()))
    name = without_address(part.words(at + lead, at + end))
    return Fact(value=name, place=part.place(at + lead, at + end)) if is_organisation(name) else None
