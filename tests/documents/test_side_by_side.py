"""Two papers on one sheet: each is read by itself, and what is found keeps its place on the sheet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dossiercheck.documents import Contract, Document, Kind, Unrecognised, Vocabulary, Vog, recognise
from dossiercheck.facts import How
from dossiercheck.readers import ReadSettings
from dossiercheck.readers.content import Ink, Line, Page, PdfContent, Span
from dossiercheck.readers.file import read_content
from tests import papers
from tests.samples import standard
from tests.samples.people import CHLOE, JORIS

SETTINGS = ReadSettings(now=datetime(2024, 6, 1, tzinfo=UTC))
WIDTH, HEIGHT = 595.0, 842.0


def pages_of(pdf: bytes) -> tuple[Page, ...]:
    content = read_content(pdf, as_table=False, settings=SETTINGS)
    assert isinstance(content, PdfContent)
    return content.pages


def paper(**given: object) -> Page:
    """The front of a VOG, as it is read off a scan."""
    return replace(pages_of(standard.vog(JORIS, form="paper", **given))[0], how=How.OCR, tint="blue")


def other(**given: object) -> Page:
    return replace(pages_of(standard.vog(CHLOE, form="paper", **given))[0], how=How.OCR, tint="blue")


def moved(page: Page, right: float = 0.0, down: float = 0.0, times: float = 1.0) -> tuple[Line, ...]:
    def box(b: tuple[float, ...]) -> tuple[float, float, float, float]:
        return (b[0] * times + right, b[1] * times + down, b[2] * times + right, b[3] * times + down)

    return tuple(Line(spans=tuple(replace(span, box=box(span.box)) for span in line.spans)) for line in page.lines)


def sheet(*lines: Line, width: float, height: float, number: int = 1, ink: tuple[Ink, ...] = ()) -> Page:
    """One picture; the rows of papers beside each other run into one another."""
    rows: dict[int, list[Span]] = {}
    for line in lines:
        rows.setdefault(round(line.box[3]), []).extend(line.spans)
    whole = tuple(Line(spans=tuple(sorted(rows[at], key=lambda span: span.box[0]))) for at in sorted(rows))
    return Page(
        number=number, width=width, height=height, lines=whole, image_share=1.0, how=How.OCR, tint="blue", ink=ink,
        ink_known=True,
    )  # fmt: skip


def beside(left: Page, right: Page, number: int = 1) -> Page:
    return sheet(*moved(left), *moved(right, right=WIDTH), width=2 * WIDTH, height=HEIGHT, number=number)


def read(*pages: Page) -> Document:
    content = PdfContent(pages=pages, page_count=len(pages))
    return recognise("scan.pdf", "ab" * 32, 10, content, Vocabulary())


def holders(document: Document) -> list[tuple[str, date]]:
    found = [part.paper for part in document.parts or (document,)]
    return [(v.holder.value, v.issued_on.value) for v in found if isinstance(v, Vog) and v.holder and v.issued_on]


def test_two_vogs_beside_each_other() -> None:
    document = read(beside(paper(), other(issued_on=date(2023, 2, 3))))
    assert [part.kind for part in document.parts] == [Kind.VOG, Kind.VOG]
    alone = holders(read(paper())) + holders(read(other(issued_on=date(2023, 2, 3))))
    assert holders(document) == alone
    assert document.pages == 1
    assert [part.part_pages for part in document.parts] == [(1,), (1,)]
    assert [part.part for part in document.parts] == [1, 2]


def test_places_are_on_the_sheet() -> None:
    document = read(paper(), beside(paper(), other(), number=2))
    left, right = (part.paper for part in document.parts[-2:])
    assert isinstance(left, Vog) and isinstance(right, Vog) and left.issued_on and right.issued_on
    assert left.issued_on.place.page == right.issued_on.place.page == 2
    assert left.issued_on.place.box and right.issued_on.place.box
    assert left.issued_on.place.box[0] < WIDTH < right.issued_on.place.box[0]
    shown = {view.name: view.place for view in document.parts[-1].facts}
    assert shown["issued_on"] == right.issued_on.place


def test_two_papers_above_each_other() -> None:
    half = 0.49
    upper, lower = moved(paper(), times=half), moved(other(), times=half, down=HEIGHT / 2)
    document = read(sheet(*upper, *lower, width=WIDTH, height=HEIGHT))
    assert len(holders(document)) == 2


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


def across(page: Page) -> Page:
    """Print over the middle."""
    line = Line(spans=(Span(text="Overzicht van medewerkers", box=(WIDTH - 80, 20, WIDTH + 80, 34)),))
    return replace(page, lines=(line, *page.lines))


def once(page: Page) -> Page:
    """Nothing on the right."""
    return replace(
        page,
        lines=tuple(Line(spans=kept) for li in page.lines if (kept := tuple(s for s in li.spans if s.box[0] < WIDTH))),
    )


@pytest.mark.parametrize("spoil", [across, once])
def test_a_sheet_with_print_across_or_on_one_side_stays_whole(spoil: Callable[[Page], Page]) -> None:
    assert not read(spoil(beside(paper(), other()))).parts


def test_a_wide_sheet_on_which_no_half_is_a_paper_stays_whole() -> None:
    text = pages_of(
        papers.organisation_paper("Huisregels", *["Iedereen houdt de gangen vrij en meldt wat stuk is."] * 9)
    )[0]
    document = read(beside(text, text))
    assert (document.kind, document.parts) == (Kind.OTHER, ())


def test_two_papers_that_cannot_be_read_apart_are_taken_for_what_they_may_be() -> None:
    found = read(across(beside(paper(), other()))).paper
    assert isinstance(found, Unrecognised) and found.hint is Kind.VOG


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


def test_a_half_that_lies_the_other_way_up_is_a_page_not_read() -> None:
    unsure = tuple(
        Line(spans=tuple(replace(s, text=s.text[::-1], confidence=0.5) for s in li.spans)) for li in other().lines
    )
    document = read(beside(paper(), replace(other(), lines=unsure)))
    assert (document.kind, document.unread_pages, document.pages) == (Kind.VOG, 1, 1)
    assert holders(document) == holders(read(paper()))


def without_title(page: Page) -> Page:
    """Its head was torn off."""
    title = next(n for n, line in enumerate(page.lines) if line.text.startswith("Verklaring Omtrent"))
    return replace(page, lines=page.lines[title + 1 :])


@pytest.mark.parametrize("pages", [lambda a, b: (beside(a, b),), lambda a, b: (a, replace(b, number=2))])
def test_a_vog_without_its_title_is_no_later_page_of_the_one_before(
    pages: Callable[[Page, Page], tuple[Page, ...]],
) -> None:
    document = read(*pages(paper(), without_title(other())))
    first, second = (part.paper for part in document.parts)
    assert isinstance(first, Vog) and isinstance(second, Unrecognised) and second.hint is Kind.VOG


def test_the_explanation_behind_a_vog_goes_with_it() -> None:
    front, legend = pages_of(standard.vog(JORIS, form="paper"))
    assert not read(*(replace(page, how=How.OCR) for page in (front, legend))).parts


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


def without_date(page: Page) -> Page:
    return replace(page, lines=tuple(line for line in page.lines if "Datum " not in line.text))


def test_a_vog_without_title_below_another_does_not_give_it_its_date() -> None:
    upper, lower = moved(without_date(paper()), times=0.49), moved(without_title(other()), times=0.49, down=HEIGHT / 2)
    first, second = (part.paper for part in read(sheet(*upper, *lower, width=WIDTH, height=HEIGHT)).parts)
    assert isinstance(first, Vog) and first.issued_on is None
    assert isinstance(second, Unrecognised) and second.hint is Kind.VOG


def test_four_vogs_on_a_sheet_are_not_read_as_one() -> None:
    corners = [
        line
        for right, down in ((0, 0), (WIDTH / 2, 0), (0, HEIGHT / 2), (WIDTH / 2, HEIGHT / 2))
        for line in moved(other() if right else paper(), times=0.5, right=right, down=down)
    ]
    found = read(sheet(*corners, width=WIDTH, height=HEIGHT)).paper
    assert isinstance(found, Unrecognised) and found.hint is Kind.VOG


def test_a_vog_beside_its_first_page_puts_no_contract_in_doubt() -> None:
    pages = pages_of(standard.contract(JORIS, signed="nobody"))
    document = read(beside(paper(), replace(pages[0], how=How.OCR)), replace(pages[-1], number=2, how=How.OCR))
    vog, contract = (part.paper for part in document.parts)
    assert isinstance(vog, Vog) and isinstance(contract, Contract)
    assert document.parts[1].part_pages == (1, 2)


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
