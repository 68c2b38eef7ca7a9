"""Room: intake. A folder or ZIP becomes a list of files, and `dossier.yaml` the provider's own statement."""

from dossiercheck.intake.dossier import loose_file, open_dossier
from dossiercheck.intake.model import DEFAULT_LIMITS, DossierFile, DossierFolder, FileProblem, IntakeLimits
from dossiercheck.intake.statement import Statement, StatementProblem, StatementResult, read_statement

__all__ = [
    "DEFAULT_LIMITS",
    "DossierFile",
    "DossierFolder",
    "FileProblem",
    "IntakeLimits",
    "Statement",
    "StatementProblem",
    "StatementResult",
    "loose_file",
    "open_dossier",
    "read_statement",
]
