"""Is support given at a location of the provider's own? What it states and what its overview lists count both.

Several requirements hang on the answer; where statement and overview contradict each other it is not known.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from dossiercheck.checks.case import Case
from dossiercheck.checks.unread_files import ANY_ENDINGS, Perhaps, Wanted, may_hold
from dossiercheck.documents import Document, Kind, Location, LocationKind, LocationOverview, Unreadable, Unrecognised
from dossiercheck.documents import kind_by_name as promised_kind


@dataclass(frozen=True, kw_only=True)
class Support:
    """Whether support is given at an own location, and what says so."""

    there: bool | None
    """None: not stated, or contradictory."""
    contradicted_by: Location | None = None
    """A location with care in the overview of a provider that states to have none."""


def support(case: Case, care_kinds: Collection[LocationKind]) -> Support:
    """`care_kinds` are the kinds of location at which support is given for sure."""
    stated = case.dossier.statement.has_locations
    care = next((at for at in locations(case) if at.kinds and set(at.kinds.value) & set(care_kinds)), None)
    if stated is False:
        return Support(there=None if care else False, contradicted_by=care)
    return Support(there=True if stated or care else None)


def overviews(case: Case) -> tuple[tuple[Document, LocationOverview], ...]:
    """The overviews of locations, in the order of their paths."""
    found = ((document, document.paper) for document in case.dossier.documents)
    return tuple((document, paper) for document, paper in found if isinstance(paper, LocationOverview))


def locations(case: Case) -> Iterator[Location]:
    """Every location of every overview, once: the same one in two overviews counts once."""
    seen: set[tuple[str, str]] = set()
    for _, overview in overviews(case):
        for location in overview.locations:
            key = (location.id.casefold(), location.address.value.casefold() if location.address else "")
            if key not in seen:
                seen.add(key)
                yield location


def elsewhere(case: Case, kind: Kind) -> Perhaps | None:
    """Where a paper of this kind may be though nothing promises it: an archive, a scan, what is attached to a PDF."""
    return may_hold(case.dossier, Wanted(kind=kind.value, endings=ANY_ENDINGS, attached=ANY_ENDINGS))


def unread(case: Case, kind: Kind) -> Document | None:
    """A file that looks like one of this kind, or promises it by its name, and could not be read as one."""
    for document in case.dossier.documents:
        match document.paper:
            case Unrecognised(hint=hint) if kind in (hint, document.kind):
                return document
            case Unreadable() if promised_kind(document.file) is kind:
                return document
            case _:
                continue
    return None
