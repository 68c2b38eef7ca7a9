"""Contracts on one sheet or in one heap: which page and which signature is whose."""

from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.documents import Contract, Kind, Unrecognised
from dossiercheck.facts import How
from dossiercheck.readers.content import Ink, Line, Page, Span
from tests import papers
from tests.documents.sheets import HEIGHT, WIDTH, beside, pages_of, read
from tests.samples import standard
from tests.samples.people import CHLOE, JORIS


def test_pages_of_a_contract_on_one_sheet() -> None:
    pages = pages_of(standard.contract(JORIS, signed="nobody"))
    first, last = pages[0], pages[-1]
    whole, one = read(beside(first, last)), read(*(replace(p, how=How.OCR, ink_known=True) for p in (first, last)))
    assert isinstance(whole.paper, Contract) and isinstance(one.paper, Contract)
    assert whole.paper.employee and one.paper.employee and whole.paper.starts_on and one.paper.starts_on
    assert whole.paper.employee.value == one.paper.employee.value
    assert whole.paper.starts_on.value == one.paper.starts_on.value
    assert (whole.pages, whole.parts) == (1, ())
    assert whole.paper.signed_by_employee.value is one.paper.signed_by_employee.value


def test_ink_belongs_to_its_half() -> None:
    pages = pages_of(standard.contract(JORIS, signed="nobody"))
    both = beside(pages[0], pages[-1])
    mark = Ink(box=(WIDTH + 70, 300, WIDTH + 190, 330), length=300, likeness=1.0)
    document = read(replace(both, ink=(mark,)))
    assert isinstance(document.paper, Contract)
    places = [s.place for s in (document.paper.signed_by_employer, document.paper.signed_by_employee) if s.place]
    assert all(place.page == 1 for place in places)


def test_a_wide_form_with_labels_left_and_values_right_stays_whole() -> None:
    rows = [
        ("ARBEIDSOVEREENKOMST VOOR BEPAALDE TIJD", ""),
        ("Werkgever", "Zorg Verzonnen B.V., gevestigd te Borne"),
        ("Werknemer", "Lotte Kok, geboren op 1 februari 1980"),
        ("Functie van de werknemer", "persoonlijk begeleider"),
        ("Datum indiensttreding", "1 februari 2024"),
        ("Einddatum van de overeenkomst", "31 januari 2025"),
        ("Arbeidsduur in uren per week", "28 uur per week"),
    ]
    lines = tuple(
        Line(spans=tuple(Span(text=t, box=(x, 40 + 20 * n, x + 6 * len(t), 52 + 20 * n)) for x, t in cells if t))
        for n, row in enumerate(rows)
        for cells in [tuple(zip((60, 440), row, strict=True))]
    )
    document = read(Page(number=1, width=842, height=595, lines=lines))
    assert isinstance(document.paper, Contract) and document.paper.employee and document.paper.starts_on
    assert document.paper.employee.value == "Lotte Kok"
    assert document.paper.starts_on.value == date(2024, 2, 1)


def test_two_contracts_that_begin_beside_each_other_and_go_on_elsewhere() -> None:
    """The page that follows is the one's or the other's: the second is not judged with it."""
    first = pages_of(standard.contract(JORIS, signed="nobody"))[0]
    second = pages_of(standard.contract(CHLOE, signed="nobody"))[0]
    lines = ["Artikel 6 Slot", "Aldus overeengekomen te Almelo.", "Namens werkgever", "Werknemer"]
    last = pages_of(papers.organisation_paper("Artikel 5 Cao", *lines, *["Partijen houden zich aan de cao."] * 9))[0]
    document = read(beside(first, second), replace(last, number=2))
    assert [part.part_pages for part in document.parts] == [(1,), (1, 2)]
    paper_there = document.parts[1].paper
    assert isinstance(paper_there, Unrecognised) and paper_there.say == "several-papers"


def written(*lines: str) -> Page:
    spans = (Span(text=text, box=(50, 40 + 16 * n, 50 + 5 * len(text), 51 + 16 * n)) for n, text in enumerate(lines))
    return Page(number=1, width=WIDTH, height=HEIGHT, lines=tuple(Line(spans=(span,)) for span in spans))


def opening(name: str) -> Page:
    return written(
        "ARBEIDSOVEREENKOMST VOOR BEPAALDE TIJD",
        "Zorg Verzonnen B.V., gevestigd te Borne, hierna te noemen werkgever,",
        f"en {name}, geboren op 1 februari 1980, hierna te noemen werknemer,",
        "komen het volgende overeen:",
        "Artikel 1 Duur",
        "De overeenkomst gaat in op 1 februari 2024 en eindigt op 31 januari 2025.",
    )


