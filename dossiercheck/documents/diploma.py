"""A diploma: DUO's extract from the register (its current layout and variants of it), or a school's own paper.

What the seal says is the reader's matter; here the text becomes facts. Of a paper that lists several diplomas only that
is given which holds for all of them, and `Diploma.listed` says how many there are.
"""

from collections.abc import Sequence
from typing import TypeVar

from dossiercheck.documents.claim import Claim
from dossiercheck.documents.diploma_parts import DiplomaParts
from dossiercheck.documents.education import find_level, find_no_qualification, programme_name, starts_with_type
from dossiercheck.documents.extract import extract_number, is_extract, read_extract
from dossiercheck.documents.model import Diploma, Kind, Level, NoQualification, several_papers
from dossiercheck.documents.places import PlainPage, Words, birth_fact, fact, plain_pages, view
from dossiercheck.documents.prose import one, one_date
from dossiercheck.documents.school_paper import read_school_paper, school_paper_confidence
from dossiercheck.facts import Fact
from dossiercheck.findings import FactView
from dossiercheck.readers.content import PdfContent

T = TypeVar("T")

_MOST_PAGES = 20


def recognise(file: str, content: PdfContent) -> Claim | None:
    """Claim an extract from the diploma register, or a school's paper."""
    pages = plain_pages(content, limit=_MOST_PAGES)
    if is_extract(pages):
        diplomas = _distinct([_diploma(file, parts, school_paper=False) for parts in read_extract(pages)])
        if len({d.holder.value.casefold() for d in diplomas if d.holder}) > 1:
            return Claim(kind=Kind.DIPLOMA, paper=several_papers(Kind.DIPLOMA), confidence=0.9)
        diploma = _extract(file, pages, diplomas)
        known = sum(f is not None for f in (diploma.holder, diploma.programme, diploma.awarded_on))
        confidence = 0.6 + 0.12 * known
    else:
        confidence = school_paper_confidence(pages)
        if not confidence:
            return None
        diploma = _diploma(file, read_school_paper(pages), school_paper=True)
    return Claim(kind=Kind.DIPLOMA, paper=diploma, confidence=confidence, facts=_views(diploma))


def _views(diploma: Diploma) -> tuple[FactView, ...]:
    return (
        view("holder", diploma.holder),
        view("born_on", diploma.born_on),
        view("programme", diploma.programme),
        view("level", diploma.level),
        view("awarded_on", diploma.awarded_on),
        view("institution", diploma.institution),
        FactView(name="register_extract", value=diploma.register_extract),
        view("no_qualification", diploma.no_qualification),
        view("extract_number", diploma.extract_number),
    )


def _extract(file: str, pages: Sequence[PlainPage], diplomas: Sequence[Diploma]) -> Diploma:
    """All diplomas of an extract as one: what differs between them is left out."""
    number = extract_number(pages)
    return Diploma(
        holder=_agreed([d.holder for d in diplomas]),
        born_on=_agreed([d.born_on for d in diplomas]),
        programme=_agreed([d.programme for d in diplomas]),
        level=_agreed([d.level for d in diplomas]),
        awarded_on=_agreed([d.awarded_on for d in diplomas]),
        institution=_agreed([d.institution for d in diplomas]),
        register_extract=True,
        no_qualification=_agreed([d.no_qualification for d in diplomas]),
        extract_number=fact(file, number.text, number) if number and len(diplomas) == 1 else None,
        listed=len(diplomas),
    )


def _distinct(diplomas: Sequence[Diploma]) -> list[Diploma]:
    """The same diploma twice in one file (as when a page was copied) counts once."""
    kept: dict[tuple[object, ...], Diploma] = {}
    for diploma in diplomas:
        facts = (diploma.holder, diploma.programme, diploma.level, diploma.awarded_on, diploma.no_qualification)
        kept.setdefault(tuple(f.value if f else None for f in facts), diploma)
    return list(kept.values())


def _agreed(facts: Sequence[Fact[T] | None]) -> Fact[T] | None:
    values = {f.value if f else None for f in facts}
    return facts[0] if len(values) == 1 else None


def _diploma(file: str, parts: DiplomaParts, *, school_paper: bool) -> Diploma:
    """The facts of one diploma. `school_paper`: it has no fixed layout, so less is inferred from where words stand."""
    institution, born, awarded = one(parts.institution), one_date(parts.born), one_date(parts.awarded)
    level = find_level(
        [*parts.education, *(w for w in parts.programme if w not in parts.education)],
        institution=institution.text if institution else "",
        framework=parts.framework,
    )
    nothing = _no_qualification(parts, level, school_paper=school_paper)
    return Diploma(
        holder=_name(file, one(parts.holder)),
        born_on=birth_fact(file, born),
        programme=_programme(file, parts, school_paper=school_paper),
        level=fact(file, *level) if level else None,
        awarded_on=fact(file, *awarded) if awarded else None,
        institution=fact(file, institution.text.strip(" ,"), institution) if institution else None,
        no_qualification=fact(file, *nothing) if nothing else None,
    )


def _no_qualification(
    parts: DiplomaParts, level: tuple[Level, Words] | None, *, school_paper: bool
) -> tuple[NoQualification, Words] | None:
    block = [parts.title, *parts.education] if parts.title else parts.education
    if not block:
        return None
    found = find_no_qualification(block, level[0] if level else None)
    if found and found[0] is NoQualification.COURSE and level and not school_paper:
        return None
    return found


def _programme(file: str, parts: DiplomaParts, *, school_paper: bool) -> Fact[str] | None:
    """The labelled name; else the lines under the title (of a school's paper: those that open with the type)."""
    labelled = one(parts.programme)
    if parts.programme:
        name = programme_name(labelled.text) if labelled else ""
        return fact(file, name, labelled) if labelled and name else None
    lines = [words for words in parts.education if words is not parts.title]
    if school_paper:
        lines = [words for words in lines if starts_with_type(words.text)]
    named = [(programme_name(words.text), words) for words in lines]
    named = [(name, words) for name, words in named if name]
    if not named or len(named) > 4:
        return None
    extents = tuple(extent for _, words in named for extent in words.extents)
    return fact(file, " ".join(name for name, _ in named), Words(page=named[0][1].page, extents=extents))


def _name(file: str, words: Words | None) -> Fact[str] | None:
    """The name on one line; a hyphen at a line's end joins without a space."""
    return fact(file, words.text.replace("- ", "-").strip(" ,;"), words) if words else None
