"""dossiercheck: checks a care provider's tender dossier against the requirements of a subtender."""

__version__ = "0.1.0"
