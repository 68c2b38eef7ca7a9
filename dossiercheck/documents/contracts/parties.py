"""Who agrees with whom: the person who works, the organisation, and who acts for it.

Three ways in which contracts name them, the surest first: prose that defines a role (`…, hierna te noemen werknemer`),
a form (`Werknemer: …`, or a heading with `Naam:` below it, also side by side), and a letter (`Geachte …`).
"""

import re
from dataclasses import dataclass, replace

from dossiercheck.documents.contracts.blocks import Block, party_blocks
from dossiercheck.documents.contracts.enumerated import enumerated
from dossiercheck.documents.contracts.letters import letter_parties
from dossiercheck.documents.contracts.names import person_fits
from dossiercheck.documents.contracts.other_party import last_cue, other_party
from dossiercheck.documents.contracts.party_edges import FIRM_IN_TOWN, NAME_END, NUMBERING, PLACE_AFTER, TOWN
from dossiercheck.documents.contracts.running import Part
from dossiercheck.documents.contracts.words import (
    BORROWER,
    EMPLOYEE_WORDS,
    EMPLOYER_WORDS,
    FORM_OF_ADDRESS,
    LEGAL_FORM,
    LENDER,
    SCHOOL_WORDS,
    is_organisation,
    is_person,
    without_address,
)
from dossiercheck.facts import Fact

