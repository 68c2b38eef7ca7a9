"""Is a printed name the name of this row of the table? Graded, by the rules of Dutch names (domain.md 7).

Diploma and VOG print the birth surname, table and contract may print the partner's, both, or either order. Likeness
of letters alone never makes a match: what only looks alike is doubtful, and a birth date that agrees settles it; one
that contradicts makes even an equal name somebody else's.
"""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import lru_cache

from dossiercheck.documents.model import Employee
from dossiercheck.people.birth_dates import BirthDates
from dossiercheck.people.first_names import FirstFit, FirstsOf, compare_first_names
from dossiercheck.people.likeness import alike
from dossiercheck.people.model import Grade, NameMatch
from dossiercheck.people.name_words import spelled_out
from dossiercheck.people.printed_names import read_first_names, read_name, read_surname
from dossiercheck.people.printed_parts import PrintedName, Reading, Surname, edges_of
from dossiercheck.people.surnames import Form, compare_prefixes, surname_forms

NAMESAKE_SCORE = 0.85
"""From this score on the name itself fits; where the grade is DIFFERENT all the same, the birth date contradicts."""
FULL_NAME_SCORE = 0.92
"""From this score on a whole first name fits, not only initials."""


class SurnameFit(IntEnum):
    """How a surname compares."""

    DIFFERENT = 0
    ALIKE = 1
    """Spelled alike: a slip, or another name."""
    PART = 2
    """Doubtful by its form: another prefix, one word of several."""
    BY_RULE = 3
    EXACT = 4


_SURNAME_SCORE = {
    SurnameFit.DIFFERENT: 0.1,
    SurnameFit.ALIKE: 0.7,
    SurnameFit.PART: 0.75,
    SurnameFit.BY_RULE: 0.96,
    SurnameFit.EXACT: 1.0,
}
_FIRST_SCORE = {
    FirstFit.DIFFERENT: 0.1,
    FirstFit.NONE: 0.5,
    FirstFit.UNLIKE: 0.5,
    FirstFit.ALIKE: 0.75,
    FirstFit.INITIALS: 0.9,
    FirstFit.SAME_INITIALS: 0.91,
    FirstFit.FULL: 0.98,
    FirstFit.EXACT: 1.0,
}


