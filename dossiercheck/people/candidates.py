"""Which rows of the table fit a paper best, by the names and the birth date in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from dossiercheck.people.model import Grade, NameMatch
from dossiercheck.people.names import FULL_NAME_SCORE, NAMESAKE_SCORE, Row, match_row
from dossiercheck.people.printed_names import read_name

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


def best_candidates(rows: Sequence[Row], names: Sequence[str], born: date | None) -> tuple[Candidate, ...]:
    """The rows that fit best, in the order of the table; several where they fit alike, none where no row fits."""
    found: list[Candidate] = []
    printed = [read_name(name) for name in names]
    for index, row in enumerate(rows):
        options = [c for name in printed if (c := _candidate(index, match_row(row, name, born)))]
        if options:
            found.append(max(options, key=lambda c: (c.rank, c.match.score)))
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
