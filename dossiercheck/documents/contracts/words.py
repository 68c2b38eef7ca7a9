"""The words that contracts use for the two parties, and what stands around names."""

import re

EMPLOYEE_WORDS = (
    r"leerling-?werkne(?:mer|emster)|werkne(?:mer|emster)|(?:de\s+)?medewerk(?:er|ster)|oproepkracht|arbeidskracht|opdrachtnem(?:er|ster)|zzp'?er"
    r"|zelfstandige|freelancer|uitzendkracht|flexkracht|flexwerker|gedetacheerde|stagiaire?|student(?:e)?|bbl'?er"
    r"|leerling|deelne(?:mer|emster)|vrijwillig(?:er|ster)|ingehuurde(?:\s+(?:zelfstandige|medewerk(?:er|ster)|kracht))?|externe"
    r"|zorgprofessional|professional|kandidaat"
    r"|employee|contractor|intern|trainee|volunteer|worker"
)
EMPLOYER_WORDS = (
    r"(?:payroll)?werkge(?:ver|efster)|opdrachtge(?:ver|efster)|inhuurder|(?:in|uit)lenende\s+(?:organisatie|partij|instelling)"
    r"|inhurende\s+(?:organisatie|partij|instelling)|uitzend(?:onderneming|bureau)|inlener"
    r"|uitlener|leverancier|bemiddelaar|detacheerder"
    r"|detacheringsbureau|leerbedrijf|praktijkbiedende\s+organisatie|stagebieder|stageverlener"
    r"|stagegever|stagebedrijf"
    r"|stage-?organisatie|stage-?instelling|praktijkleerplaats|(?:vrijwilligers)?organisatie"
    r"|zorgaanbieder|zorgorganisatie"
    r"|vereniging|stichting|instelling|onderneming|bedrijf|employer|client|company|organi[sz]ation|agency"
)
SCHOOL_WORDS = (
    r"onderwijsinstelling|school|opleiding(?:sinstituut)?|hogeschool|universiteit|instituut|roc"
    r"|educational\s+institution"
)

FORM_OF_ADDRESS = re.compile(
    r"""^(?:(?:(?:de\s+)?heer\s*/\s*mevrouw|de\s+heer\s+en\s+mevrouw|de\s?heer|dhr\.?\s*/\s*m(?:evr|w)\.?|dhr\.?|heer
    |mevrouw|mevr\.?|mw\.?|mej\.?|mister|drs\.?|ing\.|ir\.|dr\.|mr\.|prof\.|dhr\.?|mr\s(?=[A-Z][a-z])|mrs\.?
    |ms\.?|miss
    |(?:de\s+)?(?:besloten\s+)?vennootschap\s+met\s+beperkte\s+aansprakelijkheid|de\s+besloten\s+vennootschap
    |de\s+(?-i:stichting|vereniging|coöperatie|maatschap|eenmanszaak|firma|zorgaanbieder))(?=[\s,])\s*,?\s*)+""",
    re.IGNORECASE | re.VERBOSE,
)

ORGANISATION = re.compile(
    r"\b(?:stichting|vereniging|co[oö]peratie|co[oö]p\.|maatschap|vennootschap|eenmanszaak|zorggroep"
    r"|gemeente|bureau|groep"
    r"|b\.\s?v\.?|bv|n\.\s?v\.?|nv|v\.\s?o\.\s?f\.?|vof|u\.?a\.?|c\.v\.|ltd|limited|foundation"
    r"|holding|college|hogeschool"
    r"|roc|universiteit|zorg|thuiszorg|begeleiding|welzijn)(?![\w])",
    re.IGNORECASE,
)
LEGAL_FORM = re.compile(
    r"\b(?:stichting|vereniging|co[oö]peratie|maatschap|zorggroep|gemeente|b\.\s?v\.?|bv|n\.\s?v\.?"
    r"|v\.\s?o\.\s?f\.?|vof"
    r"|ltd|foundation|holding)(?![\w])",
    re.IGNORECASE,
)