@dataclass(frozen=True, slots=True)
class _RowName:
    """The name of a row, ready for comparing."""

    forms: dict[tuple[str, ...], Form]
    words: frozenset[str]
    """All words of all forms."""
    joined: tuple[str, ...]
    edges: frozenset[str]
    """How those begin and end: a name that shares neither with any is not spelled alike."""
    firsts: tuple[FirstsOf, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What of a row of the table is compared with papers."""

    name: _RowName | None
    """None: it has no surname."""
    born_on: date | None

    @property
    def traces(self) -> set[str | date]:
        """A name fits this row at most where it shares one of these with it, or the birth date."""
        own = {self.born_on} if self.born_on else set()
        return own | self.name.words | self.name.edges if self.name else set()


def row_of(employee: Employee) -> Row:
    """A row of the table, ready for comparing with many papers."""
    return Row(_name_of(employee), employee.born_on.value if employee.born_on else None)


def match_name(employee: Employee, printed: str, printed_born: date | None = None) -> NameMatch:
    """How well a printed name (and birth date, where one is printed) fits a row of the table."""
    return match_row(row_of(employee), read_name(printed), printed_born)


def match_row(of: Row, name: PrintedName, printed_born: date | None) -> NameMatch:
    """The same, of what was made ready once."""
    row, born = of.name, BirthDates(of.born_on, printed_born)
    agrees = born.agrees
    best = NameMatch(grade=Grade.DIFFERENT, birth_date=agrees)
    if row is None:
        return best
    shared = not row.words.isdisjoint(name.words)
    if not (shared or agrees) and row.edges.isdisjoint(name.edges):
        return best
    for loosely in (False, True) if shared else (True,):
        for reading in name.readings:
            surname, rule = _alike(row, reading.surname) if loosely else _compare_surname(row, reading.surname)
            if surname is SurnameFit.DIFFERENT and not (loosely and agrees):
                continue
            found = _compare(row, reading, name.call_names, born, surname=surname, rule=rule)
            if (_RANK[found.grade], found.score) > (_RANK[best.grade], best.score):
                best = found
        if best.grade is not Grade.DIFFERENT or best.score >= NAMESAKE_SCORE:
            break
    return best


@dataclass(frozen=True, slots=True)
class NameWords:
    """The folded words of a row's name, for searching file and folder names."""

    surnames: tuple[tuple[str, ...], ...]
    """Every form of the surname, without prefixes."""
    first_names: tuple[str, ...]
    initials: str


def name_words(employee: Employee) -> NameWords:
    """The words by which a file name may call this person; none where the row has no surname."""
    row = _name_of(employee)
    if row is None:
        return NameWords((), (), "")
    surnames = tuple(words for words, form in row.forms.items() if not form.loose)
    firsts = tuple(dict.fromkeys(w for first in row.firsts for w in (*first.words, *first.calls)))
    return NameWords(surnames, firsts, "".join(row.firsts[0].letters))


def _name_of(employee: Employee) -> _RowName | None:
    parts = (employee.surname, employee.prefix, employee.birth_name, employee.initials, employee.given_name)
    surname, prefix, birth_name, initials, given = (fact.value if fact else "" for fact in parts)
    return _row_name(surname, prefix, birth_name, initials, given)


_RANK = {Grade.DIFFERENT: 0, Grade.DOUBTFUL: 1, Grade.BY_RULE: 2, Grade.EXACT: 3}


@lru_cache(maxsize=4096)
def _row_name(surname: str, prefix: str, birth_name: str, initials: str, given: str) -> _RowName | None:
    """The row's name taken apart once, with umlauts also spelled out (`Mueller`)."""
    forms: dict[tuple[str, ...], Form] = {}
    firsts: list[FirstsOf] = []
    for spell in (str, spelled_out):
        letters, calls = read_first_names(spell(initials), initials=True)
        names, more_calls = read_first_names(spell(given), initials=False)
        own = read_surname(spell(surname))
        if own and prefix and not own.prefixes[0]:
            own = read_surname(spell(f"{prefix} {surname}"))
        if not letters.names and not names.names and (whole := _whole_name(spell(surname))):
            own, letters = whole.surname, whole.first
        if own is None:
            return None
        birth = read_surname(spell(birth_name)) if birth_name else None
        forms = {**surname_forms(own, birth), **forms}
        firsts.append(
            FirstsOf(
                letters=letters.letters,
                words=names.words or letters.words,
                calls=(*calls, *more_calls),
                inner_letters=() if letters.names else names.letters,
            )
        )
    joined = tuple({" ".join(form.surname.words): None for form in forms.values() if not form.loose})
    words = frozenset(word for form in forms for word in form)
    edges = frozenset(edge for own in joined for edge in edges_of(own))
    return _RowName(forms, words, joined, edges, tuple(dict.fromkeys(firsts)))


def _whole_name(text: str) -> Reading | None:
    """A whole name in the surname column (`Jansen, A.`), where its parts are plain."""
    if "," not in text and "." not in text:
        return None
    return next((r for r in read_name(text).readings if r.first.names and not r.weak), None)


def _compare(
    row: _RowName, reading: Reading, calls: tuple[str, ...], born: BirthDates, *, surname: SurnameFit, rule: str
) -> NameMatch:
    """One reading against the row, given how its surname fits."""
    witnessed = born.agrees is True
    first, first_rule = max(compare_first_names(own, reading.first, calls) for own in row.firsts)
    rules = [r for r in (rule, reading.rule, first_rule, "order" if reading.weak else "") if r]
    if rule.startswith("name_part") and first < FirstFit.SAME_INITIALS:
        surname = min(surname, SurnameFit.PART)
    grade = _grade(surname, first, witnessed=witnessed, weak=reading.weak, plain=not rules)
    score = round(_SURNAME_SCORE[surname] * _FIRST_SCORE[first] * (0.97 if reading.weak else 1.0), 4)
    if born.agrees is False and grade is not Grade.DIFFERENT:
        grade = Grade.DOUBTFUL if born.slip else Grade.DIFFERENT
        rules.append("birth_date_slip" if born.slip else "birth_date")
    elif witnessed and grade is not Grade.DIFFERENT and not plain_enough(surname, first):
        rules.append("birth_date")
    return NameMatch(
        grade=grade,
        rule="+".join(dict.fromkeys(rules)) if grade is not Grade.EXACT else "",
        score=score,
        birth_date=born.agrees,
    )


def plain_enough(surname: SurnameFit, first: FirstFit) -> bool:
    """Does the name fit without a birth date to settle it?"""
    return surname >= SurnameFit.BY_RULE and first >= FirstFit.INITIALS


def _grade(surname: SurnameFit, first: FirstFit, *, witnessed: bool, weak: bool, plain: bool) -> Grade:
    """The grade by names alone, with a birth date that agrees (`witnessed`) as the second witness."""
    if surname is SurnameFit.DIFFERENT:
        return Grade.DOUBTFUL if witnessed and first >= FirstFit.SAME_INITIALS else Grade.DIFFERENT
    if first is FirstFit.DIFFERENT:
        return Grade.DOUBTFUL if witnessed else Grade.DIFFERENT
    if first is FirstFit.UNLIKE:
        return Grade.DOUBTFUL if surname > SurnameFit.ALIKE or witnessed else Grade.DIFFERENT
    doubts = (surname < SurnameFit.BY_RULE) + (first in (FirstFit.NONE, FirstFit.ALIKE)) + weak
    if doubts == 0:
        exact = plain and surname is SurnameFit.EXACT and first in (FirstFit.EXACT, FirstFit.SAME_INITIALS)
        return Grade.EXACT if exact else Grade.BY_RULE
    if doubts == 1:
        return Grade.BY_RULE if witnessed else Grade.DOUBTFUL
    if surname is SurnameFit.ALIKE and first is FirstFit.NONE and not witnessed:
        return Grade.DIFFERENT
    return Grade.DOUBTFUL if witnessed or not weak else Grade.DIFFERENT


def _compare_surname(row: _RowName, printed: Surname) -> tuple[SurnameFit, str]:
    """The best fit of a printed surname with any form of the row's."""
    if printed.prefixes[0] == "" and row.words.isdisjoint(printed.words):
        return SurnameFit.DIFFERENT, ""
    form = row.forms.get(printed.words)
    if form:
        return _with_prefix(form, printed, form.rule)
    glued = row.forms.get((printed.as_one,)) if len(printed.words) < 3 else None
    if glued and not glued.loose:
        return SurnameFit.BY_RULE, glued.rule or "prefix"
    if _has_more(row, printed):
        return SurnameFit.PART, "extra_part"
    return SurnameFit.DIFFERENT, ""


def _has_more(row: _RowName, printed: Surname) -> bool:
    """The paper prints the row's surname and another one that nothing in the table bears out."""
    if len(printed.words) < 2:
        return False
    pieces = {part.words for part in printed.parts} | {printed.words[:1], printed.words[-1:]}
    found = [row.forms[words] for words in pieces if words in row.forms]
    return any(not form.loose and form.rule in ("", "birth_name") for form in found)


def _with_prefix(form: Form, printed: Surname, rule: str) -> tuple[SurnameFit, str]:
    same = compare_prefixes(form.surname.prefixes, printed.prefixes)
    if form.loose or same is None:
        return SurnameFit.PART, "+".join(r for r in (rule, "prefix" if same is None else "") if r)
    if rule or not same:
        return SurnameFit.BY_RULE, "+".join(r for r in (rule, "" if same else "prefix") if r)
    return SurnameFit.EXACT, ""


def _alike(row: _RowName, printed: Surname) -> tuple[SurnameFit, str]:
    """Spelled nearly the same: `Bruijn` and `Bruyn`, a letter misread. Never more than doubtful by itself."""
    text = " ".join(printed.words)
    for own in row.joined:
        if (own[0] == text[0] or own[-1] == text[-1]) and alike(own, text):
            return SurnameFit.ALIKE, "spelling"
    return SurnameFit.DIFFERENT, ""
