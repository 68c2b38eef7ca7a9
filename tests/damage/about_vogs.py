"""VOGs that are gone, too old, too new, of the wrong profile or person, or no longer as issued."""

from __future__ import annotations

from datetime import date

from tests import papers
from tests.damage.striking import DAY, Operators, Spot, stranger
from tests.samples import standard
from tests.samples.people import ANNA, CHLOE, JORIS, WIM, ZEYNEP
from tests.scans import as_pdf, pictures

DAMAGE = Operators()
NEW = JORIS, ZEYNEP, CHLOE, WIM
"""In service for less than three years, with one VOG."""
DIRECT = ANNA, JORIS, ZEYNEP, WIM
FILE = "vog.pdf"
OTHERS = "vog.name vog.at-start vog.max-age vog.profile vog.genuine"


@DAMAGE("clean", "vog.present not_met missing", may=OTHERS)
def vog_taken_away(spot: Spot) -> None:
    person = spot.somebody()
    for path in [path for path in spot.draft.papers if path.startswith(f"{person.folder}/vog")]:
        del spot.draft.papers[path]


@DAMAGE("clean", "vog.at-start undecided needs_person", places=1)
def vog_of_the_start_taken_away(spot: Spot) -> None:
    spot.draft.take(spot.somebody(ANNA), "vog-bij-aanvang.pdf")


@DAMAGE("clean", "vog.at-start not_met too_old_at_start")
def vog_too_old_at_start(spot: Spot) -> None:
    """Three months are at most 92 days."""
    person = spot.somebody(*NEW)
    spot.draft.give(person, FILE, standard.vog(person, issued_on=person.starts - spot.days(93, 200)))


@DAMAGE("clean", "vog.at-start undecided after_start")
def vog_after_the_start(spot: Spot) -> None:
    person = spot.somebody(*NEW)
    spot.draft.give(person, FILE, standard.vog(person, issued_on=person.starts + spot.days(1, 30)))


@DAMAGE("clean", "vog.max-age not_met too_old")
def vog_too_old(spot: Spot) -> None:
    person = spot.somebody(ANNA)
    spot.draft.give(person, FILE, standard.vog(person, issued_on=date(2021, 5, 31) - spot.days(0, 500)))


@DAMAGE("clean", "vog.max-age not_met in_future", may="vog.at-start")
def vog_in_the_future(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.give(person, FILE, standard.vog(person, issued_on=spot.on + spot.days(1, 400)))


@DAMAGE("clean", "vog.profile not_met wrong_profile", places=3)
def vog_of_another_profile(spot: Spot) -> None:
    person = spot.somebody(*DIRECT)
    profiles = spot.one_of(("41",), ("84", "85"), ("60",), ("75",), ("11", "12", "85"))
    spot.draft.give(person, FILE, standard.vog(person, profiles=profiles))


@DAMAGE("clean", "vog.profile not_met wrong_profile")
def vog_of_another_profile_in_the_office(spot: Spot) -> None:
    """86 counts only together with 84."""
    person = spot.somebody(CHLOE)
    spot.draft.give(
        person, FILE, standard.vog(person, profiles=spot.one_of(("11", "12"), ("60",), ("86",), ("53", "71")))
    )


@DAMAGE("clean", "vog.genuine undecided needs_person")
def vog_saved_again(spot: Spot) -> None:
    person = spot.somebody()
    spot.draft.give(person, FILE, standard.vog(person, encrypt=False))


@DAMAGE("clean", "vog.genuine not_met printed", places=1)
def vog_printed_and_scanned(spot: Spot) -> None:
    """In colour, by a scanner that recognises text."""
    person = spot.somebody(*NEW)
    open_ = standard.vog(person, encrypt=False)
    spot.draft.give(person, FILE, as_pdf(pictures(open_, dpi=90, grey=False, skew=0, first=1), hidden=text_of(open_)))


@DAMAGE("clean", "vog.genuine undecided needs_person")
def vog_combined_with_itself(spot: Spot) -> None:
    """'Combine files' with one file in it."""
    person = spot.somebody(*NEW)
    spot.draft.give(person, FILE, papers.joined(standard.vog(person, encrypt=False)))


@DAMAGE("clean", "vog.name not_met name_mismatch", may="vog.at-start vog.max-age vog.profile vog.genuine")
def vog_of_a_stranger(spot: Spot) -> None:
    person = spot.somebody(*NEW)
    spot.draft.give(person, FILE, standard.vog(stranger(person)))


@DAMAGE("clean", "vog.present not_met missing", may=f"{OTHERS} files.unique files.name")
def vog_of_a_colleague(spot: Spot) -> None:
    """A copy of the colleague's VOG, whose own is where it was."""
    person = spot.somebody(*NEW)
    colleague = spot.rng.choice([other for other in spot.people if other != person])
    spot.draft.give(person, FILE, spot.draft.papers[f"{colleague.folder}/{FILE}"])


@DAMAGE("clean", "vog.name not_met name_mismatch", may="vog.at-start vog.max-age vog.profile vog.genuine")
def vog_of_a_namesake(spot: Spot) -> None:
    """The same surname, other given names, another birth date: a brother's or sister's."""
    person = spot.somebody(JORIS, ZEYNEP, WIM)
    other = person.but(given="Pim Evert", initials="P.E.", born_on=person.born_on + 500 * DAY)
    spot.draft.give(person, FILE, standard.vog(other))


def text_of(pdf: bytes) -> str:
    """The first page's text, as a scanner's text recognition would lay it behind the picture."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_bounded())
