"""Words by which a client can be recognised: names, citizen service numbers, birth dates, addresses, phone, e-mail.

What is found says by the words around it whose it may be. Pseudonyms (`mevrouw X`, `cliënt A`), years and masked
values are nothing. Whether a name is a member of staff, and an address the provider's own, only the dossier can tell.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dossiercheck.dates import find_dates
from dossiercheck.documents.heads import POSTCODE
from dossiercheck.documents.masks import mask
from dossiercheck.documents.model_organisation import Trace, TraceKind, Whose
from dossiercheck.documents.names_in_text import names_in
from dossiercheck.documents.places import PlainPage
from dossiercheck.documents.whose import whose
from dossiercheck.facts import How, Place
from dossiercheck.patterns import later

EMAIL = later(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w-])")
EMAIL_IN_WORDS = later(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?[(\[]\s?(?:at|apenstaartje)\s?[)\]]\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?![\w-])",
    re.IGNORECASE,
)
PHONE = later(
    r"(?<![\d+-])(?!\d{1,2}[ ./-]{1,3}\d{1,2}[ ./-]{1,3}(?:19|20)\d\d)(?:\+31|0031|\(?0)(?: ?\(0\))?"
    r"[ ./)–-]{0,3}[1-9](?:[ ./)–-]{0,3}\d){8}(?![\d-])"
)
"""As people write one: `06 - 12 34 56 78`, `(079) 123 45 67`; no date with an hour behind it."""
STREET = later(
    r"\b(?:[A-Z][\w.'-]* (?:(?:van|de|der|den|het|'t) ){0,2}){0,3}[A-Z]?[\w'-]*(?:straat|laan|weg|plein"
    r"|kade|dijk|singel|gracht|hof|pad|steeg|park|dreef|plantsoen|erf|markt"
    r"|baan|burg|hoeve|akker|veld|wal|kamp|zijde|oord|donk|horst|hage|rade|stein) \d{1,4}(?: ?[a-zA-Z])?(?![\w.,]?\d)"
    r"|\b(?:Laan|Plein|Weg|Straat|Kade|Singel|Park|Hof|Dreef|Plantsoen)"
    r" (?:(?:van|de|der|den|het|'t|op|aan) ){1,3}(?:[A-Z][\w.'-]* ){1,4}\d{1,4}(?![\w.,]?\d)"
)
_FREE_NUMBERS = later(r"0?8[08]00|0?900|0800")
_NINE = later(r"(?<![\d.,-])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3}|\d{4}[. ]\d{5})(?![.,-]?\d)")
_NINE_OR_EIGHT = later(r"(?<!\d)\d(?:[ .]?\d){7,8}(?![ .]?\d)")
_BSN = later(r"\b(?:BSN|burger\s?service\s?-?nummer|sofi-?\s?nummer)\b[^\d\n]{0,25}$", re.IGNORECASE)
_NO_BSN = later(
    r"\b(?:RSIN|BTW|VAT|OB|KvK|AGB|fiscaal\w*|loonheffing\w*|rekening\w*|IBAN|telefoon|tel|fax)\b[^\d\n]{0,25}$",
    re.IGNORECASE,
)
_SOME_NUMBER = later(
    r"\b(?:dossier|zaak|referentie|kenmerk|beschikking|indicatie|declaratie|polis|registratie|order|factuur|cli[eë]nt)-?\s?(?:nummer|nr\.?|code|id)?\b[\s.:#]{0,4}$",
    re.IGNORECASE,
)
_BIRTH = later(
    r"\b(?:geboortedatum|geboortedag|geb\.?\s?-?(?:datum|dat\.?)?|geboren(?:\s+op)?|date\s+of\s+birth|birth\s?date)[^\d\n]{0,12}$",
    re.IGNORECASE,
)
_MONTHS = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?"
    r"|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_BORN_OTHERWISE = later(
    r"\b(?:geboortedatum|geboortedag|geb\.?\s?-?(?:datum|dat\.?)?|geboren(?:\s+op)?)[^\d\n]{0,6}?"
    rf"(?P<x>\d{{1,2}}(?:\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?|\s?{_MONTHS}\.?\s?)'?\d{{2}}(?![\d-])"
    rf"|(?:de\s+)?(?:\d{{1,2}}|[a-zë]{{3,20}})\s+{_MONTHS}\s+(?:(?:negentien|twee\s?duizend)[a-zë]*|(?:19|20)\d\d))",
    re.IGNORECASE,
)
"""With two digits for the year, or with day or year in words."""
_BORN_IN_PARTS = later(
    r"\b(?:geboortejaar|jaar\s+van\s+geboorte|geboren\s+in|geboren|geb\.?)[\s:]{0,4}(?:19|20)\d\d\b[\s,;(]{0,4}(?:op\s+|dag\s*:?\s*|datum\s*:?\s*)?"
    rf"(?P<x>\d{{1,2}}\s?(?:{_MONTHS}\b|[-/.]\s?\d{{1,2}}(?!\d)))"
    rf"|\b(?:geboortedag|geboren(?:\s+op)?|geboortedatum)[\s:]{{0,4}}(?P<y>\d{{1,2}}\s?{_MONTHS})[\s,;(]{{1,4}}(?:geboorte)?(?:jaar\s*:?\s*)?(?:in\s+)?(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""Year and day apart: `Geboortejaar 1962, 3 maart`."""
