"""Room: batch. Many dossiers become many reports and an overview, on all cores, one after another if need be."""

from dossiercheck.batch.candidates import Candidate, Search, find_dossiers, numbered
from dossiercheck.batch.overview import FailOn, overview_of, worst_exit_code
from dossiercheck.batch.record import Record
from dossiercheck.batch.run import Busy, Moment, Plan, Watch, run
from dossiercheck.batch.storage import Store

__all__ = [
    "Busy",
    "Candidate",
    "FailOn",
    "Moment",
    "Plan",
    "Record",
    "Search",
    "Store",
    "Watch",
    "find_dossiers",
    "numbered",
    "overview_of",
    "run",
    "worst_exit_code",
]
