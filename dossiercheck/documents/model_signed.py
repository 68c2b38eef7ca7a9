"""What a paper tells about being signed by one party."""

from dataclasses import dataclass

from dossiercheck.facts import Place


@dataclass(frozen=True, kw_only=True, slots=True)
class Signed:
    """Did a party sign? `value` None means that it cannot be told."""

    value: bool | None
    by: str = ""
    """`signature` (embedded, of that party), `service` (a signing service's audit page), `ink`, or empty."""
    place: Place | None = None


NOT_TOLD = Signed(value=None)
