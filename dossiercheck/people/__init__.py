"""Room: people. Documents become persons with their papers, plus what is left over."""

from dossiercheck.people.model import (
    Ambiguity,
    Assigned,
    Dossier,
    Grade,
    NameConflict,
    NameMatch,
    Person,
)

__all__ = ["Ambiguity", "Assigned", "Dossier", "Grade", "NameConflict", "NameMatch", "Person"]
