"""DUO's extracts that are gone, changed, no longer sealed, or not what is asked."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests import papers, pki, seal_faults
from tests.damage.about_vogs import text_of
from tests.damage.striking import Operators, Spot, stranger
from tests.samples import standard
from tests.samples.diplomas import COURSE_UNIT, FIRST_YEAR, HELPER, SECONDARY, SHOP
from tests.samples.draft import row
from tests.samples.people import ANNA, DIRECTOR, DISABILITY_CARE, JORIS, ZEYNEP, Person, Schooling
from tests.samples.seals import blank_page, elsewhere, note, overlay, revised
from tests.samples.signing import authority, moment, seal
from tests.scans import as_pdf, pictures

DAMAGE = Operators()
FILE = "diploma.pdf"
DIRECT = ANNA, JORIS, ZEYNEP
OTHERS = "diploma.duo-seal diploma.pre-register diploma.name diploma.level diploma.care-related diploma.evc"
BROKEN = "diploma.duo-seal not_met seal_broken"
ALTERED = "diploma.duo-seal not_met altered_after_sealing"


@DAMAGE("clean", "diploma.present not_met missing", may=OTHERS)
def diploma_taken_away(spot: Spot) -> None:
    spot.draft.take(spot.somebody(*DIRECT), FILE)


@DAMAGE("clean", "diploma.name not_met name_mismatch", may="diploma.level diploma.care-related")
def diploma_of_a_stranger(spot: Spot) -> None:
    person = spot.somebody(*DIRECT)
    spot.draft.give(person, FILE, standard.diploma(stranger(person)))


@DAMAGE("clean", "diploma.present not_met missing", may=f"{OTHERS} files.unique files.name")
def diploma_of_a_colleague(spot: Spot) -> None:
    person = spot.somebody(*DIRECT)
    colleague = spot.rng.choice([other for other in DIRECT if other != person])
    spot.draft.give(person, FILE, spot.draft.papers[f"{colleague.folder}/{FILE}"])


# --- the seal


@DAMAGE("clean", BROKEN, places=3)
def seal_byte_changed(spot: Spot) -> None:
    """A letter of the title becomes a capital or a small one."""
    pdf = standard.diploma(spot.somebody(*DIRECT))
    words = b"Uittreksel diplomaregister"
    at = pdf.index(words) + spot.rng.choice([n for n, letter in enumerate(words) if letter != 32])
    spot_byte = bytes([pdf[at] ^ 0x20])
    _give(spot, pdf[:at] + spot_byte + pdf[at + 1 :])


@DAMAGE("clean", BROKEN)
def seal_value_changed(spot: Spot) -> None:
    pdf = standard.diploma(spot.somebody(*DIRECT))
    _give(spot, seal_faults.signature_value_flipped(pdf))


@DAMAGE("clean", BROKEN)
def seal_saved_again_by_a_tool(spot: Spot) -> None:
    """The signature is copied along, and covers other bytes than it did."""
    save = spot.one_of(seal_faults.resaved_pikepdf, seal_faults.resaved_pypdf)
    _give(spot, save(standard.diploma(spot.somebody(*DIRECT))))


@DAMAGE("clean", "diploma.duo-seal not_met not_sealed")
def seal_lost_in_printing(spot: Spot) -> None:
    _give(spot, standard.extract(spot.somebody(*DIRECT)))


@DAMAGE("clean", "diploma.duo-seal not_met not_sealed")
def seal_lost_in_combining(spot: Spot) -> None:
    pdf = standard.diploma(spot.somebody(*DIRECT))
    _give(spot, spot.one_of(papers.joined, seal_faults.copied_pages)(pdf))


@DAMAGE("clean", "diploma.duo-seal not_met printed", places=1)
def seal_lost_in_scanning(spot: Spot) -> None:
    """By a scanner that recognises text."""
    pdf = standard.extract(spot.somebody(ANNA, JORIS))
    _give(spot, as_pdf(pictures(pdf, dpi=90, grey=False, skew=0, first=1), hidden=text_of(pdf)))


@DAMAGE("clean", ALTERED)
def seal_with_a_note(spot: Spot) -> None:
    _give(spot, revised(standard.diploma(spot.somebody(*DIRECT)), note))


@DAMAGE("clean", ALTERED)
def seal_with_a_page(spot: Spot) -> None:
    _give(spot, revised(standard.diploma(spot.somebody(*DIRECT)), blank_page))


@DAMAGE("clean", ALTERED)
def seal_with_a_name_covered(spot: Spot) -> None:
    _give(spot, revised(standard.diploma(spot.somebody(*DIRECT)), overlay))


@DAMAGE("clean", ALTERED)
def seal_signed_again(spot: Spot) -> None:
    pdf = standard.diploma(spot.somebody(*DIRECT))
    _give(spot, pki.sign(pdf, name=DIRECTOR, signed_at=moment(date(2024, 5, 23)), by=authority()))


@DAMAGE("clean", "diploma.duo-seal not_met wrong_signer")
def seal_of_another_organisation(spot: Spot) -> None:
    _give(spot, seal(standard.extract(spot.somebody(*DIRECT)), subject=pki.OTHER))


@DAMAGE("clean", "diploma.duo-seal not_met seal_not_trusted")
def seal_signed_by_itself(spot: Spot) -> None:
    _give(spot, seal(standard.extract(spot.somebody(*DIRECT)), signer=pki.self_signed(), timestamp=False))


@DAMAGE("clean", "diploma.duo-seal undecided seal_not_trusted")
def seal_of_an_unknown_authority(spot: Spot) -> None:
    _give(spot, seal(standard.extract(spot.somebody(*DIRECT)), by=elsewhere()))


@DAMAGE("clean", BROKEN)
def seal_of_a_weak_digest(spot: Spot) -> None:
    _give(spot, seal(standard.extract(spot.somebody(*DIRECT)), digest="sha1"))


@DAMAGE("clean", BROKEN)
def seal_after_its_certificate_ended(spot: Spot) -> None:
    ended = (datetime(2020, 1, 1, tzinfo=UTC), datetime(2023, spot.rng.randint(1, 12), 1, tzinfo=UTC))
    _give(spot, seal(standard.extract(spot.somebody(*DIRECT)), valid=ended))


def _give(spot: Spot, pdf: bytes) -> None:
    """To the one who was struck."""
    (number,) = spot.struck
    person = next(person for person in spot.people if str(person.number) == number)
    spot.draft.give(person, FILE, pdf)


# --- what it is a diploma of


@DAMAGE("clean", "diploma.level not_met level_too_low")
def diploma_of_a_lower_level(spot: Spot) -> None:
    _schooled(spot, spot.somebody(*DIRECT), HELPER)


@DAMAGE("clean", "diploma.level not_met level_too_low", places=1)
def diploma_enough_for_basis_not_for_plus(spot: Spot) -> None:
    _schooled(spot, spot.somebody(ANNA), DISABILITY_CARE)


@DAMAGE("clean", "diploma.level not_met not_a_qualification", may="diploma.care-related")
def diploma_of_the_first_year(spot: Spot) -> None:
    _schooled(spot, spot.somebody(*DIRECT), FIRST_YEAR)


@DAMAGE("clean", "diploma.level not_met not_a_qualification", may="diploma.care-related")
def diploma_of_one_unit(spot: Spot) -> None:
    _schooled(spot, spot.somebody(*DIRECT), COURSE_UNIT)


@DAMAGE("clean", "diploma.level not_met not_a_qualification", may="diploma.care-related")
def diploma_of_secondary_school(spot: Spot) -> None:
    _schooled(spot, spot.somebody(*DIRECT), SECONDARY)


@DAMAGE("clean", "diploma.care-related undecided needs_person")
def diploma_of_another_trade(spot: Spot) -> None:
    _schooled(spot, spot.somebody(*DIRECT), SHOP)


@DAMAGE("clean", "diploma.evc not_met wrong_kind", may=OTHERS)
def evc_not_cashed_in(spot: Spot) -> None:
    person = spot.somebody(*DIRECT)
    paper = papers.evc_paper(
        person.registered_name, born_on=person.born_on, programme="Persoonlijk begeleider specifieke doelgroepen",
        level="mbo niveau 4", issued_on=date(2022, 7, 4), kind="ERVARINGSCERTIFICAAT",
    )  # fmt: skip
    spot.draft.give(person, FILE, paper)


def _schooled(spot: Spot, person: Person, schooling: Schooling) -> None:
    """Another diploma, sealed as it should be, and the same in the table."""
    person = person.but(schooling=schooling)
    spot.draft.rows[person.number] = row(person)
    spot.draft.give(person, FILE, standard.diploma(person))
