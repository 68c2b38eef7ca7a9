"""Forms and signature blocks: a heading that names a role, and below or beside it who that is.

`Werknemer: mevrouw J. de Wit`, or `Gegevens werknemer` with rows `Naam`, `Geboortedatum`, or two columns
`Werkgever | Werknemer` with names and lines for signatures below.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dossiercheck.documents.contracts.running import Cell, Part
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

_BEFORE = (
    r"(?:(?:gegevens|persoonsgegevens|naam|namens|voor|door|handtekening|ondertekening|paraaf|de|het"
    r"|van|partij\s+[\dab]|partij|akkoord|the"
    r"|signature|name|for|on\s+behalf\s+of|\d{1,2}[.)]|[ab][.)]|voor\s+akkoord|ingehuurde|nieuwe)\W{1,3}){0,4}"
)
_ROLE = rf"(?:(?P<school>{SCHOOL_WORDS})|(?P<employee>{EMPLOYEE_WORDS})|(?P<employer>{EMPLOYER_WORDS}))"
_ONE_SPACE = r"\s(?=(?-i:[A-ZÀ-Þ])[^\n,;:]{2,50}\bB\.?V\.?\s*$|(?-i:Stichting)\s[^\n,;:.]{2,40}$)"
"""Columns that stand so close that one space is left between a label and the name of an organisation."""
_LABEL = re.compile(
    rf"^\W*(?P<before>{_BEFORE}){_ROLE}(?:\s*\([^)\n]{{0,30}}\))?(?P<closed>\))?\s*(?P<sep>:|,|$|\s{{2,}}|\s-\s|{_ONE_SPACE})",
    re.IGNORECASE,
)
_PERSONAL = re.compile(
    r"^\W*(?:persoonsgegevens|personalia|persoonlijke\s+gegevens|personal\s+details)\W*$", re.IGNORECASE
)
_FIELD = re.compile(
    r"""^\W*(?P<label>
      (?P<full>(?:volledige\s+)?naam(?:\s+(?:en\s+voor(?:letters|naam)|werkne\w+|medewerk\w+|werkgever
    |organisatie|bedrijf|instelling
        |stagiaire?|vrijwillig\w+|opdracht\w+|student|kandidaat))?|naam\s*/\s*voorletters
    |voor-?\s*en\s+achternaam|(?:full\s+)?name|bedrijfsnaam|handelsnaam|company\s+name)
    | (?P<last>achternaam|geslachtsnaam|familienaam|surname|last\s+name)
    | (?P<first>voorletters?(?:\(s\))?|initialen|voorna(?:am|men)(?:\s+\(?voluit\)?)?|first\s+names?|initials)
    | (?P<prefix>tussenvoegsels?|voorvoegsels?)
    | (?P<agent>(?:vertegenwoordigd(?:\s+door)?|contactpersoon|vertegenwoordiger
    |represented\s+by)(?=\s+(?-i:[A-ZÀ-Þ])|\W|$))
    | (?P<none>adres|straat\w*|postcode\w*|woonplaats|plaats\w*|telefoon\w*|e-?mail\w*|geboorte\w*|bsn
    |burgerservice\w*|kvk\w*|nationaliteit
        |functie\w*|handtekening\w*|datum\w*|iban|geslacht|burgerlijke\s+staat|personeelsnummer|roepnaam
    |geboortenaam|opleiding\w*|paraaf|date|signature)
    )\s*(?:\([^)\n]{0,30}\))?\s*(?:[:]|\s{2,}|$|(?<=\bdoor)\s|(?<=\bby)\s)\s*""",
    re.IGNORECASE | re.VERBOSE,
)
_ENDS = re.compile(
    r"^\W*(?:artikel|article|art\.|\d{1,2}[.)]\s+[A-Z]|overwegende|verklaren|komen\b|zijn\s+over"
    r"|in\s+aanmerking|nemen\s+in)",
    re.IGNORECASE,
)
MOST_ROWS = 14


@dataclass(frozen=True, kw_only=True, slots=True)
class Block:
    """What stands under or beside one heading."""

    role: str
    """`employee`, `employer` or `school`."""
    start: int
    end: int
    name: Fact[str] | None = None
    """The person it names."""
    organisation: Fact[str] | None = None
    persons: tuple[str, ...] = ()
    lender: bool = False
    borrower: bool = False
    closing: bool = False
    """It is a block to sign in: it mentions a signature or stands at the paper's end."""


