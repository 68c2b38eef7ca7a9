"""The papers of H6: of the organisation, its support workers, its clients and its locations."""

from __future__ import annotations

from datetime import date

from tests import papers, pki
from tests.damage.striking import Operators, Spot
from tests.samples import h6, standard
from tests.samples.people import CHLOE, JORIS
from tests.samples.seals import note, overlay, revised
from tests.samples.signing import seal

DAMAGE = Operators()
H6 = "clean-h6"
SIGNED = ("manual", "form", "plan_bgi_in", "plan_bgi_uit", "plan_bgg_in", "plan_bgg_uit")
PLANS = {
    "plan_bgi_in": ("Begeleiding individueel", False),
    "plan_bgi_uit": ("Begeleiding individueel", True),
    "plan_bgg_in": ("Dagbesteding", False),
    "plan_bgg_uit": ("Dagbesteding", True),
}
PERSONAL = "care-plans.anonymised not_met personal_data"
OF_KVK = "kvk-extract.seal kvk-extract.age kvk-extract.provider"


def put(spot: Spot, name: str, content: bytes) -> None:
    spot.draft.put(h6.PATHS[name], content)


def dutch(day: date) -> str:
    return f"{day:%d-%m-%Y}"


# --- papers taken away


@DAMAGE(H6, "quality-manual not_met missing", may="signed", places=1)
def manual_taken_away(spot: Spot) -> None:
    del spot.draft.papers[h6.PATHS["manual"]]


@DAMAGE(H6, "quality-certificate * missing", places=1)
def certificate_taken_away(spot: Spot) -> None:
    del spot.draft.papers[h6.PATHS["certificate"]]


@DAMAGE(H6, "kvk-extract.present not_met missing", may=OF_KVK, places=1)
def kvk_extract_taken_away(spot: Spot) -> None:
    del spot.draft.papers[h6.PATHS["kvk"]]


@DAMAGE(H6, "bank-statement not_met missing", places=1)
def bank_statement_taken_away(spot: Spot) -> None:
    del spot.draft.papers[h6.PATHS["bank"]]


@DAMAGE(H6, "tax-statement not_met missing", places=1)
def tax_statement_taken_away(spot: Spot) -> None:
    del spot.draft.papers[h6.PATHS["tax"]]


@DAMAGE(H6, "insurance not_met missing", places=1)
def policy_taken_away(spot: Spot) -> None:
    del spot.draft.papers[h6.PATHS["policy"]]


@DAMAGE(H6, "product-form not_met missing", may="signed", places=1)
def product_form_taken_away(spot: Spot) -> None:
    del spot.draft.papers[h6.PATHS["form"]]


@DAMAGE(H6, "fire-safety.permit-check not_met missing", may="fire-safety.permit", places=1)
def permit_check_taken_away(spot: Spot) -> None:
    del spot.draft.papers[h6.PATHS["check"]]


@DAMAGE(H6, "fire-safety.permit not_met missing", places=1)
def permit_taken_away(spot: Spot) -> None:
    del spot.draft.papers[h6.PATHS["notice"]]


@DAMAGE(H6, "care-plans.count not_met missing", may="care-plans.anonymised care-plans.goals signed", places=3)
def care_plan_taken_away(spot: Spot) -> None:
    name = spot.one_of(*PLANS)
    spot.at(name.split("_")[1])
    del spot.draft.papers[h6.PATHS[name]]


@DAMAGE(H6, "diploma.present not_met missing", places=1)
def worker_without_a_diploma(spot: Spot) -> None:
    spot.draft.take(spot.somebody(JORIS), "diploma.pdf")


@DAMAGE(H6, "diploma.present undecided needs_person", places=1)
def colleague_without_a_diploma(spot: Spot) -> None:
    """Her VOG is for the office: whether she is a support worker cannot be told without a diploma."""
    spot.draft.take(spot.somebody(CHLOE), "diploma.pdf")


@DAMAGE(H6, "vog.present not_met missing", may="vog.max-age")
def worker_without_a_vog(spot: Spot) -> None:
    spot.draft.take(spot.somebody(), "vog.pdf")


# --- dates


