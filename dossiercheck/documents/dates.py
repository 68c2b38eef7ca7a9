"""Dates live beside the facts now; this keeps older imports working for a while."""

from dossiercheck.dates import MONTHS, DateHit, find_dates, parse_date

__all__ = ["MONTHS", "DateHit", "find_dates", "parse_date"]
