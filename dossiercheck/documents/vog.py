"""A VOG (Verklaring Omtrent het Gedrag) of a natural person: holder, date, profiles, function, form.

The profiles are read from the profile line of page 1 alone: page 2 of the digital form prints the legend of all codes.
What only the government's validation service can tell (is it genuine?) is not said here.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.labels import LabelSet, read_labels
from dossiercheck.documents.model import Kind, Vog, several_papers
from dossiercheck.documents.places import PlainPage, Words, birth_fact, fact, plain_pages, view
from dossiercheck.documents.profiles import find_profiles
from dossiercheck.documents.prose import Dated, births, dates_in, days_of, legible, named_person, one, one_date
from dossiercheck.documents.scans import holds_two_vogs
from dossiercheck.documents.vog_form import DIGITAL_PURPOSE, form_of, oddities
from dossiercheck.facts import SURE, Fact, How
from dossiercheck.findings import FactView
from dossiercheck.readers.content import PdfContent

_TITLE_ALONE = re.compile(
    r"\W*(?:(?:betreft|onderwerp)\W+)?verklaring\s*omtrent\s*(?:het\s*)?gedrag\W*(?:\(?VOG(?:\s?NP)?\)?\W*)?"
    r"(?:(?:voor|van|betreffende)\s)?(?:(?:een\s)?natuurlijke?\s+perso(?:on|nen)|NP)?\W*$",
    re.IGNORECASE,
)
_TITLE_SPOILT = re.compile(r"\W*(?i:verklaring\s*omtrent\s*(?:het\s*)?gedrag)[^a-z]{0,24}$")
"""On a scan, with what a stamp over its end left of it: capitals."""
_TITLE_LINES = 14
_UNSURE = 0.6
_MOST_PAGES = 20
"""Pages that are looked at for a second VOG, of somebody else."""
_OTHER_HEAD = re.compile(
    r"rechtspersonen|\bVOG\s*RP\b|gedragsverklaring|\baanvraagformulier|\baanvragen\b|^(?:van|from)\s*:.*@",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_BODY = re.compile(
    r"in\s+behandeling\s+genomen|\baanvraag\s+(?:is\s+|hebben\s+wij\s+)?ontvangen|\bbetaalbewijs|\btransactienummer"
    r"|\bvoornemen\s+(?:tot|om)\b|\bbesloten\s+de\s+vog\s+te\s+weigeren|\bzienswijze\b|(?<!n[ií][eéèêë]t)\s+is\s+gebleken\s+van\s+bezwaren"
    r"|\b(?:vog|verklaring)\b[^.]{0,60}\b(?:niet\s+(?:(?:te|af\s+te|kan|kunnen|wordt|worden)\s+)?(?:geven|afgeven|afgegeven"
    r"|verstrek\w+|verlenen|verleend)|weiger(?:en|t|ing)?|geweigerd|ingetrokken|afgewezen)\b"
    r"|\baanvraag\b[^.]{0,60}\b(?:afgewezen|afwijz\w+|geweigerd|weiger(?:en|t)?|wijs\s+ik|buiten\s+behandeling)\b",
    re.IGNORECASE,
)
_LABELS = LabelSet(
    names={
        "date": (r"date", r"datum", r"datum\s+(?:van\s+)?(?:afgifte|uitgifte)", r"afgegeven\s+op", r"afgiftedatum"),
        "reference": (r"our\s+reference", r"ons\s+kenmerk", r"kenmerk"),
        "surname": (r"surname", r"su(?:m|n)ame", r"geslachtsna(?:am|men)", r"achternaam"),
        "prefix": (r"prefix(?:\s+to\s+su\w+)?", r"tussenvoegsel(?:s|\(s\))?", r"voorvoegsel(?:s|\(s\))?"),
        "given": (r"given\s+name(?:s|\(s\))?", r"first\s+names?", r"voorna\(a\)m\(en\)", r"voorna(?:am|men)"),
        "name": (r"naam", r"name", r"naam\s+(?:van\s+de\s+)?(?:betrokkene|aanvrager)"),
        "born": (r"date\s+of\s+birth", r"geboortedatum", r"geboren\s+op"),
        "born_at": (r"place\s+of\s+birth", r"geboorteplaats", r"geboren\s+te"),
        "born_in": (r"country\s+of\s+birth", r"geboorteland", r"nationaliteit"),
        "function": (r"functie", r"function", r"doel(?:\s+van\s+de\s+(?:aanvraag|verklaring|vog))?"),
        "asked": (r"datum\s+(?:van\s+)?(?:de\s+)?(?:aanvraag|ontvangst)", r"aanvraagdatum"),
        "other": (r"(?:uw|your)\s+(?:kenmerk|reference)", r"onderwerp|betreft", r"bijlagen?", r"adres", r"bij"),
    },
    stop=r"(?:hierbij|hiermee|uit\s+de\s+screening)",
    wraps=frozenset({"given"}),
)  # fmt: skip
_PROSE_PURPOSE = re.compile(
    r"\b(?:ten\s+behoeve\s+van|voor|in|betreffende)\s+(?:de|een)\s+functie\s+(?:van\s+|als\s+)?:?\s*(?P<text>[^.;:()]{3,120}?)"
    r"(?=\s*(?:[.;:()]|,|\bbij\b|\bis\b|\bzijn\b|\bheeft\b|\bgeen\b|\ben\s+de\b|$))",
    re.IGNORECASE,
)
_STATED_PURPOSE = re.compile(
    r"(?:\bdoel\b[^\n:.]{0,60}|\b(?:aangevraagd|afgegeven|verleend)\s+voor\s*):\s*(?P<text>[^\n]{3,120})", re.IGNORECASE
)
_EMPLOYER = re.compile(r"\s+bij\s+|\s+(?:te\s+werk|werkzaam)\b", re.IGNORECASE)
_ORGANISATION = re.compile(r"(?:[^\s,;:()]|\s(?!te\s|in\s|is\b|uit\s+de\b|er\s+is\b|heeft\b|zijn\b)){3,80}")
_PERSON = re.compile(
    r"\b(?:de\s+heer|mevrouw|dhr\.?|mw\.?|mevr\.?)\s+(?P<name>[^,;:()\d]{3,80}?)\s*[,;(]?\s+(?=geboren\b|geb\.)",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:afgegeven|afgifte|uitgifte|verleend|verstrekt|opgemaakt|datum)\b[^\n\d]{0,40}$|\bd\.d\.\s*$", re.IGNORECASE
)


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim a VOG of a natural person; None for what is not one (also of an organisation, a form, an e-mail)."""
    pages = plain_pages(content, limit=_MOST_PAGES)
    if not pages:
        return None
    page = pages[0]
    head = "\n".join(line.text for line in page.lines[:_TITLE_LINES])
    if not _is_titled(page) or _OTHER_HEAD.search(head) or _OTHER_BODY.search(page.text):
        return None
    if holds_two_vogs(page.page):
        return _SEVERAL
    vog = _read(file, page, content)
    known = sum(found is not None for found in (vog.holder, vog.issued_on, vog.profiles, vog.born_on))
    if known < 2:
        return None
    others = [_read(file, other, content) for other in pages[1:] if _is_titled(other)]
    if any(other.holder and vog.holder and other.holder.value != vog.holder.value for other in others):
        return _SEVERAL
    confidence = {2: 0.7, 3: 0.9, 4: 0.98}[known]
    return Claim(kind=Kind.VOG, paper=vog, confidence=confidence, facts=_views(vog))


