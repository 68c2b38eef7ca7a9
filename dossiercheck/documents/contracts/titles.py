"""What kind of agreement a paper is, by its title first and by the names of its parties second.

A title is a short line that opens a paper (or a further paper in the same file). Words in running prose are no title: a
handbook that speaks of employment contracts is none.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dossiercheck.documents.contracts.running import Part, Running
from dossiercheck.documents.model import ContractKind
from dossiercheck.facts import Fact

FIRST_LINES = 30
"""A title stands among these, below letterhead and address."""


class Section(StrEnum):
    """What a paper in a chain does."""

    CONTRACT = "contract"
    EXTENSION = "extension"
    CONVERSION = "conversion"
    """Into a contract for an indefinite time."""
    CHANGE = "change"
    """Hours, pay or function change; the term does not."""
    OTHER = "other"
    """No contract with a person: an end, a rental, a job description, a receipt."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Title:
    """A title line. `kind` is None where it does not tell (`Overeenkomst`, a letter)."""

    start: int
    end: int
    text: str
    section: Section
    kind: ContractKind | None
    indefinite: bool | None = None
    """True, False: the title says so; None: it does not tell."""
    said: tuple[int, int] | None = None
    """Offsets of the words that tell what the paper does, where they are not the title's own line."""


_OTHER = re.compile(
    r"""aanvraagformulier|\baanvraag\b|huurovereenkomst|huurcontract|verwerkersovereenkomst|data\s+processing|vaststellingsovereenkomst|be[eë]indig
    |\bontslag|\bopzegging|aanzegging|einde\s+(?:van\s+(?:de|uw|je)\s+)?(?:arbeids|dienst|tijdelijk|contract)|reglement
    |functie-?\s?(?:omschrijving|profiel|beschrijving)|job\s+description|loonstrook|salaris(?:specificatie|strook)
    |loonspecificatie|payslip|jaaropgaaf|onderaannem|subcontract|raamovereenkomst|framework\s+agreement
    |samenwerkingsovereenkomst|zorg(?:leverings)?overeenkomst|koopovereenkomst|leaseovereenkomst|gebruikersovereenkomst
    |bruikleen|(?:studiekosten|geheimhoudings|opleidings)(?:overeenkomst|beding|verklaring)|intentieverklaring|handboek
    |personeelsgids|werkgeversverklaring|getuigschrift|sollicitatie|vacature|curriculum|gedragscode|checklist|offerte
    |factuur|polis|verzuim|leaseregeling|procedure\b|protocol|(?:toelichting|informatie|handleiding|brochure|instructie)
    |ondertekenbewijs|ondertekeningsbewijs|transactiebon|certificate\s+of\s+completion|audit\s?trail|\bcao\b
    |arbeidsvoorwaardenregeling|aandeelhouders|pachtovereenkomst|geldlening""",
    re.IGNORECASE | re.VERBOSE,
)
_KINDS: tuple[tuple[ContractKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE | re.VERBOSE))
    for kind, words in (
        (
            ContractKind.VOLUNTEER,
            r"vrijwilligers?\s?-?\s?(?:overeenkomst|contract)|(?:overeenkomst|contract)\s.{0,30}vrijwillig"
            r"|volunteer(?:ing)?\s+(?:agreement|contract)|vrijwilligersafspraken",
        ),
        (
            ContractKind.TRAINEESHIP,
            r"stage\s?-?(?:overeenkomst|contract|afspraken)|praktijk(?:leer)?\s?-?overeenkomst|\bpok\b|\bbpv\b.{0,25}overeenkomst"
            r"|overeenkomst.{0,40}(?:\bbpv\b|beroepspraktijkvorming|\bstage\b)|internship|traineeship|trainee\s+agreement"
            r"|beroepspraktijkvorming",
        ),
        (
            ContractKind.AGENCY,
            r"uitzend\s?-?(?:arbeids)?(?:overeenkomst|contract|bevestiging)|uitzendbeding|uitzendkracht|payroll\s?-?(?:overeenkomst|contract)|temporary\s+agency",
        ),
        (
            ContractKind.SECONDMENT,
            r"detacherings?\s?-?(?:arbeids)?(?:overeenkomst|contract|brief|bevestiging|afspraken)|\bdetachering\b|secondment",
        ),
        (
            ContractKind.HIRE,
            r"\bin-?\s?huur\s?-?(?:overeenkomst|contract|bevestiging)|\binhuur\b|inlee?n\s?-?(?:overeenkomst|contract)"
            r"|inlening|hiring\s+agreement",
        ),
        (
            ContractKind.ASSIGNMENT,
            r"overeenkomst\s*(?:van|tot|van\s+enkelvoudige)\s*opdracht|opdracht\s?-?(?:overeenkomst|bevestiging|contract)"
            r"|modelovereenkomst|management\s?-?overeenkomst|management\s+agreement|freelance|\bzzp|contractor\s+agreement|(?:consultancy|service)s?\s+agreement"
            r"|dienstverleningsovereenkomst|overeenkomst\s+van\s+dienstverlening|independent\s+contractor"
            r"|overeenkomst.{0,30}zelfstandig|assignment\s+agreement|agreement\s+for\s+services",
        ),
        (
            ContractKind.EMPLOYMENT,
            r"arbeids\s?-?\s?(?:overeenkomst|contract)|overeenkomst\s+van\s+arbeid|leer-?\s?/?\s?arbeidsovereenkomst|nul-?\s?uren|\b0-?urencontract"
            r"|oproep\s?-?(?:overeenkomst|contract)|min-?\s?/?\s?max-?\s?(?:overeenkomst|contract)|dienstverband"
            r"|aanstelling|indiensttreding|employment\s+(?:contract|agreement)|contract\s+of\s+employment"
            r"|^\W*(?:jouw|je|uw)\s+contract\s+(?:bij|met)\s|voorovereenkomst|overeenkomst\s+tot\s+het\s+verrichten\s+van\s+arbeid|^\W*contract\s+voor\s+(?:on)?bepaalde\s+(?:tijd|duur)|(?:jaar|vast|tijdelijk)\s?contract|aanstellingsbrief|benoeming",
        ),
    )
)
_PLAIN = re.compile(r"^\W*(?:de\s+|deze\s+)?(?:overeenkomst|contract|agreement)\W*$", re.IGNORECASE)
_EXTENSION = re.compile(
    r"verleng|voortzetting|continu[eë]ring|extension|renewal|tweede\s+contract|vervolg", re.IGNORECASE
)
_CONVERSION = re.compile(r"omzetting|omgezet|conversie|conversion", re.IGNORECASE)
_CHANGE = re.compile(
    r"addendum|wijziging|aanpassing|uitbreiding|amendment|allonge|annex\b|aanvullende\s+(?:overeenkomst|afspraken)",
    re.IGNORECASE,
)
_ONLY_CHANGE = re.compile(
    r"^\W*(?:addendum|allonge|wijzigings(?:overeenkomst|brief|formulier)|aanvullende\s+(?:overeenkomst|afspraken))\b",
    re.IGNORECASE,
)
"""A title of its own, also without naming the contract that it changes."""
_INDEFINITE = re.compile(
    r"\bonbepaalde\s+(?:tijd|duur)|\bindefinite|\bpermanent\b|\bvast\s+(?:contract|dienst)", re.IGNORECASE
)
_DEFINITE = re.compile(r"(?<![()n])\bbepaalde\s+(?:tijd|duur)|fixed[\s-]term|\btijdelijk", re.IGNORECASE)
_LETTER = re.compile(r"^\W*(?:betreft|onderwerp|re|subject|kenmerk|inzake)\s*[:.]?\s", re.IGNORECASE)
_PROSE = re.compile(
    r"\bhierna\b|\bondergetekende|\bverklaren\b|\bkomen\b|\bis\b.*\b(?:niet|van)\b|;\s*$", re.IGNORECASE
)