_BIRTHDAY = later(
    rf"\b(?:verjaardag|verjaart|jarig|geboortedag|geboren)\b[^\d\n]{{0,18}}(?P<x>\d{{1,2}}\s?(?:{_MONTHS}\b|[-/]\d{{1,2}}(?![\d/-])))"
    r"(?!\.?\s*(?:19|20)\d\d)",
    re.IGNORECASE,
)
"""The day without the year: with an age beside it that is as good; perhaps."""
_NAME_INITIALS = later(
    r"(?<![^\W_])(?P<x>[A-Za-z](?:\.[A-Za-z]){1,4}\.?(?:\s?(?:v|d|van|de|der|den|vd)\.?\s?)*(?:[A-Z]\.?)?"
    r"|[A-Z]{2,3}|[A-Z](?:v|d|vd|vdb|t)[A-Z]|[A-Z](?:[ _-][A-Z]){1,3})(?![^\W_])"
)
_ABBREVIATIONS = (
    "BGI BGG BG BI BV NV VOF CV UA ZZP WMO WLZ ZVW ZIN PGB PDC PDF DOC DOCX ZIP ISO HKZ KVK VOG DUO AVG RIE BHV GGZ LVB"
    " NAH ASS PTSS ADHD ADL IBAN BSN NAW PB CP CLI ZL ZP OP BP TB WZ II III IV VI VII NL EN DEF OK JA NR CL MDO OGGZ"
    " HH VVT GB GBA BRP IN UIT QA HR TP OA IZ ZOZ"
)
_NO_INITIALS = frozenset(_ABBREVIATIONS.split())
_MOST = 400

Locate = Callable[[int, int], Place]


def traces_on(file: str, page: PlainPage) -> Iterator[Trace]:
    """What is found on a page that can be seen."""

    def locate(start: int, end: int) -> Place:
        return page.words(start, end).place(file, show=False)

    yield from _traces(page.text, locate, "text")


def traces_in(file: str, text: str, where: str, page: int | None = None) -> Iterator[Trace]:
    """What is found in hidden text, comments, properties or a name of a file."""
    how = How.FILE_NAME if where == "file_name" else How.TEXT
    yield from _traces(text, lambda start, end: Place(file=file, page=page, how=how), where)


def contact_data(text: str) -> tuple[str, ...]:
    """Postcodes, streets with number, phone numbers and mail addresses in a text, in the form of `contact_key`."""
    kinds = (
        (POSTCODE, TraceKind.ADDRESS),
        (STREET, TraceKind.ADDRESS),
        (PHONE, TraceKind.PHONE),
        (EMAIL, TraceKind.EMAIL),
    )
    return tuple(dict.fromkeys(contact_key(kind, m.group()) for pattern, kind in kinds for m in pattern.finditer(text)))


def contact_key(kind: TraceKind, value: str) -> str:
    """What is compared of an address, phone number or mail address."""
    return (
        digits_of(value)
        if kind is TraceKind.PHONE
        else re.sub(r"[\s.-]" if kind is TraceKind.ADDRESS else r"\s", "", value).lower()
    )


def digits_of(phone: str) -> str:
    """A phone number as digits, in its national form."""
    return re.sub(r"^(?:0031|31)0?", "0", re.sub(r"\D", "", phone))


def is_bsn(digits: str) -> bool:
    """The eleven-test: nine times the first digit, eight times the second, …, less the last, is divisible by 11."""
    padded = digits.zfill(9)
    if len(padded) != 9 or not padded.isdigit() or len(set(padded)) == 1:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(padded, weights, strict=True)) % 11 == 0