_NO_NAME = re.compile(
    r"\b(?:zorg\w+|\w*praktijk|coaching|begeleiding|thuiszorg|advies|consult\w*|eenmanszaak|bureau"
    r"|support|artikel|overeenkomst|contract|functie|datum|adres|naam|geboorte\w*|ondergetekende\w*"
    r"|partij(?:en)?|handtekening|vertegenwoordig\w*|represented|door"
    r"|detacheert|medewerker|werknemer"
    r"|plaats|per|met|ingang|verklaren|dienst|salaris|uur|week|hierna|hierbij|geachte|beste|akkoord|namens|telefoon"
    r"|e-?mail|werkzaamheden|bedraagt|verricht\w*|heeft|zal|wordt|treedt|dient|recht|kvk|bsn|pagina|page|straat"
    r"|the|of|and|shall|will|agreement|date|name|signature|tweevoud|voor|zijde|is|niet|deze|dit|dat)\b",
    re.IGNORECASE,
)
_BLANK = re.compile(r"_{2,}|\.{4,}|…|[\[\]<>{}«»@]|x{3,}", re.IGNORECASE)


def without_address(name: str) -> str:
    """The name without `de heer`, `mevrouw`, `de besloten vennootschap` and the like; otherwise as printed."""
    return FORM_OF_ADDRESS.sub("", name.strip()).strip(" \t,;:.-\"'*") + _closing_dot(name)


def _closing_dot(name: str) -> str:
    return "." if re.search(r"(?:\b[A-Za-z]\.)+$", name.strip(" ,;:\"'*-")) else ""


def is_person(name: str) -> bool:
    """It can be the name of a person: letters and capitals, few words, none of those that contracts are made of."""
    if not 3 <= len(name) <= 80 or _BLANK.search(name) or re.search(r"[\d:]", name) or LEGAL_FORM.search(name):
        return False
    words = name.replace(",", " ").split()
    bare = [re.sub(r"^(?:[dltDLT]|[dD]e)'(?=[A-ZÀ-Þ])", "", w) for w in words]
    if not 2 <= len(words) <= 10 or not any(w[:1].isupper() and len(w.strip(".")) > 1 for w in bare):
        return False
    roles = re.fullmatch(rf"(?:de\s+)?(?:{EMPLOYEE_WORDS}|{EMPLOYER_WORDS})", name, re.IGNORECASE)
    return roles is None and _NO_NAME.search(_WITH_PREFIX.sub(r"\1", name)) is None


_WITH_PREFIX = re.compile(
    r"^([A-ZÀ-Þ][\w.'-]*\s(?:\S+\s){0,4}?)(?:(?:van|der|den|de|ter|te|ten)\s){1,2}[A-ZÀ-Þ][\w'-]+$"
)
"""A surname behind a first name and a prefix may be any word: `Gijs de Plaats`, `S. van Zorgvliet`."""


def is_organisation(name: str) -> bool:
    """It can be the name of an organisation."""
    if not 2 <= len(name) <= 100 or _BLANK.search(name) or not re.search(r"[A-ZÀ-Þ0-9]", name):
        return False
    if re.match(r"(?:op|per)\s+\d", name.lower()):
        return False
    bare = re.sub(r"^(?:de|het)\s+", "", name.lower())
    if re.fullmatch(rf"(?:{EMPLOYEE_WORDS}|{EMPLOYER_WORDS}|{SCHOOL_WORDS})", bare):
        return False
    return (
        len(name.split()) <= 12
        and re.search(r"\b(?:artikel|hierna|overeenkomst|geachte|datum|treedt|wordt|vanaf|contract)\b", name.lower())
        is None
    )


LENDER = re.compile(
    r"uitlen(?:er|ende)|leverancier|payrollwerkgever|detacheerder|detacheringsbureau|uitzendonderneming|uitzendbureau|agency",
    re.IGNORECASE,
)
"""Who has the person in service, where another hires that person."""
BORROWER = re.compile(r"inlen(?:er|ende)|inhuurder|inhurende|opdrachtgever|client|company", re.IGNORECASE)
