"""Room: tender. The YAML of a subtender becomes a validated list of requirements."""

from dossiercheck.tender.model import Subtender
from dossiercheck.tender.sets import installed_sets, load_set, read_set, schema_folder

__all__ = ["Subtender", "installed_sets", "load_set", "read_set", "schema_folder"]