_PARTIES = re.compile(
    r"ondergetekende|hierna\b[^.]{0,40}\bnoemen|hereinafter|\bgeboren\b|\bgeboortedatum\b", re.IGNORECASE
)
"""Behind a title that stood on an earlier page too: it is no running head, but opens the next contract of a chain."""


def titles(running: Running) -> Iterator[Title]:
    """The titles of the papers in this file: the first one, and those that open a page further on."""
    seen: Counter[str] = Counter()
    page, row, page_of_first = 0, 0, 0
    first = True
    for start, line in running.part().lines():
        now = running.page_of(start + len(line) - len(line.lstrip()))
        page, row = (now, 1) if now != page else (page, row + 1)
        if row > (FIRST_LINES if first else 14):
            continue
        title = _title(start, line)
        if title is None or (not first and not _opens_another(title, same_page=now == page_of_first)):
            continue
        key = re.sub(r"\W|\d", "", line.lower())
        seen[key] += 1
        again = _LETTER.match(line.strip()) or _PARTIES.search(running.text[start + len(line) : start + 500])
        if seen[key] == 1 or (row > 2 and title.section is not Section.OTHER and first) or again:
            yield title
            first, page_of_first = False, now


def _opens_another(title: Title, *, same_page: bool) -> bool:
    """Further on in a file only a line that is nothing but a title opens another paper."""
    words = title.text
    if not re.search(
        r"overeenkomst|contract|verleng|omzetting|addendum|agreement|wijziging|allonge|aanvullende",
        words,
        re.IGNORECASE,
    ):
        return title.section is Section.OTHER and not same_page
    if same_page and not (words.isupper() and title.section is not Section.CONTRACT):
        return False
    if re.search(r"\S\s{2,}\S|\.(?:pdf|docx?)\b|^\W*(?:bestand|document|file|naam|soort)\b", words, re.IGNORECASE):
        return False
    if re.search(
        r"\b(?:de|het)\s+(?:werknemer|werkgever|functie)\b|\b(?:is|vervult|worden|heeft|zijn|een)\b",
        words,
        re.IGNORECASE,
    ):
        return False
    return bool(_LETTER.match(words)) or words.isupper() or (len(words.split()) <= 9 and words[:1].isupper())


