"""Room: desk. A reviewer's rulings, laid over the findings, and reports of earlier runs, read back."""

from dossiercheck.desk.comparison import Cause, Change, Comparison, Turn, compare
from dossiercheck.desk.decisions import contents_of, decide, read_decisions, write_decisions
from dossiercheck.desk.model import Decision, Question, Waiver, question_of
from dossiercheck.desk.questions import OpenQuestion, merged, open_questions, outcome_of
from dossiercheck.desk.saved import SavedDocument, SavedFinding, SavedPlace, SavedReport, parse_report, read_report
from dossiercheck.desk.waivers import read_waivers, waive

__all__ = [
    "Cause",
    "Change",
    "Comparison",
    "Decision",
    "OpenQuestion",
    "Question",
    "SavedDocument",
    "SavedFinding",
    "SavedPlace",
    "SavedReport",
    "Turn",
    "Waiver",
    "compare",
    "contents_of",
    "decide",
    "merged",
    "open_questions",
    "outcome_of",
    "parse_report",
    "question_of",
    "read_decisions",
    "read_report",
    "read_waivers",
    "waive",
    "write_decisions",
]
