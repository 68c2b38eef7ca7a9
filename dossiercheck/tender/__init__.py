"""Room: tender. The YAML of a subtender becomes a validated list of requirements."""

from dossiercheck.tender.describe import describe, describe_check, describe_requirement, differences
from dossiercheck.tender.installed import find_set, installed_sets, schema_folder, versions_of
from dossiercheck.tender.json_schema import json_schema
from dossiercheck.tender.model import Subtender
from dossiercheck.tender.new_set import new_set
from dossiercheck.tender.sets import load_set, read_set
from dossiercheck.tender.source import Mistake, Source, read_source

__all__ = [
    "Mistake",
    "Source",
    "Subtender",
    "describe",
    "describe_check",
    "describe_requirement",
    "differences",
    "find_set",
    "installed_sets",
    "json_schema",
    "load_set",
    "new_set",
    "read_set",
    "read_source",
    "schema_folder",
    "versions_of",
]
