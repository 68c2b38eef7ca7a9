"""Room: people. Documents become persons with their papers, plus what is left over."""

from dossiercheck.documents import same_number
from dossiercheck.people.call_names import is_known as is_first_name
from dossiercheck.people.holders import within
from dossiercheck.people.matching import match_people
from dossiercheck.people.model import (
    Ambiguity,
    Assigned,
    Dossier,
    Grade,
    NameConflict,
    NameMatch,
    Person,
)
from dossiercheck.people.names import NAMESAKE_SCORE, match_name
from dossiercheck.people.unsure_names import has_unsure_name

__all__ = [
    "NAMESAKE_SCORE",
    "Ambiguity",
    "Assigned",
    "Dossier",
    "Grade",
    "NameConflict",
    "NameMatch",
    "Person",
    "has_unsure_name",
    "is_first_name",
    "match_name",
    "match_people",
    "same_number",
    "within",
]