_ROLES = ("school", "employee", "employer")
_ANY_ROLE = rf"(?:(?P<school>{SCHOOL_WORDS})|(?P<employee>{EMPLOYEE_WORDS})|(?P<employer>{EMPLOYER_WORDS}))"
_DEFINITION = re.compile(
    rf"""(?:(?P<called>\b(?:hierna|verder|nader|hereinafter|ten\s+deze|in\s+het\s+vervolg|hierbij|vervolgens
            |te\s+noemen|genoemd)\b(?:[^.;\n()]|\([^()\n]{{0,30}}\)|\n(?!\n)){{0,70}}?(?<![\w-]))
        |(?P<bracket>\(\s*(?:de\s+|het\s+|the\s+|als\s+)?["'*]{{0,3}}\s*(?:de\s+|het\s+|the\s+)?)
        |(?P<quote>(?<=[\s,])(?:(?:in\s+dit\s+contract\s+)?(?:heten\s+we|heet\s+je|noemen\s+we)[^.]{{0,30}}?["']
            |["']\s*(?:de\s+|het\s+|the\s+)?))
        |(?<=,)\s*(?:de\s+|als\s+)?)
    {_ANY_ROLE}
    (?(called)(?![\w-])
        |(?(bracket)\s*["'*]{{0,3}}\s*\)(?!\s*:)
        |(?(quote)\s*["']|\s*(?=[,;.]|\n|en\b|is\b))))""",
    re.IGNORECASE | re.VERBOSE,
)
"""`hierna te noemen: werknemer`, `("Werknemer")`, `die wij "werknemer" noemen`, `, werknemer,`."""
_OPENING = re.compile(
    r"\b(?:de\s+)?(?:ondergetekende[nr]?|undersigned|partijen)\b\s*(?:zijn)?\s*[:;,]?|\bovereengekomen\s*:|\b(?:tussen|between)\b\s*:?"
    r"|^[^\w\n]{0,20}(?:ter\s+(?:ene|andere)\s+zijde|enerzijds|anderzijds)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_ACTS = re.compile(
    r"(?:vertegenwoordigd\s+(?:door|in\s+deze\s+door)|represented\s+by|namens\s+deze[,:]?"
    r"|in\s+de\s+persoon\s+van|middels)\s*:?\s*",
    re.IGNORECASE,
)
_TRADES_AS = re.compile(
    r"\b(?:eenmanszaak|onderneming|bedrijf|praktijk)\s+van\s+|\bvan\s+de\s+eenmanszaak", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Parties:
    """The parties as printed, and where."""

    employee: Fact[str] | None = None
    employer: Fact[str] | None = None
    agents: tuple[str, ...] = ()
    """Persons who act for the employer."""
    employee_segment: tuple[int, int] | None = None
    """Offsets of the words that describe the employee, where the birth date stands."""
    organisation_only: Fact[str] | None = None
    """The party that works is an organisation, and no person is named for it."""


def parties(part: Part, body: int = 0) -> Parties:
    """The parties of one paper, whose title ends at `body`."""
    found = _defined(part, body)
    blocks = party_blocks(part)
    found = _stated(_completed(found, part, blocks), part)
    if found.employee is None or found.employer is None:
        addressee, sender = letter_parties(part)
        found = replace(found, employee=found.employee or addressee, employer=found.employer or sender)
    agents = {*found.agents, *(n for block in blocks if block.role == "employer" for n in block.persons)}
    if found.employee:
        agents = {a for a in agents if not person_fits(a, found.employee.value)}
    return replace(found, agents=tuple(sorted(agents)))


def _defined(part: Part, body: int) -> Parties:
    """Parties by the definition of their roles in prose."""
    found = Parties()
    agents: list[str] = []
    borrowed = False
    text = part.text[:12_000]
    end_before = body if body < 3000 else 0
    for match in _DEFINITION.finditer(text):
        role = next(role for role in _ROLES if match[role])
        start = max(end_before, match.start() - 900)
        end_before = match.end()
        openings = list(_OPENING.finditer(text, start, match.start()))
        if openings:
            start = openings[-1].end()
        elif start in (0, body) or match.start() - start > 600:
            start = _paragraph(text, start, match.start())
        agents += (
            _agents(part, start, match.start()) if role == "employee" and found.employer and not found.employee else []
        )
        until = match.start()
        if role == "employee" and (other := other_party(text, start, match.end())):
            found = found if found.employer else _with_employer(found, part, start, other.start())
            agents += _agents(part, start, other.start())
            start, until = other.end(), last_cue(text, other.end(), match)
        if role == "employee" and found.employee is None:
            found = _with_employee(found, part, start, until)
        elif role == "employer" and (found.employer is None or (borrowed and LENDER.search(match.group()))):
            borrowed = BORROWER.search(match.group()) is not None
            found = _with_employer(found, part, start, match.start())
            agents += _agents(part, start, match.start())
    return replace(found, agents=tuple(agents))


def _paragraph(text: str, start: int, end: int) -> int:
    gap = text.rfind("\n\n", start, end)
    return gap + 2 if gap >= 0 else start


def _with_employee(found: Parties, part: Part, start: int, end: int) -> Parties:
    named = _name(part, start, end, person=True)
    if named and (is_person(named.value) or _is_one_name(part.text[start:end], named.value)):
        return replace(found, employee=named, employee_segment=(start, end))
    other = _last_person(part, start, end)
    if other:
        return replace(found, employee=other, employee_segment=(start, end))
    segment = part.text[start:end]
    trade = _TRADES_AS.search(segment)
    agent = _ACTS.search(segment)
    for at in (m.end() for m in (trade, agent) if m):
        person = _name(part, start + at, end, person=True)
        if person and is_person(person.value):
            return replace(found, employee=person, employee_segment=(start, end))
    organisation = _name(part, start, end, person=False)
    if organisation and is_organisation(organisation.value) and LEGAL_FORM.search(organisation.value):
        return replace(found, organisation_only=organisation, employee_segment=(start, end))
    return found


def _is_one_name(segment: str, word: str) -> bool:
    """Somebody with a single name: one word with a capital, and a birth date right behind it."""
    return re.search(rf"(?<!\w){re.escape(word)}\s*,?\s*\(?(?:geboren|geb\.)\s", segment) is not None and (
        re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ'-]{2,30}", word) is not None
    )


_ADDRESSED = re.compile(
    r"\b(?:de\s+heer|heer|mevrouw|mevr\.|mw\.|dhr\.|mr\.?|ms\.?|mrs\.?)\s+(?=(?-i:[A-ZÀ-Þ'd]))", re.IGNORECASE
)


def _last_person(part: Part, start: int, end: int) -> Fact[str] | None:
    """The last person addressed in a segment that begins otherwise, unless that one acts for an organisation."""
    for match in reversed(list(_ADDRESSED.finditer(part.text, start, end))):
        if _ACTS.search(part.text[max(start, match.start() - 40) : match.start()]):
            continue
        named = _name(part, match.end(), end, person=True)
        if named and is_person(named.value):
            return named
    return None


def _with_employer(found: Parties, part: Part, start: int, end: int) -> Parties:
    named = _name(part, start, end, person=False)
    return replace(found, employer=named) if named and is_organisation(named.value) else found


def _name(part: Part, start: int, end: int, *, person: bool) -> Fact[str] | None:
    """The name with which a segment begins."""
    text = part.text
    agent = re.match(
        r"[\s,]*(?:te\s+dezen|ten\s+deze|in\s+deze|rechtsgeldig|hierbij|\s)*(?:vertegenwoordigd|represented)\b",
        text[start:end],
        re.IGNORECASE,
    )
    if agent and (
        other := re.search(
            r",?\s+(?:en|and)\s|\n\s*(?=\d[.)]|(?:de\s+heer|mevrouw)\b)|\n\n", text[start:end], re.IGNORECASE
        )
    ):
        start += other.end()
    while True:
        if (match := NUMBERING.match(text[start:end])) and match.end():
            start += match.end()
        elif after := enumerated(text, start, end):
            start = after
        else:
            break
    if form := FORM_OF_ADDRESS.match(text[start:end]):
        start += form.end()
        start += len(text[start:end]) - len(text[start:end].lstrip(" :,\n"))
    stop = NAME_END.search(text, start, end)
    until = stop.start() if stop else end
    if not person and (place := PLACE_AFTER.search(text, start, until)):
        until = place.start()
    elif person and (town := TOWN.search(text, start, until)) and FIRM_IN_TOWN.search(text[:start]):
        until = town.start()
    words = without_address(part.words(start, until))
    return Fact(value=words, place=part.place(start, until)) if words else None


def _agents(part: Part, start: int, end: int) -> list[str]:
    names: list[str] = []
    for match in _ACTS.finditer(part.text, start, end):
        at = match.end()
        for _ in range(3):
            named = _name(part, at, min(end, at + 200), person=True)
            if named is None:
                break
            for piece in re.split(r"\s+en\s+", named.value):
                name = without_address(piece)
                if is_person(name):
                    names.append(name)
            break
    return names


def _completed(found: Parties, part: Part, blocks: tuple[Block, ...]) -> Parties:
    """What the prose leaves open, out of forms and signature blocks."""
    borrowed = False
    for block in blocks:
        if block.role == "employee" and found.employee is None and block.name and is_person(block.name.value):
            found = replace(found, employee=block.name, employee_segment=(block.start, block.end))
        if block.role == "employer" and block.organisation and (found.employer is None or (borrowed and block.lender)):
            borrowed = block.borrower
            found = replace(found, employer=block.organisation)
    if found.employee is None and found.organisation_only is None:
        firms = [b.organisation for b in blocks if b.role == "employee" and b.organisation]
        if firms and LEGAL_FORM.search(firms[0].value):
            found = replace(found, organisation_only=firms[0])
    return found


_LEADS = re.compile(
    rf"(?:^|[.;]\s+|,\s*en\s+|\ben\s+)(?:de\s+)?{_ANY_ROLE}\s*(?:,|\bis\b)\s+(?=(?-i:(?:de\s+heer"
    rf"|mevrouw|mw|dhr|heer)\b|[A-ZÀ-Þ]))",
    re.IGNORECASE | re.MULTILINE,
)
_BORN = re.compile(
    r"(?P<name>[^\n,;:()]{4,60}(?:\n[^\n,;:()]{2,40})?)\s*(?:,?\s+|\s*\()(?:geboren|geb\.|born)\s",
    re.IGNORECASE,
)
_DOES_THE_WORK = re.compile(
    r"(?:werkzaamheden|opdracht|diensten|zorg|begeleiding|werk)\b[^.;\n]{0,80}\b(?:uitgevoerd"
    r"|verricht|verleend|vervuld|gedaan|performed)\s+door\s+"
    r"|\bstelt\s+(?=(?:de\s+heer|mevrouw|dhr\.|mw\.|mevr\.)\s[^.;\n]{3,60}\ster\s+beschikking)",
    re.IGNORECASE,
)


def _stated(found: Parties, part: Part) -> Parties:
    """By other plain words: `Werkgever is …`, `… uitgevoerd door mevrouw …`, or the one person with a birth date."""
    for match in _LEADS.finditer(part.text[:6000]):
        role = next(role for role in _ROLES if match[role])
        end = min(len(part.text), match.end() + 260)
        if role == "employee" and found.employee is None and found.organisation_only is None:
            found = _with_employee(found, part, match.end(), end)
        elif role == "employer" and found.employer is None:
            found = _with_employer(found, part, match.end(), end)
    if found.employee is None and (work := _DOES_THE_WORK.search(part.text)):
        window = re.split(r"\ster\s+beschikking", part.text[work.end() : work.end() + 120])[0]
        named = _name(part, work.end(), work.end() + len(window), person=True)
        if named and is_person(named.value):
            found = replace(found, employee=named)
    if found.employee is None and found.organisation_only is None:
        found = _with_the_born(found, part)
    if found.employee is None and found.organisation_only is None:
        found = _with_the_only_name(found, part)
    if found.employer is None and found.employee is not None:
        found = _with_opening_organisation(found, part)
    return found


_NAME_ROW = re.compile(
    r"^\W*(?:(?:je|jouw|uw)\s+)?(?:volledige\s+)?naam\s*(?::|\s{2,})\s*(?P<name>[^\n:]{4,60}?)\s*(?=\n|$|\s{2,})",
    re.IGNORECASE | re.MULTILINE,
)


def _with_the_only_name(found: Parties, part: Part) -> Parties:
    """The one row `Naam: …` of a paper, where it names a person."""
    rows = list(_NAME_ROW.finditer(part.text[:6000]))
    if len(rows) != 1:
        return found
    start, end = rows[0].span("name")
    named = _name(part, start, end, person=True)
    return replace(found, employee=named) if named and is_person(named.value) else found


def _with_the_born(found: Parties, part: Part) -> Parties:
    """The one person whose birth date is given."""
    born = list(_BORN.finditer(part.text[:8000]))
    if len(born) != 1:
        return found
    start, end = born[0].span("name")
    words = part.text[start:end]
    lead = max(
        (
            m.end()
            for m in re.finditer(
                r"\b(?:de\s+heer|mevrouw|mevr\.|mw\.|dhr\.|ms\.?|mrs\.?|en|met|is|bent|dienst|medewerk(?:er|ster)|werkne(?:mer|emster))\s+",
                words,
                re.IGNORECASE,
            )
        ),
        default=0,
    )
    named = _name(part, start + lead, end, person=True)
    return replace(found, employee=named, employee_segment=(start, end)) if named and is_person(named.value) else found


def _with_opening_organisation(found: Parties, part: Part) -> Parties:
    """The one organisation with a legal form that the opening names."""
    opening = part.text[:900]
    lines = [(at, line) for at, line in part.part(0, len(opening)).lines() if LEGAL_FORM.search(line)]
    names = {}
    for at, line in lines:
        start = at + (len(line) - len(line.lstrip()))
        named = _name(part, start, min(len(part.text), start + 120), person=False)
        if named and LEGAL_FORM.search(named.value) and is_organisation(named.value):
            cut = re.split(r"\s(?:neemt|en|is|biedt)\s", named.value)[0]
            names[cut] = Fact(value=cut, place=named.place)
    if not names and (met := _AGREED_WITH.search(opening)):
        named = _name(part, met.end(), min(len(part.text), met.end() + 120), person=False)
        cut = re.split(r"[.!?](?:\s|$)|\n", named.value)[0] if named else ""
        if named and LEGAL_FORM.search(cut) and is_organisation(cut):
            names[cut] = Fact(value=cut, place=named.place)
    return replace(found, employer=next(iter(names.values()))) if len(names) == 1 else found


_AGREED_WITH = re.compile(r"\b\w*(?:overeenkomst|contract)\s+(?:met|bij|tussen)\s+(?=[A-Z])", re.IGNORECASE)