@DAMAGE(H6, "vog.max-age not_met too_old")
def worker_with_an_old_vog(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.give(person, "vog.pdf", standard.vog(person, issued_on=date(2022, 11, 30) - spot.days(0, 600)))


@DAMAGE(H6, "vog.max-age not_met in_future")
def worker_with_a_vog_of_the_future(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.give(person, "vog.pdf", standard.vog(person, issued_on=spot.on + spot.days(1, 100)))


@DAMAGE(H6, "kvk-extract.age not_met too_old")
def kvk_extract_too_old(spot: Spot) -> None:
    put(spot, "kvk", h6.kvk(dutch(date(2022, 11, 30) - spot.days(0, 400))))


@DAMAGE(H6, "kvk-extract.age not_met in_future")
def kvk_extract_of_the_future(spot: Spot) -> None:
    put(spot, "kvk", h6.kvk(dutch(spot.on + spot.days(1, 100))))


@DAMAGE(H6, "bank-statement undecided too_old")
def bank_statement_old(spot: Spot) -> None:
    put(spot, "bank", h6.bank(made=dutch(date(2023, 2, 28) - spot.days(0, 300))))


@DAMAGE(H6, "bank-statement not_met in_future")
def bank_statement_of_the_future(spot: Spot) -> None:
    put(spot, "bank", h6.bank(made=dutch(spot.on + spot.days(1, 100))))


@DAMAGE(H6, "tax-statement not_met too_old")
def tax_statement_too_old(spot: Spot) -> None:
    put(spot, "tax", h6.tax(papers.dutch_date(date(2022, 5, 31) - spot.days(0, 300))))


@DAMAGE(H6, "tax-statement not_met in_future")
def tax_statement_of_the_future(spot: Spot) -> None:
    put(spot, "tax", h6.tax(papers.dutch_date(spot.on + spot.days(1, 100))))


@DAMAGE(H6, "insurance not_met expired")
def policy_ended(spot: Spot) -> None:
    put(spot, "policy", h6.policy(until=dutch(spot.on - spot.days(1, 400))))


@DAMAGE(H6, "quality-certificate * expired")
def certificate_expired(spot: Spot) -> None:
    put(spot, "certificate", h6.certificate(papers.dutch_date(spot.on - spot.days(1, 400))))


# --- seals and signatures


@DAMAGE(H6, "kvk-extract.seal not_met not_sealed")
def kvk_extract_without_its_seal(spot: Spot) -> None:
    put(spot, "kvk", spot.one_of(h6.kvk(sealed=False), papers.joined(h6.kvk())))


@DAMAGE(H6, "kvk-extract.seal not_met seal_broken")
def kvk_extract_with_a_byte_changed(spot: Spot) -> None:
    put(spot, "kvk", _letter_changed(spot, h6.kvk(), b"Uittreksel Handelsregister"))


@DAMAGE(H6, "kvk-extract.seal not_met altered_after_sealing")
def kvk_extract_written_on(spot: Spot) -> None:
    put(spot, "kvk", revised(h6.kvk(), spot.one_of(note, overlay)))


@DAMAGE(H6, "kvk-extract.seal not_met wrong_signer", places=1)
def kvk_extract_sealed_by_another(spot: Spot) -> None:
    put(spot, "kvk", seal(h6.kvk(sealed=False), date(2023, 5, 2), subject=pki.OTHER))


@DAMAGE(H6, "signed undecided needs_person", places=3)
def own_paper_not_signed(spot: Spot) -> None:
    name = spot.one_of(*SIGNED)
    spot.at(h6.PATHS[name])
    put(spot, name, papers.joined(spot.draft.papers[h6.PATHS[name]]))


@DAMAGE(H6, "signed not_met altered_after_sealing")
def own_paper_changed_after_signing(spot: Spot) -> None:
    name = spot.one_of(*SIGNED)
    spot.at(h6.PATHS[name])
    put(spot, name, revised(spot.draft.papers[h6.PATHS[name]], overlay))


def _letter_changed(spot: Spot, pdf: bytes, words: bytes) -> bytes:
    at = pdf.index(words) + spot.rng.choice([n for n, letter in enumerate(words) if letter != 32])
    return pdf[:at] + bytes([pdf[at] ^ 0x20]) + pdf[at + 1 :]


# --- of another, or another kind


@DAMAGE(H6, "kvk-extract.provider not_met name_mismatch")
def kvk_extract_of_another(spot: Spot) -> None:
    name = spot.one_of("Anders Geregeld B.V.", "Bakkerij Molenzicht B.V.")
    put(spot, "kvk", h6.kvk(name=name, number=f"{spot.rng.randint(20_000_000, 90_000_000)}"))


@DAMAGE(
    H6, "kvk-extract.provider not_met name_mismatch",
    may="bank-statement tax-statement insurance quality-certificate signed", places=1,
)  # fmt: skip
def provider_stated_otherwise(spot: Spot) -> None:
    spot.draft.state(provider={"name": "Anders Geregeld B.V.", "kvk": "87654321", "iban": "NL91ABNA0417164300"})


@DAMAGE(H6, "bank-statement not_met name_mismatch")
def bank_statement_of_another(spot: Spot) -> None:
    put(spot, "bank", h6.bank(holder=spot.one_of("Bakkerij Molenzicht", "Anders Geregeld B.V.", "Stichting Oevers")))


@DAMAGE(H6, "bank-statement not_met invalid_iban", places=3)
def bank_statement_with_a_wrong_iban(spot: Spot) -> None:
    """One digit is another: the check digits find each of these."""
    iban = list("NL91 ABNA 0417 1643 00")
    at = spot.rng.choice([n for n, letter in enumerate(iban) if letter.isdigit()])
    iban[at] = str((int(iban[at]) + spot.rng.randint(1, 9)) % 10)
    put(spot, "bank", h6.bank(iban="".join(iban)))


@DAMAGE(H6, "tax-statement not_met wrong_kind")
def tax_statement_of_another_kind(spot: Spot) -> None:
    put(spot, "tax", h6.tax(which=spot.one_of("ketenaansprakelijkheid", "inlenersaansprakelijkheid")))


@DAMAGE(H6, "insurance not_met wrong_kind", places=1)
def policy_of_another_kind(spot: Spot) -> None:
    put(spot, "policy", h6.policy(cover="Beroepsaansprakelijkheid"))


@DAMAGE(H6, "product-form not_met field_missing")
def product_form_without_a_product(spot: Spot) -> None:
    marked = spot.one_of("Begeleiding individueel", "Begeleiding groep (dagbesteding)")
    put(spot, "form", h6.signed(h6.form(marked)))


# --- care plans


def spoil(spot: Spot, **keywords: object) -> None:
    """A care plan with something else in it, signed as it should be."""
    name = spot.one_of(*PLANS)
    product, left = PLANS[name]
    spot.at(h6.PATHS[name])
    put(spot, name, h6.signed(h6.plan(product, left=left, **keywords)))  # type: ignore[arg-type]


@DAMAGE(H6, PERSONAL)
def care_plan_with_a_name(spot: Spot) -> None:
    spoil(spot, client=spot.one_of("Willem van Dijkhuizen", "mevrouw G. Hoekstra", "Fatima el Amrani"))


@DAMAGE(H6, PERSONAL)
def care_plan_with_a_bsn(spot: Spot) -> None:
    """Of nobody: numbers that pass the eleven-test and were never given out."""
    spoil(spot, more=(f"BSN | {spot.one_of('111222333', '123456782', '1112.22.333')}",))


@DAMAGE(H6, PERSONAL)
def care_plan_with_a_phone_number(spot: Spot) -> None:
    spoil(spot, more=(f"Telefoon cliënt | 06-{spot.rng.randint(10_000_000, 99_999_999)}",))


@DAMAGE(H6, PERSONAL)
def care_plan_with_a_mail_address(spot: Spot) -> None:
    spoil(spot, more=(f"E-mail cliënt | {_mailbox(spot)}",))


@DAMAGE(H6, "care-plans.anonymised undecided personal_data")
def care_plan_with_a_mail_address_of_somebody(spot: Spot) -> None:
    """The provider's own address may stand in a plan, and whose this is, nothing says."""
    spoil(spot, more=(f"E-mail | {_mailbox(spot)}",))


def _mailbox(spot: Spot) -> str:
    return f"{spot.one_of('w.dijkhuizen', 'wim', 'fatima1961')}@voorbeeld.example"


@DAMAGE(H6, PERSONAL)
def care_plan_with_a_birth_date(spot: Spot) -> None:
    spoil(spot, more=(f"Geboortedatum | {dutch(date(1940, 1, 1) + spot.days(0, 15000))}",))


@DAMAGE(H6, PERSONAL)
def care_plan_with_an_address(spot: Spot) -> None:
    spoil(
        spot,
        more=(
            f"Adres cliënt | {spot.one_of('Zwaluwhof', 'Dorpsstraat')} {spot.rng.randint(1, 99)}, 2712 CD Zoetermeer",
        ),
    )


@DAMAGE(H6, PERSONAL)
def care_plan_with_a_hidden_name(spot: Spot) -> None:
    spoil(spot, hidden=f"Naam cliënt: {spot.one_of('Willem van Dijkhuizen', 'Fatima el Amrani')}")


@DAMAGE(H6, PERSONAL)
def care_plan_with_a_bsn_in_its_properties(spot: Spot) -> None:
    spoil(spot, subject=f"Zorgplan BSN {spot.one_of('111222333', '123456782')}")


@DAMAGE(H6, "care-plans.goals undecided needs_person")
def care_plan_without_progress(spot: Spot) -> None:
    spoil(spot, goals=False)


@DAMAGE(H6, "care-plans.count not_met missing")
def care_plan_of_a_client_of_the_other_kind(spot: Spot) -> None:
    """Two of clients in care, none of one who left; or the other way round."""
    name = spot.one_of(*PLANS)
    product, left = PLANS[name]
    spot.at(name.split("_")[1])
    put(spot, name, h6.signed(h6.plan(product, left=not left, client="Cliënt X")))
