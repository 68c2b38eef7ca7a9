"""What the operator asks of a check."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from dossiercheck.cache import Store
from dossiercheck.findings import FactValue
from dossiercheck.trust import TrustAnchors

if TYPE_CHECKING:  # the desk stands on every other room: workers start reading before those are loaded
    from dossiercheck.desk import Rulings, Waiver


@dataclass(frozen=True, kw_only=True)
class CheckOptions:
    """What the operator asks for. Nothing of it comes from the dossier."""

    on: date
    """The date judged by."""
    anchors: TrustAnchors
    requirements: str | None = None
    """Id or file of a requirement set; None: the one that the dossier states."""
    overrides: Mapping[str, object] = field(default_factory=dict)
    """Fields of `Statement` given on the command line."""
    deadline: date | None = None
    """The tender's closing date; None: the set's own, if it has one."""
    response_deadline: date | None = None
    """The last day for what was asked for later, where the buyer set another term."""
    waivers: "tuple[Waiver, ...]" = ()
    """A reviewer's exceptions, from a file of their own."""
    rulings: "Rulings | None" = None
    """A reviewer's decisions and the answers of issuers, from a file of their own; None: there is none."""
    pictures: bool = False
    """Cut the pieces of pages that findings rest on, for a format that shows them."""
    jobs: int | None = None
    store: Store | None = None
    """Where what was read is kept; None: nowhere."""
    on_given: bool = True
    """The date was given, and is not just today's."""

    @property
    def asked(self) -> Mapping[str, FactValue]:
        """What the operator gave, as far as it bears on the report: enough to judge again in the same way."""
        given = {"deadline": self.deadline, "response_deadline": self.response_deadline, **self.overrides}
        told = {name: value for name, value in given.items() if isinstance(value, str | int | bool | date | tuple)}
        return {"set_given": self.requirements is not None, "on_given": self.on_given, **told}