_SEVERAL = Claim(kind=Kind.VOG, paper=several_papers(Kind.VOG), confidence=0.9)


def _is_titled(page: PlainPage) -> bool:
    """The title stands alone near the top (over two lines, it may be); a sentence that speaks of a VOG is no title."""
    lines = [line.text.strip() for line in page.lines[:_TITLE_LINES]]
    cells = [cell.text for line in page.lines[:_TITLE_LINES] for cell in line.cells]
    if page.page.how is How.OCR and any(_TITLE_SPOILT.match(text) for text in lines):
        return True
    return any(_TITLE_ALONE.match(text) for text in (*cells, *lines, *(f"{a} {b}" for a, b in pairwise(lines))))


def _views(vog: Vog) -> tuple[FactView, ...]:
    return (
        view("holder", vog.holder),
        view("born_on", vog.born_on),
        view("issued_on", vog.issued_on),
        view("profiles", vog.profiles),
        view("function", vog.function),
        view("form", vog.form),
        view("reference", vog.reference),
    )


def _read(file: str, page: PlainPage, content: PdfContent) -> Vog:
    labels = read_labels(page.lines, _LABELS)
    issue_date, birth_date = one_date(_issue_dates(page, labels)), one_date(_birth_dates(page, labels))
    issued = fact(file, *issue_date) if issue_date else None
    reference = _reference(file, labels)
    form = form_of(file, page, content, issued)
    profiles = find_profiles(page)
    return Vog(
        holder=_doubted_without_capital(_holder(file, page, labels)),
        born_on=birth_fact(file, birth_date),
        issued_on=issued,
        profiles=fact(file, *profiles) if profiles else None,
        function=_function(file, _purpose(page, labels)),
        organisation=_organisation(file, _purpose(page, labels)),
        form=form,
        reference=reference,
        still_encrypted=content.encrypted,
        suspect=oddities(form, issued, reference),
    )


