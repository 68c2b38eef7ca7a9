"""Witnesses for what the Twente set asks of the provider itself: declarations, deadlines, locations, plans, language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from dossiercheck.documents import Document, recognise
from dossiercheck.documents.model import ContractKind, Kind
from dossiercheck.intake.statement import Statement
from dossiercheck.tender import Subtender, load_set
from tests.documents.organisation import paper
from tests.documents.table_samples import workbook
from tests.dossiers import contract, document, fact, person, replace

Make = Callable[..., Any]
"""`_witness` and `_finding` of `witnesses`."""
NEW = ["zandloper"]

PLAN = """Ontruimingsplan De Proef
Taken van elke medewerker: de deelnemers naar buiten brengen en de lijst meenemen.
Verantwoordelijk voor het gebouw en voor dit plan is iemand van kantoor, hoe dan ook.
Procedures staan op de kaart naast de deur en worden samen met iedereen geoefend.
BHV helpt gewonden, blust een kleine brand en loopt alle ruimten van het gebouw na.
Verzamelplaats is het plein voor de kerk, waar iedereen wordt geteld en opgevangen.
Brandweer  0546-111111
Politie  0546-222222
Huisarts  0546-333333"""
HINTS = """Ontruimingsplan De Proef
De rol van de leiding en de instructie voor ehbo bij de nooduitgang staan op de kaart in de gang."""
LISTING = """Geachte heer, mevrouw,
Bijgaand zenden wij u de stukken voor onze inschrijving. Het betreft:
• 20 diploma's
• 20 arbeidsovereenkomsten
Ons aanbod is drie maanden geldig.
Hoogachtend,
Zorg Voorbeeld B.V."""
ACTIONS = """Plan van aanpak RI&E
Er komt een training voor alle mensen die werken met cliënten.
Maatregel: de vloer in de keuken wordt voorzien van matten tegen het uitglijden.
Prioriteit van deze zaak: zo snel als het kan, want het gaat om letsel van mensen.
Planning: alles is klaar op 1 maart 2024, daarna kijken wij samen nog eens rond."""
ACTION_HINTS = """RI&E De Proef
Hier staan de aanschaffen met de volgorde waarin en het jaar zonder meer uitleg erbij."""
LETTER = """Arbodienst De Vesting
Betreft: toetsing RI&E
Wij hebben de stukken van Zorg Voorbeeld B.V. getoetst.
Getekend door de kerndeskundige te Enschede, 14 maart 2024"""


def organisation(witness: Make, finding: Make) -> list[Any]:
    """All of them."""
    rooms = (_stated, _locations, _overview_words, _evacuation, _rie, _review, _subcontract, _dutch, _reservations)
    return [found for room in rooms for found in room(witness, finding)]


def _stated(witness: Make, finding: Make) -> list[Any]:
    rule = next(r for r in load_set("twente-t77948").requirements if r.id == "declarations")
    numbers = (*rule.questions, *rule.by_product["basis"], *rule.by_product["plus"])
    yes = Statement(products=("basis", "plus"), declarations=tuple((n, True) for n in numbers))
    answered = finding("declarations", person(), statement=yes)

    def handed_in(day: date) -> Any:
        return finding(
            "submission.on-time",
            person(),
            statement=Statement(requested_on=date(2024, 12, 20), submitted_on=day),
        )

    last = handed_in(date(2025, 1, 8))
    return [
        witness("requirements/declarations/questions", ["1.1", "9.9"], answered),
        witness("requirements/declarations/by_product/basis", ["9.9"], answered),
        witness("requirements/declarations/by_product/plus", ["9.9"], answered),
        witness("requirements/submission.on-time/deadline", "2025-01-07", last),
        witness("requirements/submission.on-time/working_days", 9, last),
        witness("requirements/submission.on-time/holidays", ["christmas-day"], last),
        witness("requirements/submission.on-time/equated", ["2025-01-08"], handed_in(date(2025, 1, 9))),
    ]


HEADERS = {"name": "Naam locatie", "address": "Adres", "postcode": "Postcode", "town": "Plaats", "kinds": "Soort locatie",
           "tenure": "Eigendom of huur"}  # fmt: skip
ROW = {"name": "De Brug", "address": "Dorpsstraat 1", "postcode": "7607 AB", "town": "Almelo", "kinds": "woonlocatie",
       "tenure": "huur"}  # fmt: skip


def overview(subtender: Subtender, *, headers: dict[str, str] | None = None, **cells: str) -> Document:
    """The overview as the set reads it, with other headers or cells."""
    content = workbook([list({**HEADERS, **(headers or {})}.values()), list({**ROW, **cells}.values())])
    return recognise("locaties/overzicht.xlsx", "hash", 1, content, subtender.vocabulary)


def _locations(witness: Make, finding: Make) -> list[Any]:
    home = overview(load_set("twente-t77948"))
    stated_none = finding("locations.overview", person(), documents=(home,), statement=Statement(has_locations=False))
    return [witness("defaults/care_kinds", ["dagbestedingslocatie"], stated_none)]


def _overview_words(witness: Make, _: Make) -> list[Any]:
    words = load_set("twente-t77948").header.locations
    assert words

    def read(**given: Any) -> Any:
        def seen(subtender: Subtender) -> object:
            held = overview(subtender, **given).paper
            return getattr(held, "locations", None), getattr(held, "none_stated", None)

        return seen

    ticked = {"kinds": "Woonlocatie", "tenure": "Huur"}
    nothing = dict.fromkeys(ROW, "") | {"name": "zandloper", "address": "zandloper"}
    return [
        *(witness(f"locations/headers/{f}", NEW, read(headers={f: "Zandloper"})) for f in words.headers),
        *(witness(f"locations/kinds/{kind.value}", NEW, read(kinds="zandloper")) for kind in words.kinds),
        *(witness(f"locations/tenure/{tenure.value}", NEW, read(tenure="zandloper")) for tenure in words.tenure),
        witness("locations/ticks", NEW, read(headers=ticked, kinds="zandloper", tenure="zandloper")),
        witness("locations/none", NEW, read(**nothing)),
    ]


def _evacuation(witness: Make, finding: Make) -> list[Any]:
    id_ = "evacuation-plan.content"
    rule = next(r for r in load_set("twente-t77948").requirements if r.id == id_)
    at = f"requirements/{id_}"
    whole = finding(id_, person(), values=True, documents=(paper(PLAN),))
    hinted = finding(id_, person(), values=True, documents=(paper(HINTS),))
    nothing = finding(id_, person(), values=True, documents=(paper("Noodplan\nbrand"),))
    called = finding(id_, person(), values=True, documents=(paper(f"{PLAN[:24]}\nBel 112 als er iets is"),))
    own = finding(id_, person(), values=True, documents=(paper(f"{PLAN[:24]}\nWijk 0900-8844\nPost 0900-0904"),))
    blank = finding(id_, person(), documents=(paper(f"{PLAN}\nNaam: ____\nPlaats: ____\nDatum: ____"),))
    short = finding("evacuation-plan.present", person(), documents=(paper(PLAN),))
    return [
        *(witness(f"{at}/parts/{part}/words", NEW, whole) for part in rule.parts),
        *(witness(f"{at}/parts/{part}/weak", NEW, hinted) for part in rule.parts),
        *(witness(f"{at}/parts/{part}/dated", True, whole) for part in rule.parts),
        *(witness(f"{at}/parts/{part}/decisive", not rule.parts[part].decisive, nothing) for part in rule.parts),
        *(witness(f"{at}/phones/{who}", NEW, whole) for who in ("fire_brigade", "police", "to_warn")),
        witness(f"{at}/phones/call", NEW, called),
        witness(f"{at}/phones/emergency", ["113"], called),
        witness(f"{at}/phones/police_numbers", [], own),
        witness(f"{at}/phones/fire_brigade_numbers", [], own),
        witness(f"{at}/most_blanks", 3, blank),
        witness("requirements/evacuation-plan.present/least_words", 400, short),
    ]


def _rie(witness: Make, finding: Make) -> list[Any]:
    id_ = "rie.action-plan"
    rule = next(r for r in load_set("twente-t77948").requirements if r.id == id_)
    at = f"requirements/{id_}"
    whole = finding(id_, person(), values=True, documents=(paper(ACTIONS),))
    hinted = finding(id_, person(), values=True, documents=(paper(ACTION_HINTS),))
    untitled = finding(id_, person(), values=True, documents=(paper(ACTIONS.replace("Plan van aanpak", "De Proef")),))
    nothing = finding(id_, person(), values=True, documents=(paper("RI&E\nWelkom"),))
    undated = finding(
        id_, person(), values=True, documents=(paper(ACTIONS.replace("1 maart 2024", "een goed moment")),)
    )
    blank = finding(id_, person(), documents=(paper(f"{ACTIONS}\nNaam: ____\nPlaats: ____\nDatum: ____"),))
    return [
        *(witness(f"{at}/parts/{part}/words", NEW, whole) for part in rule.parts),
        *(witness(f"{at}/parts/{part}/weak", NEW, hinted) for part in rule.parts),
        *(witness(f"{at}/parts/{part}/dated", True, untitled) for part in ("measures", "priorities")),
        *(witness(f"{at}/parts/{part}/decisive", False, nothing) for part in rule.parts),
        witness(f"{at}/parts/time-plan/dated", False, undated),
        witness(f"{at}/most_blanks", 3, blank),
    ]


def _review(witness: Make, finding: Make) -> list[Any]:
    at = "requirements/rie.reviewed"
    people = tuple(person(number=str(n)) for n in range(26))
    stated = Statement(has_locations=True, provider_name="Zorg Voorbeeld B.V.")

    def letter(text: str = LETTER) -> Any:
        return finding("rie.reviewed", people, documents=(paper(text),), statement=stated)

    return [
        witness(f"{at}/above", 26, letter()),
        witness(f"{at}/reviewed", NEW, letter()),
        witness(f"{at}/experts", NEW, letter()),
        witness(f"{at}/not_yet", ["getoetst"], letter()),
        witness(f"{at}/doubt_after_years", 1, letter(LETTER.replace("2024", "2022"))),
    ]


def _subcontract(witness: Make, finding: Make) -> list[Any]:
    text = paper("Overeenkomst\nZorg Voorbeeld B.V. en De Eek B.V.").text
    assignment = replace(document(contract(kind=fact(ContractKind.ASSIGNMENT)), kind=Kind.CONTRACT), text=text)
    stated = Statement(subcontractors=("De Eek",), provider_name="Zorg Voorbeeld")
    seen = finding("subcontract.agreement", person(), documents=(assignment,), statement=stated)
    return [witness("requirements/subcontract.agreement/contract_kinds", ["stage"], seen)]


DUTCH = "Dit is een tekst van ons die wij voor u hebben gemaakt, met alles wat u moet weten over het werk en de mensen."
ENGLISH = (
    "This is a text that we have made for you, with all the things which you should know about our work and people."
)


def _dutch(witness: Make, finding: Make) -> list[Any]:
    id_, at = "submission.dutch", "requirements/submission.dutch"
    rule = next(r for r in load_set("twente-t77948").requirements if r.id == id_)

    def text(*pages: str, kind: Kind = Kind.OTHER) -> Any:
        return finding(id_, person(), documents=(replace(paper(*pages), kind=kind),))

    def foreign(words: tuple[str, ...]) -> Any:
        """A text of words that are frequent in one language alone, and of names."""
        alone = [w for w in words if sum(w in other for other in rule.small_words.values()) == 1][:4]
        return text(" ".join([*alone, *("Karel",) * 14]))

    return [
        witness(f"{at}/own", ["rie"], text(ENGLISH, kind=Kind.QUALITY_MANUAL)),
        witness(f"{at}/shared", ["rie"], text(ENGLISH, kind=Kind.CONTRACT)),
        witness(f"{at}/language", "en", text(DUTCH)),
        *(witness(f"{at}/small_words/{lang}", NEW, foreign(words)) for lang, words in rule.small_words.items()),
        witness(f"{at}/least_words", 100, text(DUTCH)),
        witness(f"{at}/least_hits", 50, text(DUTCH)),
        witness(f"{at}/foreign_share", 0.4, text(DUTCH, ENGLISH)),
        witness(f"{at}/overlooked_share", 0.6, text(DUTCH, ENGLISH)),
    ]


def _reservations(witness: Make, finding: Make) -> list[Any]:
    id_, at = "submission.unconditional", "requirements/submission.unconditional"
    mild = finding(id_, person(), documents=(paper("Betreft: dit en dat\nWij melden ons aan, mits u dat goed vindt"),))
    turned = finding(id_, person(), documents=(paper("Geachte heer,\nAan eis 3 voldoen wij pas in 2026"),))
    plain = finding(id_, person(), documents=(paper("Geachte heer,\nWij doen mee, zonder voorbehoud en van harte"),))
    return [
        witness(f"{at}/letters", NEW, mild),
        witness(f"{at}/applying", NEW, finding(id_, person(), documents=(paper(LISTING),))),
        witness(f"{at}/words", NEW, mild),
        witness(f"{at}/matters", NEW, turned),
        witness(f"{at}/turns", NEW, turned),
        witness(f"{at}/unless", [], plain),
        *_harmless(witness, finding, id_),
    ]


def _harmless(witness: Make, finding: Make, id_: str) -> list[Any]:
    """Every act has a sentence that passes by how it begins, and one that passes by a word of it."""
    at, rule = f"requirements/{id_}/harmless", next(r for r in load_set("twente-t77948").requirements if r.id == id_)

    def letter(said: str, foot: str = "") -> Any:
        return finding(id_, person(), documents=(paper(f"Geachte heer,\n{said}\nHoogachtend,\n{foot}"),))

    found = [
        witness(f"{at}/common", NEW, letter("Hierbij ontvangt u de personeelstabel.")),
        witness(f"{at}/names", NEW, letter("Hierbij ontvangt u onze inschrijving begeleiding individueel.")),
        witness(f"{at}/mixed", [], letter("Personeelstabel.")),
        witness(f"{at}/with_names", [], letter("Beste Zandloper,")),
        witness(f"{at}/in_frame", [], letter("Hierbij onze inschrijving.", "Hanneke Stroink, penningmeester")),
    ]
    for name, act in rule.harmless.acts.items():
        for field in ("begins", "words"):
            said = _only_by(rule.harmless, name, field) if getattr(act, field) else f"Zandloper{name}"
            value = NEW if getattr(act, field) else [said]
            found.append(witness(f"{at}/acts/{name}/{field}", value, letter(said[:1].upper() + said[1:])))
    return found


def _only_by(harmless: Any, name: str, field: str) -> str:
    """A sentence that passes by this list of this act alone."""
    act = harmless.acts[name]
    data = harmless.model_dump()
    data["acts"][name][field] = ()
    without = type(harmless).model_validate(data)
    for begin in act.begins if field == "words" and act.begins else ("",):
        for word in getattr(act, field):
            said = f"{begin} {word}".strip()
            if "#" not in said and "*" not in said and harmless.passes(said) and not without.passes(said):
                return said
    raise AssertionError(f"nothing passes by {name}/{field} alone")
