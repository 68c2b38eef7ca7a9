"""What one kind says of one file: 'this is mine, so sure am I, and this is what it states'."""

from dataclasses import dataclass

from dossiercheck.documents.model import Declared, Kind, Paper
from dossiercheck.findings import FactView


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """A kind's claim to a file. `documents.recognise` weighs the claims of all kinds against each other."""

    kind: Kind
    paper: Paper
    confidence: float
    """0 to 1. About 0.95: title and structure fit; 0.7: enough of it fits; below 0.4 no claim should be made."""
    over: tuple[str, ...] = ()
    """Kinds that give way to this one: it is a particular case of them."""
    facts: tuple[FactView, ...] = ()
    """The facts of `paper`, named as in formats.md 4; a name without a value where it was not found."""

    @property
    def kind_name(self) -> str:
        """The kind that is claimed, by the name that the report gives it."""
        return self.paper.kind_id if isinstance(self.paper, Declared) else self.kind.value
