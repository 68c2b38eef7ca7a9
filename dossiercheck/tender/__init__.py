"""Room: tender. The YAML of a subtender becomes a validated list of requirements."""

from dossiercheck.tender.installed import find_set, installed_sets, schema_folder
from dossiercheck.tender.model import Subtender
from dossiercheck.tender.sets import load_set, read_set
from dossiercheck.tender.source import Mistake, Source, read_source

__all__ = [
    "Mistake",
    "Source",
    "Subtender",
    "find_set",
    "installed_sets",
    "load_set",
    "read_set",
    "read_source",
    "schema_folder",
]
