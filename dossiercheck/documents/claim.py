"""What one kind says of one file: 'this is mine, so sure am I, and this is what it states'."""

from dataclasses import dataclass

from dossiercheck.documents.model import Kind, Paper
from dossiercheck.findings import FactView


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A kind's claim to a file. `documents.recognise` weighs the claims of all kinds against each other."""

    kind: Kind
    paper: Paper
    confidence: float
    """0 to 1. About 0.95: title and structure fit; 0.7: enough of it fits; below 0.4 no claim should be made."""
    facts: tuple[FactView, ...] = ()
    """The facts of `paper`, named as in formats.md 4; a name without a value where it was not found."""
