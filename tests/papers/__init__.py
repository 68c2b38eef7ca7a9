"""Papers for tests and samples, drawn as PDFs and tables: every one of them about an invented person.

from tests import papers

pdf = papers.extract("Anna Maria de Wit", born_on=date(1980, 2, 3), …)     # DUO's extract, not yet sealed
pdf = papers.digital_vog(…)                                              # encrypted, as they are issued
pdf = papers.contract(title, clauses, …)
xlsx = papers.personnel_table(rows)
"""

from tests.papers.agreement import AuditLine, agreement, audit_page
from tests.papers.diploma import evc_paper, extract, paper_diploma
from tests.papers.organisation import organisation_paper
from tests.papers.sheet import FULL_DATE_MONTHS, Sheet, dutch_date, joined
from tests.papers.table import personnel_table
from tests.papers.vog import digital_vog, encrypted, paper_vog

__all__ = [
    "FULL_DATE_MONTHS",
    "AuditLine",
    "Sheet",
    "agreement",
    "audit_page",
    "digital_vog",
    "dutch_date",
    "encrypted",
    "evc_paper",
    "extract",
    "joined",
    "organisation_paper",
    "paper_diploma",
    "paper_vog",
    "personnel_table",
]
