"""What the provider states for Twente, and its locations, plans, subcontracts and letter."""

from __future__ import annotations

from datetime import date

from tests.damage.striking import Operators, Spot
from tests.samples import organisation
from tests.samples.organisation import OFFICE, WORKSHOP, overview
from tests.samples.people import ANNA
from tests.samples.twente import QUESTIONS

DAMAGE = Operators()
PLAIN, WITH = "clean-twente", "clean-twente-locations"
OVERVIEW = "locaties/overzicht-locaties.xlsx"
PLAN = "locaties/ontruimingsplan.pdf"
RIE, REVIEW = "organisatie/plan-van-aanpak-rie.pdf", "organisatie/toetsing-rie.pdf"
SUBCONTRACT = "organisatie/overeenkomst-samenspoor.pdf"
LETTER = "aanbiedingsbrief.pdf"
OF_LOCATIONS = "locations.rows evacuation-plan.present evacuation-plan.content rie.action-plan rie.reviewed"


# --- statements


@DAMAGE(
    PLAIN,
    "products.plus-needs-basis not_met needs_basis",
    may="personnel.per-product declarations diploma.level",
    places=1,
)
def product_plus_alone(spot: Spot) -> None:
    """Everybody's level is then judged for other products."""
    spot.at("plus", "1", "2")
    spot.draft.state(products=["plus"])


@DAMAGE(
    PLAIN, "products undecided not_declared", may="products.plus-needs-basis personnel.per-product declarations", places=1
)  # fmt: skip
def products_not_stated(spot: Spot) -> None:
    spot.draft.state(products=None)


@DAMAGE(PLAIN, "municipalities not_met unknown_municipality")
def municipality_of_elsewhere(spot: Spot) -> None:
    spot.draft.state(municipalities=["Almelo", spot.one_of("Hengelo", "Deventer", "Zwolle", "Ommen")])


@DAMAGE(PLAIN, "municipalities undecided not_declared", places=1)
def municipalities_not_stated(spot: Spot) -> None:
    spot.draft.state(municipalities=None)


@DAMAGE(PLAIN, "role undecided not_declared", places=1)
def role_not_stated(spot: Spot) -> None:
    spot.draft.state(role=None)


@DAMAGE(PLAIN, "personnel.per-product not_met missing", may="diploma.level", places=1)
def product_without_staff(spot: Spot) -> None:
    spot.at("plus")
    spot.draft.cell(spot.somebody(ANNA), "Product", "basis")


@DAMAGE(PLAIN, "declarations not_met declared_no", places=3)
def question_answered_no(spot: Spot) -> None:
    spot.draft.state(declarations=dict.fromkeys(QUESTIONS, "ja") | {spot.one_of(*QUESTIONS): "nee"})


@DAMAGE(PLAIN, "declarations not_met not_declared", places=3)
def question_not_answered(spot: Spot) -> None:
    left_out = spot.one_of(*QUESTIONS)
    spot.draft.state(declarations={number: "ja" for number in QUESTIONS if number != left_out})


@DAMAGE(PLAIN, "declarations undecided not_declared", places=1)
def questions_not_answered(spot: Spot) -> None:
    spot.draft.state(declarations=None)


@DAMAGE(PLAIN, "submission.on-time not_met too_late")
def handed_in_too_late(spot: Spot) -> None:
    """Ten working days after 21 May 2024 is 4 June."""
    spot.draft.state(submitted_on=date(2024, 6, 5) + spot.days(0, 30))


@DAMAGE(PLAIN, "locations.overview undecided not_declared", may=OF_LOCATIONS, places=1)
def locations_not_stated(spot: Spot) -> None:
    spot.draft.state(has_locations=None)


@DAMAGE(PLAIN, "locations.overview not_met missing", may=OF_LOCATIONS, places=1)
def locations_without_their_papers(spot: Spot) -> None:
    spot.draft.state(has_locations=True)