def _traces(text: str, locate: Locate, where: str) -> Iterator[Trace]:
    found = (
        *_numbers(text, locate),
        *_births(text, locate),
        *_births_in_parts(text, locate),
        *_contacts(text, locate),
        *names_in(text, locate, where),
    )
    for trace in found[:_MOST]:
        yield replace(trace, where=where)


def _trace(kind: TraceKind, text: str, span: tuple[int, int], locate: Locate, *, sure: bool = True) -> Trace:
    value = text[slice(*span)]
    return Trace(
        kind=kind,
        value=value,
        masked=mask(kind, value),
        whose=whose(text, *span),
        place=locate(*span),
        sure=sure,
    )


def _numbers(text: str, locate: Locate) -> Iterator[Trace]:
    for match in _NINE_OR_EIGHT.finditer(text):
        before = text[max(0, match.start() - 45) : match.start()]
        digits = re.sub(r"\D", "", match.group())
        if _BSN.search(before):
            found = _trace(TraceKind.BSN, text, match.span(), locate, sure=is_bsn(digits))
            yield replace(found, whose=Whose.CLIENT)
        elif _is_nine(text, match) and is_bsn(digits) and not _NO_BSN.search(before):
            known_other = bool(_SOME_NUMBER.search(before)) and not before.rstrip().endswith("(")
            found = _trace(TraceKind.BSN, text, match.span(), locate, sure=not known_other)
            yield replace(found, whose=Whose.UNKNOWN if known_other else Whose.CLIENT)


def _is_nine(text: str, match: re.Match[str]) -> bool:
    """Is it written as such numbers are, with nothing that makes it part of a longer one?"""
    nine = _NINE.match(text, match.start())
    return nine is not None and nine.end() == match.end()


def _births(text: str, locate: Locate) -> Iterator[Trace]:
    for hit in find_dates(text):
        if _BIRTH.search(text[max(0, hit.start - 40) : hit.start]):
            found = _trace(TraceKind.BIRTH_DATE, text, (hit.start, hit.end), locate)
            yield found if found.whose is Whose.STAFF else replace(found, whose=Whose.CLIENT)
    for match in _BORN_OTHERWISE.finditer(text):
        found = _trace(TraceKind.BIRTH_DATE, text, match.span("x"), locate)
        yield found if found.whose is Whose.STAFF else replace(found, whose=Whose.CLIENT)


def _births_in_parts(text: str, locate: Locate) -> Iterator[Trace]:
    for pattern, sure in ((_BORN_IN_PARTS, True), (_BIRTHDAY, False)):
        for match in pattern.finditer(text):
            group = "y" if "y" in match.groupdict() and match["y"] else "x"
            found = _trace(TraceKind.BIRTH_DATE, text, match.span(group), locate, sure=sure)
            yield found if found.whose is Whose.STAFF else replace(found, whose=Whose.CLIENT)


def initials_in(file: str) -> Iterator[Trace]:
    """Initials in the name of file or folder (`zorgplan-J.B.pdf`): perhaps a client's, if they mean nothing else."""
    name = "\n".join(file.rpartition(".")[0].split("/")[-2:])
    for match in _NAME_INITIALS.finditer(name):
        letters = re.sub(r"[^A-Za-z]", "", match["x"]).upper()
        if letters not in _NO_INITIALS:
            place = Place(file=file, how=How.FILE_NAME)
            yield Trace(
                kind=TraceKind.NAME,
                value=match["x"],
                masked=f"{match['x'][:1]}***",
                whose=Whose.UNKNOWN,
                place=place,
                where="file_name",
                sure=False,
            )


def _contacts(text: str, locate: Locate) -> Iterator[Trace]:
    for match in EMAIL.finditer(text):
        yield _trace(TraceKind.EMAIL, text, match.span(), locate)
    for match in EMAIL_IN_WORDS.finditer(text):
        yield _trace(TraceKind.EMAIL, text, match.span(), locate)
    for match in PHONE.finditer(text):
        if not _FREE_NUMBERS.match(digits_of(match.group())):
            yield _trace(TraceKind.PHONE, text, match.span(), locate)
    for pattern in (STREET, POSTCODE):
        for match in pattern.finditer(text):
            yield _trace(TraceKind.ADDRESS, text, match.span(), locate)
