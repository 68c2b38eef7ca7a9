"""The overview of many dossiers, worst first: on a terminal, as a page, a workbook, CSV or JSON."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from dossiercheck.findings import Overview
from dossiercheck.reports.interface import Rendered, View
from dossiercheck.reports.overview import console, data, page
from dossiercheck.reports.overview.tables import overview_tables
from dossiercheck.reports.wording import words


def _book(overview: Overview, view: View) -> bytes:
    from dossiercheck.reports.xlsx.book import workbook

    return workbook(overview_tables(overview, words(view.lang), view.only), overview.on)


OVERVIEW_FORMATS: Mapping[str, Callable[[Overview, View], Rendered]] = MappingProxyType(
    {
        "console": console.render,
        "html": page.render,
        "xlsx": _book,
        "csv": data.as_csv,
        "json": data.as_json,
    }
)

__all__ = ["OVERVIEW_FORMATS"]