def _title(start: int, line: str) -> Title | None:
    text = _together(line.strip())
    subject = bool(_LETTER.match(text))
    if (
        len(text) > 110
        or len(text.split()) > 14
        or (not subject and (_PROSE.search(text) or text.endswith((".", ","))))
    ):
        return None
    words = _LETTER.sub("", text) if subject else text
    if re.match(r"^\W*(?:artikel|art\.|article|\d+[.)]|ad\s)", words, re.IGNORECASE):
        return None
    kind, at = _kind(words)
    other = _OTHER.search(words)
    if other and (
        kind is None or other.start() <= at or re.search(r"be[eë]indig|ontslag|einde", other.group().lower())
    ):
        return Title(start=start, end=start + len(line), text=text, section=Section.OTHER, kind=None)
    renews = _EXTENSION.search(words) or _CONVERSION.search(words) or _ONLY_CHANGE.match(words)
    if (
        kind is None
        and not _PLAIN.match(words)
        and not (renews and (subject or (renews.start() < 14 and len(text.split()) < 8)))
    ):
        return None
    if at > 40 or (kind is not None and not _heads(words, at)):
        return None
    return Title(
        start=start,
        end=start + len(line),
        text=text,
        section=_section(words),
        kind=kind,
        indefinite=_length(words),
    )


def _heads(words: str, at: int) -> bool:
    """The line is headed by the term: it is not a sentence that comes to speak of it."""
    before = words[:at]
    if re.fullmatch(
        r"\W*(?:uw|je|jouw|mijn|your)\s+\w+(?:\s+(?:voor|voor\s+on\w+|bepaalde|onbepaalde|tijd))*\W*",
        words,
        re.IGNORECASE,
    ):
        return True
    if re.search(r"\b(?:deze|dit|uw|je|jouw|zijn|haar|onze|this|your)\s+$", before, re.IGNORECASE):
        return bool(re.search(r"verleng|wijzig|omzet|voortzet|addendum", before, re.IGNORECASE))
    return not re.search(r"\b(?:wordt|worden|heeft|treedt|geldt|eindigt|gaat|een)\b", words, re.IGNORECASE)


def _together(line: str) -> str:
    """`A R B E I D S C O N T R A C T` in one word."""
    if re.fullmatch(r"(?:\S\s{1,3}){5,60}\S", line):
        words = re.split(r"\s{2,}", line) if re.search(r"\S\s\S", line) else [line]
        return " ".join(re.sub(r"\s", "", word) for word in words)
    return line


def _kind(words: str) -> tuple[ContractKind | None, int]:
    found = [(match.start(), kind) for kind, pattern in _KINDS if (match := pattern.search(words))]
    if not found:
        return None, 0
    return found[0][1], min(at for at, _ in found)


def _section(words: str) -> Section:
    if _EXTENSION.search(words):
        return Section.EXTENSION
    if _CONVERSION.search(words):
        return Section.CONVERSION
    if _CHANGE.search(words):
        return Section.CHANGE
    return Section.CONTRACT


