"""Room: desk. A reviewer's rulings, laid over the findings, and reports of earlier runs, read back."""

from dossiercheck.desk.comparison import Cause, Change, Comparison, Turn, compare
from dossiercheck.desk.confirmations import Confirmation, Desk, ToConfirm, confirm, to_confirm, together
from dossiercheck.desk.decisions import contents_of, decide
from dossiercheck.desk.letter import (
    Case,
    EmployeeNote,
    Point,
    ProviderLetter,
    Term,
    employee_notes,
    left_to_decide,
    provider_letter,
)
from dossiercheck.desk.model import Decision, Question, Waiver, question_of
from dossiercheck.desk.questions import OpenQuestion, merged, open_questions, outcome_of
from dossiercheck.desk.rulings import Rulings, read_rulings, write_rulings
from dossiercheck.desk.saved import (
    SavedAction,
    SavedDocument,
    SavedFinding,
    SavedPlace,
    SavedReport,
    parse_report,
    read_report,
)
from dossiercheck.desk.sharing import Aliases, aliases_of, shared
from dossiercheck.desk.verification import SEPARATOR, Difference, differences
from dossiercheck.desk.waivers import read_waivers, waive

__all__ = [
    "SEPARATOR",
    "Aliases",
    "Case",
    "Cause",
    "Change",
    "Comparison",
    "Confirmation",
    "Decision",
    "Desk",
    "Difference",
    "EmployeeNote",
    "OpenQuestion",
    "Point",
    "ProviderLetter",
    "Question",
    "Rulings",
    "SavedAction",
    "SavedDocument",
    "SavedFinding",
    "SavedPlace",
    "SavedReport",
    "Term",
    "ToConfirm",
    "Turn",
    "Waiver",
    "aliases_of",
    "compare",
    "confirm",
    "contents_of",
    "decide",
    "differences",
    "employee_notes",
    "left_to_decide",
    "merged",
    "open_questions",
    "outcome_of",
    "parse_report",
    "provider_letter",
    "question_of",
    "read_report",
    "read_rulings",
    "read_waivers",
    "shared",
    "to_confirm",
    "together",
    "waive",
    "write_rulings",
]