def _holder(file: str, page: PlainPage, labels: Mapping[str, list[Words]]) -> Fact[str] | None:
    """Given names, prefix, surname: from the labelled fields, else from the sentence that names the person."""
    surname, given, prefix = (one(labels.get(name, [])) for name in ("surname", "given", "prefix"))
    if prefix is None and labels.get("prefix"):
        return None
    if given is None and labels.get("given"):
        return _of_several(file, page, labels["given"], (prefix, surname)) if surname else None
    if surname:
        return _joined(file, page, (given, prefix, surname))
    if labels.get("surname"):
        return None
    surname = one(labels.get("name", []))
    if surname and given and given.text.casefold() not in surname.text.casefold():
        return _joined(file, page, (given, prefix, surname))
    name = one(labels.get("name", [])) or one(_named_in_prose(page))
    return fact(file, name.text.strip(" ,"), name) if name and legible(name.text) else None


def _doubted_without_capital(name: Fact[str] | None) -> Fact[str] | None:
    """Off a scan a surname without a capital was read wrong (`ling` for Illing)."""
    if name is None or name.place.how is not How.OCR or not name.value.split()[-1][0].islower():
        return name
    return replace(name, place=replace(name.place, confidence=min(name.place.confidence, _UNSURE)))


def _joined(file: str, page: PlainPage, names: tuple[Words | None, ...]) -> Fact[str] | None:
    parts = [part for part in names if part and part.text.strip("-. ")]
    whole = Words(page=page, extents=tuple(extent for part in parts for extent in part.extents))
    if not legible(whole.text):
        return None
    return fact(file, whole.text, whole)


def _of_several(file: str, page: PlainPage, given: list[Words], rest: tuple[Words | None, ...]) -> Fact[str] | None:
    """The given names read best (a stamp beside them reads like more of them), in a name that stays unsure."""
    name = _joined(file, page, (max(given, key=lambda words: words.confidence), *rest))
    least = min(words.confidence for words in given)
    return replace(name, place=replace(name.place, confidence=least)) if name and least < SURE else None


def _named_in_prose(page: PlainPage) -> list[Words]:
    found = [page.words(*match.span("name")) for match in _PERSON.finditer(page.text)]
    other = None if found else named_person(page)
    return [other] if other else found


def _purpose(page: PlainPage, labels: Mapping[str, list[Words]]) -> Words | None:
    """What it was asked for: a function, mostly with the organisation where it is."""
    found = list(labels.get("function", []))
    for pattern in (DIGITAL_PURPOSE, _PROSE_PURPOSE, _STATED_PURPOSE):
        if not found:
            found = [page.words(*match.span("text")) for match in pattern.finditer(page.text)]
    return one(found)


def _function(file: str, whole: Words | None) -> Fact[str] | None:
    """The function without the organisation, where one is named with `bij`."""
    if not whole:
        return None
    cut = _EMPLOYER.search(whole.page.text[whole.start : whole.end])
    words = whole.part(0, cut.start()) if cut and len(whole.extents) == 1 else whole
    value = _EMPLOYER.split(words.text)[0].strip(" .,:;\"'")
    return fact(file, value, words) if 2 < len(value) <= 120 else None


def _organisation(file: str, whole: Words | None) -> Fact[str] | None:
    """What follows `bij`, over the end of a line too; in running text the purpose ends before it."""
    if not whole:
        return None
    page, end = whole.page, whole.end
    cut = re.search(r"\bbij\s+", page.text[whole.start : end], re.IGNORECASE)
    begin = whole.start + cut.end() if cut else None
    if begin is None and (beside := re.match(r"\s+bij\s+(?=[A-Z0-9])", page.text[end : end + 20])):
        begin, end = end + beside.end(), len(page.text)
    if begin is None:
        return None
    found = _ORGANISATION.match(page.text, begin, max(end, begin))
    words = page.words(*found.span()) if found else None
    return fact(file, words.text.strip(" .,;"), words) if words and len(words.text.strip(" .,;")) > 2 else None


def _issue_dates(page: PlainPage, labels: Mapping[str, list[Words]]) -> list[Dated]:
    """The printed date: labelled; else said to be the date of issue; else the one date on a line of its own."""
    labelled = [hit for words in labels.get("date", []) for hit in dates_in(words)]
    return labelled or days_of(page, _ISSUED)


def _birth_dates(page: PlainPage, labels: Mapping[str, list[Words]]) -> list[Dated]:
    return [hit for words in labels.get("born", []) for hit in dates_in(words)] or births(page)


def _reference(file: str, labels: Mapping[str, list[Words]]) -> Fact[str] | None:
    words = one(labels.get("reference", []))
    return fact(file, words.text, words) if words and len(words.text) <= 60 else None