def _length(words: str) -> bool | None:
    indefinite, definite = bool(_INDEFINITE.search(words)), bool(_DEFINITE.search(words))
    return indefinite if indefinite != definite else None


_BY_ROLES: tuple[tuple[ContractKind, re.Pattern[str]], ...] = (
    (ContractKind.VOLUNTEER, re.compile(r"\bvrijwillig(?:er|ster)\b", re.IGNORECASE)),
    (ContractKind.TRAINEESHIP, re.compile(r"\bstagiaire?\b", re.IGNORECASE)),
    (ContractKind.AGENCY, re.compile(r"\buitzendkracht\b", re.IGNORECASE)),
    (ContractKind.SECONDMENT, re.compile(r"\bgedetacheerde\b", re.IGNORECASE)),
    (ContractKind.ASSIGNMENT, re.compile(r"\bopdrachtnem(?:er|ster)\b|\bcontractor\b", re.IGNORECASE)),
    (
        ContractKind.EMPLOYMENT,
        re.compile(r"\bwerkne(?:mer|emster)\b|\bmedewerk(?:er|ster)\b|\bemployee\b|\bin dienst\b", re.IGNORECASE),
    ),
)


def kind_by_roles(part: Part) -> ContractKind | None:
    """The kind that the parties' names point at, where no title tells; the role that is named most."""
    counts = [(len(pattern.findall(part.text)), kind) for kind, pattern in _BY_ROLES]
    most, kind = max(counts, key=lambda pair: pair[0])
    if most >= 2:
        return kind
    return ContractKind.EMPLOYMENT if _OPENS_SERVICE.search(part.text) else None


_DECLARED = re.compile(
    r"\b(?:dit\s+is|hierbij\s+(?:je|uw|jouw)|(?:brief|mail|bericht|dit)\s+(?:geldt|dient|is))\s+(?:als\s+|tevens\s+)?(?:de|een|jouw|je|uw|onze)?\s*(?P<term>[a-z-]{4,40}(?:overeenkomst|contract))\b",
    re.IGNORECASE,
)


def declared(part: Part) -> Fact[ContractKind] | None:
    """The kind that the paper itself says that it is: `Dit is de arbeidsovereenkomst tussen …`."""
    for match in _DECLARED.finditer(part.text[:12_000]):
        kind, _ = _kind(match["term"])
        before = part.text[max(0, match.start() - 30) : match.start()]
        if kind and not _OTHER.search(match["term"]) and not re.search(r"\b(?:niet|geen|bij|als)\b[^.!?]*$", before):
            return Fact(value=kind, place=part.place(match.start(), match.end()))
    return None


_OPENS_SERVICE = re.compile(
    r"(?:treedt|treed|komt|kom|bent|neemt|nemen)\b[^.]{0,120}\bin\s+(?:\w+\s+)?dienst|\bin\s+dienst\s+te\s+treden|indiensttreding"
    r"|enters?\s+into\s+(?:the\s+)?(?:employment|service)|arbeidsovereenkomst\s+aan(?:\s|gegaan)|arbeidsovereenkomst[^.]{0,120}(?:voortgezet|verlengd|omgezet)|dienstverband\s+(?:aan|wordt|gaat)",
    re.IGNORECASE,
)


def reads_like_contract(part: Part) -> int:
    """How many of the things that make an untitled paper a contract are in it, 0 to 6."""
    text = part.text
    return sum(
        bool(pattern.search(text))
        for pattern in (
            _OPENS_SERVICE,
            re.compile(r"ondergetekende|hierna\b[^.]{0,40}\bnoemen|hereinafter|geachte|beste\s", re.IGNORECASE),
            re.compile(
                r"in\s+de\s+functie|functie\s*(?::|  )|werkzaam\s+als|in\s+dienst\s+als|position\s+of", re.IGNORECASE
            ),
            re.compile(r"\bu(?:ur|ren)\s+per\s+week|hours\s+(?:per|a)\s+week|urige\s+werkweek", re.IGNORECASE),
            re.compile(r"salaris|\bloon\b|schaal\s+\d|fwg|uurtarief|salary", re.IGNORECASE),
            re.compile(r"ondertekend|opgemaakt|handtekening|voor\s+akkoord|getekend|signature", re.IGNORECASE),
        )
    )
