"""Room: desk. A reviewer's own rulings, from files beside the dossiers, laid over the findings of a check."""

from dossiercheck.desk.decisions import contents_of, decide, read_decisions, write_decisions
from dossiercheck.desk.model import Decision, Question, Waiver, question_of
from dossiercheck.desk.waivers import read_waivers, waive

__all__ = [
    "Decision",
    "Question",
    "Waiver",
    "contents_of",
    "decide",
    "question_of",
    "read_decisions",
    "read_waivers",
    "waive",
    "write_decisions",
]
