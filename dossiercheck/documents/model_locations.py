"""The papers of the provider itself, as typed facts, and the text of a document line by line."""

from dataclasses import dataclass
from enum import StrEnum

from dossiercheck.facts import Fact, Place


@dataclass(frozen=True, kw_only=True, slots=True)
class TextLine:
    """A line of a document; columns are two spaces apart."""

    text: str
    """Fit for searching: plain spaces, quotes and dashes."""
    place: Place
    """Of the whole line. Its words are left out of `place.text`: whoever shows some of them says which."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TextPage:
    """A page, a sheet or a text file, as lines."""

    number: int | None
    """From 1; None for sheets and text files."""
    lines: tuple[TextLine, ...]

    @property
    def text(self) -> str:
        """The lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)

    @property
    def is_sure(self) -> bool:
        """Was every line read surely enough to say that a word is not there?"""
        return all(line.place.is_sure for line in self.lines)


class LocationKind(StrEnum):
    """What a location is (Twente 3.3.1)."""

    HEAD_OFFICE = "hoofdkantoor"
    BRANCH = "nevenvestiging"
    DAY_CARE = "dagbestedingslocatie"
    HOUSING = "woonlocatie"


class Tenure(StrEnum):
    """How the provider has a location."""

    OWNED = "eigendom"
    RENTED = "huur"


@dataclass(frozen=True, kw_only=True, slots=True)
class Location:
    """One location of the overview. None: the cell is empty or its column absent."""

    place: Place
    """The cell of its name, or its first filled cell."""
    name: Fact[str] | None = None
    address: Fact[str] | None = None
    """Street and number; in some overviews the whole address."""
    postcode: Fact[str] | None = None
    town: Fact[str] | None = None
    kinds: Fact[tuple[LocationKind, ...]] | None = None
    tenure: Fact[Tenure] | None = None
    not_understood: tuple[tuple[str, Fact[str]], ...] = ()
    """`kinds` or `tenure`, with words that the set does not know (or ticks that contradict each other)."""

    @property
    def id(self) -> str:
        """Its name, else its address, else its cell."""
        named = self.name or self.address
        return named.value if named else (self.place.cell or "?")


@dataclass(frozen=True, kw_only=True, slots=True)
class LocationOverview:
    """The overview of locations. Rows that hold no location are named in `skipped`."""

    locations: tuple[Location, ...]
    header: Place
    columns: tuple[str, ...] = ()
    """Names of the fields that have a column; empty for an overview that is no table."""
    skipped: tuple[Place, ...] = ()
    none_stated: Place | None = None
    """Where it says that there are none (`niet van toepassing`)."""
    cut_off: bool = False
    is_table: bool = True
    """False for a paper with the title of an overview that is no table: only a person can read its rows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EvacuationPlan:
    """A plan for leaving a building. What it treats is looked for in its text by the requirement set's words."""

    title: Fact[str]


class RiePart(StrEnum):
    """What a paper of a risk assessment (RI&E) is."""

    INVENTORY = "inventory"
    ACTION_PLAN = "action_plan"
    REVIEW = "review"


@dataclass(frozen=True, kw_only=True, slots=True)
class RiskAssessment:
    """A paper of a risk assessment; a report may hold its action plan, or the letter of its reviewer, as well."""

    title: Fact[str]
    parts: tuple[RiePart, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Subcontract:
    """An agreement between two organisations. Who they are is read in its opening."""

    title: Fact[str]
