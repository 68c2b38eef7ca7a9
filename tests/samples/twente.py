"""Dossiers against the whole Twente set: what the provider states beside the papers."""

from __future__ import annotations

from datetime import date

from tests.samples import organisation as papers
from tests.samples.draft import MANIFEST, Draft, situations
from tests.samples.people import ANNA, JORIS, ZEYNEP, Person

QUESTIONS = [
    "1.1",
    "1.2",
    "1.3",
    "1.4",
    "2.1.1",
    "2.2.1",
    "2.3.1",
    "2.4.1",
    "3.2.1",
    "3.2.2",
    "3.2.3",
    "3.2.4",
    "3.3.1",
    "3.4.1",
    "3.5.1",
    "3.6.1",
    "4.2.1",
    "4.3.1",
    "4.5.1",
    "4.6.1",
    "4.6.2",
    "5.1",
    "5.2",
    "5.3",
    "5.4",
    "5.5",
    "6.1",
    "6.2",
    "6.3",
    "6.4",
    "6.5",
]
STATED: dict[str, object] = {
    **MANIFEST,
    "requirements": "twente-t77948",
    "role": "main",
    "products": ["basis", "plus"],
    "municipalities": ["Almelo", "Borne", "Rijssen-Holten"],
    "requested_on": date(2024, 5, 21),
    "submitted_on": date(2024, 5, 30),
    "has_locations": False,
    "headcount": 2,
    "declarations": dict.fromkeys(QUESTIONS, "ja"),
}


def stated(*people: Person) -> Draft:
    return Draft(*(people or (ANNA, JORIS)), manifest=STATED)


def clean_twente() -> Draft:
    return stated()


def twente_plus_without_basis() -> Draft:
    return stated().state(products=["plus"])


def twente_unknown_municipality() -> Draft:
    return stated().state(municipalities=["Almelo", "Hengelo"])


def twente_role_missing() -> Draft:
    return stated().state(role=None)


def twente_plus_without_staff() -> Draft:
    return stated(JORIS, ZEYNEP)


def with_locations() -> Draft:
    """A larger provider with a day-care location, a subcontractor and a cover letter: all that can be asked is there."""
    draft = stated().state(has_locations=True, headcount=30, subcontractors=[papers.SUBCONTRACTOR])
    draft.put("locaties/overzicht-locaties.xlsx", papers.overview(papers.OFFICE, papers.WORKSHOP))
    draft.put("locaties/ontruimingsplan.pdf", papers.evacuation_plan())
    draft.put("organisatie/plan-van-aanpak-rie.pdf", papers.rie_plan())
    draft.put("organisatie/toetsing-rie.pdf", papers.rie_review())
    draft.put("organisatie/overeenkomst-samenspoor.pdf", papers.subcontract())
    return draft.put("aanbiedingsbrief.pdf", papers.letter(*papers.PLAIN_LETTER))


def without(path: str) -> Draft:
    draft = with_locations()
    del draft.papers[path]
    return draft


def answers(**changed: str | None) -> dict[str, str]:
    """All questions answered yes, but for these (`q3_4_1`); None leaves one out."""
    given: dict[str, str | None] = dict.fromkeys(QUESTIONS, "ja")
    given |= {key.removeprefix("q").replace("_", "."): value for key, value in changed.items()}
    return {number: value for number, value in given.items() if value}


def clean_twente_locations() -> Draft:
    return with_locations()


def twente_question_answered_no() -> Draft:
    return stated().state(declarations=answers(q3_4_1="nee"))


def twente_question_not_answered() -> Draft:
    return stated().state(declarations=answers(q6_2=None))


def twente_nothing_declared() -> Draft:
    return stated().state(declarations=None)


def twente_handed_in_late() -> Draft:
    """One day after the tenth working day."""
    return stated().state(submitted_on=date(2024, 6, 5), requested_on=date(2024, 5, 21))


def twente_locations_missing() -> Draft:
    return without("locaties/overzicht-locaties.xlsx")


def twente_locations_contradicted() -> Draft:
    """None declared, but the overview has a day-care location; the plans are there all the same."""
    return with_locations().state(has_locations=False)


def twente_location_incomplete() -> Draft:
    row = (*papers.WORKSHOP[:-1], None)
    return with_locations().put("locaties/overzicht-locaties.xlsx", papers.overview(papers.OFFICE, row))


def twente_evacuation_plan_missing() -> Draft:
    return without("locaties/ontruimingsplan.pdf")


def twente_evacuation_plan_without_numbers() -> Draft:
    return with_locations().put("locaties/ontruimingsplan.pdf", papers.evacuation_plan(numbers=False))


def twente_rie_plan_missing() -> Draft:
    return without("organisatie/plan-van-aanpak-rie.pdf")


def twente_rie_plan_undated() -> Draft:
    return with_locations().put("organisatie/plan-van-aanpak-rie.pdf", papers.rie_plan(dated=False))


def twente_rie_not_reviewed() -> Draft:
    return without("organisatie/toetsing-rie.pdf")


def twente_subcontract_missing() -> Draft:
    return without("organisatie/overeenkomst-samenspoor.pdf")


def twente_subcontract_of_another() -> Draft:
    other = papers.subcontract("Stichting Oevers")
    return with_locations().put("organisatie/overeenkomst-samenspoor.pdf", other)


def twente_letter_in_english() -> Draft:
    letter = papers.letter(*papers.ENGLISH_LETTER, subject="Application T77948")
    return with_locations().put("aanbiedingsbrief.pdf", letter)


def twente_letter_with_reservation() -> Draft:
    return with_locations().put("aanbiedingsbrief.pdf", papers.letter(*papers.RESERVED_LETTER))


ALL = situations(
    clean_twente, clean_twente_locations, twente_plus_without_basis, twente_unknown_municipality, twente_role_missing,
    twente_plus_without_staff, twente_question_answered_no, twente_question_not_answered, twente_nothing_declared,
    twente_handed_in_late, twente_locations_missing, twente_locations_contradicted, twente_location_incomplete,
    twente_evacuation_plan_missing, twente_evacuation_plan_without_numbers, twente_rie_plan_missing,
    twente_rie_plan_undated, twente_rie_not_reviewed, twente_subcontract_missing, twente_subcontract_of_another,
    twente_letter_in_english, twente_letter_with_reservation,
)  # fmt: skip
