"""The words by which documents are read and that a requirement set may change (column headers, above all)."""

from dataclasses import dataclass, field

from dossiercheck.documents.declared import DeclaredField, DeclaredKind
from dossiercheck.documents.location_layout import LocationLayout
from dossiercheck.documents.table_layout import TableLayout


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """All words that `recognise` needs from outside."""

    table: TableLayout = field(default_factory=TableLayout)
    locations: LocationLayout = field(default_factory=LocationLayout)
    declared: tuple[DeclaredKind, ...] = ()
    """Kinds of documents that the set declares."""


__all__ = ["DeclaredField", "DeclaredKind", "LocationLayout", "TableLayout", "Vocabulary"]
