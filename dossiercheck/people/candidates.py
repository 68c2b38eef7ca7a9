"""Which rows of the table fit a paper best, by the names and the birth date in it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from dossiercheck.documents.model import Employee
from dossiercheck.people.model import Grade, NameMatch
from dossiercheck.people.names import FULL_NAME_SCORE, NAMESAKE_SCORE, match_row, row_of
from dossiercheck.people.printed_names import read_name
from dossiercheck.people.printed_parts import PrintedName

MARGIN = 0.005
"""Scores nearer to each other than this count as equal."""


class Rank(IntEnum):
    """How strongly a paper's content points at a row."""

    NAMESAKE = 1
    """The name fits, the birth date contradicts."""
    DOUBTFUL = 2
    INITIALS = 3
    WHOLE_NAME = 4
    BIRTH_DATE_AND_INITIALS = 5
    BIRTH_DATE_AND_NAME = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A row (its index) that a paper may belong to."""

    person: int
    rank: Rank
    match: NameMatch


class Rows:
    """The rows of the table, to be found by what of a name they must share with a paper to fit at all."""

    def __init__(self, employees: Sequence[Employee]) -> None:
        self.employees = employees
        self._rows = tuple(map(row_of, employees))
        self._sharing: defaultdict[str | date, set[int]] = defaultdict(set)
        for index, row in enumerate(self._rows):
            for trace in row.traces:
                self._sharing[trace].add(index)

    def matches(self, name: PrintedName, born: date | None) -> Iterator[tuple[int, NameMatch]]:
        """Each row that may fit, by its index, and how well it does."""
        wanted = (*name.words, *name.edges, *((born,) if born else ()))
        for index in set().union(*(self._sharing.get(trace, ()) for trace in wanted)):
            yield index, match_row(self._rows[index], name, born)


def best_candidates(rows: Rows, names: Sequence[str], born: date | None) -> tuple[Candidate, ...]:
    """The rows that fit best, in the order of the table; several where they fit alike, none where no row fits."""
    best_of: dict[int, Candidate] = {}
    for name in map(read_name, names):
        for index, match in rows.matches(name, born):
            here = _candidate(index, match)
            there = best_of.get(index)
            if here and (there is None or (here.rank, here.match.score) > (there.rank, there.match.score)):
                best_of[index] = here
    found = [best_of[index] for index in sorted(best_of)]
    if not found:
        return ()
    best = max((c.rank, c.match.score) for c in found)
    return tuple(c for c in found if c.rank == best[0] and c.match.score >= best[1] - MARGIN)


def _candidate(person: int, match: NameMatch) -> Candidate | None:
    match match.grade:
        case Grade.EXACT | Grade.BY_RULE:
            whole = match.score >= FULL_NAME_SCORE
            if match.birth_date:
                rank = Rank.BIRTH_DATE_AND_NAME if whole else Rank.BIRTH_DATE_AND_INITIALS
            else:
                rank = Rank.WHOLE_NAME if whole else Rank.INITIALS
        case Grade.DOUBTFUL:
            rank = Rank.DOUBTFUL
        case Grade.DIFFERENT:
            if match.birth_date is not False or match.score < NAMESAKE_SCORE:
                return None
            rank = Rank.NAMESAKE
    return Candidate(person=person, rank=rank, match=match)