@DAMAGE(PLAIN, "subcontract.agreement undecided missing")
def subcontractor_without_an_agreement(spot: Spot) -> None:
    spot.draft.state(subcontractors=[spot.one_of("Stichting Oevers", "Zorgboerderij Het Veld B.V.")])


# --- locations


@DAMAGE(WITH, "locations.overview not_met missing", may="locations.rows", places=1)
def overview_taken_away(spot: Spot) -> None:
    del spot.draft.papers[OVERVIEW]


@DAMAGE(WITH, "locations.rows not_met field_missing", places=3)
def location_with_an_empty_cell(spot: Spot) -> None:
    """Its address, its kind, or whether it is owned or rented."""
    which, cell = spot.rng.randrange(2), spot.one_of(1, 4, 5)
    rows = [list(OFFICE), list(WORKSHOP)]
    spot.at(str(rows[which][0]))
    rows[which][cell] = None  # type: ignore[call-overload]
    spot.draft.put(OVERVIEW, overview(*rows))


@DAMAGE(WITH, "locations.overview undecided ambiguous", may=OF_LOCATIONS, places=1)
def locations_denied(spot: Spot) -> None:
    spot.draft.state(has_locations=False)


# --- papers


@DAMAGE(WITH, "evacuation-plan.present not_met missing", may="evacuation-plan.content submission.dutch", places=1)
def evacuation_plan_taken_away(spot: Spot) -> None:
    del spot.draft.papers[PLAN]


@DAMAGE(WITH, "evacuation-plan.content not_met field_missing", places=1)
def evacuation_plan_without_numbers(spot: Spot) -> None:
    spot.draft.put(PLAN, organisation.evacuation_plan(numbers=False))


@DAMAGE(WITH, "rie.action-plan not_met missing", may="submission.dutch", places=1)
def rie_plan_taken_away(spot: Spot) -> None:
    del spot.draft.papers[RIE]


@DAMAGE(WITH, "rie.action-plan not_met field_missing", places=1)
def rie_plan_without_dates(spot: Spot) -> None:
    spot.draft.put(RIE, organisation.rie_plan(dated=False))


@DAMAGE(WITH, "rie.reviewed not_met missing", may="submission.dutch", places=1)
def rie_review_taken_away(spot: Spot) -> None:
    del spot.draft.papers[REVIEW]


@DAMAGE(WITH, "subcontract.agreement undecided missing", places=1)
def subcontract_taken_away(spot: Spot) -> None:
    del spot.draft.papers[SUBCONTRACT]


@DAMAGE(WITH, "subcontract.agreement undecided name_mismatch")
def subcontract_of_another(spot: Spot) -> None:
    other = spot.one_of("Stichting Oevers", "Zorgboerderij Het Veld B.V.", "Coöperatie Nabij U.A.")
    spot.draft.put(SUBCONTRACT, organisation.subcontract(other))


@DAMAGE(WITH, "subcontract.agreement undecided missing")
def subcontractor_added(spot: Spot) -> None:
    more = spot.one_of("Stichting Oevers", "Zorgboerderij Het Veld B.V.")
    spot.draft.state(subcontractors=[organisation.SUBCONTRACTOR, more])


@DAMAGE(WITH, "submission.dutch not_met not_dutch", places=1)
def letter_in_english(spot: Spot) -> None:
    spot.at(LETTER)
    spot.draft.put(LETTER, organisation.letter(*organisation.ENGLISH_LETTER, subject="Application T77948"))


@DAMAGE(WITH, "submission.unconditional undecided needs_person")
def letter_with_a_reservation(spot: Spot) -> None:
    start, middle, end = organisation.PLAIN_LETTER
    condition = spot.one_of(
        "Wij maken een voorbehoud ten aanzien van de tarieven.",
        "Onze inschrijving geldt onder de voorwaarde dat de tarieven jaarlijks worden geïndexeerd.",
        "Met artikel 4 van de overeenkomst kunnen wij niet akkoord gaan.",
    )
    spot.draft.put(LETTER, organisation.letter(start, middle, condition, end))