@dataclass(frozen=True, slots=True)
class _Row:
    start: int
    end: int
    text: str


def party_blocks(part: Part) -> tuple[Block, ...]:
    """All blocks, in the order in which they stand."""
    return tuple(sorted((*_columns(part), *_stacked(part)), key=lambda block: block.start))


def _stacked(part: Part) -> Iterator[Block]:
    lines = list(part.lines())
    for number, (at, line) in enumerate(lines):
        match = _LABEL.match(line)
        if not match and _PERSONAL.match(line):
            yield _block(part, "employee", at, _rows_below(lines[number + 1 :]), heading=line)
        if not match or (match["sep"] == "," and not match["before"]) or _explains(match):
            continue
        role = _role(match)
        rest = line[match.end() :]
        rows: list[_Row] = []
        if rest.strip() and _LABEL.match(rest.strip()):
            continue  # side by side: see _columns
        if rest.strip():
            rows.append(_Row(at + match.end(), at + len(line), rest))
        if not rest.strip() or not is_person(_clean(rest)):
            rows += _rows_below(lines[number + 1 :])
        yield _block(part, role, at, rows, heading=line)


def _rows_below(lines: list[tuple[int, str]]) -> list[_Row]:
    """The rows up to the next heading."""
    rows: list[_Row] = []
    for at, words in lines[:MOST_ROWS]:
        if _LABEL.match(words) or _ENDS.match(words):
            break
        rows.append(_Row(at, at + len(words), words))
    return rows


def _columns(part: Part) -> Iterator[Block]:
    """Headings side by side: each column's cells below its heading."""
    rows = _by_row(part)
    for number, cells in enumerate(rows):
        heads = [(cell, m) for cell in cells if (m := _LABEL.match(_text(part, cell))) and not _explains(m)]
        if len(heads) < 2 or len({_role(m) for _, m in heads}) < 2:
            continue
        lefts = [cell.box[0] for cell, _ in heads]
        for column, (head, match) in enumerate(heads):
            right = lefts[column + 1] - 15 if column + 1 < len(lefts) else 10_000.0
            below: list[_Row] = []
            rest = _text(part, head)[match.end() :]
            if rest.strip():
                below.append(_row(part, head, match.end()))
            for later in rows[number + 1 : number + 1 + MOST_ROWS]:
                if len(later) == 1 and (_ENDS.match(_text(part, later[0])) or _LABEL.match(_text(part, later[0]))):
                    break
                mine = [c for c in later if lefts[column] - 15 <= c.box[0] < right]
                below += _joined(part, mine)
            yield _block(part, _role(match), head.start - part.start, below, heading=_text(part, head))


def _explains(match: re.Match[str]) -> bool:
    """A bare `(werknemer)` says what somebody above it is; `(handtekening werknemer)` is a label."""
    return bool(match["closed"]) and not match["before"]


def _joined(part: Part, cells: list[Cell]) -> list[_Row]:
    """A label and its value are two cells of one row."""
    if not cells:
        return []
    start, end = cells[0].start - part.start, cells[-1].end - part.start
    return [_Row(start, end, part.text[start:end])]


def _by_row(part: Part) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = {}
    for cell in part.cells:
        rows.setdefault(cell.row, []).append(cell)
    return list(rows.values())


def _text(part: Part, cell: Cell) -> str:
    return part.text[max(0, cell.start - part.start) : cell.end - part.start]


def _row(part: Part, cell: Cell, skip: int) -> _Row:
    start = cell.start - part.start + skip
    return _Row(start, cell.end - part.start, part.text[start : cell.end - part.start])


def _role(match: re.Match[str]) -> str:
    return next(role for role in ("school", "employee", "employer") if match[role])


