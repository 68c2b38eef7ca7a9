"""Two papers on one sheet: each is read by itself, and what is found keeps its place on the sheet."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dossiercheck.documents import Contract, Document, Kind, Unrecognised, Vog
from dossiercheck.facts import How
from dossiercheck.readers.content import Line, Page, Span
from tests import papers
from tests.documents.sheets import HEIGHT, WIDTH, beside, moved, pages_of, read, sheet
from tests.samples import standard
from tests.samples.people import CHLOE, JORIS


def paper(**given: object) -> Page:
    """The front of a VOG, as it is read off a scan."""
    return replace(pages_of(standard.vog(JORIS, form="paper", **given))[0], how=How.OCR, tint="blue")


def other(**given: object) -> Page:
    return replace(pages_of(standard.vog(CHLOE, form="paper", **given))[0], how=How.OCR, tint="blue")


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