MIDDLE = written(
    "Artikel 4 Salaris",
    "Het salaris bedraagt 2.786,00 bruto per maand, exclusief 8% vakantietoeslag.",
    "Artikel 5 Vakantie",
    "Werknemer heeft recht op 25 vakantiedagen per jaar.",
)

SIGNING = written(
    "Artikel 7 Cao",
    "Op deze arbeidsovereenkomst is de cao Sociaal Werk van toepassing.",
    "Aldus overeengekomen en in tweevoud opgemaakt te Almelo op 19 januari 2024.",
    "Namens werkgever:",
    *("", "", "", ""),
    "Werknemer:",
)

SIGNED_LEFT = (
    Ink(box=(60, 110, 190, 140), length=300, likeness=1.0),
    Ink(box=(60, 195, 190, 225), length=300, likeness=1.0),
)


@pytest.mark.parametrize(
    "sheets",
    [
        [(SIGNING, opening("Joris van den Berg")), (MIDDLE, MIDDLE), (SIGNING, opening("Chloe Zandstra"))],
        [(opening("Joris van den Berg"), opening("Chloe Zandstra")), (SIGNING, MIDDLE)],
    ],
    ids=["booklets", "columns"],
)
def test_a_signature_beside_another_contract_is_not_taken_for_its_own(sheets: list[tuple[Page, Page]]) -> None:
    pages = [beside(*two, number=number) for number, two in enumerate(sheets, start=1)]
    document = read(*pages[:-1], replace(pages[-1], ink=SIGNED_LEFT))
    assert len(document.parts) > 1
    for paper in (part.paper for part in document.parts):
        assert not isinstance(paper, Contract) or paper.signed_by_employee.value is not True


def test_a_contract_over_two_sheets_of_its_own_stays_one() -> None:
    document = read(beside(opening("Joris van den Berg"), MIDDLE), replace(SIGNING, number=2, ink=SIGNED_LEFT))
    assert isinstance(document.paper, Contract) and document.paper.employee and not document.parts


def test_a_page_signed_by_the_holder_of_another_contract_in_the_file_is_not_taken_for_its_own() -> None:
    joris, chloe = opening("Joris van den Berg"), opening("Chloe Zandstra")
    signed = replace(
        SIGNING, lines=(*SIGNING.lines, *written(*[""] * 14, "Chloe Zandstra").lines[-1:]), ink=SIGNED_LEFT
    )
    heap = [
        replace(page, number=number, ink_known=True) for number, page in enumerate((joris, signed, chloe, MIDDLE), 1)
    ]
    first, second = (part.paper for part in read(*heap).parts)
    assert isinstance(first, Unrecognised) and first.say == "several-papers"
    assert isinstance(second, Contract) and second.employee and second.employee.value == "Chloe Zandstra"


@pytest.mark.parametrize(
    ("named", "signed"), [("Chloe Zandstra", None), ("J. van den Berg", True), ("Te Almelo", True)]
)
def test_a_last_page_that_names_another_employee_is_not_surely_signed(named: str, signed: bool | None) -> None:
    last = replace(SIGNING, number=2, lines=(*SIGNING.lines, *written(*[""] * 14, named).lines[-1:]), ink=SIGNED_LEFT)
    document = read(opening("Joris van den Berg"), replace(last, ink_known=True))
    assert isinstance(document.paper, Contract) and document.paper.employee
    assert document.paper.employee.value == "Joris van den Berg"
    assert document.paper.signed_by_employee.value is signed


def test_two_contracts_with_something_across_them_are_not_read_as_one() -> None:
    line = Line(spans=(Span(text="Kopie van het origineel, gezien door de afdeling", box=(440, 20, 700, 34)),))
    two, one = (
        beside(opening("Joris van den Berg"), opening(name)) for name in ("Chloe Zandstra", "Joris van den Berg")
    )
    found, same = (read(replace(page, lines=(line, *page.lines))).paper for page in (two, one))
    assert isinstance(found, Unrecognised) and (found.say, found.hint) == ("several-papers", Kind.CONTRACT)
    assert isinstance(same, Contract)


def test_the_director_who_signs_all_contracts_in_a_file_has_one_too() -> None:
    joris = opening("Joris van den Berg")
    director = written(*[""] * 10, "vertegenwoordigd door Chloe Zandstra, bestuurder").lines[-1]
    signed = replace(SIGNING, lines=(*SIGNING.lines, *written(*[""] * 5, "Chloe Zandstra, bestuurder").lines[-1:]))
    heap = (replace(joris, lines=(*joris.lines, director)), signed, opening("Chloe Zandstra"))
    document = read(*(replace(page, number=number) for number, page in enumerate(heap, 1)))
    assert [type(part.paper) for part in document.parts] == [Contract, Contract]