def _clean(text: str) -> str:
    name = re.split(
        r"\s{2,}(?=\S)|\((?!\s*[A-ZÀ-Þ][a-zà-ÿ-]+\s*\)\s+[A-Za-z])|;|,?\s*\bgeb\.|,?\s*\b(?:geboren"
        r"|geboorte\w+|born|date\s+of\s+birth|woonachtig|bsn|BSN|burgerservice\w*|wonende|gevestigd|hierna|vertegenwoordigd|functie|handelend|h\.?o\.?d\.?n|eenmanszaak|kvk"
        r"|zelfstandige|trading\s+as|zzp'?er)\b|,\s*$",
        text.strip(),
    )[0]
    return without_address(name)


def _firm(name: str) -> str:
    """An organisation's name without the town behind it."""
    bare = re.split(r",?\s+te\s+(?=[A-Z'])|(?<=[.][VAva][.])\s+in\s+(?=[A-Z'])", name)[0]
    first, comma, rest = bare.partition(",")
    return first.strip() if comma and (LEGAL_FORM.search(first) or not LEGAL_FORM.search(rest)) else bare


def _block(part: Part, role: str, start: int, rows: list[_Row], *, heading: str) -> Block:
    fields: dict[str, Fact[str]] = {}
    persons: list[Fact[str]] = []
    organisations: list[Fact[str]] = []
    closing = _is_closing(heading, rows)
    for number, row in enumerate(rows):
        match = _FIELD.match(row.text)
        key = next((k for k in ("full", "last", "first", "prefix", "agent", "none") if match and match[k]), "")
        offset = match.end() if match else 0
        value = row.text[offset:]
        name = _clean(value)
        if not name or key == "none":
            continue
        fact = Fact(value=_printed(part, row.start + offset, name), place=part.place(row.start + offset, row.end))
        if key in ("last", "first", "prefix"):
            fields.setdefault(key, fact)
        elif key == "agent":
            persons.append(fact)
        elif role == "employee" and number == 0 and (acting := _acting(part, row)):
            persons += acting
        elif (
            role == "employer"
            and number == 0
            and not closing
            and not FORM_OF_ADDRESS.match(value.strip())
            and is_organisation(_firm(name))
        ):
            organisations.append(Fact(value=_printed(part, row.start + offset, _firm(name)), place=fact.place))
            persons += _acting(part, row)
        elif key in ("full", "") and is_person(name):
            if key != "" or number < 6:
                persons.append(fact)
        elif (key == "full" or (number < 2 and LEGAL_FORM.search(name)) or number == 0) and is_organisation(name):
            organisations.append(Fact(value=_printed(part, row.start + offset, _firm(name)), place=fact.place))
            persons += _acting(part, row)
    whole = _whole(fields)
    named = whole or next(iter(persons), None)
    end = rows[-1].end if rows else start + len(heading)
    return Block(
        role=role,
        start=start,
        end=end,
        name=named,
        organisation=next(iter(organisations), None),
        persons=tuple(fact.value for fact in persons if is_person(fact.value)),
        lender=LENDER.search(heading) is not None,
        borrower=BORROWER.search(heading) is not None,
        closing=closing,
    )


def _is_closing(heading: str, rows: list[_Row]) -> bool:
    return bool(
        re.search(r"handtekening|ondertek|namens|akkoord|paraaf|signature|signed", heading, re.IGNORECASE)
    ) or any(re.match(r"^\W*(?:handtekening|signature|paraaf|_{4,}|\.{8,})", row.text, re.IGNORECASE) for row in rows)


def _acting(part: Part, row: _Row) -> list[Fact[str]]:
    """The person who acts for the organisation, in the same row."""
    match = re.search(r"vertegenwoordigd\s+door\s*:?\s*|represented\s+by\s*:?\s*", row.text, re.IGNORECASE)
    if not match:
        return []
    name = re.split(r"[,;(]", without_address(row.text[match.end() :]))[0].strip()
    return [Fact(value=name, place=part.place(row.start + match.end(), row.end))] if is_person(name) else []


def _printed(part: Part, at: int, name: str) -> str:
    """The name with the quotes and hyphens of the paper."""
    found = part.text.find(name, at)
    return part.words(found, found + len(name)) if 0 <= found < at + 200 else name


def _whole(fields: dict[str, Fact[str]]) -> Fact[str] | None:
    """One name out of its parts in separate rows."""
    if "last" not in fields:
        return None
    parts = [fields[key].value for key in ("first", "prefix", "last") if key in fields]
    return Fact(value=" ".join(parts), place=fields["last"].place)
