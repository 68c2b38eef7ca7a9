"""What the layouts of diplomas hand to `diploma`: the words of each part, before they are read as facts."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dossiercheck.documents.labels import LabelSet
from dossiercheck.documents.places import Words
from dossiercheck.documents.prose import Dated


@dataclass(kw_only=True, slots=True)
class DiplomaParts:
    """The words of one diploma, each list in the order of the page; several entries are several candidates."""

    title: Words | None = None
    """`DIPLOMA`, `GETUIGSCHRIFT`, `CERTIFICAAT`, `CIJFERLIJST` …"""
    holder: list[Words] = field(default_factory=list)
    born: list[Dated] = field(default_factory=list)
    education: list[Words] = field(default_factory=list)
    """The lines that name type, level and programme."""
    framework: list[Words] = field(default_factory=list)
    """The lines that print the NLQF level."""
    programme: list[Words] = field(default_factory=list)
    """Where the programme is labelled as such; else it is read from `education`."""
    institution: list[Words] = field(default_factory=list)
    awarded: list[Dated] = field(default_factory=list)


LABELS = LabelSet(
    names={
        "name": (r"naam", r"naam\s+(?:student|deelnemer|cursist|kandidaat|diplomahouder)"),
        "surname": (r"achternaam", r"geslachtsnaam"),
        "given": (r"voorna(?:am|men)", r"voorna\(a\)m\(en\)"),
        "prefix": (r"tussenvoegsels?", r"voorvoegsels?"),
        "born": (r"geboortedatum", r"geboren\s+op", r"geboren"),
        "born_at": (r"geboorteplaats", r"geboorteland", r"geboren\s+te"),
        "programme": (r"(?:naam\s+)?opleiding(?:snaam)?", r"kwalificatie", r"studie(?:richting)?", r"programma"),
        "type": (r"onderwijssoort", r"soort\s+(?:onderwijs|opleiding|diploma)", r"onderwijstype", r"waardedocument"),
        "level": (r"(?:mbo-?|kwalificatie)?niveau",),
        "institution": (r"(?:naam\s+)?(?:onderwijs)?instelling", r"school"),
        "awarded": (
            r"(?:diploma|uitreikings|afgifte)datum",
            r"datum\s+(?:van\s+)?(?:uitreiking|afgifte|uitgifte|diploma|behalen|diplomering|getuigschrift)",
            r"datum\s+behaald",
            r"(?:behaald|uitgereikt)\s+op",
        ),
        "other": (r"profiel", r"crebo(?:nummer|code)?", r"leerweg", r"studentnummer", r"downloaddatum", r"plaats"),
    },
    stop=r"(?!)",
)
"""Labels of extracts and screens that print label and value."""


def together(parts: Sequence[Words]) -> Words:
    """One stretch out of several, in their order; all of the first one's page."""
    page = parts[0].page
    return Words(page=page, extents=tuple(e for part in parts if part.page is page for e in part.extents))
