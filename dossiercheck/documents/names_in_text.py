"""Names of people in a care plan: behind a label, behind a form of address, with initials, or as first and last name.

Which words are first names, this room does not know: what hangs on that is marked `needs_first_name`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from dossiercheck.documents.masks import mask
from dossiercheck.documents.model_organisation import Trace, TraceKind, Whose
from dossiercheck.documents.whose import whose
from dossiercheck.facts import Place
from dossiercheck.patterns import later

Locate = Callable[[int, int], Place]

_UP = r"[A-ZÀ-ÖØ-ÞŞĞİÇŁŚŻČŠŽ]"
_PREFIX = (
    r"(?:[Vv]an(?:\s+(?:de[rn]?|het|'t))?|[Dd]e[rn]?|[Hh]et|'[ts]|[Tt]e[rn]?|[Ii]n\s+'t|[Oo]p\s+(?:de|'t)|[Uu]it\s+den?|[Ee]l|[Aa]l|[Bb]en|[Ll]a|[Ll]e"
    r"|[Dd]i|[Dd]a|[Dd]os|[Vv]on|[Zz]u)"
)
_SURNAME = rf"(?:{_PREFIX}(?:\s+|-))*{_UP}[\w'’]{{2,}}(?:\s?-\s?(?:{_PREFIX}\s+)*{_UP}[\w'’]{{2,}})?"
_INITIALS = rf"(?:{_UP}[a-z]?\.\s?){{1,5}}"
_FIRST = rf"{_UP}[a-zà-öø-ÿşğıçłśżčšž]{{1,}}(?:-{_UP}[a-z]+)?"
_TITLE = r"(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Dd]e\s+[Hh]eer|[Dd]hr\.?|[Mm]eneer|[Mm]ej\.?|[Mm]ijnheer)"

_LABEL = later(
    r"(?:^|(?<=\n)|(?<=  )|(?<=[|;]\s))(?P<label>(?:volledige\s+)?(?:naam|achternaam|geslachtsnaam"
    r"|meisjesnaam|voorna(?:men|am)(?:\(en\))?|roepnaam)"
    r"(?:\s*(?:van\s+)?(?:de\s+)?(?:cli[eë]nt|deelnemer|bewoner|zorgvrager|inwoner))?"
    r"|cli[eë]nt(?:naam)?|deelnemer|bewoner|zorgvrager|contactpersoon|mantelzorger|(?:wettelijk\s+)?vertegenwoordiger|partner|eerste\s+contactpersoon)"
    r"(?:\s*:[ \t]*|[ ]{2,})(?P<value>[^\n]{1,90})",
    re.IGNORECASE,
)
_ONE_WORD = later(r"achternaam|geslachtsnaam|meisjesnaam|voorna|roepnaam", re.IGNORECASE)
_NAME = later(rf"(?:{_TITLE}\s+)?(?:{_INITIALS}|(?:{_FIRST}\s+)+)?{_SURNAME}")
_ONLY_INITIALS = later(r"(?:[A-Z]\.?\s?){2,4}(?:(?:van|de|der|den|v|d)\.?\s?){0,2}(?:[A-Z]\.?)?")
_TITLED = later(rf"\b{_TITLE}\s+(?P<x>(?:{_INITIALS}\s*)?{_SURNAME})")
_TITLED_SHORT = later(rf"\b{_TITLE}\s+(?P<x>(?:{_PREFIX}\s+)+{_UP})(?![\w'’])")
"""`mevrouw de V.`: a surname cut short, by which she may be known; `mevrouw X` is a pseudonym."""
_REVERSED = later(
    rf"(?<![\w.])(?P<x>{_UP}[\w'’-]{{2,}}(?:[ ](?i:van|den|der|de|het|ten|ter|te)){{0,2}}"
    rf",[ ]?(?:{_UP}\.[ ]?){{1,5}})(?!\w)"
)
"""`VRIES DE, J.`: as lists print names."""
_WITH_INITIALS = later(rf"(?<![\w.])(?P<x>{_INITIALS}\s*{_SURNAME})")
_OF_A_ROLE = later(
    rf"\b(?:[Hh]uisarts|[Cc]asemanager|[Cc]onsulent|[Pp]sychiater|[Pp]sycholoog|[Ww]ijkverpleegkundige|[Bb]ewindvoerder|[Mm]entor|[Cc]urator|[Tt]andarts|[Ss]pecialist|[Dd]rs?\.?"
    rf"|[Bb]uurvrouw|[Bb]uurman|[Dd]ochter|[Zz]oon|[Pp]artner|[Zz]us|[Bb]roer)\s+(?:[Dd]rs?\.?\s+|{_TITLE}\s+)?(?P<x>(?:{_INITIALS}\s*)?{_SURNAME})"
)
_PROFESSIONAL = later(
    r"\b(?:huisarts|casemanager|consulent|psychiater|psycholoog|wijkverpleegkundige|bewindvoerder|mentor|curator|tandarts|specialist|dokter|dr|arts|gemeente|advocaat|maatschappelijk\s+werk\w*"
    r"|fysiotherapeut)\b[^\n.;]{0,25}$",
    re.IGNORECASE,
)
_FULL = later(rf"(?<![\w.])(?P<x>(?P<first>{_FIRST})\s+(?:{_FIRST}\s+)?{_SURNAME})")
_ALONE = later(rf"(?<=[a-zë,;:)]\s)(?P<x>{_FIRST})(?![\w-])")
_DOES = later(r"\s+(?:woont|heeft|is|wil|kan|gaat|komt|oefent|werkt|krijgt|vindt|doet|leert|houdt|voelt|was|had)\b")
"""What a person does: two words with capitals before it are a name, whether or not the first is a known one."""
_NO_PERSON = later(
    r"(?:\b(?:het|de|een|naar|in|te|door|gemeente|stichting|team)\s+$)|^(?:den|het|de|een|dit|deze|die|er|ook|zo|sint|rode|wet|team|stichting|gemeente|de)\b",
    re.IGNORECASE,
)
_NOBODY = later(
    r"\b(?:cli[eë]nt\w*|deelnemer|bewoner|zorgvrager|anoniem|geanonimiseerd|gefingeerd\w*|fictie\w*|onbekend|bekend|niet|zie|n\.?v\.?t|geen|voorbeeld|naam|code|nummer|N\.?N|pseudoniem|begeleiding|dagbesteding|product\w*"
    r"|individueel|groep|zorg\w*|ondersteuning\w*|gemeente|organisatie|wmo|stichting|huisarts|dochter|zoon|doel\w*|datum|status)\b|\*{2,}|[xX]{2,}|\[|_{2,}|\.{3}|…",
    re.IGNORECASE,
)


def names_in(text: str, locate: Locate, where: str) -> Iterator[Trace]:
    """Every name once: what a label says first, then forms of address, initials, and words that may be a name."""
    taken: list[tuple[int, int]] = []
    for found, span in (
        *_labelled(text, locate),
        *_in_prose(text, locate),
        *_in_other_forms(text, locate),
        *_candidates(text, locate, where),
    ):
        if found.needs_first_name or not any(start < span[1] and span[0] < end for start, end in taken):
            if not found.needs_first_name:
                taken.append(span)
            yield found


Found = tuple[Trace, tuple[int, int]]


def _found(
    text: str, span: tuple[int, int], locate: Locate, of: Whose, *, sure: bool = True, hangs: bool = False
) -> Found:
    value = text[slice(*span)]
    trace = Trace(
        kind=TraceKind.NAME,
        value=value,
        masked=mask(TraceKind.NAME, value),
        whose=of,
        place=locate(*span),
        sure=sure,
        needs_first_name=hangs,
    )
    return trace, span


def _labelled(text: str, locate: Locate) -> Iterator[Found]:
    """`Naam cliënt: …`: a name is the client's unless the line or heading says that it is a member of staff's."""
    for match in _LABEL.finditer(text):
        at = match.start("value")
        for part in re.finditer(r"[^,;|(]+", match["value"].split("  ")[0]):
            words = part.group().strip()
            start = at + part.start() + len(part.group()) - len(part.group().lstrip())
            span = (start, start + len(words))
            if not words or _NOBODY.search(words):
                continue
            of = Whose.STAFF if _staff_near(text, match.start(), at) else Whose.CLIENT
            if _NAME.fullmatch(words) and (" " in words or "." in words or _ONE_WORD.search(match["label"])):
                yield _found(text, span, locate, of)
            elif _ONLY_INITIALS.fullmatch(words) and len(set(re.findall("[A-Z]", words))) > 1:
                yield _found(text, span, locate, of, sure=False)


def _staff_near(text: str, label: int, value: int) -> bool:
    return whose(text, value, value) is Whose.STAFF or whose(text, label, label) is Whose.STAFF


def _in_prose(text: str, locate: Locate) -> Iterator[Found]:
    for pattern in (_TITLED, _OF_A_ROLE, _WITH_INITIALS):
        for match in pattern.finditer(text):
            span = match.span("x")
            if _NOBODY.search(match["x"]):
                continue
            of = whose(text, *span)
            professional = bool(_PROFESSIONAL.search(text[max(0, match.start() - 45) : span[0]]))
            if of is not Whose.STAFF:
                client = pattern is _TITLED and not professional
                of = Whose.CLIENT if client or (of is Whose.CLIENT and not professional) else Whose.UNKNOWN
            yield _found(text, span, locate, of)


def _in_other_forms(text: str, locate: Locate) -> Iterator[Found]:
    """A surname cut short behind a form of address, and surnames before initials: perhaps a name."""
    for pattern in (_TITLED_SHORT, _REVERSED):
        for match in pattern.finditer(text):
            of = whose(text, *match.span("x"))
            if of is not Whose.STAFF and not _NOBODY.search(match["x"]):
                yield _found(text, match.span("x"), locate, Whose.UNKNOWN, sure=False)


def _candidates(text: str, locate: Locate, where: str) -> Iterator[Found]:
    """First and last name, or a first name within a sentence."""
    for match in _FULL.finditer(text):
        if not _NOBODY.search(match["x"]) and "\n" not in match["x"]:
            of = whose(text, *match.span("x"))
            of = Whose.UNKNOWN if where == "author" and of is Whose.CLIENT else of
            of = Whose.CLIENT if of is Whose.UNKNOWN and where != "author" else of
            acts = where == "text" and _DOES.match(text, match.end()) is not None
            before = text[max(0, match.start() - 12) : match.start()]
            if acts and not _NO_PERSON.search(before) and not _NO_PERSON.match(match["x"]):
                yield _found(text, match.span("x"), locate, Whose.UNKNOWN if of is Whose.CLIENT else of, sure=False)
            yield _found(text, match.span("x"), locate, of, hangs=True)
    for match in _ALONE.finditer(text):
        trace, span = _found(text, match.span("x"), locate, whose(text, *match.span("x")), sure=False, hangs=True)
        yield (trace if trace.whose is Whose.STAFF else replace(trace, whose=Whose.UNKNOWN)), span
